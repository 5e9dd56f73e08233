package window

import (
	"testing"

	"entente/data/store"
)

func year(name string, n int) store.Period { return store.Period{Name: name, Cooperation: n} }

func TestUnitsCountThereAndBack(t *testing.T) {
	for _, date := range []string{"1815-06-09", "1969-12-31", "1970-01-01", "2024-02-29", "2026-11-22"} {
		if got := byDay.name(byDay.number(date, false)); got != date {
			t.Errorf("the day %s becomes %s", date, got)
		}
		if got := byMonth.name(byMonth.number(date, false)); got != date[:7] {
			t.Errorf("the month of %s is %s", date, got)
		}
		if got := byYear.name(byYear.number(date, true)); got != date[:4] {
			t.Errorf("the year of %s is %s", date, got)
		}
	}
	if first, last := byDay.number("2024", false), byDay.number("2024", true); last-first != 365 {
		t.Errorf("2024 has %d days, want 366", last-first+1)
	}
	if n := byDay.number("nonsense", true); n != 0 {
		t.Errorf("got %d for what is no date", n)
	}
}

func TestFarYearsDoNotSqueezeTheRest(t *testing.T) {
	var recent []store.Period
	for _, y := range []string{"2019", "2020", "2021", "2022", "2023", "2024", "2025"} {
		recent = append(recent, year(y, 40))
	}
	for _, c := range []struct {
		name        string
		counts      store.Counts
		first, last string
	}{
		{"one far year", store.Counts{Years: append([]store.Period{year("1945", 2)}, recent...)}, "2019", "2025"},
		{"far years on both sides", store.Counts{Years: append(append([]store.Period{year("1815", 1), year("1945", 2)}, recent...), year("2100", 1))}, "2019", "2025"},
		{"a far year that has a lot", store.Counts{Years: append([]store.Period{year("1945", 90)}, recent...)}, "1945", "2025"},
		{"few years", store.Counts{Years: recent}, "2019", "2025"},
		{"one year", store.Counts{Years: recent[:1]}, "2019", "2019"},
	} {
		s := bulk(c.counts)
		if got := s.name(s.first); got[:4] != c.first {
			t.Errorf("%s: begins %s, want %s", c.name, got, c.first)
		}
		if got := s.name(s.last); got[:4] != c.last {
			t.Errorf("%s: ends %s, want %s", c.name, got, c.last)
		}
	}
	if s := bulk(store.Counts{}); !s.empty() {
		t.Errorf("got %v of nothing, want nothing", s)
	}
}

func TestUnitSuitsTheLength(t *testing.T) {
	for _, c := range []struct {
		first, last string
		want        unit
	}{{"2024-03-01", "2024-04-30", byDay}, {"2024-01", "2024-12", byMonth}, {"2020", "2024", byMonth}, {"1990", "2024", byYear}} {
		s := stretch{byDay, byDay.number(c.first, false), byDay.number(c.last, true)}
		if got := s.suits(); got != c.want {
			t.Errorf("%s to %s: by %s, want by %s", c.first, c.last, unitIDs[got], unitIDs[c.want])
		}
	}
}

func TestStretchesMoveWithinTheirWhole(t *testing.T) {
	whole := stretch{byMonth, 100, 119}
	for _, c := range []struct{ in, want stretch }{
		{stretch{byMonth, 105, 110}, stretch{byMonth, 105, 110}},
		{stretch{byMonth, 90, 95}, stretch{byMonth, 100, 105}},
		{stretch{byMonth, 118, 123}, stretch{byMonth, 114, 119}},
		{stretch{byMonth, 0, 500}, whole},
	} {
		if got := c.in.within(whole); got != c.want {
			t.Errorf("%v: got %v, want %v", c.in, got, c.want)
		}
	}
	if got := (stretch{byMonth, 100, 119}).scale(0.5, 110, 3); got.slots() != 10 || got.first > 110 || got.last < 110 {
		t.Errorf("got %v, want ten months about the 110th", got)
	}
	if got := (stretch{byMonth, 100, 100}).scale(1.2, 100, 1); got.slots() != 2 {
		t.Errorf("got %v, want it to grow at all", got)
	}
}
