package mention

import (
	"slices"

	"entente/data/gazetteer"
	"entente/data/text"
)

// venue says whether a city is named as a place and not for its government: "talks in Geneva", "MOSCOW —", "flew to Tokyo".
func (r *reading) venue(i int, c *candidate) bool {
	if r.venueBefore(c) || r.dateline(c) {
		return true
	}
	last := int(c.last)
	if next := r.fold(c, last); hyphen(next) && r.fold(c, last+1) == "based" {
		return true
	}
	if r.sets(c, last).Has(gazetteer.VenueNoun) && r.beside(c, last-1) {
		return true
	}
	// "in Tokyo and Osaka", "in Geneva, Switzerland"
	if i > 0 {
		p := &r.found[i-1]
		if p.venue && p.sentence == c.sentence && c.first-p.last == 1 && p.verdict == accepted {
			f := r.d.Fold(int(p.last))
			return f == "and" || f == "," || f == "or" || f == "/"
		}
	}
	return false
}

// townNearby gives the sense of a town of a country that the article names, where the capital called so is of one that it does not
// name and has namesakes as often in the news: Tripoli in an article about Lebanon; -1 where there is none.
func (r *reading) townNearby(c *candidate, best int) int {
	s := &c.senses[best]
	if s.Class != gazetteer.Capital || r.backing(s.Party) > 0 || !r.lex.Sets(r.phrase(c)).Has(gazetteer.SharedCapital) {
		return -1
	}
	return slices.IndexFunc(c.senses, func(o gazetteer.Sense) bool { return o.Class == gazetteer.City && r.backing(o.Party) > 0 })
}

// venueBefore says whether the words before a city make a place of it.
func (r *reading) venueBefore(c *candidate) bool {
	first := int(c.first)
	prev := r.fold(c, first-1)
	if prev == "the" {
		first--
		prev = r.fold(c, first-1)
	}
	if r.sets(c, first-1).Has(gazetteer.Venue) {
		return true
	}
	if prev != "to" && prev != "for" && prev != "from" {
		return r.sets(c, first-1).Has(gazetteer.Motion) && r.d.Tokens[first-1].Case == text.Lower
	}
	for k := first - 2; k >= first-4 && r.in(c, k); k-- {
		if r.sets(c, k).Has(gazetteer.Motion) {
			return true
		}
	}
	return false
}

// dateline says whether a city begins a paragraph as the place of writing: "MOSCOW —", "JUBA, 9 January 2025", "Geneva (AP)".
func (r *reading) dateline(c *candidate) bool {
	s := &r.d.Sentences[c.sentence]
	if int(c.first) > s.First+1 {
		return false
	}
	last := int(c.last)
	next := r.fold(c, last)
	switch {
	case next == "(", r.d.Tokens[c.first].Case == text.Upper && (next == ":" || (next == "a" || next == "an" || next == "the") && r.capital(c, last)):
		return true // also "TOKYO A ship"
	case next == "—" || next == "–" || next == "-":
		return r.in(c, last) && r.d.Tokens[last].Space
	case next == "," || next == "/":
		for k := last + 1; k < last+5 && r.in(c, k); k++ {
			f := r.fold(c, k)
			if f == "—" || f == "–" || f == "(" || r.d.Tokens[k].Kind == text.Number {
				return true
			}
			if (f == "a" || f == "an" || f == "the") && r.capital(c, k) && k > last+1 && r.d.Tokens[c.first].Case == text.Upper {
				return true // "CUZCO, Peru A ship"
			}
		}
	}
	return false
}

// collective finds "the North" and "the South" where the article speaks of both Koreas, or of one and they act.
func (r *reading) collective() {
	both := r.backing("KP") > 0 && r.backing("KR") > 0
	if r.lex.Language != "en" || r.backing("KP") == 0 && r.backing("KR") == 0 {
		return
	}
	r.extra = r.extra[:0]
	for si := range r.d.Sentences {
		s := &r.d.Sentences[si]
		for i := s.First + 1; i < s.Last; i++ {
			if r.d.Tokens[i].Case != text.Capital || r.d.Fold(i-1) != "the" {
				continue
			}
			c := candidate{first: int32(i), last: int32(i + 1), sentence: int32(si)}
			switch r.d.Fold(i) {
			case "north":
				c.senses = northKorea
			case "south":
				c.senses = southKorea
			default:
				continue
			}
			if r.capital(&c, i+1) && r.beside(&c, i) || r.fold(&c, i+1) == "of" {
				continue
			}
			if !both && !r.sets(&c, i+1).Has(gazetteer.Verb) && (!r.in(&c, i+1) || r.d.Tokens[i+1].Kind != text.Clitic) {
				continue
			}
			c.accept("one half of Korea, which the article speaks of")
			r.extra = append(r.extra, c)
		}
	}
	r.merge()
}

var (
	northKorea = []gazetteer.Sense{{Party: "KP", Class: gazetteer.Name, Ref: -1}}
	southKorea = []gazetteer.Sense{{Party: "KR", Class: gazetteer.Name, Ref: -1}}
)
