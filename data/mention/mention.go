package mention

import (
	"sync"

	"entente/data"
	"entente/data/gazetteer"
	"entente/data/text"
)

// Finder finds mentions. Make one with New.
type Finder struct {
	g    *gazetteer.Gazetteer
	done sync.Pool // readings whose mentions were copied out, for their lists
}

// New makes a finder that knows the gazetteer's names.
func New(g *gazetteer.Gazetteer) *Finder { return &Finder{g: g} }

// Candidate is a passage that could name a party, with what was decided.
type Candidate struct {
	data.Mention      // its Country is "" where the words could name no party at all
	Accepted     bool // Why says the reason, either way
}

// Find gives the mentions of the article, whose text was cut up as d. Furniture has none.
func (f *Finder) Find(a *data.Article, d *text.Doc) []data.Mention {
	r := f.read(a, d)
	n := 0
	for i := range r.found {
		n += r.found[i].parties()
	}
	out := make([]data.Mention, 0, n)
	for i := range r.found {
		if c := &r.found[i]; c.verdict == accepted {
			for k := 0; k < c.parties(); k++ {
				out = append(out, r.mention(c, k))
			}
		}
	}
	f.keep(r)
	return out
}

// Explain gives the accepted and the rejected candidates with the reason in Why, sorted by place.
func (f *Finder) Explain(a *data.Article, d *text.Doc) []Candidate {
	r := f.read(a, d)
	var out []Candidate
	for i := range r.found {
		c := &r.found[i]
		for k := 0; k < max(c.parties(), 1); k++ {
			out = append(out, Candidate{Mention: r.mention(c, k), Accepted: c.verdict == accepted})
		}
	}
	f.keep(r)
	return out
}

// keep puts a reading aside, without the article.
func (f *Finder) keep(r *reading) {
	*r = reading{found: emptied(r.found), spare: emptied(r.spare), extra: emptied(r.extra), styles: r.styles[:0], towns: r.towns[:0],
		placed: r.placed[:0]}
	f.done.Put(r)
}

// emptied gives a list without its elements, which hold on to the article.
func emptied(list []candidate) []candidate {
	clear(list)
	return list[:0]
}

// read finds and decides the candidates of one article.
func (f *Finder) read(a *data.Article, d *text.Doc) *reading {
	r, _ := f.done.Get().(*reading)
	if r == nil {
		r = &reading{}
	}
	r.g, r.lex, r.d, r.text = f.g, f.g.Lexicon(a.Language), d, a.Text
	r.published, r.strange = a.Published, !f.g.Knows(a.Language)
	r.styles = append(r.styles, make([]style, len(d.Sentences))...)
	r.collect()
	r.judge()
	r.introduce()
	r.resolve()
	r.writtenFrom()
	r.collective()
	r.surnames()
	r.abbreviated()
	r.meetFirms()
	r.firmsAgain()
	return r
}

// mention gives the k-th party's mention of a candidate.
func (r *reading) mention(c *candidate, k int) data.Mention {
	s := &c.senses[c.sense]
	if s.Class == gazetteer.Group {
		s = &c.senses[k]
	}
	span := r.d.SpanOf(int(c.first), int(c.last))
	if s.Class == gazetteer.Group && int(c.last-c.first) == len(c.senses) && r.d.Tokens[c.first].CJK {
		span = r.d.Tokens[int(c.first)+k].Span() // 日中: each character stands for one
	}
	m := data.Mention{Passage: data.PassageOf(r.text, span), Country: s.Party, Venue: c.venue, Why: c.why, Kind: kindOf(s.Class)}
	country, ok := r.g.Country(s.Party)
	switch {
	case !ok:
	case s.Class == gazetteer.City:
		p := r.g.Place(s.Ref)
		m.Lat, m.Lon = p.Lat, p.Lon
	case s.Class == gazetteer.Capital:
		m.Lat, m.Lon = country.CapitalLat, country.CapitalLon
	default:
		m.Lat, m.Lon = country.Lat, country.Lon
	}
	return m
}

func kindOf(c gazetteer.Class) data.MentionKind {
	switch c {
	case gazetteer.Name, gazetteer.Group:
		return data.ByName
	case gazetteer.Demonym, gazetteer.Prefix:
		return data.ByDemonym
	case gazetteer.Capital:
		return data.ByCapital
	case gazetteer.City, gazetteer.Region:
		return data.ByCity
	case gazetteer.PersonName, gazetteer.Surname:
		return data.ByPerson
	}
	return data.ByOrganisation
}
