package abroad

import (
	"slices"
	"strings"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// place finds the slot of a party.
func (s *Reader) place(p *spot) {
	switch s.far.lang {
	case "ja":
		s.placeBefore(p)
	case "zh":
		if p.Node > 0 {
			p.slot = slotOfMark(s.far.means[p.Node-1].marks)
		}
		if p.last < len(s.Nodes) && s.far.means[p.last].marks&markBetween != 0 {
			p.slot = rules.BetweenSlot
		}
		if s.topical(p.last) {
			p.slot = rules.AboutSlot
		}
		if p.slot == rules.InSlot && s.withHelpOf(p) {
			p.slot = rules.BySlot
		}
	default:
		s.placeAfter(p)
		if p.slot == rules.InSlot && s.into(p) {
			p.slot = rules.ToSlot
		}
		if p.slot == 0 && (s.far.lang == "ru" || s.far.lang == "sr") && s.mediates(p) {
			p.slot = rules.BySlot
		}
	}
	if s.Mentions[p.Mention].Venue && p.slot == 0 {
		p.slot = rules.InSlot
	}
}

// placeAfter looks for the preposition before a party. Words between them make it the party of another noun, which only
// some prepositions reach through.
func (s *Reader) placeAfter(p *spot) {
	steps, passed := 0, false
	for k := p.Node - 1; k >= 0 && steps <= slotReach; k-- {
		n, m := &s.Nodes[k], &s.far.means[k]
		switch slot := slotOfMark(m.marks); {
		case slot != 0 && s.comparedBefore(k):
			p.slot = rules.OtherSlot
			return
		case n.Mention >= 0 || s.Token(k).Kind == text.Number || s.far.segOf[k] != s.far.segOf[p.Node]:
			return
		case s.Token(k).Kind == text.Punct:
			if s.TagAt(k) != token.Quote && s.TagAt(k) != token.Hyphen {
				return
			}
		case slot == rules.OfSlot && p.slot&^rules.OfSlot == 0 && !p.adjective && s.doneBy(k):
			p.slot = rules.BySlot
			return
		case slot == rules.OfSlot:
			if steps == 0 && p.slot == 0 && !p.adjective {
				p.slot = rules.OfSlot
			}
			steps++
		case slot != 0:
			if p.slot == 0 || slot&(rules.WithSlot|rules.AgainstSlot|rules.BetweenSlot|rules.BySlot) != 0 {
				if slot == rules.FromSlot && s.actorBy(k) {
					slot = rules.BySlot
				}
				if steps == 0 || steps == 1 && !passed || p.adjective && !passed || slot&(rules.WithSlot|rules.AgainstSlot|rules.BetweenSlot|rules.FromSlot|rules.BySlot|rules.AboutSlot) != 0 {
					p.slot = slot
				}
			}
			return
		case m.verb && m.rel != nil || s.TimeWord(k) || m.marks&(markAnd|markSub|markRel|markSelf|markIt) != 0:
			return
		case n.Entry != nil && n.Entry.Classes&rules.IsDet != 0:
		default:
			passed = passed || m.rel != nil && !m.rel.Has(rules.Actor)
			steps++
		}
	}
}

// actorBy says whether those before a "from" stand behind "by": "cumpărate de firme din Peru".
func (s *Reader) actorBy(from int) bool {
	for k := from - 1; k >= max(0, from-slotReach) && s.Nodes[k].Mention < 0 && s.Token(k).Kind == text.Word; k-- {
		switch m := &s.far.means[k]; {
		case m.marks&markBy != 0 || s.doneBy(k):
			return true
		case m.verb && m.rel != nil || m.marks&(slotMarks&^markOf|markAnd) != 0:
			return false
		}
	}
	return false
}

// doneBy says whether the Romanian "de" at a node is "by": a verb stands before it, with no more than a time between, as in
// "semnat în mai de".
func (s *Reader) doneBy(k int) bool {
	if s.far.lang != "ro" || s.Fold(k) != "de" {
		return false
	}
	for i := k - 1; i >= max(0, k-3) && s.Nodes[i].Mention < 0; i-- {
		if m := &s.far.means[i]; m.rel != nil {
			return m.verb
		} else if s.Token(i).Kind == text.Punct || m.marks&slotMarks&^markIn != 0 {
			return false
		}
	}
	return false
}

// comparedBefore says whether a word of comparison goes with the preposition at a node: "contrairement au", "в отличие от".
func (s *Reader) comparedBefore(k int) bool {
	for i := k - 1; i >= max(0, k-2) && s.Nodes[i].Mention < 0; i-- {
		if s.far.means[i].marks&markThan != 0 {
			return true
		}
	}
	return false
}

// placeBefore looks for the particle after a party and the nouns that belong to it, as Japanese has it.
func (s *Reader) placeBefore(p *spot) {
	k := p.last
	for k < len(s.Nodes) && k < p.last+8 && s.Nodes[k].Mention < 0 && s.Token(k).Kind == text.Word && !hiragana(s.Fold(k)) {
		k++
	}
	if k < len(s.Nodes) && k == p.last && s.Fold(k) == "間" {
		p.slot = rules.BetweenSlot
		return
	}
	if s.topical(p.last) {
		p.slot = rules.AboutSlot
		return
	}
	if k >= len(s.Nodes) || s.Nodes[k].Mention >= 0 {
		return
	}
	w := s.Fold(k)
	next := func(c string) bool { return k+1 < len(s.Nodes) && s.Fold(k+1) == c }
	switch has := func(x string) bool { return strings.HasPrefix(w, x) }; {
	case has("との") && next("間"), has("の") && next("間"):
		p.slot = rules.BetweenSlot
	case has("について"), has("をめぐ"):
		p.slot = rules.AboutSlot
	case has("の") && s.Fold(k-1) == "沖":
		p.slot = rules.InSlot
	case has("の"):
		p.particle = s.particleOf(k + 1)
		if s.metBehind(k + 1) {
			p.slot = rules.WithSlot
		}
	case has("は"), has("が"):
		p.particle = w[:len("は")]
	case has("を"):
		p.slot = rules.InObject
	case has("に") && next("対"), has("へ"), has("に") && !has("による") && !has("には"):
		p.slot = rules.ToSlot
	case has("から"), has("より"):
		p.slot = rules.FromSlot
	case has("で") && !has("では") && !has("です"):
		p.slot = rules.InSlot
	case has("との"), has("と") && !(k+1 < len(s.Nodes) && s.Nodes[k+1].Mention >= 0) && !has("という") && !has("とは"):
		p.slot = rules.WithSlot
	}
}

// withHelpOf says whether a Chinese party is by whose help something is done: 在秘鲁的支持下, 在秘鲁警方配合下.
func (s *Reader) withHelpOf(p *spot) bool {
	helped := false
	for k := p.last; k < min(len(s.Nodes), p.last+helpReach) && s.Nodes[k].Mention < 0 && s.Token(k).Kind == text.Word; k++ {
		if helped && s.Fold(k) == "下" {
			return true
		}
		r := s.far.means[k].rel
		helped = helped || r != nil && r.Stance == data.Cooperation && !r.Has(rules.Actor|rules.Place|rules.Mediate)
	}
	return false
}

// helpReach is how many tokens may stand from such a party to the 下.
const helpReach = 9

// topical says whether the word at a node makes the party before it what is spoken about: 海地局势, ハイチ情勢.
func (s *Reader) topical(node int) bool {
	if node >= len(s.Nodes) || s.Nodes[node].Mention >= 0 {
		return false
	}
	switch s.Fold(node) {
	case "情勢", "局势", "局勢", "风格", "風格", "风味", "風味", "風":
		return true
	case "风":
		return node+1 < len(s.Nodes) && strings.Contains("格味情", s.Fold(node+1))
	case "局", "情":
		return node+1 < len(s.Nodes) && (s.Fold(node+1) == "势" || s.Fold(node+1) == "勢")
	}
	return false
}

// particleOf gives the は or が behind the nouns that begin at node k: "タイの情報機関は".
func (s *Reader) particleOf(k int) string {
	for end := min(len(s.Nodes), k+8); k < end && s.Nodes[k].Mention < 0 && s.Token(k).Kind == text.Word; k++ {
		switch w := s.Fold(k); {
		case strings.HasPrefix(w, "は"), strings.HasPrefix(w, "が"):
			return w[:len("は")]
		case hiragana(w) && w != "の":
			return ""
		}
	}
	return ""
}

// metBehind says whether people of a party, named from node k on, are met or dealt with: "タイとペルーの首脳と会談した".
func (s *Reader) metBehind(k int) bool {
	for end := min(len(s.Nodes)-1, k+metReach); k < end && s.Nodes[k].Mention < 0 && s.Token(k).Kind == text.Word; k++ {
		if w := s.Fold(k); hiragana(w) {
			next := &s.far.means[k+1]
			return w == "と" && s.Nodes[k+1].Mention < 0 && !hiragana(s.Fold(k+1)) && (s.meets(next) || k+2 < len(s.Nodes) && s.meets(&s.far.means[k+2]))
		}
	}
	return false
}

// metReach is how many tokens the name of a firm or office may have: "ペルーの電池材料大手ワリ素材と提携した".
const metReach = 10

// meets says whether a word is one of meeting, agreeing or working together.
func (s *Reader) meets(m *meaning) bool {
	return m.rel != nil && (m.rel.Kind == data.Consult || m.rel.Kind == data.Agree || m.rel.Has(rules.Joint) && m.rel.Weight >= leastShared)
}

// slotOfMark gives the slot that a preposition opens, 0 for other words.
func slotOfMark(m marks) rules.Slots {
	for _, x := range [...]struct {
		m marks
		s rules.Slots
	}{{markBetween, rules.BetweenSlot}, {markAgainst, rules.AgainstSlot}, {markWith, rules.WithSlot}, {markTo, rules.ToSlot}, {markFrom, rules.FromSlot},
		{markIn, rules.InSlot}, {markOf, rules.OfSlot}, {markBy, rules.BySlot}, {markFor, rules.ForSlot}, {markAbout, rules.AboutSlot}, {markToward, rules.NearSlot}, {markThan, rules.OtherSlot}} {
		if m&x.m != 0 {
			return x.s
		}
	}
	return 0
}

// placeFits says whether a party after "in" is the other one, not only the place where it happened.
func (s *Reader) placeFits(r *rules.Relation, a, b *spot) bool {
	if b.slot&(rules.ForSlot|rules.NearSlot) != 0 {
		return r.Kind == data.Sanction || r.Has(rules.Directed) && r.Stance == data.Cooperation || r.Word == "spy" || r.Word == "connect" || r.Kind == data.Protest
	}
	if r.Kind == data.Sanction && b.adjective && !s.far.lex.letters {
		return true // "tariffs on Peruvian steel"
	}
	switch r.Word {
	case "visafree", "unrecognised":
		return true // "did not recognise the vote in Peru"
	case "spy":
		return s.arrestedAt(b)
	}
	acting := a.noun >= 0 && s.far.means[a.noun].rel.Has(rules.Actor)
	if b.isCity && !acting && r.Kind == data.Consult {
		return false
	}
	if r.Has(rules.Directed) && r.Stance == data.Conflict && s.onto(b) {
		return true
	}
	for k := max(0, b.Node-4); k < b.Node; k++ {
		if n := s.far.means[k].rel; n.Has(rules.Place) && !s.far.means[k].verb && !n.Has(rules.Weak) && s.far.segOf[k] == s.far.segOf[b.Node] {
			return true // "its ambassador in Peru"
		}
	}
	if r.Kind == data.Cooperate || r.Kind == data.AidKind {
		return r.Has(rules.Place|rules.Directed) && !r.Has(rules.Weak)
	}
	return r.Has(rules.Place) && (!r.Has(rules.Joint) || acting)
}

// arrestedAt says whether somebody is arrested in the segment of a place: "a Chilean was detained in Lima for spying".
func (s *Reader) arrestedAt(b *spot) bool {
	return slices.ContainsFunc(s.far.segs[s.far.segOf[b.Node]].hits, func(h int) bool { return s.far.means[h].rel.Word == "arrest" })
}

// sentBefore says whether people or a firm at a node are sent somewhere: "will send 300 students to the universities of Peru".
func (s *Reader) sentBefore(g, people int) bool {
	for _, h := range s.far.segs[g].hits {
		if h < people && s.far.means[h].rel.Word == "send" {
			return true
		}
	}
	return false
}

// onto says whether a Russian or Serbian "на" stands before a party that is not in the locative: "напал на Перу", not "на Кубе".
func (s *Reader) onto(p *spot) bool {
	if s.far.lang != "ru" && s.far.lang != "sr" || p.Node == 0 {
		return false
	}
	if w := s.Fold(p.Node - 1); w != "на" && w != "na" {
		return false
	}
	name := s.Fold(p.last - 1)
	for _, end := range [...]string{"е", "и", "ах", "ях", "i", "ima"} {
		if strings.HasSuffix(name, end) {
			return false
		}
	}
	return true
}
