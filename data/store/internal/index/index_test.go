package index_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"entente/data"
	"entente/data/store/internal/index"
)

// article is an article of the slow twin: its evidence as data has it, nothing packed.
type article struct {
	id, report int64
	published  string
	publisher  string
	removed    bool
	evidence   []data.Evidence
}

// random makes articles with little variety, so that conditions meet often.
func random(r *rand.Rand, n int) []article {
	parties := []data.Party{"EU", "JP", "RO", "RS", "RU", "US"}
	dates := []string{"", "2021", "2021-11", "2022-02-28", "2022-03", "2020-12-31/2022", "2024-02-29", "nonsense", "2023/2021"}
	articles := make([]article, n)
	next := int64(1)
	for i := range articles {
		a := &articles[i]
		a.id, a.report, a.removed = int64(i+1), int64(i+1), r.IntN(10) == 0
		if i > 0 && r.IntN(3) == 0 {
			a.report = articles[r.IntN(i)].report
		}
		if r.IntN(4) > 0 {
			a.published = fmt.Sprintf("%d-%02d-%02d", 2020+r.IntN(4), 1+r.IntN(12), 1+r.IntN(28))
		}
		a.publisher = []string{"", "Herald", "Observer"}[r.IntN(3)]
		for range r.IntN(5) {
			e := data.Evidence{
				ID: next, Article: a.id, Passage: data.Passage{Span: data.Span{Start: int(next)}},
				Pair:   data.PairOf(parties[r.IntN(3)], parties[3+r.IntN(3)]),
				Fields: []data.Field{data.Fields[r.IntN(3)]}, Stance: []data.Stance{data.Cooperation, data.Conflict, data.Neutral}[r.IntN(3)],
				Modality: data.Modalities[r.IntN(5)], When: dates[r.IntN(len(dates))], Confidence: r.Float64(),
				Decision: []data.Verdict{data.Undecided, data.Undecided, data.Accepted, data.Rejected}[r.IntN(4)],
			}
			if r.IntN(4) == 0 { // where rounding turns
				e.Confidence = []float64{0, 0.495, 0.695, 0.6949, 0.895, 0.95, 1}[r.IntN(7)]
			}
			if r.IntN(2) == 0 {
				e.Fields = append(e.Fields, data.Fields[3+r.IntN(12)])
			}
			if r.IntN(5) < 3 { // so that about a third acts upon the other, which is what a direction takes
				e.From = e.Pair[r.IntN(3)/2]
			}
			if r.IntN(6) == 0 {
				e.Figures = []data.Figure{{Dispute: true}}
			}
			a.evidence = append(a.evidence, e)
			next++
		}
	}
	return articles
}

// build puts articles into an index in the order given.
func build(t testing.TB, articles []article) *index.Index {
	t.Helper()
	x := index.New()
	for i := range articles {
		x.Put(pack(t, &articles[i]))
	}
	x.Settle()
	return x
}

func pack(t testing.TB, a *article) index.Article {
	t.Helper()
	packed, err := index.Pack(a.evidence)
	if err != nil {
		t.Fatal(err)
	}
	first := int64(0)
	if len(a.evidence) > 0 {
		first = a.evidence[0].ID
	}
	return index.Article{ID: a.id, Report: a.report, Published: a.published, Publisher: a.publisher, Removed: a.removed, First: first, Packed: packed}
}

// randomFilter sets each condition now and then.
func randomFilter(r *rand.Rand) (f data.Filter, found []int64) {
	now := func() bool { return r.IntN(3) == 0 }
	if now() {
		f.Countries = []data.Party{"RS"}
		if now() {
			f.Countries = append(f.Countries, "JP", "XX")
		}
	}
	if now() {
		f.Between = []data.Party{"RS", "JP", "XX"}[:1+r.IntN(3)]
		if now() {
			f.Between = append(f.Between, "RO", "RU")
		}
	}
	if now() {
		f.MinConfidence = []int{50, 70, 83, 90, 100}[r.IntN(5)]
	}
	if now() {
		f.Fields = []data.Field{data.Fields[r.IntN(4)], data.Fields[r.IntN(15)]}
	}
	if now() {
		f.Stances = []data.Stance{data.Stances[r.IntN(4)]}
		if now() {
			f.Stances = append(f.Stances, data.Stances[r.IntN(4)])
		}
	}
	if now() {
		f.Modalities = []data.Modality{data.Modalities[r.IntN(5)]}
	}
	if now() {
		f.From = []string{"2021", "2022-02", "2022-03-01"}[r.IntN(3)]
	}
	if now() {
		f.To = []string{"2021", "2022-02", "2022-03-01"}[r.IntN(3)]
	}
	if now() {
		f.Articles = []int64{1, 2, 3, 5, 8, 13, 1000}
	}
	if now() {
		f.Publishers = []string{[]string{"", "Herald", "nobody"}[r.IntN(3)]}
		if now() {
			f.Publishers = append(f.Publishers, "Observer")
		}
	}
	if now() {
		f.MinReports = r.IntN(4)
	}
	if now() {
		f.Decision = []data.DecisionFilter{data.OnlyAccepted, data.OnlyUndecided, data.OnlyRejected, data.AnyDecision}[r.IntN(4)]
	}
	if now() {
		f.Search, found = "words", []int64{2, 3, 4, 6, 9, 14, 2000}
	}
	return f, found
}

// days gives the first and last day that a date may mean, as text; it knows nothing of calendars, as text needs none.
func days(date string) (from, to string, ok bool) {
	a, b, both := strings.Cut(date, "/")
	if both {
		from, _, ok1 := days(a)
		_, to, ok2 := days(b)
		return from, to, ok1 && ok2 && from <= to
	}
	if len(date) < 4 || date[0] != '2' {
		return "", "", false
	}
	return date + "-01-01"[len(date)-4:], date + "-12-31"[len(date)-4:], true
}

func meets(when, published string, f *data.Filter) bool {
	if f.From == "" && f.To == "" {
		return true
	}
	from, to, ok := days(when)
	if !ok {
		from, to, ok = days(published)
	}
	first, _, _ := days(f.From)
	_, last, _ := days(f.To)
	if f.From != "" && f.To != "" && first > last {
		return false
	}
	return ok && (f.From == "" || to >= first) && (f.To == "" || from <= last)
}

// twin filters one piece of evidence after the other, by the words of data.Filter.
type twin struct {
	evidence []data.Evidence // that meets all conditions
	stated   []data.Evidence // the same, with its own stance in place of its tie's
	ties     []data.Tie
	articles []int64
	reports  int
}

func slow(articles []article, f data.Filter, found []int64) twin {
	reports := map[int64]int64{}
	allowed := func(a *article) bool {
		return !a.removed && (len(f.Articles) == 0 || slices.Contains(f.Articles, a.id)) &&
			(f.Search == "" || slices.Contains(found, a.id)) && (len(f.Publishers) == 0 || slices.Contains(f.Publishers, a.publisher))
	}
	var all []data.Evidence
	for i := range articles {
		a := &articles[i]
		reports[a.id] = a.report
		for _, e := range a.evidence {
			if allowed(a) && takes(&e, &f) && meets(e.When, a.published, &f) {
				all = append(all, e)
			}
		}
	}
	var w twin
	kept, ties, mixed := map[data.Pair]bool{}, map[data.Pair]bool{}, map[data.Pair]bool{}
	for _, t := range data.Ties(all, func(id int64) int64 { return reports[id] }) {
		ties[t.Pair] = t.Reports >= f.MinReports
		mixed[t.Pair] = t.Stance == data.Mixed
		if t.Reports >= f.MinReports && (len(f.Stances) == 0 || slices.Contains(f.Stances, t.Stance)) {
			t.Evidence = nil
			w.ties = append(w.ties, t)
			kept[t.Pair] = true
		}
	}
	onTies := len(f.Stances) > 0 || f.MinReports > 1
	has := map[int64]bool{}
	for _, e := range all {
		if !onTies || kept[e.Pair] {
			w.evidence = append(w.evidence, e)
			has[e.Article] = true
		}
		own := len(f.Stances) == 0 || slices.Contains(f.Stances, e.Stance) || mixed[e.Pair] && slices.Contains(f.Stances, data.Mixed)
		if own && (f.MinReports <= 1 || ties[e.Pair]) {
			w.stated = append(w.stated, e)
		}
	}
	onEvidence := onTies || f.MinConfidence > 0 || len(f.Countries)+len(f.Between)+len(f.Fields)+len(f.Modalities) > 0 ||
		(f.Decision != data.NotRejected && f.Decision != data.AnyDecision)
	stories := map[int64]bool{}
	for i := range articles {
		a := &articles[i]
		if has[a.id] || !onEvidence && allowed(a) && meets("", a.published, &f) {
			w.articles = append(w.articles, a.id)
			stories[a.report] = true
		}
	}
	w.reports = len(stories)
	return w
}

func takes(e *data.Evidence, f *data.Filter) bool {
	decision := map[data.DecisionFilter][]data.Verdict{
		data.NotRejected: {data.Undecided, data.Accepted}, data.OnlyAccepted: {data.Accepted},
		data.OnlyUndecided: {data.Undecided}, data.OnlyRejected: {data.Rejected},
		data.AnyDecision: {data.Undecided, data.Accepted, data.Rejected},
	}
	return (len(f.Countries) == 0 || slices.ContainsFunc(f.Countries, e.Pair.Has)) &&
		(len(f.Between) == 0 || slices.Contains(f.Between, e.Pair[0]) && slices.Contains(f.Between, e.Pair[1])) &&
		(e.Decision == data.Accepted || int(math.Round(100*e.Confidence)) >= f.MinConfidence) &&
		(len(f.Fields) == 0 || slices.ContainsFunc(f.Fields, func(x data.Field) bool { return slices.Contains(e.Fields, x) })) &&
		(len(f.Modalities) == 0 || slices.Contains(f.Modalities, e.Modality)) &&
		slices.Contains(decision[f.Decision], e.Decision)
}

func TestAnyFilterTakesWhatASlowTwinTakes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 400 {
		articles := random(r, 1+r.IntN(40))
		f, found := randomFilter(r)
		compare(t, build(t, articles), articles, f, found)
		if t.Failed() {
			t.Fatalf("round %d, filter %+v", round, f)
		}
	}
}

func compare(t *testing.T, x *index.Index, articles []article, f data.Filter, found []int64) {
	t.Helper()
	want := slow(articles, f, found)
	choose := func() *index.Choice {
		c, err := x.Choose(f, found)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	sameTies(t, choose().Ties(), want.ties)
	var ids []int64
	for _, e := range want.evidence {
		ids = append(ids, e.ID)
	}
	if got := choose().Evidence(); !slices.Equal(got, ids) {
		t.Errorf("evidence %v, want %v", got, ids)
	}
	var stated []int64
	for _, e := range want.stated {
		stated = append(stated, e.ID)
	}
	if got := choose().Stated(); !slices.Equal(got, stated) {
		t.Errorf("evidence by its own stance %v, want %v", got, stated)
	}
	var got []int64
	for _, a := range choose().Articles(index.ByAdded, false, 0, 0) {
		got = append(got, a.ID)
	}
	if !slices.Equal(got, want.articles) {
		t.Errorf("articles %v, want %v", got, want.articles)
	}
	n := choose().Counts()
	if n.Articles != len(want.articles) || n.Reports != want.reports || n.Ties != len(want.ties) || n.Passages != len(ids) {
		t.Errorf("counts %d articles, %d reports, %d ties, %d passages; want %d, %d, %d, %d", n.Articles, n.Reports, n.Ties,
			n.Passages, len(want.articles), want.reports, len(want.ties), len(ids))
	}
}

// sameTies compares ties, but for rounding in the confidence, which may also swap ties of equal weight.
func sameTies(t *testing.T, got, want []data.Tie) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d ties, want %d", len(got), len(want))
		return
	}
	for i := range got {
		g := got[i]
		if math.Abs(g.Confidence-want[i].Confidence) > 1e-9 {
			t.Errorf("tie %s: confidence %v, want %v", g.Pair, g.Confidence, want[i].Confidence)
		}
		g.Confidence = want[i].Confidence
		if !reflect.DeepEqual(g, want[i]) {
			t.Errorf("tie %d: %+v, want %+v", i, g, want[i])
		}
	}
}

func TestAnIndexThatIsChangedEqualsOneMadeAnew(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	first, second := random(r, 60), random(r, 60)
	x := build(t, first)
	for _, i := range r.Perm(60) {
		x.Put(pack(t, &second[i]))
	}
	x.Settle()
	for range 50 {
		f, found := randomFilter(r)
		compare(t, x, second, f, found)
		if t.Failed() {
			t.Fatalf("filter %+v", f)
		}
	}
}

func TestArticlesCanComeInAnyOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	articles := random(r, 30)
	shuffled := slices.Clone(articles)
	r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	compare(t, build(t, shuffled), articles, data.Filter{}, nil)
}

func TestTheEmptyIndexAnswersEverythingWithNothing(t *testing.T) {
	x := index.New()
	compare(t, x, nil, data.Filter{}, nil)
	compare(t, x, nil, data.Filter{Countries: []data.Party{"RS"}, MinReports: 3, Search: "x"}, nil)
	if x.Report(1) != 0 || x.Totals() != (index.Totals{}) {
		t.Errorf("report %d, totals %+v, want zero", x.Report(1), x.Totals())
	}
	if _, _, ok := x.Span(); ok {
		t.Error("an empty index spans some days")
	}
}

func TestAPassageThatTiesSeveralPairsCountsOnce(t *testing.T) {
	piece := func(id int64, start int, a, b data.Party, stance data.Stance) data.Evidence {
		return data.Evidence{ID: id, Passage: data.Passage{Span: data.Span{Start: start, End: start + 9}}, Pair: data.PairOf(a, b),
			Fields: data.Fields[:1], Stance: stance, Modality: data.Done}
	}
	x := build(t, []article{{id: 1, report: 1, evidence: []data.Evidence{
		piece(1, 0, "JP", "RS", data.Conflict), piece(2, 0, "JP", "RO", data.Conflict), piece(3, 0, "RO", "RS", data.Conflict),
		piece(4, 20, "JP", "RS", data.Conflict), piece(5, 40, "CN", "RO", data.Conflict),
	}}, {id: 2, report: 2, evidence: []data.Evidence{piece(6, 40, "CN", "RO", data.Conflict)}}})
	for _, c := range []struct {
		name               string
		countries          []data.Party
		passages, evidence int
	}{
		{"all", nil, 3, 5},
		{"one country", []data.Party{"RO"}, 2, 3},
		{"the first pair of a passage left out", []data.Party{"CN", "RO"}, 2, 3},
		{"only the first", []data.Party{"RS"}, 2, 3},
	} {
		choice, err := x.Choose(data.Filter{Countries: c.countries}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := choice.Articles(index.ByAdded, false, 0, 1)[0]; got.Passages != c.passages || got.Evidence != c.evidence {
			t.Errorf("%s: %d passages and %d pieces of evidence, want %d and %d", c.name, got.Passages, got.Evidence, c.passages, c.evidence)
		}
	}
}

// So many articles are summed up in parts, one for each core.
func TestTheSumsOfManyArticlesEqualThoseOfASlowTwin(t *testing.T) {
	articles := random(rand.New(rand.NewPCG(4, 4)), 30_000)
	c, err := build(t, articles).Choose(data.Filter{Modalities: data.Modalities}, nil)
	if err != nil {
		t.Fatal(err)
	}
	sameTies(t, c.Ties(), slow(articles, data.Filter{Modalities: data.Modalities}, nil).ties)
}
