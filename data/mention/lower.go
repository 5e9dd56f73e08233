package mention

import (
	"strings"
	"unicode"

	"entente/data/gazetteer"
	"entente/data/text"
)

// smallWords is how many words a text must have before the lack of capitals tells anything.
const smallWords = 3

// smallShare is how many words there must be to each that has a capital all the same.
const smallShare = 60

// small says whether an English text is written without capitals, as some feeds and messages are.
func (r *reading) small() bool {
	words, tall := 0, 0
	for i := range r.d.Tokens {
		if t := &r.d.Tokens[i]; t.Kind == text.Word {
			words++
			if t.Case != text.Lower && strings.ContainsFunc(r.d.Word(i), unicode.IsUpper) {
				if tall++; tall > 2 && tall*smallShare > words {
					return false
				}
			}
		}
	}
	return words >= smallWords && tall*smallShare <= words
}

// surely says whether words without a capital, in a text that has none, can be nothing but the name that they are: no
// town, firm or surname, which are plain words too often, and no abbreviation such as "us".
func (r *reading) surely(c *candidate, s *gazetteer.Sense) bool {
	switch s.Class {
	case gazetteer.Name, gazetteer.Demonym, gazetteer.Capital, gazetteer.Group, gazetteer.Prefix, gazetteer.PersonName, gazetteer.Trap, gazetteer.Body:
		word := r.d.Word(int(c.first))
		return s.Form != gazetteer.Upper || strings.Contains(word, ".") || r.lex.Sets(word).Has(gazetteer.LowerToo)
	case gazetteer.Seat, gazetteer.Agency:
		return c.last-c.first > 1
	}
	return false
}
