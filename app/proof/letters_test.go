package proof_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"entente/app/words"
	"entente/data/gazetteer"
	"entente/geo/draw"
)

// Nothing on a map or in an export may be a box, a question mark or a letter without its accent, in any language that names
// are shown in, on a machine without fonts.
func TestEveryLetterIsDrawn(t *testing.T) {
	assets := os.DirFS("../../assets")
	fonts, err := draw.LoadFonts(assets)
	if err != nil {
		t.Fatal(err)
	}
	places, err := gazetteer.Load(assets)
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{"Côte d’Ivoire", "Türkiye", "Čačak, Đorđe, Žižić", "Ђурђевдан, Његош, Љубав", "Șerban țăran", "Åland, Łódź, Ñandú", "Größe, ŒUVRE",
		"« 10 % » – “x” … №", "日本国と中国", "中华人民共和国 – 繁體", "Россия, Ёж", "€ 5 ₽ £ ¥"}
	languages := append(gazetteer.Languages, "sr-Latn")
	if len(languages) < 8 {
		t.Fatalf("only the languages %v", languages)
	}
	for _, lang := range languages {
		for _, c := range places.Countries() {
			texts = append(texts, places.Name(c.Code, lang))
		}
	}
	for _, code := range words.Languages(assets) {
		table, err := words.Load(assets, code)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range table.Keys() {
			if part, _, _ := strings.Cut(key, "."); !slices.Contains(drawn, part) {
				continue
			}
			texts = append(texts, table.Say(key), table.Count(key, 1), table.Count(key, 5))
		}
	}
	if len(texts) < 2000 {
		t.Fatalf("only %d texts", len(texts))
	}
	for _, weight := range []draw.Weight{draw.Regular, draw.Bold} {
		for _, text := range texts {
			if missing := missingIn(fonts.Run(text, weight), text); missing != 0 {
				t.Errorf("%q: %q (%U) is not drawn in weight %d", text, missing, missing, weight)
			}
		}
	}
	if missingIn(fonts.Run("ᚠ", draw.Regular), "ᚠ") == 0 {
		t.Error("the test does not see that a rune is missing")
	}
}

// drawn are the parts of the language files whose sentences stand on maps and in exports.
var drawn = []string{"map", "snapshot", "projection", "count", "field", "stance", "modality", "figure", "unit", "number", "date", "briefing"}

// missingIn gives the first character of a text that its letters do not show; 0 when all are there.
func missingIn(run *draw.Run, text string) rune {
	at := 0
	for _, r := range norm.NFC.String(text) {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r) {
			if at < len(run.Glyphs) && run.Glyphs[at].Rune == ' ' {
				at++
			}
			continue
		}
		if at >= len(run.Glyphs) || run.Glyphs[at].Rune != r || run.Glyphs[at].Index == 0 {
			return r
		}
		at++
	}
	return 0
}
