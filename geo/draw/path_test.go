package draw_test

import (
	"fmt"
	"math"
	"testing"

	"entente/geo/draw"
	"entente/geo/proj"
)

var _ proj.Sink = (*draw.Path)(nil)

func ExamplePath() {
	var p draw.Path
	p.MoveTo(10, 10)
	p.LineTo(30, 10)
	p.LineTo(30, 20)
	p.Close()
	r := &draw.Recorder{Width: 100, Height: 50}
	r.Fill(&p, draw.Fill{})
	box, _ := r.Ops[0].Path.Bounds()
	fmt.Println(box.Width(), box.Height(), p.Lines(), p.Points())
	// Output: 20 10 1 3
}

func TestPathKeepsItsLines(t *testing.T) {
	tests := []struct {
		name   string
		draw   func(p *draw.Path)
		lines  int
		points int
		closed bool // the last line
		box    draw.Rect
	}{
		{"nothing", func(*draw.Path) {}, 0, 0, false, draw.Rect{}},
		{"a line without a start begins where it is", func(p *draw.Path) { p.LineTo(1, 2); p.LineTo(3, 1) }, 1, 2, false, draw.Rect{MinX: 1, MinY: 1, MaxX: 3, MaxY: 2}},
		{"a line after closing is a new one", func(p *draw.Path) { p.MoveTo(0, 0); p.LineTo(1, 0); p.Close(); p.LineTo(5, 5) }, 2, 3, false, draw.Rect{MaxX: 5, MaxY: 5}},
		{"closing nothing is nothing", func(p *draw.Path) { p.Close() }, 0, 0, false, draw.Rect{}},
		{"points that are not finite are left out", func(p *draw.Path) {
			p.MoveTo(math.NaN(), 1)
			p.MoveTo(1, 1)
			p.LineTo(math.Inf(1), 0)
			p.LineTo(2, math.NaN())
			p.LineTo(1e300, 0)
			p.LineTo(2, 2)
		}, 1, 2, false, draw.Rect{MinX: 1, MinY: 1, MaxX: 2, MaxY: 2}},
		{"a circle of no size is nothing", func(p *draw.Path) { p.Circle(5, 5, 0); p.Circle(5, 5, -1); p.Circle(5, 5, math.NaN()) }, 0, 0, false, draw.Rect{}},
		{"a rectangle is closed", func(p *draw.Path) { p.Rect(draw.Rect{MinX: 1, MinY: 2, MaxX: 3, MaxY: 4}) }, 1, 4, true, draw.Rect{MinX: 1, MinY: 2, MaxX: 3, MaxY: 4}},
		{"a rectangle with round corners of no size has sharp ones", func(p *draw.Path) { p.RoundRect(draw.Rect{MaxX: 3, MaxY: 4}, 0) }, 1, 4, true, draw.Rect{MaxX: 3, MaxY: 4}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var p draw.Path
			tt.draw(&p)
			if p.Lines() != tt.lines || p.Points() != tt.points {
				t.Errorf("got %d lines of %d points, want %d of %d", p.Lines(), p.Points(), tt.lines, tt.points)
			}
			if box, ok := p.Bounds(); box != tt.box || ok != (tt.points > 0) {
				t.Errorf("got bounds %v, %v, want %v", box, ok, tt.box)
			}
			if tt.lines > 0 {
				if _, closed := p.Line(p.Lines() - 1); closed != tt.closed {
					t.Errorf("got closed %v, want %v", closed, tt.closed)
				}
			}
		})
	}
}

func TestCircleStaysNearItsRadius(t *testing.T) {
	for _, radius := range []float64{0.5, 3, 40, 900} {
		var p draw.Path
		p.Circle(7, -3, radius)
		xy, _ := p.Line(0)
		for k := 0; k < len(xy); k += 2 {
			next := (k + 2) % len(xy)
			mx, my := float64(xy[k]+xy[next])/2, float64(xy[k+1]+xy[next+1])/2
			if off := radius - math.Hypot(mx-7, my+3); off > 0.06 || off < -0.01 {
				t.Fatalf("radius %g: a side's middle is %g from the circle", radius, off)
			}
		}
	}
}

func TestAppendJoinsPaths(t *testing.T) {
	var p, q, all draw.Path
	p.Rect(draw.Rect{MaxX: 2, MaxY: 2})
	q.MoveTo(5, -1)
	q.LineTo(6, 7)
	all.Append(&p)
	all.Append(&draw.Path{})
	all.Append(&q)
	if all.Lines() != 2 || all.Points() != 6 {
		t.Fatalf("got %d lines of %d points, want 2 of 6", all.Lines(), all.Points())
	}
	if box, _ := all.Bounds(); box != (draw.Rect{MinX: 0, MinY: -1, MaxX: 6, MaxY: 7}) {
		t.Errorf("got bounds %v", box)
	}
	if xy, closed := all.Line(1); xy[0] != 5 || closed {
		t.Errorf("got second line %v, closed %v", xy, closed)
	}
	if minX, minY, maxX, maxY := all.LineBounds(1); minX != 5 || minY != -1 || maxX != 6 || maxY != 7 {
		t.Errorf("got bounds of the second line %v %v %v %v", minX, minY, maxX, maxY)
	}
	all.Reset()
	if _, ok := all.Bounds(); ok || all.Lines() != 0 {
		t.Error("a path is not empty after Reset")
	}
}

func TestOffsetMovesWhatIsDrawn(t *testing.T) {
	r := &draw.Recorder{Width: 100, Height: 100}
	part := &draw.Offset{To: r, X: 10, Y: 20, Width: 50, Height: 40}
	var p draw.Path
	p.MoveTo(1, 1)
	p.LineTo(3, 1)
	draw.Layer(part, "inside")
	part.Clip(draw.Rect{})
	part.Stroke(&p, draw.Stroke{Width: 1})
	part.Text(draw.Text{Text: "a", X: 2, Y: 2})
	part.Clip(draw.Rect{MinX: 40, MinY: 30, MaxX: 90, MaxY: 90})
	ops := r.In("inside")
	if len(ops) != 4 {
		t.Fatalf("got %d calls, want 4", len(ops))
	}
	if want := (draw.Rect{MinX: 10, MinY: 20, MaxX: 60, MaxY: 60}); ops[0].Clip != want {
		t.Errorf("got clip %v, want %v", ops[0].Clip, want)
	}
	if box, _ := ops[1].Path.Bounds(); box != (draw.Rect{MinX: 11, MinY: 21, MaxX: 13, MaxY: 21}) {
		t.Errorf("got line %v", box)
	}
	if ops[2].Text.X != 12 || ops[2].Text.Y != 22 {
		t.Errorf("got text at %g, %g", ops[2].Text.X, ops[2].Text.Y)
	}
	if want := (draw.Rect{MinX: 50, MinY: 50, MaxX: 60, MaxY: 60}); ops[3].Clip != want {
		t.Errorf("got clip %v, want %v", ops[3].Clip, want)
	}
	if box, _ := p.Bounds(); box.MinX != 1 {
		t.Error("the path that was drawn has moved")
	}
}
