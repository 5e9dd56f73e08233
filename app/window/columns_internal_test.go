package window

import (
	"math"
	"slices"
	"testing"
)

func TestColumnsShareTheWidthAndNoneIsCut(t *testing.T) {
	columns := []span{{least: 100, whole: 200}, {least: 150, whole: 150}, {least: 100, whole: 300}, {least: 80, whole: 80}, {least: 80, whole: 80}, {least: 90, whole: 90}}
	for _, c := range []struct {
		name  string
		width float32
		seen  int
		want  []float32
	}{
		{"no room: the first goes on beyond the edge", 60, 1, []float32{100, 150, 300, 80, 80, 90}},
		{"one stretches as far as the edge", 240, 1, []float32{240, 150, 300, 80, 80, 90}},
		{"exactly two", 254, 2, []float32{100, 150, 300, 80, 80, 90}},
		{"three share what the fourth does not fit in", 418, 3, []float32{120, 150, 140, 80, 80, 90}},
		{"all, each as wide as it needs", 920, 6, []float32{200, 150, 300, 80, 80, 90}},
		{"all, and the words take the rest", 1010, 6, []float32{230, 180, 330, 80, 80, 90}},
	} {
		got, seen := shareWidth(c.width, 4, columns, 3)
		if seen != c.seen || !slices.EqualFunc(got, c.want, func(a, b float32) bool { return math.Abs(float64(a-b)) < 0.01 }) {
			t.Errorf("%s: got %v, %d seen, want %v and %d", c.name, got, seen, c.want, c.seen)
		}
	}
}

func TestTheLastColumnThatIsSeenEndsAtTheEdge(t *testing.T) {
	columns := []span{{least: 130, whole: 260}, {least: 220, whole: 220}, {least: 130, whole: 280}, {least: 90, whole: 90}, {least: 90, whole: 90}, {least: 96, whole: 96}, {least: 92, whole: 92}, {least: 92, whole: 92}}
	for width := float32(150); width < 1600; width += 7 {
		got, seen := shareWidth(width, 4, columns, 3)
		edge := float32(-4)
		for _, w := range got[:seen] {
			edge += w + 4
		}
		if math.Abs(float64(edge-width)) > 0.01 {
			t.Fatalf("at %v the %d columns end at %v", width, seen, edge)
		}
	}
}

func TestAColumnThatAPersonDraggedKeepsItsWidth(t *testing.T) {
	columns := []span{{120, 120, true}, {least: 150, whole: 150}, {least: 100, whole: 300}}
	if got, _ := shareWidth(800, 4, columns, 3); got[0] != 120 || got[1]+got[2] != 800-120-2*4 {
		t.Errorf("the columns are %v wide, want the first 120 and the others to fill 800", got)
	}
	for i := range columns {
		columns[i].kept = true
	}
	if got, _ := shareWidth(800, 4, columns, 3); !slices.Equal(got, []float32{120, 150, 300}) {
		t.Errorf("all three kept are %v wide", got)
	}
}
