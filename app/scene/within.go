package scene

import (
	"math"

	"entente/geo/draw"
	"entente/geo/proj"
)

// spine is a country's axis in the picture: the arc of a circle along which its name can run, from left to right.
type spine struct {
	x, y         float64 // its middle
	turn, bend   float64 // degrees clockwise: the direction in the middle, and from end to end
	long, across float64 // in units: its length, and the width of the country across it
}

// mostBend is how far a name may be bent, in degrees; levelTurn and levelBend are what the eye takes for level; and names in
// countries that are hardly longer than wide slope by no more than mostSlope.
const (
	mostBend  = 75.0
	levelTurn = 9.0
	levelBend = 12.0
	mostSlope = 25.0
)

// spineOf finds the spine of a country; ok is false where the axis is cut, not seen whole, or bent too much.
func (s *Scene) spineOf(p *proj.Projector, country int) (sp spine, ok bool) {
	axis := s.world.Axis(country)
	if axis.Width == 0 {
		return sp, false
	}
	x0, y0, seen0 := p.ProjectVec(axis.From)
	x1, y1, seen1 := p.ProjectVec(axis.Middle)
	x2, y2, seen2 := p.ProjectVec(axis.To)
	if !seen0 || !seen1 || !seen2 {
		return sp, false
	}
	if steep := math.Abs(x2-x0) < 0.17*math.Abs(y2-y0); x2 < x0 && !steep || steep && y2 < y0 { // what is upright reads downwards
		x0, y0, x2, y2 = x2, y2, x0, y0
	}
	first, second := math.Hypot(x1-x0, y1-y0), math.Hypot(x2-x1, y2-y1)
	angle := axis.From.Angle(axis.Middle) + axis.Middle.Angle(axis.To)
	if long := first + second; math.Min(first, second) < 0.2*long || long > 4*angle*s.in.View.Scale {
		return sp, false
	}
	here, there := math.Atan2(y1-y0, x1-x0), math.Atan2(y2-y1, x2-x1)
	half := math.Remainder(there-here, 2*math.Pi)
	sp = spine{x: x1, y: y1, turn: (here + half/2) * 180 / math.Pi, bend: 2 * half * 180 / math.Pi, long: first + second}
	sp.across = axis.Width * sp.long / angle
	return sp, math.Abs(sp.bend) <= mostBend && math.Abs(sp.turn) <= 100
}

// Names of large countries are larger and spread out, up to these.
const (
	largeSize     = 14.0
	widestSpacing = 0.5 // ems between letters
)

// writeWithin writes the name of a country without ties: above its dot; along it, where it is long and slanting; level over
// its middle; or its code, where there is no more room.
func (s *Scene) writeWithin(p *proj.Projector, c candidate) {
	t := &s.in.Theme
	n := name{party: c.party, kind: quietName}
	n.text = draw.Text{Text: s.in.Name(c.party), X: c.x, Size: s.in.words(plainSize), Anchor: draw.Middle, Color: t.Quiet, Halo: fade(t.Halo, 0.7), Spread: 1.5}
	if s.world.Countries[c.country].Dot {
		n.text.Y = c.y - 5
		s.writeQuietly(n)
		return
	}
	level := n
	level.text.Y = c.y + draw.XHeight/2*level.text.Size
	fits := s.fonts.Length(&level.text) <= 1.1*c.across && c.down >= 9
	if sp, ok := s.spineOf(p, c.country); ok {
		if sp.long < 2.2*sp.across && math.Abs(sp.turn) > mostSlope {
			sp = spine{x: c.x, y: c.y, long: sp.across, across: sp.across} // a round country has no length to follow
		}
		along := lengthen(n, sp, s.fonts)
		slanting := math.Abs(sp.turn) > mostSlope
		if (slanting || !fits || along.text.Tracking > 0) && s.fitsAlong(&along, sp) && s.writeQuietly(along) {
			return
		}
	}
	if fits && s.writeQuietly(level) {
		return
	}
	level.text.Text = string(c.party)
	level.text.Size, level.text.Y = 9, c.y+draw.CapHeight/2*9
	if s.fonts.Length(&level.text) <= 0.8*c.across && c.down >= 9 {
		s.writeQuietly(level)
	}
}

// lengthen lays a name along a spine; where there is much room it becomes larger and spreads.
func lengthen(n name, sp spine, fonts *draw.Fonts) name {
	t := &n.text
	long := fonts.Length(t)
	if room := math.Min(sp.long/long/2.6, sp.across/t.Size/2.6); room > 1 {
		t.Size *= math.Min(room, largeSize/plainSize)
		long = fonts.Length(t)
		letters := float64(max(len(fonts.Run(t.Text, t.Weight).Glyphs)-1, 1))
		t.Tracking = math.Max(0, math.Min((0.55*sp.long-long)/letters/t.Size, widestSpacing))
		long = fonts.Length(t)
	}
	t.X, t.Y, t.Rotate, t.Bend = sp.x, sp.y, sp.turn, sp.bend*math.Min(long/sp.long, 1)
	if math.Abs(t.Rotate) < levelTurn && math.Abs(t.Bend) < levelBend {
		t.Rotate, t.Bend = 0, 0
	}
	// The middle of the small letters comes to lie on the spine.
	sin, cos := math.Sincos(t.Rotate * math.Pi / 180)
	low := draw.XHeight / 2 * t.Size
	t.X, t.Y = t.X-low*sin, t.Y+low*cos
	return n
}

// fitsAlong says whether a name is short enough for a spine, and its letters hardly higher than the country is wide.
func (s *Scene) fitsAlong(n *name, sp spine) bool {
	return s.fonts.Length(&n.text) <= 0.95*sp.long && draw.XHeight*n.text.Size <= 1.2*sp.across
}

// writeQuietly writes a name unless a wide arc runs through it. In a crowd of ties they all do.
func (s *Scene) writeQuietly(n name) bool {
	if len(s.arcs) <= crowded {
		from := len(s.cells)
		s.cells = footprint(s.cells, s.fonts, &n.text)
		crossed := false
		for _, cell := range s.cells[from:] {
			crossed = crossed || s.crossed(cell.Grow(-2))
		}
		if s.cells = s.cells[:from]; crossed {
			return false
		}
	}
	return s.write(n)
}

// wideArc is the width from which an arc makes the name under it hard to read.
const wideArc = 2.5

// crossed says whether a wide arc runs through a box.
func (s *Scene) crossed(box draw.Rect) bool {
	for i := range s.arcs {
		a := &s.arcs[i]
		if b, ok := a.path.Bounds(); !ok || a.line.Width < wideArc || a.line.Color.A < 128 || !b.Overlaps(box) {
			continue
		}
		for k := range a.path.Lines() {
			if xy, _ := a.path.Line(k); runsThrough(xy, box) {
				return true
			}
		}
	}
	return false
}

// runsThrough says whether a line has a point in a box, looking at every few units of it.
func runsThrough(xy []float32, box draw.Rect) bool {
	const every = 4.0
	for k := 2; k+1 < len(xy); k += 2 {
		x0, y0, x1, y1 := float64(xy[k-2]), float64(xy[k-1]), float64(xy[k]), float64(xy[k+1])
		if math.Max(x0, x1) < box.MinX || math.Min(x0, x1) > box.MaxX || math.Max(y0, y1) < box.MinY || math.Min(y0, y1) > box.MaxY {
			continue
		}
		n := math.Min(math.Ceil(math.Hypot(x1-x0, y1-y0)/every), 1000)
		for i := 0.0; i <= n; i++ {
			if t := i / math.Max(n, 1); box.Contains(x0+(x1-x0)*t, y0+(y1-y0)*t) {
				return true
			}
		}
	}
	return false
}
