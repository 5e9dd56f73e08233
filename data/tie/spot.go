package tie

import (
	"strings"

	"entente/data"
	"entente/data/text"
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
func (s *sentence) findSpots() {
	f := s.far
	f.spots = f.spots[:0]
	for i := 0; i < len(s.nodes); {
		m := s.nodes[i].mention
		if m < 0 {
			i++
			continue
		}
		end := i
		for end < len(s.nodes) && s.nodes[end].mention == m {
			end++
		}
		if c := s.mentions[m].Country; c != "" && !s.dateline(i, end) {
			k := s.mentions[m].Kind
			p := spot{member: member{party: c, role: head, mention: m, node: i, place: k == data.ByCapital || k == data.ByCity},
				last: end, noun: -1}
			p.isCity = k == data.ByCity || s.mentions[m].Venue
			p.adjective = k == data.ByDemonym || f.lex.letters || f.lang == "sr" && end < len(s.nodes) && f.means[end].rel != nil && !f.means[end].verb
			if p.adjective {
				p.noun = s.nounOf(&p)
			}
			s.place(&p)
			f.spots = append(f.spots, p)
		}
		i = end
	}
}

// dateline says whether a place opens the sentence only to tell where it was written: "BEOGRAD, 12. maj – ", "【ソウル】".
func (s *sentence) dateline(i, end int) bool {
	if k := s.mentions[s.nodes[i].mention].Kind; k != data.ByCapital && k != data.ByCity || i > 3 {
		return false
	}
	if i > 0 && s.tagAt(i-1) == open || i > 0 && s.token(i-1).Kind == text.Punct && s.doc.Word(s.first+i-1) == "【" {
		return true
	}
	digits := false
	for k := end; k < min(len(s.nodes), end+10); k++ {
		switch t := s.token(k); {
		case t.Kind == text.Number:
			digits = true
		case t.Kind == text.Punct:
			w := s.doc.Word(s.first + k)
			if w == "–" || w == "—" || w == "." && digits || w == "-" && t.Space {
				return i == 0 || s.shouting
			}
		case t.Kind == text.Word && s.far.means[k].rel != nil:
			return false
		}
	}
	return digits && len(s.nodes) <= end+8
}

// nounOf gives the noun that an adjective describes: after it, in Romance languages before it.
func (s *sentence) nounOf(p *spot) int {
	reach := nounReach
	if s.far.lex.letters {
		reach = 6
	}
	for k := p.last; k < min(len(s.nodes), p.last+reach); k++ {
		if s.token(k).Kind != text.Word || s.nodes[k].mention >= 0 || s.far.lex.letters && s.far.particle(s, k) {
			break
		}
		if r := s.far.means[k].rel; r != nil {
			if !s.far.means[k].verb {
				return k
			}
			break
		}
	}
	for k := p.node - 1; k >= max(0, p.node-2) && !s.far.lex.letters; k-- {
		if s.token(k).Kind != text.Word || s.nodes[k].mention >= 0 || s.far.means[k].marks&slotMarks != 0 {
			break
		}
		if r := s.far.means[k].rel; r != nil && !s.far.means[k].verb && (s.far.lang == "fr" || s.far.lang == "es" || s.far.lang == "ro") {
			return k
		}
	}
	return -1
}

// particle says whether a token is Japanese or Chinese grammar, which ends a chain of nouns.
func (f *far) particle(s *sentence, k int) bool {
	if f.lang == "ja" {
		return hiragana(s.fold(k))
	}
	return f.means[k].marks&(slotMarks|markAnd) != 0
}

func hiragana(w string) bool { return w >= "ぁ" && w < "ゟ" }

// place finds the slot of a party.
func (s *sentence) place(p *spot) {
	switch s.far.lang {
	case "ja":
		s.placeBefore(p)
	case "zh":
		if p.node > 0 {
			p.slot = slotOfMark(s.far.means[p.node-1].marks)
		}
		if p.last < len(s.nodes) && s.far.means[p.last].marks&markBetween != 0 {
			p.slot = betweenSlot
		}
	default:
		s.placeAfter(p)
	}
	if s.mentions[p.mention].Venue && p.slot == 0 {
		p.slot = inSlot
	}
}

// placeAfter looks for the preposition before a party. Words between them make it the party of another noun, which only
// some prepositions reach through.
func (s *sentence) placeAfter(p *spot) {
	steps, passed := 0, false
	for k := p.node - 1; k >= 0 && steps <= slotReach; k-- {
		n, m := &s.nodes[k], &s.far.means[k]
		switch slot := slotOfMark(m.marks); {
		case n.mention >= 0 || s.token(k).Kind == text.Number || s.far.segOf[k] != s.far.segOf[p.node]:
			return
		case s.token(k).Kind == text.Punct:
			if s.tagAt(k) != quote && s.tagAt(k) != hyphen {
				return
			}
		case slot == ofSlot:
			if steps == 0 && p.slot == 0 && !p.adjective {
				p.slot = ofSlot
			}
			steps++
		case slot != 0:
			if p.slot == 0 || slot&(withSlot|againstSlot|betweenSlot|bySlot) != 0 {
				if steps == 0 || steps == 1 && !passed || p.adjective && !passed || slot&(withSlot|againstSlot|betweenSlot|fromSlot|bySlot|aboutSlot) != 0 {
					p.slot = slot
				}
			}
			return
		case m.verb && m.rel != nil || s.timeWord(k) || m.marks&(markAnd|markSub|markRel|markSelf) != 0:
			return
		case n.entry != nil && n.entry.classes&isDet != 0:
		default:
			passed = passed || m.rel != nil && !m.rel.has(actor)
			steps++
		}
	}
}

// placeBefore looks for the particle after a party and the nouns that belong to it, as Japanese has it.
func (s *sentence) placeBefore(p *spot) {
	k := p.last
	for k < len(s.nodes) && k < p.last+8 && s.nodes[k].mention < 0 && s.token(k).Kind == text.Word && !hiragana(s.fold(k)) {
		k++
	}
	if k < len(s.nodes) && k == p.last && s.fold(k) == "間" {
		p.slot = betweenSlot
		return
	}
	if k >= len(s.nodes) || s.nodes[k].mention >= 0 {
		return
	}
	w := s.fold(k)
	next := func(c string) bool { return k+1 < len(s.nodes) && s.fold(k+1) == c }
	switch has := func(x string) bool { return strings.HasPrefix(w, x) }; {
	case has("との") && next("間"), has("の") && next("間"):
		p.slot = betweenSlot
	case has("について"), has("をめぐ"):
		p.slot = aboutSlot
	case has("の"):
		p.particle = s.particleOf(k + 1)
	case has("は"), has("が"):
		p.particle = w[:len("は")]
	case has("を"):
		p.slot = inObject
	case has("に") && next("対"), has("へ"), has("に") && !has("による") && !has("には"):
		p.slot = toSlot
	case has("から"), has("より"):
		p.slot = fromSlot
	case has("で") && !has("では") && !has("です"):
		p.slot = inSlot
	case has("との"), has("と") && !(k+1 < len(s.nodes) && s.nodes[k+1].mention >= 0) && !has("という") && !has("とは"):
		p.slot = withSlot
	}
}

// particleOf gives the は or が behind the nouns that begin at node k: "タイの情報機関は".
func (s *sentence) particleOf(k int) string {
	for end := min(len(s.nodes), k+8); k < end && s.nodes[k].mention < 0 && s.token(k).Kind == text.Word; k++ {
		switch w := s.fold(k); {
		case strings.HasPrefix(w, "は"), strings.HasPrefix(w, "が"):
			return w[:len("は")]
		case hiragana(w) && w != "の":
			return ""
		}
	}
	return ""
}

// slotOfMark gives the slot that a preposition opens, 0 for other words.
func slotOfMark(m marks) slots {
	for _, x := range [...]struct {
		m marks
		s slots
	}{{markBetween, betweenSlot}, {markAgainst, againstSlot}, {markWith, withSlot}, {markTo, toSlot}, {markFrom, fromSlot},
		{markIn, inSlot}, {markOf, ofSlot}, {markBy, bySlot}, {markFor, forSlot}, {markAbout, aboutSlot}, {markToward, nearSlot}, {markThan, otherSlot}} {
		if m&x.m != 0 {
			return x.s
		}
	}
	return 0
}

// findLists joins the parties that commas and conjunctions join.
func (s *sentence) findLists() {
	f := s.far
	f.lists = f.lists[:0]
	defer s.withBetween()
	for i := range f.spots {
		p := &f.spots[i]
		if n := len(f.lists); n > 0 {
			l := &f.lists[n-1]
			if joined, compound := s.joins(&f.spots[i-1], p, l); joined {
				l.last, l.compound = i+1, l.compound || compound
				if f.lang == "ja" || p.slot == betweenSlot {
					l.slot = p.slot // the particle at the end of a list holds for all of it
				}
				continue
			}
		}
		f.lists = append(f.lists, series{first: i, last: i + 1, seg: f.segOf[p.node], slot: p.slot})
	}
}

// withBetween makes "between" with one party what it means: "オーストラリアとの間で", with Australia.
func (s *sentence) withBetween() {
	for i := range s.far.lists {
		if l := &s.far.lists[i]; l.slot == betweenSlot && l.last-l.first == 1 {
			l.slot = withSlot
		}
	}
}

// joins says whether two parties belong to one list, and whether they stand side by side.
func (s *sentence) joins(a, b *spot, l *series) (joined, compound bool) {
	if s.far.segOf[a.node] != s.far.segOf[b.node] || b.node-a.last > listReach {
		return false, false
	}
	if b.node == a.last {
		return s.far.lex.letters || a.adjective && b.adjective, true
	}
	if b.node == a.last+1 && s.tagAt(a.last) == hyphen {
		return true, true
	}
	if b.slot != 0 && b.slot != a.slot && !(s.far.lex.letters) || s.far.lex.letters && a.slot != 0 {
		return false, false
	}
	return s.conjoined(a, b), false
}

// conjoined says whether a conjunction, or in a longer list a comma, stands between two parties, and no verb or other
// preposition does.
func (s *sentence) conjoined(a, b *spot) bool {
	joined := false
	for k := a.last; k < b.node; k++ {
		m := &s.far.means[k]
		w := s.fold(k)
		switch {
		case m.rel != nil && m.verb:
			return false
		case m.rel != nil && s.far.lex.letters:
			return false
		case m.marks&markAnd != 0, s.far.lang == "ja" && (w == "と" || w == "や"), w == "、", w == "/", w == "&":
			joined = true
		case s.tagAt(k) == comma && s.token(k).Kind == text.Punct:
			joined = joined || b.node == k+1 && s.listGoesOn(b)
		case s.far.lang == "ja" && hiragana(w):
			return false
		case m.marks&slotMarks&^markOf != 0 && slotOfMark(m.marks) != b.slot:
			return false
		}
	}
	return joined
}

// listGoesOn says whether a conjunction or another comma and party follow a party.
func (s *sentence) listGoesOn(b *spot) bool {
	for k := b.last; k < min(len(s.nodes), b.last+4); k++ {
		if s.far.means[k].marks&markAnd != 0 {
			return true
		}
		if s.tagAt(k) == comma && k+1 < len(s.nodes) && s.nodes[k+1].mention >= 0 {
			return true
		}
		if s.far.means[k].rel != nil {
			return false
		}
	}
	return false
}
