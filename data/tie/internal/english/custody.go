package english

import (
	"entente/data"
	"entente/data/tie/internal/among"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// heldFor gives the verb by which a candidate tells that somebody is held, nil where it tells something else.
func (s *Reader) heldFor(c *pairing.Candidate) *grammar.Action {
	for i := range s.Actions {
		a := &s.Actions[i]
		if a.First < c.First || a.Last > c.Last {
			continue
		}
		if s.Vocab.Lists.Arrests.Has(a.Rel.Name()) {
			return a
		}
	}
	return nil
}

// onBehalfOf says whether somebody is held because the other party asked for it: "arrested at Peru's request", "on a Peruvian
// warrant", "a man wanted by Peru".
func (s *Reader) onBehalfOf(c *pairing.Candidate) bool {
	if s.heldFor(c) == nil {
		return false
	}
	for i := range s.Groups {
		g := &s.Groups[i]
		asked := s.Fold(g.Last-1) == "warrant" || s.Fold(g.Last-1) == "request"
		if k := g.PrepNode - 1; k >= 0 && g.Prep&(rules.BySlot|rules.InSlot) != 0 && s.Fold(k) == "wanted" {
			asked = true
		}
		for _, m := range g.Members {
			if asked && m.Party == c.Pair.Other(c.From) {
				return true
			}
		}
	}
	return false
}

// commonCrime says whether somebody is held for what is a crime everywhere, which says nothing of the two countries: a thief,
// but no spy, no fisherman and no soldier.
func (s *Reader) commonCrime(c *pairing.Candidate) bool {
	if s.contraband(c) {
		return true
	}
	if s.heldFor(c) == nil {
		return false
	}
	crime := false
	for i := range s.Nodes {
		crime = crime || s.Is(i, rules.IsFoe)
		if s.Is(i, rules.IsOffence) && !s.Is(i, rules.IsFoe) || s.Vocab.Lists.OfState.Has(s.Fold(i)) {
			return false
		}
	}
	return crime
}

// avenged says whether somebody is held for what was done to people of the other party: "arrested suspects in the killing of Chilean
// engineers".
func (s *Reader) avenged(c *pairing.Candidate) bool {
	gi := s.groupOf(c.Node)
	if gi < 1 || s.heldFor(c) == nil || s.Groups[s.Groups[gi].Chain].Chain < 1 {
		return false
	}
	g := &s.Groups[s.Groups[gi].Chain]
	h := &s.Groups[s.Groups[gi].Chain-1]
	return g.Prep&(rules.OfSlot|rules.OnSlot|rules.AgainstSlot) != 0 && h.Last == g.PrepNode && len(h.Members) == 0 &&
		h.Prep&(rules.InSlot|rules.OverSlot|rules.ForSlot|rules.OnSlot) != 0 && s.violent(s.Fold(h.Head))
}

// contraband says whether what is seized is what is a crime everywhere: "seized cocaine on a ship from Peru".
func (s *Reader) contraband(c *pairing.Candidate) bool {
	for _, a := range s.actionsOf(c) {
		if a.Last > c.Node || a.Passive {
			continue
		}
		switch a.Rel.Name() {
		case "seize", "confiscate", "intercept", "impound", "capture":
			k := among.Index(s.Groups, func(g *grammar.Group) bool { return g.First >= a.Last })
			return k >= 0 && s.Groups[k].Last <= c.Node && (s.Is(s.Groups[k].Head, rules.IsFoe) ||
				k+1 < len(s.Groups) && s.Groups[k+1].PrepNode == s.Groups[k].Last && s.Is(s.Groups[k+1].Head, rules.IsFoe))
		}
	}
	return false
}

// accountReach is how many words after a verb tell what an envoy is asked for.
const accountReach = 14

// calledToAccount says whether an envoy of the other party is asked to explain: "asked the Peruvian ambassador to come in",
// "the ambassador was told that this is unacceptable", "sought an explanation from the embassy".
func (s *Reader) calledToAccount(c *pairing.Candidate) bool {
	if c.Kind != data.Consult && c.Kind != data.Request {
		return false
	}
	for i := range s.Actions {
		a := &s.Actions[i]
		if a.Negated || a.First < c.First || !s.Vocab.Lists.AsksFor.Has(a.Rel.Name()) {
			continue
		}
		envoy := -1
		for k := range s.Groups {
			g := &s.Groups[k]
			if isEnvoy(g.Rel) && (a.Passive && g.Last <= a.First && a.First-g.Last <= 2 || !a.Passive && g.First >= a.Last && g.First-a.Last <= 6) {
				envoy = k
			}
		}
		if (envoy >= 0 || c.Kind == data.Request) && s.toExplain(a.Last) {
			return true
		}
	}
	return false
}

// isEnvoy says whether a word is of who speaks for a country in another.
func isEnvoy(r *rules.Relation) bool {
	switch r.Name() {
	case "ambassador", "envoy", "consul", "diplomat", "charge d'affaires", "embassy", "consulate", "consul general", "deputy ambassador":
		return true
	}
	return false
}

// toExplain says whether the words after a node are of what an envoy is called in for.
func (s *Reader) toExplain(from int) bool {
	for i := from; i < min(from+accountReach, len(s.Nodes)); i++ {
		switch w := s.Fold(i); w {
		case "explanation", "explanations", "clarification", "clarifications", "apology":
			return true
		case "come":
			if s.Fold(min(i+1, len(s.Nodes)-1)) == "in" {
				return true
			}
		case "explain", "clarify":
			return true
		}
		if s.Is(i, rules.IsReproach) {
			return true
		}
		if s.TagAt(i) == token.Strong {
			return false
		}
	}
	return false
}
