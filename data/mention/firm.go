package mention

import (
	"entente/data/gazetteer"
	"entente/data/text"
)

// The reach of a firm's doings, in tokens: how far the country may stand from the firm, and how far beyond the two the
// word may stand that tells what is done.
const (
	firmReach = 18
	firmTail  = 5
)

// firms accepts the multinationals that no plainer mention supports, where their sentence tells what they do in another
// country or what it does to them: "TSMC opened its first factory in Japan", "Nigeria fines Meta". Without another country
// they stay out, so that the news of a firm at home speaks of no country. In Chinese and Japanese the other country in their clause
// is enough.
func (r *reading) firms() {
	if r.lex.Language != "en" && !r.lettered() {
		return
	}
	for i := range r.found {
		c := &r.found[i]
		if s := &c.senses[c.sense]; c.verdict == accepted || s.Class != gazetteer.Company || !s.Global || !r.firm(c) ||
			s.Form == gazetteer.Upper && !capitals(r.d.Word(int(c.first))) { // "Ana" is no ANA
			continue
		}
		if r.actsAbroad(i, -1) || r.actsAbroad(i, 1) {
			c.accept("a firm known for its country, which acts in another or with it here")
		}
	}
}

// firm says whether a multinational's name means the firm: not its goods, its analysts or what was posted there.
func (r *reading) firm(c *candidate) bool {
	first, last := int(c.first), int(c.last)
	if r.sets(c, last).Has(gazetteer.FirmNot) || r.in(c, last) && r.d.Tokens[last].Kind == text.Number {
		return false
	}
	switch r.fold(c, first-1) {
	case "a", "an", "at", "on", "via":
		return false
	}
	// a word that may begin any sentence must be what acts in it
	if own := r.lex.Sets(r.d.Fold(first)); last-first == 1 && own.Has(gazetteer.PlainWord) && first == r.d.Sentences[c.sentence].First {
		next := r.fold(c, last)
		return r.sets(c, last).Any(gazetteer.FirmAct|gazetteer.Verb) || next == "to" || next == "will" || next == "has" || next == "is" ||
			r.in(c, last) && r.d.Tokens[last].Kind == text.Clitic
	}
	return true
}

// isModel says whether a short number follows a firm's name, which then names what it makes: "the Turkish Boeing 747".
func (r *reading) isModel(c *candidate) bool {
	k := int(c.last)
	return r.in(c, k) && r.d.Tokens[k].Kind == text.Number && len(r.d.Word(k)) < len("2024")
}

// actsAbroad looks on one side of a firm for the nearest other country in its clause, and for what ties the two.
func (r *reading) actsAbroad(i, step int) bool {
	c := &r.found[i]
	for k := i + step; k >= 0 && k < len(r.found) && r.found[k].sentence == c.sentence; k += step {
		n := &r.found[k]
		low, high := c, n
		if step < 0 {
			low, high = n, c
		}
		if int(high.first-low.last) > firmReach {
			return false
		}
		if r.foreign(n, c) {
			return r.doing(low, high)
		}
	}
	return false
}

// foreign says whether a candidate is a place or a nation other than a firm's. A state of the United States is one even
// where nothing names the country.
func (r *reading) foreign(n, firm *candidate) bool {
	s := &n.senses[n.sense]
	if s.Party == firm.senses[firm.sense].Party || s.Party == "" {
		return false
	}
	switch s.Class {
	case gazetteer.Name, gazetteer.Demonym, gazetteer.Capital, gazetteer.City, gazetteer.Region:
		return n.verdict == accepted && !r.dateline(n)
	}
	return false
}

// lettered says whether a text is written without spaces.
func (r *reading) lettered() bool { return r.lex.Language == "zh" || r.lex.Language == "ja" }

// doing says whether a word of business stands with a firm and a country, and no other clause begins between them.
func (r *reading) doing(low, high *candidate) bool {
	for k := int(low.last); k < int(high.first); k++ {
		if r.sets(low, k).Has(gazetteer.Clause) || r.fold(low, k) == ";" || r.lettered() && r.d.Tokens[k].Kind == text.Punct {
			return false
		}
	}
	if r.lettered() {
		return true
	}
	for k := int(low.first); k < int(high.last)+firmTail && r.in(low, k); k++ {
		switch set := r.sets(low, k); {
		case set.Has(gazetteer.FirmAct):
			return true
		case k >= int(high.last) && (set.Has(gazetteer.Clause) || r.d.Tokens[k].Kind == text.Punct):
			return false
		}
	}
	return false
}
