package window

import (
	"strings"
	"testing"

	"entente/data"
	"entente/data/store"
)

func TestWordsAboutAFigureStandAsInTheText(t *testing.T) {
	for _, c := range []struct{ what, text, figure, want string }{
		{"a mark after the figure", "Mills employ 900 weavers, it is said.", "900 weavers", "Mills employ 900 weavers, it is said."},
		{"a stop after it", "The mills employ 900 weavers.", "900 weavers", "The mills employ 900 weavers."},
		{"a sign before it", "They paid (€900) for wool.", "900", "They paid (€900) for wool."},
		{"long before and after", "Along the whole of the northern coast the spinning mills employ 900 weavers, whom neither of the unions has ever counted.",
			"900 weavers", "…coast the spinning mills employ 900 weavers, whom neither of the unions has ever…"},
		{"emphasis", "The **mills** employ *900 weavers*, and pay.", "900 weavers", "The mills employ 900 weavers, and pay."},
		{"no spaces", strings.Repeat("海", 60) + "900人" + strings.Repeat("山", 60), "900人", "…" + strings.Repeat("海", 40) + "900人" + strings.Repeat("山", 40) + "…"},
		{"elsewhere", "The mills are shut.", "", "The mills are shut."},
	} {
		const from = 70
		p := data.Passage{Span: data.Span{Start: from, End: from + len(c.text)}, Text: c.text}
		at := from + strings.Index(c.text, c.figure)
		f := data.Passage{Span: data.Span{Start: at, End: at + len(c.figure)}, Text: c.figure}
		if c.figure == "" {
			f.Span = data.Span{Start: 3, End: 9}
		}
		if got := around(p, f); got != c.want {
			t.Errorf("%s:\ngot  %q\nwant %q", c.what, got, c.want)
		}
	}
}

func TestAResultDoesNotRepeatItsTitle(t *testing.T) {
	for _, c := range []struct{ what, title, snippet, marked, want string }{
		{"the title and more", "Niger sanctioned", "Niger sanctioned\nWest Africa has sanctioned Niger.", "Niger", "West Africa has sanctioned Niger."},
		{"the title alone", "Niger sanctioned", "Niger sanctioned…", "Niger", ""},
		{"the title below what was left out", "Niger sanctioned", "…Niger sanctioned Sanctions hit Niger.", "Niger", "Sanctions hit Niger."},
		{"words from farther on", "Niger sanctioned", "…the quiet of western Niger.", "Niger", "…the quiet of western Niger."},
		{"no title", "", "Niger is quiet.", "Niger", "Niger is quiet."},
	} {
		h := store.Hit{Snippet: c.snippet}
		h.Title = c.title
		for at := 0; ; {
			i := strings.Index(c.snippet[at:], c.marked)
			if i < 0 {
				break
			}
			h.Marks = append(h.Marks, data.Span{Start: at + i, End: at + i + len(c.marked)})
			at += i + len(c.marked)
		}
		words, marks := beyondTitle(&h)
		if words != c.want || len(marks) != strings.Count(c.want, c.marked) {
			t.Errorf("%s: got %q with %d marks, want %q", c.what, words, len(marks), c.want)
		}
		for _, m := range marks {
			if words[m.Start:m.End] != c.marked {
				t.Errorf("%s: %q is marked", c.what, words[m.Start:m.End])
			}
		}
	}
}
