package pairing

import (
	"entente/data"
	"entente/data/text"
)

const (
	writtenSentences = 5  // how far from the top a dateline may stand
	writtenNames     = 7  // how many tokens of it may stand up to the end of its country
	writtenTokens    = 14 // how long it may be
)

// writtenIn gives the party from which an article is written, by its dateline: "CUZCO, Peru, 4 May 2021 — ", or
// "Cuzco, 4 May 2021" in a line of its own, and where that ends if it opens a sentence; "" where it has none.
func (s *Article) writtenIn() (p data.Party, until int) {
	next := 0
	for _, sen := range s.Doc.Sentences[:min(writtenSentences, len(s.Doc.Sentences))] {
		for next < len(s.Mentions) && s.Mentions[next].Start < sen.Start {
			next++
		}
		if next == len(s.Mentions) {
			return "", 0
		}
		m := &s.Mentions[next]
		if sen.Heading && s.dated(sen, m) {
			return m.Country, 0
		}
		if sen.Heading || s.Doc.Tokens[sen.First].Case != text.Upper || m.Country == "" || m.Start >= sen.End {
			continue
		}
		at := sen.First
		for at < sen.Last && int(s.Doc.Tokens[at].Start) < m.End {
			at++
		}
		if at-sen.First > writtenNames {
			continue
		}
		if end := s.dashed(at, min(sen.Last, sen.First+writtenTokens)); end > 0 {
			return m.Country, int(s.Doc.Tokens[end].Start)
		}
		if s.onItsOwn(sen, m, at) {
			return m.Country, m.End
		}
	}
	return "", 0
}

// onItsOwn says whether a town in capitals is set before a sentence with no sign between: "CUZCO Prices rose".
func (s *Article) onItsOwn(sen text.Sentence, m *data.Mention, next int) bool {
	return m.Start == sen.Start && next < sen.Last && (m.Kind == data.ByCapital || m.Kind == data.ByCity) &&
		s.Doc.Tokens[next].Kind == text.Word && s.Doc.Tokens[next].Case == text.Capital
}

// dashed gives the token at which a dateline ends between two others, with nothing but names, dates and signs in it, 0 for none.
func (s *Article) dashed(from, to int) int {
	for i := from; i < to; i++ {
		switch t := &s.Doc.Tokens[i]; {
		case t.Kind == text.Punct && (s.Doc.Word(i) == "—" || s.Doc.Word(i) == "–" || s.Doc.Word(i) == "-" && t.Space):
			return i
		case t.Kind == text.Word && t.Case == text.Lower:
			return 0
		case i > 0 && s.Doc.Tokens[i-1].Kind == text.Word && s.article(i):
			return i // "TOKYO A ship"
		}
	}
	return 0
}

// article says whether a token is "a", "an" or "the".
func (s *Article) article(i int) bool {
	switch s.Doc.Fold(i) {
	case "a", "an", "the":
		return true
	}
	return false
}

// dated says whether a line is a place, which is named again, and a day.
func (s *Article) dated(sen text.Sentence, m *data.Mention) bool {
	if m.Start != sen.Start || sen.Last-sen.First > writtenTokens || s.Times(m.Country) < 2 {
		return false
	}
	for i := sen.First; i < sen.Last; i++ {
		switch t := &s.Doc.Tokens[i]; {
		case int(t.Start) < m.End:
		case t.Kind == text.Number:
			return true
		case t.Kind == text.Word && t.Case == text.Lower:
			return false
		}
	}
	return false
}
