package reader_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"entente/app/reader"
	"entente/data"
)

const choosing = "Japan will help Serbia. Serbia thanks Japan for it.\n\nRead also: other news."

func TestDraggingSelectsWholeWords(t *testing.T) {
	var chosen data.Span
	d := &reader.Document{Article: data.Article{Text: choosing}}
	r, _ := show(t, reader.Events{Select: func(s data.Span) { chosen = s }}, d, data.Span{}, data.Pair{})
	found, at := r.Place("Japan will help Serbia. Serbia thanks Japan for it.")
	if !found {
		t.Fatal("the line is not on the page")
	}
	width := fyne.MeasureText("Japan will he", 13, fyne.TextStyle{}).Width
	r.Drag(at.AddXY(-2, 4), at.AddXY(width, 4))
	got, ok := r.Selected()
	if !ok || !strings.HasPrefix(choosing, got.Text) || !strings.HasSuffix(got.Text, "help") || chosen != got.Span {
		t.Errorf("selected %q (%v), told %v", got.Text, ok, chosen)
	}
	if q := r.Quote(); !strings.Contains(q, got.Text) {
		t.Errorf("quote %q has not the selected words", q)
	}
	r.Select(data.Span{})
	if got, ok := r.Selected(); ok {
		t.Errorf("still selected %q", got.Text)
	}
}

func TestSentencesAreSelectedByKeyboard(t *testing.T) {
	d := &reader.Document{Article: data.Article{Text: choosing}}
	r, _ := show(t, reader.Events{}, d, data.Span{}, data.Pair{})
	for _, c := range []struct {
		by   int
		ok   bool
		want string
	}{{1, true, "Japan will help Serbia."}, {1, true, "Serbia thanks Japan for it."}, {-1, true, "Japan will help Serbia."},
		{-1, false, "Japan will help Serbia."}} {
		if ok := r.SelectSentence(c.by); ok != c.ok {
			t.Errorf("step %d: %v", c.by, ok)
		}
		if got, _ := r.Selected(); got.Text != c.want {
			t.Errorf("step %d: selected %q, want %q", c.by, got.Text, c.want)
		}
	}
}

func TestASecondaryClickTellsWhatItIsOn(t *testing.T) {
	var got reader.Place
	menus := 0
	m := mark(choosing, "Japan will help Serbia.", data.Cooperation, data.PairOf("JP", "RS"))
	d := &reader.Document{Article: data.Article{Text: choosing}, Marks: []reader.Mark{m},
		Mentions: []data.Span{{Start: 0, End: 5}, {Start: 16, End: 22}}}
	r, _ := show(t, reader.Events{Menu: func(p reader.Place) { got = p; menus++ }}, d, data.Span{}, data.Pair{})
	_, at := r.Place("Japan will help Serbia. Serbia thanks Japan for it.")
	r.TapSecondary(at.AddXY(3, 4))
	if got.Mention != (data.Span{Start: 0, End: 5}) || got.Mark != m {
		t.Errorf("on %+v", got)
	}
	if words, _ := got.Paragraph.In(choosing); words != "Japan will help Serbia. Serbia thanks Japan for it." {
		t.Errorf("paragraph %q", words)
	}
	_, at = r.Place("Read also: other news.")
	r.TapSecondary(at)
	if words, _ := got.Paragraph.In(choosing); words != "Read also: other news." || got.Mention.Len() > 0 || menus != 2 {
		t.Errorf("on %+v, paragraph %q", got, words)
	}
}

func TestTheTextGrowsAndWhatWasReadStaysInSight(t *testing.T) {
	d := &reader.Document{Article: data.Article{Text: strings.Repeat("Words and more words of an article.\n\n", 80) + "The last line."}}
	r, _ := show(t, reader.Events{}, d, data.Span{}, data.Pair{})
	r.SetScale(1.5)
	if r.Scale() != 1.5 {
		t.Errorf("scale %v", r.Scale())
	}
	words, _ := seen(r)
	if len(words) == 0 || !strings.HasPrefix(words[len(words)-1], "Words") {
		t.Errorf("sees %q", words)
	}
	r.SetScale(99)
	if r.Scale() != reader.ScaleMax {
		t.Errorf("scale %v, want %v", r.Scale(), reader.ScaleMax)
	}
	r.SetScale(0)
	if r.Scale() != reader.ScaleMin {
		t.Errorf("scale %v, want %v", r.Scale(), reader.ScaleMin)
	}
}
