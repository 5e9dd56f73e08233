package raster

import (
	"image"
	"image/color"
	"math"
	"math/rand"
	"slices"
	"testing"

	"entente/geo/draw"
)

// strokes are gentle lines of many widths, directions, patterns and places, some of them beyond the picture.
func strokes(n int) (paths []*draw.Path, looks []draw.Stroke) {
	r := rand.New(rand.NewSource(3))
	dashes := [][]float64{nil, nil, {5, 3}, {9, 2, 2, 2}, {0.3, 0.4}, {40, 7}}
	for range n {
		x, y, angle := r.Float64()*300-50, r.Float64()*200-50, r.Float64()*2*math.Pi
		if r.Intn(4) == 0 {
			angle = float64(r.Intn(8)) * math.Pi / 4
			x, y = math.Round(x)+0.5*float64(r.Intn(2)), math.Round(y)
		}
		p := &draw.Path{}
		for range 2 + r.Intn(6) {
			p.LineTo(x, y)
			long := r.Float64() * 40
			x, y = x+long*math.Cos(angle), y+long*math.Sin(angle)
			angle += r.Float64()*0.8 - 0.4
		}
		paths = append(paths, p)
		looks = append(looks, draw.Stroke{Color: color.NRGBA{uint8(r.Intn(256)), uint8(r.Intn(256)), uint8(r.Intn(256)), uint8(r.Intn(256))},
			Width: 0.5 + r.Float64()*9, Dash: dashes[r.Intn(len(dashes))]})
	}
	return paths, looks
}

// lanesOf collects the lanes of strokes over an image.
func lanesOf(img *image.RGBA, window draw.Rect, do func(*lane)) {
	c := New(img, 1, nil)
	c.Clip(window)
	paths, looks := strokes(600)
	for i, p := range paths {
		r := &c.ribbon
		r.canvas, r.radius, r.ink, r.pattern = c, float32(looks[i].Width/2), newInk(looks[i].Color), solid
		if c.dashes.set(looks[i].Dash, looks[i].Phase, 1) {
			r.pattern = c.dashes.pattern()
		}
		xy, _ := p.Line(0)
		for k := 0; k < len(xy); k += 2 {
			r.to(xy[k], xy[k+1])
		}
		r.part()
		for k := range len(r.points) - 1 {
			l := r.lane(k)
			do(&l)
		}
		r.points, r.gone = r.points[:0], 0
	}
}

// paper is a picture of noise, which shows every pixel that is touched.
func paper() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 203, 101))
	rand.New(rand.NewSource(5)).Read(img.Pix)
	for i := 3; i < len(img.Pix); i += 4 {
		img.Pix[i] = 255
	}
	return img
}

func TestEightAtOnceDrawWhatOneByOneDoes(t *testing.T) {
	for _, window := range []draw.Rect{{}, {MinX: 30, MinY: 10, MaxX: 121, MaxY: 90}, {MinX: 5, MinY: 5, MaxX: 8, MaxY: 60}} {
		fast, plain := paper(), paper()
		n := 0
		lanesOf(fast, window, func(l *lane) { n++; l.draw(fast.Pix) })
		lanesOf(plain, window, func(l *lane) { l.drawPlain(words(plain.Pix)) })
		if n < 600 {
			t.Fatalf("only %d pieces were drawn", n)
		}
		if !slices.Equal(fast.Pix, plain.Pix) {
			for i := range fast.Pix {
				if fast.Pix[i] != plain.Pix[i] {
					t.Fatalf("window %v: pixel %d, %d is %d, want %d", window, i/4%203, i/4/203, fast.Pix[i], plain.Pix[i])
				}
			}
		}
	}
}

func BenchmarkLanes(b *testing.B) {
	for _, way := range []struct {
		name string
		draw func(*lane, []uint8)
	}{{"ours", (*lane).draw}, {"one by one", func(l *lane, pix []uint8) { l.drawPlain(words(pix)) }}} {
		b.Run(way.name, func(b *testing.B) {
			img := paper()
			var lanes []lane
			lanesOf(img, draw.Rect{}, func(l *lane) { lanes = append(lanes, *l) })
			b.ReportAllocs()
			for b.Loop() {
				for i := range lanes {
					way.draw(&lanes[i], img.Pix)
				}
			}
		})
	}
}
