package tie_test

import (
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"entente/assets"
	"entente/data"
	"entente/data/gazetteer"
	"entente/data/mention"
	"entente/data/text"
	"entente/data/tie"
)

func Example() {
	places, _ := gazetteer.Load(assets.FS)
	finder, _ := tie.Load(assets.FS)
	a := &data.Article{Text: "Peru and Norway signed a fisheries treaty in Oslo in May 2024.", Language: "en"}
	d := text.Parse(a)
	for _, e := range finder.Find(a, d, mention.New(places).Find(a, d)) {
		fmt.Println(e.Pair, e.Kind, e.Stance, e.When)
	}
	// Output: NO-PE AGREE cooperation 2024-05
}

func TestExplainTellsWhyAPairIsNoTie(t *testing.T) {
	m, f := finders(t)
	for s, want := range map[string]string{
		"Peru denied that it had sold arms to Chile.":   "did not happen",
		"Suppose Peru sold arms to Chile.":              "supposed",
		"A Peruvian minister met reporters in Oslo.":    "place where it happened",
		"Norway ranks ahead of Peru.":                   "compared",
		"Peru is in the south and Norway in the north.": "",
	} {
		a := &data.Article{Text: s, Language: "en"}
		d := text.Parse(a)
		pairs := f.Explain(a, d, m.Find(a, d)).Pairs
		if len(pairs) == 0 {
			t.Errorf("%s: no pair was considered", s)
			continue
		}
		for _, p := range pairs {
			if p.Taken || p.Reason == "" || !strings.Contains(p.Reason, want) {
				t.Errorf("%s: taken %v, reason %q, want one with %q", s, p.Taken, p.Reason, want)
			}
		}
	}
}

func TestExplainAgreesWithFind(t *testing.T) {
	m, f := finders(t)
	for _, s := range gold(t) {
		a := &data.Article{Text: s, Language: "en", Published: "2025-01-08"}
		d := text.Parse(a)
		ms := m.Find(a, d)
		var taken, found []string
		for _, p := range f.Explain(a, d, ms).Pairs {
			if p.Taken {
				taken = append(taken, fmt.Sprint(p.Span, p.Pair, p.Kind))
			}
		}
		for _, e := range f.Find(a, d, ms) {
			found = append(found, fmt.Sprint(e.Span, e.Pair, e.Kind))
		}
		slices.Sort(taken)
		slices.Sort(found)
		if !slices.Equal(taken, found) {
			t.Errorf("explained\n%s\nfound\n%s", strings.Join(taken, "\n"), strings.Join(found, "\n"))
		}
	}
}

func TestConfidenceIsMadeOfItsParts(t *testing.T) {
	m, f := finders(t)
	for _, s := range gold(t) {
		a := &data.Article{Text: s, Language: "en"}
		d := text.Parse(a)
		for _, e := range f.Find(a, d, m.Find(a, d)) {
			sum := 0.0
			for _, p := range e.Parts {
				sum += p.Weight
				if p.Name == "" || strings.Contains(p.Name, "%") {
					t.Errorf("part %q is not in plain words", p.Name)
				}
			}
			if want := 1 / (1 + math.Exp(-sum)); math.Abs(e.Confidence-want) > 0.02 {
				t.Errorf("%v: confidence %.3f, its parts make %.3f", e.Pair, e.Confidence, want)
			}
		}
	}
}

func TestFindIsTheSameEachTime(t *testing.T) {
	m, f := finders(t)
	for _, s := range gold(t)[:8] {
		a := &data.Article{Text: s, Language: "en", Published: "2025-01-08"}
		d := text.Parse(a)
		ms := m.Find(a, d)
		if got, want := fmt.Sprint(f.Find(a, d, ms)), fmt.Sprint(f.Find(a, d, ms)); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

func TestLoadNamesTheLineAtFault(t *testing.T) {
	names := []string{"words", "lists", "verbs", "nouns", "fields", "weights", "dates", "units"}
	for _, broken := range names {
		fsys := fstest.MapFS{}
		for _, n := range names {
			b, err := fs.ReadFile(assets.FS, "rules/"+n+".tsv")
			if err != nil {
				t.Fatal(err)
			}
			if n == broken {
				b = append([]byte("en\tonly\n"), b...)
			}
			fsys["rules/"+n+".tsv"] = &fstest.MapFile{Data: b}
		}
		if _, err := tie.Load(fsys); err == nil || !strings.Contains(err.Error(), "rules/"+broken+".tsv: line 1") {
			t.Errorf("%s: got %v, want the table and the line", broken, err)
		}
	}
	if _, err := tie.Load(fstest.MapFS{}); err == nil {
		t.Error("loading nothing succeeded")
	}
}

func TestOddTexts(t *testing.T) {
	m, f := finders(t)
	for _, s := range []string{"", " ", "\n\n", "Peru", "Peru Chile", "Peru, Chile, Oslo", "to to to", "“Peru “Chile” met”", ")))(((",
		"Peru (Chile (Norway", "It it they we our the two countries both", "Peru and and Chile signed signed", "who which that if",
		"Peruvians eleven Chileans four Cubans leave The crew liked it so engineers hired from Lima would keep out Lanka\n sent by Chile and Norway",
		strings.Repeat("Peru met Chile and ", 3000), strings.Repeat("(", 5000), strings.Repeat("Peru, ", 5000)} {
		a := &data.Article{Text: s, Language: "en", Published: "not a date"}
		d := text.Parse(a)
		f.Find(a, d, m.Find(a, d))
		f.Explain(a, d, m.Find(a, d))
	}
}

func FuzzFind(f *testing.F) {
	m, finder := finders(f)
	for _, s := range gold(f)[:12] {
		f.Add(s, "en", "2025-01-08")
	}
	f.Add("Peru and Chile (signed in 2008) US$ 3m, 12.3.2024", "sr", "")
	f.Add("日本とモンゴルは9日、覚書に署名した。", "ja", "2025-05-10")
	f.Fuzz(func(t *testing.T, s, lang, published string) {
		a := &data.Article{Text: text.Normalise(s), Language: lang, Published: published}
		d := text.Parse(a)
		for _, e := range finder.Find(a, d, m.Find(a, d)) {
			if !e.Pair.Valid() || !e.Supported(a.Text) || len(e.Fields) == 0 || e.Modality == "" {
				t.Fatalf("evidence %+v of %q does not hold", e, s)
			}
			for _, g := range e.Figures {
				if !g.Supported(a.Text) || g.Unit == "" || math.IsNaN(g.Value) {
					t.Fatalf("figure %+v of %q does not hold", g, s)
				}
			}
		}
	})
}
