package scene

import (
	"fmt"
	"strings"

	"entente/data"
	"entente/geo/draw"
	"entente/geo/proj"
)

// Input is all that a picture of the map depends on. Positions and sizes are units: device-independent pixels.
type Input struct {
	// Ties are drawn heaviest last. The slice and what it holds must not be changed afterwards: as long as the same slice
	// comes in, what depends on the ties alone is not worked out again.
	Ties []data.Tie
	// Name gives the name of a party to write on the map; nil writes codes.
	Name func(data.Party) string
	// View is what the map shows, in units; Build sets its Width and Height.
	View          proj.View
	Width, Height float64
	// Scale is the number of device pixels in a unit: 2 on a HiDPI screen. It chooses how fine the shapes are, no sizes.
	Scale float64
	Theme Theme
	// Selected keeps its colour while the rest fades; Hovered is lifted. Either may name a tie or a country.
	Selected, Hovered Target
	// Rough is for the frames of a drag, a zoom or an animation: a turning globe has coarser shapes, and the inset stays what
	// and where it was in the Builder's last picture that was not rough.
	Rough bool

	// TextScale is how large words are against the usual size; 0 is the usual size.
	TextScale float64

	Labels    bool
	Legend    bool
	Graticule bool
	// TieName gives what to write along the arc of a tie; "" writes nothing, and a nil TieName nothing anywhere. It counts as
	// one of two only: with it or without.
	TieName func(*data.Tie) string
	// NoInset leaves out the inset that enlarges a part of the map where the ends of many ties crowd.
	NoInset bool
	// InsetAt is where the inset stood before, from Scene.InsetAt: there it stays as long as it hides no tie. nil is nowhere.
	InsetAt *[2]float64
	// InsetOf is the part of the map that the inset shows, from Scene.InsetOf of a picture of the same map in another size, as a
	// multiple of the view's scale from its origin. nil is where the most ends of ties crowd.
	InsetOf *draw.Rect
	// LegendAt is the legend's corner; Auto takes the corner where it hides least.
	LegendAt Corner
	// LegendWas is where the legend stood before, from Scene.LegendAt: there Auto leaves it as long as it hides little.
	LegendWas Corner
	// Words gives the legend's words in the chosen language; nil is English.
	Words Words
	// Clear are rectangles that the legend must keep clear of, such as buttons laid over the map.
	Clear []draw.Rect
}

// words is the size of words that have the given one usually.
func (in *Input) words(size float64) float64 {
	if in.TextScale > 0 {
		return size * in.TextScale
	}
	return size
}

// Target is a tie, a country, or nothing when both are empty.
type Target struct {
	Pair    data.Pair
	Country data.Party
}

// Empty says whether the target is nothing.
func (t Target) Empty() bool { return t == Target{} }

// Parties gives the country, else the two of the tie; nil of nothing.
func (t Target) Parties() []data.Party {
	switch {
	case t.Country != "":
		return []data.Party{t.Country}
	case t.Pair != data.Pair{}:
		return t.Pair[:]
	}
	return nil
}

// Hit is something under the pointer.
type Hit struct {
	Target
	Distance float64 // from the pointer, in units; 0 inside a country
}

// Corner is a corner of the map.
type Corner uint8

// The corners. Auto is the zero value.
const (
	Auto Corner = iota
	BottomLeft
	BottomRight
	TopLeft
	TopRight
)

// Words gives sentences by key, as app/words does: Say fills named values in, Count chooses the plural form for n and
// fills {n} in. Has tells whether the key is known; English stands in for the others.
type Words interface {
	Has(key string) bool
	Say(key string, values ...any) string
	Count(key string, n int, values ...any) string
}

// english holds the sentences that a map needs, by the keys to be found in the language files; ".one" is the singular.
var english = map[string]string{
	"map.cooperation":                  "Cooperation ({n})",
	"map.conflict":                     "Conflict ({n})",
	"map.mixed":                        "Cooperation and conflict ({n})",
	"map.neutral":                      "Neutral ({n})",
	"map.planned":                      "Only planned ({n})",
	"map.direction":                    "Acts towards ({n})",
	"map.reports":                      "{n} reports",
	"map.reports.one":                  "{n} report",
	"map.hidden":                       "{n} ties have no place on this map",
	"map.hidden.one":                   "{n} tie has no place on this map",
	"snapshot.none":                    "No tie meets the conditions.",
	"snapshot.counts":                  "{ties} between {countries}, from {reports}",
	"count.ties":                       "{n} ties",
	"count.ties.one":                   "{n} tie",
	"count.countries":                  "{n} countries",
	"count.countries.one":              "{n} country",
	"count.reports":                    "{n} reports",
	"count.reports.one":                "{n} report",
	"snapshot.projection":              "{projection} projection, centred on {place}",
	"snapshot.period":                  "Tells of {period}",
	"snapshot.made":                    "Made on {date} with Entente",
	"snapshot.sources":                 "Sources: {sources}",
	"snapshot.borders":                 "Borders: Natural Earth, public domain, changed.",
	"snapshot.disclaimer":              "Borders and names are drawn to find one's way. They take no side in any dispute.",
	"projection.equal-earth":           "Equal Earth",
	"projection.natural-earth":         "Natural Earth",
	"projection.mercator":              "Mercator",
	"projection.orthographic":          "Orthographic",
	"projection.azimuthal-equidistant": "Azimuthal equidistant",
}

// say gives a sentence in the input's language.
func say(w Words, key string, values ...any) string {
	if w != nil && w.Has(key) {
		return w.Say(key, values...)
	}
	return fill(english[key], values)
}

// count gives the sentence of key for n things.
func count(w Words, key string, n int) string {
	if w != nil && w.Has(key) {
		return w.Count(key, n)
	}
	line, ok := english[key+".one"]
	if !ok || n != 1 {
		line = english[key]
	}
	return fill(line, []any{"n", n})
}

func fill(line string, values []any) string {
	for i := 0; i+1 < len(values); i += 2 {
		line = strings.ReplaceAll(line, fmt.Sprintf("{%v}", values[i]), fmt.Sprint(values[i+1]))
	}
	return line
}
