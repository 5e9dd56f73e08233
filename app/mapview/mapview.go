// Package mapview is the map as a widget: it shows a scene, lets the user move it with pointer, wheel and keys, and tells
// what was pointed at or chosen.
//
// What the map shows comes from app/scene, and what a choice means is the caller's business. Positions are Fyne's units
// within the widget; the picture is drawn at the screen's own pixels. Use on the window's goroutine.
//
// Drag pans, the wheel zooms around the pointer, a double click zooms in. With the keyboard: arrows pan, + and - zoom, 0
// fits, 1 to 7 show a part of the world, g the globe, t all ties, p a country and its partners, Tab and Shift+Tab walk the ties from the
// heaviest, Enter opens the one walked to, Escape clears. With Shift a drag turns the sphere under a sheet.
package mapview

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"entente/app/scene"
	"entente/app/words"
	"entente/data"
	"entente/geo/draw"
	"entente/geo/proj"
)

// Events are what the map tells its caller. Any may be nil.
type Events struct {
	Tie      func(data.Pair)    // an arc was chosen
	Country  func(data.Party)   // a country was chosen
	Clear    func()             // water was clicked, or Escape pressed
	Offered  func(ties int)     // a list of so many ties was shown to choose from
	Pointed  func(scene.Target) // something else, or nothing, is under the pointer
	Moved    func(proj.View)    // the user moved the map
	Describe func(scene.Target) (title, detail string)
	Drawn    func(Frame) // a picture was drawn
	Menu     func(Spot)  // the secondary button was clicked
}

// Spot is where the secondary button was clicked.
type Spot struct {
	scene.Target           // what lies there
	Place        orb.Point // longitude and latitude, in degrees
	OnMap        bool      // whether there is such a place
	At           fyne.Position
}

// Frame says what was drawn, for logs and tests.
type Frame struct {
	Ties   int
	Took   time.Duration
	Moving bool // by a drag, or from one view to another
}

// Options are what a map needs.
type Options struct {
	Builder *scene.Builder
	Fonts   *draw.Fonts
	Words   *words.Table
	Name    func(data.Party) string // of a party, in the words' language
	Events  Events
	TieName func(*data.Tie) string // what to write along a tie; nil for nothing
	// Clear gives the places where something else lies over a map of a size, for the legend to keep off; nil for none.
	Clear func(fyne.Size) []draw.Rect
	Now   func() time.Time
	// After calls a function on the window's goroutine after a while, unless it is stopped before; nil for a timer.
	After func(wait time.Duration, do func()) (stop func())
}

// MapView is the widget.
type MapView struct {
	widget.BaseWidget
	// Animated lets the map move to another view instead of leaping there.
	Animated bool
	// TextScale is how large the words on the map are against the usual size; a picture of the map has the usual one.
	TextScale float64

	o      Options
	view   proj.View
	fitted bool       // the view is the whole map, and stays so when the size changes
	centre *orb.Point // that the user turned the map to; nil for none
	travel *travel    // under way; nil at rest
	before string     // the projection before the globe
	parts  Parts
	legend bool // unfolded on a map that is too small to have room for it

	ties      []data.Tie
	theme     scene.Theme
	selected  scene.Target
	hovered   scene.Target
	scene     *scene.Scene // of the last frame; nil before the first, or when something changed since
	painter   *scene.Painter
	picture   picture
	raster    *canvas.Raster
	card      *card
	insetAt   *[2]float64  // where the inset stood at last; nil when there was none yet
	legendAt  scene.Corner // likewise of the legend
	dragging  bool
	zooming   func() // stops the wait for the end of a zoom by the wheel; nil when there is none
	turning   bool   // a drag turns the sphere under a sheet
	pressed   fyne.Position
	lastClick click
	walked    int // of ties, by Tab; -1 for none
	focused   bool
	ring      *canvas.Rectangle
}

// New makes a map of no ties, in the light theme.
func New(o Options) *MapView {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.After == nil {
		o.After = after
	}
	m := &MapView{o: o, view: proj.View{Projection: proj.EqualEarth}, fitted: true, theme: scene.Light(), walked: -1, Animated: true, parts: DefaultParts, before: proj.EqualEarth,
		painter: scene.NewPainter(o.Fonts)}
	m.raster = canvas.NewRaster(m.Frame)
	m.card = newCard()
	m.ring = canvas.NewRectangle(nil)
	m.ring.StrokeWidth = 2
	m.ring.Hide()
	m.ExtendBaseWidget(m)
	return m
}

// CreateRenderer is part of fyne.Widget.
func (m *MapView) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{m: m, objects: []fyne.CanvasObject{m.raster, m.ring, m.card.box}}
}

// SetTies shows other ties. The slice must not change afterwards; giving the same one again is cheap.
func (m *MapView) SetTies(ties []data.Tie) {
	m.ties, m.walked = ties, -1
	m.hovered = scene.Target{}
	m.card.hide()
	m.redraw()
}

// SetSelected lets one tie or country stand out; the zero Target lets none.
func (m *MapView) SetSelected(t scene.Target) {
	if t == m.selected {
		return
	}
	m.selected = t
	m.redraw()
}

// SetTheme draws in other colours.
func (m *MapView) SetTheme(t scene.Theme) {
	m.theme = t
	m.redraw()
}

// SetWords speaks another language.
func (m *MapView) SetWords(w *words.Table, name func(data.Party) string) {
	m.o.Words, m.o.Name = w, name
	m.redraw()
}

// View gives what the map shows, or is on its way to.
func (m *MapView) View() proj.View { return m.heading() }

// Fitted says whether the map shows the whole of what it fits to, and so follows the window's size.
func (m *MapView) Fitted() bool { return m.fitted }

// SetView shows a view that View gave, perhaps at another size: its middle stays in the middle.
func (m *MapView) SetView(v proj.View, fitted bool) {
	m.arrive()
	if _, ok := proj.Lookup(v.Projection); !ok || !(v.Scale > 0) {
		v, fitted = proj.View{Projection: m.view.Projection}, true
	}
	m.view, m.fitted = resized(v, m.Size()), fitted
	m.centre = nil
	if begin := scene.Whole(proj.View{Projection: v.Projection}).Lon; fitted && v.Projection != proj.Orthographic && v.Lon != 0 && v.Lon != begin {
		m.centre = &orb.Point{v.Lon, v.Lat}
	}
	if fitted {
		m.view = m.fitAll(m.view)
	}
	m.redraw()
}

// Reopen shows what a view of a picture of another size shows: all of it, as large as the map allows. Whole says that it is
// the whole map.
func (m *MapView) Reopen(v proj.View, whole bool) {
	if s := m.Size(); v.Width > 0 && v.Height > 0 && s.Width > 0 && s.Height > 0 {
		k := min(m.width()/v.Width, m.height()/v.Height)
		x, y := v.X-v.Width/2, v.Y-v.Height/2
		v.Scale *= k
		v.Width, v.Height = m.width(), m.height()
		v.X, v.Y = v.Width/2+k*x, v.Height/2+k*y
	}
	m.SetView(v, whole)
	m.moved()
}

// SetProjection lays the world out by another projection, all of it in view. The place that the user turned the map to stays
// in the middle; else the place in the middle of the view does, where the projection turns the sphere.
func (m *MapView) SetProjection(name string) {
	m.arrive()
	v := m.whole(name)
	if aims(name) && m.centre == nil && !m.fitted {
		if place, ok := m.view.Invert(m.view.Width/2, m.view.Height/2); ok {
			v.Lon, v.Lat = place[0], place[1]
		}
	}
	m.goTo(v, true)
}

// chosen gives the parties that are selected.
func (m *MapView) chosen() []data.Party {
	return m.selected.Parties()
}

// ZoomBy zooms around the middle.
func (m *MapView) ZoomBy(factor float64) {
	m.arrive()
	m.zoomAt(m.view.Width/2, m.view.Height/2, factor)
}

// Fit shows the whole world. A globe keeps the side that it shows, unless the user chose its middle.
func (m *MapView) Fit() {
	m.arrive()
	if aims(m.view.Projection) && m.centre == nil {
		m.goTo(m.fitAll(m.view), true)
		return
	}
	m.goTo(m.whole(m.view.Projection), true)
}

const fitPad = 12

// fitAll lays the whole world of a view into the widget.
func (m *MapView) fitAll(v proj.View) proj.View {
	if s := m.Size(); s.Width > 0 && s.Height > 0 {
		return scene.Whole(v).FitAll(m.width(), m.height(), fitPad)
	}
	return v
}

func (m *MapView) moved() {
	m.redraw()
	if m.o.Events.Moved != nil {
		m.o.Events.Moved(m.view)
	}
}

// resized gives a view for another size of the widget, with the same place in the middle.
func resized(v proj.View, size fyne.Size) proj.View {
	w, h := float64(size.Width), float64(size.Height)
	if w <= 0 || h <= 0 {
		return v
	}
	if v.Width > 0 && v.Height > 0 {
		v.X += (w - v.Width) / 2
		v.Y += (h - v.Height) / 2
	}
	v.Width, v.Height = w, h
	return v
}

// Resize keeps the middle in the middle, or all in view where it was.
func (m *MapView) Resize(s fyne.Size) {
	if s == m.Size() {
		return
	}
	m.arrive()
	m.view = resized(m.view, s)
	m.BaseWidget.Resize(s)
	if m.fitted {
		m.view = m.fitAll(m.view)
	}
	m.redraw()
}

// MinSize lets the map become small, not vanish.
func (m *MapView) MinSize() fyne.Size { return fyne.NewSize(160, 120) }

type renderer struct {
	m       *MapView
	objects []fyne.CanvasObject
}

func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *renderer) MinSize() fyne.Size           { return r.m.MinSize() }
func (r *renderer) Destroy()                     {}

func (r *renderer) Layout(s fyne.Size) {
	r.m.raster.Resize(s)
	r.m.ring.Resize(s)
}

func (r *renderer) Refresh() { r.m.redraw() }
