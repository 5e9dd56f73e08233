package draw

import "math"

// Part is a stretch of a run in one face, for backends that write text as text.
type Part struct {
	Face     int
	Text     string
	X, Width float64 // in ems from the start of the run
}

// Parts cuts a run where the face changes.
func (r *Run) Parts() []Part {
	var parts []Part
	for i, g := range r.Glyphs {
		if n := len(parts); n == 0 || parts[n-1].Face != g.Face {
			parts = append(parts, Part{Face: g.Face, X: g.X})
		}
		last := &parts[len(parts)-1]
		last.Text += string(g.Rune)
		last.Width = r.Width - last.X
		if i+1 < len(r.Glyphs) {
			last.Width = r.Glyphs[i+1].X - last.X
		}
	}
	return parts
}

// Outlines adds the outlines of a whole text to p, where and how it stands, cut into lines within tolerance units.
func (f *Fonts) Outlines(p *Path, t Text, tolerance float64) {
	var shape Path
	for _, l := range f.Letters(nil, &t) {
		shape.Reset()
		f.Outline(&shape, l.Glyph, t.Size, 0, 0, tolerance)
		sin, cos := math.Sincos(l.Turn * math.Pi / 180)
		for i := range shape.Lines() {
			xy, _ := shape.Line(i)
			for k := 0; k+1 < len(xy); k += 2 {
				x, y := float64(xy[k]), float64(xy[k+1])
				x, y = l.Left+x*cos-y*sin, l.Base+x*sin+y*cos
				if k == 0 {
					p.MoveTo(x, y)
				} else {
					p.LineTo(x, y)
				}
			}
			p.Close()
		}
	}
}
