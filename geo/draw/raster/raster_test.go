package raster_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"math/rand"
	"os"
	"testing"

	"golang.org/x/image/vector"

	"entente/geo/draw"
	"entente/geo/draw/raster"
)

var (
	black = color.NRGBA{A: 255}
	half  = color.NRGBA{A: 128}
)

func ExampleNew() {
	img := image.NewRGBA(image.Rect(0, 0, 4, 3))
	c := raster.New(img, 1, nil)
	var p draw.Path
	p.Rect(draw.Rect{MinX: 1, MinY: 1, MaxX: 3.5, MaxY: 2})
	c.Fill(&p, draw.Fill{Color: color.NRGBA{R: 255, A: 255}})
	fmt.Println(img.RGBAAt(0, 1).R, img.RGBAAt(1, 1).R, img.RGBAAt(2, 1).R, img.RGBAAt(3, 1).R)
	// Output: 0 255 255 128
}

// canvas makes a white picture and a canvas over it.
func canvas(width, height int, scale float64) (*image.RGBA, *raster.Canvas) {
	img := white(width, height)
	return img, raster.New(img, scale, nil)
}

func white(width, height int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	return img
}

// ink is how dark a pixel is, from 0 to 1.
func ink(img *image.RGBA, x, y int) float64 { return 1 - float64(img.RGBAAt(x, y).G)/255 }

// twin says how much of a pixel lies inside a shape, by asking a function at 24 by 24 points of it.
func twin(x, y int, inside func(x, y float64) bool) float64 {
	const n = 24
	count := 0
	for i := range n {
		for j := range n {
			if inside(float64(x)+(float64(i)+0.5)/n, float64(y)+(float64(j)+0.5)/n) {
				count++
			}
		}
	}
	return float64(count) / (n * n)
}

// compare checks every pixel against the twin.
func compare(t *testing.T, img *image.RGBA, inside func(x, y float64) bool, tolerance float64) {
	t.Helper()
	worst, at := 0.0, image.Point{}
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if off := math.Abs(ink(img, x, y) - twin(x, y, inside)); off > worst {
				worst, at = off, image.Pt(x, y)
			}
		}
	}
	if worst > tolerance {
		t.Errorf("pixel %v: got %.3f, want %.3f", at, ink(img, at.X, at.Y), twin(at.X, at.Y, inside))
	}
}

// windings counts how often lines go round a point, by the crossings of a ray to the right.
func windings(lines [][][2]float64, x, y float64) int {
	count := 0
	for _, line := range lines {
		for i, a := range line {
			b := line[(i+1)%len(line)]
			if (a[1] <= y) == (b[1] <= y) {
				continue
			}
			if a[0]+(y-a[1])/(b[1]-a[1])*(b[0]-a[0]) > x {
				if a[1] < b[1] {
					count++
				} else {
					count--
				}
			}
		}
	}
	return count
}

func pathOf(lines [][][2]float64) *draw.Path {
	p := &draw.Path{}
	for _, line := range lines {
		for i, q := range line {
			if i == 0 {
				p.MoveTo(q[0], q[1])
			} else {
				p.LineTo(q[0], q[1])
			}
		}
		p.Close()
	}
	return p
}

func TestFillCoversTheExactArea(t *testing.T) {
	square := func(a, b, c, d float64) [][2]float64 { return [][2]float64{{a, b}, {c, b}, {c, d}, {a, d}} }
	r := rand.New(rand.NewSource(1))
	var wild [][2]float64
	for range 7 {
		wild = append(wild, [2]float64{r.Float64() * 60, r.Float64() * 40})
	}
	tests := []struct {
		name  string
		lines [][][2]float64
	}{
		{"a square on pixel edges", [][][2]float64{square(2, 3, 10, 9)}},
		{"a square between them", [][][2]float64{square(2.25, 3.5, 10.75, 9.125)}},
		{"a sliver within one pixel", [][][2]float64{{{5.1, 5.1}, {5.9, 5.2}, {5.3, 5.8}}}},
		{"a flat sliver over many", [][][2]float64{{{1, 5}, {50, 5.3}, {50, 5.6}}}},
		{"a steep sliver over many", [][][2]float64{{{5, 1}, {5.4, 38}, {5.7, 38}}}},
		{"a square with a hole", [][][2]float64{square(2, 2, 30, 30), {{10, 10}, {10, 20}, {20, 20}, {20, 10}}}},
		{"two squares over each other", [][][2]float64{square(2, 2, 20, 20), square(10.5, 10.5, 30, 30)}},
		{"larger than the picture on all sides", [][][2]float64{square(-100, -50, 200, 300)}},
		{"out to the left", [][][2]float64{{{-30, 20}, {20, 3}, {25, 37}}}},
		{"out to the right", [][][2]float64{{{90, 20}, {40, 3}, {35, 37}}}},
		{"a flat edge through both sides", [][][2]float64{{{-1000, 10.2}, {1000, 10.9}, {1000, 30}, {-1000, 30}}}},
		{"beside the picture", [][][2]float64{square(-20, 5, -10, 15), square(70, 5, 80, 15), square(5, -20, 10, -15), square(5, 50, 10, 60)}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			img, c := canvas(60, 40, 1)
			c.Fill(pathOf(tt.lines), draw.Fill{Color: black})
			compare(t, img, func(x, y float64) bool { return windings(tt.lines, x, y) != 0 }, 0.05)
		})
	}
	t.Run("a wild star, even-odd", func(t *testing.T) {
		// Where edges cross within a pixel, the sum of areas is not the area of the sum: a tenth is allowed.
		img, c := canvas(60, 40, 1)
		lines := [][][2]float64{wild}
		c.Fill(pathOf(lines), draw.Fill{Color: black, Rule: draw.EvenOdd})
		compare(t, img, func(x, y float64) bool { return windings(lines, x, y)%2 != 0 }, 0.3)
	})
}

func TestNeighboursLeaveNoSeam(t *testing.T) {
	img, c := canvas(40, 40, 1)
	a := [][2]float64{{3.3, 3.3}, {20.7, 2.1}, {17.2, 36.4}, {4.4, 33.3}}
	b := [][2]float64{{20.7, 2.1}, {36.6, 5.2}, {33.3, 35.7}, {17.2, 36.4}}
	c.Fill(pathOf([][][2]float64{a, b}), draw.Fill{Color: black})
	for y := 8; y < 30; y++ {
		for x := 8; x < 30; x++ {
			if ink(img, x, y) != 1 {
				t.Fatalf("pixel %d, %d on the common edge is %.3f dark, want 1", x, y, ink(img, x, y))
			}
		}
	}
}

// toLine is the distance from a point to the nearest piece of a line.
func toLine(line [][2]float64, x, y float64) float64 {
	best := math.Inf(1)
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		dx, dy := b[0]-a[0], b[1]-a[1]
		s := ((x-a[0])*dx + (y-a[1])*dy) / (dx*dx + dy*dy)
		s = math.Max(0, math.Min(1, s))
		best = math.Min(best, math.Hypot(x-a[0]-s*dx, y-a[1]-s*dy))
	}
	return best
}

func open(line [][2]float64) *draw.Path {
	p := &draw.Path{}
	for _, q := range line {
		p.LineTo(q[0], q[1])
	}
	return p
}

func TestStrokeIsAsWideAsItsWidth(t *testing.T) {
	var arc [][2]float64
	for i := range 25 {
		s := float64(i) / 24
		arc = append(arc, [2]float64{5 + 50*s, 35 - 90*s*(1-s)})
	}
	tests := []struct {
		name      string
		line      [][2]float64
		cap       draw.Cap
		width     float64
		tolerance float64
	}{
		{"straight, round ends", [][2]float64{{10, 10}, {45, 30}}, draw.Round, 6, 0.08},
		{"a sharp corner, round ends", [][2]float64{{10, 10}, {45, 30}, {12, 30}}, draw.Round, 5, 0.1},
		{"a zigzag of short pieces", [][2]float64{{10, 20}, {14, 10}, {18, 20}, {22, 10}, {26, 20}}, draw.Round, 4, 0.12},
		{"a hairline, round ends", arc, draw.Round, 0.8, 0.14},
		{"a point", [][2]float64{{20, 20}, {20, 20}}, draw.Round, 9, 0.08},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			img, c := canvas(60, 40, 1)
			c.Stroke(open(tt.line), draw.Stroke{Color: black, Width: tt.width, Cap: tt.cap})
			if tt.name == "a point" {
				tt.line[1][0] += 1e-9
			}
			compare(t, img, func(x, y float64) bool { return toLine(tt.line, x, y) <= tt.width/2 }, tt.tolerance)
		})
	}
	// Square ends: only what lies well within the line's length is compared.
	for _, width := range []float64{0.6, 1.2, 1.5, 2.4, 8} {
		t.Run(fmt.Sprintf("an arc %g wide, square ends", width), func(t *testing.T) {
			img, c := canvas(60, 40, 1)
			c.Stroke(open(arc), draw.Stroke{Color: black, Width: width})
			for x := 15; x < 45; x++ {
				for y := range 40 {
					want := twin(x, y, func(x, y float64) bool { return toLine(arc, x, y) <= width/2 })
					if got := ink(img, x, y); math.Abs(got-want) > 0.19 {
						t.Fatalf("pixel %d, %d: got %.3f, want %.3f", x, y, got, want)
					}
				}
			}
		})
	}
}

func TestStrokeEndsSquare(t *testing.T) {
	for _, width := range []float64{1, 4} {
		img, c := canvas(40, 20, 1)
		c.Stroke(open([][2]float64{{10, 10}, {20, 10}, {30, 10}}), draw.Stroke{Color: black, Width: width})
		if a, b := ink(img, 9, 9), ink(img, 30, 10); a > 0.01 || b > 0.01 {
			t.Errorf("width %g: beyond its ends it is %.2f and %.2f dark, want 0", width, a, b)
		}
		if a, b := ink(img, 10, 9)+ink(img, 10, 10), ink(img, 29, 9)+ink(img, 29, 10); a < math.Min(width, 2)*0.95 || b < math.Min(width, 2)*0.95 {
			t.Errorf("width %g: at its ends it is %.2f and %.2f dark", width, a, b)
		}
	}
}

func TestDashesKeepTheirLengths(t *testing.T) {
	bent := [][2]float64{{10, 10}, {14, 20}, {10, 30}, {40, 30}} // too sharp for a ribbon
	straight := [][2]float64{{10, 10}, {25, 10}, {40.5, 10}, {90, 10}}
	for _, line := range [][][2]float64{straight, bent} {
		img, c := canvas(100, 40, 1)
		c.Stroke(open(line), draw.Stroke{Color: black, Width: 2, Dash: []float64{6, 4}})
		sum, length := 0.0, 0.0
		for y := range 40 {
			for x := range 100 {
				sum += ink(img, x, y)
			}
		}
		for i := 1; i < len(line); i++ {
			length += math.Hypot(line[i][0]-line[i-1][0], line[i][1]-line[i-1][1])
		}
		want := math.Floor(length/10)*6 + math.Min(6, math.Mod(length, 10))
		if got := sum / 2; math.Abs(got-want) > 2 {
			t.Errorf("dashes of %v are %.1f long together, want %.1f", line, got, want)
		}
	}
	img, c := canvas(60, 20, 1)
	c.Stroke(open(straight), draw.Stroke{Color: black, Width: 2, Dash: []float64{6, 4}, Phase: 3})
	if on, off, again := ink(img, 11, 10), ink(img, 15, 10), ink(img, 18, 10); on < 0.9 || off > 0.1 || again < 0.9 {
		t.Errorf("with a phase of 3, pixels 1, 5 and 8 along are %.2f, %.2f and %.2f dark, want 1, 0, 1", on, off, again)
	}
}

func TestStrokeThatCannotBeDrawnIsNothing(t *testing.T) {
	tests := []struct {
		name string
		s    draw.Stroke
	}{
		{"no width", draw.Stroke{Color: black}},
		{"negative width", draw.Stroke{Color: black, Width: -3}},
		{"no colour", draw.Stroke{Width: 3}},
		{"a width that is no number", draw.Stroke{Color: black, Width: math.NaN()}},
		{"a width without end", draw.Stroke{Color: black, Width: math.Inf(1)}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			img, c := canvas(20, 20, 1)
			c.Stroke(open([][2]float64{{1, 1}, {15, 15}}), tt.s)
			if !bytes.Equal(img.Pix, white(20, 20).Pix) {
				t.Error("something was drawn")
			}
		})
	}
	t.Run("dashes without sense are a solid line", func(t *testing.T) {
		for _, dash := range [][]float64{{0, 0}, {-1, 4}, {math.NaN()}, {math.Inf(1), 1}} {
			img, c := canvas(20, 20, 1)
			c.Stroke(open([][2]float64{{1, 10}, {19, 10}}), draw.Stroke{Color: black, Width: 2, Dash: dash})
			for x := 2; x < 18; x++ {
				if ink(img, x, 10) < 0.99 {
					t.Errorf("dash %v: pixel %d is %.2f dark", dash, x, ink(img, x, 10))
				}
			}
		}
	})
}

func TestNastyPathsDoNoHarm(t *testing.T) {
	nasty := [][][2]float64{{}, {{5, 5}}, {{math.NaN(), 1}, {2, 2}, {3, 1}}, {{-1e9, -1e9}, {1e9, 1e9}}, {{1e8, 0}, {-1e8, 3}, {0, 1e8}},
		{{0, 0}, {0, 0}, {0, 0}}, {{0, 20}, {20, 20}, {20, 0}}, {{20, 0}, {20, 20}}, {{0, 10}, {20, 10}, {0, 10}}}
	for i, line := range nasty {
		for _, scale := range []float64{1, 2, 0, math.NaN(), 1e-3, 1e3} {
			_, c := canvas(20, 20, scale)
			for _, dash := range [][]float64{nil, {3, 2}, {0, 3}} {
				for _, width := range []float64{0.5, 3, 1e6} {
					for _, ends := range []draw.Cap{draw.Butt, draw.Round} {
						c.Stroke(open(line), draw.Stroke{Color: half, Width: width, Dash: dash, Cap: ends})
						c.Stroke(pathOf([][][2]float64{line}), draw.Stroke{Color: half, Width: width, Dash: dash, Cap: ends})
					}
				}
			}
			c.Fill(open(line), draw.Fill{Color: half})
			c.Fill(open(line), draw.Fill{Color: half, Rule: draw.EvenOdd})
			c.Clip(draw.Rect{MinX: float64(i), MinY: math.Inf(-1), MaxX: 1e300, MaxY: 3})
		}
	}
}

func TestClipLimitsWhatFollows(t *testing.T) {
	img, c := canvas(40, 40, 2)
	var page draw.Path
	page.Rect(draw.Rect{MinX: -5, MinY: -5, MaxX: 50, MaxY: 50})
	c.Clip(draw.Rect{MinX: 5, MinY: 6, MaxX: 10, MaxY: 12})
	c.Fill(&page, draw.Fill{Color: black})
	for y := range 40 {
		for x := range 40 {
			want := 0.0
			if x >= 10 && x < 20 && y >= 12 && y < 24 {
				want = 1
			}
			// The pixel that the clip's far edge touches belongs to it.
			if edge := x == 20 || y == 24; !edge && ink(img, x, y) != want {
				t.Fatalf("pixel %d, %d is %.2f dark, want %g", x, y, ink(img, x, y), want)
			}
		}
	}
	c.Clip(draw.Rect{})
	c.Fill(&page, draw.Fill{Color: black})
	if ink(img, 0, 0) != 1 || ink(img, 39, 39) != 1 {
		t.Error("the empty clip does not end clipping")
	}
}

// paint draws some of everything.
func paint(c draw.Canvas) {
	r := rand.New(rand.NewSource(3))
	for i := range 60 {
		var p draw.Path
		for range 5 {
			p.LineTo(r.Float64()*300-20, r.Float64()*300-20)
		}
		col := color.NRGBA{uint8(r.Intn(255)), uint8(r.Intn(255)), uint8(r.Intn(255)), uint8(55 + r.Intn(200))}
		switch i % 5 {
		case 0:
			c.Fill(&p, draw.Fill{Color: col, Rule: draw.EvenOdd})
		case 1:
			c.Stroke(&p, draw.Stroke{Color: col, Width: 3, Dash: []float64{7, 4}})
		case 2:
			var arc draw.Path
			x, y := r.Float64()*250, r.Float64()*250
			for k := range 20 {
				s := float64(k) / 19
				arc.LineTo(x+s*100, y-60*s*(1-s))
			}
			c.Stroke(&arc, draw.Stroke{Color: col, Width: 1 + r.Float64()*3, Dash: [][]float64{nil, {8, 5}, {9, 3, 2, 3}}[r.Intn(3)]})
		case 3:
			c.Stroke(&p, draw.Stroke{Color: col, Width: 0.8})
		default:
			c.Text(draw.Text{Text: "Србија – 日本", X: r.Float64() * 200, Y: r.Float64() * 250, Size: 14, Color: col, Halo: half, Spread: 2, Rotate: float64(r.Intn(2)) * 33})
		}
	}
}

func fonts(t testing.TB) *draw.Fonts {
	t.Helper()
	f, err := draw.LoadFonts(os.DirFS("../../../assets"))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestRendererGivesTheSamePixelsAsOneCanvas(t *testing.T) {
	f := fonts(t)
	want, got := white(260, 700), white(260, 700)
	paint(raster.New(want, 1, f))
	r := raster.NewRenderer(f)
	for range 2 { // the second time with the memory of the first
		copy(got.Pix, white(260, 700).Pix)
		r.Draw(got, 1, paint)
		for i := range want.Pix {
			if d := int(want.Pix[i]) - int(got.Pix[i]); d < -1 || d > 1 {
				t.Fatalf("pixel %d, %d: got %d, want %d", i/4%260, i/4/260, got.Pix[i], want.Pix[i])
			}
		}
	}
}

func TestPartOfAnImage(t *testing.T) {
	whole := white(30, 30)
	part := whole.SubImage(image.Rect(10, 12, 20, 22)).(*image.RGBA)
	c := raster.New(part, 1, nil)
	if w, h := c.Size(); w != 10 || h != 10 {
		t.Errorf("got size %g by %g, want 10 by 10", w, h)
	}
	var p draw.Path
	p.Rect(draw.Rect{MinX: -5, MinY: 2, MaxX: 3, MaxY: 50})
	c.Fill(&p, draw.Fill{Color: black})
	for y := range 30 {
		for x := range 30 {
			want := 0.0
			if x >= 10 && x < 13 && y >= 14 && y < 22 {
				want = 1
			}
			if ink(whole, x, y) != want {
				t.Fatalf("pixel %d, %d is %.2f dark, want %g", x, y, ink(whole, x, y), want)
			}
		}
	}
}

func TestTextStandsAtItsPoint(t *testing.T) {
	f := fonts(t)
	extent := func(txt draw.Text) (minX, maxX, minY, maxY int) {
		img := white(200, 200)
		c := raster.New(img, 1, f)
		c.Text(txt)
		minX, minY = 999, 999
		for y := range 200 {
			for x := range 200 {
				if ink(img, x, y) > 0.5 {
					minX, maxX, minY, maxY = min(minX, x), max(maxX, x), min(minY, y), max(maxY, y)
				}
			}
		}
		return
	}
	base := draw.Text{Text: "HHH", X: 100, Y: 100, Size: 20, Color: black}
	if minX, _, minY, maxY := extent(base); minX < 100 || minX > 104 || maxY != 99 || minY < 84 || minY > 87 {
		t.Errorf("from its start, it lies from x %d and between y %d and %d", minX, minY, maxY)
	}
	base.Anchor = draw.End
	if _, maxX, _, _ := extent(base); maxX > 100 || maxX < 95 {
		t.Errorf("to its end, it lies up to x %d", maxX)
	}
	base.Anchor = draw.Middle
	if minX, maxX, _, _ := extent(base); math.Abs(float64(minX+maxX)/2-100) > 1.5 {
		t.Errorf("about its middle, it lies from x %d to %d", minX, maxX)
	}
	base.Rotate = 90
	if minX, maxX, minY, maxY := extent(base); maxY-minY < 2*(maxX-minX) {
		t.Errorf("turned, it lies from x %d to %d and y %d to %d", minX, maxX, minY, maxY)
	}
	wide := base
	wide.Rotate, wide.Halo, wide.Spread = 0, black, 3
	a, _, _, _ := extent(draw.Text{Text: "HHH", X: 100, Y: 100, Size: 20, Anchor: draw.Middle, Color: black})
	if b, _, _, _ := extent(wide); b < a-4 || b > a-2 {
		t.Errorf("a halo of 3 begins at %d, its text at %d", b, a)
	}
	for _, nothing := range []draw.Text{{Text: "", Size: 12, Color: black}, {Text: "a", Color: black, X: 50, Y: 50}, {Text: "a", Size: -3, Color: black, X: 50, Y: 50},
		{Text: "a", Size: 12, X: 50, Y: 50}, {Text: "a", Size: math.NaN(), Color: black}, {Text: "a", Size: 12, X: math.NaN(), Color: black}, {Text: "a", Size: 1e9, Color: black}} {
		if _, maxX, _, _ := extent(nothing); maxX != 0 {
			t.Errorf("%+v draws something", nothing)
		}
	}
}

func TestEncodePNGIsReadByOthers(t *testing.T) {
	for _, size := range []image.Point{{1, 1}, {3, 200}, {257, 129}, {300, 128}} {
		img := white(size.X, size.Y)
		paint(raster.New(img, 1, nil))
		var file bytes.Buffer
		if err := raster.EncodePNG(&file, img, 192, raster.Note{Keyword: "Title", Text: "Тесты"}); err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(bytes.NewReader(file.Bytes()))
		if err != nil {
			t.Fatalf("%v: %v", size, err)
		}
		if got.Bounds() != img.Rect {
			t.Fatalf("got size %v, want %v", got.Bounds(), img.Rect)
		}
		for y := range size.Y {
			for x := range size.X {
				if got := color.RGBAModel.Convert(got.At(x, y)).(color.RGBA); got != img.RGBAAt(x, y) {
					t.Fatalf("%v: pixel %d, %d is %v, want %v", size, x, y, got, img.RGBAAt(x, y))
				}
			}
		}
		if !bytes.Contains(file.Bytes(), []byte("iTXtTitle\x00\x00\x00\x00\x00Тесты")) {
			t.Error("the note is not in the file")
		}
	}
	if err := raster.EncodePNG(&bytes.Buffer{}, image.NewRGBA(image.Rectangle{}), 0); err == nil {
		t.Error("an empty picture was encoded")
	}
	if err := raster.EncodePNG(full{}, white(5, 5), 0); err == nil {
		t.Error("a full disk was not noticed")
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, os.ErrClosed }

func BenchmarkFill1000Polygons(b *testing.B) {
	r := rand.New(rand.NewSource(1))
	var paths []*draw.Path
	for range 1000 {
		x, y := 60+r.Float64()*1480, 60+r.Float64()*680
		p := &draw.Path{}
		for k := range 30 {
			sin, cos := math.Sincos(float64(k) / 30 * 2 * math.Pi)
			p.LineTo(x+cos*(20+r.Float64()*30), y+sin*(20+r.Float64()*30))
		}
		paths = append(paths, p)
	}
	img, c := canvas(1600, 800, 1)
	b.Run("ours", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, p := range paths {
				c.Fill(p, draw.Fill{Color: half})
			}
		}
	})
	b.Run("x-image-vector sized to each box", func(b *testing.B) {
		b.ReportAllocs()
		var z vector.Rasterizer
		src := image.NewUniform(half)
		for b.Loop() {
			for _, p := range paths {
				box, _ := p.Bounds()
				x, y := math.Floor(box.MinX), math.Floor(box.MinY)
				z.Reset(int(box.MaxX-x)+2, int(box.MaxY-y)+2)
				xy, _ := p.Line(0)
				z.MoveTo(xy[0]-float32(x), xy[1]-float32(y))
				for k := 2; k < len(xy); k += 2 {
					z.LineTo(xy[k]-float32(x), xy[k+1]-float32(y))
				}
				z.ClosePath()
				z.Draw(img, image.Rect(int(x), int(y), int(x)+z.Size().X, int(y)+z.Size().Y), src, image.Point{})
			}
		}
	})
}

func BenchmarkEncodePNG3840x2160(b *testing.B) {
	img := white(3840, 2160)
	paint(raster.New(img, 10, nil))
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			raster.EncodePNG(&bytes.Buffer{}, img, 96)
		}
	})
	b.Run("standard library", func(b *testing.B) {
		e := png.Encoder{CompressionLevel: png.BestSpeed}
		for b.Loop() {
			e.Encode(&bytes.Buffer{}, img)
		}
	})
}
