package english

import (
	"strings"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// noteFirms notes the firms that the sentence names, for "the company" and "the bank" after it.
func (s *Reader) noteFirms() {
	for i := range s.Groups {
		g := &s.Groups[i]
		if len(g.Members) != 1 {
			continue
		}
		if word := s.firmWord(g); word != "" && g.Members[0].Role != grammar.Head {
			s.Focus.NamedFirm(pairing.Called{Word: word, Party: g.Members[0].Party})
		} else if m := g.Members[0].Mention; m >= 0 && s.Mentions[m].Kind == data.ByOrganisation && g.Members[0].Party != data.EU {
			s.Focus.NamedFirm(pairing.Called{Word: s.kindInName(g), Party: g.Members[0].Party})
		}
	}
	s.FirmNamed = len(s.Focus.Firms) > 0
}

// firmWord gives the word of a group that says what kind of firm it names, "" where there is none: the airline in "the Omani
// airline Zufar Jet". Several firms are no one's.
func (s *Reader) firmWord(g *grammar.Group) string {
	for i := g.First; i < g.Last; i++ {
		if s.Is(i, rules.IsFirm) && s.TagAt(i) == token.Other && s.Token(i).Case == text.Lower && s.TagAt(i+1) != token.Poss {
			return s.Fold(i)
		}
	}
	return ""
}

// kindInName gives what kind of firm its name tells.
func (s *Reader) kindInName(g *grammar.Group) string {
	for i := g.First; i < g.Last; i++ {
		switch w := s.Fold(i); {
		case strings.HasSuffix(w, "bank"):
			return "bank"
		case w == "air" || w == "airlines" || w == "airways":
			return "airline"
		case w == "group":
			return "group"
		}
	}
	return ""
}

// firmMeant gives the party of the firm that a word such as "the bank" at a node means: the last of that kind, else the last
// of no known kind; for "the company" the last of all.
func (s *Reader) firmMeant(node int) data.Party {
	if p := s.bodyMeant(node); p != "" {
		return p
	}
	w, firms := s.Fold(node), s.Focus.Firms
	for _, f := range firms {
		if f.Word == w || s.Vocab.Lists.AnyFirm.Has(w) {
			return f.Party
		}
	}
	for _, f := range firms {
		if f.Word == "" || s.Vocab.Lists.AnyFirm.Has(f.Word) {
			return f.Party
		}
	}
	return ""
}
