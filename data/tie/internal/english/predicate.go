package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// predicate is what has been read of a clause up to some group: its actions in a row, and its nouns.
type predicate struct {
	ci      int
	actions []int // into sentence.actions, in order
	nouns   []grammar.Link
	objects int          // groups without preposition after the last action
	outer   grammar.Link // what is hostile to the thing that the last participle only describes, see keepOuter
}

// toTargets adds the candidates of the doers of a clause and the parties of a group after its verb. It says whether one of these
// is their partner, see doneTo.
func (s *Reader) toTargets(p *predicate, doers []grammar.Member, gi int, targets []grammar.Member) (tied bool) {
	g := &s.Groups[gi]
	order := s.inOrder(doers, gi)
	if s.theirOwn(doers, gi) {
		return false
	}
	for k, m := range targets {
		if m.Role == grammar.Referred && (contains(doers, m.Party) || s.bareObject(g) && !s.weToThem(p, doers, g) && !s.hostile(p) && !s.givenNext(gi)) {
			continue
		}
		if len(doers) > 1 && order < 0 && m.Role != grammar.Head && m.Role != grammar.Referred && contains(doers, m.Party) {
			continue // "Peru and Chile sold Peruvian copper"
		}
		for i, d := range doers {
			if order >= 0 && i != order+k {
				continue
			}
			tied = s.doneTo(p, d, m, gi) && !contains(doers, m.Party) || tied
		}
	}
	return tied
}

// targetsOf are the parties of a group that may stand at the other end of what the clause tells of its doers.
func (s *Reader) targetsOf(group int, doers []grammar.Member) []grammar.Member {
	g := &s.Groups[group]
	switch {
	case s.oneBody(g) && !s.jointFirm(g) && !contains(doers, g.Members[0].Party) && !contains(doers, g.Members[1].Party):
		return nil // "the Peruvian-Chilean chamber"
	case g.Ref == grammar.RefDeal || g.Ref == grammar.RefBilateral:
		return g.Members
	}
	return s.resolve(group)
}

// beforeVerb reads what a noun set in before the verb says of the doers: "the minister, on a visit to Peru, called".
func (s *Reader) beforeVerb(doers []grammar.Member, elements []grammar.Element) {
	for i := 1; i < len(elements); i++ {
		h, g := &s.Groups[max(elements[i-1].Group, 0)], &s.Groups[max(elements[i].Group, 0)]
		if elements[i].Group < 0 || elements[i-1].Group < 0 {
			continue
		}
		if k := elements[i-1].Group - 1; i > 1 && elements[i-2].Group == k && h.Prep == rules.OfSlot && h.PrepNode == s.Groups[k].Last && s.counts(h) && g.PrepNode == h.Last {
			h = &s.Groups[k] // "with a loan of nine million from Peru"
		}
		if h.Rel == nil || h.Prep == 0 || len(h.Members) > 0 ||
			g.Prep&h.Rel.Frame == 0 || h == &s.Groups[elements[i-1].Group] && s.broken(h.Last, g.PrepNode) {
			continue
		}
		for _, m := range g.Members {
			for _, d := range doers {
				s.tieNoun(h, g, d, m, grammar.Link{Rel: h.Rel, Node: h.RelNode, Framed: true})
			}
		}
	}
}

// doersOf gives the parties that do what a clause says.
func (s *Reader) doersOf(c *grammar.Clause) []grammar.Member {
	if len(c.Subject) == 1 {
		return s.others(c.Subject[0], s.resolve(c.Subject[0]))
	}
	for i, gi := range c.Subject {
		if ms := s.resolve(gi); i == 0 {
			if called := s.others(gi, ms); len(called) > 1 && len(called) == len(c.Subject)-1 {
				return called
			}
		}
	}
	return s.MeantBy(c.Subject)
}

// hostile says whether the last verb is one that rejects or attacks, whose "it" is what the other party did.
func (s *Reader) hostile(p *predicate) bool {
	v := s.lastVerb(p, rules.InObject)
	return v.Rel != nil && (v.Rel.Kind == data.Reject || v.Rel.Kind == data.Accuse) && !v.Far
}

// doneTo adds the candidate of a doer and a party of a group after the verb. It says whether that group is a partner,
// so that the doers are not tied to each other by the same verb.
func (s *Reader) doneTo(p *predicate, d, m grammar.Member, gi int) bool {
	c := s.Propose(d, m, p.ci)
	if c == nil {
		return false
	}
	g := &s.Groups[gi]
	if s.needs(p, g) {
		s.Add(c, reason.OneClause, "")
		s.take(c, grammar.Link{Rel: relying}, reason.ByVerb, 1)
		s.fit(c, true, relying.Word)
		c.First, c.Last = min(c.First, s.firstNode(p.ci)), max(c.Last, g.Last)
		return true
	}
	v, n, slot := s.saying(p, d, m, gi)
	if d.Role == grammar.Referred && s.personal(d.Node) && n.Rel.Has(rules.Goods) && v.Rel.Name() != "" && v.Rel.Kind == "" {
		s.Add(c, reason.AboutOthers, "") // "he drives a Japanese car"
	}
	s.Add(c, reason.OneClause, "")
	if s.weakBefore(gi) && !s.closedTo(p, gi) {
		v.Framed, n.Framed = false, false // "a wall on its border with Peru"
		s.Add(c, reason.WeakWord, s.Groups[gi-1].Rel.Word)
	}
	s.verbSays(c, p, v, n, slot)
	s.outerSays(c, p)
	s.kindByPlace(c, p, d, m, v, gi, slot)
	c.From = s.doing(p, d, m, slot)
	framed := v.Framed || n.Framed
	if v.Rel.Has(rules.Command) && slot == rules.InObject && s.commanded(p.ci, gi) {
		c.Kind, c.Stance = data.Request, data.Conflict
	}
	if s.toldToLeave(&s.Actions[p.actions[len(p.actions)-1]], g.First) {
		c.Kind, c.Stance = data.Sanction, data.Conflict
	}
	s.placed(c, v, n, m, slot)
	if m.Role == grammar.Within && slot&(rules.InObject|rules.WithSlot|rules.ToSlot) == 0 {
		s.Add(c, reason.ByOf, "")
	}
	c.First, c.Last = min(c.First, s.firstNode(p.ci)), max(c.Last, g.Last)
	s.doubts(c, p, v, n, slot, m)
	s.notBetween(c, p, d, m, gi, v, n, slot)
	return framed && c.Modality != data.Denied && slot&(rules.InObject|rules.WithSlot|rules.ToSlot|rules.AgainstSlot) != 0 && len(p.actions) == 1
}

// saying gives the verb and the noun that say what a doer has to do with a party of a group, and the place of the party that they
// expect.
func (s *Reader) saying(p *predicate, d, m grammar.Member, gi int) (v, n grammar.Link, slot rules.Slots) {
	g := &s.Groups[gi]
	slot = s.slotOf(p, m, gi)
	v = s.lastVerb(p, slot)
	if to := s.bodyThere(gi, v, m, slot); to != slot {
		slot, v = to, s.lastVerb(p, to)
	}
	n = s.nounFor(p, g, m, slot)
	if l := s.listed(p, gi, slot); l.Rel != nil {
		v, n = grammar.Link{}, l
	}
	if l := s.shareOf(p, m, gi); l.Rel != nil {
		v = l
	} else if l := s.byPhrase(p, d, m, gi, slot); l.Rel != nil {
		v, n = l, grammar.Link{}
	}
	if s.backsQuarrel(v, n, m, g) {
		n = grammar.Link{}
	}
	return s.plainSense(p, v, n), n, slot
}

// slotOf gives the place in which a party of a group stands to the verb, by the preposition before the group.
func (s *Reader) slotOf(p *predicate, m grammar.Member, gi int) rules.Slots {
	slot := s.Groups[gi].Prep
	if slot == 0 || slot == rules.BySlot && p.objects > 0 && !s.Actions[p.actions[len(p.actions)-1]].Passive && s.lastVerb(p, rules.InObject).Framed {
		slot = rules.InObject // "blocked a statement by Peru"
	}
	if slot == rules.OfSlot && s.partOf(gi) {
		slot = rules.InObject // "owns a quarter of Peru's airline"
	}
	if slot == rules.AtSlot && m.Place && m.Role == grammar.Head {
		slot = rules.InSlot // "built a plant at Lima"
	}
	return slot
}

// notBetween notes what speaks against a doer and a party of a group having to do with each other.
func (s *Reader) notBetween(c *pairing.Candidate, p *predicate, d, m grammar.Member, gi int, v, n grammar.Link, slot rules.Slots) {
	g := &s.Groups[gi]
	if slot&(rules.InSlot|rules.AtSlot) != 0 && s.lifeOf(p, d, n) {
		s.Add(c, reason.AboutOthers, "")
	}
	if s.parallel(gi) {
		s.Add(c, reason.Comparing, "")
	}
	if s.compared(p, g) && !s.noBetter(g) || v.Rel.Has(rules.Compare) && !s.asPartner(g, m) || s.thingsDiffer(p, d, g, m) {
		s.Add(c, reason.Comparing, "")
	}
	if g.PrepNode > 0 && (s.Is(g.PrepNode-1, rules.IsNeg) || s.Fold(g.PrepNode) == "instead") || s.noDoer(p.ci) {
		s.Deny(c) // "but not by Peru", "neither in Peru nor in Chile", "no Peruvian ship"
	}
	if s.onlyPasses(p, m, gi, n) || s.feltAbout(gi) || s.othersPlan(p, d) || s.othersIn(gi, d, m) || gi > 0 && g.Prep == rules.OfSlot && s.Fold(s.Groups[gi-1].Head) == "presence" {
		s.Add(c, reason.AboutOthers, "")
	}
}

// asPartner says whether a member owns what a doer is said to be: "overtook Peru as Chile's largest trading partner".
func (s *Reader) asPartner(g *grammar.Group, m grammar.Member) bool {
	return g.PrepNode >= 0 && s.Fold(g.PrepNode) == "as" && m.Role == grammar.Owner && g.Rel.Has(rules.Joint|rules.Actor)
}

// aside says whether an action belongs to a noun that only tells where: "at a conference supported by the bank".
func (s *Reader) aside(a *grammar.Action) bool {
	if !a.Nonfinite || a.Infinitive {
		return false
	}
	for i := len(s.Groups) - 1; i >= 0; i-- {
		if g := &s.Groups[i]; g.Last == a.First {
			return g.Prep&(rules.InSlot|rules.AtSlot|rules.OnSlot) != 0
		}
	}
	if s.TagAt(a.First-1) != token.Conj {
		return false
	}
	for i := len(s.Actions) - 1; i >= 0; i-- {
		if b := &s.Actions[i]; b.Last < a.First {
			return b.Nonfinite && b.Passive && s.aside(b) // "at a talk supported by the bank and opened by Peru"
		}
	}
	return false
}

// commanded says whether an infinitive follows a group: "ordered the firm to pay".
func (s *Reader) commanded(ci, gi int) bool {
	for k, e := range s.Clauses[ci].Elements {
		if e.Group == gi && k+1 < len(s.Clauses[ci].Elements) {
			next := s.Clauses[ci].Elements[k+1]
			return next.Action >= 0 && s.Actions[next.Action].Infinitive
		}
	}
	return false
}

// weakBefore says whether a group hangs on a noun that says little, such as "border".
func (s *Reader) weakBefore(gi int) bool {
	if gi == 0 {
		return false
	}
	g, h := &s.Groups[gi], &s.Groups[gi-1]
	return g.Prep != 0 && h.Rel.Has(rules.Weak) && h.Rel.Frame&g.Prep != 0 && g.PrepNode-h.Last <= 0
}

// compared says whether a group stands after "than", "behind" and the like.
func (s *Reader) compared(p *predicate, g *grammar.Group) bool {
	if g.PrepNode >= 0 && (s.Is(g.PrepNode, rules.IsAhead) || s.earlier(g)) {
		return true
	}
	if g.Prep == 0 && s.TagAt(g.First-1) == token.Conj && len(g.Members) > 0 && s.measured(g.Members[0].Node+1) {
		return true
	}
	for i := s.Actions[p.actions[0]].Last; i < g.First; i++ {
		if s.Nodes[i].Tag == token.Prep && s.Fold(i) == "than" {
			return true
		}
	}
	return false
}

// thingsDiffer says whether what differs is a thing that each of two has, not they about it: "how Peru's tax differs from the Chilean one".
func (s *Reader) thingsDiffer(p *predicate, d grammar.Member, g *grammar.Group, m grammar.Member) bool {
	switch s.Actions[p.actions[len(p.actions)-1]].Rel.Name() {
	case "differ", "diverge", "vary":
		return g.Prep&rules.FromSlot != 0 && d.Role != grammar.Head && m.Role != grammar.Head
	}
	return false
}

// measured says whether a word at a node only says how much: the last in "Peru charges most and Chile least".
func (s *Reader) measured(node int) bool {
	if node >= len(s.Nodes) {
		return false
	}
	switch s.Fold(node) {
	case "least", "less", "most", "fewer", "fewest":
		return true
	}
	return false
}

// noDoer says whether the subject of a clause is nobody: "no Peruvian ship has called", "neither Peru nor Chile has
// signed", "none of the ships".
func (s *Reader) noDoer(ci int) bool {
	c := &s.Clauses[ci]
	first := s.firstNode(ci) // "none of" and "nobody in" are no subject to the tree
	if len(c.Subject) > 0 {
		first = s.Groups[c.Subject[0]].First
		if len(c.Subject) == 1 && s.Groups[c.Subject[0]].No {
			return true
		}
	}
	for k := first; k >= max(0, first-2); k-- {
		switch s.Fold(k) {
		case "neither", "none", "nobody", "nor":
			return true
		}
	}
	return false
}

// lastVerb gives the action that governs what follows: the last one, or one before it where the last says nothing.
func (s *Reader) lastVerb(p *predicate, slot rules.Slots) grammar.Link {
	best := grammar.Link{}
	for k := len(p.actions) - 1; k >= 0; k-- {
		a := &s.Actions[p.actions[k]]
		if k < len(p.actions)-1 && slot == rules.InObject && s.TagAt(s.Actions[p.actions[k+1]].First-1) == token.Comma {
			break // "opened ties with Peru, leaving Chile without friends"
		}
		if a.Rel == nil {
			continue
		}
		rel := a.Rel.Sense(slot)
		framed := rel.Frame&slot != 0 || a.Passive && slot == rules.BySlot
		if best.Rel == nil || best.Rel.Kind == "" && rel.Kind != "" {
			best = grammar.Link{Rel: rel, Node: a.Main, Framed: framed, IsVerb: true, Far: k < len(p.actions)-1}
		}
		if best.Rel.Kind != "" || best.Rel.Has(rules.Compare) {
			break
		}
	}
	return best
}
