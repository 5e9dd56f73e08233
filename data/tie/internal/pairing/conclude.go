package pairing

import (
	"cmp"
	"slices"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// TakesBack says whether a sentence does no more than deny the one before: "It had not."
func (s *Article) TakesBack() bool {
	if len(s.Nodes) > 2 && s.Fold(0) == "no" && s.Fold(1) == "such" && len(s.Named) == 0 {
		return true // "No such meeting is planned"
	}
	n, not := 0, false
	for i := range s.Nodes {
		if s.Token(i).Kind == text.Word {
			n++
			not = not || s.Is(i, rules.IsNeg)
		}
		if t := s.Nodes[i].Tag; t == token.Verb || t == token.Name {
			return false
		}
	}
	return not && n <= 4 && n >= 2
}

// Retract drops the evidence of the sentence before.
func (s *Article) Retract() {
	if s.Index == 0 {
		return
	}
	before := s.Doc.Sentences[s.Index-1].Span
	first := len(s.Found) // of the evidence that begins in it
	for first > 0 && s.Found[first-1].Start >= before.Start {
		first--
	}
	kept := s.Found[:first]
	for _, e := range s.Found[first:] {
		if e.Span != before {
			kept = append(kept, e)
			continue
		}
		for i := range s.Considered {
			if c := &s.Considered[i]; c.Span == before && c.Pair == e.Pair {
				c.Taken, c.Modality, c.Reason = false, data.Denied, s.weights.Says(reason.Denied)
			}
		}
	}
	s.Found = kept
}

// Conclude takes the best candidate of each pair, turns those above the threshold into evidence, and gives these. They
// hold until the next sentence.
func (s *Article) Conclude() []*Candidate {
	s.noteVoice()
	s.around.clear()
	s.linkPairs()
	taken := s.taken[:0]
	for i := range s.Cands {
		c := &s.Cands[i]
		if s.better(i) {
			continue
		}
		s.judge(c)
		c.judged = true
		if c.byRules() {
			taken = append(taken, c)
		} else {
			if !c.across {
				s.hear(c)
			}
			if s.Lessons.Tone != nil {
				s.setTone(c)
			}
		}
	}
	s.setTones(taken)
	for i := range s.Cands {
		if c := &s.Cands[i]; s.Explaining && c.judged {
			s.Considered = append(s.Considered, s.consider(c, c.byRules()))
		}
	}
	s.spots, s.reaches, s.taken = s.spots[:0], s.reaches[:0], taken
	for _, c := range taken {
		s.reaches, s.spots = append(s.reaches, [2]int{c.First, c.Last}), append(s.spots, c.Node)
	}
	slices.Sort(s.spots)
	s.spots = slices.Compact(s.spots)
	if len(taken) > 0 {
		s.keepMeasures()
	}
	alone := len(taken) > 0 && !slices.ContainsFunc(taken, func(c *Candidate) bool { return c.Pair != taken[0].Pair })
	for _, c := range taken {
		s.find(Finding{Evidence: s.evidence(c, alone), byRules: c.Score.Confidence(), tone: c.tone, ties: c.ties(), goesOn: c.goesOn, yet: s.Yet, spoken: s.spokenHere()})
	}
	if alone {
		s.furtherDates(taken[0])
	}
	return taken
}

// find keeps a finding, and numbers its pair if it is the first of it.
func (s *Article) find(f Finding) {
	n, known := s.numbers[f.Pair]
	if !known {
		n = len(s.numbers)
		s.numbers[f.Pair] = n
	}
	f.number = n
	s.Found = append(s.Found, f)
}

// linkPairs gives each candidate the next one of its pair, and the last the first, so that one list of many parties does not have
// each pair compared with all the others.
func (s *Article) linkPairs() {
	if len(s.Cands) < 2 {
		return // it is the next of its own
	}
	order := s.byPair[:0]
	for i := range s.Cands {
		order = append(order, i)
	}
	slices.SortFunc(order, func(i, k int) int { return slices.Compare(s.Cands[i].Pair[:], s.Cands[k].Pair[:]) })
	first := 0
	for i, at := range order {
		if i+1 < len(order) && s.Cands[order[i+1]].Pair == s.Cands[at].Pair {
			s.Cands[at].next = order[i+1]
		} else {
			s.Cands[at].next, first = order[first], i+1
		}
	}
	s.byPair = order
}

// better says whether another candidate of the same pair outweighs the one at an index. Stances do not outweigh each other when both are
// sure.
func (s *Article) better(at int) bool {
	c := &s.Cands[at]
	for i := c.next; i != at; i = s.Cands[i].next {
		o := &s.Cands[i]
		if c.yields(o) {
			return true
		}
		if o.yields(c) {
			continue
		}
		opposed := o.Stance != c.Stance && o.Stance != data.Neutral && c.Stance != data.Neutral
		if opposed && c.Score.Confidence() >= 0.7 && o.Modality != data.Denied {
			continue
		}
		if o.Score.Sum > c.Score.Sum || o.Score.Sum == c.Score.Sum && (o.Node < c.Node || o.Node == c.Node && i < at) {
			return true
		}
	}
	return false
}

// yields says whether what a noun says of two parties gives way to what is read of the whole clause around it.
func (c *Candidate) yields(to *Candidate) bool {
	return c.Noun >= 0 && to.Noun < 0 && !to.goesOn && to.Stance != c.Stance && to.First <= c.Noun && c.Noun < to.Last && to.Score.Sum > 0
}

// keepMeasures keeps what the amounts of the sentence at hand measure.
func (s *Article) keepMeasures() {
	for i := range s.Amounts {
		s.measures[s.Amounts[i].Start] = s.Amounts[i].Key
	}
}

// evidence makes evidence of a candidate; alone says that its sentence ties no other pair.
func (s *Article) evidence(c *Candidate, alone bool) data.Evidence {
	span := s.Sentence.Span
	e := data.Evidence{Passage: data.PassageOf(s.Doc.Text, span), Pair: c.Pair, From: c.From, Fields: s.fieldsOf(c),
		Stance: c.Stance, Kind: c.Kind, Modality: c.Modality, Confidence: c.confidence,
		Parts: s.parts(c), When: s.whenOf(c), Figures: s.figuresOf(c, alone)}
	if e.Stance == "" {
		e.Stance = data.Neutral
	}
	return e
}

// KeepTold notes which pairs were told of, and the surest of them as the one that "the two countries" means.
func (s *Article) KeepTold(taken []*Candidate) {
	f := &s.Focus
	best := (*Candidate)(nil)
	for _, c := range taken {
		if c.goesOn && (c.Pair != f.Pair || !s.pointsBack()) {
			continue
		}
		s.remember(told{c.Pair, c.Kind, c.Stance, s.Index})
		if best == nil || c.Score.Sum > best.Score.Sum {
			best = c
		}
	}
	switch {
	case best != nil:
		f.Pair, f.PairAt, f.Kind, f.Stance, f.Actor = best.Pair, s.Index, best.Kind, best.Stance, best.From
	case len(s.Named) == 2 && f.PairAt < 0:
		f.Pair = data.PairOf(s.Named[0], s.Named[1])
	}
}

// historyMax is how many passages back a pair is remembered.
const historyMax = 40

// remember notes what was told of a pair, and forgets what was told long ago.
func (s *Article) remember(t told) {
	if len(s.history) == historyMax {
		s.history = s.history[:copy(s.history, s.history[1:])]
	}
	s.history = append(s.history, t)
}

// Sorted gives the evidence that was found, sorted by place, then pair.
func (s *Article) Sorted() []data.Evidence {
	if len(s.Found) == 0 {
		return nil
	}
	order := make([]int, len(s.Found))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, k int) int {
		x, y := &s.Found[i], &s.Found[k]
		return cmp.Or(cmp.Compare(x.Start, y.Start), slices.Compare(x.Pair[:], y.Pair[:]), cmp.Compare(i, k))
	})
	out := make([]data.Evidence, len(s.Found))
	for i, k := range order {
		out[i] = s.Found[k].Evidence
	}
	return out
}
