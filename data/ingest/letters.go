package ingest

import (
	"unicode"
	"unicode/utf8"
)

// alphabets lists, for languages in 8-bit encodings, the letters beyond ASCII that they use, in lower case. A text in an
// old encoding is taken to be in the language whose letters it has when read rightly: è and æ are French, č and ć
// Serbian, and the same two bytes. Quotes and dashes are counted apart, since all languages use them.
var alphabets = []string{
	"čćšžđ",             // Serbian, Croatian, Slovene
	"ăâîşţșț",           // Romanian
	"àâæçéèêëîïôœùûüÿ",  // French
	"äöüß",              // German
	"áéíñóúü¿¡ºª",       // Spanish
	"ąćęłńóśźż",         // Polish
	"áčďéěíňóřšťúůýž",   // Czech
	"áäčďéíĺľňóôŕšťúýž", // Slovak
	"áéíóöőúüű",         // Hungarian
	"àèéìòù",            // Italian
	"àáâãçéêíóôõúºª",    // Portuguese
	"åäöéæø",            // Scandinavian languages, Finnish
	"çğıöşüâîû",         // Turkish
	"çë",                // Albanian
	"áéëïóöüèê",         // Dutch
}

// cyrillicUse says how usual letters are in Russian and Serbian: the usual ones count, the others only may be there.
// KOI8-R and windows-1251 are told apart by it, and by case.
var cyrillicUse = func() map[rune]float64 {
	m := map[rune]float64{}
	for _, r := range "оеаинтсрвлкмдупя" {
		m[r] = 1
	}
	for _, r := range "йцгшщзхъфыжэчьбюёђјљњћџѓќѕіїєґў" {
		m[r] = 0.6
	}
	return m
}()

// marks are the signs beyond ASCII that texts in Latin and Cyrillic letters have.
const marks = "“”„‘’‚«»–—…•€£§°©®№·\u00a0\u00ad½²³™¥±×"

// lettersLook scores how much the decoded bytes look like a text in letters: the signs beyond ASCII that fit a language,
// less those that do not, as a share of all. 0 and below mean that they do not.
func lettersLook(out []byte) float64 {
	counts := map[rune]int{}
	cyrillic, wrong, inside := 0.0, 0.0, 0.0
	last, lastLower := ' ', false
	for i := 0; i < len(out); {
		r, size := utf8.DecodeRune(out[i:])
		i += size
		letter := unicode.IsLetter(r)
		upper := unicode.IsUpper(r)
		if r >= utf8.RuneSelf {
			lower := unicode.ToLower(r)
			switch {
			case r == utf8.RuneError || r < 0xa0:
				wrong += 2 // not a character of the encoding
			case unicode.Is(unicode.Cyrillic, r):
				cyrillic += cyrillicUse[lower]
			default:
				counts[lower]++
			}
			if !letter && unicode.IsLetter(last) && i < len(out) && out[i] >= 'a' && out[i] <= 'z' && r != '’' && r != 0xa0 && r != 0xad {
				inside++ // a sign within a word
			}
		}
		if letter && upper && lastLower && r >= utf8.RuneSelf {
			inside++ // a capital after a small letter
		}
		if letter && unicode.IsLetter(last) && (r >= utf8.RuneSelf) != (last >= utf8.RuneSelf) && unicode.Is(unicode.Cyrillic, r) != unicode.Is(unicode.Cyrillic, last) {
			inside++ // Latin and Cyrillic within a word
		}
		last, lastLower = r, letter && unicode.IsLower(r)
	}
	return cyrillic + latinLook(counts, cyrillic > 0) - wrong - 1.5*inside
}

// latinLook gives the best score that one language gets for the letters counted.
func latinLook(counts map[rune]int, cyrillic bool) float64 {
	signs, others := 0.0, 0.0
	for r, n := range counts {
		if contains(marks, r) {
			signs += 0.3 * float64(n)
		} else {
			others += float64(n)
		}
	}
	best := -others
	for _, alphabet := range alphabets {
		fit := 0.0
		for _, r := range alphabet {
			fit += float64(counts[r])
		}
		score := fit - 1.5*(others-fit)
		if cyrillic {
			score -= fit // beside Cyrillic, Latin letters with marks are rare
		}
		best = max(best, score)
	}
	return best + signs
}

func contains(s string, r rune) bool {
	for _, c := range s {
		if c == r {
			return true
		}
	}
	return false
}

// easternLook scores how much the decoded bytes look like Chinese, Japanese or Korean. Kana, full stops and usual signs
// speak for it; what is rare, half as wide or not assigned speaks against it.
func easternLook(out []byte) float64 {
	score := 0.0
	kana, han, hangul := 0.0, 0.0, 0.0
	last := ' '
	for i := 0; i < len(out); {
		r, size := utf8.DecodeRune(out[i:])
		i += size
		switch {
		case r < utf8.RuneSelf:
		case r == utf8.RuneError:
			score -= 6
		case r >= 0x3040 && r <= 0x30ff:
			kana++
		case r >= 0xff61 && r <= 0xff9f: // half-width kana: what other encodings look like in Shift_JIS
			score -= 2
		case r >= 0xac00 && r <= 0xd7a3:
			hangul++
		case usualHan[r]:
			han += 2.5
		case r >= 0x4e00 && r <= 0x9fff:
			han += 0.4
		case contains("、。，「」『』（）：；？！《》“”・ー　…—～", r):
			score++
		default:
			score -= 2
		}
		if r >= utf8.RuneSelf && last < utf8.RuneSelf && unicode.IsLetter(last) || r < utf8.RuneSelf && unicode.IsLetter(r) && last >= 0x3000 {
			score -= 1.2 // Latin letters run into it: an accented letter taken for half a sign
		}
		last = r
	}
	return score + 1.6*kana + han + 1.6*hangul
}

// usualHan holds signs that hardly a text in Chinese or Japanese does without.
var usualHan = func() map[rune]bool {
	m := map[rune]bool{}
	for _, r := range "的一是不了在人有我他这個个中大来來上国國和地到以说說时時要就出会會可也你对對生能而子那得于於年月日本政府相長长経済经济发發表美方面部分社関关公司民主新前外成同行者業业事見见間间東京北" {
		m[r] = true
	}
	return m
}()
