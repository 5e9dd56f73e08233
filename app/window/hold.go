package window

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// hold scrolls by what came or went above the uppermost card that was seen, so that the cards stay where they are under the
// pointer: with a passage that is rejected its figures go from the head of the panel, and another click would judge the card
// below. Where there is too little above to scroll by, the room of what went is left empty until the panel is filled again.
func (p *tiePanel) hold(seen []*passage) {
	before, now := p.uppermost(seen)
	if now == nil {
		return
	}
	p.scroll.Refresh()
	to := p.scroll.Offset.Y + now.object.Position().Y - before.object.Position().Y
	if to < 0 {
		room := canvas.NewRectangle(color.Transparent)
		room.SetMinSize(fyne.NewSize(0, max(0, -to-theme.Padding())))
		p.body.Objects = slices.Insert(p.body.Objects, p.above, fyne.CanvasObject(room))
		p.body.Refresh()
		p.scroll.Refresh()
	}
	p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, to)))
}

// uppermost gives the first card in view of those that were seen, and the same passage as it stands now; nil where there is
// none. One that was moved by what was decided is passed over.
func (p *tiePanel) uppermost(seen []*passage) (before, now *passage) {
	for i, c := range seen {
		if c.object.Position().Y+c.object.Size().Height <= p.scroll.Offset.Y {
			continue
		}
		at := slices.IndexFunc(p.cards, func(o *passage) bool { return o.evidence.ID == c.evidence.ID })
		if at >= 0 && (at == i || p.cards[at].evidence.Decision == c.evidence.Decision) {
			return c, p.cards[at]
		}
	}
	return nil, nil
}
