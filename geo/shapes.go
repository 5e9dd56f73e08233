package geo

import "github.com/paulmach/orb"

// Level is how much of the world's shapes is drawn, by how close one looks.
type Level int

// The levels, from the coarsest.
const (
	Overview Level = iota // the whole world: 1:50m, to within 0.05°
	Medium                // continents: 1:50m
	Fine                  // a country and its neighbours: 1:10m, to within 0.005°
)

// Levels is how many levels there are.
const Levels = int(Fine) + 1

// LevelFor chooses the level for a map whose globe has a radius of so many device pixels: the coarsest that differs from the
// next by about half a pixel, so that no change leaps to the eye.
func LevelFor(radius float64) Level {
	switch {
	case radius <= 600:
		return Overview
	case radius <= 2000:
		return Medium
	}
	return Fine
}

// Shapes is one level of the world's shapes. It must not be changed.
type Shapes struct {
	Level Level
	Areas []Area // land, every piece of every country
	Lakes []Area
	Lines []Line // coasts and borders, each of them once
}

// Area is a connected piece of a country, or a lake: an outer ring and its holes.
type Area struct {
	Country int // index into World.Countries, or -1 of a lake and of land that is nobody's
	Rings   [][]Vec
	Cap     Cap
}

// Line is a stretch of coast or border.
type Line struct {
	Kind      LineKind
	Countries [2]int // on its two sides, as indices into World.Countries; -1 is the sea or land that is nobody's
	Points    []Vec
	Cap       Cap
}

// LineKind says what a line parts.
type LineKind uint8

// The kinds of lines.
const (
	Coast    LineKind = iota // land from water
	Border                   // a country from another
	Disputed                 // a border that is disputed; drawn dotted
)

// Country is what the map knows of a country: where it is and how it is drawn.
type Country struct {
	Code       string    // ISO 3166-1 alpha-2 in capitals; XK is Kosovo
	Anchor     orb.Point // longitude, latitude of its visual middle, where its label and its ties' ends stand
	Box        orb.Bound // around its main part; the greatest longitude is above 180 when it lies over the antimeridian
	Dot        bool      // too small for its shape: drawn and hit as a dot at Anchor
	Tint       int       // 0 to 5: no two neighbours have the same
	Neighbours []string  // codes of the countries with a common border, sorted
}
