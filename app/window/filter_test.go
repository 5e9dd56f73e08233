package window_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"entente/app/window/tip"
	"entente/data"
)

func TestEveryConditionCanBeTickedAndTakenBack(t *testing.T) {
	d := sit(t, quarrels(t))
	all := d.w.Ties()
	if got := d.w.Offered("At least 90% sure"); got != "0" {
		t.Errorf("%s ties offered that are 90 %% sure, want none", got)
	}
	for _, c := range []struct {
		label, count string
		want         func(f data.Filter) bool
		ties         int
	}{
		{"ongoing", "1", func(f data.Filter) bool { return len(f.Modalities) == 1 && f.Modalities[0] == data.Ongoing }, 1},
		{"Observer", "2", func(f data.Filter) bool { return len(f.Publishers) == 1 && f.Publishers[0] == "Observer" }, 2},
		{"Not known", "1", func(f data.Filter) bool { return len(f.Publishers) == 1 && f.Publishers[0] == "" }, 1},
		{"At least 3 reports", "1", func(f data.Filter) bool { return f.MinReports == 3 }, 1},
		{"At least 50% sure", "2", func(f data.Filter) bool { return f.MinConfidence == 50 }, 2},
		{"Not decided yet", "5", func(f data.Filter) bool { return f.Decision == data.OnlyUndecided }, 2},
		{"All, the rejected too", "5", func(f data.Filter) bool { return f.Decision == data.AnyDecision }, 2},
		{"Japan", "1", func(f data.Filter) bool { return len(f.Countries) == 1 && f.Countries[0] == "JP" }, 1},
	} {
		if got := d.w.Offered(c.label); got != c.count {
			t.Errorf("%s: offered with %q, want %s", c.label, got, c.count)
		}
		d.tick(c.label)
		if f := d.w.Filter(); !c.want(f) || d.w.Ties() != c.ties {
			t.Errorf("%s: got filter %+v and %d ties, want %d", c.label, f, d.w.Ties(), c.ties)
		}
		d.tick(c.label)
		if f := d.w.Filter(); !f.Empty() || d.w.Ties() != all {
			t.Errorf("%s again: got filter %+v and %d ties, want all", c.label, f, d.w.Ties())
		}
	}
}

func TestFieldsStayWhereTheyAreWhenTheyHaveNoTies(t *testing.T) {
	d := sit(t, quarrels(t))
	d.w.SetFilter(data.Filter{Stances: []data.Stance{data.Neutral}})
	d.settle()
	d.sees("Industry")
	d.tick("Industry")
	d.tick("Industry")
	d.sees("Industry")
	d.missesAll("Culture")
}

func TestChipsTakeOneConditionBackEach(t *testing.T) {
	d := sit(t, quarrels(t))
	d.w.SetFilter(data.Filter{Countries: []data.Party{"JP", "RU"}, Stances: []data.Stance{data.Mixed}, Publishers: []string{""}, MinReports: 2,
		From: "2022", Decision: data.OnlyAccepted, Search: "gas", Modalities: []data.Modality{data.Denied}, Fields: []data.Field{data.Trade}, Articles: []int64{1, 2}, Between: []data.Party{"JP", "RS", "RU"}, MinConfidence: 70})
	d.settle()
	d.sees("Japan", "Russia", "Not known", "At least 2 reports", "Since 2022", "Accepted", "With the words: gas", "denied", "Trade", "Only 2 articles", "Only between: Japan, Serbia, Russia", "At least 70% sure")
	for left := 13; left > 0; left-- {
		drop := find(d, "chip", func(b *tip.Button) bool { return b.Tip() == "Take this condition away" })
		test.Tap(drop)
		d.settle()
	}
	if f := d.w.Filter(); !f.Empty() {
		t.Errorf("got %+v left after every chip was taken away", f)
	}
}

func TestPeriodCanBeTyped(t *testing.T) {
	d := sit(t, quarrels(t))
	d.w.TypePeriod("2022", "soon")
	d.settle()
	if f := d.w.Filter(); !f.Empty() {
		t.Errorf("got %+v from what is no date", f)
	}
	d.w.TypePeriod("2022", "2023-06")
	d.settle()
	d.period("typed", "2022", "2023-06")
	d.sees("2022 to June 2023")
	d.w.TypePeriod("", "")
	d.settle()
	d.period("emptied", "", "")
}

func TestCountriesAreFoundByName(t *testing.T) {
	d := sit(t, "")
	d.w.FindCountry("rom")
	d.settle()
	d.sees("Romania")
	d.tick("Romania")
	if f := d.w.Filter(); len(f.Countries) != 1 || f.Countries[0] != "RO" {
		t.Errorf("got %+v, want Romania", f)
	}
}
