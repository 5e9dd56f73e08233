package proj_test

import (
	"os"
	"testing"

	"github.com/paulmach/orb"

	"entente/geo"
	"entente/geo/proj"
)

// counter is a sink that counts.
type counter struct{ moves, lines, closes int }

func (c *counter) MoveTo(x, y float64) { c.moves++ }
func (c *counter) LineTo(x, y float64) { c.lines++ }
func (c *counter) Close()              { c.closes++ }

func loadWorld(t testing.TB) *geo.World {
	t.Helper()
	w, err := geo.Load(os.DirFS("../../assets"))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// drawAll draws what a frame of the map needs of the world.
func drawAll(a *proj.Atlas, countries int, sink proj.Sink) {
	a.Sphere(sink)
	for i := range countries {
		a.Country(i, sink)
	}
	a.Nobody(sink)
	a.Lakes(sink)
	for _, kind := range []geo.LineKind{geo.Coast, geo.Border, geo.Disputed} {
		a.Lines(kind, sink)
	}
}

func BenchmarkFrame1920x1080Medium(b *testing.B) {
	w := loadWorld(b)
	for _, name := range proj.Names() {
		view := proj.View{Projection: name, Lon: 20, Lat: 0}.FitAll(1920, 1080, 10)
		a, sink := proj.NewAtlas(w), new(counter)
		draw := func(v proj.View) {
			a.PrepareLevel(v, geo.Medium)
			drawAll(a, len(w.Countries), sink)
		}
		for i := range 36 {
			draw(view.Rotate(float64(i*10), 0))
		}
		b.Run(name+"/pan", func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				v := view
				v.X += float64(i % 50)
				draw(v)
			}
		})
		b.Run(name+"/turn", func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				draw(view.Rotate(float64(i*10%360), 0))
			}
		})
	}
}

// BenchmarkFrameNaive draws the same as BenchmarkFrame1920x1080Medium's equal-earth pan with nothing kept.
func BenchmarkFrameNaive1920x1080Medium(b *testing.B) {
	w := loadWorld(b)
	shapes, err := w.Shapes(geo.Medium)
	if err != nil {
		b.Fatal(err)
	}
	polygons, lines := places(shapes)
	view := proj.View{Projection: proj.EqualEarth, Lon: 20}.FitAll(1920, 1080, 10)
	sink := new(counter)
	b.ReportAllocs()
	for b.Loop() {
		p := proj.NewProjector(view)
		for _, polygon := range polygons {
			p.Polygon(sink, polygon)
		}
		for _, line := range lines {
			p.Line(sink, line)
		}
	}
}

// places turns shapes into plain polygons and lines of longitude and latitude.
func places(shapes *geo.Shapes) (polygons []orb.Polygon, lines [][]orb.Point) {
	for _, area := range shapes.Areas {
		var polygon orb.Polygon
		for _, ring := range area.Rings {
			var r orb.Ring
			for _, v := range ring {
				r = append(r, v.Point())
			}
			polygon = append(polygon, append(r, r[0]))
		}
		polygons = append(polygons, polygon)
	}
	for _, line := range shapes.Lines {
		var l []orb.Point
		for _, v := range line.Points {
			l = append(l, v.Point())
		}
		lines = append(lines, l)
	}
	return polygons, lines
}

func BenchmarkFrameBalkansFine1920x1080(b *testing.B) {
	w := loadWorld(b)
	view := proj.View{}.Fit(1920, 1080, orb.Bound{Min: orb.Point{13, 38}, Max: orb.Point{30, 48}}, 20)
	a := proj.NewAtlas(w)
	sink := new(counter)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		v := view
		v.X += float64(i % 50)
		a.PrepareLevel(v, geo.Fine)
		drawAll(a, len(w.Countries), sink)
	}
}
