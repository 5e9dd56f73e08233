package window

import (
	"errors"
	"strings"
	"testing"
	"time"

	"entente/app/mapview"
)

func TestFramesAreLoggedWithTheirTimes(t *testing.T) {
	var out strings.Builder
	l := frameLog{out: &out}
	at := time.Unix(1e9, 0)
	l.write(mapview.Frame{Took: 4500 * time.Microsecond}, at)
	l.write(mapview.Frame{Took: 7 * time.Millisecond, Moving: true}, at.Add(16*time.Millisecond))
	want := "at\tsince\ttook\tmoving\n0.000\t0.000\t4.500\tfalse\n16.000\t16.000\t7.000\ttrue\n"
	if got := out.String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// full is a disk without room.
type full struct{ writes int }

func (f *full) Write([]byte) (int, error) {
	f.writes++
	return 0, errors.New("no room")
}

func TestAFrameLogThatCannotBeWrittenEnds(t *testing.T) {
	disk := &full{}
	l := frameLog{out: disk}
	for range 3 {
		l.write(mapview.Frame{}, time.Unix(1e9, 0))
	}
	if disk.writes != 1 {
		t.Errorf("got %d attempts, want 1", disk.writes)
	}
}
