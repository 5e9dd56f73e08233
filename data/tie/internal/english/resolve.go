package english

import (
	"slices"
	"strings"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/among"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// resolve gives the parties that a group means, with how: those named in it, else those that it refers to.
func (s *Reader) resolve(gi int) []grammar.Member {
	g := &s.Groups[gi]
	if g.Resolved {
		return g.Meaning
	}
	g.Resolved, g.Meaning = true, s.resolveNew(gi)
	return g.Meaning
}

func (s *Reader) resolveNew(gi int) []grammar.Member {
	g := &s.Groups[gi]
	out := g.Members[:len(g.Members):len(g.Members)]
	if len(out) == 0 && (s.isCounterpart(g) || s.kin(g)) && gi+1 < len(s.Groups) {
		if h := &s.Groups[gi+1]; h.Prep&(rules.InSlot|rules.FromSlot|rules.OfSlot) != 0 && h.First-g.Last == 1 && len(h.Members) > 0 {
			m := h.Members[0]
			m.Role, m.Place = grammar.Within, false
			return s.With(nil, m) // "his counterpart in Lima"
		}
	}
	if len(out) == 0 && g.Ref == grammar.NoRef && s.Exemplified {
		if out = s.examples(gi); len(out) > 0 {
			return out
		}
	}
	if len(out) == 0 && (g.Ref == grammar.RefOne && s.Is(g.RefNode, rules.IsCountryWord) || g.Ref == grammar.RefPair && !s.JustThey(g)) {
		out = s.ofParty(gi) // "the ministers of Peru and Chile" are no others
	}
	itsOwn := g.Ref != grammar.NoRef && g.Ref != grammar.RefOne && own.Has(s.Fold(g.RefNode+1)) // "their own": of whoever acts, not of two told of before
	if g.Ref != grammar.NoRef && (len(g.Members) > 0 && (g.Ref == grammar.RefOne || g.Ref == grammar.RefSelf) || len(out) == 0) && !itsOwn {
		out = s.meant(g, out)
	}
	if len(out) == 0 {
		out = s.ofParty(gi)
	}
	return out
}

// examples gives the parties that are named further on to say whom a group means.
func (s *Reader) examples(gi int) []grammar.Member {
	var out []grammar.Member
	for k := gi + 1; k < min(gi+grammar.MostExamples, len(s.Groups)); k++ {
		if s.Groups[k].Of != gi+1 {
			continue
		}
		for _, m := range s.Groups[k].Members {
			m.Role = grammar.Within
			out = append(out, m)
		}
	}
	return out
}

// meant appends the parties that the group's reference stands for.
func (s *Reader) meant(g *grammar.Group, out []grammar.Member) []grammar.Member {
	add := func(p data.Party) {
		if p == "" {
			return
		}
		for _, m := range out {
			if m.Party == p {
				return
			}
		}
		out = s.With(out, grammar.Member{Party: p, Role: grammar.Referred, Mention: -1, Node: g.RefNode})
	}
	switch g.Ref {
	case grammar.RefOne:
		not := data.Party("")
		if len(out) > 0 {
			not = out[0].Party
		}
		add(s.oneMeant(g.RefNode, not))
	case grammar.RefSelf:
		add(s.self(g.RefNode))
	case grammar.RefHost:
		add(s.Focus.Host)
	case grammar.RefFirm:
		add(s.firmMeant(g.RefNode))
	case grammar.RefPair:
		if f := &s.Focus; s.JustThey(g) && (f.PairAt != s.Index-1 || len(f.List) > 2) || s.rankUnclear(g) {
			break
		}
		if p, ok := s.apposed(g); ok {
			add(p[0])
			add(p[1])
		} else if p, ok := s.pairInFocus(g.RefNode); ok {
			add(p[0])
			add(p[1])
		}
	case grammar.RefThree:
		for _, p := range s.three(g.RefNode) {
			add(p)
		}
	case grammar.RefMany:
		for _, p := range s.many(g.RefNode) {
			add(p)
		}
	case grammar.RefOther:
		if one := s.one(g.RefNode, ""); s.Focus.Pair.Has(one) {
			add(s.Focus.Pair.Other(one))
		}
	}
	return out
}

// oneMeant gives the party that a word for one at a node means, such as "the country", which is not another that the group names.
func (s *Reader) oneMeant(node int, not data.Party) data.Party {
	if p := s.ofTwo(node); p != "" {
		return p
	}
	if s.Fold(node) == "bloc" && s.names("EU") {
		return "EU"
	}
	if p := s.inThatOffice(node); p != "" && p != not {
		return p
	}
	if p := s.scene(node); p != "" {
		return p
	}
	if p := s.besideDoer(node); p != "" && p != not {
		return p
	}
	if s.Is(node, rules.IsCountryWord) && s.Topic != "" && s.Topic != not && slices.Contains(s.Focus.Recent, s.Topic) {
		return s.Topic
	}
	return s.one(node, not)
}

// scene gives the party that "the country" at a node means where the sentence has named one place, as nothing but the place of
// what it tells: "temperatures in Peru may rise, and across the country".
func (s *Reader) scene(node int) data.Party {
	if !s.Is(node, rules.IsCountryWord) || s.heldAbroad(node) {
		return ""
	}
	best := data.Party("")
	for i := range s.Groups {
		g := &s.Groups[i]
		if g.Last > node {
			break
		}
		for _, m := range g.Members {
			if g.Prep&(rules.InSlot|rules.AtSlot) == 0 || best != "" && best != m.Party {
				return ""
			}
			best = m.Party
		}
	}
	return best
}

// besideDoer gives the party that "the country" at a node means where the sentence has named two before it, and its first clause is of
// what the one does: "Peru, which has trained Ghana's army, cut its aid to the country".
func (s *Reader) besideDoer(node int) data.Party {
	main, k := s.mainSubject(), s.groupOf(node)
	if !s.Is(node, rules.IsCountryWord) || k < 0 || s.Groups[k].Prep&(rules.WithSlot|rules.ToSlot|rules.AgainstSlot) == 0 || main < 0 || len(s.Groups[main].Members) != 1 || s.Groups[main].Last > node {
		return ""
	}
	doer, other := s.Groups[main].Members[0].Party, data.Party("")
	for i := range s.Groups {
		g := &s.Groups[i]
		if g.Last > node {
			break
		}
		for _, m := range g.Members {
			if m.Party != doer && other != "" && other != m.Party {
				return ""
			}
			if m.Party != doer {
				other = m.Party
			}
		}
	}
	return other
}

// apposed gives the pair that stands right after a group which means it: "the two neighbours, Peru and Chile".
func (s *Reader) apposed(g *grammar.Group) (data.Pair, bool) {
	k := s.GroupAt(g) + 1
	if k == 0 || k >= len(s.Groups) || s.Groups[k].First != g.Last+1 {
		return data.Pair{}, false
	}
	switch s.TagAt(g.Last) {
	case token.Comma, token.Strong, token.Open:
	default:
		return data.Pair{}, false
	}
	list := s.ListOf(k)
	if len(list) != 2 {
		return data.Pair{}, false
	}
	return data.PairOf(list[0], list[1]), true
}

// names says whether the article names a party.
func (s *Reader) names(p data.Party) bool {
	return among.Any(s.Mentions, func(m *data.Mention) bool { return m.Country == p })
}

// isCounterpart says whether a group is somebody's counterpart or colleague.
func (s *Reader) isCounterpart(g *grammar.Group) bool {
	return s.Is(g.Head, rules.IsCounterpart) && s.Nodes[g.Head].Tag == token.Other
}

// kin says whether a group is somebody's family, to whom things are given or said where it lives.
func (s *Reader) kin(g *grammar.Group) bool {
	if g.Prep&^(rules.ToSlot|rules.FromSlot|rules.WithSlot) != 0 || g.Prep == 0 {
		return false
	}
	switch s.Fold(g.Head) {
	case "family", "families", "relatives", "widow", "heirs", "parents", "descendants", "kin":
		return true
	}
	return false
}

// ofTwo gives the party that "the former" or "the latter" at a node means: one of two named in a row before it.
func (s *Reader) ofTwo(node int) data.Party {
	w := s.Fold(node)
	if w != "former" && w != "latter" {
		return ""
	}
	two := s.Focus.List
	for i := range s.Groups {
		if s.Groups[i].First >= node {
			break
		}
		if list := s.ListOf(i); len(list) == 2 {
			two = list
		}
	}
	switch {
	case len(two) != 2:
		return ""
	case w == "former":
		return two[0]
	}
	return two[1]
}

// ofParty finds the parties that a group without its own belongs to: "the president of Peru", "a firm from Peru".
func (s *Reader) ofParty(gi int) []grammar.Member {
	if r := s.Groups[gi].Rel; r.Has(rules.Directed) && r.Kind == data.Assault {
		return nil // "the invasion of Peru" is not Peru's
	}
	for k := gi + 1; k < len(s.Groups) && k <= gi+2; k++ {
		g := &s.Groups[k]
		if len(g.Members) > 0 && g.Prep == rules.InSlot && k == gi+1 && s.based(s.Groups[gi].Last, g.PrepNode) {
			m := g.Members[0]
			m.Role = grammar.Within
			return s.With(nil, m)
		}
		if len(g.Members) > 0 && g.Prep == rules.BySlot && k == gi+1 && s.ledBy(s.Groups[gi].Last, g.PrepNode) {
			out := s.chainMembers(k)
			for i := range out {
				out[i].Role = grammar.Within
			}
			return out
		}
		if g.Prep&(rules.OfSlot|rules.FromSlot) == 0 && !(g.Prep&(rules.InSlot|rules.ForSlot) != 0 && k == gi+1 && s.peopleIn(gi)) || g.First-s.Groups[k-1].Last > 1+int(max(s.Nodes[g.PrepNode].Extra, 0)) {
			return nil
		}
		if g.Ref == grammar.RefPair || g.Ref == grammar.RefMany && g.Prep == rules.OfSlot || g.Ref == grammar.RefSelf || g.Ref == grammar.RefOne && len(g.Members) == 0 {
			return s.meant(g, nil)
		}
		if len(g.Members) > 0 {
			out := s.MembersOf(s.Chained(k))
			for i := range out {
				out[i].Role = grammar.Within
			}
			return out
		}
	}
	return nil
}

// based says whether only "based" and a comma stand between two nodes: "the firm, based in Peru".
func (s *Reader) based(from, to int) bool {
	found := false
	for i := from; i < to; i++ {
		switch {
		case s.Fold(i) == "based" || s.Fold(i) == "headquartered":
			found = true
		case s.TagAt(i) != token.Comma:
			return false
		}
	}
	return found
}

// ledBy says whether two nodes have nothing between them but a word such as "led": "a delegation led by Peru".
func (s *Reader) ledBy(from, to int) bool {
	if to-from != 1 {
		return false
	}
	switch s.Fold(from) {
	case "led", "headed", "owned", "run", "commanded", "chaired", "controlled":
		return true
	}
	return false
}

// peopleIn says whether a group before "in Peru" is of people or bodies of that place: "demonstrators in Lima", "asked the
// authorities in Peru", "sold maize to millers in Peru". Talks and deals are not.
func (s *Reader) peopleIn(gi int) bool {
	g := &s.Groups[gi]
	if s.Is(g.Head, rules.IsOutsider) || s.TagAt(g.Head) != token.Other {
		return false
	}
	if !s.IsSubject(gi) {
		return s.atOtherEnd(g)
	}
	if s.Is(g.Head, rules.IsBody) {
		return !s.arbiter(g)
	}
	if g.Rel != nil {
		return g.Rel.Has(rules.Actor)
	}
	return g.Prep == 0 && s.manyOf(g)
}

// arbiter says whether a group names a court or panel that belongs to no country, wherever it sits: "an arbitration court in Lima".
func (s *Reader) arbiter(g *grammar.Group) bool {
	if !s.Is(g.Head, rules.IsJustice|rules.IsBody) {
		return false
	}
	for i := g.First; i < g.Last; i++ {
		switch s.Fold(i) {
		case "arbitration", "arbitral", "arbitrators", "international", "permanent", "world", "global", "regional", "un":
			return true
		}
	}
	return false
}

// atOtherEnd says whether a group that is no subject names an authority, or people to or with whom something is done.
func (s *Reader) atOtherEnd(g *grammar.Group) bool {
	const dealt = rules.InObject | rules.ToSlot | rules.WithSlot | rules.FromSlot | rules.BySlot
	if g.Prep&^dealt != 0 || g.Ref != grammar.NoRef && g.Ref != grammar.RefOne || s.Token(g.Head).Case != text.Lower {
		return false
	}
	switch {
	case s.Vocab.Lists.Rulers.Has(s.Fold(g.Head)):
		return true
	case g.Prep&(rules.ToSlot|rules.WithSlot|rules.FromSlot) == 0:
		return false
	case g.Rel != nil:
		return g.Rel.Has(rules.Actor)
	}
	return doing(s.Fold(g.Head))
}

// manyOf says whether a group's noun is in the plural, by its look.
func (s *Reader) manyOf(g *grammar.Group) bool {
	w := s.Fold(g.Head)
	return len(w) > 4 && w[len(w)-1] == 's' && s.TagAt(g.Head) == token.Other
}

// doing says whether a noun is made as those of people by their work are, in the plural: growers, investors, chemists.
func doing(w string) bool {
	for _, end := range [...]string{"ers", "ors", "ists", "ees", "ians", "men", "families", "clinics", "hospitals", "schools", "firms", "companies"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
