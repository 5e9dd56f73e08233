package mention

import (
	"slices"

	"entente/data"
	"entente/data/gazetteer"
)

// townsMet is which towns of a country the article names that names otherwise no country for.
type townsMet struct {
	party  data.Party
	first  string // the folded name of the one met first
	more   bool   // there is another
	placed bool   // one of them is where something is, or the place of writing
}

// largeTown is from how many thousand people on a town is known well enough to be meant by its name, if that is a place in
// the sentence, though people bear the name, too.
const largeTown = 1000

// sureTown says whether a town that might be something else stands for its country though the article names that nowhere: it
// names another town of it, too, and one of them plainly as a place; or it is a great one named as a place.
func (r *reading) sureTown(c *candidate) bool {
	s := &c.senses[c.sense]
	if s.Class != gazetteer.City && s.Class != gazetteer.Capital || s.Party == "US" || r.local > 0 || r.lex.Language != "en" {
		return false
	}
	if s.Class == gazetteer.City && r.g.Place(s.Ref).Thousands >= largeTown && r.asPlace(c) {
		return true
	}
	if r.towns == nil {
		r.meetTowns()
	}
	i := slices.IndexFunc(r.towns, func(t townsMet) bool { return t.party == s.Party })
	return i >= 0 && r.towns[i].more && r.towns[i].placed
}

// meetTowns notes the towns of an article by country, those of most countries it can speak of.
func (r *reading) meetTowns() {
	r.towns = make([]townsMet, 0, mostTowns)
	for i := range r.found {
		c := &r.found[i]
		s := &c.senses[c.sense]
		if c.verdict != open || s.Class != gazetteer.City && s.Class != gazetteer.Capital || c.ambiguous() {
			continue
		}
		name := r.d.Fold(int(c.first))
		k := slices.IndexFunc(r.towns, func(t townsMet) bool { return t.party == s.Party })
		switch {
		case k < 0 && len(r.towns) == mostTowns:
			continue
		case k < 0:
			k = len(r.towns)
			r.towns = append(r.towns, townsMet{party: s.Party, first: name})
		case r.towns[k].first != name:
			r.towns[k].more = true
		}
		r.towns[k].placed = r.towns[k].placed || r.asPlace(c)
	}
}

// mostTowns is the number of countries whose towns are noted.
const mostTowns = 32

// asPlace says whether a town is named as a place: where something is, or where the article is written.
func (r *reading) asPlace(c *candidate) bool {
	first, last := int(c.first), int(c.last)
	return r.dateline(c) || r.venueBefore(c) && !r.capital(c, last) && !r.capital(c, first-1) && !(r.fold(c, last) == "," && r.capital(c, last+1))
}
