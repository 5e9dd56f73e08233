// Package pdf draws vector pictures for paper: the backend of geo/draw behind PDF files.
//
// Paths stay paths and text stays text that can be searched and copied, in fonts that the file carries, cut down to the
// letters it uses. A unit is three quarters of a point, so that a picture is as large on paper as on a screen of 96 dots an
// inch. A Canvas is for one goroutine.
package pdf

import (
	"fmt"
	"image/color"
	"io"
	"math"
	"strings"
	"time"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"

	"entente/geo/draw"
)

// Point is the length of a unit in points.
const Point = 0.75

// Canvas gathers a picture of one page.
type Canvas struct {
	pdf           *fpdf.Fpdf
	width, height float64
	fonts         *draw.Fonts
	loaded        [3]bool
	clipped       bool
	path          draw.Path
}

// Attachment is a file that a PDF carries inside.
type Attachment struct {
	Name, Description string
	Content           []byte
}

// New makes a canvas of a size in units. Without fonts, texts are left out.
func New(width, height float64, fonts *draw.Fonts) *Canvas {
	size := fpdf.SizeType{Wd: math.Max(width, 1) * Point, Ht: math.Max(height, 1) * Point}
	p := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: size})
	p.SetMargins(0, 0, 0)
	p.SetAutoPageBreak(false, 0)
	p.SetCatalogSort(true)
	p.SetProducer("Entente", true)
	p.AddPageFormat("P", size)
	p.SetLineJoinStyle("round")
	return &Canvas{pdf: p, width: width, height: height, fonts: fonts}
}

// About sets what the file says of itself: its title and when it was made.
func (c *Canvas) About(title string, made time.Time) {
	c.pdf.SetTitle(title, true)
	c.pdf.SetCreationDate(made)
	c.pdf.SetModificationDate(made)
}

// Attach puts a file into the PDF; calling it again replaces it.
func (c *Canvas) Attach(a Attachment) {
	c.pdf.SetAttachments([]fpdf.Attachment{{Content: a.Content, Filename: a.Name, Description: a.Description}})
}

// Size gives the size that New was given.
func (c *Canvas) Size() (width, height float64) { return c.width, c.height }

// Clip limits what follows to r.
func (c *Canvas) Clip(r draw.Rect) {
	if c.clipped {
		c.pdf.ClipEnd()
		c.clipped = false
		c.forget()
	}
	if r != (draw.Rect{}) {
		r = r.Intersect(draw.Rect{MinX: -1e4, MinY: -1e4, MaxX: 1e5, MaxY: 1e5})
		c.pdf.ClipRect(r.MinX*Point, r.MinY*Point, math.Max(r.Width(), 0)*Point, math.Max(r.Height(), 0)*Point, false)
		c.clipped = true
		c.forget()
	}
}

// forget makes the next text name its font again: a clip's beginning and end change the font behind fpdf's back.
func (c *Canvas) forget() {
	if c.loaded != [3]bool{} {
		c.pdf.SetFontSize(1)
	}
}

// Fill fills the inside of p.
func (c *Canvas) Fill(p *draw.Path, f draw.Fill) {
	if f.Color.A == 0 || p.Points() < 3 {
		return
	}
	c.pdf.SetFillColor(int(f.Color.R), int(f.Color.G), int(f.Color.B))
	c.alpha(f.Color)
	c.trace(p, true)
	if f.Rule == draw.EvenOdd {
		c.pdf.DrawPath("f*")
	} else {
		c.pdf.DrawPath("f")
	}
}

// Stroke draws along the lines of p.
func (c *Canvas) Stroke(p *draw.Path, s draw.Stroke) {
	if s.Color.A == 0 || !(s.Width > 0) || math.IsInf(s.Width, 0) || p.Points() == 0 {
		return
	}
	c.pdf.SetDrawColor(int(s.Color.R), int(s.Color.G), int(s.Color.B))
	c.alpha(s.Color)
	c.pdf.SetLineWidth(s.Width * Point)
	if s.Cap == draw.Round {
		c.pdf.SetLineCapStyle("round")
	} else {
		c.pdf.SetLineCapStyle("butt")
	}
	c.dash(s)
	c.trace(p, false)
	c.pdf.DrawPath("S")
}

// dash sets the dash pattern; one without sense is a solid line.
func (c *Canvas) dash(s draw.Stroke) {
	lengths, sum := make([]float64, len(s.Dash)), 0.0
	for i, l := range s.Dash {
		if !(l >= 0) || math.IsInf(l, 0) {
			sum = 0
			break
		}
		lengths[i] = l * Point
		sum += l
	}
	if sum <= 0 {
		lengths = nil
	}
	c.pdf.SetDashPattern(lengths, math.Max(s.Phase, 0)*Point)
}

func (c *Canvas) alpha(col color.NRGBA) {
	c.pdf.SetAlpha(float64(col.A)/255, "Normal")
}

// trace writes the lines of a path. A line that never leaves its first point is drawn as a dot where ends are round.
func (c *Canvas) trace(p *draw.Path, area bool) {
	for i := range p.Lines() {
		xy, closed := p.Line(i)
		if area && len(xy) < 6 {
			continue
		}
		x, y := float64(xy[0])*Point, float64(xy[1])*Point
		c.pdf.MoveTo(x, y)
		if len(xy) == 2 {
			c.pdf.LineTo(x, y)
		}
		for k := 2; k+1 < len(xy); k += 2 {
			c.pdf.LineTo(float64(xy[k])*Point, float64(xy[k+1])*Point)
		}
		if closed || area {
			c.pdf.ClosePath()
		}
	}
}

// The fonts in the file, by draw.Part.Face.
var faces = [3]struct{ family, style string }{{"sans", ""}, {"sans", "B"}, {"fallback", ""}}

// Text draws one line of text.
func (c *Canvas) Text(t draw.Text) {
	if c.fonts == nil || !t.Drawable() {
		return
	}
	if t.Spread > 0 && t.Halo.A > 0 {
		// The outline, not the text once more: a search should find the words once.
		c.path.Reset()
		c.fonts.Outlines(&c.path, t, 0.1)
		c.Stroke(&c.path, draw.Stroke{Color: t.Halo, Width: 2 * t.Spread})
	}
	if t.Color.A == 0 {
		return
	}
	c.pdf.SetTextColor(int(t.Color.R), int(t.Color.G), int(t.Color.B))
	c.pdf.SetFillColor(int(t.Color.R), int(t.Color.G), int(t.Color.B))
	c.alpha(t.Color)
	if t.Bend != 0 || t.Tracking != 0 {
		c.letters(&t)
		return
	}
	end := c.turn(t.Rotate, t.X, t.Y)
	run := c.fonts.Run(t.Text, t.Weight)
	start := t.X - run.Width*float64(t.Anchor)/2*t.Size
	for _, part := range run.Parts() {
		c.font(part.Face, t.Size)
		c.pdf.Text((start+part.X*t.Size)*Point, t.Y*Point, part.Text)
	}
	end()
}

// letters writes a text letter by letter, marked as the one word that it is for whoever searches or copies it.
func (c *Canvas) letters(t *draw.Text) {
	letters := c.fonts.Letters(nil, t)
	said := ""
	for i := range letters {
		said += string(letters[i].Rune)
	}
	c.pdf.RawWriteStr("/Span <</ActualText <FEFF" + hex16(said) + ">>> BDC\n")
	for _, l := range letters {
		end := c.turn(l.Turn, l.Left, l.Base)
		c.font(l.Face, t.Size)
		c.pdf.Text(l.Left*Point, l.Base*Point, string(l.Rune))
		end()
	}
	c.pdf.RawWriteStr("EMC\n")
}

// hex16 writes a text in UTF-16 as hexadecimal digits.
func hex16(text string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

// turn turns what is drawn until end is called by some degrees clockwise about a point.
func (c *Canvas) turn(degrees, x, y float64) (end func()) {
	if degrees == 0 {
		return func() {}
	}
	c.pdf.TransformBegin()
	c.pdf.TransformRotate(-degrees, x*Point, y*Point)
	c.forget()
	return func() {
		c.pdf.TransformEnd()
		c.forget()
	}
}

// font chooses a face, putting it into the file at its first use.
func (c *Canvas) font(face int, size float64) {
	f := faces[face]
	if !c.loaded[face] {
		c.pdf.AddUTF8FontFromBytes(f.family, f.style, c.fonts.Data(face))
		c.loaded[face] = true
	}
	c.pdf.SetFont(f.family, f.style, size*Point)
}

// WriteTo writes the file. The canvas cannot be drawn on afterwards.
func (c *Canvas) WriteTo(w io.Writer) (int64, error) {
	c.Clip(draw.Rect{})
	counted := &counter{to: w}
	if err := c.pdf.Output(counted); err != nil {
		return counted.n, fmt.Errorf("write picture: %w", err)
	}
	return counted.n, nil
}

// counter counts what goes through it.
type counter struct {
	to io.Writer
	n  int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.to.Write(b)
	c.n += int64(n)
	return n, err
}
