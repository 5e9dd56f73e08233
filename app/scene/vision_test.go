package scene_test

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"entente/app/scene"
	"entente/data"
)

// vision is how colours look to somebody: a matrix on linear sRGB.
type vision struct {
	name   string
	matrix [3][3]float64
}

// visions are those of people who lack one kind of cone, from G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A
// Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer
// Graphics 15 (2009), 1291–1298, severity 1.0.
var visions = []vision{
	{"full colour", [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
	{"protanopia", [3][3]float64{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
	{"deuteranopia", [3][3]float64{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
	{"tritanopia", [3][3]float64{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}

// linear takes a channel out of sRGB's curve.
func linear(v uint8) float64 {
	s := float64(v) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}

func (v *vision) see(c color.NRGBA) (rgb [3]float64) {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	for i, row := range v.matrix {
		rgb[i] = math.Min(math.Max(row[0]*in[0]+row[1]*in[1]+row[2]*in[2], 0), 1)
	}
	return rgb
}

// oklab is B. Ottosson's perceptual space (2020), of linear sRGB.
func oklab(c [3]float64) [3]float64 {
	l := math.Cbrt(0.4122214708*c[0] + 0.5363325363*c[1] + 0.0514459929*c[2])
	m := math.Cbrt(0.2119034982*c[0] + 0.6806995451*c[1] + 0.1073969566*c[2])
	s := math.Cbrt(0.0883024619*c[0] + 0.2817188376*c[1] + 0.6299787005*c[2])
	return [3]float64{0.2104542553*l + 0.7936177850*m - 0.0040720468*s, 1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s}
}

func apart(a, b [3]float64) float64 {
	p, q := oklab(a), oklab(b)
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

// leastApart is the distance in OKLab that the colours of two stances must keep for everybody. About 0.02 is the least that
// is seen at all side by side; three times as much is told apart in lines.
const leastApart = 0.06

func TestStancesAreToldApartByEverybody(t *testing.T) {
	for _, name := range scene.ThemeNames {
		theme, _ := scene.ThemeNamed(name)
		if name == scene.GreyName {
			continue // has its own test
		}
		lines := map[data.Stance]color.NRGBA{data.Cooperation: theme.Cooperation, data.Conflict: theme.Conflict, data.Mixed: theme.Mixed, data.Neutral: theme.Neutral}
		for i, a := range data.Stances {
			for _, b := range data.Stances[i+1:] {
				for _, v := range visions {
					if got := apart(v.see(lines[a]), v.see(lines[b])); got < leastApart {
						t.Errorf("%s, %s: %s and %s are %.3f apart, want %g", name, v.name, a, b, got, leastApart)
					}
				}
			}
		}
	}
}

// Where colours do not help, lines do: no two stances are drawn alike but for their colour, in any theme.
func TestStancesAreToldApartWithoutColour(t *testing.T) {
	for _, name := range scene.ThemeNames {
		theme, _ := scene.ThemeNamed(name)
		seen := map[string]data.Stance{}
		for _, stance := range data.Stances {
			l := theme.Line(stance, 4, false)
			style := fmt.Sprint(len(l.Dash))
			if l.Dash == nil {
				style = fmt.Sprintf("solid, %.0f wide", l.Width) // neutral is thin
			}
			if other, twice := seen[style]; twice {
				t.Errorf("%s: %s and %s are both drawn as %s", name, stance, other, style)
			}
			seen[style] = stance
		}
	}
	theme := scene.Greyscale()
	for _, c := range []color.NRGBA{theme.Cooperation, theme.Conflict, theme.Mixed, theme.Neutral, theme.Chosen, theme.Land[1], theme.Text} {
		if c.R != c.G || c.G != c.B {
			t.Errorf("greyscale has the colour %v", c)
		}
	}
	if got := apart(visions[0].see(theme.Cooperation), visions[0].see(theme.Neutral)); got < leastApart {
		t.Errorf("in greyscale, the two solid lines are %.3f apart", got)
	}
}

// contrast is WCAG's ratio.
func contrast(a, b color.NRGBA) float64 {
	bright := func(c color.NRGBA) float64 {
		return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B) + 0.05
	}
	p, q := bright(a), bright(b)
	return math.Max(p, q) / math.Min(p, q)
}

func TestTextsAndLinesStandOut(t *testing.T) {
	const text, line = 4.5, 3 // WCAG 2.2, 1.4.3 (AA) and 1.4.11
	for _, name := range scene.ThemeNames {
		theme, _ := scene.ThemeNamed(name)
		grounds := append([]color.NRGBA{theme.Paper, theme.Water}, theme.Land[:]...)
		tied := append([]color.NRGBA{theme.Chosen, theme.Lit}, theme.Tied[:]...)
		for _, g := range append(grounds, tied...) {
			if got := contrast(theme.Text, g); got < text {
				t.Errorf("%s: names on %v have the contrast %.2f", name, g, got)
			}
			for what, c := range map[string]color.NRGBA{"cooperation": theme.Cooperation, "conflict": theme.Conflict, "mixed": theme.Mixed, "neutral": theme.Neutral} {
				if got := contrast(c, g); got < line {
					t.Errorf("%s: %s on %v has the contrast %.2f", name, what, g, got)
				}
			}
		}
		for _, g := range grounds {
			if got := contrast(theme.Quiet, g); got < text {
				t.Errorf("%s: quiet names on %v have the contrast %.2f", name, g, got)
			}
		}
	}
}
