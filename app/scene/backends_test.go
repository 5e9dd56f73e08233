package scene_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"entente/app/scene"
	"entente/data"
	"entente/geo/draw"
	"entente/geo/draw/pdf"
	"entente/geo/draw/raster"
	"entente/geo/draw/svg"
)

// everything is a figure with all that a map can have: an inset, words along ties, arrowheads, a graticule, two scripts.
func everything() (*scene.Snapshot, *draw.Recorder) {
	world, fonts := assets()
	in := input(1200, 700, append(sample(), balkans()...))
	in.Graticule, in.Selected.Country = true, "RS"
	in.TieName = func(t *data.Tie) string { return string(t.Stance) }
	figure := scene.New(world, fonts).Snapshot(scene.SnapshotInput{Input: in, Title: "Ties of Serbia – 日本", Made: "3 May 2025"})
	r := &draw.Recorder{Width: 1200, Height: 700}
	figure.Draw(r)
	return figure, r
}

// objects are what a picture is made of.
type objects struct {
	areas, lines, texts int
	words               []string
	arcs                [][2]float32 // where each line of the ties' layers begins
}

func objectsOf(r *draw.Recorder) (o objects) {
	for _, op := range r.Ops {
		switch {
		case op.Kind == draw.FillOp && op.Path.Points() > 2:
			o.areas++
		case op.Kind == draw.StrokeOp && op.Path.Points() > 0:
			o.lines++
			if strings.HasSuffix(op.Layer, scene.TieLayer) {
				xy, _ := op.Path.Line(0)
				o.arcs = append(o.arcs, [2]float32{xy[0], xy[1]})
			}
		case op.Kind == draw.TextOp && op.Text.Text != "":
			o.texts++
			o.words = append(o.words, op.Text.Text)
			if op.Text.Spread > 0 {
				o.lines++ // the halo
			}
		}
	}
	return o
}

func (o *objects) same(t *testing.T, want *objects) {
	t.Helper()
	if o.areas != want.areas || o.lines != want.lines || o.texts != want.texts {
		t.Errorf("got %d areas, %d lines, %d texts, want %d, %d, %d", o.areas, o.lines, o.texts, want.areas, want.lines, want.texts)
	}
}

func TestEveryBackendHoldsTheSameObjects(t *testing.T) {
	skipInShort(t)
	_, fonts := assets()
	figure, recorder := everything()
	want := objectsOf(recorder)
	words := append(recorder.In(scene.WordLayer), recorder.In(scene.InsetLayer+" "+scene.WordLayer)...)
	legend := texts(recorder.In(scene.LegendLayer))
	if want.areas < 30 || len(want.arcs) < 60 || want.texts < 60 || len(legend) < 8 || len(words) < 5 ||
		len(recorder.In(scene.InsetLayer+" "+scene.NameLayer)) < 5 {
		t.Fatalf("the picture holds only %d areas, %d arcs, %d texts, the legend %q", want.areas, len(want.arcs), want.texts, legend)
	}
	t.Run("svg", func(t *testing.T) {
		c := svg.New(1200, 700, fonts)
		figure.Draw(c)
		var file bytes.Buffer
		if _, err := c.WriteTo(&file); err != nil {
			t.Fatal(err)
		}
		picture := file.String()
		got := objects{texts: strings.Count(picture, "<text "), lines: strings.Count(picture, `fill="none"`)}
		got.areas = strings.Count(picture, "<path ") - got.lines
		got.same(t, &want)
		plain := regexp.MustCompile(`</tspan><tspan[^>]*>`).ReplaceAllString(picture, "")
		for _, word := range want.words {
			if escaped := strings.NewReplacer("&", "&amp;", "'", "&#39;").Replace(word); !strings.Contains(plain, ">"+escaped+"<") {
				t.Errorf("the words %q are missing", word)
			}
		}
		for _, at := range want.arcs {
			begin := "M" + strconv.FormatFloat(math.Round(float64(at[0])*100)/100, 'f', -1, 64)
			if at[0] >= 1 && !strings.Contains(picture, begin+" ") {
				t.Errorf("no path begins with %s", begin)
			}
		}
	})
	t.Run("pdf", func(t *testing.T) {
		page := pageOf(t, figure)
		page = regexp.MustCompile(`(?s)/Span <<[^>]*>>> BDC\n.*?EMC\n`).ReplaceAllString(page, " Tj ") // letters of one text
		got := objects{areas: strings.Count(page, "\nf\n") + strings.Count(page, "\nf*\n"), lines: strings.Count(page, "\nS\n"), texts: strings.Count(page, " Tj ")}
		want := want
		want.texts++ // the title is in two fonts
		got.same(t, &want)
		for _, at := range want.arcs {
			if begin := fmt.Sprintf("%.2f %.2f m\n", at[0]*pdf.Point, (700-at[1])*pdf.Point); !strings.Contains(page, begin) {
				t.Errorf("no path begins with %q", begin)
			}
		}
	})
	t.Run("raster", func(t *testing.T) { leavesInk(t, recorder) })
}

// pageOf gives what a PDF of a figure draws.
func pageOf(t *testing.T, figure *scene.Snapshot) string {
	t.Helper()
	_, fonts := assets()
	c := pdf.New(1200, 700, fonts)
	figure.Draw(c)
	var file bytes.Buffer
	if _, err := c.WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	stream := regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`).FindSubmatch(file.Bytes())
	z, err := zlib.NewReader(bytes.NewReader(stream[1]))
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// leavesInk checks that each text and each line of a tie changes the pixels: the picture without it is another one.
func leavesInk(t *testing.T, r *draw.Recorder) {
	_, fonts := assets()
	checked := 0
	for i := range r.Ops {
		op := &r.Ops[i]
		word := op.Kind == draw.TextOp
		if !word && !(op.Kind == draw.StrokeOp && op.Stroke.Dash == nil && strings.HasSuffix(op.Layer, scene.TieLayer) && op.Stroke.Color.A > 200) {
			continue
		}
		// Only what comes up to it matters: what covers it later is another test's business.
		box := draw.Rect{MinX: op.Text.X - 60, MinY: op.Text.Y - 60, MaxX: op.Text.X + 60, MaxY: op.Text.Y + 60}
		if !word {
			box, _ = op.Path.Bounds()
		}
		with, without := image.NewRGBA(image.Rect(0, 0, 1200, 700)), image.NewRGBA(image.Rect(0, 0, 1200, 700))
		raster.NewRenderer(fonts).Draw(with, 1, func(c draw.Canvas) { c.Clip(box); play(c, op) })
		if checked++; bytes.Equal(with.Pix, without.Pix) {
			t.Errorf("%q or a line at %v in %q leaves no ink", op.Text.Text, box, op.Layer)
		}
	}
	if checked < 60 {
		t.Errorf("only %d objects were checked", checked)
	}
}

// play draws a recorded call.
func play(c draw.Canvas, op *draw.Op) {
	switch op.Kind {
	case draw.FillOp:
		c.Fill(op.Path, op.Fill)
	case draw.StrokeOp:
		c.Stroke(op.Path, op.Stroke)
	case draw.TextOp:
		c.Text(op.Text)
	}
}
