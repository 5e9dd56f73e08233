package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// leastPage is the height of text below which the head of the article gives way to it: some eight lines.
const leastPage = 160

// yielding lays the bar, the head of the article, the bar of the search and a rule above each other, and the page below them. In a
// short reader, as beside a review in a small window, the head would leave no room for the words that are asked about: it goes.
type yielding struct{ r *Reader }

func (y yielding) Layout(o []fyne.CanvasObject, size fyne.Size) {
	head, scroll := o[1], o[len(o)-1]
	head.Resize(fyne.NewSize(size.Width, head.MinSize().Height)) // how high its lines are depends on their width
	left := size.Height - y.above(o)
	high := head.MinSize().Height + theme.Padding()
	if left-high < leastPage {
		head.Hide()
	} else {
		head.Show()
	}
	top := float32(0)
	for _, part := range o[:len(o)-1] {
		if part.Visible() {
			h := part.MinSize().Height
			part.Move(fyne.NewPos(0, top))
			part.Resize(fyne.NewSize(size.Width, h))
			top += h + theme.Padding()
		}
	}
	reading, before := y.r.page.reading(), scroll.Size().Height
	scroll.Move(fyne.NewPos(0, top))
	scroll.Resize(fyne.NewSize(size.Width, max(0, size.Height-top)))
	if scroll.Size().Height != before {
		y.r.keep(reading)
	}
}

// above is the height of all that stands over the page but the head.
func (y yielding) above(o []fyne.CanvasObject) (h float32) {
	for i, part := range o[:len(o)-1] {
		if i != 1 && part.Visible() {
			h += part.MinSize().Height + theme.Padding()
		}
	}
	return h
}

// MinSize has no room for the head in its height, which goes before the rest gets too small.
func (y yielding) MinSize(o []fyne.CanvasObject) fyne.Size {
	page := o[len(o)-1].MinSize()
	s := fyne.NewSize(max(page.Width, o[1].MinSize().Width), y.above(o)+page.Height)
	for i, part := range o[:len(o)-1] {
		if i != 1 && part.Visible() {
			s.Width = max(s.Width, part.MinSize().Width)
		}
	}
	return s
}

// keep brings the lit passage into view again where it was being read and no longer is seen to its end.
func (r *Reader) keep(reading int) {
	if r.lit < 0 || r.page.index.marks[r.lit].Start != reading {
		return
	}
	if r.litEnd() > r.scroll.Offset.Y+r.scroll.Size().Height {
		r.scrollToLit()
	}
}
