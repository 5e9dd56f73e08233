package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// noteOfficers notes the people in office that the sentence names, for "the president" and "the premier" after it. Of several,
// the one named first is the latest.
func (s *Reader) noteOfficers() {
	for gi := len(s.Groups) - 1; gi >= 0 && s.Holds(rules.IsOffice); gi-- {
		if word, p := s.officer(gi); p != "" {
			s.Focus.NamedOfficer(pairing.Called{Word: word, Party: p})
		}
	}
}

// officer gives the office and the party of a person whom a group names: "Peru's prime minister", "President Vargas of Peru",
// "the president of Peru"; none where it names nobody, or only refers to somebody.
func (s *Reader) officer(gi int) (word string, p data.Party) {
	g := &s.Groups[gi]
	for i := g.First; i < g.Last && word == ""; i++ {
		if s.Is(i, rules.IsOffice) && s.TagAt(i) == token.Other {
			word = s.office(i)
		}
	}
	if word == "" {
		return "", ""
	}
	ms := g.Members
	if len(ms) == 0 && g.Ref != grammar.RefSelf {
		ms = s.ofParty(gi)
	}
	if len(ms) != 1 || ms[0].Role == grammar.Referred {
		return "", ""
	}
	return word, ms[0].Party
}

// office gives one word for an office that has several.
func (s *Reader) office(i int) string {
	w := s.Fold(i)
	if w == "pm" || w == "minister" && i > 0 && s.Fold(i-1) == "prime" {
		return "premier"
	}
	return w
}

// inThatOffice gives the party of the person in office whom "the president" or "the premier" at a node means: the last of that
// office named before it, "" where none was.
func (s *Reader) inThatOffice(node int) data.Party {
	if s.asked || !s.Is(node, rules.IsOffice) {
		return ""
	}
	s.asked = true // "the envoy of the president": who the envoy is depends on who the president is
	defer func() { s.asked = false }()
	w := s.office(node)
	for gi := len(s.Groups) - 1; gi >= 0; gi-- {
		if s.Groups[gi].Last > node {
			continue
		}
		if o, p := s.officer(gi); o == w {
			return p
		}
	}
	for _, c := range s.Focus.Officers {
		if c.Word == w {
			return c.Party
		}
	}
	return ""
}
