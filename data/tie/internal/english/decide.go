package english

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// verbSays adds what verb and noun together say of the pair, and settles kind, stance and modality.
func (s *Reader) verbSays(c *pairing.Candidate, p *predicate, v, n grammar.Link, slot rules.Slots) {
	r := s.decide(c, p, v, n, slot)
	if r == nil {
		s.Add(c, reason.NoWord, "")
		c.Kind, c.Stance = data.Consult, data.Neutral
	}
	s.contextOf(c, p, r)
	switch {
	case slot == rules.InObject && v.Rel != nil && n.Rel != nil && n.Framed && s.Vocab.Lists.Watches.Has(v.Rel.Word) && slices.Contains(n.Rel.Fields, data.Security):
		c.Kind, c.Stance = data.Mobilize, data.Conflict // "detected ten Peruvian warplanes"
	case slot == rules.InObject && v.Rel != nil && v.Rel.Word == "call on" && !s.thenInfinitive(p):
		c.Kind, c.Stance = data.Consult, data.Cooperation
	case c.Stance == data.Conflict && c.Kind == data.Mobilize && slot == rules.InSlot && v.Rel != nil && (v.Rel.Word == "deploy" || v.Rel.Word == "station"):
		c.Stance = data.Neutral // as guests or as foes
	case c.Stance == data.Conflict && c.Kind == data.Mobilize && v.Rel != nil && s.Vocab.Lists.Invites.Has(v.Rel.Word):
		c.Kind, c.Stance = data.Cooperate, data.Cooperation
	case c.Stance == data.Conflict && slot&(rules.InSlot|rules.AtSlot|rules.OnSlot|rules.WithSlot|rules.ForSlot) != 0 && v.Rel != nil && (s.Vocab.Lists.Fights.Has(v.Rel.Word) || c.Kind == data.Mobilize) && s.commonFoe(p):
		c.Kind, c.Stance = data.AidKind, data.Cooperation // "fights insurgents in Peru"
	case c.Kind == data.Assault && slot == rules.WithSlot && n.Framed && n.Rel.Has(rules.Joint) && n.Rel.Stance == data.Cooperation:
		c.Kind, c.Stance = n.Rel.Kind, n.Rel.Stance // "rolled into the town for an exercise with Peru"
	case c.Stance == data.Conflict && (slot == rules.ForSlot || c.Kind == data.Mobilize) && s.onRequest(p):
		c.Kind, c.Stance = data.Agree, data.Cooperation
	case c.Stance == data.Conflict || c.Modality == data.Denied:
	case c.Kind == data.Cooperate && s.taxed(c):
		c.Kind, c.Stance = data.Sanction, data.Conflict // "firms shipping in goods from Peru will have to pay a 36% tax"
	case c.Kind == data.Support && s.byForce(p):
		c.Kind, c.Stance = data.Assault, data.Conflict
	case v.Rel.Name() == "pull out" && n.Rel.Has(rules.Joint) && n.Framed:
		c.Kind, c.Stance = data.Reject, data.Conflict // out of a pact with a country, not out of the country
	case s.calledIn(p, n):
		c.Kind, c.Stance = data.Accuse, data.Conflict
	case s.sentAway(p), n.Rel != nil && s.saidShut(&s.Actions[p.actions[len(p.actions)-1]], p.ci, s.groupOf(n.Node)):
		c.Kind, c.Stance = data.Sanction, data.Conflict
	}
	if n.Rel != nil {
		s.unreal(c, n.Node, v.Rel)
		if c.Modality == data.Done && s.inTalks(p, n) {
			c.Modality = data.Ongoing
		}
	}
	if c.Modality != data.Denied && n.Rel != nil && n.Framed && s.noBefore(p) {
		s.Deny(c)
	}
}

// onOneSide says whether a group names those beside whom something is done: "fought alongside Peruvian troops".
func (s *Reader) onOneSide(g *grammar.Group) bool {
	if g.PrepNode <= 0 {
		return false
	}
	w := s.Fold(g.PrepNode)
	return w == "alongside" || w == "beside" || w == "with" && s.Fold(g.PrepNode-1) == "together"
}

// thenInfinitive says whether an infinitive follows the last action of a predicate in its clause: "called on Peru to pay".
func (s *Reader) thenInfinitive(p *predicate) bool {
	last := p.actions[len(p.actions)-1]
	return slices.ContainsFunc(s.Clauses[p.ci].Elements, func(e grammar.Element) bool {
		return e.Action > last && s.Actions[e.Action].Infinitive
	})
}

// decide weighs verb against noun: which of them says what is done.
func (s *Reader) decide(c *pairing.Candidate, p *predicate, v, n grammar.Link, slot rules.Slots) *rules.Relation {
	verbKnown := v.Rel != nil && v.Rel.Kind != ""
	switch {
	case s.ownQuarrel(n) && !v.Rel.Has(rules.Reverse) && !s.givesWay(v, n), n.Framed && verbKnown && (v.Rel.Kind == data.Coerce || v.Rel.Kind == data.Mobilize) && s.underDeal(n):
		return s.byNoun(c, n, 1, true)
	case verbKnown && v.Far && n.Rel != nil && n.Framed && n.Rel.Weight >= 1.2:
		return s.byNoun(c, n, 1, true)
	case verbKnown && (v.Rel.Kind == data.Cooperate || v.Rel.Kind == data.Support) && !v.Rel.Has(rules.Reverse) && n.Framed && hostileRel(n.Rel) && n.Node > v.Node && s.directObject(p, n.Node):
		return s.byNoun(c, n, 1, true) // "sent a complaint to Peru"
	case verbKnown && v.Rel.Has(rules.Reverse) && slot == rules.AgainstSlot && n.Node > v.Node:
		s.turn(c, v, grammar.Link{Rel: opposing, Node: n.Node, Framed: true}) // "dropped its case against Peru"
		return v.Rel
	case verbKnown && v.Rel.Name() == "end" && s.wordAfter(v.Node+1, 5, &s.Vocab.Lists.Passing) >= 0:
		return s.byNoun(c, grammar.Link{Rel: visiting, Node: v.Node, Framed: true}, 1, true)
	case verbKnown && v.Rel.Name() == "close" && n.Rel != nil && n.Rel.Stance == data.Cooperation && closes(n.Rel.Word):
		return s.byNoun(c, n, 1, n.Framed)
	case verbKnown && n.Rel != nil && v.Rel.Has(rules.Reverse) && !s.onlyAmid(n):
		if len(p.nouns) > 0 && p.nouns[0].Node > v.Node {
			framed := n.Framed
			n = p.nouns[0]
			n.Framed = framed
		}
		s.turn(c, v, n)
		return v.Rel
	case verbKnown && v.Rel.Has(rules.Light) && s.objectOf(p, v) != nil:
		o := sided(s.objectOf(p, v), slot)
		s.take(c, grammar.Link{Rel: o}, reason.ByNoun, 1)
		s.eased(c, v, o)
		s.fit(c, v.Framed || n.Framed || o.Frame&slot != 0, o.Word)
		return o
	case verbKnown && (n.Rel == nil || v.Rel.Weight >= 1.3 || v.Rel.Stance == data.Conflict || !n.Framed):
		s.take(c, v, reason.ByVerb, 1)
		if n.Rel != nil && n.Framed {
			s.Scaled(c, reason.ByNoun, n.Rel, 0.4)
			c.Fields = pairing.Join(c.Fields, n.Rel.Fields)
			if !v.Framed && n.Rel.Weight > v.Rel.Weight && n.Rel.Kind != data.Mobilize {
				c.Kind, c.Stance = n.Rel.Kind, n.Rel.Stance
			}
		}
		s.fit(c, v.Framed || n.Framed, v.Rel.Word)
		return v.Rel
	case n.Rel != nil && n.Framed:
		if v.Rel.Has(rules.Reverse) {
			s.turn(c, v, n)
			return n.Rel
		}
		s.take(c, n, reason.ByNoun, 1)
		s.eased(c, v, n.Rel)
		s.fit(c, true, n.Rel.Word)
		return n.Rel
	case verbKnown:
		s.take(c, v, reason.ByVerb, 1)
		s.fit(c, v.Framed, v.Rel.Word)
		return v.Rel
	case n.Rel != nil:
		return s.byNoun(c, n, 0.6, false)
	}
	return nil
}

// byNoun has a noun say, with a share of its weight, what is done.
func (s *Reader) byNoun(c *pairing.Candidate, n grammar.Link, share float64, framed bool) *rules.Relation {
	s.take(c, n, reason.ByNoun, share)
	s.fit(c, framed, n.Rel.Word)
	return n.Rel
}

// eased turns round something hostile of which a verb that says nothing alone tells that there is less: "lowered its tariffs".
func (s *Reader) eased(c *pairing.Candidate, v grammar.Link, object *rules.Relation) {
	if v.Rel.Has(rules.Light) && v.Rel.Has(rules.Yielding) && hostileRel(object) {
		s.Turned(c, object)
	}
}

// givesWay says whether who has a quarrel yields in it: "climbed down in its row with Peru".
func (s *Reader) givesWay(v, n grammar.Link) bool {
	return v.Rel != nil && v.Rel.Kind == data.Yield && !s.onlyAmid(n)
}

// onlyAmid says whether a noun only sets what is done beside something: the protests of "tore it down despite protests from Peru".
func (s *Reader) onlyAmid(n grammar.Link) bool {
	for k := s.groupOf(n.Node); k >= 0 && s.Groups[k].PrepNode >= 0; k-- {
		if w := s.Fold(s.Groups[k].PrepNode); w != "in" && amid[w] || w == "because" || w == "due" || w == "owing" {
			return true
		}
		if k == 0 || s.Groups[k].PrepNode != s.Groups[k-1].Last {
			break // but "closed due to a warning about an attack"
		}
	}
	return false
}

// closes says whether closing a thing is bringing it about: "closed the purchase of a Peruvian mine".
func closes(word string) bool {
	switch word {
	case "purchase", "acquisition", "takeover", "merger", "sale", "deal", "transaction", "buyout":
		return true
	}
	return false
}

func (s *Reader) fit(c *pairing.Candidate, framed bool, word string) {
	if framed {
		s.Add(c, reason.InFrame, word)
	} else {
		s.Add(c, reason.OutOfFrame, word)
	}
}

// objectOf gives the noun that is the object of a verb such as "extend", which says only what becomes of it; nil where
// there is none.
func (s *Reader) objectOf(p *predicate, v grammar.Link) *rules.Relation {
	if len(p.nouns) == 0 || p.nouns[0].Node < v.Node || p.nouns[0].Rel.Has(rules.Goods|rules.Actor|rules.Weak) {
		return nil
	}
	o := p.nouns[0].Rel
	if v.Rel.Kind == data.Assault && o.Kind == data.Cooperate && o.Has(rules.Place) || !s.directObject(p, p.nouns[0].Node) {
		return nil // "struck a power station", "struck a block in the port"
	}
	return o
}

// directObject says whether the noun at a node is the object of the last action: no object stands before it.
func (s *Reader) directObject(p *predicate, node int) bool {
	from := s.Actions[p.actions[len(p.actions)-1]].Last
	for i := range s.Groups {
		g := &s.Groups[i]
		if g.First >= from && g.Last <= node && g.Prep == 0 && !s.TimeGroup(g) && len(g.Members) == 0 && s.Nodes[g.First].Tag != token.Pronoun {
			return false
		}
	}
	return true
}

func (s *Reader) take(c *pairing.Candidate, l grammar.Link, r reason.Reason, factor float64) {
	s.Scaled(c, r, l.Rel, factor)
	c.Kind, c.Stance, c.Fields = l.Rel.Kind, l.Rel.Stance, l.Rel.Fields
	if k := s.groupOf(l.Node); !l.IsVerb && c.Stance == data.Cooperation && k >= 0 && (s.doubtful(&s.Groups[k]) || s.broughtToEnd(&s.Groups[k])) {
		s.Turned(c, l.Rel) // "announced the termination of the pact with Peru"
	}
}

// turn reads a verb that turns its object round: halting aid is hostile, lifting a ban is friendly.
func (s *Reader) turn(c *pairing.Candidate, v, n grammar.Link) {
	s.Scaled(c, reason.ByVerb, v.Rel, 1)
	s.Scaled(c, reason.ByNoun, n.Rel, 0.4)
	s.fit(c, v.Framed || n.Framed, v.Rel.Word)
	c.Fields = n.Rel.Fields
	s.turnedBy(c, v.Rel, n.Rel)
}

// turnedBy turns a candidate round as a verb does its object. Lifting a ban is friendly, and lifting oil no less so.
func (s *Reader) turnedBy(c *pairing.Candidate, verb, object *rules.Relation) {
	if verb != nil && verb.Stance == data.Cooperation && object != nil && object.Stance == data.Cooperation && object.Kind != data.Mobilize {
		c.Kind, c.Stance = object.Kind, object.Stance
		return
	}
	if verb.Name() == "end" && object != nil && s.Vocab.Lists.Passing.Has(object.Word) {
		return
	}
	if object.Name() == "visa" && verb.Name() != "suspend" && verb.Name() != "revoke" && verb.Name() != "cancel" && verb.Name() != "stop" {
		c.Kind, c.Stance = data.Yield, data.Cooperation // "scrapped visas for Peruvians"
		return
	}
	s.Turned(c, object)
}

// deniedAbove says whether the clause is what somebody denies: "denied that it sold arms to Peru", "denied a report that".
func (s *Reader) deniedAbove(ci int) bool {
	if ci >= 0 && s.untrue(s.firstNode(ci)) {
		return true
	}
	if ci < 0 || s.Clauses[ci].Parent < 0 || !s.Clauses[ci].Says && !(s.Clauses[ci].Relative && s.Is(s.firstNode(ci)-2, rules.IsClaim)) {
		return false
	}
	for _, e := range s.Clauses[s.Clauses[ci].Parent].Elements {
		if e.Action < 0 {
			continue
		}
		if r := s.Actions[e.Action].Rel; r.Has(rules.Deny) || r != nil && r.Kind == data.Reject && s.Is(s.firstNode(ci)-2, rules.IsClaim) {
			return !s.Actions[e.Action].Negated // "denied that", "rejected reports that"
		}
	}
	return false
}

// placed takes away where the group tells only the place of what is done.
func (s *Reader) placed(c *pairing.Candidate, v, n grammar.Link, m grammar.Member, slot rules.Slots) {
	if slot&(rules.InSlot|rules.AtSlot|rules.NearSlot) == 0 {
		return
	}
	for _, l := range [2]grammar.Link{n, v} {
		if l.Rel.Has(rules.Place) && l.Rel.Frame&slot != 0 {
			return
		}
	}
	if m.Place || c.Kind == data.Consult || c.Kind == data.Agree {
		s.Add(c, reason.Venue, s.Doc.Word(s.First+m.Node))
	}
}
