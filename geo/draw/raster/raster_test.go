package raster_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"math"
	"math/rand"
	"testing"

	"entente/geo/draw"
	"entente/geo/draw/drawtest"
	"entente/geo/draw/raster"
)

// assets is where the fonts lie.
const assets = "../../../assets"

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

func TestRendererGivesTheSamePixelsAsOneCanvas(t *testing.T) {
	f := drawtest.Fonts(t, assets)
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
	f := drawtest.Fonts(t, assets)
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

// A text that is bent by little must look like one that is straight, and one that is turned a quarter like the picture
// turned.
func TestABentTextLooksLikeItsArc(t *testing.T) {
	draws := func(text draw.Text) *image.RGBA {
		img := white(120, 120)
		raster.New(img, 1, drawtest.Fonts(t, assets)).Text(text)
		return img
	}
	text := draw.Text{Text: "Serbia", X: 60, Y: 60, Size: 20, Anchor: draw.Middle, Color: color.NRGBA{A: 255}}
	straight := draws(text)
	text.Bend = 0.01
	if got := draws(text); !bytes.Equal(got.Pix, straight.Pix) {
		t.Error("bent by a hundredth of a degree, it looks different")
	}
	text.Bend, text.Rotate = 90, 90
	bent := draws(text)
	sum, across := 0.0, 0.0
	for y := range 120 {
		for x := range 120 {
			v := ink(bent, x, y)
			sum, across = sum+v, across+v*float64(x)
		}
	}
	// The text runs down through the middle; its arc turns to the left, and so do its ends.
	if sum < 100 || across/sum > 62 || ink(bent, 60, 10)+ink(bent, 110, 60) > 0 {
		t.Errorf("%.0f pixels of ink, on average at %.1f", sum, across/sum)
	}
}
