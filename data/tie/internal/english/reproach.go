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
	for k := len(p.actions) - 2; k >= 0 && a.Rel == token.UnknownVerb && a.Nonfinite; k-- {
		a = &s.Actions[p.actions[k]] // "called it unjustified", which looks like a participle
	}
	if a.Passive || a.Negated || !s.Vocab.Lists.Judges.Has(a.Rel.Name()) {
		return
	}
	for i := range s.Groups {
		g := &s.Groups[i]
		if g.First < a.Last {
			continue
		}
		of := s.judged(p.ci, i)
		if g.Prep&^rules.OtherSlot != 0 || g.First > a.Last+3 || len(of) == 0 || !s.badAfter(max(g.First, of[0].Node)+1) {
			return
		}
		for _, d := range doers {
			x := s.Propose(d, of[0], p.ci)
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

// judged gives the parties whose a thing is that is judged, or that are judged themselves: those named in a group, else whom "her"
// means or who did what "the decision" names again.
func (s *Reader) judged(ci, gi int) []grammar.Member {
	g := &s.Groups[gi]
	switch {
	case len(g.Members) > 0:
		return g.Members
	case s.personal(g.First) && (g.Last-g.First == 1 || g.Last-g.First == 2 && s.Vocab.Lists.IllNames.Has(s.Fold(g.First+1))):
		return s.resolve(gi)
	case s.deedAt(gi):
		if actors := s.actorsOf(ci); len(actors) == 1 {
			return []grammar.Member{{Party: actors[0], Role: grammar.Within, Mention: -1, Node: g.First}}
		}
	}
	return nil
}

// badAfter says whether a word of reproach stands after a node, in the same part of the sentence.
func (s *Reader) badAfter(from int) bool {
	for i := from; i < min(from+reproachReach, len(s.Nodes)); i++ {
		switch {
		case s.Is(i, rules.IsReproach), s.Fold(i) == "sponsor" && s.Fold(i+1) == "of", s.Vocab.Lists.IllNames.Has(s.Fold(i)) && s.endsName(i):
			return true
		case s.Nodes[i].Tag == token.Helper, s.Nodes[i].Tag == token.Strong, s.Nodes[i].Tag == token.Rel, s.Nodes[i].Tag == token.Sub, s.Is(i, rules.IsNeg):
			return false
		}
	}
	return false
}

// endsName says whether a word at a node is the last of what somebody is called: not the first of "illegal fishing".
func (s *Reader) endsName(node int) bool {
	if node+1 >= len(s.Nodes) {
		return true
	}
	switch s.TagAt(node + 1) {
	case token.Other, token.Hyphen, token.Name, token.Verb:
		return false
	}
	return true
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
