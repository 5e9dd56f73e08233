package english

import (
	"slices"
	"strings"

	"entente/data"
	"entente/data/tie/internal/among"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// fate is what the verb of a clause says becomes of its subject.
type fate uint8

const (
	goesOn fate = iota
	wanes       // there is less of it
	ends        // nothing came of it
)

// fateIn gives what a verb says that has no object.
func (s *Reader) fateIn(verb string) fate {
	switch {
	case s.Vocab.Lists.Waning.Has(verb):
		return wanes
	case s.Vocab.Lists.Ending.Has(verb):
		return ends
	}
	return goesOn
}

// endOf is what comes to those that are no more.
var endOf = rules.WordsOf("end", "close")

// fateOf gives what becomes of the subject of a clause. The verb that tells it may stand behind a participle: "talks aimed at peace
// collapsed".
func (s *Reader) fateOf(cl *grammar.Clause) fate {
	a := &s.Actions[cl.Elements[cl.Finite].Action]
	if s.TagAt(a.Last) == token.Prep || s.infinitiveAt(a.Last) {
		for _, e := range cl.Elements[cl.Finite+1:] {
			if e.Group >= 0 {
				if g := &s.Groups[e.Group]; s.BeginsClause(g) && !s.TimeGroup(g) {
					break
				}
				continue
			}
			if b := &s.Actions[e.Action]; a.Last-a.First == 1 && a.Form(&s.Tree)&rules.Participle != 0 && !b.Infinitive &&
				b.Form(&s.Tree)&rules.Gerund == 0 && s.TagAt(b.First-1) != token.Conj && s.fateIn(b.Rel.Name()) != goesOn {
				a = b
				break
			}
		}
	}
	f := s.fateIn(strings.TrimSuffix(a.Rel.Name(), " by"))
	if f == goesOn && s.Vocab.Lists.Stopping.Has(a.Rel.Name()) && s.wordAfter(a.Last, 4, &s.Vocab.Lists.Standstill) >= 0 {
		f = ends
	}
	if f == goesOn || a.Negated || a.Passive || a.Modality == data.Proposed || a.Modality == data.Planned {
		return goesOn
	}
	return f
}

// fateAside gives what a relative clause right after a noun says became of it, where its own verb does not tell of a turn for the
// better: "relations with Peru, which worsened in May, may improve".
func (s *Reader) fateAside(cl *grammar.Clause, ci int) fate {
	main := &s.Actions[cl.Elements[cl.Finite].Action]
	if s.Vocab.Lists.Mending.Has(main.Rel.Name()) && main.Modality != data.Proposed && main.Modality != data.Planned && !main.Negated {
		return goesOn
	}
	for i := range s.Clauses {
		r := &s.Clauses[i]
		if r.Relative && r.Parent == ci && r.Finite >= 0 && r.Object == 0 && s.firstNode(i) < main.First {
			return s.fateOf(r)
		}
	}
	return goesOn
}

// fateBehind gives the fate that stands behind a relative clause, which has taken the verb: "talks on a railway that both want
// collapsed".
func (s *Reader) fateBehind(ci int) fate {
	for i := range s.Clauses {
		if r := &s.Clauses[i]; r.Relative && r.Parent == ci && r.Finite >= 0 {
			for _, e := range r.Elements[r.Finite+1:] {
				if e.Action < 0 {
					continue
				}
				if a := &s.Actions[e.Action]; a.Nonfinite && a.Form(&s.Tree)&rules.Past != 0 && s.TagAt(a.First-1) != token.Conj {
					return s.fateIn(a.Rel.Name())
				}
			}
		}
	}
	return goesOn
}

// met gives what becomes of a group that is the subject of a clause.
func (s *Reader) met(g *grammar.Group, ci int) fate {
	cl := &s.Clauses[ci]
	switch {
	case len(cl.Subject) == 0 || s.Groups[cl.Subject[0]].First != g.First:
		return goesOn
	case cl.Finite < 0:
		return s.fateBehind(ci)
	}
	if f := s.fateOf(cl); f != goesOn {
		return f
	}
	if a := &s.Actions[cl.Elements[cl.Finite].Action]; a.Rel.Name() == "come" && !a.Negated && g.Rel.Kind != data.Consult && a.Modality == data.Done &&
		s.wordAfter(a.Last, 4, &endOf) >= 0 {
		return ends // "the partnership came to an abrupt end", but so do talks that went well
	}
	if a := &s.Actions[cl.Elements[cl.Finite].Action]; s.infinitiveAt(a.Last) && a.Last-a.First == 1 && a.Form(&s.Tree)&rules.Participle != 0 && ci+1 < len(s.Clauses) {
		if next := &s.Clauses[ci+1]; next.Finite == 1 && next.Elements[0].Group >= 0 && s.TagAt(s.firstNode(ci+1)-1) == token.Verb {
			return s.fateOf(next) // "talks meant to share the water have stalled"
		}
	}
	return s.fateAside(cl, ci)
}

// meetsFate reads what becomes of a friendly noun that is the subject of a clause: talks that collapse are a quarrel, trade that
// falls is none unless the sentence tells of one.
func (s *Reader) meetsFate(c *pairing.Candidate, g *grammar.Group, f fate) {
	switch {
	case f == wanes && g.Rel.Kind == data.Agree:
		c.Stance = data.Neutral // "the pact expired"
	case f == ends, !slices.Contains(g.Rel.Fields, data.Trade) && !g.Rel.Has(rules.Goods|rules.Actor):
		s.Turned(c, g.Rel)
	case s.illWill():
		s.Turned(c, g.Rel)
	default:
		c.Stance = data.Neutral
	}
}

// illWill says whether a sentence tells of something hostile.
func (s *Reader) illWill() bool {
	return slices.ContainsFunc(s.Nodes, func(n token.Node) bool {
		return n.Rel != nil && n.Rel.Stance == data.Conflict && s.fateIn(n.Rel.Name()) == goesOn
	})
}

// doubtful says whether a group names what the words before it say is lacking or in doubt: "a lack of progress in talks with
// Peru", "cast doubt on the future of the truce with Chile".
func (s *Reader) doubtful(g *grammar.Group) bool {
	if !s.Has(&s.Vocab.Lists.Loss) {
		return false
	}
	k := s.heldBefore(g, &s.Vocab.Lists.Loss)
	if k < 0 {
		return s.looms(g)
	}
	for i := s.Groups[k].First - 1; i >= max(0, s.Groups[k].First-3); i-- {
		if r := s.Nodes[i].Rel; r != nil && s.TagAt(i) == token.Verb {
			return !s.Vocab.Lists.Soothing.Has(r.Name())
		}
		if s.Fold(i) == "despite" || s.Fold(i) == "without" {
			return false
		}
	}
	return true
}

// toEnd are nouns of what is made to stop.
var toEnd = rules.WordsOf("cessation", "end", "freeze", "halt")

// broughtToEnd says whether a group names what is said to be made to stop: "announced an end to the talks with Peru", unlike "at the
// end of the talks".
func (s *Reader) broughtToEnd(g *grammar.Group) bool {
	if !s.Has(&toEnd) {
		return false
	}
	k := s.heldBefore(g, &toEnd)
	return k >= 0 && s.Groups[k].Prep == 0 && s.TagAt(s.Groups[k].First-1) == token.Verb
}

// looms says whether a doubt about what a group names is the subject of its clause: "doubts are growing about the truce with Peru".
func (s *Reader) looms(g *grammar.Group) bool {
	ci, actions := s.governing(g)
	if len(actions) != 1 || g.Prep&(rules.AboutSlot|rules.OverSlot|rules.OnSlot) == 0 && g.Prep != 0 || len(s.Clauses[ci].Subject) == 0 {
		return false
	}
	a := &s.Actions[actions[0]]
	subject := &s.Groups[s.Clauses[ci].Subject[0]]
	if a.Negated || subject.No || !s.Vocab.Lists.Loss.Has(s.Fold(subject.Head)) {
		return false
	}
	return s.Vocab.Lists.Looms.Has(a.Rel.Name())
}

// failsLater says whether a clause goes on, after a group that hangs on an infinitive, to tell that nothing came of that: "efforts to
// revive talks with Peru have failed".
func (s *Reader) failsLater(ci int, g *grammar.Group) bool {
	for _, e := range s.Clauses[ci].Elements {
		if e.Action < 0 || s.Actions[e.Action].First < g.Last {
			continue
		}
		a := &s.Actions[e.Action]
		return !a.Negated && !a.Infinitive && !a.Passive && (a.Rel.Has(rules.Fail) || s.fateIn(a.Rel.Name()) == ends) &&
			a.Form(&s.Tree)&rules.Gerund == 0 && s.TagAt(a.First-1) != token.Conj && s.TagAt(a.First-1) != token.Comma
	}
	return false
}

// vainEffort says whether a candidate stands within an effort that came to nothing: "efforts to revive talks with Peru have failed".
func (s *Reader) vainEffort(c *pairing.Candidate) bool {
	for ci := range s.Clauses {
		cl := &s.Clauses[ci]
		if cl.Finite < 1 || len(cl.Subject) == 0 {
			continue
		}
		a, g := &s.Actions[cl.Elements[cl.Finite].Action], &s.Groups[cl.Subject[0]]
		if a.First <= c.Node || c.First < g.First || a.Negated || !a.Rel.Has(rules.Fail) && s.fateIn(a.Rel.Name()) != ends || a.Modality != data.Done {
			continue
		}
		switch strings.TrimSuffix(s.Fold(g.Head), "s") {
		case "effort", "attempt", "bid", "plan", "drive", "proposal", "mediation", "deal":
			return !among.Any(s.Actions, func(b *grammar.Action) bool { // but "attempts to stop the pact failed"
				return b.First >= g.Last && b.First < c.Node && b.Rel != nil && (b.Rel.Has(rules.Reverse) || b.Rel.Stance == data.Conflict)
			})
		}
	}
	return false
}

// heldBefore gives the group with one of the words as its head on which a group hangs by prepositions, -1 for none.
func (s *Reader) heldBefore(g *grammar.Group, words *rules.Words) int {
	for k, hops := s.GroupAt(g), 0; k > 0 && hops < 3; k, hops = k-1, hops+1 {
		o := &s.Groups[k-1]
		if at := s.Groups[k].PrepNode; at != o.Last && (at != o.Last+1 || s.TagAt(o.Last) != token.Prep) || o.No || k < s.GroupAt(g) && s.Groups[k].Rel.Has(rules.Joint) {
			return -1
		}
		if words.Has(s.Fold(o.Head)) {
			return k - 1
		}
		if len(o.Members) > 0 && o.Members[0].Role == grammar.Head {
			return -1
		}
	}
	return -1
}

// lifted says whether a group names a measure that the words before it say is done away with: "the lifting of the ban on Peru's
// milk". That somebody wants it lifted does not lift it.
func (s *Reader) lifted(g *grammar.Group) bool {
	if g.Rel.Kind != data.Sanction || !s.Has(&s.Vocab.Lists.Liftings) {
		return false
	}
	k := s.heldBefore(g, &s.Vocab.Lists.Liftings)
	if k < 0 {
		return false
	}
	_, actions := s.governing(&s.Groups[k])
	for _, ai := range actions {
		if a := &s.Actions[ai]; a.Rel != nil && (a.Negated || a.Rel.Stance == data.Conflict || a.Rel.Kind == data.Request || s.Vocab.Lists.Wishes.Has(a.Rel.Name())) {
			return false
		}
	}
	return true
}

// liftedWithin says whether the measure that a candidate tells of is done away with.
func (s *Reader) liftedWithin(c *pairing.Candidate) bool {
	if !s.Has(&s.Vocab.Lists.Liftings) {
		return false
	}
	for i := range s.Groups {
		if g := &s.Groups[i]; g.Rel != nil && g.First <= c.Last && g.Last > c.First && s.lifted(g) {
			return true
		}
	}
	return false
}

// atRisk says whether the verb around a group tells that what it names may not last: "put at risk the accord with Peru", "the truce
// with Peru hangs in the balance".
func (s *Reader) atRisk(g *grammar.Group) bool {
	if !s.Has(&s.Vocab.Lists.Perils) {
		return false
	}
	for i := range s.Actions {
		a := &s.Actions[i]
		if a.Negated || a.Nonfinite || !s.Vocab.Lists.Risking.Has(a.Rel.Name()) || g.First > a.Last+riskReach || a.First > g.First+riskReach {
			continue
		}
		for k := a.Last; k < min(a.Last+riskReach, len(s.Nodes)); k++ {
			if t := s.TagAt(k); t == token.Verb || t == token.Strong || t == token.Comma || t == token.Sub || t == token.Rel {
				break
			}
			if s.Vocab.Lists.Perils.Has(s.Fold(k)) && k > 0 && (s.TagAt(k-1) == token.Prep || s.TagAt(k-2) == token.Prep) {
				return !s.Is(k-1, rules.IsNeg)
			}
		}
	}
	return false
}

// riskReach is how many words from its verb what is at risk, and that it is, are told.
const riskReach = 12

// saidShut says whether a clause that only says something tells of a mission in a group whose verb stands behind what is set in:
// "said that its mission in Lima, the capital, was closed".
func (s *Reader) saidShut(say *grammar.Action, ci, gi int) bool {
	if !say.Rel.Has(rules.Say) || say.Negated || gi < 0 || ci < 0 || ci+1 >= len(s.Clauses) || s.Groups[gi].First < say.Last || s.Groups[gi].Prep != 0 {
		return false
	}
	next := &s.Clauses[ci+1]
	if len(next.Elements) == 0 || next.Elements[0].Action < 0 {
		return false
	}
	a := &s.Actions[next.Elements[0].Action]
	return a.Passive && !a.Negated && a.Modality == data.Done && a.Rel.Has(rules.Reverse) && a.Rel.Stance == data.Conflict && s.TagAt(a.First-1) == token.Comma
}

// lastTo says whether what a candidate tells is what its doer will be the last to do: "will be the last to sign".
func (s *Reader) lastTo(c *pairing.Candidate) bool {
	for i, a := range s.actionsOf(c) {
		if i == 0 || !a.Infinitive {
			continue
		}
		lead := &s.Actions[i-1]
		if lead.Negated || lead.Rel.Name() != "be" {
			continue
		}
		if s.Fold(a.First-1) == "last" || a.First > 1 && s.Fold(a.First-2) == "last" {
			return lead.Modality == data.Planned || lead.Modality == data.Proposed
		}
	}
	return false
}

// takenAback says whether the first party of a candidate only wonders at what the other did: "was surprised by Peru's initiative".
func (s *Reader) takenAback(c *pairing.Candidate) bool {
	for _, a := range s.actionsOf(c) {
		if a.Passive && a.Last <= c.Node && c.Node-a.Last <= complementReach && s.Vocab.Lists.Startles.Has(a.Rel.Name()) {
			return s.Fold(a.Last) == "by" || s.Fold(a.Last) == "at"
		}
	}
	return false
}

// lowered says whether the duties that a candidate names are offered lower than before: "offered Peru zero tariffs".
func (s *Reader) lowered(c *pairing.Candidate) bool {
	for _, a := range s.actionsOf(c) {
		if a.Negated {
			continue
		}
		switch a.Rel.Name() {
		case "offer", "grant", "give", "promise", "extend":
		default:
			continue
		}
		if k := s.wordAfter(a.Last, complementReach+2, &s.Vocab.Lists.Lower); k >= 0 {
			return s.wordAfter(k, 3, &s.Vocab.Lists.Duties) >= 0
		}
	}
	return false
}

// presence is what the tables do not know as a deed: whose soldiers are somewhere may be asked for.
var presence = rules.WordsOf("presence")
