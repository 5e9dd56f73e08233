package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// reconsider looks again at the stance of a candidate, for words beside those that tie its pair: whose side it takes, for
// which crime somebody is held, what an envoy is asked for.
func (s *Reader) reconsider(c *pairing.Candidate) {
	switch {
	case c.Modality == data.Denied:
	case c.Kind == data.Sanction && c.Stance == data.Conflict && c.From == "" && s.liftedWithin(c):
		c.Kind, c.Stance = data.Yield, data.Cooperation
	case c.From == "" && c.Stance == data.Conflict:
	case c.From == "":
		if k := s.grieved(c); k != "" { // no verb drowns a seminar on the challenges of floods
			c.Kind, c.Stance = k, data.Conflict
		}
	case c.Stance != data.Conflict:
		switch {
		case s.calledToAccount(c), c.Stance == data.Cooperation && s.accusedOf(c):
			c.Kind, c.Stance = data.Accuse, data.Conflict
		case c.Stance == data.Neutral && (c.Kind == data.Request && s.onBehalfOf(c) || c.Kind == data.Mobilize && s.onItsSide(c)):
			c.Kind, c.Stance = data.Cooperate, data.Cooperation
		case c.Kind == data.Yield && s.atDemand(c):
			c.Kind, c.Stance = data.Coerce, data.Conflict
		case c.Stance == data.Cooperation && s.firedAt(c):
			c.Kind, c.Stance = data.Assault, data.Conflict
		case c.Stance == data.Cooperation && s.struckOff(c):
			c.Kind, c.Stance = data.Sanction, data.Conflict
		case c.Kind == data.Yield && s.warGoesOn(c):
			c.Kind, c.Stance = data.Assault, data.Conflict
		case c.Stance == data.Cooperation && (c.Kind == data.Support && s.leftBehind(c) || s.lastTo(c)):
			c.Kind, c.Stance = data.Reject, data.Conflict
		case c.Stance == data.Cooperation && s.takenAback(c):
			c.Kind, c.Stance = data.Consult, data.Neutral
		default:
			s.embittered(c)
			if c.Stance == data.Neutral && c.Kind == data.Request && s.kindly() {
				c.Stance = data.Cooperation // "asked Peru for forty nurses"
			} else if turn := s.turnAt(); c.Stance == data.Neutral && c.Kind == data.Request && turn > c.Node && s.hostileAfter(turn) != "" {
				c.Kind, c.Stance = data.Reject, data.Conflict // "will ask Peru for aid, though Lima refused it before"
			}
		}
	case s.onItsSide(c):
		c.Kind, c.Stance = data.Cooperate, data.Cooperation
	case c.Kind == data.Request && s.urgedOthers(c):
		c.Kind, c.Stance = data.Consult, data.Neutral
	case c.Kind == data.Assault && s.byNature(c), s.othersAttempt(c):
		c.Stance = data.Neutral
		s.Add(c, reason.AboutOthers, "")
	case s.victim(c) || s.inSolidarity(c):
		c.Kind, c.Stance = data.Support, data.Cooperation
	case s.shielded(c):
		c.Kind, c.Stance = data.Support, data.Cooperation
	case c.Kind == data.Coerce && s.onBehalfOf(c), (c.Kind == data.Coerce || c.Kind == data.Assault) && s.avenged(c):
		c.Kind, c.Stance = data.Cooperate, data.Cooperation
	case c.Kind == data.Sanction && (s.forgiven(c) || s.letBack(c) || s.lowered(c)):
		c.Kind, c.Stance = data.Yield, data.Cooperation
	case c.Kind == data.Mobilize && c.Noun >= 0 && s.doesGood(c):
		c.Kind, c.Stance = data.AidKind, data.Cooperation
	case c.Kind == data.Coerce && s.commonCrime(c):
		c.Stance = data.Neutral
	}
}

// kindly says whether a sentence that asks for something has no hostile word, so that it is asked of a friend.
func (s *Reader) kindly() bool {
	for i := range s.Nodes {
		r := s.Nodes[i].Rel
		if r != nil && r.Stance == data.Conflict || r.Name() == "turn" && s.Nodes[i].Tag == token.Verb && s.Fold(min(i+1, len(s.Nodes)-1)) != "to" {
			return false
		}
	}
	return true
}

// strickenAt gives the group of the hostile deed that reaches the other party of a candidate, and the preposition after it: the
// attack of "condemned Peru's attack on Chile", for Chile, or the strike on "the hospital in Lima"; -1 where there is none.
func (s *Reader) strickenAt(c *pairing.Candidate) (int, rules.Slots) {
	gi := s.groupOf(c.Node)
	if gi < 0 || s.Groups[gi].Chain < 1 {
		return -1, 0
	}
	k := s.Groups[gi].Chain - 1
	for k > 0 && (s.Groups[k].Rel == nil || s.Groups[k].Rel.Stance != data.Conflict) && len(s.Groups[k].Members) == 0 && s.Groups[k].Prep != 0 &&
		s.Groups[k].Last == s.Groups[k+1].PrepNode {
		k--
	}
	first, h := &s.Groups[k+1], &s.Groups[k]
	if h.Rel == nil || h.Rel.Stance != data.Conflict || h.Last != first.PrepNode || h.First <= c.First && c.First > 0 {
		return -1, 0
	}
	return k, first.Prep
}

// victim says whether the other party of a candidate is the one hit by the deed that the first condemns: "condemned Peru's
// attack on Chile", "denounced the bombing in Lima".
func (s *Reader) victim(c *pairing.Candidate) bool {
	if c.Kind != data.Accuse && c.Kind != data.Reject && c.Kind != data.Protest && c.Kind != data.Assault {
		return false
	}
	if s.wrongedBy(c) {
		return true
	}
	k, slot := s.strickenAt(c)
	if k < 0 || !s.deploredBefore(s.Groups[k].First, c) {
		return false
	}
	h := &s.Groups[k]
	for _, m := range h.Members {
		if m.Party == c.Pair.Other(c.From) || m.Party == c.From {
			return false
		}
	}
	switch h.Rel.Kind {
	case data.Assault:
		return slot&(rules.OnSlot|rules.AgainstSlot|rules.AtSlot|rules.OfSlot) != 0 || slot&rules.InSlot != 0 && s.violent(h.Rel.Word)
	case data.Coerce, data.Sanction, data.Threaten:
		return slot&(rules.OnSlot|rules.AgainstSlot) != 0
	}
	return false
}

// wrongedBy says whether the other party of a candidate is the one against whom a third did what the first condemns: "condemned
// Peru's actions against Chilean boats".
func (s *Reader) wrongedBy(c *pairing.Candidate) bool {
	gi := s.groupOf(c.Node)
	if gi < 1 || s.Groups[s.Groups[gi].Chain].Prep != rules.AgainstSlot || s.Groups[gi].Chain < 1 {
		return false
	}
	h := &s.Groups[s.Groups[gi].Chain-1]
	return len(h.Members) > 0 && h.Members[0].Role != grammar.Head && !c.Pair.Has(h.Members[0].Party) &&
		h.Last == s.Groups[s.Groups[gi].Chain].PrepNode && s.deploredBefore(h.First, c)
}

// turnedUpon reads a friendly candidate as hostile where its second party stands after "against", or where what is done is hostile
// to that: "agreed on sanctions against Peru", "carried out strikes on depots in Peru".
func (s *Reader) turnedUpon(c *pairing.Candidate) {
	gi := s.groupOf(c.Node)
	if gi < 1 || !s.plainly(c) {
		return
	}
	if s.Groups[s.Groups[gi].Chain].Prep == rules.AgainstSlot && c.From != "" {
		c.Kind, c.Stance = data.Reject, data.Conflict
	}
	for k := s.Groups[gi].Chain - 1; k >= 0 && s.Groups[k].First > c.First; k-- {
		h, next := &s.Groups[k], &s.Groups[k+1]
		if next.PrepNode != h.Last || next.Prep == 0 {
			return
		}
		if h.Rel == nil || h.Rel.Stance != data.Conflict || h.Rel.Has(rules.Weak|rules.Actor) || h.No {
			if len(h.Members) > 0 {
				return // "sanctions on Peru over sales to Chile"
			}
			continue
		}
		switch h.Rel.Kind {
		case data.Sanction, data.Assault, data.Coerce, data.Threaten:
			if next.Prep&(rules.OnSlot|rules.AgainstSlot) != 0 {
				c.Kind, c.Stance = h.Rel.Kind, data.Conflict
			}
			if next.Prep&h.Rel.Frame&rules.OfSlot != 0 && (h.Rel.Kind == data.Coerce || h.Rel.Kind == data.Sanction) && s.commandedAt(h.First) {
				c.Kind, c.Stance = h.Rel.Kind, data.Conflict // "ordered the seizure of a Peruvian ship"
			}
		}
		if h.Rel.Kind == data.Assault && h.Ref == grammar.RefOne && next.Prep&(rules.InSlot|rules.WithSlot) != 0 {
			c.Kind, c.Stance = h.Rel.Kind, data.Conflict // "shells for its war in Peru"
		}
		if h.Rel.Has(rules.Joint) && next.Prep&h.Rel.Frame&rules.WithSlot != 0 && h.PrepNode >= 0 && amid[s.Fold(h.PrepNode)] {
			c.Kind, c.Stance = h.Rel.Kind, data.Conflict // "agreed to arm itself amid tensions with Peru"
		}
		return
	}
}

// commandedAt says whether the verb right before a node wants what stands there done: "ordered the arrest".
func (s *Reader) commandedAt(node int) bool {
	for i := range s.Actions {
		if a := &s.Actions[i]; a.Last == node && !a.Passive {
			switch a.Rel.Name() {
			case "order", "announce", "demand", "decree":
				return true
			}
		}
	}
	return false
}

// leftBehind says whether what the first party gave the second goes to another now: "switched its recognition from Peru to Chile".
func (s *Reader) leftBehind(c *pairing.Candidate) bool {
	gi := s.groupOf(c.Node)
	if gi < 1 || s.Groups[s.Groups[gi].Chain].Prep != rules.FromSlot {
		return false
	}
	for _, a := range s.actionsOf(c) {
		if a.First < c.Node && !a.Negated {
			switch a.Rel.Name() {
			case "switch", "shift", "transfer":
				return true
			}
		}
	}
	return false
}

// atDemand says whether who leaves was told to: "withdrew its soldiers at the junta's demand".
func (s *Reader) atDemand(c *pairing.Candidate) bool {
	for i := range s.Groups {
		g := &s.Groups[i]
		if g.Prep == rules.AtSlot && g.First > c.First {
			switch s.Fold(g.Head) {
			case "demand", "insistence", "demands", "behest":
				return true
			}
		}
	}
	return false
}

// struckOff says whether the other party is taken off a list of friends: "took Peru off its list of partners".
func (s *Reader) struckOff(c *pairing.Candidate) bool {
	for i := range s.Groups {
		g := &s.Groups[i]
		if g.PrepNode < 0 || g.First < c.Node || g.First-c.Node > 4 || s.hostileList(g) {
			continue
		}
		if w := s.Fold(g.PrepNode); w != "off" && w != "from" {
			continue
		}
		switch s.Fold(g.Head) {
		case "list", "register", "roster", "scheme", "programme", "program", "shelf", "shelves", "menu", "menus":
		default:
			continue
		}
		for k := len(s.Actions) - 1; k >= 0; k-- {
			if a := &s.Actions[k]; a.Last <= c.Node {
				switch a.Rel.Name() {
				case "take", "remove", "strike", "drop", "cut", "exclude", "delete", "suspend":
					return !a.Negated && c.Node-a.Last <= 3
				}
				break
			}
		}
	}
	return false
}

// warGoesOn says whether the end of a war is only talked about or wanted: "met to discuss ending the war between Peru and Chile".
func (s *Reader) warGoesOn(c *pairing.Candidate) bool {
	for i, a := range s.actionsOf(c) {
		if i == 0 || !a.Nonfinite || a.Passive || !a.Rel.Has(rules.Reverse|rules.Yielding) && (a.Rel == nil || a.Rel.Kind != data.Yield) {
			continue
		}
		lead := &s.Actions[i-1]
		for k := a.Last; k < min(a.Last+4, len(s.Nodes)); k++ {
			if r := s.Nodes[k].Rel; r != nil && r.Kind == data.Assault && s.ownWar(k, c) {
				return lead.Rel.Has(rules.Talk|rules.Plan) || s.Vocab.Lists.Wishes.Has(lead.Rel.Name())
			}
		}
	}
	return false
}

// ownWar says whether the war at a node is one of the two of a candidate: "its war in Peru", "the war with Peru".
func (s *Reader) ownWar(node int, c *pairing.Candidate) bool {
	k := s.groupOf(node)
	if k < 0 || c.From == "" || s.Groups[k].Ref != grammar.NoRef {
		return true
	}
	if g := &s.Groups[k]; len(g.Members) > 0 {
		return g.Members[0].Party == c.From
	}
	return k+1 < len(s.Groups) && s.Groups[k+1].Prep&(rules.BetweenSlot|rules.WithSlot|rules.AgainstSlot|rules.OnSlot) != 0
}

// amid are the prepositions that only set what is done beside a quarrel.
var amid = map[string]bool{"amid": true, "amidst": true, "despite": true, "after": true, "following": true, "during": true, "given": true, "in": true}

// plainly says whether the verbs of a candidate do what they say: none ends, lifts or denies anything.
func (s *Reader) plainly(c *pairing.Candidate) bool {
	for _, a := range s.actionsOf(c) {
		if a.Negated || a.Rel.Has(rules.Reverse|rules.Yielding|rules.Fail|rules.Deny) || a.Rel != nil && (a.Rel.Kind == data.Yield || a.Rel.Stance == data.Conflict) {
			return false
		}
	}
	return true
}

// byNature says whether what strikes is no party but an earthquake, a fire, a flood: "an earthquake flattened villages in Peru".
func (s *Reader) byNature(c *pairing.Candidate) bool {
	for _, a := range s.actionsOf(c) {
		if a.Rel == nil || a.Rel.Kind != data.Assault || a.Passive {
			continue
		}
		for k := range s.Groups {
			if g := &s.Groups[k]; g.Last == a.First && len(g.Members) == 0 && (s.Is(g.Head, rules.IsFoe) || s.Vocab.Lists.Disasters.Has(s.Fold(g.Head))) {
				return true
			}
		}
	}
	return false
}

// deploredBefore says whether the last verb before a node is one of being against a deed, done by the first party of c.
func (s *Reader) deploredBefore(node int, c *pairing.Candidate) bool {
	for i := len(s.Actions) - 1; i >= 0; i-- {
		a := &s.Actions[i]
		if a.Last > node {
			continue
		}
		return s.Vocab.Lists.Deplores.Has(a.Rel.Name()) && !a.Negated && node-a.Last <= 6
	}
	return false
}

// inSolidarity says whether the other party is the one for whose sake something hostile is done: "broke off relations with Peru in
// solidarity with Chile".
func (s *Reader) inSolidarity(c *pairing.Candidate) bool {
	gi := s.groupOf(c.Node)
	if gi < 0 || s.Groups[gi].Chain < 1 {
		return false
	}
	k := s.Groups[gi].Chain - 1
	h := &s.Groups[k]
	if h.Prep != rules.InSlot || h.Last != s.Groups[k+1].PrepNode || len(h.Members) > 0 {
		return false
	}
	switch s.Fold(h.Head) {
	case "solidarity", "support", "sympathy", "defence", "defense", "unity":
		return true
	}
	return false
}

// shielded says whether what is blocked is hostile to the other party: "vetoed a resolution condemning Peru", "opposes sanctions
// against Chile".
func (s *Reader) shielded(c *pairing.Candidate) bool {
	gi := s.groupOf(c.Node)
	if gi < 0 || s.Groups[gi].Chain < 1 {
		return false
	}
	first := &s.Groups[s.Groups[gi].Chain]
	hit := first.Prep == 0 && s.condemnedBy(first.First)
	if k := s.Groups[gi].Chain - 1; !hit && first.Prep&(rules.AgainstSlot|rules.OnSlot) != 0 {
		h := &s.Groups[k]
		hit = h.Rel != nil && h.Rel.Kind == data.Sanction && h.Rel.Stance == data.Conflict && h.Last == first.PrepNode && h.First > c.First
	}
	if !hit {
		return false
	}
	for _, a := range s.actionsOf(c) {
		if a.Last <= c.Node && !a.Negated && !a.Passive {
			switch a.Rel.Name() {
			case "veto", "oppose", "block":
				return true
			}
		}
	}
	return false
}

// condemnedBy says whether a verb of being against somebody, as a participle, stands right before a node: "criticising Peru".
func (s *Reader) condemnedBy(node int) bool {
	for i := range s.Actions {
		if a := &s.Actions[i]; a.Last == node {
			return a.Nonfinite && !a.Infinitive && !a.Passive && s.Vocab.Lists.Deplores.Has(a.Rel.Name())
		}
	}
	return false
}
