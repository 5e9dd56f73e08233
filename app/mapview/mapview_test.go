package mapview_test

import (
	"fmt"
	"math"
	"reflect"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"entente/app/mapview"
	"entente/app/scene"
	"entente/app/words"
	"entente/assets"
	"entente/data"
	"entente/geo"
	"entente/geo/draw"
	"entente/geo/proj"
)

var (
	serbiaJapan = data.PairOf("JP", "RS")
	brazilChina = data.PairOf("BR", "CN")
	ties        = []data.Tie{
		{Pair: serbiaJapan, Stance: data.Cooperation, Reports: 3, Passages: 9},
		{Pair: brazilChina, Stance: data.Conflict, Reports: 1, Passages: 1},
	}
)

// table is a map in a window of 900 by 500, and what it told.
type table struct {
	t      testing.TB
	view   *mapview.MapView
	window fyne.Window
	now    time.Time
	told   []string
	frames int
	spot   mapview.Spot // where the secondary button was clicked last
	later  []func()     // what waits for time to pass; nil when it was stopped
}

func lay(t testing.TB) *table {
	t.Helper()
	test.NewTempApp(t)
	b := &table{t: t, now: time.Unix(1e9, 0)}
	world, err := geo.Load(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	fonts, err := draw.LoadFonts(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	say, err := words.Load(assets.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	b.view = mapview.New(mapview.Options{Builder: scene.New(world, fonts), Fonts: fonts, Words: say,
		TieName: func(t *data.Tie) string { return t.Pair.String() },
		After: func(_ time.Duration, do func()) (stop func()) {
			i := len(b.later)
			b.later = append(b.later, do)
			return func() { b.later[i] = nil }
		},
		Now: func() time.Time { return b.now }, Events: mapview.Events{
			Tie:      func(p data.Pair) { b.tell("tie", p) },
			Country:  func(c data.Party) { b.tell("country", c) },
			Clear:    func() { b.tell("clear", "") },
			Offered:  func(n int) { b.tell("offered", n) },
			Pointed:  func(t scene.Target) { b.tell("pointed", t) },
			Describe: func(t scene.Target) (string, string) { return fmt.Sprint(t), "detail" },
			Drawn:    func(mapview.Frame) { b.frames++ },
			Menu:     func(s mapview.Spot) { b.spot = s },
		}})
	b.view.SetTies(ties)
	b.window = test.NewTempWindow(t, b.view)
	b.window.SetPadded(false)
	b.window.Resize(fyne.NewSize(900, 500))
	return b
}

func (b *table) tell(what string, of any) { b.told = append(b.told, fmt.Sprint(what, " ", of)) }

// wait lets the time pass that anything waits for, and says how many did.
func (b *table) wait() (n int) {
	later := b.later
	b.later = nil
	for _, do := range later {
		if do != nil {
			do()
			n++
		}
	}
	return n
}

// take gives what was told since the last time.
func (b *table) take() []string {
	told := b.told
	b.told = nil
	return told
}

// click presses and lets go at a place, long after the last click.
func (b *table) click(at fyne.Position) {
	b.now = b.now.Add(time.Minute)
	b.press(at)
}

func (b *table) press(at fyne.Position) {
	e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}, Button: desktop.MouseButtonPrimary}
	b.view.MouseDown(e)
	b.view.MouseUp(e)
}

func (b *table) drag(from fyne.Position, steps ...fyne.Delta) {
	b.view.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	for _, d := range steps {
		from = from.AddXY(d.DX, d.DY)
		b.view.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from}, Dragged: d})
	}
	b.view.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	b.view.DragEnd()
}

func (b *table) key(k fyne.KeyName) { b.view.TypedKey(&fyne.KeyEvent{Name: k}) }

// middle is a place on a tie's arc.
func (b *table) middle(p data.Pair) fyne.Position {
	b.t.Helper()
	x, y, ok := b.view.Scene().Middle(p)
	if !ok {
		b.t.Fatalf("no arc of %s", p)
	}
	return fyne.NewPos(float32(x), float32(y))
}

// crossing is a place where two arcs are equally near.
func (b *table) crossing() fyne.Position {
	b.t.Helper()
	for y := float32(0); y < 500; y += 2 {
		for x := float32(0); x < 900; x += 2 {
			hits := b.view.Scene().At(float64(x), float64(y))
			if len(hits) > 1 && hits[0].Country == "" && hits[1].Country == "" && hits[1].Distance-hits[0].Distance < 1 {
				return fyne.NewPos(x, y)
			}
		}
	}
	b.t.Fatal("no two arcs are near each other")
	return fyne.Position{}
}

// place is where a longitude and latitude is on the map.
func (b *table) place(lon, lat float64) fyne.Position {
	x, y, _ := b.view.View().Project([2]float64{lon, lat})
	return fyne.NewPos(float32(x), float32(y))
}

func (b *table) want(what string, want ...string) {
	b.t.Helper()
	if got := b.take(); !reflect.DeepEqual(got, want) {
		b.t.Errorf("%s told %q, want %q", what, got, want)
	}
}

func TestClickChoosesWhatIsThere(t *testing.T) {
	b := lay(t)
	b.click(b.middle(serbiaJapan))
	b.want("a click on an arc", "tie JP-RS")
	b.click(b.place(134, -25))
	b.want("a click on Australia", "country AU")
	b.click(b.place(-140, -45))
	b.want("a click on water", "clear ")
	b.click(fyne.NewPos(2, 2))
	b.want("a click beside the globe", "clear ")
}

func TestOtherButtonsChooseNothing(t *testing.T) {
	b := lay(t)
	e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: b.middle(serbiaJapan)}, Button: desktop.MouseButtonSecondary}
	b.view.MouseDown(e)
	b.view.MouseUp(e)
	b.want("a secondary click")
}

func TestTiesThatCannotBeToldApartAreOffered(t *testing.T) {
	b := lay(t)
	b.view.SetTies([]data.Tie{{Pair: serbiaJapan, Reports: 1}, {Pair: data.PairOf("JP", "XK"), Reports: 1}})
	b.click(b.crossing())
	b.want("a click on two arcs", "offered 2")
	if b.window.Canvas().Overlays().Top() == nil {
		t.Error("no list was shown")
	}
}

func TestHoverLiftsAndDescribes(t *testing.T) {
	b := lay(t)
	move := func(at fyne.Position) {
		b.view.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	}
	move(b.middle(serbiaJapan))
	b.want("the pointer on an arc", "pointed {JP-RS }")
	if b.view.Cursor() != desktop.PointerCursor {
		t.Error("the pointer should be a hand over an arc")
	}
	move(b.middle(serbiaJapan).AddXY(0.5, 0))
	b.want("the pointer moving along the arc")
	move(b.place(-140, -45))
	b.want("the pointer on water", "pointed {- }")
	if b.view.Cursor() != desktop.DefaultCursor {
		t.Error("the pointer should be an arrow over water")
	}
}

func TestDragKeepsThePlaceUnderThePointer(t *testing.T) {
	for _, name := range proj.Names() {
		t.Run(name, func(t *testing.T) {
			b := lay(t)
			b.view.SetProjection(name)
			b.view.ZoomBy(3)
			from := fyne.NewPos(450, 250)
			want, ok := b.view.View().Invert(450, 250)
			if !ok {
				t.Fatal("no place in the middle")
			}
			b.take()
			b.drag(from, fyne.NewDelta(30, 10), fyne.NewDelta(20, 15))
			got, ok := b.view.View().Invert(500, 275)
			if !ok || math.Hypot(got[0]-want[0], got[1]-want[1]) > 0.2 {
				t.Errorf("got %v under the pointer, want %v", got, want)
			}
			b.want("a drag")
		})
	}
}

func TestTremblingIsAClickAndNoDrag(t *testing.T) {
	b := lay(t)
	before := b.view.View()
	b.drag(b.middle(serbiaJapan), fyne.NewDelta(1, 1), fyne.NewDelta(-1, 1))
	if b.view.View() != before {
		t.Error("the map moved")
	}
	b.want("a trembling click", "tie JP-RS")
}

func TestDragThatReturnsIsNoClick(t *testing.T) {
	b := lay(t)
	b.drag(b.middle(serbiaJapan), fyne.NewDelta(40, 0), fyne.NewDelta(-40, 0))
	b.want("a drag there and back")
}

func TestWheelZoomsAroundThePointer(t *testing.T) {
	b := lay(t)
	at := b.place(20, 44)
	scale := b.view.View().Scale
	for range 5 {
		b.view.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, 20)})
	}
	got, _ := b.view.View().Invert(float64(at.X), float64(at.Y))
	if math.Hypot(got[0]-20, got[1]-44) > 0.1 {
		t.Errorf("got %v under the pointer, want 20, 44", got)
	}
	if got := b.view.View().Scale / scale; got < 4 || got > 8 {
		t.Errorf("five notches zoomed %.1f times, want 4 to 8", got)
	}
	b.view.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, float32(math.Inf(1)))})
	if s := b.view.View().Scale; math.IsInf(s, 0) || math.IsNaN(s) {
		t.Errorf("a wild wheel gave scale %v", s)
	}
}

func TestDoubleClickZooms(t *testing.T) {
	b := lay(t)
	scale := b.view.View().Scale
	at := b.place(-140, -45)
	b.click(at)
	b.now = b.now.Add(200 * time.Millisecond)
	b.press(at)
	if got := b.view.View().Scale / scale; math.Abs(got-2) > 0.01 {
		t.Errorf("got %.2f times, want 2", got)
	}
	b.now = b.now.Add(time.Second)
	b.press(at)
	if got := b.view.View().Scale / scale; math.Abs(got-2) > 0.01 {
		t.Errorf("a slow third click zoomed to %.2f times", got)
	}
}

func TestKeys(t *testing.T) {
	b := lay(t)
	fitted := b.view.View()
	b.view.TypedRune('+')
	b.view.TypedRune('=')
	if got := b.view.View().Scale / fitted.Scale; math.Abs(got-1.96) > 0.01 {
		t.Errorf("+ and = zoomed %.2f times, want 1.96", got)
	}
	b.view.TypedRune('-')
	before := b.view.View()
	b.key(fyne.KeyLeft)
	if got := b.view.View().X - before.X; got <= 0 {
		t.Errorf("the left arrow moved the map by %v, want to the right", got)
	}
	b.key(fyne.KeyRight)
	b.key(fyne.KeyUp)
	b.key(fyne.KeyDown)
	if b.view.View() != before {
		t.Errorf("got %+v after arrows there and back, want %+v", b.view.View(), before)
	}
	b.view.TypedRune('0')
	if b.view.View() != fitted || !b.view.Fitted() {
		t.Errorf("0 gave %+v, want the fitted %+v", b.view.View(), fitted)
	}
}

func TestTabWalksTiesByWeight(t *testing.T) {
	b := lay(t)
	if !b.view.AcceptsTab() {
		t.Fatal("Tab leaves the map before the first tie")
	}
	b.key(fyne.KeyTab)
	b.want("the first Tab", "pointed {JP-RS }")
	b.key(fyne.KeyReturn)
	b.want("Enter", "tie JP-RS")
	b.key(fyne.KeyTab)
	b.want("the second Tab", "pointed {BR-CN }")
	if b.view.AcceptsTab() {
		t.Error("Tab stays in the map after the last tie")
	}
	b.key(fyne.KeyEscape)
	b.want("Escape", "pointed {- }", "clear ")
	b.key(fyne.KeyReturn)
	b.want("Enter with nothing walked to")
}

func TestSizeKeepsTheMiddleOrTheWhole(t *testing.T) {
	b := lay(t)
	b.window.Resize(fyne.NewSize(600, 700))
	fit := proj.View{Projection: proj.EqualEarth}.FitAll(600, 700, 12)
	if got := b.view.View(); math.Abs(got.Scale-fit.Scale) > 0.5 {
		t.Errorf("got scale %v after another size, want the whole map at %v", got.Scale, fit.Scale)
	}
	b.view.ZoomBy(4)
	want, _ := b.view.View().Invert(300, 350)
	b.window.Resize(fyne.NewSize(1000, 500))
	got, _ := b.view.View().Invert(float64(b.view.Size().Width)/2, float64(b.view.Size().Height)/2)
	if math.Hypot(got[0]-want[0], got[1]-want[1]) > 0.01 {
		t.Errorf("got %v in the middle, want %v", got, want)
	}
}

func TestGlobeTurnsToTheTies(t *testing.T) {
	b := lay(t)
	b.view.SetTies([]data.Tie{{Pair: data.PairOf("AU", "NZ"), Reports: 1, Stance: data.Cooperation}})
	b.view.SetProjection(proj.Orthographic)
	if v := b.view.View(); v.Lon < 130 || v.Lon > 175 || v.Lat > -20 || v.Lat < -45 {
		t.Errorf("got a globe turned to %.0f, %.0f, want between Australia and New Zealand", v.Lon, v.Lat)
	}
	b.view.SetProjection(proj.EqualEarth)
	b.view.SetSelected(scene.Target{Country: "JP"})
	b.view.SetProjection(proj.Equidistant)
	if v := b.view.View(); math.Abs(v.Lon-138) > 4 || math.Abs(v.Lat-37) > 4 {
		t.Errorf("got a map around %.0f, %.0f, want around Japan, which is selected", v.Lon, v.Lat)
	}
}

func TestViewComesBack(t *testing.T) {
	b := lay(t)
	b.view.SetProjection(proj.Orthographic)
	b.view.ZoomBy(2)
	want := b.view.View()
	other := lay(t)
	other.view.SetView(want, false)
	if got := other.view.View(); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	for _, bad := range []proj.View{{}, {Projection: "flat"}, {Projection: proj.Mercator, Scale: math.NaN()}, {Projection: proj.Mercator, Scale: -1}} {
		other.view.SetView(bad, false)
		if got := other.view.View(); !(got.Scale > 0) || !other.view.Fitted() {
			t.Errorf("the damaged view %+v gave %+v, want the whole map", bad, got)
		}
	}
}

func TestOneFrameForManyChanges(t *testing.T) {
	b := lay(t)
	b.window.Canvas().Capture()
	b.frames = 0
	b.view.ZoomBy(2)
	b.view.ZoomBy(2)
	b.view.SetSelected(scene.Target{Pair: serbiaJapan})
	b.window.Canvas().Capture()
	b.window.Canvas().Capture()
	if b.frames != 1 {
		t.Errorf("got %d frames, want 1", b.frames)
	}
}

func TestPictureHasTheScreensPixels(t *testing.T) {
	b := lay(t)
	b.window.Canvas().(software.WindowlessCanvas).SetScale(2)
	b.window.Resize(fyne.NewSize(400, 300))
	img := b.window.Canvas().Capture()
	if got := img.Bounds().Dx(); got != 800 {
		t.Fatalf("got a picture %d wide, want 800", got)
	}
	differ := 0
	for y := 0; y < 600; y += 2 {
		for x := 0; x < 800; x += 2 {
			if img.At(x, y) != img.At(x+1, y) {
				differ++
			}
		}
	}
	if differ < 200 {
		t.Errorf("only %d pairs of neighbouring pixels differ: the map was drawn small and blown up", differ)
	}
}

func TestSurvivesNastyValues(t *testing.T) {
	b := lay(t)
	b.view.SetTies(nil)
	b.view.SetTies([]data.Tie{{}, {Pair: data.Pair{"ZZ", "QQ"}, Reports: -1}, {Pair: data.Pair{"RS", "RS"}}})
	b.key(fyne.KeyTab)
	b.view.ZoomBy(0)
	b.view.ZoomBy(math.NaN())
	b.view.SetProjection("nonsense")
	for _, at := range []fyne.Position{{X: -1e9, Y: 1e9}, {X: float32(math.NaN())}} {
		b.click(at)
		b.view.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	}
	b.window.Resize(fyne.NewSize(1, 1))
	b.window.Canvas().Capture()
}

func BenchmarkPan900x500(b *testing.B) {
	table := lay(b)
	table.view.ZoomBy(3)
	size := 0
	b.ReportAllocs()
	for b.Loop() {
		d := float32(1 - 2*(size%2))
		size++
		table.view.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(450, 250)}, Dragged: fyne.NewDelta(20*d, 0)})
		table.view.Frame(900, 500)
	}
}

func ExampleMapView() {
	test.NewApp()
	world, _ := geo.Load(assets.FS)
	say, _ := words.Load(assets.FS, "en")
	m := mapview.New(mapview.Options{Builder: scene.New(world, nil), Words: say, Events: mapview.Events{
		Tie: func(p data.Pair) { fmt.Println("open", p) },
	}})
	m.SetTies([]data.Tie{{Pair: data.PairOf("RS", "JP"), Reports: 1}})
	m.Resize(fyne.NewSize(900, 500))
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	// Output: open JP-RS
}
