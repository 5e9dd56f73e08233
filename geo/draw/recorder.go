package draw

// Recorder is a Canvas that keeps its calls, so tests can check what was drawn without pixels.
type Recorder struct {
	Width, Height float64 // what Size gives
	Ops           []Op
	layer         string
}

// Op is one call to a Recorder.
type Op struct {
	Kind   OpKind
	Layer  string // the last layer named before the call
	Path   *Path  // of a fill or stroke; a copy
	Fill   Fill
	Stroke Stroke // Dash is a copy
	Text   Text
	Clip   Rect
}

// OpKind says which call an Op is.
type OpKind uint8

// The kinds of call.
const (
	FillOp OpKind = iota
	StrokeOp
	TextOp
	ClipOp
)

// Size gives the Width and Height set beforehand.
func (r *Recorder) Size() (width, height float64) { return r.Width, r.Height }

// Fill keeps a copy of the call.
func (r *Recorder) Fill(p *Path, f Fill) {
	r.Ops = append(r.Ops, Op{Kind: FillOp, Layer: r.layer, Path: p.clone(), Fill: f})
}

// Stroke keeps a copy of the call.
func (r *Recorder) Stroke(p *Path, s Stroke) {
	s.Dash = append([]float64(nil), s.Dash...)
	r.Ops = append(r.Ops, Op{Kind: StrokeOp, Layer: r.layer, Path: p.clone(), Stroke: s})
}

// Text keeps the call.
func (r *Recorder) Text(t Text) {
	r.Ops = append(r.Ops, Op{Kind: TextOp, Layer: r.layer, Text: t})
}

// Clip keeps the call.
func (r *Recorder) Clip(c Rect) {
	r.Ops = append(r.Ops, Op{Kind: ClipOp, Layer: r.layer, Clip: c})
}

// Layer names the ops that follow.
func (r *Recorder) Layer(name string) { r.layer = name }

// In gives the ops of one layer, in order.
func (r *Recorder) In(layer string) []Op {
	var ops []Op
	for _, op := range r.Ops {
		if op.Layer == layer {
			ops = append(ops, op)
		}
	}
	return ops
}

func (p *Path) clone() *Path {
	q := &Path{}
	q.Append(p)
	return q
}
