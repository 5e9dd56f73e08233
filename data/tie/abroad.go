package tie

import (
	"slices"

	"entente/data"
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
		if !f.spots[i].city() {
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
