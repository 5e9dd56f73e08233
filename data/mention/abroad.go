package mention

import (
	"strings"

	"entente/data/gazetteer"
	"entente/data/text"
)

// misreadAbroad is misread for the languages other than English, whose grammar is known less well: houses, dishes and
// languages named after a country.
func (r *reading) misreadAbroad(i int, c *candidate) string {
	switch c.senses[c.sense].Class {
	case gazetteer.Name, gazetteer.Capital, gazetteer.City, gazetteer.Demonym:
	default:
		return ""
	}
	first, last := int(c.first), int(c.last)
	if r.d.Tokens[first].CJK {
		return r.houseAround(c)
	}
	if r.fold(c, last) == "$" {
		return "an amount of money"
	}
	if why := r.personAbroad(i, c); why != "" {
		return why
	}
	if c.senses[c.sense].Class == gazetteer.Demonym {
		switch {
		case r.sets(c, last).Has(gazetteer.LanguageWord):
			return "a language"
		case r.sets(c, first-1).Has(gazetteer.Speak) && r.endsPhrase(c, last):
			return "a language"
		}
		return ""
	}
	if s := &c.senses[c.sense]; s.Class == gazetteer.Capital && s.Form == gazetteer.Any &&
		(r.sets(c, last).Has(gazetteer.Treaty) || r.sets(c, first-1).Has(gazetteer.Treaty)) {
		return "an agreement named after the city"
	}
	before := first - 1
	for opening(r.fold(c, before)) || particle(r.fold(c, before)) {
		before--
	}
	if r.fold(c, before) == "con" && r.fold(c, before-1) == "esquina" {
		return "the name of a house or street"
	}
	if c.senses[c.sense].Class != gazetteer.Name && waters[r.fold(c, before)] {
		return "a sea or region"
	}
	if r.sets(c, before).Has(gazetteer.Hotel) && !strings.HasSuffix(r.d.Word(before), "é") || r.lex.Language == "de" && streets[r.fold(c, last)] {
		return "the name of a house or street" // French "placé" is no "place"
	}
	return ""
}

// waters stand before the name of a river or lake: "el río San Juan".
var waters = map[string]bool{"rio": true, "lago": true, "laguna": true, "volcan": true, "cerro": true, "fleuve": true, "riviere": true, "lac": true, "raul": true, "lacul": true}

// streets are the words behind the town that a German street is named after: "in der Triester Straße".
var streets = map[string]bool{"strasse": true, "platz": true, "allee": true, "gasse": true, "chaussee": true, "damm": true, "ring": true, "tor": true}

// personAbroad is person for languages other than English. German writes every noun with a capital, so that a surname
// cannot be told there.
func (r *reading) personAbroad(i int, c *candidate) string {
	if c.last-c.first != 1 {
		return ""
	}
	own := r.sets(c, int(c.first))
	if own.Has(gazetteer.SurnameToo) {
		if why := r.afterFirstName(c); why != "" {
			return why
		}
	}
	if r.lex.Language != "de" && own.Has(gazetteer.FirstToo) && r.beforeSurname(i, c) {
		return "a first name before a surname"
	}
	if r.lex.Language != "de" && c.senses[c.sense].Class == gazetteer.Demonym && r.capital(c, int(c.first)) && r.afterAName(c) {
		return "a surname after a first name"
	}
	return ""
}

// afterAName says whether a word with a capital stands right before a surname-like one, within a sentence where only names have
// capitals: "kaže Olivera Rus". What begins a sentence must be known for a first name.
func (r *reading) afterAName(c *candidate) bool {
	k := int(c.first) - 1
	if !r.capital(c, k) || !r.beside(c, k) || r.d.Tokens[k].Case == text.Upper || r.style(c) != running || r.covering(k) >= 0 {
		return false
	}
	set := r.sets(c, k)
	if set.Has(gazetteer.Given) {
		return true
	}
	opens := k == r.d.Sentences[c.sentence].First || r.d.Tokens[k-1].Kind != text.Word
	return !opens && r.d.Tokens[c.first-2].Case == text.Lower && !set.Any(gazetteer.Title|gazetteer.Head|gazetteer.OrgNoun|gazetteer.Institution|gazetteer.Function)
}

// houseAround reads the hotels, dishes and languages of Chinese and Japanese: 「ホテル・ベトナム」, 法国酒店, 瑞士奶酪.
func (r *reading) houseAround(c *candidate) string {
	before := int(c.first) - 1
	if r.fold(c, before) == "・" {
		before--
	}
	if r.sets(c, before).Has(gazetteer.Hotel) {
		return "the name of a house"
	}
	after := int(c.last)
	if r.sets(c, after).Has(gazetteer.HouseAfter) {
		return "a house, a dish or a language named after the country"
	}
	if r.in(c, after+1) && r.d.Tokens[after].CJK && r.d.Tokens[after+1].CJK &&
		r.lex.Sets(r.text[r.d.Tokens[after].Start:r.d.Tokens[after+1].End]).Has(gazetteer.HouseAfter) {
		return "a house, a dish or a language named after the country"
	}
	return ""
}

// endsPhrase says whether nothing follows that the words before token i could describe.
func (r *reading) endsPhrase(c *candidate, i int) bool {
	f := r.fold(c, i)
	return f == "" || f == "." || f == "," || f == ";" || f == ":" || f == ")" || f == "\"" || f == "?" || f == "!"
}

// opening says whether a sign opens a quotation.
func opening(s string) bool {
	switch s {
	case "\"", "“", "„", "«", "'", "‘", "‚", "»", "「", "『":
		return true
	}
	return false
}
