package draw_test

import (
	"math"
	"testing"

	"entente/geo/draw"
)

func TestLettersOfABentTextStandOnItsArc(t *testing.T) {
	fonts := loadFonts(t)
	straight := draw.Text{Text: "Norway", X: 100, Y: 50, Size: 20, Anchor: draw.Middle}
	bent := straight
	bent.Rotate, bent.Bend, bent.Tracking = -60, 40, 0.1
	if got, want := fonts.Length(&bent), fonts.Length(&straight)+5*0.1*20; math.Abs(got-want) > 1e-9 {
		t.Errorf("with tracking the text is %g long, want %g", got, want)
	}
	letters := fonts.Letters(nil, &bent)
	if first, last := letters[0].Turn, letters[len(letters)-1].Turn; last-first < 25 || last-first > 40 || first > -75 {
		t.Errorf("the letters are turned from %g to %g, want from about -80 to -40", first, last)
	}
	// The arc goes through the anchor, with its centre to the right of the direction of the text.
	radius := fonts.Length(&bent) / (40 * math.Pi / 180)
	sin, cos := math.Sincos(-60 * math.Pi / 180)
	cx, cy := 100-radius*sin, 50+radius*cos
	for _, along := range []float64{-30, 0, 7, 30} {
		x, y, _ := fonts.PlaceAt(&bent, along)
		if off := math.Hypot(x-cx, y-cy) - radius; math.Abs(off) > 1e-9 {
			t.Errorf("%g units along, the line is %g off its arc", along, off)
		}
	}
	for i, l := range fonts.Letters(nil, &straight) {
		want := 100 + (l.X-fonts.Run("Norway", draw.Regular).Width/2)*20
		if math.Abs(l.Left-want) > 1e-9 || math.Abs(l.Base-50) > 1e-9 || l.Turn != 0 {
			t.Errorf("letter %d of the straight text stands at %g, %g, turned %g; want it at %g, 50", i, l.Left, l.Base, l.Turn, want)
		}
	}
}

func TestTextsWithoutSenseAreNotDrawn(t *testing.T) {
	good := draw.Text{Text: "x", Size: 10}
	for name, change := range map[string]func(*draw.Text){
		"no text": func(t *draw.Text) { t.Text = "" }, "no size": func(t *draw.Text) { t.Size = 0 }, "a huge size": func(t *draw.Text) { t.Size = 1e5 },
		"no place": func(t *draw.Text) { t.X = math.NaN() }, "an endless bend": func(t *draw.Text) { t.Bend = math.Inf(1) },
	} {
		text := good
		change(&text)
		if text.Drawable() || !good.Drawable() {
			t.Errorf("a text with %s is drawable, or none is", name)
		}
	}
}
