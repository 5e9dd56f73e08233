package index_test

import (
	"cmp"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"entente/data"
	"entente/data/store/internal/index"
)

// chosen gives what a filter takes of an index, in a test where it must be valid.
func chosen(t *testing.T, x *index.Index, f data.Filter) *index.Choice {
	t.Helper()
	c, err := x.Choose(f, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestCountsTellWhatAValueWouldGive sets each value of a condition in turn: the count before must be what then is there.
func TestCountsTellWhatAValueWouldGive(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 60 {
		articles := random(r, 40)
		x := build(t, articles)
		f, _ := randomFilter(r)
		f.Search, f.Stances, f.MinReports = "", nil, 0
		n := chosen(t, x, f).Counts()
		for _, name := range []string{"", "Herald", "Observer", "nobody"} {
			g := f
			g.Publishers = []string{name}
			if got, want := n.Publishers[name], chosen(t, x, g).Counts().Articles; got != want {
				t.Fatalf("%+v: %d articles of %q foretold, %d found", f, got, name, want)
			}
		}
		for v, decision := range map[data.Verdict]data.DecisionFilter{data.Accepted: data.OnlyAccepted,
			data.Rejected: data.OnlyRejected, data.Undecided: data.OnlyUndecided} {
			g := f
			g.Decision = decision
			if got, want := n.Verdicts[v].Passages, chosen(t, x, g).Counts().Passages; got != want {
				t.Fatalf("%+v: %d passages %q foretold, %d found", f, got, decision, want)
			}
		}
		for k, got := range n.Sure {
			g := f
			g.MinConfidence = 10 * k
			if want := len(chosen(t, x, g).Ties()); got != want {
				t.Fatalf("%+v: %d ties that are %d %% sure foretold, %d found", f, got, 10*k, want)
			}
		}
		for k, got := range n.Told {
			g := f
			g.MinReports = k + 1
			if want := len(chosen(t, x, g).Ties()); got != want {
				t.Fatalf("%+v: %d ties with %d reports foretold, %d found", f, got, k+1, want)
			}
		}
	}
}

func TestFactsAreThoseOfTheEvidence(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	for range 60 {
		articles := random(r, 30)
		f, found := randomFilter(r)
		f.Stances, f.MinReports = nil, 0
		want := map[data.Pair]index.Facts{}
		dates := map[data.Pair][][2]string{}
		published := map[int64]string{}
		for i := range articles {
			published[articles[i].id] = articles[i].published
		}
		for _, e := range slow(articles, f, found).evidence {
			w := want[e.Pair]
			switch e.Decision {
			case data.Accepted:
				w.Accepted++
			case data.Rejected:
				w.Rejected++
			}
			if e.Modality == data.Denied {
				w.Denied++
			}
			switch e.Stance {
			case data.Cooperation:
				w.Friendly++
			case data.Conflict:
				w.Hostile++
			}
			from, to, ok := days(e.When)
			if !ok {
				from, to, ok = days(published[e.Article])
			}
			if ok {
				dates[e.Pair] = append(dates[e.Pair], [2]string{from, lastDay(to)})
			}
			want[e.Pair] = w
		}
		for pair, all := range dates {
			w := want[pair]
			w.First = told(slices.MinFunc(all, func(a, b [2]string) int {
				return cmp.Or(strings.Compare(a[1], b[1]), strings.Compare(b[0], a[0]))
			}))[0]
			w.Last = told(slices.MaxFunc(all, func(a, b [2]string) int {
				return cmp.Or(strings.Compare(a[0], b[0]), strings.Compare(b[1], a[1]))
			}))[1]
			want[pair] = w
		}
		c, err := build(t, articles).Choose(f, found)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Facts(); !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v: facts %v, want %v", f, got, want)
		}
	}
}

// told gives the ends of a range of days as exact as they were told: whole years and whole months by their names.
func told(days [2]string) [2]string {
	from, to := days[0], days[1]
	switch {
	case strings.HasSuffix(from, "-01-01") && strings.HasSuffix(to, "-12-31"):
		return [2]string{from[:4], to[:4]}
	case strings.HasSuffix(from, "-01") && to == lastDay(to[:7]+"-31"):
		return [2]string{from[:7], to[:7]}
	}
	return days
}

// lastDay sets right the day 31 that the slow twin gives every month.
func lastDay(day string) string {
	for _, m := range []string{"02", "04", "06", "09", "11"} {
		if day[5:7] == m && day[8:] == "31" {
			return day[:8] + map[bool]string{true: "28", false: "30"}[m == "02"]
		}
	}
	return day
}

func TestDaysAddUpToTheirMonths(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	for range 60 {
		articles := random(r, 40)
		x := build(t, articles)
		f, _ := randomFilter(r)
		f.Search = ""
		c := chosen(t, x, f)
		days, coarse, err := c.Daily("2020-01-01", "2024-12-31")
		if err != nil {
			t.Fatal(err)
		}
		months := map[string][3]int{}
		total := coarse
		for _, d := range days {
			m := months[d.Name[:7]]
			months[d.Name[:7]] = [3]int{m[0] + d.Cooperation, m[1] + d.Conflict, m[2] + d.Neutral}
			total += d.Cooperation + d.Conflict + d.Neutral
		}
		n := chosen(t, x, f).Counts()
		for _, m := range n.Months {
			if d := months[m.Name]; d[0] > m.Cooperation || d[1] > m.Conflict || d[2] > m.Neutral {
				t.Fatalf("%+v: the days of %s have %v, the month %+v", f, m.Name, d, m)
			}
		}
		all := 0
		for _, y := range n.Years {
			all += y.Cooperation + y.Conflict + y.Neutral
		}
		if total != all {
			t.Fatalf("%+v: %d pieces in days or coarser, %d in years", f, total, all)
		}
	}
}

func TestDaysThatAreNoneAreRefused(t *testing.T) {
	c := chosen(t, index.New(), data.Filter{})
	for _, d := range [][2]string{{"", ""}, {"2024-02-30", "2024-03-01"}, {"2024-02-02", "2024-02-01"}, {"1000-01-01", "2024-01-01"}} {
		if _, _, err := c.Daily(d[0], d[1]); err == nil {
			t.Errorf("%v: no error", d)
		}
	}
}

func TestChangesOfATie(t *testing.T) {
	piece := func(id int64, when string, stance data.Stance) data.Evidence {
		return data.Evidence{ID: id, Pair: data.PairOf("JP", "RS"), Fields: data.Fields[:1], Stance: stance, Modality: data.Done,
			When: when, Confidence: 0.8}
	}
	denied := piece(2, "2022", data.Cooperation)
	denied.Modality = data.Denied
	for _, c := range []struct {
		name     string
		evidence []data.Evidence
		stances  []data.Stance
		want     index.Shift
	}{
		{"told only before", []data.Evidence{piece(1, "2021", data.Neutral)}, nil, index.Ended},
		{"told only after", []data.Evidence{piece(1, "2022", data.Neutral)}, nil, index.Begun},
		{"told the same", []data.Evidence{piece(1, "2021", data.Neutral), piece(2, "2022", data.Neutral)}, nil, ""},
		{"from conflict to nothing", []data.Evidence{piece(1, "2021", data.Conflict), piece(2, "2022", data.Neutral)}, nil, index.Warmer},
		{"from nothing to conflict", []data.Evidence{piece(1, "2021", data.Neutral), piece(2, "2022", data.Conflict)}, nil, index.Cooler},
		{"denied after", []data.Evidence{piece(1, "2021", data.Neutral), denied}, nil, index.Ended},
		{"never told", []data.Evidence{piece(1, "2019", data.Neutral)}, nil, ""},
		{"in both because it is coarse", []data.Evidence{piece(1, "2021/2022", data.Neutral)}, nil, ""},
		{"a stance that it had before", []data.Evidence{piece(1, "2021", data.Conflict), piece(2, "2022", data.Cooperation)},
			[]data.Stance{data.Conflict}, index.Warmer},
		{"a stance that it never had", []data.Evidence{piece(1, "2021", data.Conflict), piece(2, "2022", data.Cooperation)},
			[]data.Stance{data.Mixed}, ""},
	} {
		x := build(t, []article{{id: 1, report: 1, evidence: c.evidence}})
		before := chosen(t, x, data.Filter{From: "2021", To: "2021", Stances: c.stances})
		after := chosen(t, x, data.Filter{From: "2022", To: "2022", Stances: c.stances})
		got := index.Shift("")
		if changes := index.Compare(before, after); len(changes) > 0 {
			got = changes[0].Shift
			if w := changes[0].Warmth; math.Abs(w[0]) > 1 || math.Abs(w[1]) > 1 {
				t.Errorf("%s: warmth %v", c.name, w)
			}
		}
		if got != c.want {
			t.Errorf("%s: shift %q, want %q", c.name, got, c.want)
		}
	}
}

func mentions(text string) (list []data.Mention) {
	for i := 0; i+2 <= len(text); i++ {
		if p := data.Party(text[i : i+2]); p.Valid() {
			list = append(list, data.Mention{Passage: data.Passage{Span: data.Span{Start: i, End: i + 2}}, Country: p})
			i++
		}
	}
	return list
}

func TestWhatIsNamedTogetherAndNotTied(t *testing.T) {
	far := string(slices.Repeat([]byte{'.'}, index.NamedWithin+1))
	articles := []article{
		{id: 1, report: 1, published: "2021-05-01", evidence: []data.Evidence{{ID: 1, Pair: data.PairOf("JP", "RS"),
			Fields: data.Fields[:1], Stance: data.Neutral, Modality: data.Done}}},
		{id: 2, report: 1, published: "2021-06-01"}, {id: 3, report: 3, published: "2022-05-01"}, {id: 4, report: 4, removed: true},
	}
	x := build(t, articles)
	var n index.Named
	for i, text := range []string{"RS.JP.CN", "RS.JP" + far + "CN", "RS..RS.CN", "US.CA"} {
		n.Put(int64(i+1), index.PackNamed(mentions(text)))
	}
	got := chosen(t, x, data.Filter{}).Untied(&n)
	want := index.Untied{Pairs: []index.Together{{data.Pair{"CN", "RS"}, 2, 2}, {data.Pair{"CN", "JP"}, 1, 1}},
		Parties: map[data.Party]int{"RS": 3, "JP": 2, "CN": 3}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	got = chosen(t, x, data.Filter{From: "2022", Countries: []data.Party{"RS"}}).Untied(&n)
	want = index.Untied{Pairs: []index.Together{{data.Pair{"CN", "RS"}, 1, 1}}, Parties: map[data.Party]int{"RS": 1, "CN": 1}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("under a filter: got %+v, want %+v", got, want)
	}
	got = chosen(t, x, data.Filter{Between: []data.Party{"CN", "JP", "US"}}).Untied(&n)
	if want := []index.Together{{data.Pair{"CN", "JP"}, 1, 1}}; !slices.Equal(got.Pairs, want) {
		t.Errorf("between three countries: got %+v, want %+v", got.Pairs, want)
	}
	if got := chosen(t, x, data.Filter{}).Naming(&n, data.Pair{"CN", "RS"}, 1); !slices.Equal(got, []int64{3}) {
		t.Errorf("got articles %v that name both, want the last one", got)
	}
	n.Put(3, nil)
	if got := chosen(t, x, data.Filter{}).Naming(&n, data.Pair{"CN", "RS"}, 9); !slices.Equal(got, []int64{1}) {
		t.Errorf("got articles %v after a rescan, want only the first", got)
	}
	if got := chosen(t, x, data.Filter{}).Naming(&n, data.Pair{"RS", "CN"}, 9); got != nil {
		t.Errorf("got articles %v for a pair out of order, want none", got)
	}
}

func TestPackedNamesThatAreBrokenDoNoHarm(t *testing.T) {
	x := build(t, []article{{id: 1, report: 1}})
	var n index.Named
	n.Put(1, []byte{0xFF, 0xFF, 0xFF, 0xFF, 1, 2})
	if got := chosen(t, x, data.Filter{}).Untied(&n); len(got.Pairs)+len(got.Parties) != 0 {
		t.Errorf("got %+v, want nothing", got)
	}
}
