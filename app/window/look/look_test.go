package look_test

import (
	"fmt"
	"image/color"
	"math"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"golang.org/x/image/font/sfnt"

	"entente/app/window/look"
	"entente/data"
)

// luminance and contrast follow WCAG 2.1.
func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(n.R) + 0.7152*part(n.G) + 0.0722*part(n.B)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func TestTextCanBeRead(t *testing.T) {
	grounds := []fyne.ThemeColorName{theme.ColorNameBackground, look.Panel, look.Card, look.Notice, theme.ColorNameInputBackground,
		theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground, theme.ColorNameButton, theme.ColorNameHeaderBackground}
	texts := []fyne.ThemeColorName{theme.ColorNameForeground, theme.ColorNamePlaceHolder, theme.ColorNameDisabled, theme.ColorNamePrimary,
		theme.ColorNameHyperlink, theme.ColorNameError, theme.ColorNameWarning, theme.ColorNameSuccess}
	for _, choice := range []string{"light", "dark"} {
		th := look.New(choice, 1, nil)
		for _, g := range grounds {
			for _, x := range texts {
				if got := contrast(th.Color(x, 0), th.Color(g, 0)); got < 4.5 {
					t.Errorf("%s: %s on %s has contrast %.2f, want 4.5 or more", choice, x, g, got)
				}
			}
		}
		if got := contrast(th.Color(theme.ColorNameForegroundOnPrimary, 0), th.Color(theme.ColorNamePrimary, 0)); got < 4.5 {
			t.Errorf("%s: text on primary buttons has contrast %.2f, want 4.5 or more", choice, got)
		}
	}
}

func TestStancesStandOut(t *testing.T) {
	for _, dark := range []bool{false, true} {
		th := look.New(map[bool]string{false: "light", true: "dark"}[dark], 1, nil)
		for _, s := range data.Stances {
			if got := contrast(look.Stance(s, dark), th.Color(look.Card, 0)); got < 3 {
				t.Errorf("dark %v: %s has contrast %.2f, want 3 or more", dark, s, got)
			}
		}
		if look.Stance("nonsense", dark) != look.Stance(data.Neutral, dark) {
			t.Error("a stance that there is not should look neutral")
		}
	}
}

func TestChoice(t *testing.T) {
	for _, c := range []struct {
		choice string
		system fyne.ThemeVariant
		dark   bool
	}{
		{"light", theme.VariantDark, false}, {"dark", theme.VariantLight, true},
		{"system", theme.VariantDark, true}, {"system", theme.VariantLight, false}, {"", theme.VariantLight, false},
	} {
		if got := look.New(c.choice, 1, nil).Dark(c.system); got != c.dark {
			t.Errorf("choice %q on system %v: got dark %v, want %v", c.choice, c.system, got, c.dark)
		}
	}
}

func TestWhatTheThemeDoesNotSetIsFynes(t *testing.T) {
	test.NewTempApp(t)
	th, base := look.New("light", 1, nil), theme.DefaultTheme()
	if th.Font(fyne.TextStyle{}) != base.Font(fyne.TextStyle{}) || th.Icon(theme.IconNameCancel) != base.Icon(theme.IconNameCancel) ||
		th.Size(theme.SizeNamePadding) != base.Size(theme.SizeNamePadding) ||
		th.Color("red", theme.VariantLight) != base.Color("red", theme.VariantLight) {
		t.Error("a font, icon, size or colour differs from Fyne's without having been set")
	}
}

func TestWordsAndTheirIconsGrowTogether(t *testing.T) {
	usual, large := look.New("light", 1, nil), look.New("light", 1.5, nil)
	for name, want := range map[fyne.ThemeSizeName]float32{theme.SizeNameText: 1.5, theme.SizeNameCaptionText: 1.5, theme.SizeNameHeadingText: 1.5,
		theme.SizeNameInlineIcon: 1.5, theme.SizeNameInnerPadding: 1, theme.SizeNameScrollBar: 1} {
		if got := large.Size(name) / usual.Size(name); got != want {
			t.Errorf("%s is %v times as large, want %v", name, got, want)
		}
	}
}

func TestChineseAndJapaneseAreWrittenOnAMachineWithoutFonts(t *testing.T) {
	file, err := os.ReadFile("../../../assets/fonts/DroidSansFallback.ttf")
	if err != nil {
		t.Fatal(err)
	}
	letters := fyne.NewStaticResource("letters", file)
	th := look.New("light", 1, letters)
	for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}} {
		if th.Font(style) != letters {
			t.Errorf("style %+v is not written with the letters given", style)
		}
	}
	face, err := sfnt.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		words string
		has   bool
	}{{"日本国とセルビア共和国のカタカナー", true}, {"中华人民共和国、巴西。", true}, {" ", true}, {"abcČŽабвșțéüñ0123456789", false}} {
		for _, r := range c.words {
			glyph, err := face.GlyphIndex(&sfnt.Buffer{}, r)
			if err != nil || (glyph != 0) != c.has {
				t.Errorf("%q: got glyph %d, error %v, want one: %v", r, glyph, err, c.has)
			}
		}
	}
}

func ExampleStance() {
	c := look.Stance(data.Cooperation, false)
	fmt.Printf("#%02X%02X%02X\n", c.R, c.G, c.B)
	// Output: #0072B2
}
