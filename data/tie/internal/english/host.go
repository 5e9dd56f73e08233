package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// What a clause says of a party that it names alone it often says of the place where the article is at home: "the pumps came from
// Peru". The rules for this ask host who is at home, and tie by withHost, nounOfHost and nounBetween.

// host gives the party that a clause is at home with beyond doubt, "" where there is any.
func (s *Reader) host(c *grammar.Clause) data.Party {
	s.settle(c)
	return c.Host
}

// beyondDoubt says whether the party at home is: it is who speaks, where the article is written, or what most of it is told of.
func (s *Reader) beyondDoubt(home data.Party) bool {
	return home != "" && (home != s.Topic || home == s.Written || home == s.Focus.Self || home == s.item || s.Dominant)
}

// nounsHome reads the nouns of a clause of which only one party is named: what it gives, its envoys, and what is between the two.
func (s *Reader) nounsHome(ci int) {
	c := &s.Clauses[ci]
	if c.Hypo || c.Relative {
		return
	}
	home := s.host(c)
	if home == "" {
		return
	}
	s.givenHome(ci, home)
	if c.Finite >= 0 && !s.Sentence.Heading {
		s.envoysHome(ci, home)
		s.bondsHome(ci, home)
	}
}

// implied is a party that is meant at a node though nothing there names it.
func implied(p data.Party, node int) grammar.Member {
	return grammar.Member{Party: p, Role: grammar.Within, Mention: -1, Node: node}
}

// besideHost proposes a member of a clause and the party at home; nil where they are one or tied already, or the member is only
// meant itself.
func (s *Reader) besideHost(ci int, m grammar.Member, home data.Party) *pairing.Candidate {
	if m.Party == home || m.Role == grammar.Referred || s.tied(m.Party, home) {
		return nil
	}
	x := s.Propose(m, implied(home, m.Node), ci)
	if x == nil {
		return nil
	}
	s.Add(x, reason.OneClause, "")
	s.Add(x, reason.AboutTopic, "")
	x.First, x.Last = s.firstNode(ci), s.lastNode(ci)
	return x
}

// withHost ties a member of a clause to the party at home by what a verb says of them, word being the one that says it; it gives nil
// where it does not.
func (s *Reader) withHost(p *predicate, m grammar.Member, home data.Party, r *rules.Relation, word string) *pairing.Candidate {
	x := s.besideHost(p.ci, m, home)
	if x == nil {
		return nil
	}
	s.take(x, grammar.Link{Rel: r}, reason.ByVerb, 1)
	s.Add(x, reason.InFrame, word)
	s.contextOf(x, p, r)
	x.From = m.Party
	return x
}

// nounOfHost ties the party of a group's noun to the one at home; it gives nil where it does not.
func (s *Reader) nounOfHost(ci, gi int, m grammar.Member, home data.Party) *pairing.Candidate {
	x := s.besideHost(ci, m, home)
	if x == nil {
		return nil
	}
	g := &s.Groups[gi]
	s.Add(x, reason.InFrame, g.Rel.Word)
	s.nounSays(x, g.Rel, g)
	return x
}

// nounBetween ties the party at home to one named after a noun that nobody is said to own.
func (s *Reader) nounBetween(g, last *grammar.Group, m grammar.Member, home data.Party) {
	n := len(s.Cands)
	s.tieNoun(g, last, implied(home, g.RelNode), m, grammar.Link{Rel: g.Rel, Node: g.RelNode, Framed: true})
	if len(s.Cands) > n {
		s.Add(&s.Cands[n], reason.AboutTopic, "")
	}
}
