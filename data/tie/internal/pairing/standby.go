package pairing

import (
	"cmp"
	"slices"

	"entente/data"
	"entente/data/text"
)

// standsBy says whether a sentence names a party only as what has no part in what it tells: where it is written, whose word is
// taken for it, or near whose border it happens.
func (s *Article) standsBy(sentence int, p data.Party) bool {
	sen := &s.Doc.Sentences[sentence]
	i, _ := slices.BinarySearchFunc(s.Mentions, sen.Start, func(m data.Mention, at int) int { return cmp.Compare(m.Start, at) })
	seen := false
	for ; i < len(s.Mentions) && s.Mentions[i].Start < sen.End; i++ {
		if m := &s.Mentions[i]; m.Country == p {
			if seen = true; m.Start >= s.writtenTo && !s.bySource(sen, m) && !s.byBorder(sen, m) {
				return false
			}
		}
	}
	return seen
}

// sourceReach is how far after "according to" the one whose word is taken may be named.
const sourceReach = 8

// bySource says whether a mention belongs to the one whose word is taken: "according to Lima Trends, a Peru-based firm".
func (s *Article) bySource(sen *text.Sentence, m *data.Mention) bool {
	at := s.Doc.TokenAt(m.Start)
	for k := at - 1; k > max(sen.First, at-sourceReach); k-- {
		if s.Doc.Fold(k) == "to" && s.Doc.Fold(k-1) == "according" {
			return true
		}
	}
	return false
}

// byBorder says whether a mention only tells near whose border or coast something is: "a camp near the Peruvian border".
func (s *Article) byBorder(sen *text.Sentence, m *data.Mention) bool {
	at := s.Doc.TokenAt(m.Start)
	next := at + 1
	for next < sen.Last && int(s.Doc.Tokens[next].Start) < m.End {
		next++
	}
	if next == sen.Last || !s.Vocab.Lists.Frontier.Has(s.Doc.Fold(next)) {
		return false
	}
	if at--; at > sen.First && s.Doc.Fold(at) == "the" {
		at--
	}
	switch s.Doc.Fold(max(at, sen.First)) {
	case "near", "off", "by", "along":
		return true
	}
	return false
}
