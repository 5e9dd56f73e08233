package mapview_test

import (
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"entente/app/scene"
	"entente/assets"
	"entente/data"
	"entente/geo"
	"entente/geo/draw"
)

func TestTheInsetCanBeZoomedInto(t *testing.T) {
	b := lay(t)
	b.view.Animated = false
	var crowd []data.Tie
	for _, c := range []data.Party{"AL", "BA", "BG", "GR", "HR", "HU", "ME", "MK", "RO", "XK"} {
		crowd = append(crowd, data.Tie{Pair: data.PairOf("RS", c), Stance: data.Cooperation, Reports: 1, Passages: 1})
	}
	b.view.SetTies(crowd)
	box, view, ok := b.view.Scene().Inset()
	if !ok {
		t.Fatal("there is no inset")
	}
	at := fyne.NewPos(float32(box.MinX+box.MaxX)/2, float32(box.MinY+box.MaxY)/2)
	mapX, mapY := b.view.Scene().Through(float64(at.X), float64(at.Y))
	want, _ := b.view.View().Invert(mapX, mapY)
	b.view.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, 20)})
	if got, _ := b.view.View().Invert(mapX, mapY); math.Hypot(got[0]-want[0], got[1]-want[1]) > 0.1 {
		t.Errorf("the wheel zoomed around %v, want %v, which lay under the pointer in the inset", got, want)
	}
	b.view.Fit()
	b.click(at)
	b.now = b.now.Add(200 * time.Millisecond)
	b.press(at)
	if got := b.view.View(); math.Abs(got.Scale-view.Scale) > 1e-6*view.Scale {
		t.Errorf("a double click in the inset zoomed to %.0f, want %.0f, which shows all of it", got.Scale, view.Scale)
	}
}

// Steps of the wheel follow each other fast; what stands over the map is laid out again when they have ended.
func TestTheMapIsDrawnInFullWhenTheWheelRests(t *testing.T) {
	b := lay(t)
	b.view.Animated = false
	var crowd []data.Tie
	for _, c := range []data.Party{"AL", "BA", "BG", "GR", "HR", "HU", "ME", "MK", "RO", "XK"} {
		crowd = append(crowd, data.Tie{Pair: data.PairOf("RS", c), Stance: data.Cooperation, Reports: 1, Passages: 1})
	}
	b.view.SetTies(crowd)
	b.view.Frame(900, 500)
	box, _, _ := b.view.Scene().Inset()
	for range 3 {
		b.view.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(450, 120)}, Scrolled: fyne.NewDelta(0, 5)})
		b.view.Frame(900, 500)
		if got, _, ok := b.view.Scene().Inset(); ok && got != box {
			t.Errorf("while the wheel turns the inset stands at %v, want %v", got, box)
		}
	}
	moving, frames := b.view.Scene(), b.frames
	if n := b.wait(); n != 1 {
		t.Errorf("after three steps of the wheel %d things wait, want 1", n)
	}
	b.view.Frame(900, 500)
	if b.view.Scene() == moving || b.frames != frames+1 {
		t.Errorf("at rest %d frames were drawn, want 1", b.frames-frames)
	}
	fresh, _, _ := b.view.Scene().Inset()
	in := b.view.Snapshot()
	in.Legend = b.view.LegendShown()
	s := b.again(in)
	if got, _, _ := s.Inset(); got != fresh {
		t.Errorf("in a picture of the map the inset stands at %v, on the screen at %v", got, fresh)
	}
}

// again builds a scene as an export does: by a builder that knows nothing of the frames before.
func (b *table) again(in scene.Input) *scene.Scene {
	world, err := geo.Load(assets.FS)
	if err != nil {
		b.t.Fatal(err)
	}
	fonts, err := draw.LoadFonts(assets.FS)
	if err != nil {
		b.t.Fatal(err)
	}
	return scene.New(world, fonts).Build(in)
}
