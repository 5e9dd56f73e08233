package tie

import (
	"entente/data"
)

// predicate is what has been read of a clause up to some group: its actions in a row, and its nouns.
type predicate struct {
	ci      int
	actions []int // into sentence.actions, in order
	nouns   []link
	objects int // groups without preposition after the last action
}

// inClause reads who does what to whom in a clause.
func (s *sentence) inClause(ci int) {
	c := &s.cs[ci]
	doers := s.doersOf(c)
	p := &s.pred
	p.ci, p.actions, p.nouns, p.objects = ci, p.actions[:0], p.nouns[:0], 0
	start, tied := 0, false
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
			if m.role == referred && (contains(doers, m.party) || s.bareObject(g)) {
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
	s.nounToTopic(ci)
	if (c.says || c.hypo) && c.parent >= 0 {
		s.demands(ci, doers)
	}
	if len(p.actions) > 0 {
		s.actTogether(p, doers, tied)
		s.toldOf(p, c, doers)
		s.toTopic(p, doers)
		s.answers(p, doers)
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
	s.verbSays(c, p, v, n, slot)
	c.from = d.party
	framed := v.framed || n.framed
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
	if s.compared(p, g) {
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
		if a.rel == nil {
			continue
		}
		framed := a.rel.frame&slot != 0 || a.passive && slot == bySlot
		if best.rel == nil || best.rel.kind == "" && a.rel.kind != "" {
			best = link{a.rel, a.main, framed, true, k < len(p.actions)-1}
		}
		if best.rel.kind != "" {
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
			if n.rel.has(actor) {
				continue
			}
			if m.role == modifier || m.role == owner {
				n.framed = !n.rel.has(weak)
				return n
			}
			continue
		}
		if n.rel.frame&slot != 0 {
			n.framed = true
			return n
		}
	}
	if slot == againstSlot {
		return link{rel: opposing, node: g.prepNode, framed: true}
	}
	if len(p.nouns) > 0 {
		return p.nouns[len(p.nouns)-1]
	}
	return s.abroad(p, slot)
}

// opposing is what "against" says where no other word does.
var opposing = &relation{word: "against", kind: data.Reject, stance: data.Conflict, weight: 1.3, frame: againstSlot}

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

// verbSays adds what verb and noun together say of the pair, and settles kind, stance and modality.
func (s *sentence) verbSays(c *candidate, p *predicate, v, n link, slot slots) {
	r := s.decide(c, p, v, n, slot)
	if r == nil {
		s.add(c, noWord, "")
		c.kind, c.stance = data.Consult, data.Neutral
	}
	s.contextOf(c, p, r)
	if c.modality != data.Denied && n.rel != nil && n.framed && s.noBefore(p) {
		s.deny(c)
	}
}

// decide weighs verb against noun: which of them says what is done.
func (s *sentence) decide(c *candidate, p *predicate, v, n link, slot slots) *relation {
	verbKnown := v.rel != nil && v.rel.kind != ""
	switch {
	case verbKnown && v.far && n.rel != nil && n.framed && n.rel.weight >= 1.2:
		s.take(c, n, byNoun, 1)
		s.fit(c, true, n.rel.word)
		return n.rel
	case verbKnown && n.rel != nil && v.rel.has(reverse):
		if len(p.nouns) > 0 && p.nouns[0].node > v.node {
			framed := n.framed
			n = p.nouns[0]
			n.framed = framed
		}
		s.turn(c, v, n)
		return v.rel
	case verbKnown && v.rel.has(light) && s.objectOf(p, v) != nil:
		o := s.objectOf(p, v)
		s.take(c, link{rel: o}, byNoun, 1)
		s.fit(c, v.framed || n.framed || o.frame&slot != 0, o.word)
		return o
	case verbKnown && (n.rel == nil || v.rel.weight >= 1.3 || v.rel.stance == data.Conflict || !n.framed):
		s.take(c, v, byVerb, 1)
		if n.rel != nil && n.framed {
			s.scaled(c, byNoun, n.rel, 0.4)
			c.fields = join(c.fields, n.rel.fields)
			if !v.framed && n.rel.weight > v.rel.weight && n.rel.kind != data.Mobilize {
				c.kind, c.stance = n.rel.kind, n.rel.stance
			}
		}
		s.fit(c, v.framed || n.framed, v.rel.word)
		return v.rel
	case n.rel != nil && n.framed:
		if v.rel.has(reverse) {
			s.turn(c, v, n)
			return n.rel
		}
		s.take(c, n, byNoun, 1)
		s.fit(c, true, n.rel.word)
		return n.rel
	case verbKnown:
		s.take(c, v, byVerb, 1)
		s.fit(c, v.framed, v.rel.word)
		return v.rel
	case n.rel != nil:
		s.take(c, n, byNoun, 0.6)
		s.fit(c, false, n.rel.word)
		return n.rel
	}
	return nil
}

// objectOf gives the noun that is the object of a verb such as "extend", which says only what becomes of it; nil where
// there is none.
func (s *sentence) objectOf(p *predicate, v link) *relation {
	if len(p.nouns) == 0 || p.nouns[0].node < v.node || p.nouns[0].rel.has(goods|actor|weak) {
		return nil
	}
	return p.nouns[0].rel
}

func (s *sentence) fit(c *candidate, framed bool, word string) {
	if framed {
		s.add(c, inFrame, word)
	} else {
		s.add(c, outOfFrame, word)
	}
}

func (s *sentence) take(c *candidate, l link, r reason, factor float64) {
	s.scaled(c, r, l.rel, factor)
	c.kind, c.stance, c.fields = l.rel.kind, l.rel.stance, l.rel.fields
}

// turn reads a verb that turns its object round: halting aid is hostile, lifting a ban is friendly.
func (s *sentence) turn(c *candidate, v, n link) {
	s.scaled(c, byVerb, v.rel, 1)
	s.scaled(c, byNoun, n.rel, 0.4)
	s.fit(c, v.framed || n.framed, v.rel.word)
	c.fields = n.rel.fields
	s.turned(c, n.rel)
}

// contextOf reads negation, plans, doubt and the verbs before the deciding one.
func (s *sentence) contextOf(c *candidate, p *predicate, r *relation) {
	refused, will := false, false
	if s.deniedAbove(p.ci) {
		s.deny(c)
		return
	}
	for k, ai := range p.actions {
		a := &s.actions[ai]
		lastOne := k == len(p.actions)-1
		if a.modality != data.Done && (c.modality == data.Done || a.modality == data.Proposed) {
			c.modality = a.modality
			will = will || a.modality != data.Ongoing
		}
		if a.must && c.stance != data.Conflict {
			s.add(c, asked, "")
		}
		if a.rel == nil {
			continue
		}
		if a.rel.has(deny) && !a.negated {
			s.deny(c)
			return
		}
		if !lastOne {
			switch {
			case a.rel.has(fail) || a.rel.kind == data.Reject || a.rel.kind == data.Threaten || a.rel.stance == data.Conflict && a.rel.kind == data.Request:
				refused = !a.negated
				if refused && a.rel.kind != "" {
					c.kind = a.rel.kind
				}
			case a.rel.has(plan):
				c.modality = data.Planned
			case a.rel.has(comment):
				s.add(c, commenting, "")
			}
		}
		if a.negated {
			s.negate(c, a, &refused)
			if c.modality == data.Denied {
				return
			}
		}
	}
	if refused {
		c.stance = data.Conflict
		if c.kind != data.Reject && c.kind != data.Threaten && c.kind != data.Request {
			c.kind = data.Reject
		}
		return
	}
	if r.has(comment) {
		s.add(c, commenting, "")
	}
	if r.has(compare) {
		s.add(c, comparing, "")
	}
	if r.has(mediate) {
		s.add(c, mediated, "")
	}
	switch c.modality {
	case data.Proposed:
		s.add(c, proposed, "")
	case data.Planned:
		if will {
			s.add(c, planned, "")
		}
	}
}

// deniedAbove says whether the clause is what somebody denies: "denied that it sold arms to Peru".
func (s *sentence) deniedAbove(ci int) bool {
	if ci < 0 || !s.cs[ci].says || s.cs[ci].parent < 0 {
		return false
	}
	for _, e := range s.cs[s.cs[ci].parent].elements {
		if e.action >= 0 && s.actions[e.action].rel.has(deny) {
			return !s.actions[e.action].negated
		}
	}
	return false
}

// negate reads a negated action: what does not happen is no tie, but refusing to and failing to agree are conflicts.
func (s *sentence) negate(c *candidate, a *action, refused *bool) {
	switch {
	case a.rel.has(fail), a.rel.kind == data.Reject:
		*refused = false
	case a.rel.has(say | comment):
	case c.stance == data.Cooperation && a.modality != data.Done && !a.nonfinite, a.never && c.kind == data.Agree:
		*refused = true
	default:
		s.deny(c)
	}
}

// placed takes away where the group tells only the place of what is done.
func (s *sentence) placed(c *candidate, v, n link, m member, slot slots) {
	if slot&(inSlot|atSlot|nearSlot) == 0 {
		return
	}
	for _, l := range [2]link{n, v} {
		if l.rel.has(place) && l.rel.frame&slot != 0 {
			return
		}
	}
	if m.place || c.kind == data.Consult || c.kind == data.Agree {
		s.add(c, venue, s.doc.Word(s.first+m.node))
	}
}

// join appends the fields that are not there yet.
func join(a, b []data.Field) []data.Field {
	out := a[:len(a):len(a)]
	for _, f := range b {
		found := false
		for _, o := range out {
			found = found || o == f
		}
		if !found {
			out = append(out, f)
		}
	}
	return out
}

// demands ties who demands, urges or says that something must be done to who shall do it.
func (s *sentence) demands(ci int, shall []member) {
	c := &s.cs[ci]
	parent := &s.cs[c.parent]
	var v *relation
	for _, e := range parent.elements {
		if e.action < 0 {
			continue
		}
		if r := s.actions[e.action].rel; v == nil || v.kind != data.Threaten {
			v = r
		}
	}
	must := false
	if c.finite >= 0 {
		must = s.actions[c.elements[c.finite].action].must
	}
	threat := v != nil && v.kind == data.Threaten && c.hypo
	if v == nil || v.frame&inThat == 0 && !must && !threat {
		return
	}
	for _, gi := range parent.subject {
		for _, d := range s.resolve(gi) {
			for _, m := range shall {
				if x := s.propose(d, m, ci); x != nil {
					s.demanded(x, d, v, must)
				}
			}
		}
	}
}

func (s *sentence) demanded(x *candidate, d member, v *relation, must bool) {
	x.from, x.first = d.party, 0
	if v.kind == data.Threaten { // "unless Chile …" is no supposition about the threat
		x.score.drop(hypothetical)
	}
	s.add(x, oneClause, "")
	if v.kind != "" && (v.frame&inThat != 0 || v.kind == data.Threaten) {
		s.take(x, link{rel: v}, byVerb, 1)
		s.add(x, inFrame, v.word)
		return
	}
	if must {
		x.kind, x.stance = data.Request, data.Conflict
		s.add(x, mustDo, "")
	}
}
