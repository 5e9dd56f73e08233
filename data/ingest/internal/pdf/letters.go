package pdf

import (
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// accents are the ends of glyphs' names that stand for a combining mark.
var accents = map[string]string{"grave": "\u0300", "acute": "\u0301", "circumflex": "\u0302", "tilde": "\u0303", "macron": "\u0304",
	"breve": "\u0306", "dotaccent": "\u0307", "dieresis": "\u0308", "ring": "\u030a", "hungarumlaut": "\u030b", "caron": "\u030c",
	"cedilla": "\u0327", "commaaccent": "\u0326", "ogonek": "\u0328"}

// glyphWords gives the names of glyphs that do not follow from others, each with its letters.
const glyphWords = `exclam ! quotedbl " numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( parenright )
asterisk * plus + comma , hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 colon :
semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \ bracketright ] asciicircum ^ underscore _ grave ` + "`" + `
braceleft { bar | braceright } asciitilde ~ exclamdown ¡ cent ¢ sterling £ currency ¤ yen ¥ brokenbar ¦ section § dieresis ¨
copyright © ordfeminine ª guillemotleft « guillemotright » logicalnot ¬ registered ® macron ¯ degree ° plusminus ± acute ´ mu µ
paragraph ¶ periodcentered · middot · cedilla ¸ ordmasculine º onequarter ¼ onehalf ½ threequarters ¾ questiondown ¿ AE Æ ae æ
Eth Ð eth ð Oslash Ø oslash ø Thorn Þ thorn þ germandbls ß multiply × divide ÷ Dcroat Đ dcroat đ dmacron đ Lslash Ł lslash ł OE Œ oe œ
dotlessi ı Hbar Ħ hbar ħ florin ƒ quoteleft ‘ quoteright ’ quotesinglbase ‚ quotedblleft “ quotedblright ” quotedblbase „ dagger †
daggerdbl ‡ bullet • ellipsis … perthousand ‰ guilsinglleft ‹ guilsinglright › fraction ⁄ Euro € euro € trademark ™ minus −
endash – emdash — fi fi fl fl ff ff ffi ffi ffl ffl circumflex ˆ tilde ˜ breve ˘ dotaccent ˙ ring ˚ ogonek ˛ caron ˇ hungarumlaut ˝
sfthyphen - softhyphen - hyphentwo - lessequal ≤ greaterequal ≥ notequal ≠ infinity ∞ approxequal ≈
Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ
Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ
nu ν xi ξ omicron ο pi π rho ρ sigma σ sigma1 ς tau τ upsilon υ phi φ chi χ psi ψ omega ω afii10023 Ё afii10071 ё afii10145 Џ
afii10193 џ afii10051 Ђ afii10099 ђ afii10057 Ј afii10105 ј afii10058 Љ afii10106 љ afii10059 Њ afii10107 њ afii10060 Ћ afii10108 ћ
afii10052 Ѓ afii10100 ѓ afii10053 Є afii10101 є afii10054 Ѕ afii10102 ѕ afii10055 І afii10103 і afii10056 Ї afii10104 ї
afii10061 Ќ afii10109 ќ afii10062 Ў afii10110 ў afii10050 Ґ afii10098 ґ afii61352 №`

var glyphNames = sync.OnceValue(func() map[string]string {
	words := strings.FieldsFunc(glyphWords, func(r rune) bool { return r == ' ' || r == '\n' })
	names := make(map[string]string, len(words)/2)
	for i := 0; i+1 < len(words); i += 2 {
		names[words[i]] = words[i+1]
	}
	for _, blank := range []string{"space", "nbspace", "nonbreakingspace"} {
		names[blank] = " "
	}
	for i := range 32 { // ё and its capital, in the midst of the alphabet, stand apart in Unicode
		shift := 0
		if i >= 6 {
			shift = 1
		}
		names["afii100"+strconv.Itoa(17+i+shift)] = string(rune('А' + i))
		names["afii100"+strconv.Itoa(65+i+shift)] = string(rune('а' + i))
	}
	return names
})

// lettersOf gives the letters of a glyph by its name, "" where it tells none.
func lettersOf(glyph string) string {
	if letters := glyphNames()[glyph]; letters != "" {
		return letters
	}
	if len(glyph) == 1 {
		return glyph
	}
	if base, _, ok := strings.Cut(glyph, "."); ok && base != "" { // "a.sc": a form of a
		return lettersOf(base)
	}
	if first, rest, ok := strings.Cut(glyph, "_"); ok && first != "" && len(glyph) < 32 { // "f_f_i": a ligature
		return lettersOf(first) + lettersOf(rest)
	}
	if digits, ok := strings.CutPrefix(glyph, "uni"); ok && len(digits) >= 4 {
		return fromHex(digits[:4])
	}
	if digits, ok := strings.CutPrefix(glyph, "u"); ok && len(digits) >= 4 && len(digits) <= 6 {
		return fromHex(digits)
	}
	if accent := accents[glyph[min(len(glyph), 1):]]; accent != "" {
		return norm.NFC.String(glyph[:1] + accent)
	}
	return ""
}

func fromHex(digits string) string {
	if v, err := strconv.ParseUint(digits, 16, 32); err == nil && v >= ' ' {
		return string(rune(v))
	}
	return ""
}

// table gives the letters of each code of a font with codes of a byte.
type table [256]string

var (
	winAnsi  = sync.OnceValue(func() *table { return fromCharmap(charmap.Windows1252) })
	macRoman = sync.OnceValue(func() *table { return fromCharmap(charmap.Macintosh) })
	standard = sync.OnceValue(newStandard)
)

func fromCharmap(c *charmap.Charmap) *table {
	var t table
	for i := range t {
		if i >= ' ' {
			t[i] = string(c.DecodeByte(byte(i)))
		}
	}
	return &t
}

// standardWords are the letters of Adobe's standard encoding from 0xa1 on, a dot where there is none.
const standardWords = ". ¡ ¢ £ ⁄ ¥ ƒ § ¤ ' “ « ‹ › fi fl . – † ‡ · . ¶ • ‚ „ ” » … ‰ . ¿ . ` ´ ˆ ˜ ¯ ˘ ˙ ¨ . ˚ ¸ . ˝ ˛ ˇ — " +
	". . . . . . . . . . . . . . . . Æ . ª . . . . Ł Ø Œ º . . . . . æ . . . ı . . ł ø œ ß . . . ."

func newStandard() *table {
	t := *winAnsi()
	for i, letters := range strings.Fields(standardWords) {
		if i+0xa0 < len(t) {
			t[i+0xa0] = strings.TrimPrefix(letters, ".")
		}
	}
	t['\''], t['`'] = "’", "‘"
	return &t
}
