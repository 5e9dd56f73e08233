package scene_test

import (
	"image"
	"math"
	"testing"

	"github.com/paulmach/orb"

	"entente/app/scene"
	"entente/data"
	"entente/geo"
	"entente/geo/draw/raster"
	"entente/geo/proj"
)

func TestTheGroundHasItsPartsInEveryTheme(t *testing.T) {
	world, _ := assets()
	for _, name := range scene.ThemeNames {
		in := input(1000, 600, sample())
		in.Theme, _ = scene.ThemeNamed(name)
		in.Graticule = true
		r := record(in)
		tints, lakes, dotted, grid := map[any]bool{}, 0, 0, 0
		for _, op := range r.Ops {
			switch {
			case op.Layer == scene.LandLayer && op.Fill.Color == in.Theme.Water:
				lakes += op.Path.Lines()
			case op.Layer == scene.LandLayer && op.Path.Points() > 0:
				tints[op.Fill.Color] = true
			case op.Layer == scene.BorderLayer && len(op.Stroke.Dash) > 0:
				dotted += op.Path.Lines()
			case op.Layer == scene.GridLayer:
				grid += op.Path.Lines()
			}
		}
		if len(tints) < 10 || lakes < 10 || dotted < 5 || grid < 20 {
			t.Errorf("%s: %d tints, %d lakes, %d disputed borders, %d lines of the graticule", name, len(tints), lakes, dotted, grid)
		}
		for _, land := range append(in.Theme.Land[:], in.Theme.Tied[:]...) {
			if got := apart(visions[0].see(land), visions[0].see(in.Theme.Water)); got < 0.018 {
				t.Errorf("%s: land %v and water %v are only %.3f apart", name, land, in.Theme.Water, got)
			}
		}
		for i := range world.Countries {
			c := &world.Countries[i]
			for _, n := range c.Neighbours {
				other, _ := world.Country(n)
				for _, land := range [][6]any{tintsOf(in.Theme.Land), tintsOf(in.Theme.Tied)} {
					if land[c.Tint] == land[other.Tint] {
						t.Errorf("%s: %s and %s have the same tint", name, c.Code, n)
					}
				}
			}
		}
	}
}

func tintsOf[T any](list [6]T) (all [6]any) {
	for i, v := range list {
		all[i] = v
	}
	return all
}

func TestMicrostatesCanBeClicked(t *testing.T) {
	world, _ := assets()
	in := input(1200, 700, nil)
	s := build(in)
	checked := 0
	for i := range world.Countries {
		c := &world.Countries[i]
		x, y, seen := in.View.Project(c.Anchor)
		if !c.Dot || !seen {
			continue
		}
		alone := true // in the crowd of the Caribbean, the next dot may be as near
		for k := range world.Countries {
			if o := &world.Countries[k]; o.Dot && k != i {
				u, v, _ := in.View.Project(o.Anchor)
				alone = alone && math.Hypot(x-u, y-v) > 7
			}
		}
		if hits := s.At(x+2, y); alone && (len(hits) == 0 || hits[0].Country != data.Party(c.Code)) {
			t.Errorf("a click beside the dot of %s finds %v", c.Code, hits)
		}
		checked++
	}
	if checked < 30 {
		t.Errorf("only %d dots", checked)
	}
}

// Where a closer level takes over, the picture must not jump: just below and above that scale it is nearly the same.
func TestNoLevelLeapsToTheEye(t *testing.T) {
	world, _ := assets()
	shot := func(scale float64, place orb.Point) *image.RGBA {
		v := proj.View{Lon: place[0], Scale: scale}
		x, y, _ := v.Project(place)
		v.X, v.Y = 300-x, 200-y
		img := image.NewRGBA(image.Rect(0, 0, 600, 400))
		in := scene.Input{Width: 600, Height: 400, Scale: 1, Theme: scene.Light(), View: v}
		raster.NewRenderer(nil).Draw(img, 1, scene.New(world, nil).Build(in).Draw)
		return img
	}
	for _, place := range []orb.Point{{20, 44}, {10, 62}, {120, 0}, {-75, 45}} {
		for level := geo.Overview; level < geo.Fine; level++ {
			scale := 300.0
			for geo.LevelFor(scale) == level || geo.LevelFor(scale) < level {
				scale += 1
			}
			below, above := shot(scale-1.001, place), shot(scale, place)
			nothing := shot(scale*1.002, place) // another scale of the same level: what zooming by so little changes anyway
			leap, step := unlike(below, above), unlike(above, nothing)
			if leap > 0.025 {
				t.Errorf("at %v, %.2f %% of the pixels change from level %d to the next, and %.2f %% by zooming a little", place, 100*leap, level, 100*step)
			}
		}
	}
}

// unlike is the share of pixels that differ by more than an eighth of the range.
func unlike(a, b *image.RGBA) float64 {
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		off := 0
		for k := range 3 {
			d := int(a.Pix[i+k]) - int(b.Pix[i+k])
			off = max(off, d, -d)
		}
		if off > 32 {
			n++
		}
	}
	return float64(n) / float64(len(a.Pix)/4)
}
