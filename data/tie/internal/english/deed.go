package english

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// deedReach is the number of sentences in which a deed is still called "the move" or "the attack".
const deedReach = 3

// condemns ties who condemns, rejects or protests against a deed told of before to the party that did it: "Peru closed its
// mission in Lomé. The move was condemned by Chile."
func (s *Reader) condemns(p *predicate, c *grammar.Clause, doers []grammar.Member) {
	if c.Finite < 0 || c.Relative || c.Hypo {
		return
	}
	k := c.Elements[c.Finite].Action
	a := &s.Actions[k]
	if a.Rel == nil || a.Negated || a.Modality != data.Done || !objects(a.Rel) {
		return
	}
	at := -1
	if a.Passive {
		doers = nil
		if len(c.Subject) == 1 && s.deedAt(c.Subject[0]) {
			at, doers = c.Subject[0], s.agents(c)
		}
	} else if next := c.Finite + 1; next < len(c.Elements) && c.Elements[next].Group >= 0 {
		if g := &s.Groups[c.Elements[next].Group]; (g.Prep == 0 || g.Prep&a.Rel.Frame != 0) && s.deedAt(c.Elements[next].Group) {
			at = c.Elements[next].Group
		}
	}
	if at < 0 || s.blamesAfter(a) {
		return
	}
	for _, actor := range s.actorsOf(p.ci) {
		for _, d := range doers {
			if d.Role == grammar.Referred {
				continue
			}
			x := s.Propose(d, grammar.Member{Party: actor, Role: grammar.Within, Mention: -1, Node: s.Groups[at].Head}, p.ci)
			if x == nil {
				continue
			}
			s.Add(x, reason.ByDeal, s.Phrase(s.Groups[at].Head))
			s.take(x, grammar.Link{Rel: a.Rel}, reason.ByVerb, 1)
			s.fit(x, true, a.Rel.Word)
			x.From, x.First, x.Last = d.Party, s.firstNode(p.ci), s.lastNode(p.ci)
		}
	}
}

// blamesAfter says whether the sentence goes on after an action to name whose deed it was: "condemned the raid, blaming Peru".
func (s *Reader) blamesAfter(a *grammar.Action) bool {
	for i := range s.Actions {
		b := &s.Actions[i]
		if b.First <= a.Last || b.Rel == nil || b.Rel.Kind != data.Accuse || b.Passive {
			continue
		}
		for k := range s.Groups {
			if g := &s.Groups[k]; g.First >= b.Last && g.First <= b.Last+1 && len(g.Members) > 0 {
				return true
			}
		}
	}
	return false
}

// objects says whether a verb turns against what somebody did.
func objects(r *rules.Relation) bool {
	switch r.Kind {
	case data.Accuse, data.Reject, data.Protest, data.Threaten:
		return r.Stance == data.Conflict
	}
	return false
}

// deedAt says whether a group only names again what somebody did: "the move", "these strikes".
func (s *Reader) deedAt(gi int) bool {
	g := &s.Groups[gi]
	head := g.Head
	if head > g.First+1 && (s.Is(head, rules.IsReproach) || s.Vocab.Lists.IllNames.Has(s.Fold(head))) {
		head-- // "called the move unacceptable"
	}
	if !s.Is(head, rules.IsDeed) || len(g.Members) > 0 || g.Last-g.First > 3 {
		return false
	}
	switch s.Fold(g.First) {
	case "the", "this", "that", "these", "those":
		return len(s.ofParty(gi)) == 0
	}
	return false
}

// agents gives the parties after "by" in a passive clause.
func (s *Reader) agents(c *grammar.Clause) []grammar.Member {
	for _, e := range c.Elements[c.Finite+1:] {
		if e.Group >= 0 && s.Groups[e.Group].Prep == rules.BySlot && s.Groups[e.Group].Chain == e.Group {
			if ms := s.chainMembers(e.Group); len(ms) > 0 {
				return ms
			}
			return s.resolve(e.Group)
		}
	}
	return nil
}

// actorsOf gives the parties whose deed a clause speaks of: who acted in the clauses before it, or in the sentences before.
func (s *Reader) actorsOf(ci int) []data.Party {
	for k := ci - 1; k >= 0 && !s.Clauses[ci].Says; k-- {
		c := &s.Clauses[k]
		if c.Finite < 0 || s.Actions[c.Elements[c.Finite].Action].Rel != nil && objects(s.Actions[c.Elements[c.Finite].Action].Rel) {
			continue
		}
		if ms := s.SubjectNamed(k); len(ms) > 0 {
			return []data.Party{ms[0].Party}
		}
	}
	f := &s.Focus
	switch {
	case f.Actor != "" && f.Stance == data.Conflict && s.Index-f.PairAt <= deedReach:
		return []data.Party{f.Actor}
	case f.Subject == "" && len(f.Subjects) == 1:
		return f.Subjects
	case f.Subject == "" || s.Index-f.Spoke > deedReach:
		return nil
	case len(f.Subjects) == 2 && slices.Contains(f.Subjects, f.Subject):
		return f.Subjects
	}
	return []data.Party{f.Subject}
}
