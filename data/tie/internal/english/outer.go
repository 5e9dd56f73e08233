package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// hostileRel says whether a word tells of a measure against another party, as "tariff", "ban" and "complaint" do.
func hostileRel(r *rules.Relation) bool {
	if r == nil || r.Stance != data.Conflict || r.Has(rules.Weak|rules.Compare|rules.Comment) {
		return false
	}
	return r.Kind == data.Sanction || r.Kind == data.Accuse || r.Kind == data.Reject || r.Kind == data.Threaten
}

// outerNoun gives the hostile noun that the noun k of a predicate hangs on: in "tariffs on imports from Peru" it is the
// tariffs that decide, and the imports only say what they are about. n is the noun itself, given where there is none.
func (s *Reader) outerNoun(p *predicate, k int, n grammar.Link) grammar.Link {
	if n.Rel.Stance == data.Conflict {
		return s.approved(p, k, n)
	}
	for j := 0; j < k && j < len(p.nouns); j++ {
		if o := p.nouns[j]; hostileRel(o.Rel) && s.hangsOn(o.Node, n.Node) {
			return grammar.Link{Rel: about(o.Rel, n.Rel), Node: o.Node, Framed: n.Framed}
		}
	}
	return n
}

// approved gives the noun of support that a hostile one with an owner hangs on: in "approval of Peru's attack" it is the
// approval that reaches Peru. n is the hostile noun itself, given where there is none.
func (s *Reader) approved(p *predicate, k int, n grammar.Link) grammar.Link {
	for j := 0; j < k && j < len(p.nouns); j++ {
		if o := p.nouns[j]; o.Rel.Kind == data.Support && o.Rel.Stance == data.Cooperation && s.hangsOn(o.Node, n.Node) {
			return grammar.Link{Rel: about(o.Rel, n.Rel), Node: o.Node, Framed: n.Framed}
		}
	}
	return n
}

// about is what a noun says, in the fields of what it is about too.
func about(outer, inner *rules.Relation) *rules.Relation {
	both := *outer
	both.Fields = pairing.Join(outer.Fields, inner.Fields)
	return &both
}

// hangsOn says whether only prepositions join the nouns of two nodes.
func (s *Reader) hangsOn(from, to int) bool {
	joined := false
	for i := from + 1; i < to; i++ {
		switch s.Nodes[i].Tag {
		case token.Prep:
			joined = true
		case token.Comma, token.Conj, token.Sub, token.Rel, token.Strong, token.Verb, token.Helper, token.Quote:
			return false
		}
	}
	return joined
}

// hostileNoun gives the first hostile noun after the last action of a predicate, which governs what follows it.
func (s *Reader) hostileNoun(p *predicate) grammar.Link {
	if n := len(p.actions); n > 1 && s.Actions[p.actions[n-2]].Rel.Has(rules.Reverse) && s.gerundNext(&s.Actions[p.actions[n-2]], p.actions[n-1]) {
		a := &s.Actions[p.actions[n-2]] // "will stop servicing machines that it has sold in Peru"
		return grammar.Link{Rel: &rules.Relation{Word: a.Rel.Word, Kind: data.Sanction, Stance: data.Conflict}, Node: a.Main}
	}
	if len(p.actions) == 0 {
		return grammar.Link{}
	}
	if a := &s.Actions[p.actions[len(p.actions)-1]]; a.Rel.Has(rules.Reverse) {
		return leftPact(a, p)
	}
	for _, n := range p.nouns {
		if hostileRel(n.Rel) {
			return n
		}
	}
	return grammar.Link{}
}

// leftPact gives the verb that ends an agreement, for what is told of this: "withdrew from the accord under which Peru sold it gas".
func leftPact(a *grammar.Action, p *predicate) grammar.Link {
	if len(p.nouns) == 0 || a.Negated || a.Rel.Stance != data.Conflict || p.nouns[0].Rel.Kind != data.Agree || p.nouns[0].Rel.Stance != data.Cooperation {
		return grammar.Link{}
	}
	return grammar.Link{Rel: &rules.Relation{Word: a.Rel.Word, Kind: data.Sanction, Stance: data.Conflict}, Node: a.Main}
}

// keepOuter notes, before an action is added to a predicate, the hostile noun whose object it describes: the duty in
// "levied a duty on goods imported from Peru". Any other action makes a new start.
func (s *Reader) keepOuter(p *predicate, ai int) {
	a := &s.Actions[ai]
	if t := s.TagAt(a.First - 1); !a.Nonfinite || a.Infinitive || t != token.Other && t != token.Name {
		if len(p.actions) > 0 {
			p.outer = grammar.Link{}
		}
		return
	}
	if p.outer.Rel == nil {
		p.outer = s.hostileNoun(p)
	}
}

// outerAbove gives the hostile noun that a clause describes: the surcharge in "a surcharge on power that it sells to Peru".
func (s *Reader) outerAbove(c *grammar.Clause) grammar.Link {
	if c.Parent < 0 || c.Says || c.Comma || c.Hypo || len(c.Elements) == 0 {
		return grammar.Link{}
	}
	first := c.Elements[0]
	switch {
	case c.Relative:
		return s.Clauses[c.Parent].Outer
	case first.Group >= 0:
		if t := s.TagAt(s.Groups[first.Group].First - 1); t == token.Other || t == token.Name {
			return s.Clauses[c.Parent].Outer
		}
	}
	return grammar.Link{}
}

// outerSays lets the hostile noun of a predicate decide over what was read of the thing it is about.
func (s *Reader) outerSays(c *pairing.Candidate, p *predicate) {
	if p.outer.Rel == nil || c.Modality == data.Denied || c.Stance == data.Conflict {
		return
	}
	c.Kind, c.Stance, c.Fields = p.outer.Rel.Kind, p.outer.Rel.Stance, pairing.Join(p.outer.Rel.Fields, c.Fields)
}
