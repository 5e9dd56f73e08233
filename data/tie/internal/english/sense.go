package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// hasSenses says at a glance whether a sentence has one of them.
func (s *Reader) hasSenses() bool {
	for i := range s.Actions {
		if s.Vocab.Lists.Senses.Has(s.Actions[i].Rel.Name()) {
			return true
		}
	}
	return false
}

// otherSense reads again what a verb says of a candidate where its object shows that it means something else: "targets Peruvian
// tourists", "reclaimed its share of the market". It says whether it made anything of that.
func (s *Reader) otherSense(c *pairing.Candidate) bool {
	for i := range s.Actions {
		a := &s.Actions[i]
		if a.First < c.First || a.First > c.Last || a.Negated {
			continue
		}
		if c.Stance == data.Conflict && s.milder(c, a) || c.Stance == data.Cooperation && s.graver(c, a) {
			return true
		}
	}
	return false
}

// poisoned says whether a candidate tells of what people have eaten or drunk: "a victim of food poisoning in Peru".
func (s *Reader) poisoned(c *pairing.Candidate) bool {
	if c.Stance != data.Conflict || !s.Has(&poisoning) {
		return false
	}
	for i := 1; i < len(s.Nodes); i++ {
		if !poisoning.Has(s.Fold(i)) {
			continue
		}
		if s.Vocab.Lists.Poisons.Has(s.Fold(i - 1)) {
			c.Kind, c.Stance = data.Consult, data.Neutral
			return true
		}
	}
	return false
}

// poisoning is what somebody may have done or nobody.
var poisoning = rules.WordsOf("poisoning", "poisonings")

// milder reads a hostile candidate by an action that only sounds hostile.
func (s *Reader) milder(c *pairing.Candidate, a *grammar.Action) bool {
	switch a.Rel.Name() {
	case "withdraw", "retract", "take back", "delete":
		if s.aroundVerb(a, complementReach, &s.Vocab.Lists.Sayings) {
			c.Kind, c.Stance = data.Yield, data.Neutral
			return true
		}
	case "target":
		if s.wordAfter(a.Last, complementReach+1, &s.Vocab.Lists.Wooed) >= 0 {
			c.Kind, c.Stance = data.Cooperate, data.Neutral
			return true
		}
	case "reclaim", "recapture", "retake", "win back":
		if s.wordAfter(a.Last, complementReach+4, &s.Vocab.Lists.Ranks) >= 0 {
			c.Kind, c.Stance = data.Cooperate, data.Neutral
			return true
		}
	case "push", "press":
		if c.From == "" && c.Kind == data.Request && s.infinitiveAt(a.Last) {
			c.Kind, c.Stance = data.Cooperate, data.Cooperation // "Peru and Chile could push to set up a fund"
			return true
		}
	case "occupy":
		if s.wordAfter(a.Last, complementReach, &s.Vocab.Lists.Posts) >= 0 && c.Kind == data.Coerce {
			c.Kind, c.Stance = data.Consult, data.Cooperation
			return true
		}
	case "warn":
		if k := s.wordAfter(a.Last, complementReach, &s.Vocab.Lists.OwnPeople); k > 0 && s.ownAt(k) {
			c.Kind, c.Stance = data.Consult, data.Neutral
			return true
		}
	case "remain", "stay", "keep", "maintain", "serve":
		if c.Kind == data.Mobilize && s.guards(a, c) {
			c.Kind, c.Stance = data.AidKind, data.Cooperation
			return true
		}
	}
	return false
}

// graver reads a friendly candidate by an action that only sounds friendly, or is none between the two.
func (s *Reader) graver(c *pairing.Candidate, a *grammar.Action) bool {
	switch a.Rel.Name() {
	case "hand over", "transfer", "hand":
		if k := s.wordAfter(a.Last, 3, &s.Vocab.Lists.Reins); k >= 0 && !s.verbWithin(a.Last, k) {
			return s.ofOthers(c)
		}
	case "take over":
		switch t := s.TagAt(a.Last); t {
		case token.Comma, token.Strong, token.Conj, token.Sub:
			return s.ofOthers(c) // "as the new president takes over,"
		}
	case "build", "construct", "erect", "put up":
		if k := s.wordAfter(a.Last, complementReach, &s.Vocab.Lists.Walls); k >= 0 && s.wordAfter(k, complementReach+6, &s.Vocab.Lists.Frontier) >= 0 {
			c.Kind, c.Stance = data.Coerce, data.Conflict
			return true
		}
	case "send", "mail":
		if s.aroundVerb(a, complementReach, &s.Vocab.Lists.Bombs) && a.Passive {
			c.Stance = data.Neutral
			return true
		}
	case "commit":
		if c.Kind == data.Agree && a.Form(&s.Tree)&rules.Participle != 0 && s.Fold(min(a.Last, len(s.Nodes)-1)) == "by" {
			c.Kind, c.Stance = data.Accuse, data.Conflict // "crimes committed by Peru"
			return true
		}
	}
	return false
}

// ofOthers notes that a candidate tells of something that its two do not do to each other.
func (s *Reader) ofOthers(c *pairing.Candidate) bool {
	c.Stance = data.Neutral
	s.Add(c, reason.AboutOthers, "")
	return true
}

// aroundVerb says whether one of some words is the object of an action, or its subject where it is a passive.
func (s *Reader) aroundVerb(a *grammar.Action, reach int, words *rules.Words) bool {
	if !a.Passive {
		return s.wordAfter(a.Last, reach, words) >= 0
	}
	return s.wordAfter(max(a.First-reach-6, 0), min(reach+6, a.First), words) >= 0
}

// ownAt says whether the people named at a node are those of who speaks: "its citizens", "their own nationals".
func (s *Reader) ownAt(k int) bool {
	for i := k - 1; i >= max(0, k-2); i-- {
		switch s.Fold(i) {
		case "its", "their", "his", "her":
			return true
		}
	}
	return false
}

// guards says whether troops are somewhere for the good of those there, by the infinitive after an action: "remained in Peru to
// train its army".
func (s *Reader) guards(a *grammar.Action, c *pairing.Candidate) bool {
	for i := range s.Actions {
		b := &s.Actions[i]
		if !b.Infinitive || b.First < c.Node || b.First-a.Last > guardReach {
			continue
		}
		switch b.Rel.Name() {
		case "protect", "guard", "train", "help", "assist", "support", "secure", "defend":
			return true
		case "prevent", "stop", "fight", "combat", "contain", "keep", "hunt", "battle":
			for k := b.Last; k < min(b.Last+complementReach, len(s.Nodes)); k++ {
				if m := s.Nodes[k].Mention; m >= 0 && c.Pair.Has(s.Mentions[m].Country) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// guardReach is how far behind its verb it is told what troops are somewhere for.
const guardReach = 9

// marching is what it says of soldiers that they enter another country.
var marching = &rules.Relation{Word: "enter", Kind: data.Mobilize, Stance: data.Conflict, Weight: 1.4, Frame: rules.InObject,
	Flags: rules.Place, Fields: []data.Field{data.Security}}
