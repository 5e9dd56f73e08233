// Package mention finds the words of an article that name a party: a country by its name, demonym, capital, city, leader
// or organisation.
//
// It decides by context what each name means there, and says why in plain words. What words can mean at all is
// data/gazetteer's to know; which parties the text relates is data/tie's. Spans are byte offsets into the article's text.
// A Finder is safe for concurrent use.
package mention

import (
	"entente/data"
	"entente/data/gazetteer"
	"entente/data/text"
)

// Finder finds mentions. Make one with New.
type Finder struct {
	g *gazetteer.Gazetteer
}

// New makes a finder that knows the gazetteer's names.
func New(g *gazetteer.Gazetteer) *Finder { return &Finder{g: g} }

// Candidate is a passage that could name a party, with what was decided.
type Candidate struct {
	data.Mention
	Accepted bool
}

// Find gives the mentions of the article, whose text was cut up as d, sorted by place. Furniture has none.
func (f *Finder) Find(a *data.Article, d *text.Doc) []data.Mention {
	var out []data.Mention
	for _, c := range f.Explain(a, d) {
		if c.Accepted {
			out = append(out, c.Mention)
		}
	}
	return out
}

// Explain gives the accepted and the rejected candidates with the reason in Why, sorted by place.
func (f *Finder) Explain(a *data.Article, d *text.Doc) []Candidate {
	lex := f.g.Lexicon(a.Language)
	var out []Candidate
	for _, s := range d.Sentences {
		for i := s.First; i < s.Last; i++ {
			senses, end := lex.Longest(d, i, s.Last)
			if end == i {
				continue
			}
			sense := senses[0]
			tok := d.Tokens[i]
			ok, why := true, "a name of the country"
			if tok.Case == text.Lower && !tok.CJK {
				ok, why = false, "not written with a capital"
			}
			if sense.Form == gazetteer.Upper && tok.Case != text.Upper {
				ok, why = false, "not written in capitals"
			}
			out = append(out, Candidate{Mention: f.mention(a, d, i, end, sense, why), Accepted: ok})
			i = end - 1
		}
	}
	return out
}

func (f *Finder) mention(a *data.Article, d *text.Doc, first, last int, s gazetteer.Sense, why string) data.Mention {
	m := data.Mention{Passage: data.PassageOf(a.Text, d.SpanOf(first, last)), Country: s.Party, Why: why}
	c, _ := f.g.Country(s.Party)
	m.Lat, m.Lon = c.Lat, c.Lon
	switch s.Class {
	case gazetteer.Name:
		m.Kind = data.ByName
	case gazetteer.Demonym:
		m.Kind = data.ByDemonym
	case gazetteer.Capital:
		m.Kind, m.Lat, m.Lon = data.ByCapital, c.CapitalLat, c.CapitalLon
	case gazetteer.City, gazetteer.Region:
		m.Kind = data.ByCity
	case gazetteer.PersonName, gazetteer.Surname:
		m.Kind = data.ByPerson
	default:
		m.Kind = data.ByOrganisation
	}
	return m
}
