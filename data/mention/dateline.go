package mention

import (
	"entente/data/gazetteer"
	"entente/data/text"
)

const (
	datelineSentences = 6 // how far from the top a dateline may stand
	datelineTokens    = 6 // how many words of it may stand before the comma
	datelineRest      = 9 // how many tokens may follow up to its dash
)

// writtenFrom finds the state or province that an article is written from, by its dateline: "ELKHART, Ind. (June 9) —". It stands for
// its country where the article names another: news from home alone is about no country.
func (r *reading) writtenFrom() {
	if r.lex.Language != "en" || r.nations == 0 {
		return
	}
	for si := range r.d.Sentences[:min(datelineSentences, len(r.d.Sentences))] {
		s := &r.d.Sentences[si]
		k := s.First
		for k < min(s.Last, s.First+datelineTokens) && r.d.Tokens[k].Kind == text.Word && r.d.Tokens[k].Case == text.Upper {
			k++
		}
		c := candidate{first: int32(k + 1), last: int32(k + 2), sentence: int32(si), senses: americanState, venue: true}
		if k == s.First || r.fold(&c, k) != "," || !r.sets(&c, k+1).Has(gazetteer.StateAbbr) || !r.capital(&c, k+1) || !r.endsDateline(&c, k+2) || r.covering(k+1) >= 0 {
			continue
		}
		if r.sets(&c, k+1).Has(gazetteer.Province) {
			c.senses = canadianProvince
		}
		c.accept("the state or province that the article is written from")
		r.extra = append(r.extra[:0], c)
		r.back(c.senses[0].Party)
		r.merge()
		return
	}
}

// endsDateline says whether a dateline goes on from token i with nothing but a date and a source, and ends with a dash.
func (r *reading) endsDateline(c *candidate, i int) bool {
	for k := i; k < i+datelineRest; k++ {
		if !r.in(c, k) {
			return true // "ELKHART, Ind." by itself
		}
		switch f := r.fold(c, k); {
		case f == "—" || f == "–" || f == "-" && r.d.Tokens[k].Space:
			return true
		case r.d.Tokens[k].Kind == text.Word && r.d.Tokens[k].Case == text.Lower:
			return false
		}
	}
	return false
}

var (
	americanState    = []gazetteer.Sense{{Party: "US", Class: gazetteer.Region, Ref: -1}}
	canadianProvince = []gazetteer.Sense{{Party: "CA", Class: gazetteer.Region, Ref: -1}}
)

// credited says whether a body stands alone in brackets where an article tells which news agency it comes from: after the place at
// its beginning, "ANKARA, 8 December (Xinhua) —", or at the end of a paragraph.
func (r *reading) credited(c *candidate) bool {
	if r.fold(c, int(c.first)-1) != "(" || r.fold(c, int(c.last)) != ")" {
		return false
	}
	next := int(c.last) + 1
	if !r.in(c, next) {
		s := int(c.sentence)
		return s+1 == len(r.d.Sentences) || r.d.Sentences[s+1].Paragraph != r.d.Sentences[s].Paragraph
	}
	return hyphen(r.d.Word(next)) || r.d.Word(next) == "--"
}
