package pdf

import (
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// glyph is a sign on a page, upright and read from left to right.
type glyph struct {
	letters   string
	x, end, y float64
	size      float64
	artifact  bool // the file says that it is no part of the text, such as a page header
}

// matrix places things: a point's x becomes x*m[0]+y*m[2]+m[4], its y x*m[1]+y*m[3]+m[5].
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// then gives the matrix that does what m does and then what n does.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// state is what a content stream saves and restores.
type state struct {
	place                                matrix // of the page
	font                                 *face
	size, letter, word, across, down, up float64 // of the font; space after letters and words; scale; leading; rise
}

// painter follows a content stream and notes the signs that it draws.
type painter struct {
	*reader
	state
	saved      []state
	text, line matrix
	marked     []bool // for each part that is marked, whether it or one around it is an artifact
	depth      int    // of content streams within one another
	resources  types.Dict
}

const (
	maxOperands = 64
	maxSaved    = 256
	maxForms    = 12 // content streams within one another
)

// paint follows a content stream.
func (p *painter) paint(in []byte) {
	l := lexer{in: in}
	var operands []token
	for {
		t := l.next()
		switch {
		case t.kind == end:
			return
		case t.kind != operator:
			if len(operands) < maxOperands {
				operands = append(operands, t)
			}
			continue
		case t.text == "BI":
			l.passImage()
		default:
			p.spend(1)
			p.do(t.text, operands)
		}
		operands = operands[:0]
	}
}

// do carries out an operator that does not draw text.
func (p *painter) do(op string, o []token) {
	switch op {
	case "q":
		if len(p.saved) < maxSaved {
			p.saved = append(p.saved, p.state)
		}
	case "Q":
		if n := len(p.saved); n > 0 {
			p.state, p.saved = p.saved[n-1], p.saved[:n-1]
		}
	case "cm":
		p.place = matrixOf(o).then(p.place)
	case "Do":
		p.form(textOf(o, 0))
	case "BMC", "BDC":
		n := len(p.marked)
		p.marked = append(p.marked, textOf(o, 0) == "Artifact" || n > 0 && p.marked[n-1])
	case "EMC":
		if n := len(p.marked); n > 0 {
			p.marked = p.marked[:n-1]
		}
	default:
		p.set(op, o)
	}
}

// set carries out an operator that changes how text is drawn.
func (p *painter) set(op string, o []token) {
	switch op {
	case "Tf":
		p.size = valueOf(o, 1)
		p.font = p.face(p.dict(p.resources["Font"])[textOf(o, 0)])
	case "Tc":
		p.letter = valueOf(o, 0)
	case "Tw":
		p.word = valueOf(o, 0)
	case "Tz":
		p.across = valueOf(o, 0) / 100
	case "TL":
		p.down = valueOf(o, 0)
	case "Ts":
		p.up = valueOf(o, 0)
	case "BT":
		p.text, p.line = identity, identity
	case "Tm":
		p.line = matrixOf(o)
		p.text = p.line
	case "Td":
		p.move(valueOf(o, 0), valueOf(o, 1))
	case "TD":
		p.down = -valueOf(o, 1)
		p.move(valueOf(o, 0), valueOf(o, 1))
	case "T*":
		p.move(0, -p.down)
	default:
		p.show(op, o)
	}
}

// show carries out an operator that draws text.
func (p *painter) show(op string, o []token) {
	switch op {
	case "Tj":
		p.draw(textOf(o, 0))
	case "'":
		p.move(0, -p.down)
		p.draw(textOf(o, 0))
	case "\"":
		p.word, p.letter = valueOf(o, 0), valueOf(o, 1)
		p.move(0, -p.down)
		p.draw(textOf(o, 2))
	case "TJ":
		if len(o) == 0 {
			return
		}
		for _, t := range o[0].items {
			if t.kind == number {
				p.advance(-t.value / 1000 * p.size * p.across)
			} else {
				p.draw(t.text)
			}
		}
	}
}

func (p *painter) move(x, y float64) {
	p.line = matrix{1, 0, 0, 1, x, y}.then(p.line)
	p.text = p.line
}

func (p *painter) advance(x float64) { p.text = matrix{1, 0, 0, 1, x, 0}.then(p.text) }

// draw notes the signs of a string.
func (p *painter) draw(s string) {
	if p.font == nil {
		return
	}
	artifact := len(p.marked) > 0 && p.marked[len(p.marked)-1]
	for len(s) > 0 {
		letters, width, n := p.font.first(s)
		own := width * p.size
		step := own + p.letter
		at := matrix{p.size * p.across, 0, 0, p.size, 0, p.up}.then(p.text).then(p.place)
		scale := math.Hypot(at[2], at[3])
		if letters == " " && s[:n] == " " {
			step += p.word
			own = step
		}
		if at[0] > 0 && math.Abs(at[1]) < at[0]/4 && scale > 0.5 { // others stand on their side or their head
			start := p.text.then(p.place)
			after := matrix{1, 0, 0, 1, own * p.across, 0}.then(p.text).then(p.place)
			p.note(glyph{letters, start[4], after[4], at[5], scale, artifact})
		}
		p.advance(step * p.across)
		s = s[n:]
	}
}

// note keeps a glyph. One that has a place that no page has is dropped.
func (p *painter) note(g glyph) {
	p.spend(1)
	for _, v := range []float64{g.x, g.y, g.end, g.size} {
		if math.IsNaN(v) || math.Abs(v) > 1e6 {
			return
		}
	}
	p.glyphs = append(p.glyphs, g)
}

// form follows a content stream that stands within another.
func (p *painter) form(key string) {
	o := p.dict(p.resources["XObject"])[key]
	d := p.dict(o)
	if p.depth >= maxForms || p.name(d["Subtype"]) != "Form" {
		return
	}
	p.spend(1000)
	inner := painter{reader: p.reader, state: p.state, marked: p.marked, depth: p.depth + 1, resources: p.dict(d["Resources"])}
	if inner.resources == nil {
		inner.resources = p.resources
	}
	if m := p.array(d["Matrix"]); len(m) == 6 {
		var own matrix
		for i := range own {
			own[i] = p.number(m[i])
		}
		inner.place = own.then(p.place)
	}
	inner.paint(p.stream(o))
}

func valueOf(o []token, i int) float64 {
	if i < len(o) {
		return o[i].value
	}
	return 0
}

func textOf(o []token, i int) string {
	if i < len(o) {
		return o[i].text
	}
	return ""
}

func matrixOf(o []token) matrix {
	var m matrix
	for i := range m {
		m[i] = valueOf(o, i)
	}
	return m
}
