// Package geo knows where countries are: their shapes at three levels of detail, the point where each is labelled, their
// neighbours, which country lies under a place, and the great circles between places.
//
// It does not project, clip or draw: that is the work of geo/proj, geo/clip and geo/draw. It knows countries by their
// two-letter codes only; names are the business of data/gazetteer. A place is an orb.Point of longitude and latitude in
// degrees, in that order; on the sphere it is a Vec. Rings have no repeated last point and their inside on the right hand.
//
// Load reads the small table of countries and checks the shape files; each level is decoded when it is first asked for. A
// World never changes after that and is safe for concurrent use; nobody may change what it hands out.
package geo

import (
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"github.com/paulmach/orb"
)

// World is all countries with their shapes.
type World struct {
	Countries []Country // in the order of their codes
	levels    [Levels]level
	axes      struct {
		once sync.Once
		list []Axis // by country
	}
}

// level is a file of shapes, decoded once.
type level struct {
	once   sync.Once
	body   []byte
	shapes *Shapes
	err    error
}

// files are the shape files by level.
var files = [Levels]string{"world/overview.bin", "world/medium.bin", "world/fine.bin"}

// Load reads the world from the assets: world/countries.tsv and a file for each level. The files are checked to be whole,
// and the overview is decoded; a broken file is an error that names it.
func Load(fsys fs.FS) (*World, error) {
	table, err := fs.ReadFile(fsys, "world/countries.tsv")
	if err != nil {
		return nil, fmt.Errorf("load world: %w", err)
	}
	w := new(World)
	if w.Countries, err = parseCountries(string(table)); err != nil {
		return nil, fmt.Errorf("load world: world/countries.tsv: %w", err)
	}
	for i, name := range files {
		raw, err := fs.ReadFile(fsys, name)
		if err == nil {
			w.levels[i].body, err = checkBody(raw)
		}
		if err != nil {
			return nil, fmt.Errorf("load world: %s: %w", name, err)
		}
	}
	if _, err := w.Shapes(Overview); err != nil {
		return nil, fmt.Errorf("load world: %w", err)
	}
	return w, nil
}

// Shapes gives a level's shapes, decoding them at the first call: about 10 ms for Fine. A level out of range is taken as the
// nearest.
func (w *World) Shapes(l Level) (*Shapes, error) {
	l = max(Overview, min(Fine, l))
	v := &w.levels[l]
	v.once.Do(func() {
		v.shapes, v.err = decodeShapes(v.body, l, w)
		if v.err != nil {
			v.err = fmt.Errorf("%s: %w", files[l], v.err)
		}
		v.body = nil
	})
	return v.shapes, v.err
}

// Warm decodes all levels, so that no later call has to wait; a window does this behind its first picture.
func (w *World) Warm() error {
	for l := range Level(Levels) {
		if _, err := w.Shapes(l); err != nil {
			return err
		}
	}
	return nil
}

// Index finds a country's place in Countries by its code, or -1.
func (w *World) Index(code string) int {
	i, ok := slices.BinarySearchFunc(w.Countries, code, func(c Country, code string) int {
		switch {
		case c.Code < code:
			return -1
		case c.Code > code:
			return 1
		}
		return 0
	})
	if !ok {
		return -1
	}
	return i
}

// Country finds a country by its code.
func (w *World) Country(code string) (Country, bool) {
	if i := w.Index(code); i >= 0 {
		return w.Countries[i], true
	}
	return Country{}, false
}

// At gives the code of the country at a place, by the shapes of the level. A country that is drawn as a dot is found within
// reach degrees of its dot, before the one whose land surrounds it. At sea, in a lake's country or not, and on land that is
// nobody's there may be none; a lake belongs to the country around it.
func (w *World) At(place orb.Point, l Level, reach float64) (code string, ok bool) {
	v := VecOf(place)
	if v.X != v.X || v.Z != v.Z {
		return "", false
	}
	if i := w.dotAt(place, reach); i >= 0 {
		return w.Countries[i].Code, true
	}
	shapes, err := w.Shapes(l)
	if err != nil {
		return "", false
	}
	for i := range shapes.Areas {
		a := &shapes.Areas[i]
		if a.Country >= 0 && a.Contains(v) {
			return w.Countries[a.Country].Code, true
		}
	}
	return "", false
}

// dotAt finds the nearest country drawn as a dot within reach degrees, or -1.
func (w *World) dotAt(place orb.Point, reach float64) int {
	best := -1
	for i := range w.Countries {
		if c := &w.Countries[i]; c.Dot {
			if angle := Angle(place, c.Anchor); angle <= reach {
				best, reach = i, angle
			}
		}
	}
	return best
}

// Contains says whether the direction lies in the area and in none of its holes. On an edge either answer may come.
func (a *Area) Contains(v Vec) bool {
	if !a.Cap.MayHold(v) {
		return false
	}
	east, north := axes(v)
	turns := 0
	for _, ring := range a.Rings {
		turns += windings(ring, east, north)
	}
	return turns != 0
}

// axes are the directions to the east and to the north of v, at right angles to it.
func axes(v Vec) (east, north Vec) {
	east = Vec{-v.Y, v.X, 0}
	n := east.Len()
	if n < 1e-12 {
		return Vec{0, 1, 0}, Vec{-1, 0, 0}
	}
	east = Vec{east.X / n, east.Y / n, 0}
	return east, v.Cross(east)
}

// windings counts how often a ring goes round the point between the axes, by its crossings of the half meridian north.
func windings(ring []Vec, east, north Vec) int {
	if len(ring) == 0 {
		return 0
	}
	count := 0
	last := ring[len(ring)-1]
	lastX := last.Dot(east)
	for _, v := range ring {
		x := v.Dot(east)
		if (x < 0) != (lastX < 0) {
			y, lastY := v.Dot(north), last.Dot(north)
			if lastY*x-y*lastX > 0 == (x > lastX) {
				if x > lastX {
					count++
				} else {
					count--
				}
			}
		}
		last, lastX = v, x
	}
	return count
}
