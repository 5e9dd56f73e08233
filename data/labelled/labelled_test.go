package labelled_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entente/data"
	"entente/data/labelled"
)

// write puts files into a fresh folder and gives it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, content := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

const article = "Peru sells copper\n\nPeru sold 300 tonnes of copper to Chile on 3 May. Cuba sent nothing to either of them, and nobody asked it to."

func TestGoldReadsAnArticleWithItsAnswers(t *testing.T) {
	folder := write(t, map[string]string{"build/a.txt": article, "build/a.gold": "kind wire\npublished 2025-05-04\ncountries PE CL CU\n" +
		"tie PE-CL cooperation|neutral trade,industry sold 300 tonnes\nmaybe CU-PE\nnot CL-CU\nfigure CL-PE 300 t\nwhen CL-PE 2025-05-03\n"})
	all, err := labelled.Gold(folder, labelled.Build)
	if err != nil || len(all) != 1 {
		t.Fatalf("got %d texts, %v", len(all), err)
	}
	g, pair := all[0], data.PairOf("CL", "PE")
	if got := g.Ties[pair]; !slices.Equal(got.Stances, []data.Stance{data.Cooperation, data.Neutral}) || got.Anchor != "sold 300 tonnes" || len(got.Fields) != 2 {
		t.Errorf("tie %+v", got)
	}
	if g.ID != "a" || g.Article.Published != "2025-05-04" || !g.Optional[data.PairOf("CU", "PE")] || !g.Not[data.PairOf("CL", "CU")] || !g.Countries["CU"] {
		t.Errorf("got %+v", g)
	}
	if len(g.Figures) != 1 || g.Figures[0] != (labelled.Figure{Pair: pair, Value: 300, Unit: "t"}) || len(g.Whens) != 1 || g.Whens[0] != (labelled.When{Pair: pair, When: "2025-05-03"}) {
		t.Errorf("figures %v, whens %v", g.Figures, g.Whens)
	}
}

func TestAnswersThatCannotBeReadAreNamed(t *testing.T) {
	for name, c := range map[string]struct{ answers, want string }{
		"an unknown line":           {"colour red\n", "line 1"},
		"a tie without an anchor":   {"kind wire\ntie PE-CL cooperation trade\n", "line 2"},
		"an anchor that is nowhere": {"tie PE-CL cooperation trade sold 400 tonnes\n", "anchor"},
		"a figure without a number": {"figure PE-CL many t\n", "line 1"},
	} {
		t.Run(name, func(t *testing.T) {
			folder := write(t, map[string]string{"build/a.txt": article, "build/a.gold": c.answers})
			if _, err := labelled.Gold(folder, labelled.Build); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
	if _, err := labelled.Gold(t.TempDir(), labelled.Held); err == nil {
		t.Error("a folder without articles is no error")
	}
}

func TestWireReadsShortTexts(t *testing.T) {
	folder := write(t, map[string]string{"wire.txt": "# how it is written\n\n001 build trade\n+ PE-CL cooperation|neutral\n? CU-PE\n- CL-CU\nPeru sold copper to Chile.\n\n" +
		"002 held sport\nPeru beat Chile.\n", "de.txt": "001 held trade\n+ CL-PE conflict done|planned\nPeru droht Chile.\n"})
	all, err := labelled.Wire(folder)
	if err != nil || len(all) != 3 {
		t.Fatalf("got %d texts, %v", len(all), err)
	}
	if w := all[0]; w.ID != "de/001" || w.Language != "de" || w.Article.Language != "de" {
		t.Errorf("got %+v", w)
	}
	if w := all[1]; w.ID != "wire/001" || w.Language != "" || w.Split != labelled.Build || w.Subject != "trade" || len(w.Ties[data.PairOf("CL", "PE")].Stances) != 2 ||
		!w.Optional[data.PairOf("CU", "PE")] || !w.Not[data.PairOf("CL", "CU")] || w.Article.Text != "Peru sold copper to Chile." {
		t.Errorf("got %+v", w)
	}
	if all[2].Split != labelled.Held || len(all[2].Ties) != 0 {
		t.Errorf("got %+v", all[2])
	}
	if got := all[0].Ties[data.PairOf("CL", "PE")].Modalities; !slices.Equal(got, []data.Modality{data.Done, data.Planned}) {
		t.Errorf("modalities %v", got)
	}
	for _, broken := range []string{"001 both trade\nText.", "001 build trade\n+ PERU cooperation\nText."} {
		if _, err := labelled.Wire(write(t, map[string]string{"w.txt": broken})); err == nil {
			t.Errorf("%q is no error", broken)
		}
	}
	if _, err := labelled.Wire(t.TempDir()); err == nil {
		t.Error("a folder without texts is no error")
	}
}

func TestSentencesReadsALineWithItsAnswers(t *testing.T) {
	folder := write(t, map[string]string{"s": "# comment\nPeru sold copper to Chile.¶Cuba slept. => CL-PE cooperation; ~CU-PE\nsr: Peru spava. => nothing\n"})
	all, err := labelled.Sentences(filepath.Join(folder, "s"))
	if err != nil || len(all) != 2 {
		t.Fatalf("got %d texts, %v", len(all), err)
	}
	if s := all[0]; !strings.Contains(s.Article.Text, "\n\nCuba") || len(s.Ties) != 1 || !s.Optional[data.PairOf("CU", "PE")] || s.Article.Language != "en" || !s.Line {
		t.Errorf("got %+v", s)
	}
	if s := all[1]; s.Article.Language != "sr" || s.Article.Text != "Peru spava." || len(s.Ties) != 0 {
		t.Errorf("got %+v", s)
	}
	if _, err := labelled.Sentences(filepath.Join(write(t, map[string]string{"s": "Peru slept.\n"}), "s")); err == nil {
		t.Error("a line without an answer is no error")
	}
}
