package window

import (
	"log/slog"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/app/mapview"
	"entente/app/proof"
	"entente/app/scene"
	"entente/app/window/look"
	"entente/app/window/tip"
	"entente/data"
	"entente/geo/draw"
	"entente/geo/proj"
)

const zoomStep = 1.4

// mapPane is the map with its buttons.
type mapPane struct {
	w          *Window
	object     fyne.CanvasObject
	view       *mapview.MapView
	projection *widget.Select
	in, legend *tip.Button
	buttons    fyne.CanvasObject // over the map's lower right corner
	empty      *fyne.Container   // over the map of a library without ties
	byPair     map[data.Pair]*data.Tie
	placed     bool         // the arcs' places were logged since the last change
	shown      scene.Target // what is looked at
	still      bool         // it was pointed at on the map, or the view came with it: the map stays as it is
	frames     frameLog
}

func newMapPane(w *Window) *mapPane {
	p := &mapPane{w: w, frames: frameLog{out: w.o.Frames}}
	p.view = mapview.New(mapview.Options{Builder: scene.New(w.world, w.fonts), Fonts: w.fonts, Words: w.say, Name: w.name, Clear: p.clear,
		TieName: proof.TieName(proof.FieldNames, w.say),
		Events: mapview.Events{
			Tie:      func(pair data.Pair) { p.choose(app.Route{Pair: pair}) },
			Country:  func(c data.Party) { p.choose(app.Route{Country: c}) },
			Clear:    func() { w.session.Go(app.Route{}) },
			Offered:  func(ties int) { slog.Debug("choice offered", "ties", ties) },
			Pointed:  pointed,
			Describe: p.describe,
			Drawn:    p.drawn,
			Moved:    p.moved,
			Menu:     p.menu,
		}})
	p.view.SetTheme(w.mapTheme())
	p.view.Animated, p.view.TextScale = !w.settings.Still(), float64(w.settings.TextScale())
	parts := mapview.DefaultParts
	for name, on := range partsOf(&parts) {
		*on = w.settings.Drawn(name, *on)
	}
	p.view.SetParts(parts)
	if name := w.settings.Projection(); slices.Contains(proj.Names(), name) {
		p.view.SetProjection(name)
	}
	p.object = container.NewStack(p.view, p.overlay())
	return p
}

// overlay lays the buttons over the map.
func (p *mapPane) overlay() fyne.CanvasObject {
	w := p.w
	p.in = w.tips.Button(theme.ZoomInIcon(), "", w.tip("zoom.in"), func() { p.view.ZoomBy(zoomStep) })
	out := w.tips.Button(theme.ZoomOutIcon(), "", w.tip("zoom.out"), func() { p.view.ZoomBy(1 / zoomStep) })
	fit := w.tips.Button(theme.ZoomFitIcon(), "", w.tip("zoom.fit"), p.view.Fit)
	p.legend = w.tips.Button(theme.ListIcon(), "", w.tip("legend"), w.switchLegend)
	zoom := container.New(layout.NewCustomPaddedHBoxLayout(0), p.in, out, fit, p.legend)
	p.projection = widget.NewSelect(p.projectionNames(), func(string) { p.project(p.projection.SelectedIndex()) })
	p.follow()
	p.buttons = container.NewStack(newGround(look.Panel, 4), container.NewHBox(zoom, container.New(atLeast{look.Fit(170)}, p.projection)))
	p.empty = container.NewCenter()
	foot := container.NewBorder(nil, container.NewBorder(nil, nil, nil, p.buttons), nil, nil)
	return container.NewStack(container.NewPadded(container.NewPadded(foot)), p.empty)
}

func (p *mapPane) projectionNames() []string {
	var names []string
	for _, n := range proj.Names() {
		names = append(names, p.w.say.Say("projection."+n))
	}
	return names
}

// project lays the map out by another projection.
func (p *mapPane) project(i int) {
	name := proj.Names()[max(0, i)]
	if p.view.View().Projection == name {
		return
	}
	slog.Debug("projection set", "projection", name)
	p.view.SetProjection(name)
	p.w.enable()
}

// show shows a saved view, whatever the size of the map was then.
func (p *mapPane) show(v proj.View, fitted bool) {
	p.view.Reopen(v, fitted)
	p.follow()
}

// showView shows a view that was remembered.
func (p *mapPane) showView(v proj.View, fitted bool) {
	p.view.SetView(v, fitted)
	p.follow()
}

// moved follows what the user did to the map.
func (p *mapPane) moved(v proj.View) {
	p.placed = false
	if p.projection != nil && proj.Names()[max(0, p.projection.SelectedIndex())] != v.Projection {
		p.follow()
	}
}

// follow names the projection that the map has now.
func (p *mapPane) follow() {
	p.projection.SetSelectedIndex(max(0, slices.Index(proj.Names(), p.view.View().Projection)))
}

// showTies draws the ties that the filter leaves, or says that there are none.
func (p *mapPane) showTies() {
	ties := p.w.session.Listing().Ties
	p.byPair = make(map[data.Pair]*data.Tie, len(ties))
	for i := range ties {
		p.byPair[ties[i].Pair] = &ties[i]
	}
	p.placed = false
	p.view.SetTies(ties)
	p.showRoute()
	p.showEmpty(len(ties) == 0)
}

// showEmpty says why there are no ties, and what to do.
func (p *mapPane) showEmpty(none bool) {
	p.empty.RemoveAll()
	if !none {
		return
	}
	w, f := p.w, p.w.session.Filter()
	var inside *fyne.Container
	switch {
	case w.session.Library() == nil:
		buttons := container.NewHBox(widget.NewButton(w.say.Say("menu.open"), w.openLibrary),
			widget.NewButton(w.say.Say("recent.default"), func() { w.openPath("") }))
		inside = container.NewVBox(centred(w.say.Say("map.nolibrary")), container.NewCenter(buttons))
	case !f.Empty():
		inside = container.NewVBox(centred(w.say.Say("map.filtered")), container.NewCenter(widget.NewButton(w.say.Say("menu.clear"), w.clearFilter)))
	case w.session.Listing().Counts.Articles > 0:
		inside = container.NewVBox(centred(w.say.Say("map.noties")))
	default:
		buttons := container.NewHBox(widget.NewButtonWithIcon(w.say.Say("menu.import"), theme.ContentAddIcon(), w.importFiles),
			widget.NewButtonWithIcon(w.say.Say("menu.paste"), theme.ContentPasteIcon(), w.pasteArticle))
		inside = container.NewVBox(centred(w.say.Say("map.empty")), container.NewCenter(buttons))
	}
	p.empty.Add(container.NewStack(newGround(look.Panel, 6), container.NewPadded(container.NewPadded(inside))))
}

func centred(text string) fyne.CanvasObject {
	l := widget.NewLabelWithStyle(text, fyne.TextAlignCenter, fyne.TextStyle{})
	l.Wrapping = fyne.TextWrapWord
	return container.New(column{360}, l)
}

// showRoute lets what is looked at stand out, where the filter leaves it: else nothing would, and all else would fade. What was
// not looked at before comes into view.
func (p *mapPane) showRoute() {
	r := p.w.session.Route()
	t := scene.Target{Pair: r.Pair, Country: r.Country}
	before := p.shown
	p.shown = t
	if t.Country != "" && p.ties(t.Country) == 0 {
		t.Country = ""
	}
	if p.byPair[t.Pair] == nil {
		t.Pair = data.Pair{}
	}
	p.view.SetSelected(t)
	if p.shown != before && !p.still {
		p.view.Reveal(t.Parties()...)
	}
}

// choose looks at what was chosen on the map, which stays as it is.
func (p *mapPane) choose(r app.Route) { p.keep(func() { p.w.session.Go(r) }) }

// keep changes what is looked at without moving the map.
func (p *mapPane) keep(do func()) {
	p.still = true
	do()
	p.still = false
}

// describe names what is under the pointer.
func (p *mapPane) describe(t scene.Target) (title, detail string) {
	w := p.w
	if t.Country != "" {
		return w.name(t.Country), w.say.Count("map.country", p.ties(t.Country))
	}
	tie, ok := p.byPair[t.Pair]
	if !ok {
		return w.pairName(t.Pair), ""
	}
	return w.pairName(t.Pair), w.say.Say("map.tie", "stance", w.say.Say("stance."+string(tie.Stance)),
		"reports", w.say.Count("count.reports", tie.Reports), "passages", w.say.Count("count.passages", tie.Passages))
}

// ties counts the ties that a country has on the map.
func (p *mapPane) ties(c data.Party) (n int) {
	for pair := range p.byPair {
		if pair.Has(c) {
			n++
		}
	}
	return n
}

// pointed logs what came under the pointer.
func pointed(t scene.Target) {
	at := string(t.Country)
	if t.Pair != (data.Pair{}) {
		at = t.Pair.String()
	}
	slog.Debug("pointed", "at", at)
}

// drawn logs a frame, and once after each change where things are, so that a test can find them with a pointer.
func (p *mapPane) drawn(f mapview.Frame) {
	p.frames.write(f, time.Now())
	slog.Debug("map drawn", "ties", f.Ties, "ms", float64(f.Took.Microseconds())/1000)
	if !p.placed {
		p.placed = true
		p.w.placesChanged()
	}
}

// clear gives the place of the buttons over a map of a size.
func (p *mapPane) clear(size fyne.Size) []draw.Rect {
	const edge = 16
	w, h, b := float64(size.Width), float64(size.Height), p.buttons.MinSize()
	return []draw.Rect{{MinX: w - float64(b.Width) - edge, MinY: h - float64(b.Height) - edge, MaxX: w, MaxY: h}}
}
