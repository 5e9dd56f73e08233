package mention

import (
	"strings"

	"entente/data/gazetteer"
	"entente/data/text"
)

// introduced looks for a person beside a country's name.
func (r *reading) introduced(c *candidate) (candidate, bool) {
	if p, ok := r.officeThenName(c); ok {
		return p, true
	}
	if p, ok := r.nameThenOffice(c); ok {
		return p, true
	}
	return r.nameOf(c)
}

// officeThenName reads "Serbian President Jovan Jovanović", "Serbia's new prime minister, Jovan Jovanović" and "the Serbian
// minister of foreign affairs, Jovan Jovanović".
func (r *reading) officeThenName(c *candidate) (candidate, bool) {
	k := int(c.last)
	if r.in(c, k) && r.d.Tokens[k].Kind == text.Clitic {
		k++
	}
	office := false
	for n := 0; n < 8 && r.in(c, k); n, k = n+1, k+1 {
		set := r.sets(c, k)
		if !set.Any(gazetteer.Head|gazetteer.Title|gazetteer.Role) && !hyphen(r.fold(c, k)) && (!office || r.fold(c, k) != ".") {
			break
		}
		office = office || set.Has(gazetteer.Head)
	}
	if !office {
		return candidate{}, false
	}
	if f := r.fold(c, k); f == "of" || f == "for" || f == "to" {
		end := k + 1
		for end < k+8 && r.in(c, end) && r.d.Tokens[end].Kind == text.Word && !r.sets(c, end).Has(gazetteer.Verb) {
			end++
		}
		if r.fold(c, end) != "," {
			return candidate{}, false
		}
		k = end
	}
	if r.fold(c, k) == "," {
		k++
	}
	return r.nameAt(c, k, 1)
}

// nameThenOffice reads "Sarangerel Batdorj, Mongolia's foreign minister" and "Ali Khan, the Uzbek minister of health".
func (r *reading) nameThenOffice(c *candidate) (candidate, bool) {
	k := int(c.first) - 1
	if f := r.fold(c, k); f == "the" || f == "a" {
		k--
	}
	if r.fold(c, k) != "," {
		return candidate{}, false
	}
	office := false
	for n := int(c.last); n < int(c.last)+5 && r.in(c, n); n++ {
		office = office || r.sets(c, n).Has(gazetteer.Head)
		if r.d.Tokens[n].Kind == text.Punct && !hyphen(r.fold(c, n)) {
			break
		}
	}
	if !office {
		return candidate{}, false
	}
	return r.nameEnding(c, k, 2)
}

// nameOf reads "President Tshepo Kgafela of Botswana".
func (r *reading) nameOf(c *candidate) (candidate, bool) {
	k := int(c.first) - 1
	if r.fold(c, k) == "the" {
		k--
	}
	if r.fold(c, k) != "of" {
		return candidate{}, false
	}
	p, ok := r.nameEnding(c, k, 1)
	if !ok || !r.sets(c, int(p.first)-1).Has(gazetteer.Head) {
		return candidate{}, false
	}
	return p, true
}

// nameAt reads a personal name of at least so many words that begins with token k.
func (r *reading) nameAt(c *candidate, k, words int) (candidate, bool) {
	end, n := k, 0
	for end < k+5 && r.nameWord(c, end) {
		end++
		n++
		if hyphen(r.fold(c, end)) && r.in(c, end) && !r.d.Tokens[end].Space && r.nameWord(c, end+1) && !r.d.Tokens[end+1].Space {
			end += 2
		}
		if r.in(c, end) && particle(r.fold(c, end)) {
			switch {
			case r.nameWord(c, end+1):
				end++
			case r.fold(c, end+1) == "-" && r.nameWord(c, end+2):
				end += 2
			}
		}
	}
	return candidate{first: int32(k), last: int32(end)}, n >= words
}

// nameEnding reads a personal name that ends before token k.
func (r *reading) nameEnding(c *candidate, k, words int) (candidate, bool) {
	first, n := k, 0
	for first > k-6 && r.nameWord(c, first-1) {
		first--
		n++
		if hyphen(r.fold(c, first-1)) && r.nameWord(c, first-2) && !r.d.Tokens[first].Space {
			first -= 2
		}
		if r.in(c, first-1) && particle(r.fold(c, first-1)) && r.nameWord(c, first-2) {
			first--
		}
	}
	return candidate{first: int32(first), last: int32(k)}, n >= words
}

// nameWord says whether token k can be part of a personal name.
func (r *reading) nameWord(c *candidate, k int) bool {
	if !r.capital(c, k) || r.sets(c, k).Any(gazetteer.Title|gazetteer.Head|gazetteer.Function|gazetteer.OrgNoun) && !r.sets(c, k).Has(gazetteer.Given) {
		return false
	}
	if t := &r.d.Tokens[k]; t.Case == text.Upper && t.End-t.Start > 2 && !strings.Contains(r.d.Word(k), ".") {
		return false
	}
	at := r.covering(k)
	if at < 0 || personal(r.found[at].senses) {
		return true
	}
	// a firm's or a small town's name may be a surname: Suzuki
	n := &r.found[at]
	return n.verdict != accepted && n.last-n.first == 1 && n.senses[n.sense].Weak && n.senses[n.sense].Class != gazetteer.Region
}

// particle says whether a word may stand small inside a personal name.
func particle(s string) bool {
	switch s {
	case "al", "el", "bin", "ibn", "bint", "de", "del", "della", "da", "do", "dos", "di", "van", "von", "der", "den", "la", "le", "ben", "abu", "ould", "y", "af":
		return true
	}
	return false
}
