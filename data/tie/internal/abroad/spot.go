package abroad

import (
	"slices"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

const (
	// slotReach is how many words may stand between a preposition and the party that it goes with.
	slotReach = 4
	// listReach is how many tokens may stand between two parties of a list: "the minister of A and his guest, the
	// minister of B".
	listReach = 7
	// nounReach is how many tokens may stand between an adjective and its noun.
	nounReach = 3
)

// findSpots lists the parties named in the sentence, with the place that each stands in.
func (s *Reader) findSpots() {
	f := s.far
	f.spots = f.spots[:0]
	for i := 0; i < len(s.Nodes); {
		m := s.Nodes[i].Mention
		if m < 0 {
			i++
			continue
		}
		end := i
		for end < len(s.Nodes) && s.Nodes[end].Mention == m {
			end++
		}
		if n := len(f.spots); n > 0 && !f.lex.letters && f.spots[n-1].last == i && f.spots[n-1].Party == s.Mentions[m].Country {
			f.spots[n-1].last = end // "the Peruvian maker Wari" is one
		} else if c := s.Mentions[m].Country; c != "" && !s.dateline(i, end) {
			k := s.Mentions[m].Kind
			p := spot{Member: grammar.Member{Party: c, Role: grammar.Head, Mention: m, Node: i, Place: k == data.ByCapital || k == data.ByCity},
				last: end, noun: -1}
			p.isCity = k == data.ByCity || s.Mentions[m].Venue || k == data.ByCapital && c == courts
			p.adjective = k == data.ByDemonym || f.lex.letters || f.lang == "sr" && end < len(s.Nodes) && f.means[end].rel != nil && !f.means[end].verb
			if p.adjective {
				p.noun = s.nounOf(&p)
			}
			s.place(&p)
			f.spots = append(f.spots, p)
		}
		i = end
	}
	s.setWars()
}

// courts is the party whose seat of government stands for the courts there that judge others.
const courts data.Party = "NL"

// dateline says whether a place opens the sentence only to tell where it was written: "BEOGRAD, 12. maj – ", "【ソウル】".
func (s *Reader) dateline(i, end int) bool {
	if k := s.Mentions[s.Nodes[i].Mention].Kind; k != data.ByCapital && k != data.ByCity || i > 3 {
		return false
	}
	if i > 0 && s.TagAt(i-1) == token.Open || i > 0 && s.Token(i-1).Kind == text.Punct && s.Doc.Word(s.First+i-1) == "【" {
		return true
	}
	digits := false
	for k := end; k < min(len(s.Nodes), end+10); k++ {
		switch t := s.Token(k); {
		case t.Kind == text.Number:
			digits = true
		case t.Kind == text.Punct:
			w := s.Doc.Word(s.First + k)
			if w == "–" || w == "—" || w == "." && digits || w == "-" && t.Space {
				return i == 0 || s.Shouting() || s.Token(i).Case == text.Upper
			}
		case t.Kind == text.Word && s.far.means[k].rel != nil:
			return false
		}
	}
	return digits && len(s.Nodes) <= end+8
}

// nounOf gives the noun that an adjective describes: after it, in Romance languages before it.
func (s *Reader) nounOf(p *spot) int {
	reach := nounReach
	if s.far.lex.letters {
		reach = 6
	}
	for k := p.last; k < min(len(s.Nodes), p.last+reach); k++ {
		if s.Token(k).Kind != text.Word || s.Nodes[k].Mention >= 0 || s.far.lex.letters && s.far.particle(s, k) {
			break
		}
		if r := s.far.means[k].rel; r != nil {
			if !s.far.means[k].verb {
				return k
			}
			break
		}
	}
	for k := p.Node - 1; k >= max(0, p.Node-2) && !s.far.lex.letters; k-- {
		if s.Token(k).Kind != text.Word || s.Nodes[k].Mention >= 0 || s.far.means[k].marks&slotMarks != 0 {
			break
		}
		if r := s.far.means[k].rel; r != nil && !s.far.means[k].verb && (s.far.lang == "fr" || s.far.lang == "es" || s.far.lang == "ro") {
			return k
		}
	}
	return -1
}

// particle says whether a token is Japanese or Chinese grammar, which ends a chain of nouns.
func (f *far) particle(s *Reader, k int) bool {
	if f.lang == "ja" {
		return hiragana(s.Fold(k))
	}
	return f.means[k].marks&(slotMarks|markAnd) != 0
}

func hiragana(w string) bool { return w >= "ぁ" && w < "ゟ" }

// findLists joins the parties that commas and conjunctions join.
func (s *Reader) findLists() {
	f := s.far
	f.lists = f.lists[:0]
	defer s.withBetween()
	for i := range f.spots {
		p := &f.spots[i]
		if n := len(f.lists); n > 0 {
			l := &f.lists[n-1]
			if joined, compound := s.joins(&f.spots[i-1], p, l); joined {
				l.last = i + 1
				l.compound = (l.compound || compound) && l.last-l.first <= pairing.TogetherMax // more are a list without its commas
				switch {
				case f.lang == "ja" || p.slot == rules.BetweenSlot:
					l.slot = p.slot // the particle at the end of a list holds for all of it
				case p.slot == 0:
					p.slot = l.slot // and the preposition before it
				}
				continue
			}
		}
		f.lists = append(f.lists, series{first: i, last: i + 1, seg: f.segOf[p.Node], slot: p.slot})
	}
}

// withBetween makes "between" with one party what it means: "オーストラリアとの間で", with Australia. In other languages the
// second party is one that is no country.
func (s *Reader) withBetween() {
	if s.far.lang != "ja" && s.far.lang != "zh" {
		return
	}
	for i := range s.far.lists {
		if l := &s.far.lists[i]; l.slot == rules.BetweenSlot && l.last-l.first == 1 {
			l.slot = rules.WithSlot
		}
	}
}

// joins says whether two parties belong to one list, and whether they stand side by side.
func (s *Reader) joins(a, b *spot, l *series) (joined, compound bool) {
	if s.far.segOf[a.Node] != s.far.segOf[b.Node] || b.Node-a.last > listReach || s.mediator(a, b) {
		return false, false
	}
	if b.Node == a.last {
		return s.far.lex.letters || a.adjective && b.adjective, true
	}
	if b.Node == a.last+1 && s.TagAt(a.last) == token.Hyphen {
		return true, true
	}
	if b.slot != 0 && b.slot != a.slot && !(s.far.lex.letters) || s.far.lex.letters && a.slot != 0 {
		return false, false
	}
	return s.conjoined(a, b), false
}

// mediator says whether a party is only the one by whose help others come together: "by the mediation of Peru, Chile and Bolivia".
func (s *Reader) mediator(a, b *spot) bool {
	return !s.far.lex.letters && a.slot != 0 && b.slot == 0 && s.mediates(a)
}

// mediates says whether a party stands right behind a noun such as "mediation".
func (s *Reader) mediates(p *spot) bool {
	for k := max(0, p.Node-mediatorReach); k < p.Node; k++ {
		if m := &s.far.means[k]; !m.verb && m.rel.Has(rules.Mediate) {
			return true
		}
	}
	return false
}

// mediatorReach is how many tokens may stand from "mediation" to whose it is.
const mediatorReach = 3

// conjoined says whether a conjunction, or in a longer list a comma, stands between two parties, and no verb or other
// preposition does.
func (s *Reader) conjoined(a, b *spot) bool {
	joined := false
	for k := a.last; k < b.Node; k++ {
		m := &s.far.means[k]
		w := s.Fold(k)
		switch {
		case m.rel != nil && m.verb:
			return false
		case m.rel != nil && s.far.lex.letters:
			return false
		case w == "、" && s.doerFirst(a, b):
			return false
		case m.marks&markAnd != 0, s.far.lang == "ja" && (w == "と" || w == "や"), w == "、", w == "/", w == "&":
			joined = true
		case s.TagAt(k) == token.Comma && s.Token(k).Kind == text.Punct:
			joined = joined || s.articlesOnly(k+1, b.Node) && s.listGoesOn(b)
		case s.far.lang == "ja" && hiragana(w):
			return false
		case m.marks&slotMarks&^markOf != 0 && slotOfMark(m.marks) != b.slot:
			return false
		}
	}
	return joined
}

// doerFirst says whether a Japanese heading begins with who does something, and what he does it to comes behind the comma:
// ペルー、チリから購入, but ペルー、チリ首脳会談.
func (s *Reader) doerFirst(a, b *spot) bool {
	if !s.Sentence.Heading || s.far.lang != "ja" || a.Node != 0 || b.last >= len(s.Nodes) {
		return false
	}
	rest := s.far.text[s.Token(b.last).Start:s.Sentence.End]
	return !s.Vocab.Lists.BothHeaded.Begin(rest)
}

// articlesOnly says whether nothing but articles and "of" stands between two nodes: "de l'Islande, du Pérou et de la Norvège".
func (s *Reader) articlesOnly(from, to int) bool {
	for k := from; k < to; k++ {
		if e := s.Nodes[k].Entry; (e == nil || e.Classes&rules.IsDet == 0) && s.far.means[k].marks&markOf == 0 {
			return false
		}
	}
	return true
}

// partyAfter says whether a party begins at a node, or behind the "of" and articles there.
func (s *Reader) partyAfter(k int) bool {
	for end := min(len(s.Nodes), k+3); k < end; k++ {
		if s.Nodes[k].Mention >= 0 {
			return true
		}
		if !s.articlesOnly(k, k+1) {
			return false
		}
	}
	return false
}

// listGoesOn says whether a conjunction or another comma and party follow a party.
func (s *Reader) listGoesOn(b *spot) bool {
	for k := b.last; k < min(len(s.Nodes), b.last+4); k++ {
		if s.far.means[k].marks&markAnd != 0 {
			return true
		}
		if s.TagAt(k) == token.Comma && s.partyAfter(k+1) {
			return true
		}
		if s.far.means[k].rel != nil {
			return false
		}
	}
	return false
}

// among says whether a list has a party.
func (s *Reader) among(l *series, p data.Party) bool {
	return slices.ContainsFunc(s.spotsOf(l), func(o spot) bool { return o.Party == p })
}
