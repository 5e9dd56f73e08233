package pairing

import (
	"cmp"
	"math"
	"slices"

	"entente/data"
	"entente/data/tie/internal/among"
	"entente/data/tie/internal/reason"
)

// heard is a passage about a pair that the rules turned down for want of words, the best of the article.
type heard struct {
	Candidate
	sentence int
}

// hear keeps a candidate that was turned down, if it is the best of its pair.
func (s *Article) hear(c *Candidate) {
	if c.spokenAgainst() {
		s.refused = append(s.refused, refusal{c.Pair, s.Index})
	}
	at, known := s.heardAt[c.Pair]
	switch {
	case !known:
		if s.heardAt == nil {
			s.heardAt = map[data.Pair]int{}
		}
		s.heardAt[c.Pair] = len(s.heard)
		s.heard = append(s.heard, heard{*c, s.Index})
	case c.Score.Sum > s.heard[at].Score.Sum:
		s.heard[at] = heard{*c, s.Index}
	}
}

// Unsaid is a pair that no passage ties in words that the rules know, but that the article as a whole does, by how often and
// how closely it names the two and by what else it tells of them. Its evidence is the passage that comes nearest to saying it.
type Unsaid struct {
	Sentence, Last int // the sentences of the passage
	Read           int // the one of them whose words tell how the two deal with each other
	pair           data.Pair
	heard          *Candidate // what was made of it before, or nil
	again          bool       // the pair is tied elsewhere
	grudge         data.Kind  // what the one party named does against the other, or ""
	aside          bool       // and the passage only tells more of it
	confidence     float64
	parts          []data.Part
}

// PairInstance is a pair that no passage ties by the rules, to learn from.
type PairInstance struct {
	Pair  data.Pair
	Signs []reason.Given
}

// whole is what the signs of all pairs of an article are read from.
type whole struct {
	*Article
	*pairs
	total int // mentions
}

// pairs is what is known of the parties two by two and by how often they are named, by their numbers; used again for each article.
type pairs struct {
	ruled []bool // pairs tied by the rules, at number*len(parties)+number, both ways
	order []int  // the parties, those named most first
	ranks []int  // the place of each in order
	ties  []int  // of each party by the rules

	heardBy []int32 // 1 + the place in heard of each two parties, 0 for none, at number*len(parties)+number, both ways

	others  []int32   // whom the sentence at hand may mean, see lookAround
	likes   []float64 // how likely each of others is meant, in log-odds
	last    int       // the last sentence before it that names anybody, -1 for none
	allSums float64   // of all parties together, whom the article may be about, as a logarithm
}

// Unsaid gives the pairs that the article as a whole ties. Take makes evidence of each once its sentence is read again.
func (s *Article) Unsaid() []Unsaid {
	if s.sport == 0 || s.models.Pairs == nil && s.Lessons.Pair == nil {
		return nil
	}
	w := whole{Article: s, pairs: &s.pairs}
	w.rank()
	w.countTies()
	w.sortHeard()
	for _, n := range s.standing.mentions {
		w.total += n
	}
	var out []Unsaid
	for b := range s.standing.parties {
		for a := range b {
			if u, ok := w.weigh(a, b); ok {
				out = append(out, u)
			}
		}
	}
	for _, p := range w.partners() {
		if !among.Any(out, func(u *Unsaid) bool { return u.pair == p.pair }) {
			out = append(out, w.unsaidOf(p))
		}
	}
	slices.SortFunc(out, func(x, y Unsaid) int {
		return cmp.Or(cmp.Compare(x.Sentence, y.Sentence), cmp.Compare(x.pair.String(), y.pair.String()))
	})
	return out
}

// rank finds the place of each party by how often it is named, from 0; of two named alike, the first named comes first.
func (w *whole) rank() {
	t := &w.standing
	w.order, w.ranks = w.order[:0], blank(w.ranks, len(t.parties))
	for i := range t.parties {
		w.order = append(w.order, i)
	}
	slices.SortStableFunc(w.order, func(a, b int) int { return cmp.Compare(t.mentions[b], t.mentions[a]) })
	for r, n := range w.order {
		w.ranks[n] = r
	}
}

// countTies notes which pairs the rules tie, and counts those of each party. A party that is only meant has no number.
func (w *whole) countTies() {
	n := len(w.standing.parties)
	w.ruled, w.ties = blank(w.ruled, n*n), blank(w.ties, n)
	var meant []data.Pair // pairs of such a party
	for i := range w.Found {
		p := w.Found[i].Pair
		a, known := w.standing.numberOf(p[0])
		b, also := w.standing.numberOf(p[1])
		switch {
		case known && also:
			if w.tied(a, b) {
				continue
			}
			w.ruled[a*len(w.ties)+b], w.ruled[b*len(w.ties)+a] = true, true
			w.ties[a]++
			w.ties[b]++
		case slices.Contains(meant, p):
		case known:
			meant = append(meant, p)
			w.ties[a]++
		case also:
			meant = append(meant, p)
			w.ties[b]++
		}
	}
}

// sortHeard notes by their numbers which pairs were heard of.
func (w *whole) sortHeard() {
	n := len(w.standing.parties)
	w.heardBy = blank(w.heardBy, n*n)
	for i := range w.heard {
		a, known := w.standing.numberOf(w.heard[i].Pair[0])
		b, also := w.standing.numberOf(w.heard[i].Pair[1])
		if known && also {
			w.heardBy[a*n+b], w.heardBy[b*n+a] = int32(i+1), int32(i+1)
		}
	}
}

// heardOf gives the place in heard of two parties by their numbers, -1 where they were not heard of.
func (w *whole) heardOf(a, b int) int { return int(w.heardBy[a*len(w.ties)+b]) - 1 }

// tied says whether the rules tie two parties, by their numbers.
func (w *whole) tied(a, b int) bool { return w.ruled[a*len(w.ties)+b] }

// weigh gives a pair by the numbers of its parties, if the article ties it and the rules do not.
func (w *whole) weigh(a, b int) (Unsaid, bool) {
	t := &w.standing
	if w.ranks[a] > w.ranks[b] {
		a, b = b, a
	}
	near := t.of(a, b)
	pair := data.PairOf(t.parties[a], t.parties[b])
	if len(t.places[a]) == 0 || len(t.places[b]) == 0 || *near == (closeness{}) && w.ranks[a] > 0 || w.tied(a, b) || w.onlyWhere(a) || w.onlyWhere(b) {
		return Unsaid{}, false
	}
	u := w.passage(a, b, pair)
	if w.voiceOf(u.Read).loud == 0 || u.Last > u.Sentence && w.voiceOf(u.Last).apart || u.heard != nil && u.heard.spokenAgainst() || w.brief() && !w.roomy(&u) || w.apart(u.Read, pair) || w.sceneOf(u.Read, b) ||
		u.Sentence == u.Last && (w.standsBy(u.Read, pair[0]) || w.standsBy(u.Read, pair[1])) {
		return u, false
	}
	given := w.signsOfPair(a, b, &u)
	if w.Lessons.Pair != nil {
		w.Lessons.Pair(PairInstance{pair, slices.Clone(given)})
		return u, false
	}
	if w.models.Pairs.Confidence(given) < leastWhole {
		return u, false
	}
	for i := range given {
		given[i].Amount *= wholeTrust
	}
	u.confidence = w.models.Pairs.Confidence(given)
	u.parts = w.models.Pairs.Parts(&w.weights, given)
	return u, true
}

// onlyWhere says whether a party is named only as that from which the article is written.
func (w *whole) onlyWhere(n int) bool {
	return w.standing.parties[n] == w.dateline && len(w.standing.places[n]) == 1 && w.standsBy(int(w.standing.places[n][0]), w.dateline)
}

// sceneOf says whether a party is named in a sentence and in no other, and only as where somebody was.
func (w *whole) sceneOf(sentence, n int) bool {
	p := w.standing.parties[n]
	return len(w.standing.places[n]) == 1 && w.standing.towns[n] > 0 && among.Any(w.heard, func(h *heard) bool {
		return h.sentence == sentence && h.Pair.Has(p) && h.Score.Holds(reason.Venue)
	})
}

// brief says whether the article is so short that how it names its parties says little.
func (w *whole) brief() bool { return len(w.Doc.Sentences) <= briefSentences }

// roomy says whether the words of one sentence may hide in its clauses how its two parties deal with each other; a shorter
// one says it plainly or not at all.
func (w *whole) roomy(u *Unsaid) bool {
	sen := &w.Doc.Sentences[u.Read]
	return u.Sentence == u.Last && sen.Last-sen.First >= leastRoom && !w.voiceOf(u.Read).doubt
}

// againstAll is the weight of a reason that nothing around a pair can outweigh: a venue, a comparison, a denial.
const againstAll = -2

// spokenAgainst says whether a candidate was turned down because something speaks against it, not for want of words.
func (c *Candidate) spokenAgainst() bool {
	if c.Modality == data.Denied {
		return true
	}
	for _, p := range c.Score.Parts[:c.Score.N] {
		if p.Value <= againstAll && p.Reason != reason.Always {
			return true
		}
	}
	return false
}

// passage finds where an article comes nearest to saying how two parties deal with each other: where the rules nearly took
// it, else the sentence that names both and fewest others, else two side by side, else the loudest that names the lesser.
func (w *whole) passage(a, b int, pair data.Pair) Unsaid {
	t := &w.standing
	if at := w.heardOf(a, b); at >= 0 {
		h := &w.heard[at]
		return Unsaid{Sentence: h.sentence, Last: h.sentence, Read: h.sentence, pair: pair, heard: &h.Candidate}
	}
	best := Unsaid{pair: pair, Sentence: -1}
	most := math.Inf(-1)
	for _, at := range t.places[b] {
		i := int(at)
		consider := func(first, last int, worth float64) {
			if worth += float64(w.voiceOf(i).loud) - float64(len(t.inPlace[i])); worth > most {
				most, best.Sentence, best.Last, best.Read = worth, first, last, i
			}
		}
		switch {
		case t.names(i, a):
			consider(i, i, 100)
		case i > 0 && t.names(i-1, a) && w.sideBySide(i-1):
			consider(i-1, i, 50)
		case i+1 < len(t.inPlace) && t.names(i+1, a) && w.sideBySide(i):
			consider(i, i+1, 50)
		default:
			consider(i, i, 0)
		}
	}
	return best
}

// sideBySide says whether a sentence and the next stand in one paragraph or in two that follow each other.
func (s *Article) sideBySide(i int) bool {
	return s.Doc.Sentences[i+1].Paragraph <= s.Doc.Sentences[i].Paragraph+1
}

const (
	// leastWhole is the confidence from which an article as a whole ties a pair. It is more than Threshold: in what the signs are
	// learnt from, more of the parties named are tied than in the news.
	leastWhole = 0.65
	// wholeTrust is how much of what the signs of such a pair say is told as its confidence. In texts like those that they are learnt
	// from, nine in ten of these ties hold; in 50 articles of the news, 7 of 13.
	wholeTrust = 0.5
	// leadSentences are the title and the first sentence below it.
	leadSentences = 2
	// briefSentences is up to how many sentences an article is brief, and leastRoom from how many tokens a sentence of it is
	// roomy.
	briefSentences, leastRoom = 3, 16
	// crowded is from how many parties on a sentence names many.
	crowded = 4
	// leastHeard bounds what a passage that the rules turn down can say against a pair.
	leastHeard = -3
)

// signsOfPair lists the signs of the pair of a, the greater, and b. They hold until the next call.
func (w *whole) signsOfPair(a, b int, u *Unsaid) []reason.Given {
	t, g := &w.standing, &w.signs
	*g = (*g)[:0]
	near := t.of(a, b)
	g.give(reason.PairStart, 1)
	g.giveIf(w.ranks[a] == 0, reason.PairTopic)
	g.giveCount(w.ranks[b], reason.PairRank1, 1, 2, 3)
	g.give(reason.PairShare, 3*float64(t.mentions[b])/float64(w.total))
	g.giveCount(int(near.shared), reason.PairShared0, 0, 1, 2)
	g.giveIf(near.alone == 1, reason.PairAlone1)
	g.giveIf(near.alone > 1, reason.PairAloneMany)
	next := float64(min(near.next, 3))
	g.give(reason.PairNext, next)
	if near.shared == 0 {
		g.give(reason.PairOnlyNext, next)
		g.giveIf(near.next == 0, reason.PairFar)
	}
	g.give(reason.PairAfter, float64(min(near.after, 3)))
	g.giveIf(t.solo[b] == 1, reason.PairSolo1)
	g.giveIf(t.solo[b] > 1, reason.PairSoloMany)
	leads := 0
	for _, n := range []int{a, b} {
		if t.places[n][0] < leadSentences {
			leads++
		}
	}
	g.giveIf(leads == 2, reason.PairLead)
	g.giveIf(leads > 0, reason.PairLeadOne)
	g.giveCount(w.ties[a], reason.PairHub0, 0, 1, 2)
	g.giveCount(w.ties[b], reason.PairOther0, 0, 1)
	g.give(reason.PairParties, math.Log(float64(len(t.parties))))
	g.giveIf(len(t.parties) == 2, reason.PairTwo)
	w.signsHeard(u)
	g.give(reason.PairLoud, float64(w.voiceOf(u.Read).loud)/2)
	g.giveIf(near.shared > 0 && len(t.inPlace[u.Read]) >= crowded, reason.PairCrowd)
	g.giveIf(w.voiceOf(u.Read).doubt, reason.PairDoubt)
	g.giveCount(w.common(a, b), reason.PairCommon0, 0, 1)
	g.giveIf(near.shared > 0 && w.Doc.Sentences[u.Read].Heading, reason.PairHeading)
	g.giveIf(w.brief(), reason.PairBrief)
	g.giveIf(w.Foreign, reason.PairForeign)
	return *g
}

// common counts the parties to which the rules tie both.
func (w *whole) common(a, b int) (n int) {
	for c := range w.standing.parties {
		if w.tied(a, c) && w.tied(b, c) {
			n++
		}
	}
	return n
}

// signsHeard lists the signs of what the rules made of a passage.
func (w *whole) signsHeard(u *Unsaid) {
	if u.heard == nil {
		return
	}
	g := &w.signs
	score := &u.heard.Score
	g.give(reason.PairHeard, 1)
	g.give(reason.PairNear, max(score.Sum, leastHeard))
}
