package window

import (
	"fmt"
	"io"
	"log/slog"
	"time"

	"entente/app/mapview"
)

// frameLog writes a line for every frame of the map: tab-separated milliseconds since the first one, milliseconds since the
// one before, milliseconds that drawing took, and whether the map was moving. The first line names them.
type frameLog struct {
	out         io.Writer // nil for none
	first, last time.Time
}

const frameHead = "at\tsince\ttook\tmoving\n"

// write notes a frame that was drawn by now. A file that cannot be written ends the log.
func (l *frameLog) write(f mapview.Frame, now time.Time) {
	if l.out == nil {
		return
	}
	head := ""
	if l.first.IsZero() {
		l.first, l.last, head = now, now, frameHead
	}
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	_, err := fmt.Fprintf(l.out, "%s%.3f\t%.3f\t%.3f\t%t\n", head, ms(now.Sub(l.first)), ms(now.Sub(l.last)), ms(f.Took), f.Moving)
	l.last = now
	if err != nil {
		slog.Error("write frames", "error", err)
		l.out = nil
	}
}
