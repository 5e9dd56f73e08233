package draw

// Offset is a part of another canvas, with its own corner as (0, 0). A picture that is made of parts draws each on one.
type Offset struct {
	To            Canvas
	X, Y          float64 // where the part's corner lies
	Width, Height float64 // what Size gives, and where clipping ends
	Prefix        string  // of the names of its layers
	path          Path
}

// Size gives the part's size.
func (o *Offset) Size() (width, height float64) { return o.Width, o.Height }

// Fill fills p on the other canvas, moved.
func (o *Offset) Fill(p *Path, f Fill) { o.To.Fill(o.moved(p), f) }

// Stroke draws along p on the other canvas, moved.
func (o *Offset) Stroke(p *Path, s Stroke) { o.To.Stroke(o.moved(p), s) }

// Text draws a text on the other canvas, moved.
func (o *Offset) Text(t Text) {
	t.X, t.Y = t.X+o.X, t.Y+o.Y
	o.To.Text(t)
}

// Clip clips to what r and the part share; the zero Rect is the whole part, which clips too. The part does not end its
// own clip: whoever drew on it does, by clipping the other canvas to the zero Rect.
func (o *Offset) Clip(r Rect) {
	whole := Rect{o.X, o.Y, o.X + o.Width, o.Y + o.Height}
	if r != (Rect{}) {
		whole = whole.Intersect(Rect{r.MinX + o.X, r.MinY + o.Y, r.MaxX + o.X, r.MaxY + o.Y})
	}
	o.To.Clip(whole)
}

// Layer names what follows on the other canvas, if it can.
func (o *Offset) Layer(name string) { Layer(o.To, o.Prefix+name) }

func (o *Offset) moved(p *Path) *Path {
	o.path.Reset()
	o.path.Append(p)
	o.path.move(float32(o.X), float32(o.Y))
	return &o.path
}

// move shifts all points.
func (p *Path) move(dx, dy float32) {
	for i := 0; i+1 < len(p.xy); i += 2 {
		p.xy[i] += dx
		p.xy[i+1] += dy
	}
	p.done = p.done.moved(dx, dy)
	for i := range p.lines {
		p.lines[i].box = p.lines[i].box.moved(dx, dy)
	}
}

func (b box) moved(dx, dy float32) box {
	return box{b.minX + dx, b.minY + dy, b.maxX + dx, b.maxY + dy}
}
