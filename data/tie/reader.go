package tie

import (
	"slices"

	"entente/data"
	"entente/data/text"
)

// threshold is the confidence from which a passage counts as evidence.
const threshold = 0.5

// reader reads one article. Its slices are used again for each sentence.
type reader struct {
	*Finder
	article    *data.Article
	doc        *text.Doc
	mentions   []data.Mention
	vocab      *vocabulary
	lang       string
	clock      clock
	dates      []dated
	amounts    []amount
	keys       map[int]string // of figures, by their place
	spots      []int          // where the second parties of the pairs of the sentence stand, in order
	focus      focus
	sport      bool
	topic      data.Party // the party that the article is mostly about, or ""
	press      data.Party // whose press an article abroad is from, or ""
	asks       bool       // the article is an interview
	head       []*word    // entries of the first tokens
	shouting   bool       // the sentence is written in capitals
	explaining bool
	index      int // of the sentence
	nodes      []node
	gs         []group
	actions    []action
	cs         []clause
	cands      []candidate
	pred       predicate
	far        *far         // of an article in another language than English, else nil
	current    sentence     // used again for each sentence
	named      []data.Party // parties of the sentence, each once
	found      []data.Evidence
	history    []told // pairs told of, in order
	nearly     []near // passages that nearly tie a pair
	considered []Considered
}

// read goes through the sentences in order.
func (r *reader) read() {
	r.focus.pairAt = -1
	r.introduce()
	if r.far != nil && r.focus.self == "" {
		r.topic = r.aboutFar()
	}
	next := 0
	for i := range r.doc.Sentences {
		sen := r.doc.Sentences[i]
		for next < len(r.mentions) && r.mentions[next].End <= sen.Start {
			next++
		}
		last := next
		for last < len(r.mentions) && r.mentions[last].Start < sen.End {
			last++
		}
		r.index = i
		if last > next || len(r.focus.recent) >= 1 && r.refers(sen) {
			r.sentence(sen, next, last)
		}
		next = last
	}
}

// refers says whether a sentence that names nobody can still speak of parties named before, or tell a time or amount.
func (r *reader) refers(sen text.Sentence) bool {
	if r.far != nil {
		return true
	}
	const meaning = isSide | isPairWord | isResume | isSelf | isCounterpart | isPron | isTwo | isHost | isCountryWord
	for i := sen.First; i < sen.Last; i++ {
		if r.doc.Tokens[i].Kind == text.Number {
			return true
		}
		if w := r.entry(i); w != nil && (w.classes&meaning != 0 || len(w.dates) > 0 && r.doc.Tokens[i].Case != text.Lower) {
			return true
		}
	}
	return false
}

// sentence reads one sentence whose mentions are those from first to last.
func (r *reader) sentence(sen text.Sentence, first, last int) {
	s := r.prepare(sen, first, last)
	if r.far != nil {
		s.readFar()
		return
	}
	s.tagAll()
	s.groups()
	s.clausesOf()
	s.findDates()
	s.findFigures()
	s.pairs()
	s.goOn()
	if s.takesBack() {
		s.retract()
	}
	s.conclude()
}

// prepare lays out the nodes of a sentence and marks its mentions.
func (r *reader) prepare(sen text.Sentence, first, last int) *sentence {
	n := sen.Last - sen.First
	if cap(r.nodes) < n {
		r.nodes = make([]node, n+n/2)
	}
	r.nodes = r.nodes[:n]
	for i := range r.nodes {
		r.nodes[i] = node{mention: -1, entry: r.entry(sen.First + i)}
	}
	r.named = r.named[:0]
	t := sen.First
	for m := first; m < last; m++ {
		for t < sen.Last && int(r.doc.Tokens[t].End) <= r.mentions[m].Start {
			t++
		}
		if r.currency(m) || t >= sen.First+2 && r.doc.Fold(t-2) == "non" && r.doc.Fold(t-1) == "-" {
			continue
		}
		for k := t; k < sen.Last && int(r.doc.Tokens[k].Start) < r.mentions[m].End; k++ {
			r.nodes[k-sen.First].mention = int32(m)
		}
		if c := r.mentions[m].Country; c != "" && !slices.Contains(r.named, c) {
			r.named = append(r.named, c)
		}
	}
	r.shouting = r.shouts(sen)
	r.current = sentence{reader: r, data: sen, nodes: r.nodes, first: sen.First}
	return &r.current
}

// currency says whether a mention is only the first half of a money sign, as in "US$".
func (r *reader) currency(m int) bool {
	end := r.mentions[m].End
	return end < len(r.doc.Text) && r.doc.Text[end] == '$'
}

// shouts says whether most words of a sentence begin with capitals, as titles do, the names of parties aside.
func (r *reader) shouts(sen text.Sentence) bool {
	capitals, lower := 0, 0
	for i := sen.First; i < sen.Last; i++ {
		if t := r.doc.Tokens[i]; t.Kind == text.Word && t.End-t.Start > 3 && r.nodes[i-sen.First].mention < 0 {
			if t.Case == text.Lower {
				lower++
			} else {
				capitals++
			}
		}
	}
	return capitals > lower
}

// conclude takes the best candidate of each pair, turns those above the threshold into evidence, and moves the focus.
func (s *sentence) conclude() {
	var taken []*candidate
	for i := range s.cands {
		c := &s.cands[i]
		if s.better(i) {
			continue
		}
		conf := c.score.confidence()
		ok := conf >= threshold && c.modality != data.Denied
		if ok {
			taken = append(taken, c)
		} else {
			s.keep(c)
		}
		if s.explaining {
			s.considered = append(s.considered, s.consider(c, ok))
		}
	}
	pairs := map[data.Pair]bool{}
	s.spots = s.spots[:0]
	for _, c := range taken {
		pairs[c.pair] = true
		if !slices.Contains(s.spots, c.node) {
			s.spots = append(s.spots, c.node)
		}
	}
	slices.Sort(s.spots)
	for _, c := range taken {
		s.found = append(s.found, s.evidence(c, len(pairs)))
	}
	if len(pairs) == 1 {
		s.furtherDates(taken[0])
	}
	s.moveFocus(taken)
}

// better says whether another candidate of the same pair outweighs the one at an index. Stances do not outweigh each other when both are
// sure.
func (s *sentence) better(at int) bool {
	c := &s.cands[at]
	for i := range s.cands {
		o := &s.cands[i]
		if o == c || o.pair != c.pair {
			continue
		}
		if c.noun >= 0 && o.noun < 0 && !o.goesOn && o.stance != c.stance && o.first <= c.noun && c.noun < o.last && o.score.sum > 0 {
			return true
		}
		opposed := o.stance != c.stance && o.stance != data.Neutral && c.stance != data.Neutral
		if opposed && c.score.confidence() >= 0.7 && o.modality != data.Denied {
			continue
		}
		if o.score.sum > c.score.sum || o.score.sum == c.score.sum && (o.node < c.node || o.node == c.node && i < at) {
			return true
		}
	}
	return false
}

func (s *sentence) evidence(c *candidate, pairs int) data.Evidence {
	span := s.data.Span
	e := data.Evidence{Passage: data.PassageOf(s.doc.Text, span), Pair: c.pair, From: c.from, Fields: s.fieldsOf(c),
		Stance: c.stance, Kind: c.kind, Modality: c.modality, Confidence: c.score.confidence(),
		Parts: c.score.named(s.weights), When: s.whenOf(c), Figures: s.figuresOf(c, pairs)}
	for i := range s.amounts {
		s.keys[s.amounts[i].Start] = s.amounts[i].key
	}
	if e.Stance == "" {
		e.Stance = data.Neutral
	}
	return e
}

// moveFocus notes what the sentence was about, for those that refer to it.
func (s *sentence) moveFocus(taken []*candidate) {
	f := &s.focus
	for i := range s.gs {
		for _, m := range s.gs[i].members {
			f.named(m.party)
		}
	}
	f.list = s.longestList(f.list[:0])
	f.lost = s.unknownSubject()
	if f.lost {
		f.subject = ""
	}
	for ci := range s.cs {
		ms := s.subjectNamed(ci)
		if len(ms) > 0 {
			f.subject, f.spoke = ms[0].party, s.index
			break
		}
	}
	for ci := range s.cs {
		n := 0
		for _, gi := range s.cs[ci].subject {
			for _, m := range s.resolve(gi) {
				if n == 0 {
					f.subjects = f.subjects[:0]
				}
				if n++; !slices.Contains(f.subjects, m.party) {
					f.subjects = append(f.subjects, m.party)
				}
			}
		}
		if n > 0 {
			break
		}
	}
	best := (*candidate)(nil)
	for _, c := range taken {
		if c.goesOn && c.pair != f.pair {
			continue
		}
		s.remember(told{c.pair, c.kind, c.stance, s.index})
		if best == nil || c.score.sum > best.score.sum {
			best = c
		}
	}
	switch {
	case best != nil:
		f.pair, f.pairAt, f.kind, f.stance, f.actor = best.pair, s.index, best.kind, best.stance, best.from
	case len(s.named) == 2 && f.pairAt < 0:
		f.pair = data.PairOf(s.named[0], s.named[1])
	}
}

// longestList gives the parties of the longest list of the sentence, none where no list has two.
func (s *sentence) longestList(into []data.Party) []data.Party {
	best, most := -1, 1
	for i := range s.gs {
		if s.gs[i].chain != i || s.gs[i].prep == inSlot {
			continue
		}
		n := 0
		for k := i; k < len(s.gs); k++ {
			if s.gs[k].chain == i {
				n += len(s.gs[k].members)
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	for k := best; best >= 0 && k < len(s.gs); k++ {
		if s.gs[k].chain != best {
			continue
		}
		for _, m := range s.gs[k].members {
			into = append(into, m.party)
		}
	}
	return into
}

func (s *sentence) subjectNamed(ci int) []member {
	for _, gi := range s.cs[ci].subject {
		if ms := s.gs[gi].members; len(ms) > 0 {
			return ms
		}
	}
	return nil
}

// historyMax is how many passages back a pair is remembered.
const historyMax = 40

// remember notes what was told of a pair, and forgets what was told long ago.
func (s *sentence) remember(t told) {
	if len(s.history) == historyMax {
		s.history = s.history[:copy(s.history, s.history[1:])]
	}
	s.history = append(s.history, t)
}

// unknownSubject says whether the sentence's first clause is about a person or body whose party is not known.
func (s *sentence) unknownSubject() bool {
	for ci := range s.cs {
		c := &s.cs[ci]
		if c.finite < 0 || len(c.subject) == 0 {
			continue
		}
		g := &s.gs[c.subject[0]]
		return len(g.members) == 0 && g.ref == noRef && s.nodes[g.first].tag == other && s.token(g.first).Case != text.Lower &&
			s.nodes[g.first].entry == nil
	}
	return false
}
