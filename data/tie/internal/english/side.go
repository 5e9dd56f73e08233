package english

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/among"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
)

// onItsSide says whether what is hostile in a candidate hits a third party, with the help of the other one or for it: "fired Peruvian
// rockets at", "fights alongside Peru in Chile", "sent soldiers to Peru to protect its president".
func (s *Reader) onItsSide(c *pairing.Candidate) bool {
	other := c.Pair.Other(c.From)
	if gi := s.groupOf(c.Node); gi >= 0 && (s.withArmsOf(gi, other) || c.Kind == data.Mobilize && s.toHelp(gi, c)) {
		return true
	}
	for gi := range s.Groups {
		g := &s.Groups[gi]
		if g.First < c.First || g.First > c.Last+sideReach {
			continue
		}
		for _, m := range g.Members {
			if m.Party == other && (s.onOneSide(g) || s.wished(gi, m) || s.withHelpOf(gi)) {
				return true
			}
		}
		if len(g.Members) == 0 && g.Prep == rules.OfSlot && s.Is(g.Head, rules.IsOffice|rules.IsCountryWord) && s.wished(gi, grammar.Member{}) {
			return true // "at the request of the government"
		}
	}
	return false
}

// sideReach is how many words after what is done tell at whose side or wish it is.
const sideReach = 6

// withArmsOf says whether a group names a party only as the maker of the arms that are used: "used Peruvian tanks", "shot down drones
// with Peruvian jets". Whose arms are hit is hit himself.
func (s *Reader) withArmsOf(gi int, maker data.Party) bool {
	g := &s.Groups[gi]
	if !g.Rel.Has(rules.Goods) || len(g.Members) == 0 || g.Members[0].Party != maker || g.Members[0].Role != grammar.Modifier && g.Members[0].Role != grammar.Owner {
		return false
	}
	if g.PrepNode >= 0 {
		return s.Fold(g.PrepNode) == "with"
	}
	for i := len(s.Actions) - 1; i >= 0; i-- {
		if a := &s.Actions[i]; a.Last <= g.First {
			return g.First-a.Last <= 2 && !a.Passive && s.Vocab.Lists.Wields.Has(a.Rel.Name())
		}
	}
	return false
}

// toHelp says whether soldiers are sent, right after a group, to help or to protect those in power there, or against a third.
func (s *Reader) toHelp(gi int, c *pairing.Candidate) bool {
	for i := range s.Actions {
		a := &s.Actions[i]
		if !a.Infinitive || a.First != s.Groups[gi].Last {
			continue
		}
		switch a.Rel.Name() {
		case "help", "support", "assist", "aid", "train", "reinforce", "back", "advise":
			return true
		case "deter", "repel", "counter", "contain", "ward off":
			for k := a.Last; k < min(a.Last+foeReach, len(s.Nodes)); k++ {
				if m := s.Nodes[k].Mention; m >= 0 {
					return s.Mentions[m].Country != c.Pair[0] && s.Mentions[m].Country != c.Pair[1]
				}
			}
		case "protect", "defend", "guard", "shield":
			for k := a.Last; k < min(a.Last+foeReach, len(s.Nodes)); k++ {
				if s.Is(k, rules.IsOffice) {
					return true
				}
			}
		}
		return false
	}
	return false
}

// accusedOf says whether a friendly candidate is what its second party accuses the first of: "accused Peru of backing rebels in Chile".
func (s *Reader) accusedOf(c *pairing.Candidate) bool {
	for i := range s.Cands {
		o := &s.Cands[i]
		if o.Pair != c.Pair || o.Kind != data.Accuse || o.Stance != data.Conflict || o.From == c.From || o.Node >= c.Node {
			continue
		}
		for k := len(s.Actions) - 1; k >= 0; k-- {
			if a := &s.Actions[k]; a.Last <= c.Node {
				return a.First > o.Node && a.Form(&s.Tree)&rules.Gerund != 0 && (s.Fold(a.First-1) == "of" || s.Fold(a.First-1) == "for")
			}
		}
	}
	return false
}

// foeNamed says whether one of the places after a hostile noun tells who the foe is, so that "with" tells something else: "the war on
// Peru with Chile looking on", "the war between Peru and Chile with Cuba's king".
func foeNamed(args []argument) bool {
	return slices.ContainsFunc(args, func(a argument) bool { return a.slot&(rules.BetweenSlot|rules.OnSlot|rules.AgainstSlot) != 0 })
}

// bothHit says whether two places after a hostile noun are both of those that it is about: "sanctions on Peru over sales to Chile".
func bothHit(r *rules.Relation, a, b rules.Slots) bool {
	const hit = rules.OnSlot | rules.AgainstSlot | rules.OverSlot | rules.ToSlot | rules.ForSlot
	return r.Kind == data.Sanction && r.Has(rules.Directed) && r.Stance == data.Conflict && a&hit != 0 && b&hit != 0
}

// backsQuarrel says whether a verb of help reaches a party by what that does against others: "backs Peru's war on Chile".
func (s *Reader) backsQuarrel(v, n grammar.Link, m grammar.Member, g *grammar.Group) bool {
	return v.Rel != nil && (v.Rel.Kind == data.Support || v.Rel.Kind == data.AidKind) && n.Rel != nil && n.Rel.Stance == data.Conflict &&
		n.Rel.Has(rules.Joint|rules.Directed) && m.Role == grammar.Owner && g.First <= n.Node && n.Node < g.Last && n.Node > v.Node
}

// urgedOthers says whether those who are urged or blamed in a candidate are not its second party: "urged the government to look at
// bids by Peru".
func (s *Reader) urgedOthers(c *pairing.Candidate) bool {
	for i := len(s.Actions) - 1; i >= 0; i-- {
		a := &s.Actions[i]
		if a.First < c.First || a.Last > c.Node || a.Rel == nil || a.Rel.Kind != data.Request || a.Passive {
			continue
		}
		for gi := range s.Groups {
			g := &s.Groups[gi]
			if g.First < a.Last || g.Prep != 0 {
				continue
			}
			return g.First-a.Last <= 1 && g.Last < c.Node && s.infinitiveAt(g.Last) &&
				!among.Any(s.resolve(gi), func(m *grammar.Member) bool { return m.Party == c.Pair.Other(c.From) })
		}
	}
	return false
}

// infinitiveAt says whether an infinitive begins at a node.
func (s *Reader) infinitiveAt(node int) bool {
	return among.Any(s.Actions, func(a *grammar.Action) bool { return a.Infinitive && a.First == node })
}

// othersAttempt says whether the deed that a candidate tells of is what its first party condemns: "condemned the attempt to kill a
// Peruvian minister".
func (s *Reader) othersAttempt(c *pairing.Candidate) bool {
	for i := 1; i < len(s.Actions); i++ {
		a, lead := &s.Actions[i], &s.Actions[i-1]
		if a.Infinitive && a.Last <= c.Node && lead.First >= c.First && s.Vocab.Lists.Deplores.Has(lead.Rel.Name()) && a.First-lead.Last <= 4 && a.First > lead.Last && !s.namedBetween(c.From, lead.Last, a.First) {
			return true
		}
	}
	return false
}

// firedAt says whether arms that make a candidate friendly go to its second party as arms go to a foe: "fired Peruvian missiles into
// Chile", "sent warplanes around Chile".
func (s *Reader) firedAt(c *pairing.Candidate) bool {
	gi := s.groupOf(c.Node)
	if gi < 1 || s.Groups[gi].Chain < 1 || s.Groups[s.Groups[gi].Chain].PrepNode < 0 {
		return false
	}
	h, prep := &s.Groups[s.Groups[gi].Chain-1], s.Groups[s.Groups[gi].Chain].PrepNode
	if !h.Rel.Has(rules.Goods) || h.Last != prep || !slices.Contains(h.Rel.Fields, data.Security) {
		return false
	}
	around, into := false, false
	switch s.Fold(prep) {
	case "around", "near", "over", "past":
		around = true
	case "into", "at", "against", "towards", "toward":
		into = true
	case "in", "on":
	default:
		return false
	}
	for i := len(s.Actions) - 1; i >= 0; i-- {
		if a := &s.Actions[i]; a.Last <= h.First {
			switch a.Rel.Name() {
			case "send", "fly", "sail":
				return around || into
			case "fire", "launch", "unleash":
				return true
			case "use":
				return into || s.Fold(prep) == "in"
			}
			return false
		}
	}
	return false
}

// thirdObjects says whether a party beside a pair is against what a clause tells of the two: "Hungary blocked a Peruvian loan to
// Chile".
func (s *Reader) thirdObjects(a *grammar.Action, ci int, pair data.Pair) bool {
	if a.Passive || a.Negated || a.Rel == nil {
		return false
	}
	switch a.Rel.Name() {
	case "block", "veto", "delay", "hold up", "stall":
	default:
		if !objects(a.Rel) {
			return false
		}
	}
	doers := s.doersOf(&s.Clauses[ci])
	return len(doers) > 0 && !among.Any(doers, func(m *grammar.Member) bool { return m.Role == grammar.Referred || pair.Has(m.Party) })
}

// withHelpOf says whether a group names those with whose help something is done: "with the help of Peruvian jets".
func (s *Reader) withHelpOf(gi int) bool {
	g := &s.Groups[gi]
	h := g
	if gi > 0 && g.Prep == rules.OfSlot && s.Groups[gi-1].Last == g.PrepNode {
		h = &s.Groups[gi-1]
	}
	if h.PrepNode < 0 || s.Fold(h.PrepNode) != "with" {
		return false
	}
	switch s.Fold(h.Head) {
	case "help", "aid", "support", "assistance", "backing", "blessing", "approval":
		return h != g || len(g.Members) > 0 && g.Members[0].Role != grammar.Head
	}
	return false
}

// underDeal says whether a noun is of what two agreed on, under which something is done: "sent back 40 people under a deal with Peru".
func (s *Reader) underDeal(n grammar.Link) bool {
	if n.Rel == nil || n.Rel.Kind != data.Agree || n.Rel.Stance != data.Cooperation {
		return false
	}
	k := s.groupOf(n.Node)
	return k >= 0 && s.Groups[k].PrepNode >= 0 && s.Fold(s.Groups[k].PrepNode) == "under"
}
