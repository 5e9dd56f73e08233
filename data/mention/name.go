package mention

import (
	"entente/data/gazetteer"
	"entente/data/text"
)

// person rejects first names and surnames: "Chad Brinkhurst", "Michael Jordan".
func (r *reading) person(i int, c *candidate) string {
	if c.last-c.first != 1 {
		return ""
	}
	own := r.lex.Sets(r.d.Fold(int(c.first)))
	if own.Has(gazetteer.SurnameToo) {
		if i > 0 && r.found[i-1].last == c.first && r.found[i-1].why == firstName {
			return "a surname after a first name"
		}
		if why := r.afterFirstName(c); why != "" {
			r.isPerson(r.d.Fold(int(c.first)))
			return why
		}
	}
	if own.Has(gazetteer.FirstToo) && r.beforeSurname(i, c) {
		r.isPerson(r.d.Fold(int(c.first)))
		return firstName
	}
	if r.betweenTitleAndName(c) {
		return "a first name after a title"
	}
	return ""
}

// betweenTitleAndName says whether a town stands where only somebody's first name does: "Minister Vladimir Suba".
func (r *reading) betweenTitleAndName(c *candidate) bool {
	if s := &c.senses[c.sense]; s.Class != gazetteer.City && s.Class != gazetteer.Region {
		return false
	}
	first, last := int(c.first), int(c.last)
	return r.sets(c, first-1).Any(gazetteer.Head|gazetteer.Address) && r.capital(c, first-1) && r.beside(c, first-1) && r.style(c) == running &&
		r.capital(c, last) && r.beside(c, last-1) && r.d.Tokens[last].Case == text.Capital && !r.sets(c, last).Any(notSurnames) && !r.foundFrom(c, last)
}

// firstName is why a country's name is none before a surname.
const firstName = "a first name before a surname"

// afterFirstName rejects a surname after a first name, an initial or a form of address.
func (r *reading) afterFirstName(c *candidate) string {
	first := int(c.first)
	if r.capital(c, first-1) && r.beside(c, first-1) {
		prev := r.sets(c, first-1)
		if prev.Any(gazetteer.Given|gazetteer.Address) && !prev.Has(gazetteer.Head) {
			return "a surname after a first name"
		}
		if w := r.d.Word(first - 1); len(w) == 2 && w[1] == '.' {
			return "a surname after an initial"
		}
	}
	if r.fold(c, first-1) == "." && r.capital(c, first-2) {
		if t := r.d.Tokens[first-2]; t.End-t.Start == 1 || r.sets(c, first-2).Has(gazetteer.Address) {
			return "a surname after an initial or a form of address"
		}
	}
	return ""
}

// notSurnames are the sets whose words after a country speak of it: "Jordan Foreign Minister", "Israel Railways".
const notSurnames = gazetteer.Title | gazetteer.Head | gazetteer.OrgNoun | gazetteer.Hotel | gazetteer.Street |
	gazetteer.Institution | gazetteer.Newspaper | gazetteer.Function | gazetteer.Verb

// beforeSurname says whether a surname follows a country's name that is a first name too.
func (r *reading) beforeSurname(i int, c *candidate) bool {
	first, last := int(c.first), int(c.last)
	if r.style(c) == allCaps || !r.capital(c, last) || !r.beside(c, last-1) || r.d.Tokens[last].Case == text.Upper {
		return false
	}
	if r.sets(c, first-1).Has(gazetteer.Address) && r.beside(c, first-1) {
		return true
	}
	if r.sets(c, last).Any(notSurnames) || r.style(c) == titleCase {
		return false
	}
	if i+1 < len(r.found) && int(r.found[i+1].first) == last && !personal(r.found[i+1].senses) {
		return r.sets(c, last).Has(gazetteer.SurnameToo) && r.style(c) == running && !r.capital(c, last+1) // "Georgia Holland"
	}
	return r.sets(c, first).Has(gazetteer.StrongFirst) || r.aged(c, last+1)
}

// people rejects a country's name that the article uses for a person elsewhere, where nothing else speaks of the country
// and the name is not where one is: "Michael Jordan … Jordan said".
func (r *reading) people() {
	if len(r.persons) == 0 {
		return
	}
	for i := range r.found {
		c := &r.found[i]
		s := &c.senses[c.sense]
		if c.verdict != accepted || s.Class != gazetteer.Name || c.last-c.first != 1 || r.venueBefore(c) {
			continue
		}
		if own := r.persons[r.d.Fold(int(c.first))]; own > 0 && r.backing(s.Party) <= own {
			c.reject("a person's name, as the article says elsewhere")
			r.unback(s.Party)
		}
	}
}

// isPerson remembers that the article uses a word as a person's name.
func (r *reading) isPerson(folded string) {
	if r.persons == nil {
		r.persons = map[string]int{}
	}
	if _, ok := r.persons[folded]; !ok && len(r.persons) < maxHomonyms {
		r.persons[folded] = 0
	}
}

// personal says whether words are only known as a person's.
func personal(senses []gazetteer.Sense) bool {
	for i := range senses {
		if senses[i].Class != gazetteer.Surname && senses[i].Class != gazetteer.PersonName && senses[i].Class != gazetteer.Trap {
			return false
		}
	}
	return true
}

// aged says whether a person's age or speech stands at token i: ", 17," or "said".
func (r *reading) aged(c *candidate, i int) bool {
	if r.fold(c, i) == "," && r.in(c, i+1) && r.d.Tokens[i+1].Kind == text.Number {
		return r.fold(c, i+2) == "," || r.fold(c, i+2) == "." || r.fold(c, i+2) == ""
	}
	return false
}

// namedDemonym rejects demonyms in personal names: "Dawn French", "Finn Wolfhard".
func (r *reading) namedDemonym(c *candidate) string {
	first, last := int(c.first), int(c.last)
	if last-first != 1 || !r.lex.Sets(r.d.Fold(first)).Has(gazetteer.SurnameToo) || r.style(c) != running {
		return ""
	}
	if r.capital(c, first-1) && r.beside(c, first-1) && r.sets(c, first-1).Has(gazetteer.Given) && (!r.in(c, last) || !r.beside(c, last-1) ||
		r.sets(c, last).Has(gazetteer.Verb)) {
		return "a surname after a first name"
	}
	return ""
}

// namesake rejects a leader's surname in somebody else's name.
func (r *reading) namesake(c *candidate) string {
	first, last := int(c.first), int(c.last)
	if r.capital(c, first-1) && r.beside(c, first-1) && r.style(c) == running {
		prev := r.sets(c, first-1)
		if !prev.Any(gazetteer.Title|gazetteer.Head|gazetteer.Address|gazetteer.Function) && !r.foundAt(c, first-1) {
			return "somebody else of that name"
		}
	}
	if r.capital(c, last) && r.beside(c, last-1) && r.style(c) == running && !r.foundFrom(c, last) {
		return "part of another name"
	}
	return ""
}

// foundAt says whether the candidate before c ends with token i.
func (r *reading) foundAt(c *candidate, i int) bool {
	k := r.indexOf(c) - 1
	return k >= 0 && int(r.found[k].last) == i+1 && !personal(r.found[k].senses)
}

// foundFrom says whether the candidate after c begins with token i.
func (r *reading) foundFrom(c *candidate, i int) bool {
	k := r.indexOf(c) + 1
	return k < len(r.found) && int(r.found[k].first) == i && !personal(r.found[k].senses)
}

func (r *reading) indexOf(c *candidate) int {
	low, high := 0, len(r.found)
	for low < high {
		mid := (low + high) / 2
		if r.found[mid].first >= c.first {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}
