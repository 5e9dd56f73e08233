package pdf_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"image/color"
	"io"
	"math"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"entente/geo/draw"
	"entente/geo/draw/drawtest"
	"entente/geo/draw/pdf"
)

// assets is where the fonts lie.
const assets = "../../../assets"

var blue = color.NRGBA{B: 200, A: 255}

func Example() {
	c := pdf.New(400, 200, nil)
	var p draw.Path
	p.Circle(200, 100, 50)
	c.Fill(&p, draw.Fill{Color: blue})
	c.About("A disc", time.Date(2025, 5, 3, 0, 0, 0, 0, time.UTC))
	c.WriteTo(io.Discard)
	// Output:
}

// page gives the drawing of a file: its first stream, unpacked.
func page(t *testing.T, c *pdf.Canvas) (drawing, file string) {
	t.Helper()
	var b bytes.Buffer
	n, err := c.WriteTo(&b)
	if err != nil || n != int64(b.Len()) {
		t.Fatalf("wrote %d of %d bytes: %v", n, b.Len(), err)
	}
	stream := regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`).FindSubmatch(b.Bytes())
	z, err := zlib.NewReader(bytes.NewReader(stream[1]))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw), b.String()
}

func TestCallsBecomeOperators(t *testing.T) {
	tests := []struct {
		name string
		call func(c *pdf.Canvas)
		want string // "" is nothing drawn
	}{
		{"a fill", func(c *pdf.Canvas) { c.Fill(drawtest.Line(0, 0, 40, 0, 40, 40), draw.Fill{Color: blue}) }, "0.00 75.00 m\n30.00 75.00 l\n30.00 45.00 l\nh\nf\n"},
		{"an even-odd fill", func(c *pdf.Canvas) {
			c.Fill(drawtest.Line(0, 0, 40, 0, 40, 40), draw.Fill{Color: blue, Rule: draw.EvenOdd})
		}, "h\nf*\n"},
		{"a stroke", func(c *pdf.Canvas) { c.Stroke(drawtest.Line(0, 0, 40, 40), draw.Stroke{Color: blue, Width: 4}) }, "0.00 75.00 m\n30.00 45.00 l\nS\n"},
		{"its width", func(c *pdf.Canvas) { c.Stroke(drawtest.Line(0, 0, 40, 40), draw.Stroke{Color: blue, Width: 4}) }, "3.00 w\n"},
		{"dots", func(c *pdf.Canvas) {
			c.Stroke(drawtest.Line(0, 0, 40, 40), draw.Stroke{Color: blue, Width: 4, Cap: draw.Round, Dash: []float64{0, 8}})
		}, "1 J\n[0.00 6.00] 0.00 d\n"},
		{"a solid line after dots", func(c *pdf.Canvas) {
			c.Stroke(drawtest.Line(0, 0, 40, 40), draw.Stroke{Color: blue, Width: 4, Cap: draw.Round, Dash: []float64{0, 8}})
			c.Stroke(drawtest.Line(0, 0, 40, 40), draw.Stroke{Color: blue, Width: 4, Dash: []float64{-1, math.NaN()}})
		}, "0 J\n[] 0.00 d\n"},
		{"a clip", func(c *pdf.Canvas) {
			c.Clip(draw.Rect{MinX: 4, MinY: 8, MaxX: 44, MaxY: 48})
			c.Fill(drawtest.Line(0, 0, 40, 0, 40, 40), draw.Fill{Color: blue})
		}, "3.00 69.00 30.00 -30.00 re W n"},
		{"no colour", func(c *pdf.Canvas) {
			c.Fill(drawtest.Line(0, 0, 5, 0, 5, 5), draw.Fill{})
			c.Stroke(drawtest.Line(0, 0, 5, 0), draw.Stroke{Width: 1})
		}, ""},
		{"nasty values", func(c *pdf.Canvas) {
			for _, w := range []float64{0, -1, math.NaN(), math.Inf(1)} {
				c.Stroke(drawtest.Line(0, 0, 5, 0), draw.Stroke{Color: blue, Width: w})
			}
			c.Stroke(&draw.Path{}, draw.Stroke{Color: blue, Width: 1})
			for _, text := range []draw.Text{{Size: 12}, {Text: "a"}, {Text: "a", Size: math.NaN()}, {Text: "a", Size: 12, X: math.Inf(1)}} {
				text.Color = blue
				c.Text(text)
			}
		}, ""},
	}
	f := drawtest.Fonts(t, assets)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := pdf.New(100, 100, f)
			tt.call(c)
			got, _ := page(t, c)
			if tt.want == "" {
				if strings.Contains(got, " m\n") || strings.Contains(got, "Tj") {
					t.Errorf("something is drawn: %s", got)
				}
			} else if !strings.Contains(got, tt.want) {
				t.Errorf("got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestTextIsThereOnce(t *testing.T) {
	c := pdf.New(300, 100, drawtest.Fonts(t, assets))
	c.Clip(draw.Rect{MaxX: 300, MaxY: 100})
	c.Text(draw.Text{Text: "Serbia", X: 150, Y: 50, Size: 16, Weight: draw.Bold, Anchor: draw.Middle, Color: blue, Halo: color.NRGBA{255, 255, 255, 200}, Spread: 2})
	c.Clip(draw.Rect{})
	c.Text(draw.Text{Text: "Serbia 日本", X: 10, Y: 50, Size: 16, Color: blue, Rotate: 30})
	got, file := page(t, c)
	if n := strings.Count(got, "Tj"); n != 3 {
		t.Errorf("text is shown %d times, want 3: one word, and one word with two letters of another font", n)
	}
	if strings.Contains(got, "/F ") {
		t.Error("a font without name is used")
	}
	for _, want := range []string{"/FontFile2", "/ToUnicode"} {
		if !strings.Contains(file, want) {
			t.Errorf("%s is missing: the fonts are not embedded, or cannot be searched", want)
		}
	}
}

func TestFileCarriesItsFacts(t *testing.T) {
	c := pdf.New(300, 100, nil)
	c.About("Ties", time.Date(2025, 5, 3, 12, 0, 0, 0, time.UTC))
	c.Attach(pdf.Attachment{Name: "evidence.json", Content: []byte(`{"a":1}`)})
	_, file := page(t, c)
	for _, want := range []string{"/EmbeddedFile", "evidence.json", "D:20250503120000", "[0 0 225.00 75.00]"} {
		if !strings.Contains(file, want) && !strings.Contains(strings.ReplaceAll(file, "\x00", ""), want) {
			t.Errorf("%s is missing", want)
		}
	}
}

func TestWriteToTellsOfAFullDisk(t *testing.T) {
	if _, err := pdf.New(5, 5, nil).WriteTo(full{}); !errors.Is(err, os.ErrClosed) {
		t.Errorf("got %v", err)
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestABentTextSaysItsWord(t *testing.T) {
	c := pdf.New(200, 100, drawtest.Fonts(t, assets))
	c.Text(draw.Text{Text: "Čile", X: 100, Y: 50, Size: 12, Anchor: draw.Middle, Color: blue, Bend: 30})
	drawing, _ := page(t, c)
	if want := "/Span <</ActualText <FEFF010C0069006C0065>>> BDC\n"; strings.Count(drawing, want) != 1 {
		t.Errorf("%q is not there once in\n%s", want, drawing)
	}
	if letters, turns := strings.Count(drawing, " Tj "), strings.Count(drawing, " cm\n"); letters != 4 || turns < 4 || strings.Count(drawing, "EMC\n") != 1 {
		t.Errorf("%d letters and %d turns in\n%s", letters, turns, drawing)
	}
}
