// Package svg draws vector pictures for browsers and drawing programs: the backend of geo/draw behind SVG files.
//
// Paths stay paths and text stays text, in fonts that the file carries, cut down to the letters it uses; the halo behind a
// text is its outline, stroked, so that programs which know no paint order show it too. Layers become groups with their
// name as id. Numbers have two digits after the point, so that the same scene always makes the same file. A Canvas is for
// one goroutine.
package svg

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"entente/geo/draw"
)

// Canvas gathers a picture. Set Title and Metadata at any time before WriteTo.
type Canvas struct {
	Title    string // shown by browsers as a tooltip and read out by screen readers
	Metadata string // any text; Entente keeps the view and its evidence here, as JSON

	width, height float64
	fonts         *draw.Fonts
	body          bytes.Buffer
	layer         string
	clip          draw.Rect
	clips         int
	openLayer     string // of the group that is open in body
	openClip      draw.Rect
	open          int // groups that are open
	used          [3]map[rune]bool
	path          draw.Path
}

// New makes a canvas of a size in units, which are CSS pixels. Without fonts, texts are left out.
func New(width, height float64, fonts *draw.Fonts) *Canvas {
	return &Canvas{width: width, height: height, fonts: fonts}
}

// Size gives the size that New was given.
func (c *Canvas) Size() (width, height float64) { return c.width, c.height }

// Layer names the groups of what follows.
func (c *Canvas) Layer(name string) { c.layer = name }

// Clip limits what follows to r.
func (c *Canvas) Clip(r draw.Rect) { c.clip = r }

// Fill fills the inside of p.
func (c *Canvas) Fill(p *draw.Path, f draw.Fill) {
	if f.Color.A == 0 || p.Points() == 0 {
		return
	}
	c.group()
	c.body.WriteString(`<path d="`)
	c.data(p, true)
	fmt.Fprintf(&c.body, `" fill="%s"%s`, hex(f.Color), opacity("fill", f.Color))
	if f.Rule == draw.EvenOdd {
		c.body.WriteString(` fill-rule="evenodd"`)
	}
	c.body.WriteString("/>\n")
}

// Stroke draws along the lines of p.
func (c *Canvas) Stroke(p *draw.Path, s draw.Stroke) {
	if s.Color.A == 0 || !(s.Width > 0) || math.IsInf(s.Width, 0) || p.Points() == 0 {
		return
	}
	c.group()
	c.body.WriteString(`<path d="`)
	c.data(p, false)
	fmt.Fprintf(&c.body, `" fill="none" stroke="%s"%s stroke-width="%s" stroke-linejoin="round"`, hex(s.Color), opacity("stroke", s.Color), number(s.Width))
	if s.Cap == draw.Round {
		c.body.WriteString(` stroke-linecap="round"`)
	}
	if dash, ok := dashes(s.Dash); ok {
		fmt.Fprintf(&c.body, ` stroke-dasharray="%s"`, dash)
		if s.Phase != 0 {
			fmt.Fprintf(&c.body, ` stroke-dashoffset="%s"`, number(s.Phase))
		}
	}
	c.body.WriteString("/>\n")
}

// Text draws one line of text.
func (c *Canvas) Text(t draw.Text) {
	if c.fonts == nil || !t.Drawable() {
		return
	}
	if t.Spread > 0 && t.Halo.A > 0 {
		c.path.Reset()
		c.fonts.Outlines(&c.path, t, 0.1)
		c.Stroke(&c.path, draw.Stroke{Color: t.Halo, Width: 2 * t.Spread})
	}
	if t.Color.A == 0 {
		return
	}
	c.group()
	fmt.Fprintf(&c.body, `<text font-size="%s" fill="%s"%s`, number(t.Size), hex(t.Color), opacity("fill", t.Color))
	if t.Bend == 0 && t.Rotate != 0 {
		fmt.Fprintf(&c.body, ` transform="rotate(%s %s %s)"`, number(t.Rotate), number(t.X), number(t.Y))
	}
	c.body.WriteString(">")
	c.spans(t)
	c.body.WriteString("</text>\n")
}

// spans writes the parts of a text, each in one font.
func (c *Canvas) spans(t draw.Text) {
	run, letters := c.fonts.Run(t.Text, t.Weight), []draw.Letter(nil)
	if t.Bend != 0 || t.Tracking != 0 {
		if t.Bend == 0 {
			t.Rotate = 0 // the whole text is turned
		}
		letters = c.fonts.Letters(nil, &t)
	}
	start, done := t.X-run.Width*float64(t.Anchor)/2*t.Size, 0
	for _, part := range run.Parts() {
		c.use(part)
		c.body.WriteString("<tspan")
		if letters == nil {
			fmt.Fprintf(&c.body, ` x="%s" y="%s"`, number(start+part.X*t.Size), number(t.Y))
		} else {
			n := utf8.RuneCountInString(part.Text)
			c.places(letters[done : done+n])
			done += n
		}
		fmt.Fprintf(&c.body, ` font-family="%s"`, families[part.Face])
		if part.Face == boldFace {
			c.body.WriteString(` font-weight="bold"`)
		}
		c.body.WriteString(">")
		xml.EscapeText(&c.body, []byte(part.Text)) // a bytes.Buffer takes everything
		c.body.WriteString("</tspan>")
	}
}

// places writes where each of some letters stands, and how it is turned. They stay one text, which can be searched.
func (c *Canvas) places(letters []draw.Letter) {
	for _, list := range []struct {
		name string
		of   func(*draw.Letter) float64
	}{
		{"x", func(l *draw.Letter) float64 { return l.Left }},
		{"y", func(l *draw.Letter) float64 { return l.Base }},
		{"rotate", func(l *draw.Letter) float64 { return l.Turn }},
	} {
		fmt.Fprintf(&c.body, ` %s="`, list.name)
		for i := range letters {
			if i > 0 {
				c.body.WriteByte(' ')
			}
			c.body.WriteString(number(list.of(&letters[i])))
		}
		c.body.WriteByte('"')
	}
}

// The families of the faces in the file, by Part.Face. Their names are ours, so that no font of the reader's machine is
// taken for them.
var families = [3]string{"Entente Sans", "Entente Sans", "Entente Fallback"}

const boldFace = 1

func (c *Canvas) use(part draw.Part) {
	if c.used[part.Face] == nil {
		c.used[part.Face] = map[rune]bool{}
	}
	for _, r := range part.Text {
		c.used[part.Face][r] = true
	}
}

// group opens the groups that the next element belongs in, and closes others.
func (c *Canvas) group() {
	if c.open > 0 && c.openLayer == c.layer && c.openClip == c.clip {
		return
	}
	c.closeGroups()
	if c.layer != "" {
		fmt.Fprintf(&c.body, "<g class=\"%s\">\n", escape(c.layer))
		c.open++
	}
	if c.clip != (draw.Rect{}) {
		c.clips++
		r := c.clip
		fmt.Fprintf(&c.body, `<clipPath id="clip%d"><rect x="%s" y="%s" width="%s" height="%s"/></clipPath>`+"\n",
			c.clips, number(r.MinX), number(r.MinY), number(math.Max(r.Width(), 0)), number(math.Max(r.Height(), 0)))
		fmt.Fprintf(&c.body, "<g clip-path=\"url(#clip%d)\">\n", c.clips)
		c.open++
	}
	c.openLayer, c.openClip = c.layer, c.clip
}

func (c *Canvas) closeGroups() {
	for ; c.open > 0; c.open-- {
		c.body.WriteString("</g>\n")
	}
}

// data writes the lines of a path: the first point of each as it is, the others as steps on a grid of hundredths, so that
// rounding does not add up.
func (c *Canvas) data(p *draw.Path, area bool) {
	for i := range p.Lines() {
		xy, closed := p.Line(i)
		if area && len(xy) < 6 {
			continue
		}
		x, y := grid(xy[0]), grid(xy[1])
		fmt.Fprintf(&c.body, "M%s %s", hundredths(x), hundredths(y))
		if len(xy) == 2 {
			c.body.WriteString("l0 0") // a dot, where ends are round
		}
		for k := 2; k+1 < len(xy); k += 2 {
			nx, ny := grid(xy[k]), grid(xy[k+1])
			if nx == x && ny == y {
				continue
			}
			c.body.WriteByte('l')
			c.body.WriteString(hundredths(nx - x))
			if ny >= y {
				c.body.WriteByte(' ')
			}
			c.body.WriteString(hundredths(ny - y))
			x, y = nx, ny
		}
		if closed || area {
			c.body.WriteByte('Z')
		}
	}
}

// WriteTo writes the file. The canvas can be drawn on and written again.
func (c *Canvas) WriteTo(w io.Writer) (int64, error) {
	var file bytes.Buffer
	fmt.Fprintf(&file, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img">`+"\n",
		number(c.width), number(c.height), number(c.width), number(c.height))
	if c.Title != "" {
		fmt.Fprintf(&file, "<title>%s</title>\n", escape(c.Title))
	}
	if c.Metadata != "" {
		fmt.Fprintf(&file, "<metadata>%s</metadata>\n", escape(c.Metadata))
	}
	if err := c.writeFonts(&file); err != nil {
		return 0, fmt.Errorf("write picture: %w", err)
	}
	file.Write(c.body.Bytes())
	file.WriteString(strings.Repeat("</g>\n", c.open) + "</svg>\n")
	n, err := file.WriteTo(w)
	if err != nil {
		return n, fmt.Errorf("write picture: %w", err)
	}
	return n, nil
}

// writeFonts writes the letters that were used of every face.
func (c *Canvas) writeFonts(file *bytes.Buffer) error {
	styles := ""
	for i, letters := range c.used {
		if len(letters) == 0 {
			continue
		}
		font, err := subset(c.fonts.Data(i), letters)
		if err != nil {
			return err
		}
		weight := "normal"
		if i == boldFace {
			weight = "bold"
		}
		styles += fmt.Sprintf("@font-face{font-family:\"%s\";font-weight:%s;src:url(data:font/woff;base64,%s)}\n", families[i], weight, base64.StdEncoding.EncodeToString(font))
	}
	if styles != "" {
		file.WriteString("<style>\n" + styles + "</style>\n")
	}
	return nil
}

func hex(col color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", col.R, col.G, col.B) }

func opacity(what string, col color.NRGBA) string {
	if col.A == 255 {
		return ""
	}
	return fmt.Sprintf(` %s-opacity="%s"`, what, strconv.FormatFloat(float64(col.A)/255, 'f', 3, 64))
}

func dashes(lengths []float64) (string, bool) {
	sum, text := 0.0, make([]string, len(lengths))
	for i, l := range lengths {
		if !(l >= 0) || math.IsInf(l, 0) {
			return "", false
		}
		sum, text[i] = sum+l, number(l)
	}
	return strings.Join(text, " "), sum > 0
}

func number(v float64) string { return hundredths(int64(math.Round(v * 100))) }

func grid(v float32) int64 { return int64(math.Round(float64(v) * 100)) }

// hundredths writes a number without needless zeros.
func hundredths(v int64) string {
	if v%100 == 0 {
		return strconv.FormatInt(v/100, 10)
	}
	sign := ""
	if v < 0 {
		sign, v = "-", -v
	}
	whole := strconv.FormatInt(v/100, 10)
	if v < 100 {
		whole = ""
	}
	if v%10 == 0 {
		return fmt.Sprintf("%s%s.%d", sign, whole, v/10%10)
	}
	return fmt.Sprintf("%s%s.%02d", sign, whole, v%100)
}

func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}
