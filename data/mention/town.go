package mention

import (
	"slices"

	"entente/data"
	"entente/data/gazetteer"
	"entente/data/text"
)

// townsMet is which towns of a country the article names that names otherwise no country for.
type townsMet struct {
	party data.Party
	first string // the folded name of the one met first
	more  bool   // there is another
	place int    // how plainly one of them is a place, see asPlace
}

// Whether a town stands for its country in an article that names the country nowhere is decided by points: how well the town is
// known, how plainly it is a place where it is named, which other towns of the country the article names, and, against
// it, what else the name may be.
const (
	townEnough = 3 // points that suffice
	atHand     = 3 // points of a plain place: where something is, or the place of writing
	maybePlace = 2 // points of what is likely a place: where something comes from
)

// settleTowns accepts the towns that the article sets in their country, though it names that nowhere. They are all found before
// one of them speaks for its country: a headline names the town that the dateline makes a place of.
func (r *reading) settleTowns() {
	r.chooseTowns()
	if r.lex.Language != "en" {
		return
	}
	r.meetTowns()
	if len(r.towns) == 0 {
		return
	}
	r.settle(false)
	r.settle(true) // where another country is spoken of
}

// settle accepts the towns of the United States, or those of all other countries, that are set there.
func (r *reading) settle(american bool) {
	for i := range r.found {
		c := &r.found[i]
		if c.verdict != open || (c.senses[c.sense].Party == "US") != american || !r.isTown(c) || r.backing(c.senses[c.sense].Party) > 0 {
			continue
		}
		if r.townPoints(i, c) < townEnough {
			continue
		}
		if r.kin(c) > r.asPlace(i, c) {
			c.accept(amongOthers)
		} else {
			c.accept(setThere)
		}
	}
	for i := range r.found {
		if c := &r.found[i]; c.verdict == accepted && (c.why == setThere || c.why == amongOthers) && (c.senses[c.sense].Party == "US") == american {
			r.count(c)
		}
	}
}

// Why a town stands for a country that the article names nowhere: what stands beside it, or its fellows, gave more points.
const (
	setThere    = "a town that the article sets there"
	amongOthers = "a town of a country of which the article names others, too"
)

// chooseTowns chooses between towns of one name: the country that follows, one that the article names, or the largest. It
// rejects those that the country after them has no town of that name known for.
func (r *reading) chooseTowns() {
	for i := range r.found {
		c := &r.found[i]
		if c.verdict != open || c.senses[c.sense].Class != gazetteer.City {
			continue
		}
		party, named := r.countryAfter(i, c)
		most := 0
		for k := range c.senses {
			n := r.backing(c.senses[k].Party)
			if c.senses[k].Party == party {
				named, n = false, 1<<20
			}
			if n > most {
				most, c.sense = n, int16(k)
			}
		}
		if named {
			r.elsewhere(c)
			c.reject("a town of that name in another country")
		}
	}
}

// countryAfter gives the country that tells where a town lies: "Chandpur, Bangladesh,".
func (r *reading) countryAfter(i int, c *candidate) (data.Party, bool) {
	if r.fold(c, int(c.last)) != "," || i+1 >= len(r.found) {
		return "", false
	}
	n := &r.found[i+1]
	s := &n.senses[n.sense]
	if n.first != c.last+1 || n.sentence != c.sentence || n.verdict == rejected || s.Class != gazetteer.Name && s.Class != gazetteer.Region || !r.closes(n) {
		return "", false
	}
	f := r.fold(c, int(c.first)-1)
	return s.Party, f != "," && f != "and"
}

// isTown says whether a candidate is a town or a part of a country whose name has no meaning as good.
func (r *reading) isTown(c *candidate) bool {
	switch s := &c.senses[c.sense]; s.Class {
	case gazetteer.City:
		return true
	case gazetteer.Capital:
		return !c.ambiguous() && !r.lex.Sets(r.phrase(c)).Has(gazetteer.SharedCapital)
	case gazetteer.Region:
		return s.Party != "US" && !c.ambiguous()
	}
	return false
}

// townPoints adds up what speaks for a town and against it.
func (r *reading) townPoints(i int, c *candidate) int {
	s := &c.senses[c.sense]
	place, doubt := r.asPlace(i, c), r.doubtful(c)
	switch {
	case s.Party == "US" && (r.local > 0 || r.nations == 0 || place < maybePlace):
		return 0 // news from home names no country
	case r.lex.Sets(r.phrase(c)).Has(gazetteer.ManySeats):
		return 0
	case place < maybePlace && doubt > 1:
		return 0
	}
	return r.wellKnown(c) + place + r.kin(c) - doubt
}

// wellKnown gives the points of a town's size, and one more where nothing else is called so.
func (r *reading) wellKnown(c *candidate) int {
	s := &c.senses[c.sense]
	if s.Class != gazetteer.City {
		return 1
	}
	p, points := r.g.Place(s.Ref), -1
	switch {
	case p.Thousands >= 1000:
		return 3
	case p.Thousands >= 400:
		points = 2
	case p.Thousands >= 125:
		points = 1
	case p.Thousands >= 75 || p.Namesakes == "":
		points = 0
	}
	if phrase := r.phrase(c); p.Namesakes == "" && (len(phrase) >= longName || r.accented(c)) && !r.lex.Sets(phrase).Any(ofPeople) {
		points++
	}
	return points
}

// longName is how long a name is that is hardly a word by chance.
const longName = 6

// kin gives the points for other towns of the country in the article: more where one of them is plainly a place.
func (r *reading) kin(c *candidate) int {
	k := slices.IndexFunc(r.towns, func(t townsMet) bool { return t.party == c.senses[c.sense].Party })
	switch {
	case k < 0 || !r.towns[k].more:
		return 0
	case r.towns[k].place >= maybePlace:
		return 3
	}
	return 1
}

// doubtful gives the points against a town: its name is short, a word, a person's or another town's, too, or part of a longer
// one, or the article is about places in the United States, where towns are called like those of other countries.
func (r *reading) doubtful(c *candidate) int {
	points, phrase := 0, r.phrase(c)
	s := &c.senses[c.sense]
	small := s.Class == gazetteer.City && r.g.Place(s.Ref).Thousands < 400
	switch own := r.lex.Sets(phrase); {
	case own.Has(gazetteer.StrongFirst):
		points = 3
	case own.Any(ofPeople):
		points = 2
	case small && len(phrase) <= 4:
		points = 1
	}
	if len(c.senses) > 1 && small {
		points++
	}
	if points > 0 {
		points += min(r.local, 2)
	}
	if s.Class == gazetteer.City && r.calledElsewhere(s) {
		points++
	}
	if small && len(r.g.Place(s.Ref).Namesakes) >= commonName {
		points += 2
	} else if small && r.calledElsewhere(s) {
		points++
	}
	if r.style(c) == running && r.capital(c, int(c.last)) && r.beside(c, int(c.last)-1) && !r.dateline(c) {
		points += 2
	}
	return points
}

// commonName is the length of a list of four countries' codes: a name found in as many says little.
const commonName = 4*3 - 1

// calledElsewhere says whether a place is called like a town in another country that the article names.
func (r *reading) calledElsewhere(s *gazetteer.Sense) bool {
	for rest := r.g.Place(s.Ref).Namesakes; len(rest) >= 2; rest = rest[min(3, len(rest)):] {
		if p := data.Party(rest[:2]); r.backing(p) > 0 || p == "US" && r.states+r.local > 0 {
			return true
		}
	}
	return false
}

// ofPeople are the sets of towns' names that are words or people's names, too.
const ofPeople = gazetteer.PlainWord | gazetteer.FirstToo | gazetteer.SurnameToo

// rather says what a town is more likely that is too small, beside what else its name means, to be meant by the name alone
// in an article that nowhere makes a place of it.
func (r *reading) rather(c *candidate) string {
	s := &c.senses[c.sense]
	if s.Class != gazetteer.City || r.lex.Language != "en" {
		return ""
	}
	phrase, people := r.phrase(c), r.g.Place(s.Ref).Thousands
	small := people < 150
	named := r.lex.Sets(phrase).Any(ofPeople)
	if last := int(c.last); (named || small) && r.style(c) == running && r.capital(c, last) && r.beside(c, last-1) && !r.sets(c, last).Any(notSurnames|gazetteer.VenueNoun|gazetteer.Local) && !r.foundFrom(c, last) {
		return "part of a longer name"
	}
	if !named && (len(phrase) > 4 || people >= 100) || !small || r.asPlace(r.indexOf(c), c) > 0 || slices.Contains(r.placed, s.Ref) {
		return ""
	}
	return "a word or a name, too, and not named as a place"
}

// meetTowns notes the towns of an article by country, those of most countries it can speak of.
func (r *reading) meetTowns() {
	r.states = 0
	for i := range r.found {
		c := &r.found[i]
		if s := &c.senses[c.sense]; s.Class == gazetteer.Region && s.Party == "US" {
			r.states++
		}
		if c.verdict != open || !r.isTown(c) {
			continue
		}
		place := r.asPlace(i, c)
		if place < maybePlace && r.doubtful(c) > 1 {
			continue
		}
		name := r.d.Fold(int(c.first))
		k := slices.IndexFunc(r.towns, func(t townsMet) bool { return t.party == c.senses[c.sense].Party })
		switch {
		case k < 0 && len(r.towns) == mostTowns:
			continue
		case k < 0:
			k = len(r.towns)
			r.towns = append(r.towns, townsMet{party: c.senses[c.sense].Party, first: name})
		case r.towns[k].first != name:
			r.towns[k].more = true
		}
		r.towns[k].place = max(r.towns[k].place, place)
		if ref := c.senses[c.sense].Ref; place >= maybePlace && ref >= 0 && len(r.placed) < mostTowns && !slices.Contains(r.placed, ref) {
			r.placed = append(r.placed, ref)
		}
	}
}

// mostTowns is the number of countries whose towns are noted.
const mostTowns = 32

// asPlace gives the points for how plainly a town is named as a place.
func (r *reading) asPlace(i int, c *candidate) int {
	if c.asked {
		return int(c.place)
	}
	points := r.besidePlace(c)
	if p, _ := r.countryAfter(i, c); p != "" && p == c.senses[c.sense].Party {
		points = max(points, atHand)
	}
	if points == 0 && i > 0 { // "from Vinnytsia and Poltava"
		p := &r.found[i-1]
		if p.sentence == c.sentence && c.first-p.last == 1 && p.verdict != rejected && r.isTown(p) {
			if f := r.d.Fold(int(p.last)); f == "and" || f == "," || f == "or" {
				points = min(r.besidePlace(p), maybePlace)
			}
		}
	}
	c.asked, c.place = true, int8(points)
	return points
}

// besidePlace gives the points that the words beside a town make.
func (r *reading) besidePlace(c *candidate) int {
	first, last := int(c.first), int(c.last)
	if r.dateline(c) && r.fold(c, last) != ":" {
		return atHand + 1
	}
	named := r.capital(c, last) && r.style(c) == running || r.capital(c, first-1) && !r.sets(c, first-1).Any(beforeCity) || r.fold(c, last) == "," && r.capital(c, last+1) && !r.foundFrom(c, last+1)
	switch {
	case (r.venueBefore(c) || r.fold(c, first-1) == "into" || r.comesOut(c)) && !named:
		return atHand
	case hyphen(r.fold(c, last)) && (r.fold(c, last+1) == "based" || r.fold(c, last+1) == "born"):
		return atHand
	case named:
		return 0
	case r.fold(c, first-1) == "of" && r.sets(c, first-2).Any(gazetteer.VenueNoun|gazetteer.Local) && (!r.capital(c, first-2) || r.fold(c, first-3) == "the"):
		return atHand
	case r.fold(c, first-1) == "from", r.fold(c, first-1) == "of" && (r.fold(c, first-2) == "," || r.fold(c, first-2) == "out"), r.sets(c, last).Has(gazetteer.VenueNoun) && r.beside(c, last-1):
		return maybePlace
	case r.attribute(c) && r.fold(c, first-1) != "the":
		return maybePlace
	case r.attribute(c), r.fold(c, first-1) == "of" || r.fold(c, first-1) == "to" || r.fold(c, first-1) == "for":
		return 1
	}
	return 0
}

// comesOut says whether somebody or something comes or came out of a town.
func (r *reading) comesOut(c *candidate) bool {
	k := int(c.first) - 1
	return r.fold(c, k) == "of" && r.fold(c, k-1) == "out" && r.sets(c, k-2).Has(gazetteer.Motion)
}

// attribute says whether a town tells which thing is meant: "a Houston company", "the Trieste mill".
func (r *reading) attribute(c *candidate) bool {
	switch r.fold(c, int(c.first)-1) {
	case "a", "an", "the":
	default:
		return false
	}
	last := int(c.last)
	return r.beside(c, last-1) && r.d.Tokens[last].Case == text.Lower && !r.sets(c, last).Any(gazetteer.Function|gazetteer.Verb)
}
