package store_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"entente/data"
	"entente/data/store"
	"entente/data/store/storetest"
)

// TestTiesEqualThoseOfTheirEvidence compares what the library sums up with what data makes of the evidence it lists. That
// a filter takes the right evidence is tested with the index.
func TestTiesEqualThoseOfTheirEvidence(t *testing.T) {
	l := filled(t, 300)
	for id := int64(1); id < 600; id += 7 {
		decide(t, l, id, []data.Verdict{data.Accepted, data.Rejected}[id%2])
	}
	for name, f := range map[string]data.Filter{
		"nothing set":       {},
		"one country":       {Countries: []data.Party{"RS"}},
		"fields and stance": {Fields: []data.Field{data.Trade, data.Energy}, Stances: []data.Stance{data.Mixed, data.Conflict}},
		"a period":          {From: "2018-06", To: "2020"},
		"reports":           {MinReports: 3},
		"two countries":     {Between: []data.Party{"CN", "DE", "RS", "US"}},
		"sure":              {MinConfidence: 70},
		"decided":           {Decision: data.OnlyAccepted},
		"words":             {Search: `Serbia OR "Costa Rica"`},
		"planned only":      {Modalities: []data.Modality{data.Planned}},
		"all rejected":      {Decision: data.OnlyRejected},
		"some articles":     {Articles: []int64{1, 5, 9, 100}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := l.Ties(t.Context(), f)
			if err != nil {
				t.Fatal(err)
			}
			all := evidenceOfTies(t, l, got, f)
			report, err := l.ReportOf(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			want := data.Ties(all, report)
			if len(got) != len(want) || len(got) == 0 {
				t.Fatalf("%d ties, want %d and some", len(got), len(want))
			}
			for i := range got {
				g, w := got[i], want[i]
				if g.Pair != w.Pair || g.Stance != w.Stance || !slices.Equal(g.Fields, w.Fields) || g.Passages != w.Passages ||
					g.Articles != w.Articles || g.Reports != w.Reports || g.Planned != w.Planned || g.Acts != w.Acts || g.Disputed != w.Disputed ||
					math.Abs(g.Confidence-w.Confidence) > 1e-9 || g.Evidence != nil {
					t.Fatalf("tie %d: %+v, want %+v", i, g, w)
				}
			}
			one, err := l.Tie(t.Context(), got[0].Pair, f)
			if err != nil || len(one.Evidence) != got[0].Passages || one.Reports != got[0].Reports {
				t.Errorf("the first tie alone has %d passages, error %v; want %d", len(one.Evidence), err, got[0].Passages)
			}
			head, best, err := l.TieHead(t.Context(), got[0].Pair, f)
			if err != nil || head.Passages != got[0].Passages || head.Evidence != nil {
				t.Errorf("the head of the first tie has %d passages and %d with it, error %v; want %d and none", head.Passages, len(head.Evidence), err, got[0].Passages)
			}
			if want := surest(one.Evidence); best.ID != want {
				t.Errorf("its surest passage is %d, want %d", best.ID, want)
			}
			for i := 1; i < len(one.Evidence); i++ {
				a, b := &one.Evidence[i-1], &one.Evidence[i]
				if a.Article > b.Article || a.Article == b.Article && a.Start > b.Start {
					t.Errorf("evidence %d stands before %d", a.ID, b.ID)
				}
			}
		})
	}
}

// evidenceOfTies lists the evidence of ties; that of conditions on stances alone would not be whole ties.
func evidenceOfTies(t *testing.T, l *store.Library, ties []data.Tie, f data.Filter) (all []data.Evidence) {
	t.Helper()
	stances := f.Stances
	f.Stances = nil
	found, err := l.Evidence(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range found {
		if len(stances) == 0 || slices.ContainsFunc(ties, func(tie data.Tie) bool { return tie.Pair == e.Pair }) {
			all = append(all, e)
		}
	}
	return all
}

func TestEvidenceIsFoundByItsOwnStance(t *testing.T) {
	l := filled(t, 100)
	all, err := l.Evidence(t.Context(), data.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := l.Evidence(t.Context(), data.Filter{Stances: []data.Stance{data.Conflict}})
	if err != nil {
		t.Fatal(err)
	}
	want := slices.DeleteFunc(all, func(e data.Evidence) bool { return e.Stance != data.Conflict })
	if !slices.EqualFunc(got, want, func(a, b data.Evidence) bool { return a.ID == b.ID }) || len(got) == 0 {
		t.Errorf("%d pieces of conflict, want %d and some", len(got), len(want))
	}
}

func TestATieThatTheFilterLeavesOutIsNotFound(t *testing.T) {
	l := judged(t)
	for name, f := range map[string]data.Filter{"": {}, "another field": {Fields: []data.Field{data.Culture}}} {
		pair := data.PairOf("RS", "US")
		if name != "" {
			pair = data.PairOf("JP", "RS")
		}
		if _, err := l.Tie(t.Context(), pair, f); !errors.Is(err, data.ErrNotFound) {
			t.Errorf("%s: error %v, want data.ErrNotFound", name, err)
		}
	}
}

func TestAFilterThatIsNoneIsRefusedEverywhere(t *testing.T) {
	l := judged(t)
	for _, f := range []data.Filter{{From: "soon"}, {Countries: []data.Party{"Serbia"}}, {Search: "-"}} {
		_, ties := l.Ties(t.Context(), f)
		_, evidence := l.Evidence(t.Context(), f)
		_, articles := l.Articles(t.Context(), f, store.Page{})
		_, counts := l.Counts(t.Context(), f)
		_, search := l.Search(t.Context(), "Serbia", store.SearchOptions{Filter: f})
		for name, err := range map[string]error{"ties": ties, "evidence": evidence, "articles": articles, "counts": counts, "search": search} {
			if !errors.Is(err, data.ErrInvalid) {
				t.Errorf("%s under %+v: error %v, want data.ErrInvalid", name, f, err)
			}
		}
	}
}

func TestPassagesOfATieCanBePaged(t *testing.T) {
	l := filled(t, 100)
	ties, err := l.Ties(t.Context(), data.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	whole, err := l.Passages(t.Context(), ties[0].Pair, data.Filter{}, 0, ties[0].Passages+1)
	if err != nil || len(whole) != ties[0].Passages {
		t.Fatalf("got %d passages, %v; want %d", len(whole), err, ties[0].Passages)
	}
	var pages []data.Evidence
	for offset := 0; offset < len(whole); offset += 3 {
		page, err := l.Passages(t.Context(), ties[0].Pair, data.Filter{}, offset, 3)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, page...)
	}
	if !slices.EqualFunc(pages, whole, func(a, b data.Evidence) bool { return a.ID == b.ID }) {
		t.Errorf("%d passages in pages, %d in all, or in another order", len(pages), len(whole))
	}
}

func TestTheSurestPassagesOfATieComeFirst(t *testing.T) {
	l := filled(t, 100)
	ties, err := l.Ties(t.Context(), data.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	list := func() []data.Evidence {
		passages, err := l.Passages(t.Context(), ties[0].Pair, data.Filter{}, 0, ties[0].Passages)
		if err != nil {
			t.Fatal(err)
		}
		return passages
	}
	passages := list()
	decide(t, l, passages[len(passages)-1].ID, data.Accepted) // the least sure, which now stands among the sure
	passages = list()
	sure := slices.IndexFunc(passages, func(e data.Evidence) bool { return !e.Sure(data.FairlySure) })
	if sure < 3 || len(passages)-sure < 3 {
		t.Fatalf("%d passages, the first %d of them sure, have no order to be tested", len(passages), sure)
	}
	for i := range passages[sure:] {
		if e := &passages[sure+i]; e.Sure(data.FairlySure) {
			t.Errorf("passage %d, %.2f sure, stands after one that is less than fairly sure", e.ID, e.Confidence)
		}
	}
	for _, part := range [][]data.Evidence{passages[:sure], passages[sure:]} {
		best, before := map[int64]int{}, map[int64]int64{}
		for _, e := range part {
			best[e.Article] = max(best[e.Article], int(100*e.Confidence))
			if e.ID < before[e.Article] {
				t.Errorf("passage %d stands after passage %d of its article", e.ID, before[e.Article])
			}
			before[e.Article] = e.ID
		}
		for i, e := range part[1:] {
			if last := part[i]; best[e.Article] > best[last.Article] {
				t.Errorf("article %d, %d %% sure, stands after article %d, %d %% sure", e.Article, best[e.Article], last.Article, best[last.Article])
			}
		}
	}
}

func TestEachEvidenceStopsAtTheFirstError(t *testing.T) {
	l := filled(t, 20)
	stop, calls := errors.New("enough"), 0
	err := l.EachEvidence(t.Context(), data.Filter{}, func(data.Evidence) error {
		calls++
		return stop
	})
	if err != stop || calls != 1 {
		t.Errorf("error %v after %d calls", err, calls)
	}
}

func TestReprintsCountAsOneReport(t *testing.T) {
	l := fresh(t)
	items := storetest.Items(7, 0, 1)
	text := items[0].Article.Text
	reprint := func(text string) store.Item {
		i := items[0]
		i.Article.Text = text
		return i
	}
	ids := add(t, l, items[0])
	ids = append(ids, add(t, l, reprint(text+" Reported by our correspondent."), storetest.Items(8, 5, 6)[0])...)
	ids = append(ids, add(t, l, reprint(text+" All rights belong to others."))...)
	report, err := l.ReportOf(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []int64{ids[0], ids[0], ids[2], ids[0]} {
		if got := report(ids[i]); got != want {
			t.Errorf("article %d is in report %d, want %d", ids[i], got, want)
		}
	}
	s, err := l.Stats(t.Context())
	if err != nil || s.Articles != 4 || s.Reports != 2 {
		t.Errorf("%+v, error %v; want 4 articles in 2 reports", s, err)
	}
	tie, err := l.Tie(t.Context(), items[0].Findings.Evidence[0].Pair, data.Filter{Articles: []int64{ids[0], ids[1], ids[3]}})
	if err != nil || tie.Articles != 3 || tie.Reports != 1 {
		t.Errorf("%d articles, %d reports, error %v; want 3 and 1", tie.Articles, tie.Reports, err)
	}
	whole(t, l)
}

func TestReportsDoNotDependOnHowArticlesCome(t *testing.T) {
	items := storetest.Items(3, 0, 120)
	groups := func(batch int, order []int) map[string]string {
		l := fresh(t)
		ids := map[string]int64{}
		for at := 0; at < len(order); at += batch {
			var some []store.Item
			for _, i := range order[at:min(at+batch, len(order))] {
				some = append(some, items[i])
			}
			for i, id := range add(t, l, some...) {
				ids[some[i].Article.Source] = id
			}
		}
		report, err := l.ReportOf(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		least := map[int64]string{} // each report by the first source in it
		for source, id := range ids {
			if r := report(id); least[r] == "" || source < least[r] {
				least[r] = source
			}
		}
		out := map[string]string{}
		for source, id := range ids {
			out[source] = least[report(id)]
		}
		return out
	}
	forward, backward := make([]int, len(items)), make([]int, len(items))
	for i := range items {
		forward[i], backward[len(items)-1-i] = i, i
	}
	want := groups(1, forward)
	for name, got := range map[string]map[string]string{"in one go": groups(len(items), forward),
		"backwards": groups(7, backward)} {
		for source, report := range want {
			if got[source] != report {
				t.Errorf("%s: %s is in the report of %s, want %s", name, source, got[source], report)
			}
		}
	}
	alone := 0
	for source, report := range want {
		if source == report {
			alone++
		}
	}
	if alone == len(items) {
		t.Error("no reprint was found")
	}
}

// surest gives the first of the surest passages that nobody rejected, 0 where there is none.
func surest(evidence []data.Evidence) (id int64) {
	best := -1.0
	for i := range evidence {
		if e := &evidence[i]; e.Decision != data.Rejected && e.Confidence > best {
			id, best = e.ID, e.Confidence
		}
	}
	return id
}

// Of passages that are as sure, those come first that say what the whole tie says.
func TestATieOpensWithWhatItSays(t *testing.T) {
	l := filled(t, 300)
	ties, err := l.Ties(t.Context(), data.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, tie := range ties {
		passages, err := l.Passages(t.Context(), tie.Pair, data.Filter{}, 0, tie.Passages)
		if err != nil {
			t.Fatal(err)
		}
		passages = passages[:slices.IndexFunc(append(passages, data.Evidence{}), func(e data.Evidence) bool { return !e.Sure(data.FairlySure) })]
		best, fits := map[int64]int{}, map[int64]bool{}
		for _, e := range passages {
			best[e.Article] = max(best[e.Article], int(100*e.Confidence))
			fits[e.Article] = fits[e.Article] || e.Stance == tie.Stance
		}
		for i := 1; i < len(passages); i++ {
			last, next := passages[i-1].Article, passages[i].Article
			if best[last] != best[next] || fits[last] == fits[next] {
				continue
			}
			if compared++; !fits[last] {
				t.Errorf("%v, %s: article %d stands after article %d, which is as sure and says otherwise", tie.Pair, tie.Stance, next, last)
			}
		}
	}
	if compared < 5 {
		t.Errorf("only %d articles could be compared", compared)
	}
}
