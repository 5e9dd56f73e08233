package mention

import (
	"strings"
	"unicode"

	"entente/data/gazetteer"
	"entente/data/text"
)

// judge decides every candidate that its own sentence decides, and counts the countries that are plainly named.
func (r *reading) judge() {
	for i := range r.found {
		c := &r.found[i]
		r.judgeOne(i, c)
		if c.verdict == accepted {
			r.alone(c)
			r.back(c.senses[c.sense].Party)
			if c.senses[c.sense].Class == gazetteer.Group {
				for k := range c.senses {
					r.back(c.senses[k].Party)
				}
			}
		}
	}
}

// alone counts the names of countries that are names of people in this article.
func (r *reading) alone(c *candidate) {
	if r.persons != nil && c.last-c.first == 1 {
		if n, ok := r.persons[r.d.Fold(int(c.first))]; ok {
			r.persons[r.d.Fold(int(c.first))] = n + 1
		}
	}
}

// judgeOne leaves a candidate open where the rest of the article must tell.
func (r *reading) judgeOne(i int, c *candidate) {
	if !r.written(c) {
		return
	}
	s := &c.senses[c.sense]
	switch s.Class {
	case gazetteer.Trap:
		c.reject("it is " + s.What)
		if s.What == "a person or title" {
			r.isPerson(r.d.Fold(int(c.first)))
			r.isPerson(r.d.Fold(int(c.last) - 1))
		}
	case gazetteer.Body:
		c.reject("an organisation of several countries, which is no country's")
	case gazetteer.Group:
		c.accept("names several countries at once")
	case gazetteer.Prefix:
		if r.prefixes(i, c) {
			c.accept("the first half of a word for two countries")
		} else {
			c.reject("no second country follows the hyphen")
		}
	default:
		r.judgeParty(i, c)
	}
}

// judgeParty judges words whose sense is a party.
func (r *reading) judgeParty(i int, c *candidate) {
	why := ""
	switch class := c.senses[c.sense].Class; {
	case (class == gazetteer.Agency || class == gazetteer.Company) && r.credited(c):
		why = "the news agency that the article comes from"
	case r.strange && class != gazetteer.Name && class != gazetteer.Capital && class != gazetteer.PersonName:
		why = "an English word, in a language that is not known"
	case r.lex.Language == "en":
		why = r.misread(i, c)
	default:
		why = r.misreadAbroad(i, c)
	}
	if why != "" {
		c.reject(why)
		return
	}
	s := &c.senses[c.sense]
	switch {
	case c.ambiguous(), s.Weak, s.Article && r.fold(c, int(c.first)-1) != "the":
	case s.Class == gazetteer.Capital, s.Class == gazetteer.Surname, s.Class == gazetteer.PersonName:
	default:
		c.accept(plainReason(s))
	}
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
		case t.Case == text.Lower && !(r.lower && r.surely(c, s)):
			continue
		case t.Case == text.Lower:
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

// capitals says whether a word has two capitals or more, as UAE, BiH, KfW and РФ have.
func capitals(word string) bool {
	n, letters := 0, 0
	for _, r := range word {
		letters++
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2 || n == 1 && letters == 1
}

// readings are what a name that could be a country's may be instead.
var readings = [...]func(*reading, int, *candidate) string{(*reading).pronoun, (*reading).bird, (*reading).american, (*reading).place,
	(*reading).institution, (*reading).company, (*reading).person}

// misread says what else the words around a candidate make of it, or "".
func (r *reading) misread(i int, c *candidate) string {
	s := &c.senses[c.sense]
	switch s.Class {
	case gazetteer.Name, gazetteer.Capital, gazetteer.City, gazetteer.Region:
		if s.Class == gazetteer.Name && r.money(c) {
			return "an amount of money"
		}
		for _, test := range readings {
			if why := test(r, i, c); why != "" {
				return why
			}
		}
		if s.Class == gazetteer.Capital {
			if r.standings(c) {
				return "a team in a table of results"
			}
		}
		if s.Class == gazetteer.Capital || s.Class == gazetteer.City {
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

// bird tells the bird from Turkey: "Turkey, duck and other poultry".
func (r *reading) bird(_ int, c *candidate) string {
	first, last := int(c.first), int(c.last)
	if r.d.Fold(first) != "turkey" || last-first != 1 {
		return ""
	}
	next := last
	if f := r.fold(c, last); f == "," || f == "and" || f == "or" {
		next++
	}
	if r.sets(c, next).Has(gazetteer.Bird) || r.sets(c, first-1).Has(gazetteer.Bird) && r.beside(c, first-1) {
		return "the bird"
	}
	return ""
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

// indexOf finds a candidate's index by its first token.
