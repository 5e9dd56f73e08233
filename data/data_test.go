package data_test

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"testing"

	"entente/data"
)

func TestSpanIn(t *testing.T) {
	const text = "Vučić in Tokyo"
	cases := []struct {
		name string
		span data.Span
		want string
		ok   bool
	}{
		{"a whole name", data.Span{Start: 0, End: 7}, "Vučić", true},
		{"the end of the text", data.Span{Start: 11, End: 16}, "Tokyo", true},
		{"an empty span", data.Span{Start: 3, End: 3}, "", false},
		{"a reversed span", data.Span{Start: 5, End: 2}, "", false},
		{"before the text", data.Span{Start: -1, End: 2}, "", false},
		{"past the text", data.Span{Start: 11, End: 17}, "", false},
		{"a start inside a rune", data.Span{Start: 3, End: 7}, "", false},
		{"an end inside a rune", data.Span{Start: 0, End: 3}, "", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, ok := c.span.In(text)
			if got != c.want || ok != c.ok {
				t.Errorf("In = %q, %v; want %q, %v", got, ok, c.want, c.ok)
			}
		})
	}
}

func TestPassageIsSupportedOnlyByItsOwnWords(t *testing.T) {
	p := data.PassageOf("Japan and Serbia", data.Span{Start: 10, End: 16})
	if p.Text != "Serbia" || !p.Supported("Japan and Serbia") {
		t.Errorf("passage %+v is not supported by its own text", p)
	}
	if p.Supported("Japan and Syria!") {
		t.Error("passage is supported by other words at its place")
	}
	if p.Supported("Japan") {
		t.Error("passage is supported by a text that ends before it")
	}
}

func TestPair(t *testing.T) {
	p := data.PairOf("RS", "JP")
	if p != (data.Pair{"JP", "RS"}) || !p.Valid() || p.String() != "JP-RS" {
		t.Errorf("PairOf(RS, JP) = %v", p)
	}
	if p.Other("JP") != "RS" || p.Other("RS") != "JP" || p.Other("US") != "" {
		t.Errorf("Other: %v %v %v", p.Other("JP"), p.Other("RS"), p.Other("US"))
	}
	for _, bad := range []data.Pair{{}, {"JP", "JP"}, {"RS", "JP"}, {"jp", "rs"}, {"J", "RS"}} {
		if bad.Valid() {
			t.Errorf("%v is valid", bad)
		}
	}
}

func TestFurnitureIsAnyOverlap(t *testing.T) {
	a := data.Article{Text: "Menu. The article. Footer", Omitted: []data.Omitted{
		{Span: data.Span{Start: 0, End: 5}, Reason: data.Navigation}, {Span: data.Span{Start: 19, End: 25}, Reason: data.Footer}}}
	if a.Furniture(data.Span{Start: 6, End: 18}) {
		t.Error("the article itself is furniture")
	}
	if !a.Furniture(data.Span{Start: 4, End: 8}) {
		t.Error("a span that begins in the menu is no furniture")
	}
}

func TestArticleHashDependsOnTheTextAlone(t *testing.T) {
	a, b := data.Article{Text: "same", Title: "one"}, data.Article{Text: "same", Title: "two", ID: 7}
	if a.Hash() != b.Hash() {
		t.Error("the title changes the hash")
	}
	b.Text = "Same"
	if a.Hash() == b.Hash() {
		t.Error("another text has the same hash")
	}
}

func TestInputErrorNamesFileLineAndReason(t *testing.T) {
	err := error(&data.InputError{Path: "a.txt", Line: 3, Reason: "no such column", Err: fs.ErrNotExist})
	if got, want := err.Error(), "a.txt:3: no such column"; got != want {
		t.Errorf("Error = %q, want %q", got, want)
	}
	if !errors.Is(fmt.Errorf("import: %w", err), fs.ErrNotExist) {
		t.Error("the cause is lost")
	}
}

func piece(article int64, start int, a, b data.Party, s data.Stance, confidence float64) data.Evidence {
	return data.Evidence{Passage: data.Passage{Span: data.Span{Start: start, End: start + 1}}, Article: article,
		Pair: data.PairOf(a, b), Stance: s, Modality: data.Done, Fields: []data.Field{data.Trade}, Confidence: confidence}
}

func TestTheStanceOfATie(t *testing.T) {
	many := func(n int, s data.Stance) (out []data.Evidence) {
		for i := range n {
			out = append(out, piece(1, i, "JP", "RS", s, 0.9))
		}
		return out
	}
	reports := func(n int, s data.Stance, confidence float64) (out []data.Evidence) {
		for i := range n {
			out = append(out, piece(int64(10+i), 0, "JP", "RS", s, confidence))
		}
		return out
	}
	cases := []struct {
		name     string
		evidence []data.Evidence
		want     data.Stance
	}{
		{"only neutral words", many(3, data.Neutral), data.Neutral},
		{"neutral words do not water down", append(many(9, data.Neutral), many(1, data.Conflict)...), data.Conflict},
		{"one dispute among many deals", append(many(10, data.Cooperation), many(1, data.Conflict)...), data.Cooperation},
		{"a tenth of dispute is a slip", append(many(9, data.Cooperation), many(1, data.Conflict)...), data.Cooperation},
		{"a fifth of dispute is mixed", append(many(8, data.Cooperation), many(2, data.Conflict)...), data.Mixed},
		{"half and half is mixed", append(many(2, data.Cooperation), many(2, data.Conflict)...), data.Mixed},
		{"those at war still trade", append(many(2, data.Cooperation), many(3, data.Conflict)...), data.Conflict},
		{"a tenth of friendship is a conflict", append(many(1, data.Cooperation), many(9, data.Conflict)...), data.Conflict},
		{"six angry passages of one report do not outvote three reports", append(many(6, data.Conflict), reports(3, data.Cooperation, 0.9)...), data.Mixed},
		{"six friendly passages of one report do not outvote two", append(many(6, data.Cooperation), reports(2, data.Conflict, 0.9)...), data.Conflict},
		{"a report that takes no side has no vote", append(many(1, data.Conflict), reports(5, data.Neutral, 0.9)...), data.Conflict},
		{"a report that is unsure has less of a vote", append(many(1, data.Cooperation), reports(1, data.Conflict, 0.08)...), data.Cooperation},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := data.Ties(c.evidence, nil)[0].Stance; got != c.want {
				t.Errorf("the stance is %s, want %s", got, c.want)
			}
		})
	}
}

func TestTies(t *testing.T) {
	evidence := []data.Evidence{
		piece(2, 5, "RS", "JP", data.Cooperation, 0.5), piece(1, 9, "JP", "RS", data.Cooperation, 0.5),
		piece(3, 1, "US", "RS", data.Conflict, 0.9),
	}
	denied := piece(3, 2, "CN", "RS", data.Cooperation, 0.9)
	denied.Modality = data.Denied
	planned := piece(3, 3, "RO", "JP", data.Cooperation, 0.9)
	planned.Modality = data.Planned
	evidence = append(evidence, denied, planned)
	reprint := func(article int64) int64 { return min(article, 1) } // 1, 2 and 3 tell one story

	ties := data.Ties(evidence, reprint)
	if got, want := len(ties), 3; got != want {
		t.Fatalf("%d ties, want %d: a denied deal is none", got, want)
	}
	first := ties[0]
	if first.Pair != data.PairOf("JP", "RS") || first.Passages != 2 || first.Articles != 2 || first.Reports != 1 {
		t.Errorf("heaviest tie is %+v", first)
	}
	if first.Evidence[0].Article != 1 || evidence[0].Article != 2 {
		t.Error("evidence is not by article, or the input was reordered")
	}
	if got, want := first.Confidence, 0.5; got != want {
		t.Errorf("a reprint gives a confidence of %v, want %v", got, want)
	}
	for _, tie := range ties {
		if got, want := tie.Planned, tie.Pair == data.PairOf("JP", "RO"); got != want {
			t.Errorf("%v planned = %v, want %v", tie.Pair, got, want)
		}
	}
}

func TestOnlyIndependentReportsMakeATieSurer(t *testing.T) {
	var repeated, independent, many []data.Evidence
	for i := range 3 {
		repeated = append(repeated, piece(1, i, "JP", "RS", data.Cooperation, 0.5-float64(i)/10))
	}
	independent = append(repeated, piece(2, 0, "JP", "RS", data.Cooperation, 0.5))
	for i := range 500 {
		many = append(many, piece(int64(i), 0, "JP", "RS", data.Cooperation, 0.9))
	}
	for _, c := range []struct {
		name     string
		evidence []data.Evidence
		want     float64
	}{
		{"one report is as sure as its best passage", repeated, 0.5},
		{"two reports are surer than one", independent, 0.75},
		{"five hundred are not certain", many, 0.99},
		{"a confidence above one is none", []data.Evidence{piece(1, 0, "JP", "RS", data.Conflict, 7)}, 0.99},
	} {
		if got := data.Ties(c.evidence, nil)[0].Confidence; got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestTiesAreSortedTheSameWayEveryTime(t *testing.T) {
	var evidence []data.Evidence
	for _, c := range strings.Fields("AT BE CH DE ES FR GB") {
		evidence = append(evidence, piece(1, 0, "IT", data.Party(c), data.Neutral, 0.5))
	}
	want := fmt.Sprint(data.Ties(evidence, nil))
	for range 20 {
		if got := fmt.Sprint(data.Ties(evidence, nil)); got != want {
			t.Fatalf("order changed:\n%s\n%s", got, want)
		}
	}
}

func ExampleTies() {
	evidence := []data.Evidence{
		{Pair: data.PairOf("RS", "JP"), Article: 1, Stance: data.Cooperation, Modality: data.Done, Fields: []data.Field{data.Trade}},
		{Pair: data.PairOf("JP", "RS"), Article: 2, Stance: data.Conflict, Modality: data.Done, Fields: []data.Field{data.Energy}},
	}
	for _, tie := range data.Ties(evidence, nil) {
		fmt.Println(tie.Pair, tie.Stance, tie.Fields, tie.Reports)
	}
	// Output: JP-RS mixed [trade energy] 2
}

func TestAFileIsNamedWithoutItsFolders(t *testing.T) {
	for source, want := range map[string]string{"": "", "-": "", "one.txt": "one.txt", "/home/anna/news/one.txt": "one.txt",
		`C:\news\one.txt`: "one.txt", "news/all.zip!2024/one.html": "one.html", "all.zip!one.html": "one.html"} {
		if got := (&data.Article{Source: source}).File(); got != want {
			t.Errorf("%q: got %q, want %q", source, got, want)
		}
	}
}

func TestEvidenceIsAsSureAsPeopleSeeIt(t *testing.T) {
	for _, c := range []struct {
		name       string
		confidence float64
		decision   data.Verdict
		percent    int
		want       bool
	}{
		{"more than asked for", 0.9, data.Undecided, 70, true},
		{"what is shown as 70 %", 0.695, data.Undecided, 70, true},
		{"what is shown as 69 %", 0.694, data.Undecided, 70, false},
		{"nothing is asked for", 0, data.Undecided, 0, true},
		{"less than nothing is asked for", 0, data.Undecided, -5, true},
		{"a person accepted it", 0.3, data.Accepted, 100, true},
		{"a person rejected it", 0.3, data.Rejected, 70, false},
	} {
		e := data.Evidence{Confidence: c.confidence, Decision: c.decision}
		if got := e.Sure(c.percent); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestAFilterWithAnyConditionIsNotEmpty(t *testing.T) {
	if f := (data.Filter{MinReports: 1}); !f.Empty() {
		t.Error("a filter that asks for one report is not empty")
	}
	for i := range reflect.TypeFor[data.Filter]().NumField() {
		var f data.Filter
		switch v := reflect.ValueOf(&f).Elem().Field(i); v.Kind() {
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		case reflect.String:
			v.SetString("any")
		case reflect.Int:
			v.SetInt(2)
		default:
			t.Fatalf("no value for a condition of kind %v", v.Kind())
		}
		if f.Empty() {
			t.Errorf("the filter %+v is empty", f)
		}
	}
}

func TestFieldsToldByTheWayAreNotThoseOfTheTie(t *testing.T) {
	var all []data.Evidence
	for i := range 9 {
		e := data.Evidence{Pair: data.PairOf("RS", "JP"), Article: int64(i), Stance: data.Cooperation, Modality: data.Done, Fields: []data.Field{data.Trade}}
		if i < 3 {
			e.Fields = append(e.Fields, data.Energy)
		}
		if i < 2 {
			e.Fields = append(e.Fields, data.Health)
		}
		all = append(all, e)
	}
	ties := data.Ties(all, nil)
	if want := []data.Field{data.Trade, data.Energy}; len(ties) != 1 || fmt.Sprint(ties[0].Fields) != fmt.Sprint(want) {
		t.Errorf("got %+v, want one tie with %v", ties, want)
	}
}

func TestEachPartyHasASlotOfItsOwn(t *testing.T) {
	seen := map[int]data.Party{}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			p := data.Party([]rune{a, b})
			slot := p.Slot()
			if slot < 0 || slot >= data.Slots {
				t.Fatalf("slot of %s is %d, want one below %d", p, slot, data.Slots)
			}
			if o, taken := seen[slot]; taken {
				t.Fatalf("%s and %s share slot %d", o, p, slot)
			}
			seen[slot] = p
		}
	}
	for _, p := range []data.Party{"", "P", "pe", "PER"} {
		if got := p.Slot(); got != -1 {
			t.Errorf("slot of %q is %d, want -1", p, got)
		}
	}
}
