package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/app"
	"entente/data"
	"entente/data/store"
)

const rivers = "Congo and Serbia signed a trade agreement on Monday. The Republic of Congo was not there. " +
	"Serbia and Congo will sign another agreement. A congo drum was played."

func at(text, words string) data.Passage {
	i := strings.Index(text, words)
	return data.PassageOf(text, data.Span{Start: i, End: i + len(words)})
}

func TestCorrectionsReachTheFinders(t *testing.T) {
	s := scanner(t)
	a := &data.Article{Text: rivers, Language: "en"}
	first := at(rivers, "Congo")
	for _, c := range []struct {
		name string
		said []data.Correction
		want []string
	}{
		{"nothing said", nil, []string{"Congo CG", "Serbia RS", "Republic of Congo CG", "Serbia RS", "Congo CG"}},
		{"one place", []data.Correction{{Passage: first, Scope: data.Once, Country: "CD"}},
			[]string{"Congo CD", "Serbia RS", "Republic of Congo CG", "Serbia RS", "Congo CG"}},
		{"the article", []data.Correction{{Passage: data.Passage{Text: "Congo"}, Scope: data.InArticle, Country: "CD"}},
			[]string{"Congo CD", "Serbia RS", "Republic of Congo CG", "Serbia RS", "Congo CD"}},
		{"one place goes before the article", []data.Correction{{Passage: data.Passage{Text: "Congo"}, Scope: data.InArticle, Country: "CD"},
			{Passage: first, Scope: data.Once}},
			[]string{"Serbia RS", "Republic of Congo CG", "Serbia RS", "Congo CD"}},
		{"a name that nobody knew", []data.Correction{{Passage: data.Passage{Text: "Monday"}, Scope: data.InLibrary, Country: "JP"}},
			[]string{"Congo CG", "Serbia RS", "Monday JP", "Republic of Congo CG", "Serbia RS", "Congo CG"}},
		{"words of another text", []data.Correction{{Passage: data.Passage{Span: data.Span{Start: 1, End: 6}, Text: "Japan"}, Scope: data.Once, Country: "JP"}},
			[]string{"Congo CG", "Serbia RS", "Republic of Congo CG", "Serbia RS", "Congo CG"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, m := range s.ScanWith(a, data.Corrections{Mentions: c.said}).Mentions {
				got = append(got, fmt.Sprintf("%s %s", m.Text, m.Country))
				if !m.Supported(rivers) || m.Lat == 0 {
					t.Errorf("mention %+v", m)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestFurnitureThatAPersonMarkedIsNoEvidence(t *testing.T) {
	s := scanner(t)
	a := &data.Article{Text: rivers, Language: "en"}
	if n := len(s.Scan(a).Evidence); n == 0 {
		t.Fatal("the text has no evidence")
	}
	marked := data.Corrections{Marked: []data.Marking{{Span: data.Span{End: len(rivers)}, Reason: data.ByHand}}}
	if f := s.ScanWith(a, marked); len(f.Evidence)+len(f.Mentions) != 0 {
		t.Errorf("found %+v in furniture", f)
	}
	if len(a.Omitted) != 0 {
		t.Error("the article was changed")
	}
}

func TestACorrectionHoldsForWhatIsImportedLater(t *testing.T) {
	s, ctx := scanner(t), t.Context()
	lib, err := store.Open(ctx, t.TempDir()+"/x.entente", store.Options{RulesVersion: s.Rules()})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	add := func(text string) {
		t.Helper()
		one := from([]data.Article{{Text: text, Language: "en", Source: "x"}})
		if sum, err := app.ImportFrom(ctx, lib, s, one, app.ImportOptions{}, nil); err != nil || sum.Added != 1 {
			t.Fatalf("import %+v, error %v", sum, err)
		}
	}
	pairs := func(want ...data.Pair) {
		t.Helper()
		ties, err := lib.Ties(ctx, data.Filter{})
		var got []data.Pair
		for _, tie := range ties {
			got = append(got, tie.Pair)
		}
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("ties %v, error %v; want %v", got, err, want)
		}
	}
	add(rivers)
	pairs(data.PairOf("CG", "RS"))
	c := data.Correction{Passage: at(rivers, "Congo"), Scope: data.InLibrary, Country: "CD"}
	if _, err := lib.Correct(ctx, 1, c, "CG"); err != nil {
		t.Fatal(err)
	}
	if n, err := app.Rescan(ctx, lib, s, nil); err != nil || n != 1 {
		t.Errorf("read %d articles again, error %v; want 1", n, err)
	}
	pairs(data.PairOf("CD", "RS"))
	add("Serbia and Congo signed a treaty on energy in Belgrade.")
	pairs(data.PairOf("CD", "RS"))
	if n, err := app.Rescan(ctx, lib, s, nil); err != nil || n != 0 {
		t.Errorf("read %d articles again, error %v; want none", n, err)
	}
	for range 2 { // the second time there is nothing left to undo
		if _, _, err := lib.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := app.Rescan(ctx, lib, s, nil); err != nil || n != 2 {
		t.Errorf("read %d articles again, error %v; want both", n, err)
	}
	pairs(data.PairOf("CG", "RS"), data.PairOf("CD", "RS"))
}
