package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// lead is what the verbs before the deciding one make of it.
type lead struct{ refused, will, ended, promised bool }

// contextOf reads negation, plans, doubt and the verbs before the deciding one.
func (s *Reader) contextOf(c *pairing.Candidate, p *predicate, r *rules.Relation) {
	if s.deniedAbove(p.ci) || s.noPlans(p) || s.nowise(p) {
		s.Deny(c)
		return
	}
	l, denied := s.leads(c, p)
	if denied {
		return
	}
	if !l.refused && s.supposed(p) {
		c.Modality = data.Proposed
	}
	switch {
	case l.ended && c.Stance == data.Conflict && s.Actions[p.actions[0]].Must:
		c.Kind = data.Request // "must stop shelling"
	case l.ended && !l.refused && c.Stance != "" && !r.Has(rules.Reverse): // that verb has turned it already
		s.Turned(c, &rules.Relation{Kind: c.Kind, Stance: c.Stance})
	}
	if l.refused {
		c.Stance = data.Conflict
		if c.Kind != data.Sanction && c.Kind != data.Reject && c.Kind != data.Threaten && c.Kind != data.Request {
			c.Kind = data.Reject
		}
		return
	}
	if l.promised && c.Stance == data.Cooperation {
		c.Kind = data.Agree // "has promised to aid Peru"
	}
	if r.Has(rules.Comment) {
		s.Add(c, reason.Commenting, "")
	}
	if r.Has(rules.Compare) {
		s.Add(c, reason.Comparing, "")
	}
	if r.Has(rules.Mediate) {
		s.Add(c, reason.Mediated, "")
	}
	switch {
	case !l.will:
	case c.Modality == data.Proposed:
		s.Add(c, reason.Proposed, "")
	case c.Modality == data.Planned:
		s.Add(c, reason.Planned, "")
	}
}

// leads reads the verbs of a predicate, up to one that denies the whole if there is one.
func (s *Reader) leads(c *pairing.Candidate, p *predicate) (l lead, denied bool) {
	for k, ai := range p.actions {
		a := &s.Actions[ai]
		if !l.ended && !l.refused {
			s.noteModality(c, p, a, &l)
		}
		if a.Must && c.Stance != data.Conflict {
			s.Add(c, reason.Asked, "")
			if c.Kind == data.Yield {
				c.Kind, c.Stance = data.Request, data.Conflict // "must drop its tariffs"
			}
		}
		if a.Rel == nil {
			continue
		}
		if a.Rel.Has(rules.Deny) && !a.Negated && s.wordAfter(a.Last, complementReach, &s.Vocab.Lists.Access) >= 0 {
			l.refused = true // "denied the Peruvian plane permission to land"
			continue
		}
		if a.Rel.Has(rules.Deny) && !a.Negated {
			s.Deny(c)
			return l, true
		}
		if k < len(p.actions)-1 {
			s.leadIn(c, a, p.actions[k+1], &l)
		} else if a.Rel.Has(rules.Plan) && !s.noted(a) {
			c.Modality = s.intended(a) // "is preparing duties on"
		}
		l.ended = l.ended || s.noLonger(a)
		if a.Negated {
			s.negate(c, a, k == len(p.actions)-1, s.Clauses[p.ci].Says, &l.refused)
			if c.Modality == data.Denied {
				return l, true
			}
		}
	}
	return l, false
}

// leadIn reads a verb before the deciding one, and before the action at next.
func (s *Reader) leadIn(c *pairing.Candidate, a *grammar.Action, next int, l *lead) {
	l.promised = l.promised || a.Rel.Kind == data.Agree && !a.Negated && s.Actions[next].Infinitive
	switch {
	case a.Rel.Has(rules.Fail) || a.Rel.Kind == data.Reject || a.Rel.Kind == data.Threaten || s.demanding(a, next):
		l.refused = !a.Negated
		if l.refused && a.Rel.Kind != "" {
			c.Kind = a.Rel.Kind
		}
	case a.Rel.Has(rules.Reverse) && !a.Negated && (s.gerundNext(a, next) || s.planEnded(a, next)):
		l.ended = true // "stopped buying gas", "dropped a plan to buy gas"
	case s.keptFrom(a, next):
		c.Kind, l.refused = data.Sanction, !a.Negated
	case a.Rel.Has(rules.Plan):
		c.Modality = s.intended(a)
	case s.Vocab.Lists.Offers.Has(a.Rel.Name()) && !a.Negated && !a.Passive:
		c.Modality = data.Proposed
	case a.Rel.Has(rules.Comment):
		s.Add(c, reason.Commenting, "")
	}
}

// demanding says whether an action demands of the other party what the next one tells. Who was urged to do it demands nothing,
// nor who urges third people to: "urged delegates to share news with Peru".
func (s *Reader) demanding(a *grammar.Action, next int) bool {
	if a.Rel.Stance != data.Conflict || a.Rel.Kind != data.Request || a.Passive {
		return false
	}
	b := &s.Actions[next]
	if s.Sentence.Heading && b.Infinitive && b.First == a.Last && a.Rel.Frame&rules.InObject != 0 && a.Form(&s.Tree)&rules.Participle != 0 {
		return a.Rel.Word == "demand" || a.Rel.Word == "ask" // "Peru and Chile urged to agree"
	}
	for i := range s.Groups {
		if g := &s.Groups[i]; b.Infinitive && g.First >= a.Last && g.Last == b.First {
			return g.Prep != 0 || len(g.Members) > 0 || g.Ref != grammar.NoRef
		}
	}
	return true
}

// gerundNext says whether the next action is what a verb is said of: "stopped buying".
func (s *Reader) gerundNext(a *grammar.Action, next int) bool {
	b := &s.Actions[next]
	return (b.First == a.Last || s.Fold(max(b.First-1, 0)) == "from") && !b.Infinitive && b.Form(&s.Tree)&rules.Gerund != 0
}

// planEnded says whether an action ends a deal or plan to do what the next one tells: "withdrew from a deal to buy missiles".
func (s *Reader) planEnded(a *grammar.Action, next int) bool {
	b := &s.Actions[next]
	for i := range s.Groups {
		if g := &s.Groups[i]; b.Infinitive && g.Last == b.First && g.First >= a.Last && g.First-a.Last <= 1 && len(g.Members) == 0 {
			if s.Vocab.Lists.Undertakings.Has(s.Fold(g.Head)) {
				return true
			}
		}
	}
	return false
}
