package english

import (
	"slices"
	"strings"

	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// outcomeReach is how many words around a pair are looked at for what came of its doings: a long sentence, but no list of a
// million names.
const outcomeReach = 60

// outcomes makes hostile the talks and agreements that the sentence says came to nothing: "ended with no breakthrough",
// "broke up without agreeing on a date".
func (s *Reader) outcomes() {
	if len(s.Cands) == 0 {
		return
	}
	vain, held := s.fateTold()
	senses := s.hasSenses()
	for i := range s.Cands {
		c := &s.Cands[i]
		switch c.Kind {
		case data.Consult, data.Agree, data.Cooperate, data.Support, data.Request:
			if c.Stance != data.Conflict && c.Modality != data.Denied && (vain && s.fruitless(max(c.Node, 0)) || c.Kind == data.Request && s.turnedDown(c.Node)) {
				c.Kind, c.Stance = data.Reject, data.Conflict
			}
		}
		if !s.undone(c) && !s.poisoned(c) && !(senses && c.Modality != data.Denied && s.otherSense(c)) {
			s.reconsider(c)
		}
		switch {
		case c.Stance != data.Cooperation || c.Modality == data.Denied:
		case s.vainEffort(c):
			c.Kind, c.Stance = data.Reject, data.Conflict
		case held && s.onHold(c.First, c.Last):
			c.Kind, c.Stance = data.Sanction, data.Conflict
		case s.warned(c):
			c.Kind, c.Stance = data.Threaten, data.Conflict
		}
	}
}

// fateTold says at a glance whether a sentence has words that tell that nothing came of something, and that something is left
// undone.
func (s *Reader) fateTold() (vain, held bool) {
	vain = s.Holds(rules.IsResult)
	if !s.Has(&fates) {
		return vain, false
	}
	for i := range s.Nodes {
		switch s.Fold(i) {
		case "without", "unanswered", "vain", "nothing", "nowhere", "avail", "ears":
			vain = true
		case "abeyance", "hold", "ice":
			held = true
		}
	}
	return vain, held
}

// fates are the words of it.
var fates = rules.WordsOf("without", "unanswered", "vain", "nothing", "nowhere", "avail", "ears", "abeyance", "hold", "ice")

// warned says whether the sentence goes on, after a candidate, to call something an act of war or a threat to a party, and that is
// not what a third says.
func (s *Reader) warned(c *pairing.Candidate) bool {
	from := c.Last
	for i := max(from, 1); i < min(from+outcomeReach, len(s.Nodes)); i++ {
		if r := s.Nodes[i].Rel; r != nil && r.Kind == data.Threaten && s.TagAt(i) == token.Other && r.Weight >= 1.6 && (r.Word != "threat" || s.toParty(i+1)) {
			return !s.thirdSays(i, c.Pair) && !s.Is(i-1, rules.IsNeg) && !s.Is(i-2, rules.IsNeg) && !s.Is(i-3, rules.IsNeg)
		}
	}
	return false
}

// thirdSays says whether the noun at a node is the word of a party beside a pair: "a warning from Lima", "Lima's warning".
func (s *Reader) thirdSays(i int, pair data.Pair) bool {
	for _, k := range [...]int{i - 2, i + 2} {
		if k < 0 || k >= len(s.Nodes) || s.Nodes[k].Mention < 0 {
			continue
		}
		if between := s.Fold((i + k) / 2); k < i && s.TagAt(i-1) == token.Poss || k > i && (between == "from" || between == "by") {
			return !pair.Has(s.Mentions[s.Nodes[k].Mention].Country)
		}
	}
	return false
}

// toParty says whether "to" and a party, or the pair, follow at a node: "to Peru", "to both countries".
func (s *Reader) toParty(i int) bool {
	if i+2 >= len(s.Nodes) || s.Fold(i) != "to" {
		return false
	}
	return s.TagAt(i+1) == token.Name || s.TagAt(i+2) == token.Name || s.Is(i+2, rules.IsSide|rules.IsPairWord|rules.IsCountryWord)
}

// undone reads what is done to a thing that the party itself had done before, and says whether it made anything of that: "revoked the licence it had given Peru",
// "restored the power it had cut to Peru".
func (s *Reader) undone(c *pairing.Candidate) bool {
	k := max(c.First, 0)
	if s.Is(k, rules.IsRel) || s.TagAt(k) == token.Rel {
		k++
	}
	if k < 3 || k+1 >= len(s.Nodes) || s.TagAt(k) != token.Pronoun || s.TagAt(c.First-1) != token.Other && s.TagAt(c.First-1) != token.Rel ||
		s.Fold(k+1) != "had" && (s.TagAt(k+1) != token.Verb || s.Nodes[k+1].Form&rules.Past == 0) {
		return false
	}
	for i := len(s.Actions) - 1; i >= 0; i-- {
		a := &s.Actions[i]
		if a.Last > c.First {
			continue
		}
		switch {
		case a.Rel == nil || a.Negated || c.First-a.Last > complementReach:
		case a.Rel.Has(rules.Reverse):
			s.turnedBy(c, a.Rel, &rules.Relation{Kind: c.Kind, Stance: c.Stance})
			return true
		case c.Stance == data.Conflict && (a.Rel.Kind == data.Yield || a.Rel.Word == "restore" || a.Rel.Word == "resume"):
			c.Kind, c.Stance = data.Yield, data.Cooperation
			return true
		}
		return false
	}
	return false
}

// onHold says whether the words between two nodes, or right after them, tell that something is left undone: "held the treaty
// in abeyance", "put the project on ice".
func (s *Reader) onHold(first, last int) bool {
	for i := max(first, last-outcomeReach); i+1 < min(last+4, len(s.Nodes)); i++ {
		switch a, b := s.Fold(i), s.Fold(i+1); {
		case a == "in" && b == "abeyance", a == "on" && (b == "hold" || b == "ice"):
			return true
		case s.Nodes[i].Tag == token.Strong || s.Nodes[i].Tag == token.Sub && i > last:
			return false
		}
	}
	return false
}

// calledIn says whether the last verb of a clause calls in an envoy, as ministries do to complain: "called in the Chinese
// ambassador".
func (s *Reader) calledIn(p *predicate, n grammar.Link) bool {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if a.Negated || a.Last >= len(s.Nodes) || s.Fold(a.Last) != "in" || n.Rel == nil || n.Node-a.Last > 5 {
		return false
	}
	switch s.Fold(a.Main) {
	case "called", "calls", "hauled", "hauls":
	default:
		return false
	}
	switch n.Rel.Word {
	case "ambassador", "envoy", "consul", "diplomat", "charge d'affaires":
		return true
	}
	return false
}

// ownQuarrel says whether a noun is the hostile one that somebody has with the party right after it: "in its quarrel with
// Peru", "aid extended during the war with Peru".
func (s *Reader) ownQuarrel(n grammar.Link) bool {
	if n.Rel == nil || !n.Framed || n.IsVerb || n.Rel.Stance != data.Conflict || !n.Rel.Has(rules.Joint) || n.Node == 0 {
		return false
	}
	switch s.Fold(n.Node - 1) {
	case "its", "their", "his", "her":
		return true
	}
	if s.TagAt(n.Node-1) == token.Poss {
		return true
	}
	if k := s.groupOf(n.Node); k >= 0 && s.Groups[k].PrepNode >= 0 {
		switch s.Fold(s.Groups[k].PrepNode) {
		case "during", "amid", "amidst", "throughout", "despite":
			return true
		}
	}
	return false
}

// fruitless says whether the part of the sentence from a node on tells that nothing came of what was done.
func (s *Reader) fruitless(from int) bool {
	if len(s.Nodes) > 2 && s.Fold(0) == "nothing" && strings.HasPrefix(s.Fold(1), "c") && s.Fold(2) == "of" {
		return true // "nothing came of the talks"
	}
	for i := from; i < min(from+outcomeReach, len(s.Nodes)); i++ {
		switch t := s.Nodes[i].Tag; {
		case t == token.Strong || t == token.Quote || t == token.Sub || t == token.Conj && s.TagAt(i-1) == token.Comma:
			return false
		case s.Fold(i) == "without" && s.fails(i+1), s.Fold(i) == "unanswered", s.Fold(i) == "vain" && s.Fold(i-1) == "in",
			s.Fold(i) == "avail" && s.noneBefore(i), s.Fold(i) == "nowhere" && s.TagAt(i-1) == token.Verb, s.Fold(i) == "ears" && s.Fold(i-1) == "deaf":
			return true
		case s.Is(i, rules.IsResult) && s.none(i):
			return true
		}
	}
	return false
}

// noneBefore says whether "no" or "little" stands before a node.
func (s *Reader) noneBefore(i int) bool {
	w := s.Fold(i - 1)
	return w == "no" || w == "little"
}

// turnedDown says whether it is told after a node that who asked was refused: "asked Peru for help and was rebuffed".
func (s *Reader) turnedDown(from int) bool {
	for i := range s.Actions {
		a := &s.Actions[i]
		if a.First <= from || !a.Passive || a.Negated || a.Rel == nil || a.Rel.Kind != data.Reject {
			continue
		}
		if s.TagAt(a.First-1) == token.Conj || a.Infinitive && s.Fold(max(a.First-2, 0)) == "only" || s.Fold(max(a.First-1, 0)) == "only" {
			return true
		}
	}
	return false
}

// fails says whether what stands after "without" is a result, or the verb of one: "agreeing", "reaching a deal".
func (s *Reader) fails(i int) bool {
	for k := i; k < min(i+4, len(s.Nodes)); k++ {
		n := &s.Nodes[k]
		switch {
		case s.Is(k, rules.IsResult):
			return true
		case k == i && n.Tag == token.Verb && n.Rel != nil && n.Rel.Kind == data.Agree:
			return true
		case n.Tag != token.Other && n.Tag != token.Det && n.Tag != token.Verb && n.Tag != token.Adverb:
			return false
		}
	}
	return false
}

// none says whether "no" or "little" stands before a result and "with" or a verb of ending before that.
func (s *Reader) none(i int) bool {
	k := i - 1
	for k > 0 && i-k < 4 && s.TagAt(k) == token.Other {
		k--
	}
	if w := s.Fold(max(k, 0)); w != "no" && w != "little" && w != "scant" {
		return false
	}
	switch w := s.Fold(max(k-1, 0)); w {
	case "with", "made", "make", "produced", "brought", "yielded", "in":
		return k > 0
	}
	return false
}

// sentAway says whether the clause tells people to leave: "ordered its staff to leave Lima".
func (s *Reader) sentAway(p *predicate) bool {
	for _, ai := range p.actions {
		if a := &s.Actions[ai]; s.toldToLeave(a, a.Last) {
			return true
		}
	}
	return false
}

// foeReach is how many words after a verb its object is looked for among the common foes.
const foeReach = 7

// commonFoe says whether what is fought is no party but what all fight: insurgents, smuggling, fires.
func (s *Reader) commonFoe(p *predicate) bool {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if s.Is(a.Main, rules.IsFoe) {
		return true // "to fight smuggling"
	}
	for i := a.Last; i < min(a.Last+foeReach, len(s.Nodes)); i++ {
		switch t := s.Nodes[i].Tag; {
		case s.Is(i, rules.IsFoe):
			return true
		case s.Nodes[i].Mention >= 0, t == token.Verb, t == token.Comma, t == token.Strong, t == token.Prep && s.Fold(i) != "against" && s.Fold(i) != "on":
			return false
		}
	}
	return false
}

// condemned says whether the last verb of a clause is what is said against the deeds of others.
func (s *Reader) condemned(p *predicate) bool {
	r := s.Actions[p.actions[len(p.actions)-1]].Rel
	if r == nil {
		return false
	}
	switch r.Word {
	case "condemn", "denounce", "deplore", "repel", "thwart", "foil", "investigate", "mourn":
		return true
	}
	return false
}

// onRequest says whether what is done for a party was agreed or offered before: "agreed to jail deportees for Peru".
func (s *Reader) onRequest(p *predicate) bool {
	for k, ai := range p.actions[:len(p.actions)-1] {
		a, next := &s.Actions[ai], &s.Actions[p.actions[k+1]]
		if a.Rel != nil && a.Rel.Kind == data.Agree && !a.Negated && next.Infinitive {
			return true
		}
	}
	return false
}

// listed gives the hostile list that the object of a verb is put on: "put five Greek firms on its register of sponsors of
// war".
func (s *Reader) listed(p *predicate, gi int, slot rules.Slots) grammar.Link {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if slot != rules.InObject || gi+1 >= len(s.Groups) || a.Rel == nil || a.Negated {
		return grammar.Link{}
	}
	switch a.Rel.Word {
	case "put", "place", "add", "return", "restore", "keep", "enter":
	default:
		return grammar.Link{}
	}
	g, h := &s.Groups[gi], &s.Groups[gi+1]
	switch {
	case h.First-g.Last > 1 && s.Fold(g.Last) != "back" || h.Prep&(rules.OnSlot|rules.ToSlot) == 0:
	case h.Rel != nil && h.Rel.Kind == data.Sanction:
		return grammar.Link{Rel: h.Rel, Node: h.RelNode, Framed: true}
	case s.hostileList(h):
		return grammar.Link{Rel: blacklist, Node: h.Last - 1, Framed: true}
	}
	return grammar.Link{}
}

// blacklist is what a list of the unwelcome says of those on it.
var blacklist = &rules.Relation{Word: "list", Kind: data.Sanction, Stance: data.Conflict, Weight: 1.8}

// hostileList says whether a group is a list of those whom its owner accuses: "its register of “sponsors of war”".
func (s *Reader) hostileList(g *grammar.Group) bool {
	switch s.Fold(g.Last - 1) {
	case "list", "register", "registry", "roster":
	default:
		return false
	}
	for i := g.Last; i < min(g.Last+7, len(s.Nodes)); i++ {
		switch s.Fold(i) {
		case "sponsors", "terrorism", "terrorists", "terrorist", "unfriendly", "undesirable", "sanctioned", "adversaries":
			return true
		}
	}
	return false
}

// plainSense gives the first sense of a verb where its object shows that the one after the preposition is not meant:
// "dropped duties on Swiss goods" bombs nobody.
func (s *Reader) plainSense(p *predicate, v, n grammar.Link) grammar.Link {
	a := s.Actions[p.actions[len(p.actions)-1]]
	if v.Rel.Name() == "recall" && !v.Far && !slices.ContainsFunc(p.nouns, recalls) {
		return grammar.Link{} // "recalled blackouts in Peru"
	}
	if v.Rel == nil || a.Rel == nil || v.Rel == a.Rel || v.Rel.Kind != data.Assault || v.Far {
		return v
	}
	if n.Rel == nil || !n.Framed || n.Node < v.Node || n.Rel.Kind == data.Assault || n.Rel.Kind == data.Mobilize || n.Rel.Has(rules.Goods) {
		return v
	}
	v.Rel, v.Framed = a.Rel, a.Rel.Frame&rules.InObject != 0
	return v
}

// recalls says whether a noun is of what is called back: an envoy, goods, soldiers.
func recalls(n grammar.Link) bool { return isEnvoy(n.Rel) || n.Rel.Has(rules.Goods|rules.Actor) }
