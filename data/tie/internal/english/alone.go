package english

import (
	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// toldAlone ties the one party that a clause names to the party at home, where the clause tells what it is to those there or
// where their people go: "the contractor is Turkish", "Egypt is the largest customer", "most young men leave for Qatar".
func (s *Reader) toldAlone(p *predicate, c *grammar.Clause, home data.Party) {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if c.Quoted || c.Relative || s.Sentence.Heading || a.Negated || a.Modality == data.Proposed || len(c.Subject) != 1 || s.hasThere(p.ci) {
		return
	}
	gi := s.onlyOne(c, home)
	if gi < 0 || s.tied(s.Groups[gi].Members[0].Party, home) {
		return
	}
	if r := s.saysAlone(p, c, a, gi); r != nil {
		s.withHost(p, s.Groups[gi].Members[0], home, r, r.Word)
	}
}

// onlyOne gives the group of a clause that names its one party, -1 where the clause names none, several or the one at home.
func (s *Reader) onlyOne(c *grammar.Clause, home data.Party) int {
	one := -1
	for _, e := range c.Elements {
		if e.Group < 0 || len(s.Groups[e.Group].Members) == 0 {
			continue
		}
		g := &s.Groups[e.Group]
		if one >= 0 || len(g.Members) > 1 || g.Members[0].Party == home || g.No {
			return -1
		}
		one = e.Group
	}
	return one
}

// saysAlone gives what a clause with one party says of it and those at home, nil where it says nothing.
func (s *Reader) saysAlone(p *predicate, c *grammar.Clause, a *grammar.Action, gi int) *rules.Relation {
	g := &s.Groups[gi]
	subject := &s.Groups[c.Subject[0]]
	if r := s.doneToIt(c, a, gi); r != nil {
		return r
	}
	if gi == c.Subject[0] && s.counterpart(g) {
		return belonging // "its Peruvian owner", "the Chilean supplier"
	}
	switch a.Rel.Name() {
	case "be", "become", "remain":
		if len(p.actions) == 1 && s.whatItIs(c, subject, gi) {
			return belonging
		}
	case "take", "absorb", "consume", "account", "get", "receive":
		if gi == c.Subject[0] && g.Members[0].Role == grammar.Head && s.shareTaken(c, a) {
			return exchange
		}
	case "make", "buy", "manufacture", "assemble", "print", "produce", "order", "purchase":
		if a.Passive && g.Prep == rules.InSlot && g.Members[0].Role == grammar.Head && subject.Rel.Has(rules.Goods) && s.plural(subject.Head) {
			return exchange
		}
	case "hold", "detain", "seize", "arrest", "impound", "capture", "intercept":
		if gi == c.Subject[0] && g.Members[0].Role == grammar.Head && !a.Passive && s.seafarers(s.objectAfter(c, a)) {
			return &seizing
		}
	case "belong":
		if g.Prep == rules.ToSlot && len(subject.Members) == 0 && s.atWork(g) {
			return belonging
		}
	case "close", "shut", "seal", "block", "open", "reopen":
		if gi == c.Subject[0] && s.crossing(s.objectAfter(c, a)) || g.Prep == rules.WithSlot && gi == c.Subject[0]+1 && s.crossing(subject) {
			return closing(a.Rel)
		}
	case "have", "employ", "hire":
		if g.Prep == 0 && g.First >= a.Last && len(subject.Members) == 0 && subject.Ref == grammar.NoRef && s.atWork(g) && g.Members[0].Role == grammar.Modifier {
			return belonging
		}
	case "feed", "fill", "fuel", "power", "light", "heat", "drive", "flood", "swamp", "dominate", "undercut", "ruin", "replace":
		if o := s.objectAfter(c, a); gi == c.Subject[0] && subject.Rel.Has(rules.Goods) && subject.Head != subject.Members[0].Node && o != nil && s.Fold(o.First) == "the" {
			return exchange
		}
	case "pay", "want", "prefer", "offer", "demand", "bid", "cancel", "haggle":
		if gi == c.Subject[0] && g.Members[0].Role == grammar.Modifier && s.plural(g.Head) && s.Is(g.Head, rules.IsPartner) {
			return exchange
		}
	case "leave", "go", "cross", "travel", "emigrate", "move", "migrate", "flee", "head", "work", "live", "study", "settle", "serve":
		if r := s.goesThere(c, a, g); r != nil {
			return r
		}
	case "arrive", "come", "shelter", "stay":
	default:
		return nil
	}
	if s.exiles(c.Subject[0], gi) {
		return dwelling
	}
	return nil
}

// goesThere gives what it says of the subject of a clause that it goes to, or works with, those whom a group names.
func (s *Reader) goesThere(c *grammar.Clause, a *grammar.Action, g *grammar.Group) *rules.Relation {
	switch {
	case !s.thither(a, g):
		return nil
	case s.someOf(c.Subject[0]):
		return dwelling
	case g.Prep == rules.ToSlot && s.sentOut(&s.Groups[c.Subject[0]]):
		return &calling
	}
	return nil
}

// doneToIt gives what it says of those that a group names that they do something to what was told of before, nil for nothing.
func (s *Reader) doneToIt(c *grammar.Clause, a *grammar.Action, gi int) *rules.Relation {
	if gi != c.Subject[0] || !s.doesToIt(c, a) {
		return nil
	}
	g := &s.Groups[gi]
	switch r := a.Rel.Sense(rules.InObject); {
	case r.Kind == "" && (s.atWork(g) || g.Members[0].Role == grammar.Head && s.Demonym(g.Members[0].Node)):
		return working
	case r.Kind != "" && (r.Kind != data.Support || g.Members[0].Role == grammar.Head):
		return r
	}
	return nil
}

// doesToIt says whether an action is done to something that the article told of before: "a Greek firm has sued the port".
func (s *Reader) doesToIt(c *grammar.Clause, a *grammar.Action) bool {
	r := a.Rel
	if r == nil || a.Passive || a.Nonfinite || r.Kind == "" && !r.Has(rules.Here) || r.Kind != "" && r.Weight < 1.2 || r.Has(rules.Say|rules.Comment|rules.Compare|rules.Plan|rules.Light|rules.Talk|rules.Joint) {
		return false
	}
	o := s.objectAfter(c, a)
	return o != nil && (r.Kind == "" || r.Sense(rules.InObject).Frame&rules.InObject != 0) && o.Ref == grammar.NoRef && s.Fold(o.First) == "the" && len(o.Members) == 0 &&
		!o.Rel.Has(rules.Joint) && !s.Is(o.Head, rules.IsBody|rules.IsOutsider|rules.IsPress|rules.IsFoe) && s.toldOfBefore(o.Head)
}

// beforeReach is how many tokens back a word is looked for.
const beforeReach = 400

// toldOfBefore says whether the word at a node stands in a sentence before, too.
func (s *Reader) toldOfBefore(node int) bool {
	w := s.Fold(node)
	for i := s.First - 1; i >= max(0, s.First-beforeReach); i-- {
		if s.Doc.Fold(i) == w {
			return true
		}
	}
	return false
}

// belonging is what it says of two parties that somebody of the one owns, runs or serves something in the other.
var belonging = &rules.Relation{Word: "be", Kind: data.Cooperate, Stance: data.Cooperation, Weight: 1.3}

// closing gives what it says that a border was closed or opened.
func closing(r *rules.Relation) *rules.Relation {
	if r.Name() == "open" || r.Name() == "reopen" {
		return &opening
	}
	return &shutting
}

var (
	opening  = rules.Relation{Word: "open", Kind: data.Yield, Stance: data.Cooperation, Weight: 1.4}
	shutting = rules.Relation{Word: "close", Kind: data.Sanction, Stance: data.Conflict, Weight: 1.4}
)

// whatItIs says whether a clause tells which party somebody or something is of that belongs to home, or what a party is to home.
func (s *Reader) whatItIs(c *grammar.Clause, subject *grammar.Group, gi int) bool {
	g := &s.Groups[gi]
	if gi == c.Subject[0] {
		k := gi + 1
		if k >= len(s.Groups) || g.Members[0].Role != grammar.Head && !s.atWork(g) {
			return false
		}
		h := &s.Groups[k]
		return len(h.Members) == 0 && (h.Prep == 0 || s.Fold(h.PrepNode) == "among") && s.partnerHere(k)
	}
	if len(subject.Members) > 0 || subject.Ref != grammar.NoRef && subject.Ref != grammar.RefOne && subject.Ref != grammar.RefFirm || subject.No || s.private(subject) {
		return false
	}
	if k := c.Subject[0] + 1; k < gi && s.Groups[k].Prep == rules.OfSlot && s.Groups[k].PrepNode == subject.Last {
		subject = &s.Groups[k] // "most of the doctors"
	}
	switch {
	case g.Prep == rules.BySlot:
		return s.atWork(g) // "the design is by a Peruvian architect"
	case g.Prep != 0:
		return false
	case s.Is(subject.Head, rules.IsPartner|rules.IsFirm):
		return g.Members[0].Role == grammar.Head || s.atWork(g)
	case g.Members[0].Role != grammar.Head || !s.Demonym(g.Members[0].Node) || g.Last-g.First > 1:
		return false // "the cranes are Chinese"
	}
	return s.plural(subject.Head) && (s.Is(subject.Head, rules.IsCrew) || subject.Rel.Has(rules.Goods|rules.Actor))
}

// partnerHere says whether a group names a partner of those told of, rather than one of the whole world: "the largest customer",
// not "the world's largest customer" nor "the largest importer of wheat".
func (s *Reader) partnerHere(k int) bool {
	h := &s.Groups[k]
	if !s.Is(h.Head, rules.IsPartner) || s.Fold(h.First) == "a" || s.Fold(h.First) == "an" {
		return false
	}
	for i := h.First; i < h.Last; i++ {
		if s.TagAt(i) == token.Poss || s.Fold(i) == "global" || s.Fold(i) == "importer" || s.Fold(i) == "exporter" || s.Fold(i) == "producer" {
			return false
		}
	}
	return k+1 >= len(s.Groups) || s.Groups[k+1].Prep&(rules.InSlot|rules.OfSlot) == 0 || s.Fold(s.Groups[k+1].First) == "the" && s.Fold(s.Groups[k+1].Head) != "world"
}

// counterpart says whether a group names the foreign one who deals with those told of: "the Indian supplier", "its Canadian owner",
// "the Cuban doctors".
func (s *Reader) counterpart(g *grammar.Group) bool {
	m := g.Members[0]
	if m.Role != grammar.Modifier || m.Place || m.Mention < 0 || !s.Demonym(m.Node) || s.TagAt(g.Head) != token.Other || s.Token(g.Head).Case != text.Lower {
		return false
	}
	switch s.Fold(g.First) {
	case "the", "its", "their", "our":
	default:
		return false
	}
	return s.Vocab.Lists.Counterparts.Has(s.Fold(g.Head)) || s.Is(g.Head, rules.IsCrew) && s.plural(g.Head) && !s.Is(g.Head, rules.IsOutsider|rules.IsPrivate|rules.IsJustice)
}

// shareTaken says whether the object of an action is a part of some goods: "half of the tea".
func (s *Reader) shareTaken(c *grammar.Clause, a *grammar.Action) bool {
	for k, e := range c.Elements {
		if e.Group < 0 || s.Groups[e.Group].First < a.Last || s.Groups[e.Group].Prep&^rules.ForSlot != 0 {
			continue
		}
		if k+1 < len(c.Elements) && c.Elements[k+1].Group == e.Group+1 {
			of := &s.Groups[e.Group+1]
			return of.Prep == rules.OfSlot && of.Rel.Has(rules.Goods|rules.Directed) && of.Rel.Stance == data.Cooperation
		}
		return false
	}
	return false
}

// seizing is what it says of two parties that the one takes boats or crews of the other.
var seizing = rules.Relation{Word: "hold", Kind: data.Coerce, Stance: data.Conflict, Weight: 1.5, Fields: []data.Field{data.Security}}

// seafarers says whether a group, which may be nil, names boats or people who work across borders, and whose they are not.
func (s *Reader) seafarers(g *grammar.Group) bool {
	return g != nil && len(g.Members) == 0 && g.Ref != grammar.RefOne && s.seafaring(g)
}

// seafaring says whether a group names boats or people who work across borders.
func (s *Reader) seafaring(g *grammar.Group) bool {
	return s.Vocab.Lists.Seafarers.Has(s.Fold(g.Head))
}

// private says whether a group is somebody's own: "her shoes".
func (s *Reader) private(g *grammar.Group) bool {
	switch s.Fold(g.First) {
	case "his", "her", "my", "your":
		return true
	}
	return false
}

// plural says whether the noun at a node is in the plural, by its look.
func (s *Reader) plural(node int) bool {
	w := s.Fold(node)
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's'
}

// atWork says whether a group names a firm or people who work abroad.
func (s *Reader) atWork(g *grammar.Group) bool {
	return s.TagAt(g.Head) == token.Other && (s.Is(g.Head, rules.IsFirm|rules.IsCrew) || g.Rel.Has(rules.Actor)) && !s.Is(g.Head, rules.IsOutsider|rules.IsPrivate)
}

// objectAfter gives the group right after an action that is its object, nil where there is none.
func (s *Reader) objectAfter(c *grammar.Clause, a *grammar.Action) *grammar.Group {
	for _, e := range c.Elements {
		if e.Group >= 0 && s.Groups[e.Group].First == a.Last && s.Groups[e.Group].Prep == 0 {
			return &s.Groups[e.Group]
		}
	}
	return nil
}

// crossing says whether a group, which may be nil, names a border or a place to pass it.
func (s *Reader) crossing(g *grammar.Group) bool {
	if g == nil || len(g.Members) > 0 {
		return false
	}
	switch s.Fold(g.Head) {
	case "border", "borders", "frontier", "crossing", "crossings", "checkpoint", "checkpoints":
		return true
	}
	return false
}

// thither says whether a group is where an action leads or takes place: "leave for Peru", "work in Peru".
func (s *Reader) thither(a *grammar.Action, g *grammar.Group) bool {
	if g.PrepNode < a.Last || g.Members[0].Role != grammar.Head || a.Passive {
		return false
	}
	switch a.Rel.Name() {
	case "leave":
		return g.Prep == rules.ForSlot
	case "work", "live", "study", "settle", "serve":
		return g.Prep == rules.InSlot
	}
	return g.Prep&(rules.ToSlot|rules.InSlot) != 0
}

// someOf says whether a subject names many people of the place: "thousands of the town's men", "most young men", "thirty
// students".
func (s *Reader) someOf(gi int) bool {
	g := &s.Groups[gi]
	if len(g.Members) > 0 || g.No {
		return false
	}
	if k := gi + 1; k < len(s.Groups) && s.Groups[k].Prep == rules.OfSlot && s.Groups[k].PrepNode == g.Last && len(s.Groups[k].Members) == 0 {
		g = &s.Groups[k]
	}
	return s.Vocab.Lists.Folk.Has(s.Fold(g.Head))
}

// sentOut says whether a subject names people whom those at home send to speak for them.
func (s *Reader) sentOut(g *grammar.Group) bool {
	if len(g.Members) > 0 || g.Ref != grammar.NoRef && g.Ref != grammar.RefOne || g.No {
		return false
	}
	switch s.Fold(g.Head) {
	case "delegation", "delegations", "mission", "minister", "ministers", "envoy", "envoys", "negotiators", "officials":
		return true
	}
	return false
}

// calling is what it says that those who speak for the one go to the other.
var calling = rules.Relation{Word: "go", Kind: data.Consult, Stance: data.Cooperation, Weight: 1.4, Fields: []data.Field{data.Diplomacy}}

// exiles says whether a subject names people who have fled or come from the party of a group.
func (s *Reader) exiles(subject, gi int) bool {
	g, of := &s.Groups[subject], &s.Groups[gi]
	if !s.Vocab.Lists.Exiles.Has(s.Fold(g.Head)) {
		if k := subject + 1; subject >= 0 && k < len(s.Groups) && s.Groups[k].Prep == rules.OfSlot && s.Groups[k].PrepNode == g.Last && len(g.Members) == 0 {
			return k != gi && s.exiles(k, gi) // "most of the visitors"
		}
		return false
	}
	return gi == subject && of.Members[0].Role == grammar.Modifier || of.Prep&rules.FromSlot != 0 && of.Members[0].Role == grammar.Head
}
