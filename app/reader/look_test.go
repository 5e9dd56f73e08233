package reader_test

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"entente/app/reader"
	"entente/data"
)

// page is an article with a menu of four lines before it.
func page() *reader.Document {
	text := "Home\nNews\nSport\nCulture\n\n# A heading\n\nJapan **helped** Serbia."
	return &reader.Document{
		Article: data.Article{Title: "Help", Publisher: "Courier", Published: "2024-03-05", Text: text,
			Omitted: []data.Omitted{{Span: data.Span{Start: 0, End: 23}, Reason: data.Navigation}}},
		Marks: []reader.Mark{mark(text, "Japan **helped** Serbia.", data.Cooperation, jpRS)},
	}
}

func TestLongFurnitureOpensByAClick(t *testing.T) {
	d := page()
	r, w := show(t, reader.Events{}, d, data.Span{}, data.Pair{})
	words, _ := seen(r)
	if slices.Contains(words, "Sport") || !slices.Contains(words, "Left out: navigation (4 lines)") {
		t.Fatalf("got %q, want the menu out of sight", words)
	}
	_, top := r.Place("Left out: navigation (4 lines)")
	test.TapCanvas(w.Canvas(), top)
	if words, _ = seen(r); !slices.Contains(words, "Sport") {
		t.Errorf("got %q after a click, want the menu", words)
	}
}

func TestSignsOfMarkdownAreNotShown(t *testing.T) {
	d := page()
	r, _ := show(t, reader.Events{}, d, d.Marks[0].Span, jpRS)
	words, _ := seen(r)
	if all := strings.Join(words, "|"); strings.ContainsAny(all, "*#") || !strings.Contains(all, "A heading") || !strings.Contains(all, "helped") {
		t.Errorf("got %q", words)
	}
}

func TestQuoteGivesPlainWordsAndTheSource(t *testing.T) {
	d := page()
	r, _ := show(t, reader.Events{}, d, d.Marks[0].Span, jpRS)
	if got, want := r.Quote(), "“Japan helped Serbia.” (Help, Courier, 5 March 2024)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	r, _ = show(t, reader.Events{}, d, data.Span{}, data.Pair{})
	if got := r.Quote(); got != "" {
		t.Errorf("got %q with no passage lit", got)
	}
}

func TestFindStepsThroughThePlaces(t *testing.T) {
	d := long()
	r, w := show(t, reader.Events{}, d, data.Span{}, data.Pair{})
	r.Find()
	test.Type(w.Canvas().Focused(), "on matter 29")
	if !label(r, "1 of 11") {
		t.Error("want the first of 11 places: 29 and 290 to 299")
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if words, _ := seen(r); !label(r, "2 of 11") || !strings.Contains(strings.Join(words, " "), "matter 290.") {
		t.Errorf("got %q, want the second place in sight", words)
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if label(r, "2 of 11") && w.Canvas().Focused() != nil {
		t.Error("Escape left the field open")
	}
}

func TestAnotherArticleOpensWithoutTheFindBar(t *testing.T) {
	d := page()
	r, w := show(t, reader.Events{}, d, data.Span{}, data.Pair{})
	r.Find()
	test.Type(w.Canvas().Focused(), "culture")
	r.ShowDocument(d, data.Span{}, data.Pair{})
	if !label(r, "1 of 1") {
		t.Error("the bar went though the article stayed")
	}
	next := *d
	next.Article.ID++
	r.ShowDocument(&next, data.Span{}, data.Pair{})
	if w.Canvas().Focused() != nil {
		t.Error("the bar stayed for another article")
	}
}

func TestWordsAreLitUntilOthersAreLookedFor(t *testing.T) {
	d := page()
	r, w := show(t, reader.Events{}, d, data.Span{}, data.Pair{})
	at := strings.Index(d.Article.Text, "helped")
	r.Light([]data.Span{{Start: at, End: at + 6}, {Start: len(d.Article.Text), End: len(d.Article.Text) + 4}})
	if got := r.Lights(); len(got) != 1 || got[0].Start != at {
		t.Errorf("lit %v, want the word at %d alone", got, at)
	}
	grounds := 0
	for _, o := range test.LaidOutObjects(r) {
		if g, ok := o.(*canvas.Rectangle); ok && o.Visible() {
			if c, ok := g.FillColor.(color.NRGBA); ok && c.A == 0x50 {
				grounds++
			}
		}
	}
	if grounds != 1 {
		t.Errorf("%d grounds are drawn, want one", grounds)
	}
	r.Find()
	test.Type(w.Canvas().Focused(), "culture")
	if got := r.Lights(); len(got) != 1 || got[0].Start == at {
		t.Errorf("lit %v after another word was looked for", got)
	}
	next := *d
	next.Article.ID++
	r.ShowDocument(&next, data.Span{}, data.Pair{})
	if got := r.Lights(); len(got) != 0 {
		t.Errorf("lit %v in another article", got)
	}
}

func TestFindOpensFurniture(t *testing.T) {
	d := page()
	r, w := show(t, reader.Events{}, d, data.Span{}, data.Pair{})
	r.Find()
	test.Type(w.Canvas().Focused(), "culture")
	if words, _ := seen(r); !slices.Contains(words, "Culture") {
		t.Errorf("got %q, want the place in the menu", words)
	}
}
