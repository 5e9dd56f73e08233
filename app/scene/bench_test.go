package scene_test

import (
	"bytes"
	"image"
	"image/png"
	"runtime"
	"testing"

	"entente/app/scene"
	"entente/data"
	"entente/geo/draw"
	"entente/geo/draw/raster"
	"entente/geo/proj"
)

// BenchmarkFrame1920x1080Ties1000 moves, zooms and turns a map of 1,000 ties, as the window does. The twin of each makes a
// new builder for every frame and draws all of it on one core.
func BenchmarkFrame1920x1080Ties1000(b *testing.B) {
	world, fonts := assets()
	in := input(1920, 1080, crowd(1000))
	img := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	flat := scene.Fit(proj.View{}, 1920, 1080).ZoomAt(960, 540, 1.5)
	globe := scene.Fit(proj.View{Projection: proj.Orthographic}, 1920, 1080)
	for _, motion := range []struct {
		name string
		view func(i int) proj.View
	}{
		{"pan", func(i int) proj.View { return flat.Pan(0, 0, float64(i%60), float64(i%40)) }},
		{"zoom", func(i int) proj.View { return flat.ZoomAt(700, 400, 1+float64(i%60)/50) }},
		{"turn", func(i int) proj.View { return globe.Pan(900, 500, 900+float64(i%60), 500+float64(i%40)) }},
	} {
		b.Run(motion.name, func(b *testing.B) {
			builder, painter := scene.New(world, fonts), scene.NewPainter(fonts)
			frame := func(i int) {
				next := in
				next.View, next.Rough = motion.view(i), true
				s := builder.Build(next)
				painter.Paint(img, s)
				builder.Release(s)
			}
			for i := range 60 {
				frame(i)
			}
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				frame(i)
				i++
			}
		})
		b.Run(motion.name+" anew", func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				next := in
				next.View = motion.view(i)
				scene.New(world, fonts).Build(next).Draw(raster.New(img, 1, fonts))
				i++
			}
		})
	}
}

// BenchmarkWordsAlongTies1000 moves the same map with what each tie is about along its arc, and without.
func BenchmarkWordsAlongTies1000(b *testing.B) {
	world, fonts := assets()
	for _, words := range []bool{true, false} {
		b.Run(map[bool]string{true: "with", false: "without"}[words], func(b *testing.B) {
			builder, in := scene.New(world, fonts), input(1920, 1080, crowd(1000))
			if words {
				in.TieName = func(t *data.Tie) string { return string(t.Stance) }
			}
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				next := in
				next.View = in.View.Pan(0, 0, float64(i%60), float64(i%40))
				builder.Release(builder.Build(next))
				i++
			}
		})
	}
}

func BenchmarkFrame1280x800Ties12(b *testing.B) {
	world, fonts := assets()
	builder, painter := scene.New(world, fonts), scene.NewPainter(fonts)
	in := input(1280, 800, sample())
	img := image.NewRGBA(image.Rect(0, 0, 1280, 800))
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		next := in
		next.View = in.View.ZoomAt(640, 400, 1+float64(i%60)/50)
		s := builder.Build(next)
		painter.Paint(img, s)
		builder.Release(s)
		i++
	}
}

// BenchmarkMiddleOf50Ties6000 finds a free point on each of 50 ties among thousands, the lines of the map sorted once.
func BenchmarkMiddleOf50Ties6000(b *testing.B) {
	ties := crowd(6000)
	s := build(input(1920, 1080, ties))
	s.At(960, 540)
	b.ReportAllocs()
	for b.Loop() {
		for i := range 50 {
			s.Middle(ties[i*119].Pair)
		}
	}
}

func BenchmarkHitTestTies10000(b *testing.B) {
	s := build(input(1920, 1080, crowd(10000)))
	s.At(960, 540)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		s.At(float64(i*37%1920), float64(i*91%1080))
		i++
	}
}

// BenchmarkSnapshot3840x2160 goes from ties to a PNG file in memory; its twin is the standard library's encoder on one core.
func BenchmarkSnapshot3840x2160(b *testing.B) {
	world, fonts := assets()
	in := input(1920, 1080, sample())
	in.Scale = 2
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			s := scene.New(world, fonts).Build(in)
			if err := scene.WritePNG(&bytes.Buffer{}, raster.NewRenderer(fonts), 3840, 2160, 2, s.Draw); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("standard encoder", func(b *testing.B) {
		for b.Loop() {
			img := image.NewRGBA(image.Rect(0, 0, 3840, 2160))
			scene.New(world, fonts).Build(in).Draw(raster.New(img, 2, fonts))
			if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&bytes.Buffer{}, img); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// skipInShort leaves out a test that draws much on one goroutine, where the race detector has nothing to find and takes
// minutes over it.
func skipInShort(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("draws much on one goroutine")
	}
}

// A frame must not make garbage that grows with frames: some small things at most, whatever is drawn.
func TestFramesMakeNoGarbage(t *testing.T) {
	skipInShort(t)
	world, fonts := assets()
	builder := scene.New(world, fonts)
	in := input(1200, 700, crowd(500))
	i := 0
	frame := func() {
		next := in
		next.View = in.View.Pan(0, 0, float64(i%50), float64(i%30))
		s := builder.Build(next)
		s.Draw(&nothing{})
		builder.Release(s)
		i++
	}
	for range 60 {
		frame()
	}
	if got := testing.AllocsPerRun(50, frame); got > 200 {
		t.Errorf("a frame makes %.0f allocations", got)
	}
}

// Zooming changes the size of the inset with every frame, whose picture must not be made anew.
func TestZoomedFramesTakeNoMemory(t *testing.T) {
	skipInShort(t)
	world, fonts := assets()
	builder, painter := scene.New(world, fonts), scene.NewPainter(fonts)
	in := input(1200, 700, crowd(300))
	img := image.NewRGBA(image.Rect(0, 0, 1200, 700))
	frame := func(i int) {
		next := in
		next.View, next.Rough = in.View.ZoomAt(500, 300, 1+float64(i%40)/40), true
		s := builder.Build(next)
		painter.Paint(img, s)
		builder.Release(s)
	}
	for i := range 80 {
		frame(i)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	const n = 40
	for i := range n {
		frame(i)
	}
	runtime.ReadMemStats(&after)
	if got := (after.TotalAlloc - before.TotalAlloc) / n; got > 100<<10 {
		t.Errorf("a zoomed frame takes %d KB of new memory, want 100 at most", got>>10)
	}
}

// nothing is a canvas that draws nothing.
type nothing struct{}

func (*nothing) Size() (width, height float64)  { return 1200, 700 }
func (*nothing) Fill(*draw.Path, draw.Fill)     {}
func (*nothing) Stroke(*draw.Path, draw.Stroke) {}
func (*nothing) Text(draw.Text)                 {}
func (*nothing) Clip(draw.Rect)                 {}
