package scene

import (
	"image/color"
	"math"

	"entente/data"
)

// Theme is the colours of a map. Ties carry the only strong ones, and their dashes say the same as their colours. The
// colours of stances stay apart for people who lack a kind of cone, and texts and lines stand out from all that they can lie
// on; a test holds both.
type Theme struct {
	Name      string
	Paper     color.NRGBA    // around the globe, and behind the legend
	Water     color.NRGBA    // seas and lakes
	Land      [6]color.NRGBA // by a country's tint; the first is the plain one
	Tied      [6]color.NRGBA // the same, of countries with ties
	Chosen    color.NRGBA    // the selected country
	Lit       color.NRGBA    // the country under the pointer
	Coast     color.NRGBA
	Border    color.NRGBA
	Graticule color.NRGBA
	Text      color.NRGBA // names of countries with ties, the legend
	Quiet     color.NRGBA // names of other countries, notes
	Halo      color.NRGBA // behind names
	Casing    color.NRGBA // on both sides of ties, so that crossings can be told apart
	Frame     color.NRGBA // around the legend

	Cooperation, Conflict, Mixed, Neutral color.NRGBA
}

// The names of the themes.
const (
	LightName    = "light"
	DarkName     = "dark"
	GreyName     = "greyscale"
	ContrastName = "high-contrast"
)

// ThemeNames lists the themes in the order in which they are offered.
var ThemeNames = []string{LightName, DarkName, GreyName, ContrastName}

// ThemeNamed finds a theme by its name; an unknown name is the light one, with ok false.
func ThemeNamed(name string) (t Theme, ok bool) {
	switch name {
	case LightName:
		return Light(), true
	case DarkName:
		return Dark(), true
	case GreyName:
		return Greyscale(), true
	case ContrastName:
		return HighContrast(), true
	}
	return Light(), false
}

// Light is the default theme: a printed atlas.
func Light() Theme {
	return Theme{
		Name:      LightName,
		Paper:     hex(0xFCFBF8),
		Water:     hex(0xE8EEF2),
		Land:      [6]color.NRGBA{hex(0xF5F2EA), hex(0xF2EEE3), hex(0xF6F3EE), hex(0xF1F0E6), hex(0xF5EFE5), hex(0xEFEDE4)},
		Tied:      [6]color.NRGBA{hex(0xEADFC4), hex(0xE6D8BA), hex(0xECE3CF), hex(0xE3DFC3), hex(0xEBDAC2), hex(0xE1D7BD)},
		Chosen:    hex(0xF7DC9A),
		Lit:       hex(0xF3E2B8),
		Coast:     hex(0xA9B9C4),
		Border:    hex(0xCFC8BA),
		Graticule: hex(0xD3DDE4),
		Text:      hex(0x2B2B2B),
		Quiet:     hex(0x6E6857),
		Halo:      withAlpha(hex(0xFCFBF8), 215),
		Casing:    withAlpha(hex(0xFCFBF8), 190),
		Frame:     hex(0xD8D3C7),

		Cooperation: hex(0x0072B2), Conflict: hex(0xCC5500), Mixed: hex(0xA43C93), Neutral: hex(0x525A66),
	}
}

// Dark is the light theme's equal for dark rooms; its ties are lighter, for the same contrast.
func Dark() Theme {
	return Theme{
		Name:      DarkName,
		Paper:     hex(0x14191E),
		Water:     hex(0x1B232A),
		Land:      [6]color.NRGBA{hex(0x2C3236), hex(0x2F3538), hex(0x293034), hex(0x2E3533), hex(0x323536), hex(0x2A3033)},
		Tied:      [6]color.NRGBA{hex(0x47463C), hex(0x4B483B), hex(0x444440), hex(0x45483C), hex(0x4C453C), hex(0x42433C)},
		Chosen:    hex(0x54430E),
		Lit:       hex(0x4B4428),
		Coast:     hex(0x4C5B66),
		Border:    hex(0x4A5054),
		Graticule: hex(0x26313A),
		Text:      hex(0xE9E6DE),
		Quiet:     hex(0xA5A399),
		Halo:      withAlpha(hex(0x14191E), 205),
		Casing:    withAlpha(hex(0x14191E), 190),
		Frame:     hex(0x3A444C),

		Cooperation: hex(0x5FB8F0), Conflict: hex(0xF28344), Mixed: hex(0xD470C4), Neutral: hex(0xB7BEC8),
	}
}

// Greyscale is for printers without colour: dashes, widths and shades tell the stances apart.
func Greyscale() Theme {
	t := Light()
	t.Name = GreyName
	for _, c := range t.colours() {
		*c = grey(*c)
	}
	t.Water, t.Graticule = hex(0xFFFFFF), hex(0xDDDDDD)
	t.Cooperation, t.Conflict, t.Mixed, t.Neutral = hex(0x3C3C3C), hex(0x000000), hex(0x5A5A5A), hex(0x6E6E6E)
	return t
}

// HighContrast has almost white land, dark borders and the strongest ties.
func HighContrast() Theme {
	t := Light()
	t.Name = ContrastName
	t.Paper, t.Water = hex(0xFFFFFF), hex(0xDCE9F2)
	t.Land = [6]color.NRGBA{hex(0xFFFFFF), hex(0xF5F5F5), hex(0xFAFAF2), hex(0xF3F6FA), hex(0xFBF6F0), hex(0xF0F1F0)}
	t.Tied = [6]color.NRGBA{hex(0xFFF2B8), hex(0xFFEDA6), hex(0xFFF5C8), hex(0xFBEFB0), hex(0xFFF0B0), hex(0xF9EBA8)}
	t.Chosen, t.Lit = hex(0xFFD23F), hex(0xFFE38A)
	t.Coast, t.Border, t.Frame = hex(0x3A4A55), hex(0x6A6A6A), hex(0x000000)
	t.Text, t.Quiet = hex(0x000000), hex(0x333333)
	t.Halo, t.Casing = hex(0xFFFFFF), hex(0xFFFFFF)
	t.Cooperation, t.Conflict, t.Mixed, t.Neutral = hex(0x004B87), hex(0xB33A00), hex(0x7A1E6C), hex(0x30353D)
	return t
}

// Line is how a tie is drawn.
type Line struct {
	Color color.NRGBA
	Width float64   // in units
	Dash  []float64 // nil is solid
	Round bool      // round ends, which make dots of the dashes of length 0
}

// The widths between which ties are drawn, in units.
const (
	minWidth = 1.5
	maxWidth = 8
)

// Line gives the line of a tie: colour and dash by stance, width by the root of its independent reports. Ties that are
// only planned are dotted in their stance's colour.
func (t *Theme) Line(stance data.Stance, reports int, planned bool) Line {
	return t.line(nil, stance, reports, planned)
}

// line is Line with its dashes in the memory of dash.
func (t *Theme) line(dash []float64, stance data.Stance, reports int, planned bool) Line {
	l := Line{Width: math.Min(math.Max(minWidth*math.Sqrt(float64(max(reports, 1))), minWidth), maxWidth)}
	w := l.Width
	switch stance {
	case data.Cooperation:
		l.Color = t.Cooperation
	case data.Conflict:
		l.Color, l.Dash = t.Conflict, append(dash, 5+1.6*w, 3+0.8*w)
	case data.Mixed:
		l.Color, l.Dash = t.Mixed, append(dash, 9+2*w, 2.5+0.8*w, 2+0.8*w, 2.5+0.8*w)
	default:
		l.Color, l.Width = t.Neutral, math.Max(1.2, 0.6*w)
	}
	if planned {
		l.Dash, l.Round = append(dash, 0, 2.5+1.3*l.Width), true
		l.Width *= 1.15
	}
	return l
}

func (t *Theme) colours() []*color.NRGBA {
	out := []*color.NRGBA{&t.Paper, &t.Water, &t.Chosen, &t.Lit, &t.Coast, &t.Border, &t.Graticule, &t.Text, &t.Quiet,
		&t.Halo, &t.Casing, &t.Frame, &t.Cooperation, &t.Conflict, &t.Mixed, &t.Neutral}
	for i := range t.Land {
		out = append(out, &t.Land[i], &t.Tied[i])
	}
	return out
}

func hex(rgb uint32) color.NRGBA {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 255}
}

func withAlpha(c color.NRGBA, a uint8) color.NRGBA {
	c.A = a
	return c
}

// fade makes a colour more transparent, by a share of its own alpha.
func fade(c color.NRGBA, share float64) color.NRGBA {
	c.A = uint8(math.Round(float64(c.A) * share))
	return c
}

// grey keeps a colour's luminance, by Rec. 709.
func grey(c color.NRGBA) color.NRGBA {
	y := uint8(math.Round(0.2126*float64(c.R) + 0.7152*float64(c.G) + 0.0722*float64(c.B)))
	return color.NRGBA{R: y, G: y, B: y, A: c.A}
}
