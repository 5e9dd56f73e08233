// Package grammar reads a sentence shallowly: noun groups with the parties in them and what they refer back to, lists, verb
// groups with voice, negation and modality, and the clauses that these make. It does not know what was told before.
package grammar

import (
	"entente/data"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/times"
	"entente/data/tie/internal/token"
)

// Tree is a sentence with its noun groups, its verb groups and the clauses that they make.
type Tree struct {
	times.Times
	Groups  []Group
	Actions []Action
	Clauses []Clause
	Hosted  bool // the article's letterhead names the country that its office stands in

	Exemplified bool     // the sentence has examples named from afar, see exemplify
	BodyWords   []string // what the boards, agencies and forces are that the article named before, so that "the board" can mean one
	FirmNamed   bool     // the article named a firm of some party before, so that "the company" can mean it

	// What the groups and clauses of the sentence hold; used again for each sentence.
	members []Member
	indices []int
	counts  []int       // see inLists
	moved   []Element   // from one clause to another
	preps   rules.Slots // of its groups
	either  bool        // stands in it, see reference
}

// Reuse takes over the lists of a tree that has been read, emptied.
func (s *Tree) Reuse(old *Tree) {
	s.Line.Reuse(&old.Line)
	s.Dates, s.Groups, s.Actions, s.Clauses = old.Dates[:0], old.Groups[:0], old.Actions[:0], old.Clauses[:0]
	s.members, s.indices, s.counts, s.moved, s.BodyWords = old.members[:0], old.indices[:0], old.counts[:0], old.moved[:0], old.BodyWords[:0]
}

// Link is a word that relates, and how well the parties stand to it.
type Link struct {
	Rel    *rules.Relation
	Node   int
	Framed bool
	IsVerb bool
	Far    bool // other verbs stand between it and what it governs
}

// Element is a part of a clause in the order of the text: a group or an action.
type Element struct {
	Group  int // index into groups, or -1
	Action int // index into actions, or -1
}

// Clause is a run of the sentence with one finite verb, or none.
type Clause struct {
	Elements []Element
	Finite   int   // index into elements of its first finite action, or -1
	Subject  []int // groups
	Object   int   // 1 + the group that a relative pronoun stands for where the clause has a subject of its own, or 0
	Parent   int   // clause it hangs on, or -1
	Relative bool
	Slot     rules.Slots // of the preposition before a relative pronoun: "with which"
	Hypo     bool        // after "if"
	Says     bool        // what somebody said: parent is the saying
	Comma    bool        // a relative clause that a comma closes
	Quoted   bool
	Beside   bool // of a gerund with a subject of its own
	Gapped   bool // leaves out its verb, that of the clause before
	Outer    Link // the hostile noun that the clause ends with, if any

	// What a reader found out about the clause, so that it is asked once.
	Home    data.Party // whose people it is about where it names none, if Settled
	Host    data.Party // Home where that is beyond doubt, else ""
	Settled bool
	Parties int // 1 + how many parties it names or means, 0 before that is known
}

// builder walks the sentence and sorts its groups and actions into clauses.
type builder struct {
	s      *Tree
	cur    int
	next   int // next group
	hypo   bool
	quote  bool
	outer  []int  // clauses that brackets interrupt
	dashes [2]int // nodes of the two dashes that set something in, 0 where there are none
	scared int    // the mark that closes a few words in quotation marks
}

// CutClauses sorts groups and actions into clauses and finds their subjects.
func (s *Tree) CutClauses() {
	s.Actions, s.Clauses = s.Actions[:0], s.Clauses[:0]
	b := builder{s: s}
	b.open(-1)
	b.pairDashes()
	place := s.barePlace()
	for i := 0; i < len(s.Nodes); {
		if place > 0 && i >= place {
			b.open(-1)
			place = 0
		}
		if b.next < len(s.Groups) && s.Groups[b.next].First == i {
			b.add(Element{Group: b.next, Action: -1})
			i = max(s.Groups[b.next].Last, i+1)
			b.next++
			continue
		}
		if s.opensAction(i) {
			if a, ok := s.actionAt(i); ok {
				b.verb(a)
				i = a.Last
				continue
			}
		}
		b.sign(i)
		i++
	}
	supposed := s.supposed()
	for c := range s.Clauses {
		s.findSubject(c)
		s.Clauses[c].Hypo = s.Clauses[c].Hypo || supposed
	}
}

func (b *builder) open(parent int) {
	n := len(b.s.Clauses)
	var elements []Element
	if n < cap(b.s.Clauses) {
		elements = b.s.Clauses[:n+1][n].Elements[:0]
	}
	b.s.Clauses = append(b.s.Clauses, Clause{Elements: elements, Finite: -1, Parent: parent, Hypo: b.hypo, Quoted: b.quote})
	b.cur = n
	b.hypo = false
}

func (b *builder) add(e Element) {
	c := &b.s.Clauses[b.cur]
	c.Elements = append(c.Elements, e)
}

// sign deals with what stands between groups and actions.
func (b *builder) sign(i int) {
	s := b.s
	c := &s.Clauses[b.cur]
	switch s.Nodes[i].Tag {
	case token.Strong:
		if b.dash(i) || b.enumerates(i) {
			return
		}
		b.open(-1)
	case token.Open:
		b.outer = append(b.outer, b.cur)
		b.open(-1)
	case token.Shut:
		if n := len(b.outer); n > 0 {
			b.cur, b.outer = b.outer[n-1], b.outer[:n-1]
		}
	case token.Quote:
		if b.scare(i) {
			return
		}
		b.quote = !b.quote
		if len(c.Elements) > 0 && c.Finite >= 0 {
			b.open(-1)
		}
	case token.Comma:
		if c.Relative && c.Comma && c.Finite >= 0 && c.Parent >= 0 {
			b.cur = c.Parent
		} else if p := b.interrupted(i); p >= 0 {
			b.cur = p
		} else if c.Beside && (b.verbNext(i) || len(s.Clauses[c.Parent].Elements) == 0) {
			b.cur = c.Parent
		} else if (c.Finite >= 0 || c.Gapped) && b.gapped(i+1) {
			b.openGapped(c.Parent)
		}
	case token.Conj:
		if c.Gapped && len(c.Elements) > 0 && b.next < len(s.Groups) && s.Groups[b.next].First == i+1 && b.gapped(i+1) {
			b.openGapped(c.Parent)
		}
	case token.Sub:
		b.hypo = s.Is(i, rules.IsHypo)
		said := b.endsSaying(c.Elements)
		parent := b.cur
		b.open(parent)
		s.Clauses[b.cur].Says = said
	case token.Rel:
		parent := b.cur
		b.open(parent)
		n := &s.Clauses[b.cur]
		n.Relative, n.Comma = true, s.TagAt(i-1) == token.Comma
		if s.TagAt(i-1) == token.Prep {
			n.Slot = s.Nodes[i-1].Word.Slot
			n.Comma = s.TagAt(i-2) == token.Comma
		}
		if g := b.allOf(i); g >= 0 {
			n.Slot, n.Comma, n.Subject = 0, true, s.Chained(s.Groups[g].Chain)
		} else if g := b.antecedent(i); g >= 0 {
			n.Subject = s.only(g)
		}
	}
}

// scare says whether the quotation mark at i opens or closes a few words without a verb, which are part of the clause:
// expressed "full solidarity" with Peru.
func (b *builder) scare(i int) bool {
	s := b.s
	if b.scared > 0 && b.scared == i {
		b.scared = 0
		return true
	}
	if b.quote {
		return false
	}
	for k := i + 1; k < min(len(s.Nodes), i+7); k++ {
		switch s.Nodes[k].Tag {
		case token.Quote:
			b.scared = k
			return k > i+1 && s.TagAt(k-1) != token.Comma
		case token.Verb, token.Helper, token.Strong, token.Pronoun:
			return false
		}
	}
	return false
}

// endsSaying says whether the last action of a clause is one of saying, demanding or the like.
func (b *builder) endsSaying(elements []Element) bool {
	for i := len(elements) - 1; i >= 0; i-- {
		if a := elements[i].Action; a >= 0 {
			r := b.s.Actions[a].Rel
			return r.Has(rules.Say|rules.Comment) || r != nil && r.Frame&rules.InThat != 0 || r.Has(rules.Deny)
		}
	}
	return false
}

// verb puts an action into the clause that it belongs to, opening a new one where the present one has its verb already.
func (b *builder) verb(a Action) {
	s := b.s
	s.Actions = append(s.Actions, a)
	e := Element{Group: -1, Action: len(s.Actions) - 1}
	if a.First > 0 && s.Fold(a.First-1) == "as" && (a.Rel == beingVerb || a.Rel == havingVerb) {
		b.open(b.cur) // "as is Peru"
	}
	c := &s.Clauses[b.cur]
	if !a.Nonfinite && b.bareInfinitive(c, a) {
		a.Nonfinite = true
		s.Actions[e.Action].Nonfinite = true
	}
	if a.Nonfinite {
		if g := b.absolute(a); g >= 0 {
			b.detach(g)
		}
		b.add(e)
		return
	}
	if s.TagAt(a.First-1) == token.Conj && s.TagAt(a.First-2) == token.Quote && !b.quote {
		if p := b.speech(); p >= 0 { // "said that it “hid nothing” and charged"
			b.cur = p
			b.coordinate(e)
			return
		}
	}
	if c.Finite < 0 && b.setIn(a) {
		s.Actions[e.Action].Nonfinite, s.Actions[e.Action].Passive = true, true
		b.add(e)
		return
	}
	if c.Finite < 0 {
		c.Finite = len(c.Elements)
		b.add(e)
		return
	}
	b.furtherVerb(c, a, e)
}

// furtherVerb puts an action that has a subject or may have one into a clause that has its verb, into one above it or into a new one.
func (b *builder) furtherVerb(c *Clause, a Action, e Element) {
	s := b.s
	if s.reduced(a) {
		s.Actions[e.Action].Nonfinite = true
		b.add(e)
		return
	}
	if at := b.setOff(c, a); at > 0 {
		b.splitAt(e, at)
		return
	}
	if b.setInAfter(c, a) {
		b.splitAt(e, len(c.Elements)-1)
		return
	}
	if at := b.calledAfter(c, a); at > 0 {
		b.splitAt(e, at)
		return
	}
	if t := s.TagAt(a.First - 1); t == token.Conj || t == token.Comma || t == token.Adverb || b.timeBetween(c, a.First) {
		b.coordinate(e)
		return
	}
	if c.Relative && c.Parent >= 0 && s.Clauses[c.Parent].Finite < 0 && !b.trailingSubject(c) {
		b.cur = c.Parent
		p := &s.Clauses[b.cur]
		p.Finite = len(p.Elements)
		b.add(e)
		return
	}
	if b.saidOf(c) {
		b.cur = c.Parent
		b.splitAt(e, len(s.Clauses[b.cur].Elements)-1)
		return
	}
	b.split(e)
}

// timeBetween says whether only a time stands between "and" and the verb at a node: "closed the port and hours later reopened it".
func (b *builder) timeBetween(c *Clause, verb int) bool {
	gi := c.Elements[len(c.Elements)-1].Group
	return gi >= 0 && b.s.Groups[gi].Last == verb && b.s.TagAt(b.s.Groups[gi].First-1) == token.Conj && b.s.TimeGroup(&b.s.Groups[gi])
}

// coordinate opens a clause with the same subject: "signed … and launched …".
func (b *builder) coordinate(e Element) {
	s := b.s
	old := b.cur
	subject := s.Clauses[old].Subject
	if subject == nil {
		s.findSubject(old)
		subject = s.Clauses[old].Subject
	}
	b.open(s.Clauses[old].Parent)
	n := &s.Clauses[b.cur]
	n.Subject, n.Hypo, n.Relative, n.Comma = subject, s.Clauses[old].Hypo, s.Clauses[old].Relative, s.Clauses[old].Comma
	n.Elements = append(n.Elements, e)
	n.Finite = 0
}

// split opens a clause for a second finite verb and gives it the groups before it that are its subject.
func (b *builder) split(e Element) {
	s := b.s
	old := &s.Clauses[b.cur]
	cut := len(old.Elements)
	free := b.freeSubject(old, e)
	if free {
		cut--
		g := &s.Groups[old.Elements[cut].Group]
		g.Chain, g.Prep, g.PrepNode = old.Elements[cut].Group, 0, -1
	}
	exists := s.TagAt(s.Actions[e.Action].First-1) == token.Adverb && s.Fold(s.Actions[e.Action].First-1) == "there"
	for i := cut - 1; !free && !exists && i > old.Finite && old.Elements[i].Action < 0; i-- {
		g := &s.Groups[old.Elements[i].Group]
		if g.Prep == 0 || s.BeginsClause(g) {
			cut = i
			if g.Chain == old.Elements[i].Group {
				break
			}
		}
	}
	if k := cut - 1; !free && cut < len(old.Elements) && k > old.Finite && b.frontOf(old.Elements[k], old.Elements[cut]) {
		cut = k
	}
	if cut == len(old.Elements) && b.tookParticiple(old) {
		s.Actions[old.Elements[old.Finite].Action].Nonfinite = true
		old.Finite = cut
		b.add(e)
		return
	}
	b.splitAt(e, cut)
}

// splitAt opens a clause for a finite verb with the elements of the present one from cut on.
func (b *builder) splitAt(e Element, cut int) {
	old := &b.s.Clauses[b.cur]
	b.s.moved = append(b.s.moved[:0], old.Elements[cut:]...)
	said := b.endsSaying(old.Elements[:cut])
	old.Elements = old.Elements[:cut]
	b.open(b.cur)
	n := &b.s.Clauses[b.cur]
	n.Says = said
	n.Elements = append(append(n.Elements, b.s.moved...), e)
	n.Finite = len(n.Elements) - 1
}

// tookParticiple says whether the verb of a clause is more likely a participle after its noun, as another verb follows that
// has no other subject: "money sent from Peru made up".
func (b *builder) tookParticiple(c *Clause) bool {
	s := b.s
	a := &s.Actions[c.Elements[c.Finite].Action]
	if a.Last-a.First != 1 || a.Form(s)&rules.Participle == 0 || c.Finite == 0 || c.Elements[c.Finite-1].Group < 0 || c.Relative && c.Object == 0 && c.Finite == 0 {
		return false
	}
	g := &s.Groups[c.Elements[c.Finite-1].Group]
	next := s.TagAt(a.Last)
	return g.Last == a.First && g.Prep == 0 && (next == token.Prep || next == token.Adverb)
}
