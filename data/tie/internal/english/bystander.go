package english

import (
	"slices"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
)

// withOthers says whether a noun has somebody or somewhere of no party at its other end: "trade with Africa", "talks with the RPG".
func (s *Reader) withOthers(n grammar.Link) bool {
	if !n.Rel.Has(rules.Joint) && n.Rel.Frame&rules.WithSlot == 0 {
		return false
	}
	for i := range s.Groups {
		g := &s.Groups[i]
		if g.PrepNode != n.Node+1 {
			continue
		}
		return g.Prep == rules.WithSlot && len(g.Members) == 0 && g.Ref == grammar.NoRef && s.Token(g.Head).Case != text.Lower && !s.TimeGroup(g)
	}
	return false
}

// feltAbout says whether a group after "of", "over" or "about" is what others feel something about, by which something is done:
// "brought together by fears of Peru".
func (s *Reader) feltAbout(gi int) bool {
	if gi == 0 {
		return false
	}
	g, h := &s.Groups[gi], &s.Groups[gi-1]
	if h.Prep != rules.BySlot && h.Prep != rules.OtherSlot || g.Prep&(rules.OfSlot|rules.OverSlot|rules.AboutSlot|rules.OtherSlot) == 0 || g.PrepNode != h.Last {
		return false
	}
	return s.Vocab.Lists.Fears.Has(s.Fold(h.Head))
}

// theirOwn says whether what is done by two together is done to what is their own: "Peru and Chile would ban Peruvian and Chilean aid".
func (s *Reader) theirOwn(doers []grammar.Member, gi int) bool {
	g := &s.Groups[gi]
	if len(doers) == 0 || len(doers) > 2 || g.Prep != 0 || len(doers) == 1 && !s.Groups[s.lastOfChain(gi)].Rel.Has(rules.Joint) {
		return false
	}
	own := s.chainMembers(gi)
	if len(own) != 2 || own[0].Party == own[1].Party || own[1].Role == grammar.Head || own[1].Role == grammar.Referred {
		return false
	}
	return contains(own, doers[0].Party) && contains(own, doers[len(doers)-1].Party)
}

// lastOfChain gives the last group of the row that a group stands in, whose noun all of it share.
func (s *Reader) lastOfChain(gi int) int {
	k := gi
	for k+1 < len(s.Groups) && s.Groups[k+1].Chain == s.Groups[gi].Chain {
		k++
	}
	return k
}

// matters says whether a group stands after "important for" and the like.
func (s *Reader) matters(h *grammar.Group) bool {
	if h.PrepNode <= 0 {
		return false
	}
	return s.Vocab.Lists.Matters.Has(s.Fold(h.PrepNode - 1))
}

// byHabit says whether the doers of a clause are said to do again and again what each does by himself: "often conduct exercises".
func (s *Reader) byHabit(p *predicate) bool {
	if s.jointly(p.ci) {
		return false
	}
	often := false
	for i := s.firstNode(p.ci); i < min(s.lastNode(p.ci)+1, len(s.Nodes)); i++ {
		switch s.Fold(i) {
		case "often", "regularly", "routinely", "frequently", "usually", "repeatedly", "separately":
			often = true
		case "with", "between", "other", "another":
			return false
		case "exercises", "exercise", "drills", "manoeuvres", "maneuvers", "parades", "patrols", "elections", "tests", "rallies":
			return often
		}
	}
	return false
}

// anothersDoing says whether an action is told of who stands right before it after a preposition: "are opposed to Peru expanding its port".
func (s *Reader) anothersDoing(a *grammar.Action) bool {
	if !a.Nonfinite || a.Infinitive {
		return false
	}
	for i := range s.Groups {
		if g := &s.Groups[i]; g.Last == a.First {
			return g.Prep&(rules.ToSlot|rules.OfSlot|rules.AgainstSlot|rules.AboutSlot|rules.OverSlot) != 0 && len(g.Members) > 0 && g.Members[0].Role == grammar.Head
		}
	}
	return false
}

// byForce says whether those who protect somebody do so by an attack that names nobody else: "invaded to protect".
func (s *Reader) byForce(p *predicate) bool {
	if len(p.actions) < 2 {
		return false
	}
	a, b := &s.Actions[p.actions[len(p.actions)-2]], &s.Actions[p.actions[len(p.actions)-1]]
	if !b.Infinitive || a.Negated || a.Passive || b.First-a.Last > 1 {
		return false
	}
	return a.Rel != nil && a.Rel.Kind == data.Assault && a.Rel.Stance == data.Conflict
}

// onlyPasses says whether a party of a group after the verb has no part in what a clause tells: whose hospital somebody died in, what
// somebody visits for himself, and what goes on meanwhile, "as Peru's tariffs bite".
func (s *Reader) onlyPasses(p *predicate, m grammar.Member, gi int, n grammar.Link) bool {
	g := &s.Groups[gi]
	a := &s.Actions[p.actions[len(p.actions)-1]]
	switch s.Fold(a.Main) {
	case "died", "dies", "die", "crashed", "crashes", "crash", "drowned", "drown", "collapsed":
		return g.Prep&(rules.InSlot|rules.AtSlot|rules.NearSlot|rules.OfSlot) != 0 && m.Role != grammar.Head
	}
	if n.Rel.Name() == "visit" && m.Role == grammar.Modifier && s.Fold(n.Node-1) == "private" {
		return true
	}
	return p.objects > 0 && m.Role == grammar.Owner && g.PrepNode >= 0 && s.Fold(g.PrepNode) == "as" && !s.asPartner(g, m) && !s.inOffice(g)
}

// taxed says whether those who trade as a candidate tells have to pay a share of it, as told further on.
func (s *Reader) taxed(c *pairing.Candidate) bool {
	for i := range s.Actions {
		a := &s.Actions[i]
		if a.First <= c.Node || a.Negated || a.Rel.Name() != "pay" {
			continue
		}
		if k := s.wordAfter(a.Last, taxReach, &s.Vocab.Lists.Taxes); k > 0 {
			return s.wordAfter(a.Last, k-a.Last, &percents) >= 0
		}
	}
	return false
}

// taxReach is how many words after "pay" a tax is told of.
const taxReach = 6

// percents are the words of a share.
var percents = rules.WordsOf("%", "percent", "per")

// heldAbroad says whether a node is an office that no country has in itself.
func (s *Reader) heldAbroad(node int) bool {
	switch s.Fold(node) {
	case "embassy", "consulate", "legation", "ambassador", "consul":
		return true
	}
	return false
}

// ownPeopleWarned says whether a group is of people abroad whom somebody unnamed, most likely their own country, tells to take care: "Peruvians in
// Chile are advised to stay at home".
func (s *Reader) ownPeopleWarned(g *grammar.Group) bool {
	if g.Rel == nil || !slices.Contains(g.Rel.Fields, data.Migration) {
		return false
	}
	k := s.GroupAt(g)
	if k < 0 || !s.IsSubject(k) {
		return false
	}
	for i := range s.Actions {
		if a := &s.Actions[i]; a.First > g.Last && a.Passive {
			switch s.Fold(a.Main) {
			case "advised", "urged", "told", "warned", "asked", "instructed", "reminded", "encouraged":
				return true
			}
			return false
		}
	}
	return false
}

// saidBefore says whether "say" stands right before an action, whose doers are not who says so: "which Peru says is backed by Chile".
func (s *Reader) saidBefore(a *grammar.Action) bool {
	for i := range s.Actions {
		if b := &s.Actions[i]; b.Last == a.First && b.Rel.Has(rules.Say) {
			return true
		}
	}
	return false
}
