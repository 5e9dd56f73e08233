package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// listPage is a page that lists what was found in groups, above what the chosen line shows, with a note over it and a button
// that exports it.
type listPage struct {
	w     *Window
	whole fyne.CanvasObject
	note  *widget.Label
	split *split
	latest
}

// newListPage makes a page; over is what stands above the note, nil for nothing.
func newListPage(w *Window, over fyne.CanvasObject) listPage {
	p := listPage{w: w, note: quiet(""), split: newSplit(w), latest: latest{w: w}}
	p.note.SizeName = theme.SizeNameCaptionText
	out := container.NewVBox(w.tips.Button(exportIcon(), "", w.tip("export.table"), w.exportTable))
	top := fyne.CanvasObject(container.NewBorder(nil, nil, nil, out, p.note))
	if over != nil {
		top = container.NewVBox(container.NewBorder(nil, nil, nil, out, over), p.note)
	}
	p.whole = onPanel(container.NewBorder(top, nil, nil, nil, p.split.whole))
	return p
}

func (p *listPage) object() fyne.CanvasObject { return p.whole }

func (p *listPage) focus() fyne.Focusable { return p.split.lines.list }

// group is lines of one kind. Its heading counts them in the sentence of its key, and "KEY.hint" tells what they are.
type group struct {
	key   string
	lines []line
}

// list shows the groups that have lines, and what the first line shows.
func (p *listPage) list(groups []group) {
	var all []line
	for _, g := range groups {
		if len(g.lines) > 0 {
			all = append(append(all, headOf(p.w.say.Count(g.key, len(g.lines)), p.w.say.Say(g.key+".hint"))), g.lines...)
		}
	}
	p.split.lines.set(all)
	p.split.put()
	p.split.lines.chooseFirst()
}

// latest asks questions beside the window of which only the last one's answer is of interest.
type latest struct {
	w     *Window
	asked int
}

// drop makes the answer that is still to come one of no interest.
func (l *latest) drop() { l.asked++ }

// ask asks a question beside the window and shows the answer, unless another was asked meanwhile.
func ask[T any](l *latest, question func() (T, error), show func(T)) {
	l.drop()
	generation, w := l.asked, l.w
	w.spawn(func() {
		answer, err := question()
		w.o.Post(func() {
			switch {
			case l.asked != generation:
			case err != nil:
				w.fail(err)
			default:
				show(answer)
			}
		})
	})
}
