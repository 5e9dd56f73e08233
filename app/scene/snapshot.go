package scene

import (
	"fmt"
	"image"
	"io"
	"math"
	"strings"

	"github.com/paulmach/orb"

	"entente/geo/draw"
	"entente/geo/draw/raster"
	"entente/geo/proj"
)

// SnapshotInput is a map and what stands around it in a figure.
type SnapshotInput struct {
	Input                             // its Width and Height are the map's, for which its View was made
	FigureWidth, FigureHeight float64 // of the whole figure in units; 0 are those of the map
	Title                     string
	Period                    string // the time that the evidence is from: "2019 – 2025"; "" is left out
	Made                      string // the date on which the figure was made, in the reader's language; "" is left out
	Sources                   string // publishers or titles, as one text; "" is left out
	Reports                   int    // independent reports behind the ties; 0 counts them from the ties
}

// Snapshot is a figure ready to be drawn: title, map with its legend, and notes on projection, evidence and borders.
type Snapshot struct {
	Width, Height float64
	theme         Theme
	scene         *Scene
	area          draw.Rect
	texts         []draw.Text
}

// Sizes of a snapshot's texts and margins, in units.
const (
	figureMargin = 24.0
	titleSize    = 21.0
	countsSize   = 12.5
	noteSize     = 10.5
	noteLine     = 15.0

	leastTitle = 15.0 // a longer title is written in lines, at most so many
	titleLines = 3
	noteShare  = 0.22 // of the figure's height that a paragraph of notes may take
)

// Snapshot lays out a figure. The map shows what it showed, as large as the texts leave room for.
func (b *Builder) Snapshot(in SnapshotInput) *Snapshot {
	in.Input = sensible(in.Input)
	f := &Snapshot{Width: in.FigureWidth, Height: in.FigureHeight, theme: in.Theme}
	if !(f.Width >= 1) || !(f.Height >= 1) {
		f.Width, f.Height = in.Width, in.Height
	}
	top := f.writeHead(b, &in)
	bottom := f.writeNotes(b, &in)
	f.area = draw.Rect{MinX: figureMargin, MinY: top, MaxX: f.Width - figureMargin, MaxY: bottom}
	if f.area.Height() < 40 || f.area.Width() < 40 {
		f.texts, f.area = nil, draw.Rect{MaxX: f.Width, MaxY: f.Height}
	}
	inner := in.Input
	shown := shownOf(in.View, in.Width, in.Height)
	grow := math.Min(f.area.Width()/shown.Width(), f.area.Height()/shown.Height())
	inner.View.Scale *= grow
	inner.View.X = f.area.Width()/2 + (in.View.X-(shown.MinX+shown.MaxX)/2)*grow
	inner.View.Y = f.area.Height()/2 + (in.View.Y-(shown.MinY+shown.MaxY)/2)*grow
	inner.Width, inner.Height = f.area.Width(), f.area.Height()
	inner.Rough = false
	f.scene = b.Build(inner)
	return f
}

// shownOf is the part of a picture that the globe or the sheet fills, with a little room around it.
func shownOf(view proj.View, width, height float64) draw.Rect {
	all := draw.Rect{MaxX: width, MaxY: height}
	var outline draw.Path
	view.Sphere(&outline)
	box, ok := outline.Bounds()
	if box = box.Grow(4).Intersect(all); !ok || box.Width() < 1 || box.Height() < 1 {
		return all
	}
	return box
}

// writeHead writes title and counts, and gives where the map may begin.
func (f *Snapshot) writeHead(b *Builder, in *SnapshotInput) float64 {
	y := figureMargin
	if b.fonts == nil {
		return y
	}
	size, lines := f.title(b.fonts, in.Title)
	for _, line := range lines {
		y += size * draw.CapHeight
		f.texts = append(f.texts, draw.Text{Text: line, X: figureMargin, Y: y, Size: size, Weight: draw.Bold, Color: f.theme.Text})
		y += 8
	}
	n := newNet(b.world, in.Ties)
	reports := in.Reports
	for i := range in.Ties {
		if in.Reports == 0 {
			reports = max(reports, in.Ties[i].Reports)
		}
	}
	text := say(in.Words, "snapshot.none")
	if len(in.Ties) > 0 {
		text = say(in.Words, "snapshot.counts", "ties", count(in.Words, "count.ties", len(n.links)),
			"countries", count(in.Words, "count.countries", len(n.nodes)), "reports", count(in.Words, "count.reports", reports))
	}
	for _, line := range wrap(b.fonts, text, countsSize, draw.Regular, f.Width-2*figureMargin) {
		y += countsSize + 3
		f.texts = append(f.texts, draw.Text{Text: line, X: figureMargin, Y: y - 3, Size: countsSize, Color: f.theme.Quiet})
	}
	return y + 9
}

// title gives the size and the lines of a title: smaller when it is long, then in some lines, and cut where even that is not
// enough.
func (f *Snapshot) title(fonts *draw.Fonts, text string) (size float64, lines []string) {
	if text == "" {
		return titleSize, nil
	}
	room := math.Max(f.Width-2*figureMargin, 1)
	size = math.Max(leastTitle, math.Min(titleSize, titleSize*room/fonts.Width(text, titleSize, draw.Bold)))
	return size, atMost(wrap(fonts, text, size, draw.Bold, room), titleLines)
}

// atMost cuts lines after a number of them.
func atMost(lines []string, most int) []string {
	if len(lines) <= most {
		return lines
	}
	lines = lines[:most]
	words := strings.Fields(lines[most-1])
	if len(words) > 1 {
		words = words[:len(words)-1] // for the sign that something was left out
	}
	lines[most-1] = strings.Join(words, " ") + " …"
	return lines
}

// writeNotes writes the notes from the bottom up, and gives where the map must end.
func (f *Snapshot) writeNotes(b *Builder, in *SnapshotInput) float64 {
	if b.fonts == nil {
		return f.Height - figureMargin
	}
	var lines []string
	most := max(2, int(noteShare*f.Height/noteLine))
	for _, note := range notes(in) {
		lines = append(lines, atMost(wrap(b.fonts, note, noteSize, draw.Regular, f.Width-2*figureMargin), most)...)
	}
	y := f.Height - figureMargin - float64(len(lines)-1)*noteLine
	top := y - noteSize - 10
	for _, line := range lines {
		f.texts = append(f.texts, draw.Text{Text: line, X: figureMargin, Y: y, Size: noteSize, Color: f.theme.Quiet})
		y += noteLine
	}
	return top
}

// notes gives the paragraphs under the map.
func notes(in *SnapshotInput) []string {
	v := in.View
	line := say(in.Words, "snapshot.projection", "projection", say(in.Words, "projection."+v.Projection), "place", degrees(orb.Point{v.Lon, v.Lat}))
	first := []string{line + "."}
	if in.Period != "" {
		first = append(first, say(in.Words, "snapshot.period", "period", in.Period)+".")
	}
	if in.Made != "" {
		first = append(first, say(in.Words, "snapshot.made", "date", in.Made)+".")
	}
	out := []string{strings.Join(first, " ")}
	if in.Sources != "" {
		out = append(out, say(in.Words, "snapshot.sources", "sources", in.Sources))
	}
	return append(out, say(in.Words, "snapshot.borders")+" "+say(in.Words, "snapshot.disclaimer"))
}

// degrees writes a place for people: "11° E, 35° N".
func degrees(p orb.Point) string {
	side := func(v float64, positive, negative string) string {
		if v < 0 {
			v, positive = -v, negative
		}
		return fmt.Sprintf("%.0f° %s", v, positive)
	}
	return side(p[0], "E", "W") + ", " + side(p[1], "N", "S")
}

// wrap cuts a text into lines of at most the given width, at spaces. A word that is too long gets a line of its own.
func wrap(fonts *draw.Fonts, text string, size float64, weight draw.Weight, width float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if line != "" && fonts.Width(longer, size, weight) > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// Draw draws the figure.
func (f *Snapshot) Draw(c draw.Canvas) {
	draw.Layer(c, "page")
	var page draw.Path
	page.Rect(draw.Rect{MaxX: f.Width, MaxY: f.Height})
	c.Fill(&page, draw.Fill{Color: f.theme.Paper})
	part := &draw.Offset{To: c, X: f.area.MinX, Y: f.area.MinY, Width: f.area.Width(), Height: f.area.Height()}
	part.Clip(draw.Rect{})
	f.scene.Draw(part)
	c.Clip(draw.Rect{})
	draw.Layer(c, "notes")
	for _, t := range f.texts {
		c.Text(t)
	}
}

// Scene is the map in the figure.
func (f *Snapshot) Scene() *Scene { return f.scene }

// WritePNG draws a picture of width by height pixels, with scale pixels to a unit, and writes it as PNG.
func WritePNG(w io.Writer, r *raster.Renderer, width, height int, scale float64, paint func(draw.Canvas), notes ...raster.Note) error {
	if width < 1 || height < 1 || width > 1<<15 || height > 1<<15 {
		return fmt.Errorf("draw picture: %d by %d pixels cannot be drawn", width, height)
	}
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	r.Draw(img, scale, paint)
	return raster.EncodePNG(w, img, 96*scale, notes...)
}
