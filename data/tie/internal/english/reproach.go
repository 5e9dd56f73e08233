package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// reproachReach is how many words after what is judged the judgement is looked for.
const reproachReach = 16

// reproaches ties who calls another, or what is the other's, something bad: "called Peru's claim baseless", "branded Chile a
// threat", "described the Cuban move as a provocation".
func (s *Reader) reproaches(p *predicate, doers []grammar.Member) {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if a.Passive || a.Negated {
		return
	}
	switch a.Rel.Name() {
	case "call", "describe", "label", "brand", "declare", "dub", "term", "denounce", "consider", "deem", "regard", "portray", "paint":
	default:
		return
	}
	for i := range s.Groups {
		g := &s.Groups[i]
		if g.First < a.Last {
			continue
		}
		if g.Prep != 0 || g.First > a.Last+3 || len(g.Members) == 0 || !s.badAfter(g.Last) {
			return
		}
		for _, d := range doers {
			x := s.Propose(d, g.Members[0], p.ci)
			if x == nil {
				continue
			}
			s.Add(x, reason.OneClause, "")
			s.take(x, grammar.Link{Rel: reproach}, reason.ByVerb, 1)
			s.fit(x, true, a.Rel.Word)
			s.contextOf(x, p, reproach)
			x.From, x.First, x.Last = d.Party, s.firstNode(p.ci), min(g.Last+reproachReach, len(s.Nodes))
		}
		return
	}
}

// badAfter says whether a word of reproach stands after a node, in the same part of the sentence.
func (s *Reader) badAfter(from int) bool {
	for i := from; i < min(from+reproachReach, len(s.Nodes)); i++ {
		switch {
		case s.Is(i, rules.IsReproach), s.Fold(i) == "sponsor" && s.Fold(i+1) == "of":
			return true
		case s.Nodes[i].Tag == token.Helper, s.Nodes[i].Tag == token.Strong, s.Nodes[i].Tag == token.Rel, s.Nodes[i].Tag == token.Sub, s.Is(i, rules.IsNeg):
			return false
		}
	}
	return false
}

// reproach is what it says of two parties that one calls the other something bad.
var reproach = &rules.Relation{Word: "call", Kind: data.Accuse, Stance: data.Conflict, Weight: 1.5, Fields: []data.Field{data.Diplomacy}}

// reproachIn gives the first word after a node that tells of a reproach or a quarrel, nil where there is none: the grievance in
// "Chile answered that Peru had forgotten its grievance".
func (s *Reader) reproachIn(from int) *rules.Relation {
	for i := from; i < len(s.Nodes); i++ {
		if r := s.Nodes[i].Rel; hostileRel(r) && r.Kind != data.Sanction && r.Weight >= 1.3 && !s.Nodes[i].Skip {
			return r
		}
	}
	return nil
}
