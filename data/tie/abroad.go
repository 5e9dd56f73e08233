package tie

import (
	"slices"

	"entente/data"
	"entente/data/text"
)

// Articles in languages other than English are read with less grammar: a sentence is cut into segments at commas and
// conjunctions, its parties into lists with the preposition, postposition or particle that goes with them, and the word
// that relates best decides what a segment says of two of them. Who did something last is kept in mind, since these
// languages often leave the doer out.

// far is what the reader keeps for such an article. Its slices are used again for each sentence.
type far struct {
	lex   *lexicon
	lang  string
	means []meaning // of the nodes
	segs  []segment
	segOf []int // segment of each node
	spots []spot
	lists []series
}

// spot is a party named in a sentence.
type spot struct {
	member
	last      int // node after it
	slot      slots
	adjective bool
	particle  string // は or が behind it in Japanese
	isCity    bool   // a city, or a capital that is only a place
	noun      int    // node of the noun that it describes, or -1
}

// series is parties joined by commas and "and".
type series struct {
	first, last int // spots, last exclusive
	seg         int
	slot        slots
	compound    bool // side by side, as in "deutsch-polnisch"
}

// segment is a part of a sentence with about one verb.
type segment struct {
	parent   int // segment that it hangs on, or -1
	from     int // node that opens it
	relative bool
	lists    []int
	hits     []int // nodes of words that relate
	marks    marks
	pairAt   int        // node that means two parties, or -1
	oneAt    int        // node that means one party, or -1
	homeAt   int        // node that means the country of the press, or -1
	left     data.Party // who does what is told, where another sentence or segment names it
	selfAt   int        // node that means who speaks, or -1
	subject  int        // list that does what is told, or -1
}

// farOf makes the state for a language, or nil where the article is read as English is.
func (f *Finder) farOf(lang string) *far {
	if l := f.lexicons[lang]; l != nil {
		return &far{lex: l, lang: lang}
	}
	return nil
}

// readFar reads the sentence.
func (s *sentence) readFar() {
	s.tagAll()
	s.gs, s.cs, s.actions, s.cands = s.gs[:0], s.cs[:0], s.actions[:0], s.cands[:0]
	s.lookUp()
	s.cut()
	s.findSpots()
	s.findLists()
	s.fillSegments()
	s.findDates()
	s.findFigures()
	for g := range s.far.segs {
		s.inSegment(g)
	}
	s.across()
	if s.tells() && s.sameParagraph(s.focus.pairAt) {
		s.goOn()
	}
	s.conclude()
	s.keepPair()
	s.followDoer()
}

// cut gives each node its segment.
func (s *sentence) cut() {
	f := s.far
	f.segs = f.segs[:0]
	if cap(f.segOf) < len(s.nodes) {
		f.segOf = make([]int, len(s.nodes)*2)
	}
	f.segOf = f.segOf[:len(s.nodes)]
	cur := s.openSegment(-1, 0, false)
	var outer []int
	for i := range s.nodes {
		if s.nodes[i].mention < 0 {
			switch m := f.means[i].marks; {
			case s.token(i).Kind == text.Punct && s.tagAt(i) == open:
				outer = append(outer, cur)
				cur = s.openSegment(-1, i, false)
			case s.token(i).Kind == text.Punct && s.tagAt(i) == shut:
				if n := len(outer); n > 0 {
					cur, outer = outer[n-1], outer[:n-1]
				}
			case s.token(i).Kind == text.Punct:
				cur = s.cutAtSign(i, cur)
			case f.lang == "zh" && f.means[i].rel.has(say):
				f.segOf[i] = cur
				cur = s.openSegment(cur, i+1, false)
				continue
			case m&markRel != 0:
				cur = s.openSegment(cur, i, true)
			case m&markSub != 0 && i > 0:
				cur = s.openSegment(cur, i, s.nearName(i))
			}
		}
		f.segOf[i] = cur
	}
}

func (s *sentence) openSegment(parent, from int, relative bool) int {
	f := s.far
	n := len(f.segs)
	seg := segment{parent: parent, from: from, relative: relative, pairAt: -1, oneAt: -1, selfAt: -1, homeAt: -1, subject: -1}
	if n < cap(f.segs) {
		old := f.segs[:n+1][n]
		seg.lists, seg.hits = old.lists[:0], old.hits[:0]
	}
	f.segs = append(f.segs, seg)
	return n
}

// cutAtSign opens, closes or keeps the segment at a comma or another sign.
func (s *sentence) cutAtSign(i, cur int) int {
	switch s.tagAt(i) {
	case strong:
		if w := s.fold(i); w == ";" || w == "；" {
			return s.openSegment(-1, i, false)
		}
		return s.openSegment(cur, i, false)
	case comma:
	default:
		return cur
	}
	switch {
	case s.germanRelative(i):
		return s.openSegment(cur, i, true)
	case i+1 < len(s.nodes) && s.far.means[i+1].marks&(markRel|markSub) != 0, s.listComma(i):
		return cur
	case s.far.segs[cur].relative && s.far.segs[cur].parent >= 0:
		return s.far.segs[cur].parent
	case s.verbIn(i, cur) && (s.verbAfter(i) || i+1 < len(s.nodes) && s.far.means[i+1].marks&markAnd != 0):
		return s.openSegment(cur, i, false)
	}
	return cur
}

// germanRelative says whether a comma at i comes before a relative pronoun, which in German looks like an article.
func (s *sentence) germanRelative(i int) bool {
	if s.far.lang != "de" || i+1 >= len(s.nodes) {
		return false
	}
	switch s.fold(i + 1) {
	case "der", "die", "das", "den", "dem", "dessen", "deren", "denen":
		return i+2 < len(s.nodes) && s.verbAfter(i)
	}
	return false
}

// listComma says whether parties stand on both sides of a comma.
func (s *sentence) listComma(i int) bool {
	return i > 0 && s.nodes[i-1].mention >= 0 && i+1 < len(s.nodes) && s.nodes[i+1].mention >= 0
}

// nearName says whether a party is named right before token i, a comma or noun aside.
func (s *sentence) nearName(i int) bool {
	for k := i - 1; k >= max(0, i-2); k-- {
		if s.nodes[k].mention >= 0 {
			return true
		}
	}
	return false
}

// verbIn says whether the segment has a verb that relates before node i.
func (s *sentence) verbIn(i, cur int) bool {
	for k := i - 1; k >= s.far.segs[cur].from; k-- {
		if m := &s.far.means[k]; m.rel != nil && (m.verb || s.far.lex.letters) && s.far.segOf[k] == cur {
			return true
		}
	}
	return false
}

// verbAfter says whether a verb that relates stands between the sign at i and the next one.
func (s *sentence) verbAfter(i int) bool {
	for k := i + 1; k < len(s.nodes); k++ {
		if t := s.tagAt(k); s.token(k).Kind == text.Punct && (t == comma || t == strong) {
			return false
		}
		if m := &s.far.means[k]; m.rel != nil && (m.verb || s.far.lex.letters) {
			return true
		}
	}
	return false
}

// fillSegments sorts lists, words that relate and marks into their segments and finds the subjects.
func (s *sentence) fillSegments() {
	f := s.far
	for i := range s.nodes {
		g, m := &f.segs[f.segOf[i]], &f.means[i]
		if m.rel != nil && !m.rel.has(general) {
			g.hits = append(g.hits, i)
		}
		g.marks |= m.marks
		if m.marks&markPair != 0 && g.pairAt < 0 {
			g.pairAt = i
		}
		if m.marks&(markOne|markThere) != 0 && g.oneAt < 0 {
			g.oneAt = i
		}
		if m.marks&markHome != 0 && g.homeAt < 0 {
			g.homeAt = i
		}
		if m.marks&markSelf != 0 && g.selfAt < 0 {
			g.selfAt = i
		}
	}
	s.setReporters()
	for i := range f.lists {
		g := &f.segs[f.lists[i].seg]
		g.lists = append(g.lists, i)
	}
	for g := range f.segs {
		seg := &f.segs[g]
		if seg.subject = s.subjectOf(g); seg.subject < 0 && seg.parent >= 0 && len(seg.lists) > 0 {
			seg.subject = s.carrier(seg, seg.parent)
		}
	}
}

// setReporters sets aside, in Japanese, who only tells of the doings of others: "韓国は、北朝鮮が…と報告した".
func (s *sentence) setReporters() {
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
				f.lists[i].slot = aboutSlot
			}
		}
	}
}

// saysAfter says whether a verb of saying stands behind a node.
func (s *sentence) saysAfter(node int) bool {
	for k := node; k < len(s.nodes); k++ {
		if s.far.means[k].rel.has(say) {
			return true
		}
	}
	return false
}

// subjectOf gives the list that does what a segment tells: the first without a preposition, else the first that belongs
// to a noun before the verb ("a company from Peru builds").
func (s *sentence) subjectOf(g int) int {
	f := s.far
	for _, li := range f.segs[g].lists {
		if l := &f.lists[li]; l.slot == 0 && !f.spots[l.first].city() {
			return li
		}
	}
	for _, li := range f.segs[g].lists {
		l := &f.lists[li]
		if l.slot&(ofSlot|fromSlot|bySlot) != 0 && (l.slot == bySlot || !s.hitBetween(f.segs[g].from, f.spots[l.first].node, true)) {
			return li
		}
	}
	return -1
}

func (p *spot) city() bool { return p.place && p.slot != 0 || p.isCity }

// hitBetween says whether a word that relates stands between two nodes; a verb, where only those are asked for.
func (s *sentence) hitBetween(from, to int, verbs bool) bool {
	for k := max(from, 0); k < to; k++ {
		if m := &s.far.means[k]; m.rel != nil && (m.verb || !verbs) && !m.rel.has(general|say) {
			return true
		}
	}
	return false
}

// tells says whether a sentence says anything beside its date.
func (s *sentence) tells() bool {
	if len(s.amounts) > 0 {
		return true
	}
	for g := range s.far.segs {
		if len(s.far.segs[g].hits) > 0 {
			return true
		}
	}
	return false
}

// keepPair notes the pair that a sentence was about where it told of no tie: what is denied of two countries is still
// about both.
func (s *sentence) keepPair() {
	if s.focus.pairAt == s.index {
		return
	}
	best := -1
	for i := range s.cands {
		if c := &s.cands[i]; (c.modality == data.Denied || c.score.holds(betweenThem)) && (best < 0 || c.score.sum > s.cands[best].score.sum) {
			best = i
		}
	}
	if best >= 0 {
		s.focus.pair, s.focus.pairAt, s.focus.kind, s.focus.stance = s.cands[best].pair, s.index, "", data.Neutral
	}
}

// holds says whether a reason is among those of a score.
func (s *score) holds(r reason) bool {
	for i := range s.parts[:s.n] {
		if s.parts[i].reason == r {
			return true
		}
	}
	return false
}

// aboutFar gives the party that an article is about: that of the press it comes from where it is named often enough, else
// the one named most, the first of equals.
func (r *reader) aboutFar() data.Party {
	count := map[data.Party]int{}
	var order []data.Party
	for i := range r.mentions {
		if c := r.mentions[i].Country; c != "" {
			if count[c] == 0 {
				order = append(order, c)
			}
			count[c]++
		}
	}
	best := data.Party("")
	for _, p := range order {
		if count[p] > count[best] {
			best = p
		}
	}
	for _, h := range home[r.far.lang] {
		if count[h] > count[r.press] {
			r.press = h
		}
	}
	if r.press != "" && 2*count[r.press] >= count[best] {
		return r.press
	}
	if count[best] < 2 {
		return ""
	}
	return best
}

// followDoer notes who did something last, for the sentences that leave the doer out.
func (s *sentence) followDoer() {
	f := s.far
	for i := range f.spots {
		if !f.spots[i].city() || f.spots[i].place {
			s.focus.named(f.spots[i].party)
		}
	}
	for g := range f.segs {
		li := f.segs[g].subject
		if li < 0 {
			continue
		}
		l := &f.lists[li]
		s.focus.subject, s.focus.spoke = f.spots[l.first].party, s.index
		s.focus.subjects = s.focus.subjects[:0:0]
		for _, p := range f.spots[l.first:l.last] {
			if !slices.Contains(s.focus.subjects, p.party) {
				s.focus.subjects = append(s.focus.subjects, p.party)
			}
		}
		break
	}
}

// home lists the parties whose press an article in a language is most often from, meant by "the government" and "we".
var home = map[string][]data.Party{"ja": {"JP"}, "zh": {"CN"}, "sr": {"RS"}, "ro": {"RO"}, "de": {"DE", "AT", "CH"}}
