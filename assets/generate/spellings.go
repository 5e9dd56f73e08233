package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// romanised are the countries that write their towns' names in other letters, or with signs that English leaves out.
const romanised = " AE AF AM AZ BD BG BH BY CY DJ DZ EG ER ET GE GR IL IN IQ IR JO KG KH KP KR KW KZ LA LB LK LY MA MK MM MN NP OM PK PS " +
	"QA RS RU SA SD SO SY TH TJ TM TN UA UZ VN YE "

// mostSpellings is how many other spellings of a name are kept.
const mostSpellings = 4

// spellings gives the other ways to write a place's name in Latin letters that GeoNames knows: Vinnytsia for Vinnytsya,
// "Hai Phong" for Haiphong. Names that differ by more are left out, for among them are those of other languages, of other
// times and of airports. known maps the folded names of all places to their countries: what names a place elsewhere is no
// other spelling.
func (p *place) spellings(known map[string]string) []string {
	if !strings.Contains(romanised, " "+p.country+" ") {
		return nil
	}
	sound, seen := sounds(p.name), map[string]bool{folded(p.name): true}
	var out []string
	for other := range strings.SplitSeq(p.others, ",") {
		plain := folded(other)
		if seen[plain] || known[plain] != "" || !spelt(other) || sounds(other) != sound {
			continue
		}
		seen[plain] = true
		if out = append(out, other); len(out) == mostSpellings {
			break
		}
	}
	return out
}

// spelt says whether a name is written in Latin letters as English newspapers do: a capital first, no apostrophe, nothing shouted.
func spelt(name string) bool {
	small := 0
	for i, r := range name {
		switch {
		case i == 0 && !unicode.IsUpper(r):
			return false
		case r == ' ' || r == '-':
		case !unicode.Is(unicode.Latin, r):
			return false
		case unicode.IsLower(r):
			small++
		}
	}
	return small >= 3
}

// article is what Arabic names begin with, in its spellings.
var article = []string{"al", "el", "as", "es", "ad", "ed", "az", "ez", "ash", "esh", "an", "en", "at", "et", "ar", "er"}

// alike takes the letters away that romanisations write in more ways than one.
var alike = strings.NewReplacer(" ", "", "-", "", "'", "", "’", "", "ʼ", "", "‘", "", "yya", "ia", "iya", "ia", "ya", "ia", "yi", "i", "iy", "i",
	"yy", "i", "y", "i", "ii", "i", "ou", "u", "oo", "u", "q", "k")

// sounds gives a name without what its spellings differ in: y and i, spaces and hyphens, an Arabic article.
func sounds(name string) string {
	plain := folded(name)
	for _, a := range article {
		if rest, ok := strings.CutPrefix(plain, a); ok && rest != "" && (rest[0] == ' ' || rest[0] == '-') {
			plain = rest[1:]
			break
		}
	}
	return alike.Replace(plain)
}

// marked are letters with a stroke, which Unicode does not take apart.
var marked = strings.NewReplacer("ı", "i", "ł", "l", "ø", "o", "đ", "d", "ð", "d", "ß", "ss", "æ", "ae", "œ", "oe", "’", "'", "‘", "'", "ʼ", "'", "ʻ", "'")

// folded gives a name in small letters without marks.
func folded(name string) string {
	var out strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		if !unicode.Is(unicode.Mn, r) {
			out.WriteRune(r)
		}
	}
	return marked.Replace(out.String())
}
