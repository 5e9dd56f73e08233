package mention

import (
	"slices"

	"entente/data"
	"entente/data/gazetteer"
	"entente/data/text"
)

// resolve decides what one sentence alone could not: full names first, then capitals and namesakes, then what counts only
// beside a plainer mention.
func (r *reading) resolve() {
	for i := range r.found {
		if c := &r.found[i]; c.verdict == open && c.senses[c.sense].Class == gazetteer.Capital && !c.senses[c.sense].Weak && !c.ambiguous() {
			r.capitalCity(c)
			r.count(c)
		}
	}
	r.people()
	r.companies()
	for i := range r.found {
		if c := &r.found[i]; c.verdict == open && c.ambiguous() && c.senses[c.sense].Class != gazetteer.City && !personal(c.senses) {
			r.disambiguate(i, c)
			r.count(c)
		}
	}
	r.settleTowns()
	for i := range r.found {
		c := &r.found[i]
		if c.verdict != open {
			continue
		}
		if s := &c.senses[c.sense]; s.Class == gazetteer.Surname {
			r.surname(i, c)
		} else {
			r.weak(c)
		}
	}
	r.firms()
	for i := range r.found {
		if c := &r.found[i]; c.verdict == accepted {
			switch c.senses[c.sense].Class {
			case gazetteer.Capital, gazetteer.City, gazetteer.Region:
				c.venue = r.venue(i, c)
			}
		}
	}
}

// count lets a candidate that was just accepted support weaker ones.
func (r *reading) count(c *candidate) {
	if c.verdict == accepted {
		r.back(c.senses[c.sense].Party)
	}
}

// weak accepts words that count only where the article names their party more plainly.
func (r *reading) weak(c *candidate) {
	s := &c.senses[c.sense]
	if s.Class == gazetteer.Capital && r.homonym(c) || s.Class == gazetteer.City && r.calledSo(c) {
		c.reject("another town of that name, as the article says elsewhere")
		return
	}
	if r.courtsSeat(c) {
		c.reject("the seat of courts of many countries as a place, and the article does not speak of the Netherlands")
		return
	}
	if s.Class == gazetteer.Capital && r.backing(s.Party) == 0 && (r.plainly(c) || r.governs(c)) {
		c.accept("the capital, as a place")
		return
	}
	if r.backing(s.Party) == 0 && !(s.Class == gazetteer.Region && s.Party == "US" && r.abroad() >= 2) {
		c.reject("could be something else, and the article does not name the country more plainly")
		return
	}
	if why := r.rather(c); why != "" {
		c.reject(why)
		return
	}
	switch s.Class {
	case gazetteer.City:
		c.accept("a city of a country that the article names")
	case gazetteer.Region:
		if r.backing(s.Party) == 0 {
			c.accept("a state of the United States, in an article about several countries")
			break
		}
		c.accept("a part of a country that the article names")
	case gazetteer.Company:
		if r.isModel(c) {
			c.reject("part of a longer name")
			break
		}
		c.accept("a firm known for a country that the article names")
	default:
		c.accept(plainReason(s))
	}
}

// phrase gives the folded words of a candidate.
func (r *reading) phrase(c *candidate) string {
	if c.last-c.first == 1 {
		return r.d.Fold(int(c.first))
	}
	span := r.d.SpanOf(int(c.first), int(c.last))
	return text.Fold(r.text[span.Start:span.End])
}

// capitalCity accepts a capital unless the article is about a namesake.
func (r *reading) capitalCity(c *candidate) {
	s := &c.senses[c.sense]
	switch {
	case s.Party == "US":
		c.accept("the capital")
	case r.homonym(c):
		c.reject("another town of that name, as the article says elsewhere")
	case r.local >= 2 && r.backing(s.Party) == 0:
		c.reject("the article is about places in the United States")
	case r.lex.Language != "en" && r.courtsSeat(c):
		c.reject("the seat of courts of many countries as a place, and the article does not speak of the Netherlands")
	case r.seatOfUnion(c):
		r.brussels(c)
	default:
		c.accept("the capital")
	}
}

// courtsSeat says whether a capital, The Hague, is no more than where something is, as courts of many countries are: "judges in
// The Hague", in an article that names the Netherlands nowhere.
func (r *reading) courtsSeat(c *candidate) bool {
	if s := &c.senses[c.sense]; s.Class != gazetteer.Capital || r.backing(s.Party) > 0 || !r.lex.Sets(r.phrase(c)).Has(gazetteer.ManySeats) {
		return false
	}
	switch r.fold(c, int(c.first)-1) {
	case "in", "at", "to", "from", "before":
		return true
	}
	return slices.Contains(seatPrepositions[r.lex.Language], r.fold(c, int(c.first)-1))
}

// seatPrepositions stand before the seat of a court in other languages: "ante La Haya", "la Cour de La Haye".
var seatPrepositions = map[string][]string{"de": {"aus", "nach", "vor"}, "es": {"ante", "de", "en"}, "fr": {"a", "de", "devant"}, "ro": {"din", "la"}}

// brussels tells the capital of Belgium from the seat of the European Union that speaks. As the mere place of the Union's
// business it is neither.
func (r *reading) brussels(c *candidate) {
	place := r.venueBefore(c) || r.dateline(c)
	for k := range c.senses {
		switch p := c.senses[k].Party; {
		case p == "BE" && (r.backing("BE") > 0 || place && !r.union()):
			c.sense = int16(k)
			c.accept("the capital")
			return
		case p == data.EU && !place:
			c.sense = int16(k)
			c.accept("the seat of the European Union, which stands for it")
			return
		}
	}
	c.reject("the seat of the European Union and others as a place, and the article does not speak of Belgium")
}

// union says whether the article speaks of the European Union or of another organisation of several countries.
func (r *reading) union() bool {
	if r.backing(data.EU) > 0 {
		return true
	}
	for i := range r.found {
		if c := &r.found[i]; c.senses[c.sense].Class == gazetteer.Body {
			return true
		}
	}
	return false
}

// homonym says whether the article uses a candidate's name for a town elsewhere, and never names the country.
func (r *reading) homonym(c *candidate) bool {
	return r.backing(c.senses[c.sense].Party) == 0 && r.calledSo(c)
}

// calledSo says whether the article uses a candidate's name for a town elsewhere.
func (r *reading) calledSo(c *candidate) bool {
	for _, h := range r.homonyms {
		if h == r.d.Fold(int(c.first)) {
			return true
		}
	}
	return false
}

// disambiguate chooses between the countries that words may stand for.
func (r *reading) disambiguate(i int, c *candidate) {
	switch r.d.Fold(int(c.first)) {
	case "georgia":
		r.georgia(i, c)
	case "congo", "congolese":
		if r.published != "" && r.published < "1997-05-17" {
			r.choose(c, "CG", "the other one was called Zaire then")
			return
		}
		r.between(c, "CD", gazetteer.Kinshasa, "CG", gazetteer.Brazzaville)
	case "dominican", "dominicans":
		r.between(c, "DO", gazetteer.SantoDomingo, "DM", gazetteer.Roseau)
	case "korea", "korean", "koreans":
		if r.backing("KP") > 0 && r.backing("KR") == 0 {
			r.choose(c, "KP", "the article speaks of the North")
		} else {
			r.choose(c, "KR", "South Korea, where nothing points to the North")
		}
	default:
		if r.seatOfUnion(c) {
			r.brussels(c)
			return
		}
		r.best(c)
	}
}

// seatOfUnion says whether a capital is the European Union's, too.
func (r *reading) seatOfUnion(c *candidate) bool {
	for k := range c.senses {
		if c.senses[k].Party == data.EU && c.senses[k].Class == gazetteer.Capital {
			return true
		}
	}
	return false
}

// choose accepts the sense of a party.
func (r *reading) choose(c *candidate, p data.Party, why string) {
	for k := range c.senses {
		if c.senses[k].Party == p {
			c.sense = int16(k)
			c.accept(why)
			return
		}
	}
	r.best(c)
}

// best chooses the sense that fits best: a name before a city, a country the article names before one that it does not.
func (r *reading) best(c *candidate) {
	top, best, even := -1<<30, 0, false
	for k := range c.senses {
		s := &c.senses[k]
		score := 2 * min(r.backing(s.Party), 10)
		switch {
		case s.Weak:
			score -= 3
		case s.Class == gazetteer.Name || s.Class == gazetteer.Demonym:
			score += 4
		case s.Class == gazetteer.Capital:
			score += 2
		}
		if s.Class == gazetteer.Surname || s.Class == gazetteer.PersonName {
			score -= 25
		}
		if even = even && score <= top || score == top; score > top {
			top, best = score, k
		}
	}
	if k := r.townNearby(c, best); k >= 0 {
		best = k
	}
	c.sense = int16(best)
	s := &c.senses[best]
	if even && s.Class == gazetteer.Region {
		c.reject("a part of several countries, of which none is named more than another")
		return
	}
	if s.Weak {
		r.weak(c)
		return
	}
	if r.backing(s.Party) > 0 {
		c.accept("the one of several that the article speaks of")
		return
	}
	c.accept(plainReason(s))
}

// between weighs words that speak for one country against words that speak for another, those of the sentence more. Where
// nothing speaks, it is the first.
func (r *reading) between(c *candidate, first data.Party, forFirst gazetteer.Set, second data.Party, forSecond gazetteer.Set) {
	a, b := r.speaking(c, forFirst, forSecond)
	a += 2*min(r.backing(first), 5) + 1
	b += 2 * min(r.backing(second), 5)
	if b > a {
		r.choose(c, second, "words nearby speak for "+r.g.Name(second, "en"))
		return
	}
	r.choose(c, first, "words nearby speak for "+r.g.Name(first, "en")+", or for neither")
}

// georgia tells the country from the state.
func (r *reading) georgia(i int, c *candidate) {
	state, country := r.speaking(c, gazetteer.American, gazetteer.Caucasian)
	for _, k := range [...]int{i - 1, i + 1} {
		if k < 0 || k >= len(r.found) || r.found[k].sentence != c.sentence {
			continue
		}
		n := &r.found[k]
		gap := max(int(n.first)-int(c.last), int(c.first)-int(n.last))
		switch s := &n.senses[n.sense]; {
		case gap > 4 || n.verdict == rejected:
		case s.Class == gazetteer.Region && s.Party == "US":
			state += 4
		case s.Class == gazetteer.Name && s.Party != "US":
			country += 4
		}
	}
	if state > country || state == country && r.abroad() == 0 {
		for k := range c.senses {
			if c.senses[k].Party == "US" {
				c.sense = int16(k)
			}
		}
		if r.backing("US") > 0 {
			c.accept("the state of the United States: words nearby speak for it")
		} else {
			c.reject("the state of the United States: words nearby speak for it")
		}
		return
	}
	r.choose(c, "GE", "the country: words nearby speak for it")
}

// abroad counts the countries that the article names, other than the United States.
func (r *reading) abroad() int {
	if r.backing("US") > 0 {
		return r.nations - 1
	}
	return r.nations
}

// speaking counts the words of two sets in the article, and those of the candidate's sentence three times more.
func (r *reading) speaking(c *candidate, a, b gazetteer.Set) (int, int) {
	if r.tally == nil {
		r.tally = make(map[gazetteer.Set]int, 16)
		for i := range r.d.Tokens {
			if r.d.Tokens[i].Kind == text.Word {
				for set := r.lex.Sets(r.d.Fold(i)) & evidence; set != 0; set &= set - 1 {
					r.tally[set&-set]++
				}
			}
		}
	}
	if p := &r.spoken; p.a == a && p.b == b && p.sentence == c.sentence && c.first-p.first < near {
		return p.forA, p.forB
	}
	na, nb := r.tally[a], r.tally[b]
	s := &r.d.Sentences[c.sentence]
	for i := max(s.First, int(c.first)-reach); i < min(s.Last, int(c.last)+reach); i++ {
		set := r.sets(c, i)
		if set.Any(a) {
			na += 3
		}
		if set.Any(b) {
			nb += 3
		}
	}
	r.spoken = spokenFor{a, b, c.sentence, c.first, na, nb}
	return na, nb
}

// spokenFor is what was counted around one name, which holds for the names just after it, too.
type spokenFor struct {
	a, b            gazetteer.Set
	sentence, first int32
	forA, forB      int
}

// near is how many tokens on the same words are counted as before.
const near = 10

// evidence are the sets whose words speak for one of several countries.
const evidence = gazetteer.American | gazetteer.Caucasian | gazetteer.Kinshasa | gazetteer.Brazzaville | gazetteer.Roseau | gazetteer.SantoDomingo

// reach is how many tokens around a name are looked at for evidence: a long sentence, but no list of a million.
const reach = 60
