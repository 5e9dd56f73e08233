package svg_test

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"image/color"
	"io"
	"math"
	"os"
	"regexp"
	"strings"
	"testing"

	"entente/geo/draw"
	"entente/geo/draw/drawtest"
	"entente/geo/draw/svg"
)

// assets is where the fonts lie.
const assets = "../../../assets"

var blue = color.NRGBA{B: 200, A: 255}

func Example() {
	c := svg.New(40, 20, nil)
	var p draw.Path
	p.Rect(draw.Rect{MinX: 5, MinY: 5, MaxX: 35.5, MaxY: 15})
	c.Fill(&p, draw.Fill{Color: blue})
	c.WriteTo(os.Stdout)
	// Output:
	// <svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20" role="img">
	// <path d="M5 5l30.5 0l0 10l-30.5 0Z" fill="#0000c8"/>
	// </svg>
}

func write(t testing.TB, c *svg.Canvas) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := c.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	d := xml.NewDecoder(bytes.NewReader(b.Bytes()))
	for {
		if _, err := d.Token(); err == io.EOF {
			return b.String()
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, b.String())
		}
	}
}

func TestCallsBecomeElements(t *testing.T) {
	tests := []struct {
		name string
		call func(c *svg.Canvas)
		want string // "" is nothing
	}{
		{"a fill", func(c *svg.Canvas) { c.Fill(drawtest.Line(0, 0, 5, 0, 5, 5.25), draw.Fill{Color: blue}) }, `<path d="M0 0l5 0l0 5.25Z" fill="#0000c8"/>`},
		{"an even-odd fill, half seen", func(c *svg.Canvas) {
			c.Fill(drawtest.Line(0, 0, 5, 0, 5, 5), draw.Fill{Color: color.NRGBA{A: 128}, Rule: draw.EvenOdd})
		}, `<path d="M0 0l5 0l0 5Z" fill="#000000" fill-opacity="0.502" fill-rule="evenodd"/>`},
		{"a stroke", func(c *svg.Canvas) { c.Stroke(drawtest.Line(1, 1, 2, 3), draw.Stroke{Color: blue, Width: 1.5}) }, `<path d="M1 1l1 2" fill="none" stroke="#0000c8" stroke-width="1.5" stroke-linejoin="round"/>`},
		{"dots", func(c *svg.Canvas) {
			c.Stroke(drawtest.Line(1, 1, 9, 1), draw.Stroke{Color: blue, Width: 2, Cap: draw.Round, Dash: []float64{0, 3.5}, Phase: 1})
		}, `<path d="M1 1l8 0" fill="none" stroke="#0000c8" stroke-width="2" stroke-linejoin="round" stroke-linecap="round" stroke-dasharray="0 3.5" stroke-dashoffset="1"/>`},
		{"negative numbers", func(c *svg.Canvas) { c.Stroke(drawtest.Line(-1.5, -0.05, -2, -3), draw.Stroke{Color: blue, Width: 1}) }, `d="M-1.5 -.05l-.5-2.95"`},
		{"steps on a grid do not add up", func(c *svg.Canvas) {
			c.Stroke(drawtest.Line(0, 0, 0.004, 0, 0.008, 0, 0.012, 0), draw.Stroke{Color: blue, Width: 1})
		}, `d="M0 0l.01 0"`},
		{"a clip", func(c *svg.Canvas) {
			c.Clip(draw.Rect{MinX: 1, MinY: 2, MaxX: 4, MaxY: 6})
			c.Fill(drawtest.Line(0, 0, 5, 0, 5, 5), draw.Fill{Color: blue})
			c.Clip(draw.Rect{})
		}, `<clipPath id="clip1"><rect x="1" y="2" width="3" height="4"/></clipPath>`},
		{"a layer", func(c *svg.Canvas) {
			c.Layer("ties <1>")
			c.Fill(drawtest.Line(0, 0, 5, 0, 5, 5), draw.Fill{Color: blue})
		}, `<g class="ties &lt;1&gt;">`},
		{"a text", func(c *svg.Canvas) { c.Text(draw.Text{Text: "A & B", X: 3, Y: 4, Size: 12, Color: blue}) }, `<tspan x="3" y="4" font-family="Entente Sans">A &amp; B</tspan></text>`},
		{"a turned bold text", func(c *svg.Canvas) {
			c.Text(draw.Text{Text: "A", X: 3, Y: 4, Size: 12, Weight: draw.Bold, Rotate: 90, Color: blue})
		}, `transform="rotate(90 3 4)"><tspan x="3" y="4" font-family="Entente Sans" font-weight="bold">A</tspan>`},
		{"two scripts", func(c *svg.Canvas) { c.Text(draw.Text{Text: "日A", Size: 10, Color: blue}) }, `font-family="Entente Fallback">日</tspan><tspan x="10" y="0" font-family="Entente Sans">A`},
		{"no colour", func(c *svg.Canvas) {
			c.Fill(drawtest.Line(0, 0, 5, 0, 5, 5), draw.Fill{})
			c.Stroke(drawtest.Line(0, 0, 5, 0), draw.Stroke{Width: 1})
		}, ""},
		{"nasty strokes", func(c *svg.Canvas) {
			for _, w := range []float64{0, -1, math.NaN(), math.Inf(1)} {
				c.Stroke(drawtest.Line(0, 0, 5, 0), draw.Stroke{Color: blue, Width: w})
			}
			c.Stroke(&draw.Path{}, draw.Stroke{Color: blue, Width: 1})
		}, ""},
		{"nasty texts", func(c *svg.Canvas) {
			for _, text := range []draw.Text{{Size: 12}, {Text: "a"}, {Text: "a", Size: math.NaN()}, {Text: "a", Size: 12, X: math.Inf(1)}, {Text: "a", Size: 12, Rotate: math.NaN()}} {
				text.Color = blue
				c.Text(text)
			}
		}, ""},
	}
	f := drawtest.Fonts(t, assets)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := svg.New(10, 10, f)
			tt.call(c)
			got := write(t, c)
			if tt.want == "" && strings.Contains(got, "<path") || strings.Contains(got, "<text") && tt.want == "" || !strings.Contains(got, tt.want) {
				t.Errorf("got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestHaloIsNoSecondText(t *testing.T) {
	c := svg.New(100, 20, drawtest.Fonts(t, assets))
	c.Text(draw.Text{Text: "Serbia", X: 50, Y: 15, Size: 12, Anchor: draw.Middle, Color: blue, Halo: color.NRGBA{255, 255, 255, 200}, Spread: 2})
	got := write(t, c)
	if n := strings.Count(got, "Serbia"); n != 1 {
		t.Errorf("the word stands %d times in the file, want 1", n)
	}
	if !strings.Contains(got, `stroke-width="4"`) {
		t.Error("the halo is not twice its spread wide")
	}
}

func TestFileCarriesTitleMetadataAndFonts(t *testing.T) {
	c := svg.New(100, 20, drawtest.Fonts(t, assets))
	c.Title, c.Metadata = "Ties <of> Serbia", `{"view":"a & b"}`
	c.Text(draw.Text{Text: "Đurić 日本", X: 5, Y: 15, Size: 12, Color: blue})
	got := write(t, c)
	for _, want := range []string{"<title>Ties &lt;of&gt; Serbia</title>", "<metadata>{&#34;view&#34;:&#34;a &amp; b&#34;}</metadata>"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is missing", want)
		}
	}
	found := regexp.MustCompile(`base64,([A-Za-z0-9+/=]+)\)`).FindAllStringSubmatch(got, -1)
	if len(found) != 2 {
		t.Fatalf("the file has %d fonts, want 2", len(found))
	}
	for _, f := range found {
		font, err := base64.StdEncoding.DecodeString(f[1])
		if err != nil || string(font[:4]) != "wOFF" {
			t.Errorf("a font is not WOFF: %v", err)
		}
		if len(font) > 60000 {
			t.Errorf("a font of a few letters has %d bytes", len(font))
		}
	}
	if again := write(t, c); again != got {
		t.Error("written twice, the files differ")
	}
}

func TestWriteToTellsOfAFullDisk(t *testing.T) {
	if _, err := svg.New(5, 5, nil).WriteTo(full{}); !errors.Is(err, os.ErrClosed) {
		t.Errorf("got %v", err)
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestABentTextIsOneTextWithPlacesForItsLetters(t *testing.T) {
	c := svg.New(200, 100, drawtest.Fonts(t, assets))
	c.Text(draw.Text{Text: "Japan 日本", X: 100, Y: 50, Size: 12, Anchor: draw.Middle, Color: blue, Bend: 30})
	file := write(t, c)
	for _, want := range []string{">Japan </tspan>", ">日本</tspan>"} {
		if !strings.Contains(file, want) {
			t.Errorf("%q is not in\n%s", want, file)
		}
	}
	lists := regexp.MustCompile(`rotate="([^"]*)"`).FindAllStringSubmatch(file, -1)
	if len(lists) != 2 || len(strings.Fields(lists[0][1])) != 6 || len(strings.Fields(lists[1][1])) != 2 || !strings.HasPrefix(lists[0][1], "-1") {
		t.Errorf("the letters are turned by %v, want 6 and 2 angles from below -10", lists)
	}
}
