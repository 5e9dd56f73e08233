// Package drawtest has what tests of drawing begin with: the program's fonts, and paths in a line. It draws nothing.
package drawtest

import (
	"os"
	"testing"

	"entente/geo/draw"
)

// Fonts gives the program's fonts. Assets is the folder that they lie in, seen from the test's.
func Fonts(t testing.TB, assets string) *draw.Fonts {
	t.Helper()
	f, err := draw.LoadFonts(os.DirFS(assets))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Line is a path through points, x before y.
func Line(points ...float64) *draw.Path {
	p := &draw.Path{}
	for i := 0; i+1 < len(points); i += 2 {
		p.LineTo(points[i], points[i+1])
	}
	return p
}
