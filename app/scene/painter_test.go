package scene_test

import (
	"image"
	"testing"

	"entente/app/scene"
	"entente/geo/draw/raster"
	"entente/geo/proj"
)

func TestPainterPaintsWhatDrawingDraws(t *testing.T) {
	world, fonts := assets()
	in := input(700, 500, crowd(120))
	in.View = in.View.ZoomAt(300, 200, 3)
	globe := input(700, 500, in.Ties)
	globe.View = proj.View{Projection: proj.Orthographic}.FitAll(700, 500, 5)
	steps := []struct {
		name string
		to   func(in scene.Input) scene.Input
	}{
		{"the first frame", func(in scene.Input) scene.Input { return in }},
		{"the same again", func(in scene.Input) scene.Input { return in }},
		{"moved right and down", func(in scene.Input) scene.Input { in.View = in.View.Pan(0, 0, 13, 7); return in }},
		{"moved left and up", func(in scene.Input) scene.Input { in.View = in.View.Pan(0, 0, -40, -21); return in }},
		{"moved by parts of a pixel", func(in scene.Input) scene.Input { in.View = in.View.Pan(0, 0, 3.3, 0.5); return in }},
		{"moved far", func(in scene.Input) scene.Input { in.View = in.View.Pan(0, 0, 500, 0); return in }},
		{"zoomed", func(in scene.Input) scene.Input { in.View = in.View.ZoomAt(100, 100, 1.5); return in }},
		{"zoomed by a wheel", func(in scene.Input) scene.Input { in.Rough, in.View = true, in.View.ZoomAt(90, 80, 1.2); return in }},
		{"zoomed on", func(in scene.Input) scene.Input { in.View = in.View.ZoomAt(90, 80, 1.2); return in }},
		{"dragged at once", func(in scene.Input) scene.Input { in.View = in.View.Pan(0, 0, 9, 4); return in }},
		{"dragged on", func(in scene.Input) scene.Input { in.View = in.View.Pan(0, 0, -6, 4); return in }},
		{"zoomed while it is dragged", func(in scene.Input) scene.Input { in.View = in.View.ZoomAt(90, 80, 0.7); return in }},
		{"at rest", func(in scene.Input) scene.Input { in.Rough = false; return in }},
		{"selected", func(in scene.Input) scene.Input { in.Selected.Country = "JP"; return in }},
		{"dark and moved", func(in scene.Input) scene.Input {
			in.Theme = scene.Dark()
			in.View = in.View.Pan(0, 0, 5, 5)
			return in
		}},
		{"a globe", func(scene.Input) scene.Input { return globe }},
		{"a globe turned", func(in scene.Input) scene.Input { in.View = in.View.Pan(350, 250, 370, 260); return in }},
		{"a globe dragged", func(in scene.Input) scene.Input {
			in.Rough, in.View = true, in.View.Pan(350, 250, 390, 240)
			return in
		}},
		{"a globe let go", func(in scene.Input) scene.Input { in.Rough = false; return in }},
		{"smaller", func(in scene.Input) scene.Input { in.Width, in.Height = 400, 300; return in }},
	}
	builder, painter := scene.New(world, fonts), scene.NewPainter(fonts)
	for _, step := range steps {
		in = step.to(in)
		s := builder.Build(in)
		got := image.NewRGBA(image.Rect(0, 0, int(in.Width), int(in.Height)))
		want := image.NewRGBA(got.Rect)
		painter.Paint(got, s)
		raster.NewRenderer(fonts).Draw(want, 1, s.Draw)
		differ := 0
		for i := range want.Pix {
			if d := int(got.Pix[i]) - int(want.Pix[i]); d < -3 || d > 3 {
				differ++
			}
		}
		// Where a border that is dotted enters the picture, its dots may begin elsewhere.
		if differ > len(want.Pix)/10000 {
			t.Errorf("%s: %d of %d bytes differ", step.name, differ, len(want.Pix))
		}
		builder.Release(s)
	}
}
