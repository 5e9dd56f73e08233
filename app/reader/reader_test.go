package reader_test

import (
	"fmt"
	"image/color"
	"math/rand"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"entente/app/reader"
	"entente/app/words"
	"entente/assets"
	"entente/data"
)

var (
	blue   = color.NRGBA{B: 200, A: 255}
	orange = color.NRGBA{R: 200, G: 90, A: 255}
)

func colours(s data.Stance) color.NRGBA {
	if s == data.Conflict {
		return orange
	}
	return blue
}

func english(t testing.TB) *words.Table {
	t.Helper()
	w, err := words.Load(assets.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// show lays a reader of a document into a window of 400 by 300.
func show(t testing.TB, events reader.Events, d *reader.Document, at data.Span, pair data.Pair) (*reader.Reader, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	r := reader.New(english(t), colours, events, nil)
	w := test.NewTempWindow(t, r)
	w.Resize(fyne.NewSize(400, 300))
	r.ShowDocument(d, at, pair)
	return r, w
}

// mark marks words of a text.
func mark(text, words string, s data.Stance, pair data.Pair) reader.Mark {
	i := strings.Index(text, words)
	return reader.Mark{Span: data.Span{Start: i, End: i + len(words)}, Stance: s, Pair: pair}
}

// seen gives the words and lights that are on the page, in order.
func seen(r *reader.Reader) (words []string, lights []color.Color) {
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *widget.Label, *widget.Button:
		case *canvas.Text:
			words = append(words, o.Text)
		case *canvas.Rectangle:
			if c, ok := o.FillColor.(color.NRGBA); ok && (c.B == 200 || c.R == 200) {
				lights = append(lights, c)
			}
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(r)
	return words, lights
}

func label(r *reader.Reader, want string) bool {
	found := false
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			found = found || o.Text == want
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(r)
	return found
}

var (
	jpRS = data.PairOf("JP", "RS")
	rsRU = data.PairOf("RS", "RU")
)

// long is an article of 300 paragraphs with a passage in each hundredth.
func long() *reader.Document {
	var text strings.Builder
	for i := range 300 {
		fmt.Fprintf(&text, "Paragraph %d tells that Japan and Serbia agreed on matter %d.\n\n", i, i)
	}
	d := &reader.Document{Article: data.Article{Title: "Long", Text: text.String()}}
	for _, i := range []int{250, 50, 150} {
		d.Marks = append(d.Marks, mark(text.String(), fmt.Sprintf("agreed on matter %d.", i), data.Cooperation, jpRS))
	}
	return d
}

func TestOpensAtThePassage(t *testing.T) {
	d := long()
	r, _ := show(t, reader.Events{}, d, d.Marks[0].Span, jpRS)
	words, lights := seen(r)
	if all := strings.Join(words, " "); !strings.Contains(all, "matter 250.") {
		t.Errorf("the passage is not on the page: %q", all)
	}
	if len(lights) == 0 {
		t.Error("nothing is lit")
	}
	if at := wordsAt(r, "matter 250."); at.Y < 80 || at.Y > 200 {
		t.Errorf("the passage stands at height %v of a window of 300, want it in the upper half", at.Y)
	}
	if m, ok := r.Lit(); !ok || m.Span != d.Marks[0].Span {
		t.Errorf("got %v lit, want %v", m, d.Marks[0].Span)
	}
	if !label(r, "3 of 3") {
		t.Error("the bar does not say that this is the third passage of three")
	}
}

func TestOpensAtThePassageAfterAShorterArticle(t *testing.T) {
	short := &reader.Document{Article: data.Article{Title: "Short", Text: "One line."}}
	r, w := show(t, reader.Events{}, short, data.Span{}, data.Pair{})
	d := long()
	d.Article.Title = strings.Repeat("A title of several lines ", 8)
	r.ShowDocument(d, d.Marks[2].Span, jpRS)
	w.Canvas().Capture()
	if at := wordsAt(r, "matter 150."); at.Y < 80 || at.Y > 260 {
		t.Errorf("the passage stands at height %v of a window of 300", at.Y)
	}
}

func TestPassageStaysInSightWhenTheWidthChanges(t *testing.T) {
	d := long()
	r, w := show(t, reader.Events{}, d, d.Marks[2].Span, jpRS)
	for _, width := range []float32{900, 250, 600} {
		w.Resize(fyne.NewSize(width, 300))
		if at := wordsAt(r, "150."); at.Y < 80 || at.Y > 280 {
			t.Errorf("at width %v the passage stands at height %v of a window of 300", width, at.Y)
		}
	}
}

// wordsAt is where a row that contains words stands in the window.
func wordsAt(r *reader.Reader, words string) (at fyne.Position) {
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			if strings.Contains(o.Text, words) {
				at = fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
			}
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(r)
	return at
}

func TestOnlyWhatIsNearIsMade(t *testing.T) {
	r, _ := show(t, reader.Events{}, long(), data.Span{}, data.Pair{})
	if words, _ := seen(r); len(words) > 120 {
		t.Errorf("got %d rows as objects for a window of 300, want only those near", len(words))
	}
}

func TestStepsThroughPassagesInOrder(t *testing.T) {
	d := long()
	var told []int
	r, _ := show(t, reader.Events{Passage: func(m reader.Mark) { told = append(told, m.Start) }}, d, data.Span{}, data.Pair{})
	for range 5 {
		r.Step(1)
	}
	r.Step(-1)
	a, b, c := d.Marks[1].Start, d.Marks[2].Start, d.Marks[0].Start
	if want := []int{a, b, c, b}; !reflect.DeepEqual(told, want) {
		t.Errorf("got %v, want %v and no step beyond the last", told, want)
	}
}

func TestPassagesOnTheSameWordsAreOneStep(t *testing.T) {
	text := "Japan, Serbia and Russia met. Later Serbia protested."
	d := &reader.Document{Article: data.Article{Text: text}, Marks: []reader.Mark{
		mark(text, "Japan, Serbia and Russia met.", data.Cooperation, jpRS),
		mark(text, "Japan, Serbia and Russia met.", data.Cooperation, rsRU),
		mark(text, "Later Serbia protested.", data.Conflict, rsRU),
	}}
	r, _ := show(t, reader.Events{}, d, d.Marks[1].Span, rsRU)
	if m, _ := r.Lit(); m.Pair != rsRU {
		t.Errorf("got the passage of %s, want that of %s", m.Pair, rsRU)
	}
	if !label(r, "1 of 2") {
		t.Error("the bar does not count two passages")
	}
	if _, lights := seen(r); len(lights) != 3 { // the bar, the active light, the other light
		t.Errorf("got %d lights, want 3: the same words are lit once", len(lights))
	}
	r.Step(1)
	if m, _ := r.Lit(); m.Stance != data.Conflict {
		t.Errorf("the step led to %+v, want the other words", m)
	}
}

func TestFurnitureIsCaptionedWithItsReason(t *testing.T) {
	text := "Home | News\n\nJapan helps Serbia."
	d := &reader.Document{Article: data.Article{Text: text, Omitted: []data.Omitted{{Span: data.Span{Start: 0, End: 11}, Reason: data.Navigation}}}}
	r, _ := show(t, reader.Events{}, d, data.Span{}, data.Pair{})
	words, _ := seen(r)
	if want := []string{"Left out: navigation", "Home | News", "Japan helps Serbia."}; !reflect.DeepEqual(words, want) {
		t.Errorf("got %q, want %q", words, want)
	}
	if !label(r, "No passages") || !label(r, "Japan helps Serbia.") || !label(r, "Publisher and date are not known") {
		t.Error("what is not known is not said")
	}
}

func TestClickOnALightTellsItsPassage(t *testing.T) {
	text := "Japan helps Serbia. Nothing here."
	d := &reader.Document{Article: data.Article{Title: "Help", Text: text}, Marks: []reader.Mark{mark(text, "Japan helps Serbia.", data.Cooperation, jpRS)}}
	var told []data.Pair
	r, w := show(t, reader.Events{Passage: func(m reader.Mark) { told = append(told, m.Pair) }}, d, data.Span{}, data.Pair{})
	test.TapCanvas(w.Canvas(), textAt(t, r, text).AddXY(20, 8))
	if !reflect.DeepEqual(told, []data.Pair{jpRS}) {
		t.Fatalf("got %v told, want the passage's tie", told)
	}
	test.TapCanvas(w.Canvas(), textAt(t, r, text).AddXY(200, 8))
	if len(told) != 1 {
		t.Error("a click beside the passage told something")
	}
}

// textAt is where a row of text stands in the window.
func textAt(t *testing.T, r *reader.Reader, text string) (at fyne.Position) {
	t.Helper()
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			if o.Text == text {
				at = fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
			}
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(r)
	if at.IsZero() {
		t.Fatalf("%q is not on the page", text)
	}
	return at
}

func TestBackIsTold(t *testing.T) {
	back := 0
	_, w := show(t, reader.Events{Back: func() { back++ }}, long(), data.Span{}, data.Pair{})
	test.TapCanvas(w.Canvas(), fyne.NewPos(30, 20))
	if back != 1 {
		t.Errorf("got %d calls, want 1", back)
	}
}

func TestSurvivesNastyDocuments(t *testing.T) {
	for name, d := range map[string]*reader.Document{
		"nothing":            {},
		"marks outside":      {Article: data.Article{Text: "x"}, Marks: []reader.Mark{{Span: data.Span{Start: -5, End: 900}}, {Span: data.Span{Start: 1, End: 0}}}},
		"mentions outside":   {Article: data.Article{Text: "x"}, Mentions: []data.Span{{Start: 0, End: 99}, {Start: -1, End: 1}}},
		"one enormous word":  {Article: data.Article{Text: strings.Repeat("w", 20000)}},
		"only blank lines":   {Article: data.Article{Text: "\n\n \n"}},
		"furniture all over": {Article: data.Article{Text: "abc", Omitted: []data.Omitted{{Span: data.Span{Start: 0, End: 3}, Reason: data.Footer}}}},
	} {
		t.Run(name, func(t *testing.T) {
			r, w := show(t, reader.Events{}, d, data.Span{Start: 3, End: 90}, jpRS)
			r.Step(1)
			r.Step(-1)
			w.Resize(fyne.NewSize(130, 100))
			w.Canvas().Capture()
		})
	}
}

// BenchmarkOpen5MB opens an article of five megabytes at its last passage.
func BenchmarkOpen5MB(b *testing.B) {
	rnd := rand.New(rand.NewSource(1))
	vocabulary := strings.Fields("Japan Serbia agreed trade energy minister company million euros investment border summit railway the of and to in with for")
	var text strings.Builder
	for text.Len() < 5<<20 {
		text.WriteString(vocabulary[rnd.Intn(len(vocabulary))])
		text.WriteByte(" \n"[min(1, rnd.Intn(80)/79)])
	}
	d := &reader.Document{Article: data.Article{Text: text.String()}}
	d.Marks = []reader.Mark{{Span: data.Span{Start: 5<<20 - 400, End: 5<<20 - 100}, Stance: data.Cooperation, Pair: jpRS}}
	r, _ := show(b, reader.Events{}, d, data.Span{}, jpRS)
	b.ReportAllocs()
	for b.Loop() {
		r.ShowDocument(d, d.Marks[0].Span, jpRS)
	}
}

func ExampleReader() {
	test.NewApp()
	say, err := words.Load(assets.FS, "en")
	if err != nil {
		panic(err)
	}
	r := reader.New(say, func(data.Stance) color.NRGBA { return color.NRGBA{A: 255} }, reader.Events{}, nil)
	r.Resize(fyne.NewSize(400, 300))
	text := "Japan helps Serbia."
	passage := data.Span{Start: 0, End: len(text)}
	fmt.Println(r.ShowDocument(&reader.Document{Article: data.Article{Text: text}, Marks: []reader.Mark{{Span: passage}}}, passage, data.Pair{}))
	// Output: true
}
