package draw_test

import (
	"io/fs"
	"math"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"entente/geo/draw"
)

func loadFonts(t testing.TB) *draw.Fonts {
	t.Helper()
	fonts, err := draw.LoadFonts(os.DirFS("../../assets"))
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

func TestFontsMeasure(t *testing.T) {
	fonts := loadFonts(t)
	if got := fonts.Width("", 12, draw.Regular); got != 0 {
		t.Errorf("no text is %g wide", got)
	}
	if a, b := fonts.Width("Serbia", 12, draw.Regular), fonts.Width("Serbia", 24, draw.Regular); math.Abs(2*a-b) > 1e-9 {
		t.Errorf("twice the size is %g wide, not twice %g", b, a)
	}
	if a, b := fonts.Width("Serbia", 12, draw.Regular), fonts.Width("Serbia", 12, draw.Bold); a >= b {
		t.Errorf("bold is %g wide, regular %g", b, a)
	}
	apart := fonts.Width("A", 100, draw.Regular) + fonts.Width("V", 100, draw.Regular)
	if together := fonts.Width("AV", 100, draw.Regular); together >= apart {
		t.Errorf("AV is %g wide, its letters alone %g: there is no kerning", together, apart)
	}
}

// A box is glyph 0 of a font. None may ever be drawn, for any language that Entente shows or text that it may meet.
func TestNoTextIsEverABox(t *testing.T) {
	fonts := loadFonts(t)
	tests := []struct{ name, text, want string }{
		{"Serbian", "Đurić, Priština, Ђорђе, Његош", ""},
		{"Romanian and Turkish", "București, Țara, Türkiye, Iğdır", ""},
		{"French and Spanish", "Côte d’Ivoire – España ¿qué?", ""},
		{"Russian", "Россия и Япония", ""},
		{"Japanese", "日本とセルビア", ""},
		{"Chinese", "中国与塞尔维亚", ""},
		{"composed of parts", "Vuc\u030cic\u0301", "Vučić"},
		{"letters that no font has", "אב", "??"},
		{"accents that no font has", "ẋ\u0489", ""},
		{"line breaks and tabs", "a\nb\tc", "a b c"},
		{"marks of no width", "a\u200bb\u00adc\u202e\ufeff", "abc"},
		{"broken UTF-8", "a\xff\xfeb", "a??b"},
		{"symbols", "→★✓", "???"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got strings.Builder
			for _, g := range fonts.Run(tt.text, draw.Bold).Glyphs {
				if g.Index == 0 {
					t.Errorf("%q is a box", g.Rune)
				}
				got.WriteRune(g.Rune)
			}
			if tt.want != "" && got.String() != tt.want {
				t.Errorf("got %q, want %q", got.String(), tt.want)
			}
		})
	}
}

func TestOutlineIsWhereItsLetterStands(t *testing.T) {
	fonts := loadFonts(t)
	var p draw.Path
	g := fonts.Run("H", draw.Regular).Glyphs[0]
	fonts.Outline(&p, g, 100, 10, 200, 0.1)
	box, ok := p.Bounds()
	if !ok || math.Abs(box.MaxY-200) > 0.5 || math.Abs(box.Height()-100*draw.CapHeight) > 1 || box.MinX < 10 {
		t.Errorf("got the outline of an H of size 100 at 10, 200 in %v", box)
	}
	for i := range p.Lines() {
		if _, closed := p.Line(i); !closed {
			t.Errorf("line %d of the outline is open", i)
		}
	}
}

func TestLoadFontsNamesTheFileThatIsWrong(t *testing.T) {
	good, err := fs.ReadFile(os.DirFS("../../assets"), "fonts/NotoSans-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		fsys fstest.MapFS
		want string
	}{
		{"none", fstest.MapFS{}, "NotoSans-Regular.ttf"},
		{"no bold", fstest.MapFS{"fonts/NotoSans-Regular.ttf": {Data: good}}, "NotoSans-Bold.ttf"},
		{"not a font", fstest.MapFS{"fonts/NotoSans-Regular.ttf": {Data: []byte("no font")}}, "NotoSans-Regular.ttf"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := draw.LoadFonts(tt.fsys); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got error %v, want one that names %s", err, tt.want)
			}
		})
	}
	t.Run("without the fallback, its letters are question marks", func(t *testing.T) {
		fonts, err := draw.LoadFonts(fstest.MapFS{"fonts/NotoSans-Regular.ttf": {Data: good}, "fonts/NotoSans-Bold.ttf": {Data: good}})
		if err != nil {
			t.Fatal(err)
		}
		if got := fonts.Run("日", draw.Regular).Glyphs[0].Rune; got != '?' {
			t.Errorf("got %q, want ?", got)
		}
	})
}

func FuzzRun(f *testing.F) {
	for _, seed := range []string{"Serbia", "Bosnia & Herzegovina", "日本", "a\u0301\u0301", "\xff", "\u202eabc"} {
		f.Add(seed)
	}
	fonts := loadFonts(f)
	f.Fuzz(func(t *testing.T, text string) {
		run := fonts.Run(text, draw.Regular)
		if run.Width < 0 || math.IsNaN(run.Width) {
			t.Errorf("%q is %g wide", text, run.Width)
		}
		if most := 4 * utf8.RuneCountInString(text); len(run.Glyphs) > most {
			t.Errorf("%q has %d letters, more than %d", text, len(run.Glyphs), most)
		}
		for _, g := range run.Glyphs {
			if g.Index == 0 {
				t.Errorf("%q has a box for %q", text, g.Rune)
			}
		}
	})
}
