package mention

import (
	"strings"

	"entente/data/gazetteer"
	"entente/data/text"
)

// money says whether a name only tells which dollars or francs: "US$ 280m", "505 million US dollars".
func (r *reading) money(c *candidate) bool {
	next := r.fold(c, int(c.last))
	if next == "$" {
		return !r.d.Tokens[c.last].Space || capitals(r.d.Word(int(c.first))) // not "Peru $10bn port"
	}
	if !r.sets(c, int(c.last)).Has(gazetteer.Currency) {
		return false
	}
	before := int(c.first) - 1
	if r.sets(c, before).Has(gazetteer.Scale) {
		before--
	}
	return r.in(c, before) && (r.d.Tokens[before].Kind == text.Number || next != "won" && (r.fold(c, before) == "in" || r.fold(c, before) == "of"))
}

// american rejects a town before its state: "Lebanon, Kan.", "Paris, Texas".
func (r *reading) american(i int, c *candidate) string {
	k := int(c.last)
	if r.fold(c, k) != "," || !r.capital(c, k+1) {
		return ""
	}
	s := &c.senses[c.sense]
	if home := s.Party == "US" || s.Party == "CA"; home && s.Class == gazetteer.Region || s.Party == "US" && s.Class != gazetteer.City {
		return ""
	}
	abbreviated := r.sets(c, k+1).Has(gazetteer.StateAbbr) &&
		(r.fold(c, k+2) == "." || r.fold(c, k+2) == "," || strings.Contains(r.fold(c, k+1), ".") || r.d.Tokens[k+1].Case == text.Upper)
	state := false
	if i+1 < len(r.found) {
		if n := &r.found[i+1]; int(n.first) == k+1 && n.sentence == c.sentence {
			for j := range n.senses {
				state = state || n.senses[j].Class == gazetteer.Region && (n.senses[j].Party == "US" || n.senses[j].Party == "CA")
			}
			state = state && (!n.ambiguous() || r.closes(n))
		}
	}
	if !abbreviated && !state && !r.newYork(c, k+1) {
		return ""
	}
	r.local++
	if s.Party != "US" && s.Party != "CA" {
		r.elsewhere(c)
		return "a town in a state of the United States or Canada"
	}
	return ""
}

// newYork says whether the state of New York stands at token k, and no list of cities goes on after it.
func (r *reading) newYork(c *candidate, k int) bool {
	if r.fold(c, k) != "new" || r.fold(c, k+1) != "york" || r.fold(c, k-3) == "," {
		return false
	}
	switch r.fold(c, k+2) {
	case ",":
		return !r.capital(c, k+3) && r.fold(c, k+3) != "and" && r.fold(c, k+3) != "or"
	case ".", "":
		return true
	}
	return false
}

// maxHomonyms bounds the towns remembered in one article.
const maxHomonyms = 32

// elsewhere remembers that the article means a town elsewhere by a candidate's name.
func (r *reading) elsewhere(c *candidate) {
	if len(r.homonyms) < maxHomonyms {
		r.homonyms = append(r.homonyms, r.d.Fold(int(c.first)))
	}
}

// closes says whether a comma or the end follows, as after a state.
func (r *reading) closes(c *candidate) bool {
	f := r.fold(c, int(c.last))
	return f == "," || f == "." || f == ""
}

// place rejects streets, hotels and restaurants: "14 Brazil Row", "Hotel Moscow", "„Haus Schweden“".
func (r *reading) place(_ int, c *candidate) string {
	first, last := int(c.first), int(c.last)
	if r.style(c) != running {
		if r.sets(c, last).Has(gazetteer.Street) && r.beside(c, last-1) && r.fold(c, last+1) == "," {
			return "the name of a street or river" // in an address
		}
		return ""
	}
	if r.capital(c, last) && r.beside(c, last-1) {
		next := r.sets(c, last)
		switch {
		case next.Has(gazetteer.Street), r.longStreet(c):
			return "the name of a street or river"
		case next.Has(gazetteer.Hotel) && c.senses[c.sense].Class != gazetteer.Region && !r.congress(c):
			return "the name of a house: a hotel, a restaurant, a school"
		}
	}
	before := first - 1
	if r.ship(c) {
		return "a ship's name"
	}
	if f := r.fold(c, before); f == "\"" || f == "“" || f == "„" || f == "«" || f == "'" || f == "‘" {
		before--
		if r.sets(c, before).Has(gazetteer.Hotel) {
			return "the name of a house: a hotel, a restaurant, a school"
		}
	} else if r.capital(c, before) && r.beside(c, before) && r.sets(c, before).Has(gazetteer.Hotel) && before > r.d.Sentences[c.sentence].First {
		return "the name of a house: a hotel, a restaurant, a school"
	}
	return ""
}

// longStreet says whether a town's name begins that of a street: "Wellington Barracks Road", but not "Nairobi High Court".
func (r *reading) longStreet(c *candidate) bool {
	last := int(c.last)
	if s := &c.senses[c.sense]; s.Class != gazetteer.Capital && s.Class != gazetteer.City || !r.capital(c, last+1) || !r.beside(c, last) || r.foundFrom(c, last) {
		return false
	}
	street := r.sets(c, last+1)
	return street.Has(gazetteer.Street) && !street.Any(gazetteer.OrgNoun|gazetteer.VenueNoun) && !r.sets(c, last).Any(notSurnames)
}

// ship says whether a kind of ship stands before a name, or before the capital word that begins it: "the tanker Eagle
// Ottawa".
func (r *reading) ship(c *candidate) bool {
	k := int(c.first) - 1
	if c.senses[c.sense].Class == gazetteer.Region {
		return false
	}
	if r.capital(c, k) && r.beside(c, k) && !r.sets(c, k).Has(gazetteer.Ship) {
		k--
	}
	return r.beside(c, k) && r.sets(c, k).Has(gazetteer.Ship) && r.d.Tokens[k].Case != text.Capital
}

// congress says whether a house after a name is the American parliament's.
func (r *reading) congress(c *candidate) bool {
	s := &c.senses[c.sense]
	return s.Party == "US" && s.Class == gazetteer.Name && r.fold(c, int(c.last)) == "house"
}

// institution rejects schools, counties and newspapers: "Moscow High School", "Lebanon County", "the Kuwait Times".
func (r *reading) institution(_ int, c *candidate) string {
	last := int(c.last)
	if r.style(c) != running || !r.capital(c, last) || !r.beside(c, last-1) {
		return ""
	}
	next := r.sets(c, last)
	switch {
	case next.Has(gazetteer.Institution):
		r.local++
		if c.senses[c.sense].Party != "US" {
			r.elsewhere(c)
		}
		return "a school, county or town of that name"
	case next.Has(gazetteer.Newspaper) && (r.fold(c, int(c.first)-1) == "the" || r.capital(c, last)) && !r.sets(c, last+1).Has(gazetteer.Title):
		return "a newspaper's or magazine's name"
	}
	return ""
}

// standings says whether a capital stands for its team: Washington and Ottawa in a game or in a line of names and numbers.
func (r *reading) standings(c *candidate) bool {
	if p := c.senses[c.sense].Party; p != "US" && p != "CA" {
		return false
	}
	if r.game(c) {
		return true
	}
	s := &r.d.Sentences[c.sentence]
	if s.Last-s.First >= 30 {
		return false
	}
	numbers := 0
	for i := s.First; i < s.Last; i++ {
		switch t := &r.d.Tokens[i]; {
		case t.Kind == text.Number:
			numbers++
		case t.Kind == text.Word && t.Case == text.Lower && t.End-t.Start > 2:
			return false
		}
	}
	return numbers >= 2 && !r.dateline(c)
}

// game says whether a capital plays in its sentence: a score, or two words of the games that cities of North America play,
// and the capital is not where something is.
func (r *reading) game(c *candidate) bool {
	if r.venueBefore(c) || r.dateline(c) {
		return false
	}
	if p := &r.played; p.words > 0 && p.sentence == c.sentence && c.first-p.first < near {
		return p.words > 2
	}
	words := 1
	s := &r.d.Sentences[c.sentence]
	for i := max(s.First, int(c.first)-reach); i < min(s.Last, int(c.last)+reach); i++ {
		if r.sets(c, i).Has(gazetteer.Sport) {
			words++
		}
		if hyphen(r.fold(c, i)) && r.score(c, i) {
			words++
		}
	}
	r.played = playedIn{c.sentence, c.first, words}
	return words > 2
}

// playedIn is how many words of games the last capital had around it, and one more; it holds for the next capitals, too.
type playedIn struct {
	sentence, first int32
	words           int
}

// score says whether small numbers stand on both sides of the hyphen at token i.
func (r *reading) score(c *candidate, i int) bool {
	for _, k := range [...]int{i - 1, i + 1} {
		if !r.in(c, k) || r.d.Tokens[k].Kind != text.Number || r.d.Tokens[k].End-r.d.Tokens[k].Start > 3 {
			return false
		}
	}
	return true
}

// treaty rejects what is called after the city it was agreed in: "Minsk agreements", "Rome Statute", "the Treaty of Nanking".
func (r *reading) treaty(c *candidate) string {
	first, last := int(c.first), int(c.last)
	if r.style(c) != running {
		return ""
	}
	if r.beside(c, last-1) && r.capital(c, last) && r.sets(c, last).Has(gazetteer.Treaty) ||
		r.fold(c, first-1) == "of" && r.capital(c, first-2) && r.sets(c, first-2).Has(gazetteer.Treaty) {
		return "an agreement or group named after the city"
	}
	return ""
}
