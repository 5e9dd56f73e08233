package draw

import "math"

// Letter is a glyph of a text, where and how it stands.
type Letter struct {
	Glyph
	Left, Base float64 // its origin, in units
	Turn       float64 // degrees clockwise about the origin
}

// mostText is the largest size that a text is drawn at, in units.
const mostText = 1e4

// Drawable says whether a text has anything to draw, at a place and size that make sense.
func (t *Text) Drawable() bool {
	sum := t.X + t.Y + t.Rotate + t.Bend + t.Tracking
	return t.Text != "" && t.Size > 0 && t.Size <= mostText && !math.IsNaN(sum) && !math.IsInf(sum, 0)
}

// Upright says whether the letters of a text stand beside each other on a level line.
func (t *Text) Upright() bool { return t.Rotate == 0 && t.Bend == 0 }

// Length is how long the line is that a text stands on, in units, with its tracking.
func (f *Fonts) Length(t *Text) float64 {
	run := f.Run(t.Text, t.Weight)
	return (run.Width + t.Tracking*float64(max(len(run.Glyphs)-1, 0))) * t.Size
}

// Letters appends the letters of a text to list. Those of a bent text stand upright on their arc.
func (f *Fonts) Letters(list []Letter, t *Text) []Letter {
	run := f.Run(t.Text, t.Weight)
	long := f.Length(t)
	line := t.line(long)
	for i, g := range run.Glyphs {
		from := (g.X + t.Tracking*float64(i)) * t.Size
		wide := run.Width - g.X
		if i+1 < len(run.Glyphs) {
			wide = run.Glyphs[i+1].X - g.X
		}
		half := wide * t.Size / 2
		x, y, turn := line.at(from + half - long*float64(t.Anchor)/2)
		sin, cos := math.Sincos(turn)
		list = append(list, Letter{Glyph: g, Left: x - half*cos, Base: y - half*sin, Turn: turn * 180 / math.Pi})
	}
	return list
}

// PlaceAt gives the point on the line of a text that lies some units after its anchor, and the direction of the line there
// in degrees clockwise.
func (f *Fonts) PlaceAt(t *Text, along float64) (x, y, turn float64) {
	line := t.line(f.Length(t))
	x, y, turn = line.at(along)
	return x, y, turn * 180 / math.Pi
}

// baseline is the line that a text stands on: straight, or an arc of a circle.
type baseline struct{ x, y, turn, curve float64 } // the anchor, the direction there, and radians to a unit of length

func (t *Text) line(long float64) baseline {
	l := baseline{x: t.X, y: t.Y, turn: t.Rotate * math.Pi / 180}
	if long > 0 {
		l.curve = t.Bend * math.Pi / 180 / long
	}
	return l
}

// at is the point some units after the anchor, and the direction there in radians.
func (l *baseline) at(s float64) (x, y, turn float64) {
	turn = l.turn + l.curve*s
	if math.Abs(l.curve) < 1e-9 {
		sin, cos := math.Sincos(l.turn)
		return l.x + s*cos, l.y + s*sin, turn
	}
	sin0, cos0 := math.Sincos(l.turn)
	sin, cos := math.Sincos(turn)
	return l.x + (sin-sin0)/l.curve, l.y - (cos-cos0)/l.curve, turn
}
