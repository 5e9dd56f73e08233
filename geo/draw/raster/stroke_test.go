package raster_test

import (
	"bytes"
	"fmt"
	"math"
	"testing"

	"entente/geo/draw"
)

// toLine is the distance from a point to the nearest piece of a line.
func toLine(line [][2]float64, x, y float64) float64 {
	best := math.Inf(1)
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		dx, dy := b[0]-a[0], b[1]-a[1]
		s := ((x-a[0])*dx + (y-a[1])*dy) / (dx*dx + dy*dy)
		s = math.Max(0, math.Min(1, s))
		best = math.Min(best, math.Hypot(x-a[0]-s*dx, y-a[1]-s*dy))
	}
	return best
}

func open(line [][2]float64) *draw.Path {
	p := &draw.Path{}
	for _, q := range line {
		p.LineTo(q[0], q[1])
	}
	return p
}

func TestStrokeIsAsWideAsItsWidth(t *testing.T) {
	var arc [][2]float64
	for i := range 25 {
		s := float64(i) / 24
		arc = append(arc, [2]float64{5 + 50*s, 35 - 90*s*(1-s)})
	}
	tests := []struct {
		name      string
		line      [][2]float64
		cap       draw.Cap
		width     float64
		tolerance float64
	}{
		{"straight, round ends", [][2]float64{{10, 10}, {45, 30}}, draw.Round, 6, 0.08},
		{"a sharp corner, round ends", [][2]float64{{10, 10}, {45, 30}, {12, 30}}, draw.Round, 5, 0.1},
		{"a zigzag of short pieces", [][2]float64{{10, 20}, {14, 10}, {18, 20}, {22, 10}, {26, 20}}, draw.Round, 4, 0.12},
		{"a hairline, round ends", arc, draw.Round, 0.8, 0.14},
		{"a point", [][2]float64{{20, 20}, {20, 20}}, draw.Round, 9, 0.08},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			img, c := canvas(60, 40, 1)
			c.Stroke(open(tt.line), draw.Stroke{Color: black, Width: tt.width, Cap: tt.cap})
			if tt.name == "a point" {
				tt.line[1][0] += 1e-9
			}
			compare(t, img, func(x, y float64) bool { return toLine(tt.line, x, y) <= tt.width/2 }, tt.tolerance)
		})
	}
	// Square ends: only what lies well within the line's length is compared.
	for _, width := range []float64{0.6, 1.2, 1.5, 2.4, 8} {
		t.Run(fmt.Sprintf("an arc %g wide, square ends", width), func(t *testing.T) {
			img, c := canvas(60, 40, 1)
			c.Stroke(open(arc), draw.Stroke{Color: black, Width: width})
			for x := 15; x < 45; x++ {
				for y := range 40 {
					want := twin(x, y, func(x, y float64) bool { return toLine(arc, x, y) <= width/2 })
					if got := ink(img, x, y); math.Abs(got-want) > 0.19 {
						t.Fatalf("pixel %d, %d: got %.3f, want %.3f", x, y, got, want)
					}
				}
			}
		})
	}
}

func TestStrokeEndsSquare(t *testing.T) {
	for _, width := range []float64{1, 4} {
		img, c := canvas(40, 20, 1)
		c.Stroke(open([][2]float64{{10, 10}, {20, 10}, {30, 10}}), draw.Stroke{Color: black, Width: width})
		if a, b := ink(img, 9, 9), ink(img, 30, 10); a > 0.01 || b > 0.01 {
			t.Errorf("width %g: beyond its ends it is %.2f and %.2f dark, want 0", width, a, b)
		}
		if a, b := ink(img, 10, 9)+ink(img, 10, 10), ink(img, 29, 9)+ink(img, 29, 10); a < math.Min(width, 2)*0.95 || b < math.Min(width, 2)*0.95 {
			t.Errorf("width %g: at its ends it is %.2f and %.2f dark", width, a, b)
		}
	}
}

func TestDashesKeepTheirLengths(t *testing.T) {
	bent := [][2]float64{{10, 10}, {14, 20}, {10, 30}, {40, 30}} // too sharp for a ribbon
	straight := [][2]float64{{10, 10}, {25, 10}, {40.5, 10}, {90, 10}}
	for _, line := range [][][2]float64{straight, bent} {
		img, c := canvas(100, 40, 1)
		c.Stroke(open(line), draw.Stroke{Color: black, Width: 2, Dash: []float64{6, 4}})
		sum, length := 0.0, 0.0
		for y := range 40 {
			for x := range 100 {
				sum += ink(img, x, y)
			}
		}
		for i := 1; i < len(line); i++ {
			length += math.Hypot(line[i][0]-line[i-1][0], line[i][1]-line[i-1][1])
		}
		want := math.Floor(length/10)*6 + math.Min(6, math.Mod(length, 10))
		if got := sum / 2; math.Abs(got-want) > 2 {
			t.Errorf("dashes of %v are %.1f long together, want %.1f", line, got, want)
		}
	}
	img, c := canvas(60, 20, 1)
	c.Stroke(open(straight), draw.Stroke{Color: black, Width: 2, Dash: []float64{6, 4}, Phase: 3})
	if on, off, again := ink(img, 11, 10), ink(img, 15, 10), ink(img, 18, 10); on < 0.9 || off > 0.1 || again < 0.9 {
		t.Errorf("with a phase of 3, pixels 1, 5 and 8 along are %.2f, %.2f and %.2f dark, want 1, 0, 1", on, off, again)
	}
}

func TestStrokeThatCannotBeDrawnIsNothing(t *testing.T) {
	tests := []struct {
		name string
		s    draw.Stroke
	}{
		{"no width", draw.Stroke{Color: black}},
		{"negative width", draw.Stroke{Color: black, Width: -3}},
		{"no colour", draw.Stroke{Width: 3}},
		{"a width that is no number", draw.Stroke{Color: black, Width: math.NaN()}},
		{"a width without end", draw.Stroke{Color: black, Width: math.Inf(1)}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			img, c := canvas(20, 20, 1)
			c.Stroke(open([][2]float64{{1, 1}, {15, 15}}), tt.s)
			if !bytes.Equal(img.Pix, white(20, 20).Pix) {
				t.Error("something was drawn")
			}
		})
	}
	t.Run("dashes without sense are a solid line", func(t *testing.T) {
		for _, dash := range [][]float64{{0, 0}, {-1, 4}, {math.NaN()}, {math.Inf(1), 1}} {
			img, c := canvas(20, 20, 1)
			c.Stroke(open([][2]float64{{1, 10}, {19, 10}}), draw.Stroke{Color: black, Width: 2, Dash: dash})
			for x := 2; x < 18; x++ {
				if ink(img, x, 10) < 0.99 {
					t.Errorf("dash %v: pixel %d is %.2f dark", dash, x, ink(img, x, 10))
				}
			}
		}
	})
}
