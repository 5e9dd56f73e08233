package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
)

// nounFor gives the noun that relates a group to the doers: one before it that takes its preposition, or its own.
func (s *Reader) nounFor(p *predicate, g *grammar.Group, m grammar.Member, slot rules.Slots) grammar.Link {
	if slot == rules.WithSlot && m.Role == grammar.Modifier && mates(s.Fold(g.Head)) {
		return grammar.Link{Rel: working, Node: g.Head, Framed: true}
	}
	for k := len(p.nouns) - 1; k >= 0; k-- {
		n := p.nouns[k]
		if n.Node >= g.First {
			if n.Rel.Has(rules.Actor) && !s.copula(p) && !s.asPartner(g, m) {
				continue
			}
			if m.Role == grammar.Modifier || m.Role == grammar.Owner {
				n.Framed = !n.Rel.Has(rules.Weak)
				return s.outerNoun(p, k, n)
			}
			continue
		}
		if n.Rel.Frame&slot != 0 {
			if s.equips(n.Node) {
				continue
			}
			n.Framed, n.Rel = true, sided(n.Rel, slot)
			return s.outerNoun(p, k, n)
		}
	}
	if slot == rules.AgainstSlot {
		return grammar.Link{Rel: opposing, Node: g.PrepNode, Framed: true}
	}
	if len(p.nouns) > 0 {
		return p.nouns[len(p.nouns)-1]
	}
	if n := s.nounNext(p, g, slot); n.Rel != nil {
		return n
	}
	if n := s.hostileSubject(p, slot); n.Rel != nil {
		return n
	}
	for _, n := range [...]grammar.Link{s.visits(p, slot), s.goes(p, slot), s.brings(p, slot), s.dwells(p, slot), s.boundFor(p, g)} {
		if n.Rel != nil {
			return n
		}
	}
	return s.abroad(p, slot)
}

// mates says whether a word means those with whom somebody does something as one of them: "dive with Cuban colleagues".
func mates(word string) bool {
	switch word {
	case "colleague", "colleagues", "counterpart", "counterparts", "comrade", "comrades", "peers", "partners":
		return true
	}
	return false
}

// equips says whether the noun at a node only says what a thing has on it or in it: the visas of "found a passport with visas
// for Peru".
func (s *Reader) equips(node int) bool {
	for i := 1; i < len(s.Groups); i++ {
		g, h := &s.Groups[i], &s.Groups[i-1]
		if g.First <= node && node < g.Last {
			return g.PrepNode == h.Last && s.Fold(g.PrepNode) == "with" && h.Prep == 0 && h.Rel == nil && len(h.Members) == 0 && h.Ref == grammar.NoRef &&
				(s.Fold(h.First) == "a" || s.Fold(h.First) == "an")
		}
	}
	return false
}

// nounNext gives the noun of "took Peru to court", which stands after the object of a verb that says nothing alone.
func (s *Reader) nounNext(p *predicate, g *grammar.Group, slot rules.Slots) grammar.Link {
	k := s.GroupAt(g) + 1
	v := s.Actions[p.actions[len(p.actions)-1]].Rel
	if slot != rules.InObject || k >= len(s.Groups) || !v.Has(rules.Light) || s.Groups[k].Prep != rules.ToSlot || s.Groups[k].Rel == nil || s.Groups[k].First-g.Last > 1 {
		return grammar.Link{}
	}
	return grammar.Link{Rel: s.Groups[k].Rel, Node: s.Groups[k].RelNode, Framed: true}
}

// opposing is what "against" says where no other word does.
var opposing = &rules.Relation{Word: "against", Kind: data.Reject, Stance: data.Conflict, Weight: 1.3, Frame: rules.AgainstSlot}

// phoning is what a call with somebody says.
var phoning = &rules.Relation{Word: "call", Kind: data.Consult, Stance: data.Cooperation, Weight: 1.4, Frame: rules.WithSlot, Flags: rules.Joint,
	Fields: []data.Field{data.Diplomacy}}

// sided gives what a noun says of those around it where "against" sets them apart: "Peru's case against Chile".
func sided(r *rules.Relation, slot rules.Slots) *rules.Relation {
	switch {
	case slot == rules.AgainstSlot && r.Stance == data.Neutral:
		return about(opposing, r)
	case slot == rules.WithSlot && r.Word == "call":
		return phoning // no call on anybody to do anything
	}
	return r
}

// copula says whether the clause says what the doer is: "Peru is Chile's biggest customer".
func (s *Reader) copula(p *predicate) bool {
	if len(p.actions) != 1 {
		return false
	}
	r := s.Actions[p.actions[0]].Rel
	return r != nil && (r.Word == "be" || r.Word == "become" || r.Word == "remain")
}

// hostileSubject gives what the doers own that hits another, where the verb says nothing: "Ankara's veto kept Sweden out".
func (s *Reader) hostileSubject(p *predicate, slot rules.Slots) grammar.Link {
	if slot != rules.InObject || len(p.actions) != 1 || len(s.Clauses[p.ci].Subject) != 1 {
		return grammar.Link{}
	}
	g := &s.Groups[s.Clauses[p.ci].Subject[0]]
	if !hostileRel(g.Rel) || len(g.Members) == 0 || g.Members[0].Role == grammar.Head {
		return grammar.Link{}
	}
	return grammar.Link{Rel: g.Rel, Node: g.RelNode, Framed: true}
}

// goes gives the doers' own goods where the verb says only that they go somewhere: "Mongolia's coal goes to China".
func (s *Reader) goes(p *predicate, slot rules.Slots) grammar.Link {
	if slot&(rules.ToSlot|rules.FromSlot|rules.InSlot) == 0 || len(p.actions) != 1 || len(s.Clauses[p.ci].Subject) != 1 {
		return grammar.Link{}
	}
	g := &s.Groups[s.Clauses[p.ci].Subject[0]]
	if of := s.goodsOf(&s.Clauses[p.ci]); of != nil {
		g = of
	} else if k := s.Clauses[p.ci].Subject[0] + 1; g.Rel == nil && k < len(s.Groups) && s.Groups[k].Prep == rules.OfSlot && s.Groups[k].Rel.Has(rules.Directed) {
		g = &s.Groups[k] // "half of Peru's exports go"
	}
	a := &s.Actions[p.actions[0]]
	if s.Vocab.Lists.Keeps.Has(a.Rel.Name()) && a.Passive && !a.Negated && slot == rules.InSlot && g.Rel.Has(rules.Goods) {
		return grammar.Link{Rel: about(keeping, g.Rel), Node: a.Main, Framed: true}
	}
	switch a.Rel.Name() {
	case "go", "come", "travel", "head", "pass", "leave", "reach":
		if g.Rel.Has(rules.Goods|rules.Directed) && g.Rel.Frame&slot != 0 {
			return grammar.Link{Rel: g.Rel, Node: g.RelNode, Framed: true}
		}
	}
	return grammar.Link{}
}

// bringing is what it says that planes or ships of a party come to another country with something in them.
var bringing = &rules.Relation{Word: "bring to", Kind: data.Cooperate, Stance: data.Cooperation, Weight: 1.2, Frame: rules.InSlot | rules.ToSlot | rules.AtSlot,
	Flags: rules.Place}

// brings gives what it says that the doers' planes or ships, of which the words before the verb tell what is in them, come somewhere:
// "two Peruvian planes loaded with rifles landed in Lima".
func (s *Reader) brings(p *predicate, slot rules.Slots) grammar.Link {
	n := len(p.actions)
	if n < 2 || bringing.Frame&slot == 0 || !s.Actions[p.actions[n-1]].Rel.Has(rules.Here) || s.Actions[p.actions[n-1]].Negated {
		return grammar.Link{}
	}
	load, a := &s.Actions[p.actions[n-2]], &s.Actions[p.actions[n-1]]
	switch load.Rel.Name() {
	case "load", "carry", "pack", "fill", "stack", "cram", "stuff", "bear", "bring":
	default:
		return grammar.Link{}
	}
	for i := range s.Groups {
		if g := &s.Groups[i]; g.First >= load.Last && g.Last <= a.First && g.Rel != nil && g.Rel.Stance == data.Cooperation && g.Rel.Has(rules.Goods|rules.Directed) {
			return grammar.Link{Rel: about(bringing, g.Rel), Node: a.Main, Framed: true}
		}
	}
	return grammar.Link{}
}

// boundFor gives the doers' own goods where a group tells where they are on their way to: "a train of Chinese panels rolled in,
// bound for Peru".
func (s *Reader) boundFor(p *predicate, g *grammar.Group) grammar.Link {
	if g.Prep != rules.ToSlot || g.PrepNode < 0 || s.Nodes[g.PrepNode].Extra == 0 {
		return grammar.Link{}
	}
	goods := s.goodsOf(&s.Clauses[p.ci])
	if goods == nil || goods.Rel.Frame&rules.ToSlot == 0 || s.Actions[p.actions[len(p.actions)-1]].Negated {
		return grammar.Link{}
	}
	return grammar.Link{Rel: goods.Rel, Node: goods.RelNode, Framed: true}
}

// keeping is what it says that a party's goods are kept or worked on in another's country: "waste from Peru will be stored in
// Chile".
var keeping = &rules.Relation{Word: "keep in", Kind: data.Cooperate, Stance: data.Cooperation, Weight: 0.9, Frame: rules.InSlot,
	Flags: rules.Place}

// dwelling is what it says of people of a nation that they live or work in another country.
var dwelling = &rules.Relation{Word: "live in", Kind: data.Cooperate, Stance: data.Cooperation, Weight: 1.0, Frame: rules.InSlot,
	Flags: rules.Place, Fields: []data.Field{data.Migration}}

// fleeing is what it says of people of a nation that they go to another country in numbers.
var fleeing = &rules.Relation{Word: "flee to", Kind: data.Cooperate, Stance: data.Neutral, Weight: 1.0, Frame: rules.InSlot | rules.ToSlot,
	Flags: rules.Place, Fields: []data.Field{data.Migration}}

// dwells gives what it says that people of a nation live somewhere: "thousands of Nepalis work as guards in Qatar".
func (s *Reader) dwells(p *predicate, slot rules.Slots) grammar.Link {
	if slot&(rules.InSlot|rules.ToSlot|rules.InObject) == 0 || len(p.actions) != 1 || len(s.Clauses[p.ci].Subject) != 1 {
		return grammar.Link{}
	}
	a := &s.Actions[p.actions[0]]
	if g := &s.Groups[s.Clauses[p.ci].Subject[0]]; slot == rules.InObject {
		switch a.Rel.Name() {
		case "leave", "enter", "quit", "reach":
			if g.Rel.Has(rules.Actor) && g.Rel.Kind == data.Mobilize && !a.Negated && (a.Rel.Name() == "enter" || a.Rel.Name() == "reach") {
				return grammar.Link{Rel: marching, Node: a.Main, Framed: true}
			}
			if g.Rel.Has(rules.Actor) && g.Rel.Has(rules.Place) && !a.Negated {
				return grammar.Link{Rel: dwelling, Node: a.Main, Framed: true}
			}
		}
		return grammar.Link{}
	}
	rel := dwelling
	switch a.Rel.Name() {
	case "live", "work", "study", "serve", "reside", "settle", "stay", "teach", "train":
	case "cross", "flee", "move", "migrate", "emigrate", "pour", "stream":
		rel = fleeing
	default:
		return grammar.Link{}
	}
	gi := s.Clauses[p.ci].Subject[0]
	for k := gi; k <= min(gi+1, len(s.Groups)-1) && !a.Negated; k++ {
		g := &s.Groups[k]
		if (k == gi || g.Prep == rules.OfSlot) && len(g.Members) > 0 && g.Members[0].Role == grammar.Head && s.Demonym(g.Members[0].Node) && rel.Frame&slot != 0 {
			return grammar.Link{Rel: rel, Node: a.Main, Framed: true}
		}
	}
	return grammar.Link{}
}

// abroad gives the doers' own noun where it says that they are somewhere: "Kenyan nurses work in Seoul".
func (s *Reader) abroad(p *predicate, slot rules.Slots) grammar.Link {
	for _, gi := range s.Clauses[p.ci].Subject {
		for k := gi; k <= min(gi+1, len(s.Groups)-1); k++ {
			if g := &s.Groups[k]; g.Rel.Has(rules.Actor) && g.Rel.Frame&slot != 0 && (k == gi || g.Prep == rules.OfSlot) && !s.onePerson(g) {
				return grammar.Link{Rel: g.Rel, Node: g.RelNode, Framed: true}
			}
		}
	}
	return grammar.Link{}
}

// othersPlan says whether the last action is what another party than the doer wants: "backs Peru's bid to join the pact".
func (s *Reader) othersPlan(p *predicate, d grammar.Member) bool {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if !a.Infinitive || len(p.actions) < 2 {
		return false
	}
	for i := range s.Groups {
		if g := &s.Groups[i]; g.Last == a.First {
			return len(g.Members) > 0 && g.Members[0].Role == grammar.Owner && g.Members[0].Party != d.Party
		}
	}
	return false
}

// aboutSlots are the prepositions after which it stands what a noun that the tables do not know is about: "a statement on Peru".
const aboutSlots = rules.OnSlot | rules.AboutSlot | rules.OverSlot | rules.ForSlot

// othersIn says whether a group belongs to a noun phrase that is about other parties than the doer: the second country
// of "condemned American sales to Taiwan", or those of "talks between Serbia and Kosovo".
func (s *Reader) othersIn(gi int, d, m grammar.Member) bool {
	g := &s.Groups[gi]
	if g.Prep == rules.BetweenSlot && len(s.Chained(g.Chain)) > 1 {
		return true
	}
	if first := g.Members; len(first) > 1 && first[0].Role == grammar.Owner && first[0].Party != d.Party && m.Role == grammar.Modifier && m.Party != first[0].Party {
		return true // "supports Peru's Chilean plans"
	}
	if g.Prep == 0 {
		return false
	}
	if h := &s.Groups[max(gi-1, 0)]; g.Prep == rules.InSlot && h.Last == g.PrepNode && s.hasOwner(h) {
		o := h.Members[0].Party
		return o != d.Party && o != m.Party // "paid for Peru's war effort in Chile"
	}
	for k := gi - 1; k >= max(0, gi-2); k-- {
		h := &s.Groups[k]
		if h.Chain == g.Chain || h.Rel == nil && (k < gi-1 || h.Last != g.PrepNode || g.Prep&aboutSlots == 0) || h.Rel != nil && h.Rel.Frame&g.Prep == 0 {
			continue
		}
		for _, o := range h.Members {
			if o.Party != d.Party && o.Party != m.Party && o.Role != grammar.Head {
				return !s.withArmsOf(k, o.Party) // "fired Peruvian rockets at Chile"
			}
		}
		return false
	}
	return false
}
