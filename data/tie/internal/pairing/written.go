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
// "Cuzco, 4 May 2021" in a line of its own; "" where it has none.
func (s *Article) writtenIn() data.Party {
	next := 0
	for _, sen := range s.Doc.Sentences[:min(writtenSentences, len(s.Doc.Sentences))] {
		for next < len(s.Mentions) && s.Mentions[next].Start < sen.Start {
			next++
		}
		if next == len(s.Mentions) {
			return ""
		}
		m := &s.Mentions[next]
		if sen.Heading && s.dated(sen, m) {
			return m.Country
		}
		if sen.Heading || s.Doc.Tokens[sen.First].Case != text.Upper || m.Country == "" || m.Start >= sen.End {
			continue
		}
		at := sen.First
		for at < sen.Last && int(s.Doc.Tokens[at].Start) < m.End {
			at++
		}
		if at-sen.First <= writtenNames && s.dashed(at, min(sen.Last, sen.First+writtenTokens)) {
			return m.Country
		}
	}
	return ""
}

// dashed says whether a dateline ends between two tokens, with nothing but names, dates and signs in it.
func (s *Article) dashed(from, to int) bool {
	for i := from; i < to; i++ {
		switch t := &s.Doc.Tokens[i]; {
		case t.Kind == text.Punct && (s.Doc.Word(i) == "—" || s.Doc.Word(i) == "–" || s.Doc.Word(i) == "-" && t.Space):
			return true
		case t.Kind == text.Word && t.Case == text.Lower:
			return false
		case i > 0 && s.Doc.Tokens[i-1].Kind == text.Word && s.article(i):
			return true // "TOKYO A ship"
		}
	}
	return false
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
