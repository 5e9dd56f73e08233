package window

import (
	"bytes"
	"context"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"entente/app/briefing"
	"entente/app/proof"
	"entente/app/scene"
	"entente/data"
	"entente/data/store"
)

// How short a briefing can be made, by its ties and by the passages of each; and from how many ties on that is offered first.
var (
	briefTies     = []int{10, 25, 50, 100}
	briefPassages = []int{3, 5, 10}
)

const (
	longTies    = 50 // more fill too many pages to be read
	longOffer   = 25
	longPassage = 5
)

// exportBriefing writes the ties under the filter, each with its passages, to a document.
func (w *Window) exportBriefing() {
	length := newLength(w, len(w.session.Listing().Ties))
	w.askPath(pathQuestion{title: "export.briefing.title", hint: "export.briefing.hint", confirm: "export.confirm", save: true,
		start: filepath.Join(w.saveFolder(), w.say.Say("export.briefing.name")+".html"),
		more:  length.fields,
		kinds: []string{"html", "pdf", "docx", "md"},
		final: func(path, kind string) (string, string) {
			path = withKind(path, kind)
			if _, err := briefing.FormatOf(path); err != nil {
				return "", w.say.Say("export.briefing.format")
			}
			return path, ""
		},
		done: func(path string) {
			format, err := briefing.FormatOf(path)
			if err != nil {
				w.fail(err)
				return
			}
			b := brief{lib: w.library(), filter: w.session.Filter(), format: format, ties: length.ties(), passages: length.passages()}
			w.export(path, func(ctx context.Context, out io.Writer, in scene.SnapshotInput) error {
				return w.briefTo(ctx, out, in, b)
			})
		}})
}

// length is the choice of how long a briefing becomes.
type length struct {
	fields []fyne.CanvasObject
	lists  [2]*widget.Select
	counts [2][]int // by the place in its list; 0 for all
}

// newLength offers what makes a briefing of so many ties shorter.
func newLength(w *Window, ties int) *length {
	l := &length{counts: [2][]int{{0}, append([]int{0}, briefPassages...)}}
	names := [2][]string{{w.say.Count("export.briefing.ties.all", ties)}, {w.say.Say("export.briefing.passages.all")}}
	for _, n := range briefTies {
		if n < ties {
			l.counts[0] = append(l.counts[0], n)
			names[0] = append(names[0], w.say.Say("export.briefing.ties.some", "n", w.say.Number(n)))
		}
	}
	for _, n := range briefPassages {
		names[1] = append(names[1], w.say.Say("export.briefing.passages.some", "n", w.say.Number(n)))
	}
	for i, key := range [2]string{"export.briefing.ties", "export.briefing.passages"} {
		l.lists[i] = widget.NewSelect(names[i], nil)
		l.fields = append(l.fields, widget.NewLabel(w.say.Say(key)), framed(l.lists[i]))
	}
	first := [2]int{}
	if ties > longTies {
		first = [2]int{longOffer, longPassage}
	}
	for i, n := range first {
		for at, offered := range l.counts[i] {
			if offered == n {
				l.lists[i].SetSelectedIndex(at)
			}
		}
	}
	return l
}

// ties and passages give how many the briefing tells, 0 for all.
func (l *length) ties() int     { return l.counts[0][max(0, l.lists[0].SelectedIndex())] }
func (l *length) passages() int { return l.counts[1][max(0, l.lists[1].SelectedIndex())] }

// brief is a briefing to be written, of what a filter takes of a library.
type brief struct {
	lib            *store.Library
	filter         data.Filter
	format         string
	ties, passages int // at most; 0 for all
}

// briefTo writes a briefing.
func (w *Window) briefTo(ctx context.Context, out io.Writer, in scene.SnapshotInput, b brief) error {
	in.Selected = scene.Target{} // the document is about all ties, not the one that is looked at
	in.FigureWidth, in.FigureHeight, in.Scale = pageWidth, pageHeight, pageScale
	set, err := w.gather(ctx, b.lib, b.filter)
	if err != nil {
		return err
	}
	left := set.Shorten(b.ties, b.passages)
	in = proof.Figure(in, set, w.say)
	var picture bytes.Buffer
	if err := w.mapTo(&picture, in, "png", nil); err != nil {
		return err
	}
	evidence, err := w.evidence(proof.Briefing, set, in)
	if err != nil {
		return err
	}
	doc, err := briefing.New(briefing.Input{Conditions: set.Filter, Made: set.Made, Evidence: evidence, Version: w.o.Version, Ties: set.Ties, Articles: set.Articles, Grades: set.Grades,
		Name: w.name, Words: w.say, Map: picture.Bytes(), View: in.View, Left: left, Fonts: w.fonts})
	if err != nil {
		return err
	}
	return doc.Write(out, b.format)
}
