package command

import (
	"fmt"
	"io"
	"strings"
	"time"

	"entente/app"
)

// barPause is the least time between two drawings of the bar: the eye sees no more.
const barPause = 100 * time.Millisecond

// barWidth is the length of the bar in cells.
const barWidth = 30

// progressBar draws how far an import is on one line of a terminal; elsewhere it draws nothing.
type progressBar struct {
	w    io.Writer // nil where there is no terminal
	last time.Time
	now  func() time.Time
}

func newProgressBar(w io.Writer) *progressBar {
	if !terminal(w) {
		w = nil
	}
	return &progressBar{w: w, now: time.Now}
}

// show draws the bar, unless it was drawn a moment ago.
func (b *progressBar) show(p app.Progress) {
	if b.w == nil || b.now().Sub(b.last) < barPause {
		return
	}
	b.last = b.now()
	fmt.Fprint(b.w, "\r"+barText(p)+"\x1b[K")
}

// clear takes the bar away, so that a message can stand in its line.
func (b *progressBar) clear() {
	if b.w != nil && !b.last.IsZero() {
		fmt.Fprint(b.w, "\r\x1b[K")
		b.last = time.Time{}
	}
}

// barText is the line without its control characters.
func barText(p app.Progress) string {
	text := counted(p.Done, "article")
	if p.Total > 0 {
		full := min(barWidth, barWidth*p.Done/p.Total)
		text = fmt.Sprintf("[%s%s] %s of %s", strings.Repeat("#", full), strings.Repeat("-", barWidth-full), plain(p.Done), plain(max(p.Total, p.Done)))
	}
	if p.Failed > 0 {
		text += ", " + plain(p.Failed) + " failed"
	}
	return text + "  " + shorten(oneLine(p.Current), 30)
}
