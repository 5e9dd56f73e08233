package mention

import (
	"strings"

	"entente/data/gazetteer"
	"entente/data/text"
)

// officeReach is how many words may stand between an office and its country: "министр иностранных дел Сербии".
const officeReach = 6

// introducedAbroad is introduced for the languages other than English that write names with capitals: the office stands
// before the country or after it, what it is for may follow ("ministar spoljnih poslova"), and then a name of two words or
// more.
func (r *reading) introducedAbroad(c *candidate) (candidate, bool) {
	if r.d.Tokens[c.first].CJK {
		return candidate{}, false
	}
	k := int(c.last)
	office := r.officeBefore(c)
	for k < int(c.last)+officeReach && r.sets(c, k).Any(gazetteer.Head|gazetteer.Role) {
		office = office || r.sets(c, k).Has(gazetteer.Head)
		k++
	}
	if r.fold(c, k) == "," {
		k++
	}
	if !office {
		return candidate{}, false
	}
	return r.nameAt(c, k, 2)
}

// officeBefore says whether an office stands before the country, with nothing between that ends a phrase.
func (r *reading) officeBefore(c *candidate) bool {
	for k := int(c.first) - 1; k >= int(c.first)-officeReach && r.in(c, k); k-- {
		switch {
		case r.sets(c, k).Has(gazetteer.Head):
			return true
		case r.d.Tokens[k].Kind != text.Word || r.d.Tokens[k].Case == text.Upper || r.covering(k) >= 0 && r.found[r.covering(k)].verdict == accepted:
			return false
		}
	}
	return false
}

// inflects says whether the article's language inflects surnames.
func (r *reading) inflects() bool { return r.lex.Language == "sr" || r.lex.Language == "ru" }

// formOf says whether a folded word may be a case of a folded surname: "петров", "петрова"; "вучић", "вучићем".
func formOf(word, surname string) bool {
	stem := strings.TrimRight(surname, "aeoiuаеоиуяй")
	return len(stem) >= 4 && len(word) <= len(stem)+6 && strings.HasPrefix(word, stem)
}
