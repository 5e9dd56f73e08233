package index

import (
	"math/bits"
	"slices"

	"entente/data"
)

// tally sums up the evidence of one pair.
type tally struct {
	weight   [4]float64 // of the last report, by stance
	votes    [3]float64 // of the reports before it: for cooperation, for conflict, for neither
	doubt    float64    // that all reports before the last are wrong
	best     float64    // confidence of the last report, which is that of its best piece
	report   int64      // the last report counted
	passages int32
	articles int32
	reports  int32
	article  uint32    // the last article counted, plus one
	fields   [16]int32 // passages by field
	stated   int32     // passages that are not denied
	acts     [2]int32  // of these, those in which the first or second party acts upon the other
	real     bool      // something in it is done or ongoing
	disputed bool
}

// Bits of the modalities, in the order of data.Modalities.
const (
	realModalities   = 1<<0 | 1<<1 // done, ongoing
	deniedModalities = 1 << 4
)

func (t *tally) add(r *row, article uint32, report int64) {
	if t.passages == 0 {
		t.doubt = 1
	}
	t.passages++
	if t.article != article+1 {
		t.article = article + 1
		t.articles++
		if t.report != report {
			t.close()
			t.report = report
			t.reports++
		}
	}
	t.weight[r.stance()] += data.Weight(r.confidence)
	if r.confidence > t.best { // several times as fast as max, which has to think of what is no number
		t.best = r.confidence
	}
	for left := r.fields; left != 0; left &= left - 1 {
		t.fields[bits.TrailingZeros16(left)&15]++
	}
	modality := uint8(1) << r.modality()
	if modality&deniedModalities == 0 {
		t.stated++
		switch {
		case r.bonds&fromFirst != 0:
			t.acts[0]++
		case r.bonds&fromSecond != 0:
			t.acts[1]++
		}
	}
	t.real = t.real || modality&realModalities != 0
	t.disputed = t.disputed || r.disputed()
}

// close counts the last report among those before.
func (t *tally) close() {
	t.votes = t.voted()
	t.doubt, t.best, t.weight = t.doubts(), 0, [4]float64{}
}

// voted gives the votes of all reports; one that takes no side votes for neither.
func (t *tally) voted() [3]float64 {
	good, bad := data.Vote(t.weight[0], t.weight[1], t.best)
	all := [3]float64{t.votes[0] + good, t.votes[1] + bad, t.votes[2]}
	if good+bad == 0 && t.weight[3] > 0 {
		all[2] += data.Weight(t.best)
	}
	return all
}

// doubts is how likely all reports are wrong.
func (t *tally) doubts() float64 { return t.doubt * (1 - min(t.best, 1)) }

// merge adds the tally of other reports.
func (t *tally) merge(o *tally) {
	switch {
	case o.passages == 0:
		return
	case t.passages == 0:
		*t = *o
		return
	}
	for i := range t.fields {
		t.fields[i] += o.fields[i]
	}
	t.close()
	for i, n := range o.voted() {
		t.votes[i] += n
	}
	t.doubt *= o.doubts()
	t.passages += o.passages
	t.articles += o.articles
	t.reports += o.reports
	t.stated, t.acts[0], t.acts[1] = t.stated+o.stated, t.acts[0]+o.acts[0], t.acts[1]+o.acts[1]
	t.real, t.disputed = t.real || o.real, t.disputed || o.disputed
}

func (t *tally) tie(pair data.Pair) data.Tie {
	votes := t.voted()
	return data.Tie{
		Pair: pair, Stance: data.StanceByVotes(votes[0], votes[1]), Fields: t.leading(), Passages: int(t.passages), Articles: int(t.articles),
		Acts: data.ActsByCount(int(t.acts[0]), int(t.acts[1]), int(t.stated)), Reports: int(t.reports), Planned: !t.real, Confidence: min(1-t.doubts(), data.MostConfidence), Disputed: t.disputed,
	}
}

// leading gives the fields that passages are about, the most frequent first, without those told only by the way.
func (t *tally) leading() []data.Field {
	var at [16]int
	n := 0
	for i := range data.Fields {
		if t.fields[i] == 0 {
			continue
		}
		k := n
		for k > 0 && t.fields[at[k-1]] < t.fields[i] {
			at[k] = at[k-1]
			k--
		}
		at[k] = i
		n++
	}
	for n > 1 && data.ByTheWay(int(t.fields[at[n-1]]), int(t.passages)) {
		n--
	}
	fields := make([]data.Field, n)
	for i := range fields {
		fields[i] = data.Fields[at[i]]
	}
	return fields
}

// tallies sums up all evidence that c takes, by pair number. The sums are shared: nobody may change them.
func (c *Choice) tallies() []tally {
	if sums := c.x.memo.get(c.key); sums != nil {
		return sums
	}
	parts := c.x.parts()
	sums := make([][]tally, len(parts))
	share(parts, func(p int, order []uint32) { sums[p] = c.tally(order) })
	for n := range sums[0] {
		for _, more := range sums[1:] {
			sums[0][n].merge(&more[n])
		}
	}
	c.x.memo.put(c.key, sums[0])
	return sums[0]
}

func (c *Choice) tally(order []uint32) []tally {
	sums := make([]tally, len(c.x.pairs))
	for _, i := range order {
		if !c.allows(i) {
			continue
		}
		a := &c.x.articles[i]
		rows := c.x.rows[a.at : a.at+a.n]
		for k := range rows {
			if c.takes(&rows[k]) {
				sums[rows[k].pair].add(&rows[k], i, a.report)
			}
		}
	}
	return sums
}

// Ties gives the ties by weight (data.Heavier), without their evidence. They equal what data.Ties makes of the evidence
// that the filter takes, up to rounding.
func (c *Choice) Ties() []data.Tie {
	sums := c.tallies()
	ties := make([]*data.Tie, 0, len(sums))
	for n := range sums {
		if sums[n].stated == 0 {
			continue
		}
		if t := sums[n].tie(c.x.pairs[n]); c.takesTie(&t) {
			ties = append(ties, &t)
		}
	}
	slices.SortFunc(ties, func(a, b *data.Tie) int {
		if data.Heavier(a, b) {
			return -1
		}
		return 1 // no two are equal: their pairs differ
	})
	sorted := make([]data.Tie, len(ties))
	for i, t := range ties {
		sorted[i] = *t
	}
	return sorted
}

// narrow applies the conditions on ties to the pairs, so that takes covers the whole filter.
func (c *Choice) narrow() {
	if !c.onTies() {
		return
	}
	pairs := make([]bool, len(c.x.pairs))
	for _, t := range c.Ties() {
		n, _ := c.x.pairNumber(t.Pair)
		pairs[n] = true
	}
	c.pairs, c.stances, c.reports, c.key = pairs, 0, 1, ""
}

// Only keeps one pair of those chosen.
func (c *Choice) Only(p data.Pair) {
	pairs := make([]bool, len(c.x.pairs))
	if n, ok := c.x.pairNumber(p); ok && (c.pairs == nil || c.pairs[n]) {
		pairs[n] = true
	}
	c.pairs, c.key = pairs, ""
}

// Evidence gives the IDs of the evidence of the ties chosen, article by article in the order of their IDs.
func (c *Choice) Evidence() []int64 {
	c.narrow()
	return c.list(func(*row) bool { return true })
}

// Stated is Evidence with the condition on stances read of each piece instead of its tie. No piece is mixed, so that
// word takes the evidence of the ties that are.
func (c *Choice) Stated() []int64 {
	if c.stances == 0 {
		return c.Evidence()
	}
	const mixed = 1 << 2 // as in data.Stances
	among := *c
	among.stances &= mixed
	among.narrow()
	either := c.stances&mixed != 0
	free := *c
	free.stances = 0
	free.narrow()
	return free.list(func(r *row) bool {
		return 1<<r.stance()&c.stances != 0 || either && among.pairs[r.pair]
	})
}

// Strongest gives the ID of the surest evidence of the ties chosen, the first of equals, without the rejected; 0 where
// there is none.
func (c *Choice) Strongest() (id int64) {
	c.narrow()
	best := -1.0
	c.each(func(at int64, r *row) {
		if verdicts[r.verdict()] != data.Rejected && r.confidence > best {
			id, best = at, r.confidence
		}
	})
	return id
}

// Surest is Evidence with that first which is fairly sure (data.FairlySure), then the rest; within both the reports that tell
// of it surest come first, by the hundredth of their best piece, and of those that are as sure the ones that have the given stance:
// that of the tie, for its panel to open with what it says. What is equal in all this, and what stands in one report, keeps its order.
func (c *Choice) Surest(stance data.Stance) []int64 {
	c.narrow()
	return append(c.byReport(stance, func(r *row) bool { return r.sure(fairly) }), c.byReport(stance, func(r *row) bool { return !r.sure(fairly) })...)
}

// fairly is the confidence of what is fairly sure.
var fairly = data.LeastConfidence(data.FairlySure)

// byReport lists the evidence that meets one more condition, the reports that tell of it surest first, then those with a stance.
func (c *Choice) byReport(stance data.Stance, meets func(*row) bool) (ids []int64) {
	type told struct {
		best int // twice the hundredths of the surest piece, and one more where a piece has the stance
		ids  []int64
	}
	var reports []*told
	by := map[int64]*told{}
	for i := range c.x.articles {
		c.eachOf(i, func(id int64, r *row) {
			if !meets(r) {
				return
			}
			t := by[c.x.articles[i].report]
			if t == nil {
				t = &told{}
				by[c.x.articles[i].report] = t
				reports = append(reports, t)
			}
			t.best = max(t.best, 2*int(100*r.confidence)|t.best&1)
			if data.Stances[r.stance()] == stance {
				t.best |= 1
			}
			t.ids = append(t.ids, id)
		})
	}
	slices.SortStableFunc(reports, func(a, b *told) int { return b.best - a.best })
	for _, t := range reports {
		ids = append(ids, t.ids...)
	}
	return ids
}

// list gives the IDs of the evidence that c takes and that meets one more condition.
func (c *Choice) list(meets func(*row) bool) []int64 {
	var ids []int64
	c.each(func(id int64, r *row) {
		if meets(r) {
			ids = append(ids, id)
		}
	})
	return ids
}

// each calls fn with the evidence that c takes, article by article.
func (c *Choice) each(fn func(id int64, r *row)) {
	for i := range c.x.articles {
		c.eachOf(i, fn)
	}
}

// eachOf calls fn with the evidence of one article that c takes.
func (c *Choice) eachOf(i int, fn func(id int64, r *row)) {
	if !c.allows(uint32(i)) {
		return
	}
	a := &c.x.articles[i]
	for k := range a.n {
		if r := &c.x.rows[a.at+k]; c.takes(r) {
			fn(a.first+int64(k), r)
		}
	}
}
