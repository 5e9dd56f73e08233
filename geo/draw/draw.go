// Package draw is the small canvas that Entente's map is drawn on: paths of straight lines, filled or stroked, and text.
//
// A scene draws itself on a Canvas and does not know which. The backends are geo/draw/raster (pixels), geo/draw/svg and
// geo/draw/pdf; Recorder, for tests, keeps the calls. This package decides nothing about maps.
//
// Units are device-independent pixels: x grows to the right, y downward, (0, 0) is the top left corner. A backend that
// makes pixels multiplies by its own scale (2 on a HiDPI screen). Colours are not premultiplied; alpha 0 draws nothing.
// Values that are not finite are skipped, never a panic. A Path, a Recorder and a Canvas belong to one goroutine at a
// time; drawing does not change the paths it is given, so several canvases may draw the same path at once. Fonts are
// safe for concurrent use.
package draw

import "image/color"

// Canvas is what a scene draws on. It starts empty (what that looks like is the backend's business: transparent for
// pixels, nothing for vectors) with the whole canvas as its clip. Later calls cover earlier ones.
type Canvas interface {
	// Size gives the width and height of the canvas in units. Nothing outside is seen.
	Size() (width, height float64)
	// Fill fills the inside of p. Every line of p is closed first; lines of fewer than three points have no inside.
	Fill(p *Path, f Fill)
	// Stroke draws along the lines of p. A line of one point is a dot where the cap is round and nothing otherwise.
	// A width of 0 or less draws nothing.
	Stroke(p *Path, s Stroke)
	// Text draws one line of text, straight or bent. An empty text, or a size of 0 or less, draws nothing; characters that
	// no font has are written without their accents or as a question mark, never as a box.
	Text(t Text)
	// Clip limits the calls that follow to r; it replaces the last clip. The zero Rect ends clipping.
	Clip(r Rect)
}

// Layerer is a Canvas that can name groups of calls, as SVG and the Recorder do. What follows belongs to the layer
// until the next call.
type Layerer interface {
	Layer(name string)
}

// Layer names what follows, on canvases that can.
func Layer(c Canvas, name string) {
	if l, ok := c.(Layerer); ok {
		l.Layer(name)
	}
}

// Rule says which points are inside a path that crosses itself.
type Rule uint8

// The rules. NonZero is the zero value: inside is what the lines wind around at least once.
const (
	NonZero Rule = iota
	EvenOdd
)

// Fill says how to fill a path. The zero Fill draws nothing.
type Fill struct {
	Color color.NRGBA
	Rule  Rule
}

// Cap is the shape of a line's ends, and of the ends of its dashes.
type Cap uint8

// The caps. Butt is the zero value: the line ends exactly at its last point.
const (
	Butt Cap = iota
	Round
)

// Stroke says how to draw along a path. Joins are always round.
type Stroke struct {
	Color color.NRGBA
	Width float64
	Cap   Cap
	Dash  []float64 // lengths of dash, gap, dash, gap …; empty or adding up to 0 is a solid line. The caller's, not kept
	Phase float64   // how far into Dash a line starts
}

// Weight is the weight of a font.
type Weight uint8

// The weights.
const (
	Regular Weight = iota
	Bold
)

// Anchor says which part of a text stands at its point.
type Anchor uint8

// The anchors: the point is at the start, the middle or the end of the text, always on its baseline.
const (
	Start Anchor = iota
	Middle
	End
)

// Text is one line of text. Line breaks and tabs in it are drawn as spaces.
type Text struct {
	Text   string
	X, Y   float64 // on the baseline
	Size   float64 // of the em, in units
	Weight Weight
	Anchor Anchor
	Color  color.NRGBA
	Halo   color.NRGBA // drawn behind the letters
	Spread float64     // how far the halo reaches beyond the letters; 0 is none
	Rotate float64     // degrees clockwise about the point
	// Bend lays the text on an arc of a circle instead of a straight line: the last letter is turned so many degrees
	// clockwise from the first. At the point the text runs in the direction of Rotate.
	Bend     float64
	Tracking float64 // ems added between letters
}
