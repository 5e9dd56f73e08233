package abroad

import (
	"strings"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// cut gives each node its segment.
func (s *Reader) cut() {
	f := s.far
	f.segs = f.segs[:0]
	if cap(f.segOf) < len(s.Nodes) {
		f.segOf = make([]int, s.Longest())
	}
	f.segOf = f.segOf[:len(s.Nodes)]
	cur := s.openSegment(-1, 0, false)
	var outer []int
	for i := range s.Nodes {
		if s.spaced(i) {
			cur = s.openSegment(-1, i, false)
		}
		if s.Nodes[i].Mention < 0 {
			switch m := f.means[i].marks; {
			case s.Token(i).Kind == text.Punct && s.TagAt(i) == token.Open:
				outer = append(outer, cur)
				cur = s.openSegment(-1, i, false)
			case s.Token(i).Kind == text.Punct && s.TagAt(i) == token.Shut:
				if n := len(outer); n > 0 {
					cur, outer = outer[n-1], outer[:n-1]
				}
			case s.Token(i).Kind == text.Punct:
				cur = s.cutAtSign(i, cur)
			case f.lang == "zh" && f.means[i].rel.Has(rules.Say):
				f.segOf[i] = cur
				cur = s.openSegment(cur, i+1, false)
				continue
			case m&markRel != 0:
				cur = s.openSegment(cur, i, true)
			case m&markIf != 0 && (s.warnedBefore(i, cur) || s.mayBefore(i, cur)):
				cur = s.openSegment(cur, i, false)
			case m&markSub != 0 && i > 0 && !s.hyphened(i):
				cur = s.openSegment(cur, i, s.nearName(i))
			}
		}
		f.segOf[i] = cur
	}
}

// warnedBefore says whether a segment threatens or asks for something before node i, which it does whether or not what "if" supposes
// comes true: "Lima threatens Quito with tariffs if it does not give in".
func (s *Reader) warnedBefore(i, cur int) bool {
	for k := i - 1; k >= s.far.segs[cur].from; k-- {
		if r := s.far.means[k].rel; r != nil && s.far.segOf[k] == cur && (r.Kind == data.Threaten || r.Kind == data.Request) {
			return true
		}
	}
	return false
}

// mayBefore says whether a segment tells before node i what may happen, of which "if" only tells the condition: "Lima could sell Quito
// gas if the price is right".
func (s *Reader) mayBefore(i, cur int) bool {
	may, from := false, max(s.far.segs[cur].from, i-mayReach)
	for k := from; k < i && !may; k++ {
		may = s.far.segOf[k] == cur && s.far.means[k].marks&(markMay|markWill) != 0
	}
	return may && s.hitBetween(from, i, true)
}

// mayReach is how many words before an "if" that is looked for.
const mayReach = 60

// hyphened says whether a word is only the first half of another: "когда-нибудь".
func (s *Reader) hyphened(i int) bool {
	return i+1 < len(s.Nodes) && s.TagAt(i+1) == token.Hyphen && !s.Token(i+1).Space
}

// spaced says whether a space parts a token from the one before it in Chinese or Japanese, where only headings and captions
// have such: 秘鲁总统到访　两国签约.
func (s *Reader) spaced(i int) bool {
	return s.far.lex.letters && i > 0 && s.Token(i).Space && s.Token(i).CJK && s.Token(i-1).CJK
}

func (s *Reader) openSegment(parent, from int, relative bool) int {
	f := s.far
	n := len(f.segs)
	seg := segment{parent: parent, from: from, relative: relative, pairAt: -1, threeAt: -1, oneAt: -1, selfAt: -1, homeAt: -1, subject: -1}
	if n < cap(f.segs) {
		old := f.segs[:n+1][n]
		seg.lists, seg.hits = old.lists[:0], old.hits[:0]
	}
	f.segs = append(f.segs, seg)
	return n
}

// cutAtSign opens, closes or keeps the segment at a comma or another sign.
func (s *Reader) cutAtSign(i, cur int) int {
	switch s.TagAt(i) {
	case token.Strong:
		switch s.Fold(i) {
		case ";", "；":
			return s.openSegment(-1, i, false)
		case ".":
			return cur // of an abbreviation or a day
		}
		return s.openSegment(cur, i, false)
	case token.Comma:
	default:
		return cur
	}
	switch {
	case s.germanRelative(i), s.participleAfter(i):
		return s.openSegment(cur, i, true)
	case i > 0 && s.far.lang == "zh" && s.Fold(i-1) == "下":
		return cur // 在…支持下, 在…框架下
	case i+1 < len(s.Nodes) && s.far.means[i+1].marks&(markRel|markSub) != 0, s.listComma(i):
		return cur
	case s.Sentence.Heading && s.far.lang == "ja" && !s.verbIn(i, cur):
		return cur // ペルー、チリを非難
	case s.Sentence.Heading:
		return s.openSegment(-1, i, false)
	case s.far.segs[cur].relative && s.far.segs[cur].parent >= 0:
		return s.far.segs[cur].parent
	case s.answersAfter(i, cur):
		return s.openSegment(cur, i, false)
	case s.verbIn(i, cur) && (s.verbAfter(i) || i+1 < len(s.Nodes) && s.far.means[i+1].marks&markAnd != 0):
		return s.openSegment(cur, i, false)
	}
	return cur
}

// answersAfter says whether "and", a party and a protest or demand of it follow a comma behind a clause about another party, whatever
// that one does: "Lima jailed the editor, and Quito protested".
func (s *Reader) answersAfter(i, cur int) bool {
	if s.far.lex.letters || i+2 >= len(s.Nodes) || s.far.means[i+1].marks&markAnd == 0 || !s.partyAfter(i+2) {
		return false
	}
	named := false
	for k := s.far.segs[cur].from; k < i && !named; k++ {
		named = s.Nodes[k].Mention >= 0
	}
	for k := i + 2; named && k < len(s.Nodes) && s.Token(k).Kind != text.Punct; k++ {
		if m := &s.far.means[k]; m.rel.Has(rules.Directed) && (m.rel.Kind == data.Protest || m.rel.Kind == data.Accuse) {
			return true
		}
	}
	return false
}

// participleAfter says whether a comma at i comes before a Russian participle, which tells more of the name before it:
// "Пакистан, не признающий Армению, подарил …".
func (s *Reader) participleAfter(i int) bool {
	if s.far.lang != "ru" {
		return false
	}
	verb := i+1 < len(s.Nodes) && activeParticiple(s.Fold(i+1))
	for k := i + 1; k < min(len(s.Nodes), i+4); k++ {
		if s.Token(k).Kind != text.Word || s.Nodes[k].Mention >= 0 {
			return false
		}
		if verb = verb || s.far.means[k].verb; verb && participle(s.Fold(k)) {
			return true
		}
	}
	return false
}

// activeParticiple says whether a Russian word can be nothing but a participle of who does something: "закрепивших",
// "признающий".
func activeParticiple(w string) bool {
	w = strings.TrimSuffix(w, "ся")
	for _, mid := range [...]string{"вш", "ющ", "ящ"} {
		if i := strings.LastIndex(w, mid); i >= 8 && i+len(mid) < len(w) && len(w)-i-len(mid) <= 6 {
			return true
		}
	}
	return false
}

// participle says whether a Russian word ends as participles do.
func participle(w string) bool {
	w = strings.TrimSuffix(w, "ся")
	for _, mid := range [...]string{"ущ", "ющ", "ащ", "ящ", "вш", "нн", "ем", "им"} {
		if i := strings.LastIndex(w, mid); i > 4 && i+len(mid) < len(w) && len(w)-i-len(mid) <= 6 {
			return true
		}
	}
	return false
}

// germanRelative says whether a comma at i comes before a relative pronoun, which in German looks like an article.
func (s *Reader) germanRelative(i int) bool {
	if s.far.lang != "de" || i+1 >= len(s.Nodes) {
		return false
	}
	switch s.Fold(i + 1) {
	case "der", "die", "das", "den", "dem", "dessen", "deren", "denen":
		return i+2 < len(s.Nodes) && s.verbAfter(i)
	}
	return false
}

// listComma says whether parties stand on both sides of a comma.
func (s *Reader) listComma(i int) bool {
	return i > 0 && s.Nodes[i-1].Mention >= 0 && i+1 < len(s.Nodes) && s.Nodes[i+1].Mention >= 0
}

// nearName says whether a party is named right before token i, a comma or noun aside.
func (s *Reader) nearName(i int) bool {
	for k := i - 1; k >= max(0, i-2); k-- {
		if s.Nodes[k].Mention >= 0 {
			return true
		}
	}
	return false
}

// verbIn says whether the segment has a verb that relates before node i.
func (s *Reader) verbIn(i, cur int) bool {
	for k := i - 1; k >= s.far.segs[cur].from; k-- {
		if m := &s.far.means[k]; m.rel != nil && (m.verb || s.far.lex.letters) && s.far.segOf[k] == cur {
			return true
		}
	}
	return false
}

// verbAfter says whether a verb that relates stands between the sign at i and the next one.
func (s *Reader) verbAfter(i int) bool {
	for k := i + 1; k < len(s.Nodes); k++ {
		if t := s.TagAt(k); s.Token(k).Kind == text.Punct && (t == token.Comma || t == token.Strong) {
			return false
		}
		if m := &s.far.means[k]; m.rel != nil && (m.verb || s.far.lex.letters) {
			return true
		}
	}
	return false
}

// fillSegments sorts lists, words that relate and marks into their segments and finds the subjects.
func (s *Reader) fillSegments() {
	f := s.far
	s.Yet = false
	for i := range s.Nodes {
		g, m := &f.segs[f.segOf[i]], &f.means[i]
		if m.rel != nil && !m.rel.Has(rules.General) {
			g.hits = append(g.hits, i)
		}
		g.marks |= m.marks
		s.Yet = s.Yet || m.marks&markYet != 0
		if m.marks&markPair != 0 && g.pairAt < 0 {
			g.pairAt = i
		}
		if m.marks&markThree != 0 && g.threeAt < 0 {
			g.threeAt = i
		}
		if m.marks&(markOne|markThere) != 0 && g.oneAt < 0 {
			g.oneAt = i
		}
		if m.marks&markHome != 0 && g.homeAt < 0 {
			g.homeAt = i
		}
		if i == 0 && m.marks&markOffice != 0 && s.ownOffice() {
			g.selfAt = 0
		}
		if m.marks&markSelf != 0 && g.selfAt < 0 && !(f.lex.letters && i > 0 && s.Nodes[i-1].Mention >= 0) {
			g.selfAt = i
		}
	}
	if len(s.Nodes) > 0 && s.supposesFirst() {
		f.segs[f.segOf[0]].marks |= markIf
	}
	s.setReporters()
	for i := range f.lists {
		g := &f.segs[f.lists[i].seg]
		g.lists = append(g.lists, i)
	}
	for g := range f.segs {
		seg := &f.segs[g]
		if seg.subject = s.subjectOf(g); seg.subject < 0 && seg.parent >= 0 && len(seg.lists) > 0 {
			seg.subject = s.doerAbove(seg)
		}
	}
}

// doerAbove gives the list that goes on as the doer of a segment: that of the one that it hangs on, or of the one above where that
// names nobody; -1 for none.
func (s *Reader) doerAbove(seg *segment) int {
	up := seg.parent
	for !seg.relative && len(s.far.segs[up].lists) == 0 && !s.far.segs[up].relative && s.far.segs[up].parent >= 0 {
		up = s.far.segs[up].parent
	}
	return s.carrier(seg, up)
}

// supposesFirst says whether a German sentence begins with a verb that supposes: "Sollte Lima zustimmen, würde Quito …".
func (s *Reader) supposesFirst() bool {
	if s.far.lang != "de" || s.Doc.Word(s.Sentence.Last-1) == "?" {
		return false
	}
	switch s.Fold(0) {
	case "sollte", "sollten", "kame", "kamen", "hatte", "hatten", "ware", "waren":
		w := strings.ToLower(s.Doc.Word(s.First))
		return umlaut(w) || strings.HasPrefix(w, "sollte") // "hätte", not "hatte"
	}
	return false
}

// goesOnWithVerb says whether a clause begins with its verb, so that the doer is that of the clause before it and the party at
// a node is another: "the minister of A, who is old, received B".
func (s *Reader) goesOnWithVerb(g, node int) bool {
	seg := &s.far.segs[g]
	if seg.parent < 0 || seg.relative || s.far.lex.letters || s.far.lang == "de" || s.far.segs[seg.parent].subject < 0 || s.Fold(seg.from) == ":" {
		return false
	}
	for k := seg.from; k < min(seg.from+3, node); k++ {
		if m := &s.far.means[k]; m.verb && m.rel != nil && s.far.segOf[k] == g {
			return true
		}
	}
	return false
}

// setReporters sets aside, in Japanese, who only tells of the doings of others: "韓国は、北朝鮮が…と報告した".
func (s *Reader) setReporters() {
	f := s.far
	if f.lang != "ja" {
		return
	}
	for i := range f.lists {
		if a := &f.spots[f.lists[i].first]; a.particle != "は" || f.lists[i].slot != 0 {
			continue
		}
		for k := i + 1; k < len(f.lists); k++ {
			if b := &f.spots[f.lists[k].last-1]; b.particle == "が" && s.saysAfter(b.last) {
				f.lists[i].slot = rules.AboutSlot
			}
		}
	}
}

// saysAfter says whether a verb of saying stands behind a node.
func (s *Reader) saysAfter(node int) bool {
	for k := node; k < len(s.Nodes); k++ {
		if s.far.means[k].rel.Has(rules.Say) {
			return true
		}
	}
	return false
}

// subjectOf gives the list that does what a segment tells: the first without a preposition, else the first that belongs
// to a noun before the verb ("a company from Peru builds").
func (s *Reader) subjectOf(g int) int {
	f := s.far
	for _, li := range f.segs[g].lists {
		if l := &f.lists[li]; l.slot == 0 && !f.spots[l.first].city() {
			if s.goesOnWithVerb(g, f.spots[l.first].Node) {
				return -1
			}
			return li
		}
	}
	for _, li := range f.segs[g].lists {
		l := &f.lists[li]
		if l.slot&(rules.OfSlot|rules.FromSlot|rules.BySlot) != 0 && (l.slot == rules.BySlot || !s.hitBetween(f.segs[g].from, f.spots[l.first].Node, true)) {
			return li
		}
	}
	return s.speaker(g)
}

// speaker gives the list of the place that opens a Slavic segment and says something itself, "в Лиме сообщили", or -1.
func (s *Reader) speaker(g int) int {
	seg := &s.far.segs[g]
	if s.far.lang != "ru" && s.far.lang != "sr" || len(seg.lists) == 0 || !s.saysIn(seg) {
		return -1
	}
	l := &s.far.lists[seg.lists[0]]
	if p := &s.far.spots[l.first]; l.slot != rules.InSlot || p.Node > seg.from+speakerReach || p.isCity && !p.Place {
		return -1
	}
	return seg.lists[0]
}

// speakerReach is how many tokens may stand before the place that says something: "в МИД Перу".
const speakerReach = 3
