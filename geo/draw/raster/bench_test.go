package raster_test

import (
	"image"
	"math"
	"math/rand"
	"testing"

	"golang.org/x/image/vector"

	"entente/geo/draw"
)

func BenchmarkFill1000Polygons(b *testing.B) {
	r := rand.New(rand.NewSource(1))
	var paths []*draw.Path
	for range 1000 {
		x, y := 60+r.Float64()*1480, 60+r.Float64()*680
		p := &draw.Path{}
		for k := range 30 {
			sin, cos := math.Sincos(float64(k) / 30 * 2 * math.Pi)
			p.LineTo(x+cos*(20+r.Float64()*30), y+sin*(20+r.Float64()*30))
		}
		paths = append(paths, p)
	}
	img, c := canvas(1600, 800, 1)
	b.Run("ours", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, p := range paths {
				c.Fill(p, draw.Fill{Color: half})
			}
		}
	})
	b.Run("x-image-vector sized to each box", func(b *testing.B) {
		b.ReportAllocs()
		var z vector.Rasterizer
		src := image.NewUniform(half)
		for b.Loop() {
			for _, p := range paths {
				box, _ := p.Bounds()
				x, y := math.Floor(box.MinX), math.Floor(box.MinY)
				z.Reset(int(box.MaxX-x)+2, int(box.MaxY-y)+2)
				xy, _ := p.Line(0)
				z.MoveTo(xy[0]-float32(x), xy[1]-float32(y))
				for k := 2; k < len(xy); k += 2 {
					z.LineTo(xy[k]-float32(x), xy[k+1]-float32(y))
				}
				z.ClosePath()
				z.Draw(img, image.Rect(int(x), int(y), int(x)+z.Size().X, int(y)+z.Size().Y), src, image.Point{})
			}
		}
	})
}
