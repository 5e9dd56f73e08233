package mention

import (
	"strings"

	"entente/data/gazetteer"
	"entente/data/text"
)

// judge decides every candidate that its own sentence decides, and counts the countries that are plainly named.
func (r *reading) judge() {
	for i := range r.found {
		c := &r.found[i]
		r.judgeOne(i, c)
		if c.verdict == accepted {
			r.back(c.senses[c.sense].Party)
			if c.senses[c.sense].Class == gazetteer.Group {
				for k := range c.senses {
					r.back(c.senses[k].Party)
				}
			}
		}
	}
}

func (r *reading) judgeOne(i int, c *candidate) {
	if !r.written(c) {
		return
	}
	s := &c.senses[c.sense]
	switch s.Class {
	case gazetteer.Trap:
		c.reject("it is " + s.What)
		return
	case gazetteer.Body:
		c.reject("an organisation of several countries, which is no country's")
		return
	case gazetteer.Group:
		c.accept("names several countries at once")
		return
	case gazetteer.Prefix:
		if r.prefixes(i, c) {
			c.accept("the first half of a word for two countries")
		} else {
			c.reject("no second country follows the hyphen")
		}
		return
	}
	why := ""
	if r.lex.Language == "en" {
		why = r.misread(i, c)
	} else {
		why = r.misreadAbroad(c)
	}
	if why != "" {
		c.reject(why)
		return
	}
	if c.ambiguous() || s.Weak || s.Article && r.fold(c, int(c.first)-1) != "the" || s.Class == gazetteer.Surname || s.Class == gazetteer.PersonName {
		return
	}
	if s.Class == gazetteer.Capital {
		return // the article as a whole may be about a namesake
	}
	c.accept(plainReason(s))
}

// prefixes says whether a second country follows a prefix and its hyphen: "Sino-Russian".
func (r *reading) prefixes(i int, c *candidate) bool {
	if !hyphen(r.fold(c, int(c.last))) || i+1 >= len(r.found) || r.found[i+1].first != c.last+1 || r.d.Tokens[c.last+1].Space {
		return false
	}
	switch r.found[i+1].senses[0].Class {
	case gazetteer.Demonym, gazetteer.Name, gazetteer.Prefix:
		return true
	}
	return false
}

// plainReason says why words count where nothing speaks against them.
func plainReason(s *gazetteer.Sense) string {
	switch s.Class {
	case gazetteer.Name:
		return "a name of the country"
	case gazetteer.Demonym:
		return "a word for what belongs to the country or for its people"
	case gazetteer.Capital:
		return "the capital"
	case gazetteer.City:
		return "a large city of the country"
	case gazetteer.Region:
		return "a part of the country"
	case gazetteer.Seat:
		return "stands for the country: " + s.What
	case gazetteer.Agency:
		return "a body of the state"
	case gazetteer.Company:
		return "a firm known for the country"
	}
	return "stands for the country: " + s.What
}

// ambiguous says whether the senses disagree on the party.
func (c *candidate) ambiguous() bool {
	party := c.senses[c.sense].Party
	for k := range c.senses {
		if s := &c.senses[k]; s.Party != party && s.Class != gazetteer.Trap {
			return true
		}
	}
	return false
}

// written rejects words that are not written as the sense asks. It chooses the first sense that is.
func (r *reading) written(c *candidate) bool {
	t := &r.d.Tokens[c.first]
	caseless := t.CJK
	for k := range c.senses {
		s := &c.senses[k]
		switch {
		case s.Letter != "" && !strings.Contains(strings.ToLower(r.d.Word(int(c.first))), s.Letter):
			continue
		case s.Form == gazetteer.Any || caseless:
		case t.Case == text.Lower:
			continue
		case s.Form == gazetteer.Upper && !capitals(r.d.Word(int(c.first))):
			continue
		case s.Class == gazetteer.Surname && t.Case == text.Upper && c.last-c.first == 1 && t.End-t.Start <= 3 && r.style(c) != allCaps:
			continue
		}
		c.sense = int16(k)
		return true
	}
	c.reject("not written as the name is")
	return false
}

// capitals says whether a word has two capitals or more, as UAE, BiH and KfW have.
func capitals(word string) bool {
	n := 0
	for i := 0; i < len(word); i++ {
		if word[i] >= 'A' && word[i] <= 'Z' {
			n++
		}
	}
	return n >= 2 || n == 1 && len(word) == 1
}

// misread says what else the words around a candidate make of it, or "".
func (r *reading) misread(i int, c *candidate) string {
	s := &c.senses[c.sense]
	switch s.Class {
	case gazetteer.Name, gazetteer.Capital, gazetteer.City, gazetteer.Region:
		if s.Class == gazetteer.Name && r.money(c) {
			return "an amount of money"
		}
		for _, test := range [...]func(int, *candidate) string{r.pronoun, r.american, r.place, r.institution, r.person} {
			if why := test(i, c); why != "" {
				return why
			}
		}
		if s.Class == gazetteer.Capital {
			return r.treaty(c)
		}
	case gazetteer.Demonym:
		if r.money(c) {
			return "an amount of money"
		}
		return r.language(i, c)
	case gazetteer.Surname:
		return r.namesake(c)
	case gazetteer.Seat, gazetteer.Agency, gazetteer.Company:
		if s.Form == gazetteer.Upper && r.style(c) == allCaps && c.last-c.first == 1 && !strings.Contains(r.d.Word(int(c.first)), ".") {
			return "in a line of capitals, where it may be any word"
		}
	}
	return ""
}

// money says whether a name only tells which dollars or francs: "US$ 280m", "505 million US dollars".
func (r *reading) money(c *candidate) bool {
	next := r.fold(c, int(c.last))
	if next == "$" {
		return true
	}
	if !r.sets(c, int(c.last)).Has(gazetteer.Currency) {
		return false
	}
	before := int(c.first) - 1
	if r.sets(c, before).Has(gazetteer.Scale) {
		before--
	}
	return r.in(c, before) && (r.d.Tokens[before].Kind == text.Number || r.fold(c, before) == "in" || r.fold(c, before) == "of")
}

// pronoun tells "US" in a line of capitals from the country.
func (r *reading) pronoun(_ int, c *candidate) string {
	s := &c.senses[c.sense]
	if s.Form != gazetteer.Upper || r.style(c) != allCaps {
		return ""
	}
	word := r.fold(c, int(c.first))
	if word == "us" && (r.sets(c, int(c.first)-1).Has(gazetteer.Pronoun) || !r.in(c, int(c.last))) {
		return "the pronoun, in a line of capitals"
	}
	if word == "car" {
		return "the vehicle, in a line of capitals"
	}
	return ""
}

// american rejects a town before its state: "Lebanon, Kan.", "Paris, Texas".
func (r *reading) american(i int, c *candidate) string {
	k := int(c.last)
	if r.fold(c, k) != "," || !r.capital(c, k+1) {
		return ""
	}
	if c.senses[c.sense].Party == "US" && c.senses[c.sense].Class != gazetteer.City || c.senses[c.sense].Class == gazetteer.Region {
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
	if !abbreviated && !state {
		return ""
	}
	r.local++
	if c.senses[c.sense].Party != "US" && c.senses[c.sense].Party != "CA" {
		r.elsewhere(c)
		return "a town in a state of the United States or Canada"
	}
	return ""
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
		return ""
	}
	if r.capital(c, last) && r.beside(c, last-1) {
		next := r.sets(c, last)
		switch {
		case next.Has(gazetteer.Street):
			return "a street's name"
		case next.Has(gazetteer.Hotel) && c.senses[c.sense].Class != gazetteer.Region:
			return "the name of a house: a hotel, a restaurant, a school"
		}
	}
	before := first - 1
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

// treaty rejects what is called after the city it was agreed in: "Minsk agreements", "Rome Statute".
func (r *reading) treaty(c *candidate) string {
	if last := int(c.last); r.beside(c, last-1) && r.capital(c, last) && r.style(c) == running && r.sets(c, last).Has(gazetteer.Treaty) {
		return "an agreement or group named after the city"
	}
	return ""
}

// person rejects first names and surnames: "Chad Brinkhurst", "Michael Jordan".
func (r *reading) person(i int, c *candidate) string {
	first, last := int(c.first), int(c.last)
	if last-first != 1 {
		return ""
	}
	own := r.lex.Sets(r.d.Fold(first))
	if own.Has(gazetteer.SurnameToo) && r.capital(c, first-1) && r.beside(c, first-1) {
		prev := r.sets(c, first-1)
		if prev.Any(gazetteer.Given|gazetteer.Address) && !prev.Has(gazetteer.Head) {
			return "a surname after a first name"
		}
		if w := r.d.Word(first - 1); len(w) == 2 && w[1] == '.' {
			return "a surname after an initial"
		}
	}
	if own.Has(gazetteer.SurnameToo) && r.fold(c, first-1) == "." && r.capital(c, first-2) && (r.d.Tokens[first-2].End-r.d.Tokens[first-2].Start == 1 ||
		r.sets(c, first-2).Has(gazetteer.Address)) {
		return "a surname after an initial or a form of address"
	}
	if !own.Has(gazetteer.FirstToo) || r.style(c) == allCaps {
		return ""
	}
	if !r.capital(c, last) || !r.beside(c, last-1) || r.d.Tokens[last].Case == text.Upper {
		return ""
	}
	address := r.sets(c, first-1).Has(gazetteer.Address) && r.beside(c, first-1)
	if next := r.sets(c, last); next.Any(gazetteer.Title|gazetteer.Head|gazetteer.OrgNoun|gazetteer.Hotel|gazetteer.Street|gazetteer.Institution|
		gazetteer.Newspaper|gazetteer.Function|gazetteer.Verb) && !address {
		return ""
	}
	if i+1 < len(r.found) && int(r.found[i+1].first) == last && !address && !personal(r.found[i+1].senses) {
		return ""
	}
	if r.style(c) == titleCase && !address {
		return ""
	}
	if strong := strongFirst(r.d.Fold(first)); strong || address || r.aged(c, last+1) {
		return "a first name before a surname"
	}
	return ""
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

// strongFirst are the countries and capitals that are first names of many people.
func strongFirst(folded string) bool {
	switch folded {
	case "chad", "jordan", "georgia", "israel", "sofia", "santiago", "sydney", "victoria", "paris", "austin", "charlotte", "florence",
		"hamilton", "alexandria", "madison", "jackson", "lincoln", "virginia", "carolina", "orlando":
		return true
	}
	return false
}

// aged says whether a person's age or speech stands at token i: ", 17," or "said".
func (r *reading) aged(c *candidate, i int) bool {
	if r.fold(c, i) == "," && r.in(c, i+1) && r.d.Tokens[i+1].Kind == text.Number {
		return r.fold(c, i+2) == "," || r.fold(c, i+2) == "." || r.fold(c, i+2) == ""
	}
	return false
}

// language rejects languages, peoples and the verb to polish.
func (r *reading) language(i int, c *candidate) string {
	first, last := int(c.first), int(c.last)
	if why := r.namedDemonym(c); why != "" {
		return why
	}
	next := last
	if hyphen(r.fold(c, next)) && r.in(c, next+1) && !r.d.Tokens[next].Space {
		next++
	}
	if r.sets(c, next).Has(gazetteer.LanguageWord) {
		return "a language"
	}
	prev := r.fold(c, first-1)
	tail := r.fold(c, last)
	alone := !r.in(c, last) || r.d.Tokens[last].Kind == text.Punct && !hyphen(tail) || tail == "and" || tail == "or" || tail == "with" || tail == "on" || tail == "into" ||
		tail == "at" || tail == "to" || tail == "that"
	one := last-first == 1
	switch {
	case one && alone && (prev == "in" || prev == "into" || prev == "from") && !r.plural(first):
		return "a language"
	case one && alone && r.sets(c, first-1).Has(gazetteer.Speak) && !r.plural(first):
		return "a language"
	case prev == "ethnic":
		return "a people, not the country's citizens"
	case hyphen(prev) && !r.d.Tokens[first].Space && prefixed(r.fold(c, first-2)):
		return "a people or a region, not the country"
	case i > 0 && r.ethnicAfter(&r.found[i-1], c):
		return "a people of the country named before it"
	}
	return r.special(c)
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

// plural says whether a demonym is one of people, which no language is called.
func (r *reading) plural(i int) bool {
	f := r.d.Fold(i)
	return strings.HasSuffix(f, "s") && f != "swiss"
}

func prefixed(prefix string) bool {
	switch prefix {
	case "pan", "inter", "afro", "african", "latin", "meso", "native", "trans":
		return true
	}
	return false
}

// ethnicAfter says whether c is a people that lives in the country of the candidate before it: "Bosnian Croats".
func (r *reading) ethnicAfter(before, c *candidate) bool {
	if before.last != c.first || before.verdict != accepted || before.sentence != c.sentence || !r.d.Tokens[c.first].Space {
		return false
	}
	class := before.senses[before.sense].Class
	if class != gazetteer.Demonym && class != gazetteer.Name || !r.lex.Sets(r.d.Fold(int(c.first))).Has(gazetteer.Ethnic) {
		return false
	}
	return r.plural(int(c.first)) || !r.beside(c, int(c.last)-1)
}

// special knows the demonyms that are other words too.
func (r *reading) special(c *candidate) string {
	first, last := int(c.first), int(c.last)
	switch r.d.Fold(first) {
	case "polish":
		if f := r.fold(c, last); first == r.d.Sentences[c.sentence].First && (f == "the" || f == "your" || f == "a" || f == "up" || f == "with") {
			return "the verb"
		}
	case "poles":
		if f := r.fold(c, first-1); f == "north" || f == "south" || f == "magnetic" || f == "geographic" {
			return "the ends of the earth's axis"
		}
	case "indian", "indians":
		if r.sets(c, last).Has(gazetteer.Tribe) {
			return "native Americans"
		}
	case "dominican", "dominicans":
		if r.sets(c, last).Has(gazetteer.Order) {
			return "the religious order"
		}
	}
	return ""
}

// namesake rejects a leader's surname in somebody else's name.
func (r *reading) namesake(c *candidate) string {
	first, last := int(c.first), int(c.last)
	if r.capital(c, first-1) && r.beside(c, first-1) && r.style(c) == running {
		prev := r.sets(c, first-1)
		opening := first-1 == r.d.Sentences[c.sentence].First && prev.Has(gazetteer.Function)
		if !prev.Any(gazetteer.Title|gazetteer.Head|gazetteer.Address) && !opening && !r.foundAt(c, first-1) {
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

// indexOf finds a candidate's index by its first token.
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
