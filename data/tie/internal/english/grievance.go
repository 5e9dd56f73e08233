package english

import (
	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

const (
	// complementReach is how many words after a verb say what its object is held for, kept or sent: "holds Peru responsible".
	complementReach = 9
	// grievanceReach is how many words after the pair the verb of a clause is looked for.
	grievanceReach = 3
)

// embittered reads a candidate as hostile where what stands around its words is.
func (s *Reader) embittered(c *pairing.Candidate) {
	if k := s.aggrieved(c); k != "" {
		c.Kind, c.Stance = k, data.Conflict
	} else if c.Stance == data.Cooperation {
		s.turnedUpon(c)
	}
}

// aggrieved gives the hostile kind of a clause whose words are friendly one by one and hostile as they stand together: "sent three
// lorries of Peruvian pears back", "put 20 percent on Chilean wine"; "" where there is none.
func (s *Reader) aggrieved(c *pairing.Candidate) data.Kind {
	if k := s.grieved(c); k != "" {
		return k
	}
	return s.drownedOut(c)
}

// Resented gives the hostile kind of the verbs of a sentence with what stands after them, "" for none.
func (s *Reader) Resented(c *pairing.Candidate) data.Kind { return s.grieved(c) }

// grieved does the same by what stands after the verbs alone.
func (s *Reader) grieved(c *pairing.Candidate) data.Kind {
	for i := range s.Actions {
		a := &s.Actions[i]
		if a.Negated || a.Rel == nil || a.First > c.Last+grievanceReach || a.First < c.First && (c.Noun < 0 || c.First-a.Last > 1) {
			continue
		}
		if k := s.grievance(a, c); k != "" {
			return k
		}
	}
	return ""
}

// grievance gives the hostile kind of one verb with what stands after it.
func (s *Reader) grievance(a *grammar.Action, c *pairing.Candidate) data.Kind {
	after := func(words *rules.Words) int { return s.wordAfter(a.Last, complementReach, words) }
	if s.refusedBefore(a) && a.First <= c.Node {
		return data.Reject
	}
	switch a.Rel.Name() {
	case "let", "leave":
		if after(&s.Vocab.Lists.LetLapse) >= 0 {
			return data.Sanction
		}
	case "take", "haul", "drag", "take back", "lose":
		if k := after(&s.Vocab.Lists.Courts); k > c.Node && (s.TagAt(k-1) != token.Other || s.Fold(k-1) == "arbitral") {
			return data.Accuse
		}
		if s.licenceLost(a, c) {
			return data.Sanction
		}
	case "hold", "find":
		if after(&s.Vocab.Lists.ToBlame) >= 0 {
			return data.Accuse
		}
	case "give":
		if k := after(&s.Vocab.Lists.Spans); k >= 0 && k+2 < len(s.Nodes) && s.Fold(k+1) == "to" && s.Vocab.Lists.Leaving.Has(s.Fold(k+2)) {
			return data.Threaten
		}
		return s.answered(a, c)
	case "make":
		return s.answered(a, c)
	case "exchange", "trade", "swap":
		if s.wordAfter(max(a.First-2, 0), complementReach, &s.Vocab.Lists.Volleys) >= 0 {
			return data.Assault
		}
	case "burn", "bury", "pulp", "dump":
		if c.Node >= a.Last && s.goodsAt(c) && s.wordAfter(a.Last, complementReach, &s.Vocab.Lists.Fuels) < 0 {
			return data.Sanction
		}
	case "pay", "repay", "compensate":
		if a.Infinitive && s.underOrders(a) {
			return data.Accuse
		}
	case "be", "remain", "run", "stay", "sit", "languish":
		if after(&s.Vocab.Lists.Custody) >= 0 && !s.Holds(rules.IsFoe) {
			return data.Coerce
		}
		if k := after(&s.Vocab.Lists.Overdue); k >= 0 && !a.Nonfinite && s.lately(k) {
			return data.Reject
		}
	case "owe":
		if after(&s.Vocab.Lists.Overdue) >= 0 || s.Fold(max(a.First-1, 0)) == "still" || s.Fold(a.First) == "still" {
			return data.Reject
		}
	}
	return s.sentGrievance(a, c)
}

// orderGrievance gives the hostile kind of a verb of asking, letting in, closing or paying with what stands after it.
func (s *Reader) orderGrievance(a *grammar.Action, c *pairing.Candidate) data.Kind {
	after := func(words *rules.Words) int { return s.wordAfter(a.Last, complementReach, words) }
	switch a.Rel.Name() {
	case "tell", "inform", "remind", "order", "instruct":
		if s.illTidings(a) {
			return data.Accuse
		}
		if k := after(&s.Vocab.Lists.Ceasing); a.Passive && k > 0 && s.Fold(k-1) == "to" {
			return data.Request
		}
		if s.forbiddenTo(a) {
			return data.Sanction
		}
	case "call", "describe", "label", "brand", "term", "declare", "regard", "consider", "deem", "judge", "view", "pronounce":
		if s.badAfter(c.Node + 1) {
			return data.Accuse
		}
	case "shadow", "tail":
		if k := after(&s.Vocab.Lists.Ships); k >= c.Node {
			return data.Mobilize
		}
	case "want", "demand", "ask", "claim", "get":
		if k := after(&s.Vocab.Lists.Money); k >= 0 && k+1 < len(s.Nodes) && s.Fold(k+1) == "back" {
			return data.Request
		}
	case "invite", "admit", "hire", "accept", "receive", "recognise", "recognize", "choose":
		if g := s.groupOf(c.Node); g >= 0 && s.Groups[g].No && s.Groups[g].Prep == 0 && s.Groups[g].First == a.Last && !a.Passive {
			return data.Reject
		}
	case "close", "reduce", "halve", "shut", "cut", "withdraw", "stop", "vacate", "pack", "go":
		if s.underOrders(a) {
			return data.Sanction
		}
	case "keep":
		if k := after(&s.Vocab.Lists.Closed); k >= 0 && k > c.Node {
			return data.Sanction
		}
	}
	return s.rebuff(a, c)
}

// answered gives Reject where a verb says that there was no answer, and Accuse where an envoy is given a note.
func (s *Reader) answered(a *grammar.Action, c *pairing.Candidate) data.Kind {
	if k := s.wordAfter(a.Last, grievanceReach, &s.Vocab.Lists.Replies); k > a.Last && s.Fold(k-1) == "no" && c.Node > k {
		return data.Reject
	}
	if s.noteToEnvoy(a) {
		return data.Accuse
	}
	return ""
}

// wordAfter gives the first node of a set of words from a node on, within so many and in the same part of the sentence; -1 for none.
func (s *Reader) wordAfter(from, reach int, words *rules.Words) int {
	for i := from; i < min(from+reach, len(s.Nodes)); i++ {
		if t := s.TagAt(i); t == token.Strong || t == token.Rel {
			return -1
		}
		if words.Has(s.Fold(i)) {
			return i
		}
	}
	return -1
}

// lately says whether a word of delay tells of one: "nine weeks late", "behind schedule", but no "late in May".
func (s *Reader) lately(k int) bool {
	next := s.Fold(min(k+1, len(s.Nodes)-1))
	switch s.Fold(k) {
	case "behind":
		return next == "schedule" || next == "with"
	case "late":
		switch s.Fold(k - 1) {
		case "days", "weeks", "months", "years", "hours", "day", "week", "month", "year":
			return true
		}
		return next == "with"
	case "outstanding":
		return false
	}
	return true
}

// goodsAt says whether the other party of a candidate is named with goods of its own: "containers of Peruvian fruit".
func (s *Reader) goodsAt(c *pairing.Candidate) bool {
	gi := s.groupOf(c.Node)
	if gi < 0 {
		return false
	}
	return s.Groups[gi].Rel.Has(rules.Goods) || gi > 0 && s.Groups[gi-1].Rel.Has(rules.Goods) && s.Groups[gi].PrepNode == s.Groups[gi-1].Last
}

// underOrders says whether who leaves or closes something had to: "had to close by order of the government".
func (s *Reader) underOrders(a *grammar.Action) bool {
	for i := a.Last; i+1 < min(a.Last+grievanceReach*complementReach, len(s.Nodes)); i++ {
		if t := s.TagAt(i); t == token.Strong {
			break
		}
		if w := s.Fold(i); (w == "order" || w == "orders" || w == "behest" || w == "insistence") && s.Fold(i+1) == "of" {
			return a.Must || s.TagAt(i-1) == token.Prep || s.TagAt(i-2) == token.Prep
		}
	}
	for i := range s.Actions {
		b := &s.Actions[i]
		if b.Passive && !b.Negated && a.Infinitive && b.Last <= a.First && a.First-b.Last <= 1 {
			switch b.Rel.Name() {
			case "tell", "order", "instruct", "force", "require", "oblige", "command", "compel", "make":
				return true
			}
		}
	}
	return false
}

// leastHostile is the weight from which a hostile verb outdoes a noun for who somebody is.
const leastHostile = 1.2

// drownedOut gives the kind of the hostile verb of a sentence of two parties alone, where their candidate is friendly only by a noun
// for who or what belongs to whom: "announced that it would refuse visas to Peruvians and look again at its relations with Peru".
func (s *Reader) drownedOut(c *pairing.Candidate) data.Kind {
	if c.Stance != data.Cooperation || c.Score.Holds(reason.ByVerb) || len(s.Named) > 2 {
		return ""
	}
	switch c.Kind {
	case data.Consult, data.Cooperate, data.Support:
	default:
		return ""
	}
	turn := s.turnAt()
	for i := range s.Actions {
		if turn > c.Node && s.Actions[i].First > turn {
			break // see bothSides
		}
		if a := &s.Actions[i]; a.Rel != nil && a.Rel.Stance == data.Conflict && a.Rel.Weight >= leastHostile && s.bites(a) && s.saidOf(i, c) {
			return a.Rel.Kind
		}
	}
	return ""
}

// saidOf says whether an action is told of those of whom a candidate is: it stands in no clause that describes another thing, nobody
// else does it, and it is neither denied nor what was agreed or ended.
func (s *Reader) saidOf(ai int, c *pairing.Candidate) bool {
	a := &s.Actions[ai]
	switch a.Rel.Name() {
	case "accuse", "suspect", "blame", "charge", "send home":
		return false // of whom it is said stands beside it; what is sent home is money
	case "end":
		if c.Kind == data.Consult {
			return false // "Peru's visit to Chile ended on Friday"
		}
	}
	if s.Token(a.Main).Case != text.Lower || s.Vocab.Lists.Deplores.Has(a.Rel.Name()) && s.assaultNext(a) {
		return false // "a Peru-Chile Workshop on Seismic Challenges", "the ambassador condemned the attack"
	}
	if a.Negated || a.Passive && (a.First < c.First || a.First > c.Last+grievanceReach || s.Fold(min(a.Last, len(s.Nodes)-1)) == "by") {
		return false
	}
	if ai > 0 {
		b := &s.Actions[ai-1]
		if a.Nonfinite && s.Vocab.Lists.Resuming.Has(b.Rel.Name()) {
			return false // "resumed loans to Peru frozen in May"
		}
		if a.First-b.Last <= 1 && b.Rel != nil && (b.Rel.Kind == data.Yield || b.Rel.Kind == data.Agree || b.Rel.Has(rules.Deny|rules.Fail|rules.Mediate|rules.Reverse)) {
			return false
		}
	}
	for ci := range s.Clauses {
		cl := &s.Clauses[ci]
		for _, e := range cl.Elements {
			if e.Action == ai {
				return !cl.Hypo && (!cl.Relative || c.First >= s.firstNode(ci))
			}
		}
	}
	return true
}

// assaultNext says whether the object of an action is an attack whose doer is not named beside it.
func (s *Reader) assaultNext(a *grammar.Action) bool {
	for i := range s.Groups {
		if g := &s.Groups[i]; g.First >= a.Last {
			return g.First-a.Last <= 1 && g.Prep == 0 && g.Rel != nil && g.Rel.Kind == data.Assault && len(g.Members) == 0 && g.Ref != grammar.RefOne
		}
	}
	return false
}

// bites says whether a hostile verb hits somebody: it turns round nothing that is hostile itself, and hits no common foe.
func (s *Reader) bites(a *grammar.Action) bool {
	switch a.Rel.Kind {
	case data.Sanction, data.Coerce, data.Accuse, data.Reject, data.Threaten:
	default:
		return false
	}
	for i := a.Last; i < min(a.Last+foeReach, len(s.Nodes)); i++ {
		if t := s.TagAt(i); t == token.Comma || t == token.Strong {
			break
		}
		if s.Is(i, rules.IsFoe) || (a.Rel.Has(rules.Reverse) || s.Vocab.Lists.Shrugs.Has(a.Rel.Name())) && s.Nodes[i].Rel != nil && s.Nodes[i].Rel.Stance == data.Conflict {
			return false
		}
	}
	return true
}
