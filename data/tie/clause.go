package tie

// element is a part of a clause in the order of the text: a group or an action.
type element struct {
	group  int // index into groups, or -1
	action int // index into actions, or -1
}

// clause is a run of the sentence with one finite verb, or none.
type clause struct {
	elements []element
	finite   int   // index into elements of its first finite action, or -1
	subject  []int // groups
	object   int   // 1 + the group that a relative pronoun stands for where the clause has a subject of its own, or 0
	parent   int   // clause it hangs on, or -1
	relative bool
	hypo     bool // after "if"
	says     bool // what somebody said: parent is the saying
	comma    bool // a relative clause that a comma closes
	quoted   bool
	outer    link // the hostile noun that the clause ends with, if any
}

// builder walks the sentence and sorts its groups and actions into clauses.
type builder struct {
	s     *sentence
	cur   int
	next  int // next group
	hypo  bool
	quote bool
	outer []int // clauses that brackets interrupt
	moved []element
}

// clauses sorts groups and actions into clauses and finds their subjects.
func (s *sentence) clausesOf() {
	s.actions, s.cs = s.actions[:0], s.cs[:0]
	b := builder{s: s}
	b.open(-1)
	for i := 0; i < len(s.nodes); {
		if b.next < len(s.gs) && s.gs[b.next].first == i {
			b.add(element{group: b.next, action: -1})
			i = max(s.gs[b.next].last, i+1)
			b.next++
			continue
		}
		if a, ok := s.actionAt(i); ok {
			b.verb(a)
			i = a.last
			continue
		}
		b.sign(i)
		i++
	}
	supposed := len(s.nodes) > 0 && s.nodes[0].tag == verb && s.nodes[0].entry.classes&isHypo != 0
	for c := range s.cs {
		s.findSubject(c)
		s.cs[c].hypo = s.cs[c].hypo || supposed
	}
}

func (b *builder) open(parent int) {
	n := len(b.s.cs)
	var elements []element
	if n < cap(b.s.cs) {
		elements = b.s.cs[:n+1][n].elements[:0]
	}
	b.s.cs = append(b.s.cs, clause{elements: elements, finite: -1, parent: parent, hypo: b.hypo, quoted: b.quote})
	b.cur = n
	b.hypo = false
}

func (b *builder) add(e element) {
	c := &b.s.cs[b.cur]
	c.elements = append(c.elements, e)
}

// sign deals with what stands between groups and actions.
func (b *builder) sign(i int) {
	s := b.s
	c := &s.cs[b.cur]
	switch s.nodes[i].tag {
	case strong:
		b.open(-1)
	case open:
		b.outer = append(b.outer, b.cur)
		b.open(-1)
	case shut:
		if n := len(b.outer); n > 0 {
			b.cur, b.outer = b.outer[n-1], b.outer[:n-1]
		}
	case quote:
		b.quote = !b.quote
		if len(c.elements) > 0 && c.finite >= 0 {
			b.open(-1)
		}
	case comma:
		if c.relative && c.comma && c.finite >= 0 && c.parent >= 0 {
			b.cur = c.parent
		}
	case sub:
		b.hypo = s.is(i, isHypo)
		said := b.endsSaying(c)
		parent := b.cur
		b.open(parent)
		s.cs[b.cur].says = said
	case rel:
		parent := b.cur
		b.open(parent)
		n := &s.cs[b.cur]
		n.relative, n.comma = true, s.tagAt(i-1) == comma
		if g := b.antecedent(i); g >= 0 {
			n.subject = []int{g}
		}
	}
}

// endsSaying says whether the clause's last action is one of saying, demanding or the like.
func (b *builder) endsSaying(c *clause) bool {
	for i := len(c.elements) - 1; i >= 0; i-- {
		if a := c.elements[i].action; a >= 0 {
			r := b.s.actions[a].rel
			return r.has(say|comment) || r != nil && r.frame&inThat != 0 || r.has(deny)
		}
	}
	return false
}

// antecedent is the group that a relative pronoun at i stands for: the nearest one before it, or the head of the chain
// of prepositions that it ends.
func (b *builder) antecedent(i int) int {
	g := b.next - 1
	if g < 0 || i-b.s.gs[g].last > 2 {
		return -1
	}
	for g > 0 && len(b.s.gs[g].members) == 0 && b.s.gs[g].prep != 0 && b.s.gs[g].first-b.s.gs[g-1].last <= 1 {
		g--
	}
	return g
}

// verb puts an action into the clause that it belongs to, opening a new one where the present one has its verb already.
func (b *builder) verb(a action) {
	s := b.s
	s.actions = append(s.actions, a)
	e := element{group: -1, action: len(s.actions) - 1}
	c := &s.cs[b.cur]
	if a.nonfinite {
		b.add(e)
		return
	}
	if c.finite < 0 {
		c.finite = len(c.elements)
		b.add(e)
		return
	}
	if s.reduced(a) {
		s.actions[e.action].nonfinite = true
		b.add(e)
		return
	}
	if t := s.tagAt(a.first - 1); t == conj || t == comma || t == adverb {
		b.coordinate(e)
		return
	}
	if c.relative && c.parent >= 0 && s.cs[c.parent].finite < 0 && !b.trailingSubject(c) {
		b.cur = c.parent
		p := &s.cs[b.cur]
		p.finite = len(p.elements)
		b.add(e)
		return
	}
	b.split(e)
}

// coordinate opens a clause with the same subject: "signed … and launched …".
func (b *builder) coordinate(e element) {
	s := b.s
	old := b.cur
	subject := s.cs[old].subject
	if subject == nil {
		s.findSubject(old)
		subject = s.cs[old].subject
	}
	b.open(s.cs[old].parent)
	n := &s.cs[b.cur]
	n.subject, n.hypo, n.relative, n.comma = subject, s.cs[old].hypo, s.cs[old].relative, s.cs[old].comma
	n.elements = append(n.elements, e)
	n.finite = 0
}

// trailingSubject says whether a group without preposition stands after the clause's last action.
func (b *builder) trailingSubject(c *clause) bool {
	for i := len(c.elements) - 1; i >= 0 && c.elements[i].action < 0; i-- {
		if b.s.gs[c.elements[i].group].prep == 0 {
			return true
		}
	}
	return false
}

// split opens a clause for a second finite verb and gives it the groups before it that are its subject.
func (b *builder) split(e element) {
	s := b.s
	old := &s.cs[b.cur]
	cut := len(old.elements)
	free := b.freeSubject(old, e)
	if free {
		cut--
		g := &s.gs[old.elements[cut].group]
		g.chain, g.prep, g.prepNode = old.elements[cut].group, 0, -1
	}
	for i := cut - 1; !free && i > old.finite && old.elements[i].action < 0; i-- {
		g := &s.gs[old.elements[i].group]
		if g.prep == 0 || s.beginsClause(g) {
			cut = i
			if g.chain == old.elements[i].group {
				break
			}
		}
	}
	b.moved = append(b.moved[:0], old.elements[cut:]...)
	said := b.endsSaying(&clause{elements: old.elements[:cut]})
	old.elements = old.elements[:cut]
	b.open(b.cur)
	n := &s.cs[b.cur]
	n.says = said
	n.elements = append(append(n.elements, b.moved...), e)
	n.finite = len(n.elements) - 1
}

// freeSubject says whether the last of a list after a preposition is no part of it but what the next verb is said of:
// "flew planes to Peru and Chile set up a camp". The verb before must have its object already.
func (b *builder) freeSubject(c *clause, e element) bool {
	s := b.s
	n := len(c.elements)
	if c.finite < 0 || n < 3 || c.elements[n-1].group < 0 || c.elements[n-2].group < 0 {
		return false
	}
	gi := c.elements[n-1].group
	g := &s.gs[gi]
	if g.chain == gi || g.prep == 0 || g.prepNode >= s.gs[c.elements[n-2].group].first || g.last != s.actions[e.action].first ||
		s.tagAt(g.first-1) != conj {
		return false
	}
	if o := c.elements[c.finite+1].group; o < 0 || s.gs[o].prep != 0 {
		return false
	}
	v := s.actions[c.elements[c.finite].action].rel
	return !v.has(say|comment) && (v == nil || v.frame&inThat == 0)
}

// beginsClause says whether the preposition of a group can open a clause: "after a state of siege was declared".
func (s *sentence) beginsClause(g *group) bool {
	if g.prepNode < 0 {
		return false
	}
	switch s.fold(g.prepNode) {
	case "after", "before", "since", "until", "as", "like", "than":
		return true
	}
	return false
}

// findSubject finds the groups that do what the clause's verb says.
func (s *sentence) findSubject(ci int) {
	c := &s.cs[ci]
	if c.subject != nil && !(c.relative && c.finite > 0) {
		return
	}
	if c.subject != nil {
		for _, e := range c.elements[:c.finite] {
			if g := e.group; g >= 0 && s.gs[g].prep == 0 && !s.timeGroup(&s.gs[g]) {
				c.object, c.subject = c.subject[0]+1, nil
				break
			}
		}
		if c.subject != nil {
			return
		}
	}
	end := c.finite
	if end < 0 {
		end = len(c.elements)
		for i, e := range c.elements {
			if e.action >= 0 {
				end = i
				break
			}
		}
	}
	first := -1
	for _, e := range c.elements[:end] {
		if e.group < 0 {
			continue
		}
		g := &s.gs[e.group]
		if g.prep != 0 && !(ci > 0 && first < 0 && s.beginsClause(g) && e == c.elements[0]) || g.paren || s.timeGroup(g) {
			continue
		}
		if len(g.members) > 0 || g.ref != noRef {
			c.subject = s.chained(e.group)
			return
		}
		if first < 0 {
			first = e.group
		}
	}
	if first >= 0 {
		c.subject = []int{first}
	}
}

// chained lists the groups of the list that g begins.
func (s *sentence) chained(g int) []int {
	out := []int{}
	for i := s.gs[g].chain; i < len(s.gs); i++ {
		if s.gs[i].chain == s.gs[g].chain {
			out = append(out, i)
		}
	}
	return out
}
