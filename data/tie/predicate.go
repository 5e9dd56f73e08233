package tie

import (
	"entente/data"
)

// predicate is what has been read of a clause up to some group: its actions in a row, and its nouns.
type predicate struct {
	ci      int
	actions []int // into sentence.actions, in order
	nouns   []link
	objects int  // groups without preposition after the last action
	outer   link // what is hostile to the thing that the last participle only describes, see keepOuter
}

// inClause reads who does what to whom in a clause.
func (s *sentence) inClause(ci int) {
	c := &s.cs[ci]
	doers := s.doersOf(c)
	p := &s.pred
	p.ci, p.actions, p.nouns, p.objects, p.outer = ci, p.actions[:0], p.nouns[:0], 0, s.outerAbove(c)
	start, tied, before := 0, false, len(s.cands)
	if c.object > 0 {
		if g := &s.gs[c.object-1]; g.rel != nil {
			p.nouns = append(p.nouns, link{rel: g.rel, node: g.relNode, framed: true})
		}
	}
	for ; start < len(c.elements) && c.elements[start].action < 0; start++ {
	}
	s.beforeVerb(doers, c.elements[:start])
	for _, e := range c.elements[start:] {
		if e.action >= 0 {
			s.keepOuter(p, e.action)
			p.actions = append(p.actions, e.action)
			if c.object == 0 {
				p.nouns = p.nouns[:0]
			}
			p.objects = 0
			continue
		}
		g := &s.gs[e.group]
		if g.prep == 0 && g.chain == e.group {
			p.objects++
		}
		if g.rel != nil {
			p.nouns = append(p.nouns, link{rel: g.rel, node: g.relNode})
		}
		targets := s.resolve(e.group)
		if g.ref == refDeal || g.ref == refBilateral {
			targets = g.members
		}
		order := s.inOrder(doers, e.group)
		for k, m := range targets {
			if m.role == referred && (contains(doers, m.party) || s.bareObject(g) && !s.hostile(p)) {
				continue
			}
			for i, d := range doers {
				if order >= 0 && i != order+k {
					continue
				}
				tied = s.doneTo(p, d, m, e.group) || tied
			}
		}
		if len(doers) == 0 {
			s.passiveAgents(p, e.group, c)
		}
	}
	c.outer = s.hostileNoun(p)
	s.nounToTopic(ci)
	if (c.says || c.hypo) && c.parent >= 0 {
		s.demands(ci, doers)
	}
	if len(p.actions) > 0 {
		s.actTogether(p, doers, tied)
		s.toldOf(p, c, doers)
		s.toTopic(p, doers)
		s.doneThere(p, doers)
		s.answers(p, doers)
		s.byTogether(p, c)
		s.objectGap(p, c, doers)
		s.followers(c, doers)
		s.followsSuit(c, doers)
		s.urgesTwo(p, c, doers, before)
		if len(doers) == 0 && c.finite >= 0 {
			s.throughSubject(p, c)
		}
	}
}

// beforeVerb reads what a noun set in before the verb says of the doers: "the minister, on a visit to Peru, called".
func (s *sentence) beforeVerb(doers []member, elements []element) {
	for i := 1; i < len(elements); i++ {
		h, g := &s.gs[max(elements[i-1].group, 0)], &s.gs[max(elements[i].group, 0)]
		if elements[i].group < 0 || elements[i-1].group < 0 || h.rel == nil || h.prep == 0 || len(h.members) > 0 ||
			g.prep&h.rel.frame == 0 || s.broken(h.last, g.prepNode) {
			continue
		}
		for _, m := range g.members {
			for _, d := range doers {
				s.tieNoun(h, g, d, m, link{rel: h.rel, node: h.relNode, framed: true})
			}
		}
	}
}

// doersOf gives the parties that do what a clause says.
func (s *sentence) doersOf(c *clause) []member {
	if len(c.subject) == 1 {
		return s.resolve(c.subject[0])
	}
	var doers []member
	for _, gi := range c.subject {
		doers = append(doers, s.resolve(gi)...)
	}
	return doers
}

// inOrder gives the place of a group in a list that matches the doers one by one ("respectively", "in that order"), or
// -1.
func (s *sentence) inOrder(doers []member, gi int) int {
	if len(doers) < 2 || !s.hasRespectively() {
		return -1
	}
	chain := s.chained(s.gs[gi].chain)
	if len(chain) != len(doers) {
		return -1
	}
	for i, c := range chain {
		if c == gi {
			return i
		}
	}
	return -1
}

// hostile says whether the last verb is one that rejects or attacks, whose "it" is what the other party did.
func (s *sentence) hostile(p *predicate) bool {
	v := s.lastVerb(p, inObject)
	return v.rel != nil && (v.rel.kind == data.Reject || v.rel.kind == data.Accuse) && !v.far
}

// bareObject says whether a group is only "it" or "them" as object, which more often is a thing than a party.
func (s *sentence) bareObject(g *group) bool {
	return g.prep&^(ofSlot|otherSlot|inSlot) == 0 && g.last-g.first == 1 && s.nodes[g.first].tag == pronoun
}

func contains(ms []member, p data.Party) bool {
	for _, m := range ms {
		if m.party == p {
			return true
		}
	}
	return false
}

// doneTo adds the candidate of a doer and a party of a group after the verb. It says whether that group is a partner,
// so that the doers are not tied to each other by the same verb.
func (s *sentence) doneTo(p *predicate, d, m member, gi int) bool {
	c := s.propose(d, m, p.ci)
	if c == nil {
		return false
	}
	g := &s.gs[gi]
	slot := g.prep
	if slot == 0 || slot == bySlot && p.objects > 0 && !s.actions[p.actions[len(p.actions)-1]].passive {
		slot = inObject // "blocked a statement by Peru"
	}
	v := s.lastVerb(p, slot)
	n := s.nounFor(p, g, m, slot)
	s.add(c, oneClause, "")
	if s.weakBefore(gi) {
		v.framed, n.framed = false, false // "a wall on its border with Peru"
		s.add(c, weakWord, s.gs[gi-1].rel.word)
	}
	s.verbSays(c, p, v, n, slot)
	s.outerSays(c, p)
	c.from = d.party
	framed := v.framed || n.framed
	if v.rel.has(command) && slot == inObject && s.commanded(p.ci, gi) {
		c.kind, c.stance = data.Request, data.Conflict
	}
	s.placed(c, v, n, m, slot)
	if m.role == within && slot&(inObject|withSlot|toSlot) == 0 {
		s.add(c, byOf, "")
	}
	c.first, c.last = min(c.first, s.firstNode(p.ci)), max(c.last, g.last)
	if slot == bySlot && s.aside(&s.actions[p.actions[len(p.actions)-1]]) {
		s.add(c, aboutOthers, "")
	}
	if s.onlyTopic(p, slot) {
		s.add(c, aboutOthers, "")
	}
	if s.compared(p, g) || v.rel.has(compare) {
		s.add(c, comparing, "")
	}
	if s.othersIn(gi, d, m) {
		s.add(c, aboutOthers, "")
	}
	return framed && c.modality != data.Denied && slot&(inObject|withSlot|toSlot|againstSlot) != 0 && len(p.actions) == 1
}

// aside says whether an action belongs to a noun that only tells where: "at a conference supported by the bank".
func (s *sentence) aside(a *action) bool {
	if !a.nonfinite || a.infinitive {
		return false
	}
	for i := len(s.gs) - 1; i >= 0; i-- {
		if g := &s.gs[i]; g.last == a.first {
			return g.prep&(inSlot|atSlot|onSlot) != 0
		}
	}
	return false
}

// onlyTopic says whether what follows is only talked about: "met to discuss flights to Peru".
func (s *sentence) onlyTopic(p *predicate, slot slots) bool {
	a := &s.actions[p.actions[len(p.actions)-1]]
	return a.rel.has(talk) && a.rel.frame&slot == 0
}

// commanded says whether an infinitive follows a group: "ordered the firm to pay".
func (s *sentence) commanded(ci, gi int) bool {
	for k, e := range s.cs[ci].elements {
		if e.group == gi && k+1 < len(s.cs[ci].elements) {
			next := s.cs[ci].elements[k+1]
			return next.action >= 0 && s.actions[next.action].infinitive
		}
	}
	return false
}

// weakBefore says whether a group hangs on a noun that says little, such as "border".
func (s *sentence) weakBefore(gi int) bool {
	if gi == 0 {
		return false
	}
	g, h := &s.gs[gi], &s.gs[gi-1]
	return g.prep != 0 && h.rel.has(weak) && h.rel.frame&g.prep != 0 && g.prepNode-h.last <= 0
}

// compared says whether a group stands after "than", "behind" and the like.
func (s *sentence) compared(p *predicate, g *group) bool {
	if g.prepNode >= 0 && s.is(g.prepNode, isAhead) {
		return true
	}
	for i := s.actions[p.actions[0]].last; i < g.first; i++ {
		if s.nodes[i].tag == prep && s.fold(i) == "than" {
			return true
		}
	}
	return false
}

// othersIn says whether a group belongs to a noun phrase that is about other parties than the doer: the second country
// of "condemned American sales to Taiwan", or those of "talks between Serbia and Kosovo".
func (s *sentence) othersIn(gi int, d, m member) bool {
	g := &s.gs[gi]
	if g.prep == betweenSlot && len(s.chained(g.chain)) > 1 {
		return true
	}
	if first := g.members; len(first) > 1 && first[0].role == owner && first[0].party != d.party && m.role == modifier && m.party != first[0].party {
		return true // "supports Peru's Chilean plans"
	}
	if g.prep == 0 {
		return false
	}
	for k := gi - 1; k >= max(0, gi-2); k-- {
		h := &s.gs[k]
		if h.rel == nil || h.rel.frame&g.prep == 0 || h.chain == g.chain {
			continue
		}
		for _, o := range h.members {
			if o.party != d.party && o.party != m.party && o.role != head {
				return true
			}
		}
		return false
	}
	return false
}

func (s *sentence) firstNode(ci int) int {
	c := &s.cs[ci]
	if len(c.elements) == 0 {
		return 0
	}
	if e := c.elements[0]; e.group >= 0 {
		return s.gs[e.group].first
	} else {
		return s.actions[e.action].first
	}
}

// lastVerb gives the action that governs what follows: the last one, or one before it where the last says nothing.
func (s *sentence) lastVerb(p *predicate, slot slots) link {
	best := link{}
	for k := len(p.actions) - 1; k >= 0; k-- {
		a := &s.actions[p.actions[k]]
		if k < len(p.actions)-1 && slot == inObject && s.tagAt(s.actions[p.actions[k+1]].first-1) == comma {
			break // "opened ties with Peru, leaving Chile without friends"
		}
		if a.rel == nil {
			continue
		}
		rel := a.rel.sense(slot)
		framed := rel.frame&slot != 0 || a.passive && slot == bySlot
		if best.rel == nil || best.rel.kind == "" && rel.kind != "" {
			best = link{rel, a.main, framed, true, k < len(p.actions)-1}
		}
		if best.rel.kind != "" || best.rel.has(compare) {
			break
		}
	}
	return best
}

// nounFor gives the noun that relates a group to the doers: one before it that takes its preposition, or its own.
func (s *sentence) nounFor(p *predicate, g *group, m member, slot slots) link {
	for k := len(p.nouns) - 1; k >= 0; k-- {
		n := p.nouns[k]
		if n.node >= g.first {
			if n.rel.has(actor) && !s.copula(p) {
				continue
			}
			if m.role == modifier || m.role == owner {
				n.framed = !n.rel.has(weak)
				return s.outerNoun(p, k, n)
			}
			continue
		}
		if n.rel.frame&slot != 0 {
			n.framed = true
			return s.outerNoun(p, k, n)
		}
	}
	if slot == againstSlot {
		return link{rel: opposing, node: g.prepNode, framed: true}
	}
	if len(p.nouns) > 0 {
		return p.nouns[len(p.nouns)-1]
	}
	if n := s.nounNext(p, g, slot); n.rel != nil {
		return n
	}
	return s.abroad(p, slot)
}

// nounNext gives the noun of "took Peru to court", which stands after the object of a verb that says nothing alone.
func (s *sentence) nounNext(p *predicate, g *group, slot slots) link {
	k := s.groupAt(g) + 1
	v := s.actions[p.actions[len(p.actions)-1]].rel
	if slot != inObject || k >= len(s.gs) || !v.has(light) || s.gs[k].prep != toSlot || s.gs[k].rel == nil || s.gs[k].first-g.last > 1 {
		return link{}
	}
	return link{rel: s.gs[k].rel, node: s.gs[k].relNode, framed: true}
}

// opposing is what "against" says where no other word does.
var opposing = &relation{word: "against", kind: data.Reject, stance: data.Conflict, weight: 1.3, frame: againstSlot}

// copula says whether the clause says what the doer is: "Peru is Chile's biggest customer".
func (s *sentence) copula(p *predicate) bool {
	if len(p.actions) != 1 {
		return false
	}
	r := s.actions[p.actions[0]].rel
	return r != nil && (r.word == "be" || r.word == "become" || r.word == "remain")
}

// abroad gives the doers' own noun where it says that they are somewhere: "Kenyan nurses work in Seoul".
func (s *sentence) abroad(p *predicate, slot slots) link {
	for _, gi := range s.cs[p.ci].subject {
		for k := gi; k <= min(gi+1, len(s.gs)-1); k++ {
			if g := &s.gs[k]; g.rel.has(actor) && g.rel.frame&slot != 0 && (k == gi || g.prep == ofSlot) {
				return link{rel: g.rel, node: g.relNode, framed: true}
			}
		}
	}
	return link{}
}
