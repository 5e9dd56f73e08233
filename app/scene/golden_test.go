package scene_test

import (
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/paulmach/orb"

	"entente/app/scene"
	"entente/data"
	"entente/geo/draw/raster"
	"entente/geo/proj"
)

var update = flag.Bool("update", false, "write the golden pictures anew; look at every changed one")

// Most pictures have no text, so that they are the same on every processor.
func TestMapsLookAsTheyDid(t *testing.T) {
	world, _ := assets()
	box := func(west, south, east, north float64) orb.Bound {
		return orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}
	}
	fit := func(projection string, lon, lat float64) proj.View {
		return proj.View{Projection: projection, Lon: lon, Lat: lat}.FitAll(480, 240, 4)
	}
	close := func(projection string, lon float64, b orb.Bound) proj.View {
		return proj.View{Projection: projection, Lon: lon}.Fit(480, 240, b, 8)
	}
	tests := []struct {
		name string
		view proj.View
		with func(in *scene.Input)
	}{
		{"equal-earth", fit(proj.EqualEarth, 11, 0), nil},
		{"natural-earth", fit(proj.NaturalEarth, 0, 0), nil},
		{"mercator", fit(proj.Mercator, 0, 0), nil},
		{"globe", fit(proj.Orthographic, 60, 40), nil},
		{"equidistant around Serbia", fit(proj.Equidistant, 20.7, 44.1), nil},
		{"dark", fit(proj.EqualEarth, 11, 0), func(in *scene.Input) { in.Theme = scene.Dark() }},
		{"greyscale", fit(proj.EqualEarth, 11, 0), func(in *scene.Input) { in.Theme = scene.Greyscale() }},
		{"high contrast with graticule", fit(proj.EqualEarth, 11, 0), func(in *scene.Input) { in.Theme, in.Graticule = scene.HighContrast(), true }},
		{"arcs over the Pacific", fit(proj.EqualEarth, 180, 0), nil},
		{"arcs around the pole", fit(proj.Orthographic, 100, 80), nil},
		{"Balkans", close(proj.EqualEarth, 20, box(13, 39, 30, 48)), nil},
		{"Fiji", close(proj.EqualEarth, 178, box(175, -20, 183, -15)), nil},
		{"Russia", close(proj.EqualEarth, 100, box(25, 42, 195, 78)), nil},
		{"Antarctica", fit(proj.Orthographic, 0, -85), nil},
		{"microstates", close(proj.Mercator, 8, box(4, 41, 14, 48)), nil},
		{"Japan selected", fit(proj.EqualEarth, 11, 0), func(in *scene.Input) { in.Selected.Country = "JP" }},
		{"Serbia-Kosovo under the pointer", close(proj.EqualEarth, 20, box(10, 38, 32, 49)), func(in *scene.Input) { in.Hovered.Pair = data.PairOf("RS", "XK") }},
		{"three hundred ties", fit(proj.EqualEarth, 11, 0), func(in *scene.Input) { in.Ties = crowd(300) }},
		{"twice the pixels", fit(proj.EqualEarth, 11, 0), func(in *scene.Input) {
			in.Scale, in.Width, in.Height = 2, 240, 120
			in.View = proj.View{Lon: 11}.FitAll(240, 120, 2)
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := scene.Input{Ties: sample(), Width: 480, Height: 240, Scale: 1, Theme: scene.Light(), View: tt.view, Labels: true, Legend: true}
			if tt.with != nil {
				tt.with(&in)
			}
			img := image.NewRGBA(image.Rect(0, 0, 480, 240))
			raster.NewRenderer(nil).Draw(img, in.Scale, scene.New(world, nil).Build(in).Draw)
			matchGolden(t, filepath.Join("testdata", "golden", "map", tt.name+".png"), img)
		})
	}
}

func TestMapsWithTextsLookAsTheyDid(t *testing.T) {
	world, fonts := assets()
	ties := append(sample(), balkans()...)
	region := func(name string) scene.Input {
		in := input(480, 240, ties)
		in.View, _ = scene.FitRegion(proj.View{}, name, 480, 240)
		in.Legend = false
		return in
	}
	along, bent, inset, legend := region("balkans"), region("europe"), input(900, 560, ties), input(480, 240, sample())
	along.View = along.View.ZoomAt(230, 80, 2.5)
	along.TieName = func(t *data.Tie) string { return string(t.Stance) }
	bent.Ties, bent.Name = nil, func(p data.Party) string {
		return map[data.Party]string{"NO": "Norway", "SE": "Sweden", "IT": "Italy", "GB": "United Kingdom", "UA": "Україна", "FR": "フランス"}[p]
	}
	inset.Scale = 0.5
	legend.LegendAt = scene.BottomLeft
	for _, tt := range []struct {
		name string
		in   scene.Input
	}{{"words along arcs", along}, {"names along countries", bent}, {"an inset", inset}, {"a legend", legend}} {
		t.Run(tt.name, func(t *testing.T) {
			in := tt.in
			img := image.NewRGBA(image.Rect(0, 0, int(in.Width*in.Scale), int(in.Height*in.Scale)))
			raster.NewRenderer(fonts).Draw(img, in.Scale, scene.New(world, fonts).Build(in).Draw)
			matchGolden(t, filepath.Join("testdata", "golden", "text", tt.name+".png"), img)
		})
	}
}

// matchGolden compares a picture with the one in a file: first the bounds, then the pixels, of which all but one in a
// thousand must be within 2 of 255 in every channel.
func matchGolden(t *testing.T, name string, got *image.RGBA) {
	t.Helper()
	if *update {
		writePicture(t, name, got)
		return
	}
	file, err := os.Open(name)
	if err != nil {
		t.Fatalf("%v; look at the picture and run the test with -update", err)
	}
	defer file.Close()
	decoded, err := png.Decode(file)
	if err != nil {
		t.Fatalf("read %s: %v", name, err)
	}
	want := image.NewRGBA(decoded.Bounds())
	draw.Draw(want, want.Rect, decoded, want.Rect.Min, draw.Src)
	if got.Rect != want.Rect {
		t.Fatalf("got a picture of %v, want %v", got.Rect, want.Rect)
	}
	differ, difference := 0, image.NewGray(got.Rect)
	for i := 0; i < len(got.Pix); i += 4 {
		off := 0
		for k := range 3 {
			d := int(got.Pix[i+k]) - int(want.Pix[i+k])
			off = max(off, d, -d)
		}
		if off > 2 {
			differ++
			difference.Set(i/4%got.Rect.Dx(), i/4/got.Rect.Dx(), color.Gray{Y: 255})
		}
	}
	if differ > len(got.Pix)/4/1000 {
		failed := filepath.Join("testdata", "failed", filepath.Base(name))
		writePicture(t, failed, got)
		writePicture(t, failed[:len(failed)-4]+" difference.png", difference)
		t.Errorf("%d of %d pixels differ from %s; see %s", differ, len(got.Pix)/4, name, failed)
	}
}

func writePicture(t *testing.T, name string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(file, img); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}
