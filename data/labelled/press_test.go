package labelled_test

import (
	"maps"
	"strings"
	"testing"

	"entente/data"
	"entente/data/labelled"
)

const twoArticles = `#pr-01 wire 2016-07-20
^Lima recalls envoy from Accra {GH-PE-}
Peru called home its ambassador on Monday. {GH-PE-}
It rained.

Both sides and Chile still trade. {CL-PE+ GH-PE=  CL-GH?}
---
tie GH-PE mixed|conflict diplomacy
tie CL-PE cooperation trade
maybe CL-GH
not CL-DE
countries PE GH CL
#pr-02 ja-wire 2020-01-02
^見出し
東京は晴れ。
大阪も晴れ。
---
countries JP
`

func TestPressReadsEachSentenceWithItsAnswer(t *testing.T) {
	all, err := labelled.Press(write(t, map[string]string{"pr.txt": twoArticles}))
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 {
		t.Fatalf("%d articles, want 2", len(all))
	}
	a := all[0]
	const want = "Lima recalls envoy from Accra\n\nPeru called home its ambassador on Monday. It rained.\n\nBoth sides and Chile still trade."
	if a.Article.Text != want || a.Article.Title != "Lima recalls envoy from Accra" || a.Article.Published != "2016-07-20" {
		t.Errorf("got %q, %+v", a.Article.Text, a.Article)
	}
	if len(a.Said) != 4 {
		t.Fatalf("%d sentences, want 4", len(a.Said))
	}
	last := a.Said[3]
	if got := a.Article.Text[last.Span.Start:last.Span.End]; got != "Both sides and Chile still trade." {
		t.Errorf("the last sentence is %q", got)
	}
	said := map[data.Pair]data.Stance{labelled.PairOf("CL-PE"): data.Cooperation, labelled.PairOf("GH-PE"): data.Neutral, labelled.PairOf("CL-GH"): ""}
	if !maps.Equal(last.Pairs, said) || a.Said[2].Pairs != nil {
		t.Errorf("the last sentences tie %v and %v", a.Said[2].Pairs, last.Pairs)
	}
	if tie := a.Ties[labelled.PairOf("GH-PE")]; len(tie.Stances) != 2 || tie.Anchor != "Lima recalls envoy from Accra" {
		t.Errorf("the tie is %+v", tie)
	}
	if !a.Optional[labelled.PairOf("CL-GH")] || a.Split != labelled.Learn {
		t.Errorf("got %v, %s", a.Optional, a.Split)
	}
	if b := all[1]; b.Language != "ja" || !strings.HasSuffix(b.Article.Text, "東京は晴れ。大阪も晴れ。") {
		t.Errorf("got %s %q", b.Language, b.Article.Text)
	}
}

func TestEveryFifthArticleOfPressIsHeldAndAllThatAreOblique(t *testing.T) {
	var file strings.Builder
	for range 11 {
		file.WriteString("#x wire 2020-01-02\n^Title\n---\ncountries\n")
	}
	const one = "#y wire 2020-01-02\n^Title\n---\ncountries\n"
	all, err := labelled.Press(write(t, map[string]string{"x.txt": file.String(), "z.txt": one, "oblique-y.txt": one}))
	if err != nil {
		t.Fatal(err)
	}
	if all[0].ID != "oblique-y/y" || all[0].Split != labelled.Held || all[12].Split != labelled.Learn {
		t.Errorf("got %s, %s and %s", all[0].ID, all[0].Split, all[12].Split)
	}
	all = all[1:12]
	var held []int
	for i, a := range all {
		if a.Split == labelled.Held {
			held = append(held, i+1)
		}
	}
	if len(held) != 2 || held[0] != 5 || held[1] != 10 {
		t.Errorf("held are %v, want 5 and 10", held)
	}
}

func TestPressThatCannotBeReadIsNamed(t *testing.T) {
	for name, file := range map[string]string{
		"no rule":     "#x wire 2020-01-02\n^Title\n",
		"no date":     "#x wire\n^Title\n---\n",
		"no sign":     "#x wire 2020-01-02\n^Title {PE-GH}\n---\n",
		"no pair":     "#x wire 2020-01-02\n^Title {PEGH+}\n---\n",
		"unknown key": "#x wire 2020-01-02\n^Title\n---\nties PE-GH\n",
	} {
		if _, err := labelled.Press(write(t, map[string]string{"x.txt": file})); err == nil || !strings.Contains(err.Error(), "x.txt") {
			t.Errorf("%s: %v does not name the file", name, err)
		}
	}
	if _, err := labelled.Press(t.TempDir()); err == nil {
		t.Error("a folder without articles is no error")
	}
}
