package mention

import (
	"entente/data/gazetteer"
	"entente/data/text"
)

// companyWords is how many capital words after a city are looked at for the form of a firm.
const companyWords = 4

// company rejects cities and regions in the name of a firm or a person: "Piedmont Aviation Inc", "Irving Trust Co",
// "Manufacturers Hanover", "Kazuo Nagano".
func (r *reading) company(_ int, c *candidate) string {
	class := c.senses[c.sense].Class
	if class != gazetteer.City && class != gazetteer.Region || r.style(c) != running {
		return ""
	}
	end := int(c.last)
	for end < int(c.last)+companyWords && r.capital(c, end) && r.beside(c, end-1) {
		end++
	}
	if end > int(c.last) && r.sets(c, end-1).Has(gazetteer.Incorporated) {
		r.isFirm(r.d.Fold(int(c.first)))
		return "part of a firm's name"
	}
	if class == gazetteer.City && r.longerName(c) {
		r.isFirm(r.d.Fold(int(c.first)))
		return "part of a longer name"
	}
	return ""
}

// beforeCity are the sets whose words stand before a city in capitals and leave it a city: "Northern Milan", "Mayor".
const beforeCity = gazetteer.Function | gazetteer.Title | gazetteer.Head | gazetteer.Role | gazetteer.OrgNoun | gazetteer.Venue |
	gazetteer.Motion | gazetteer.Quarter | gazetteer.Hotel | gazetteer.Newspaper | gazetteer.Sport | gazetteer.Verb

// longerName says whether an unknown word with a capital stands right before a city, inside the sentence.
func (r *reading) longerName(c *candidate) bool {
	before := int(c.first) - 1
	if c.last-c.first == 1 && r.afterFirstName(c) != "" {
		return true // "Robert Durham"
	}
	if !r.capital(c, before) || !r.beside(c, before) || capitals(r.d.Word(before)) || r.sets(c, before).Any(beforeCity) || r.foundAt(c, before) {
		return false
	}
	if n := r.g.Place(c.senses[c.sense].Ref).Thousands; n < 150 && r.style(c) == running && !r.dateAfter(c) || n < 400 && r.lex.Sets(r.phrase(c)).Any(ofPeople) {
		return true // "Gabriela Marin Thornton", "Nilson Bragança"
	}
	return before > r.d.Sentences[c.sentence].First && !r.capital(c, before-1) && r.d.Word(before-1) != "."
}

// dateAfter says whether a number follows a candidate, as where a place of writing or of birth stands: "Staff Reporter, Mandeville, 16
// March", "born Vaasa 1938".
func (r *reading) dateAfter(c *candidate) bool {
	k := int(c.last)
	if r.fold(c, k) == "," {
		k++
	}
	return r.in(c, k) && r.d.Tokens[k].Kind == text.Number
}

// isFirm remembers that the article uses a city's name for a firm or a person.
func (r *reading) isFirm(folded string) {
	if len(r.firmNames) < maxHomonyms {
		r.firmNames = append(r.firmNames, folded)
	}
}

// companies rejects the cities and regions by whose names the article means a firm or a person elsewhere, unless they are
// where something is. States of North America name firms too often to lose the state by it.
func (r *reading) companies() {
	if len(r.firmNames) == 0 {
		return
	}
	for i := range r.found {
		c := &r.found[i]
		s := &c.senses[c.sense]
		if c.verdict == rejected || s.Class != gazetteer.City && s.Class != gazetteer.Region || s.Class == gazetteer.Region && (s.Party == "US" || s.Party == "CA") ||
			r.sets(c, int(c.first)-1).Has(gazetteer.Quarter) || r.venueBefore(c) || r.dateline(c) {
			continue
		}
		for _, name := range r.firmNames {
			if name == r.d.Fold(int(c.first)) {
				if c.verdict == accepted {
					r.unback(s.Party)
				}
				c.reject("a firm or a person, as the article says elsewhere")
				break
			}
		}
	}
}
