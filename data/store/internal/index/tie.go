package index

import (
	"math"
	"sort"

	"entente/data"
)

// tally sums up the evidence of one pair.
type tally struct {
	weight   [4]float64 // by stance
	doubt    float64
	passages int32
	articles int32
	reports  int32
	article  uint32 // the last article counted, plus one
	report   int64  // the last report counted
	fields   [16]int32
	seen     uint16 // bits of the fields
	told     bool   // something in it is not denied
	real     bool   // something in it is done or ongoing
	disputed bool
}

// leastWeight is what evidence of no confidence still weighs, as in data.StanceOf.
const leastWeight = 0.05

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
	t.weight[r.stance()] += math.Max(r.confidence, leastWeight)
	t.doubt *= 1 - math.Min(math.Max(r.confidence, 0), 1)
	if t.article != article+1 {
		t.article = article + 1
		t.articles++
		if t.report != report {
			t.report = report
			t.reports++
		}
	}
	for i, bits := 0, r.fields; bits != 0; i, bits = i+1, bits>>1 {
		t.fields[i] += int32(bits & 1)
	}
	t.seen |= r.fields
	modality := uint8(1) << r.modality()
	t.told = t.told || modality&deniedModalities == 0
	t.real = t.real || modality&realModalities != 0
	t.disputed = t.disputed || r.disputed()
}

func (t *tally) tie(pair data.Pair) data.Tie {
	return data.Tie{
		Pair: pair, Stance: t.stance(), Fields: t.byCount(), Passages: int(t.passages), Articles: int(t.articles),
		Reports: int(t.reports), Planned: !t.real, Confidence: 1 - t.doubt, Disputed: t.disputed,
	}
}

// mixedShare is data's: the part of the weight that the weaker of cooperation and conflict needs.
const mixedShare = 0.2

func (t *tally) stance() data.Stance {
	good, bad := t.weight[0], t.weight[1]
	switch {
	case good == 0 && bad == 0:
		return data.Neutral
	case math.Min(good, bad) >= mixedShare*(good+bad):
		return data.Mixed
	case good > bad:
		return data.Cooperation
	}
	return data.Conflict
}

func (t *tally) byCount() []data.Field {
	var at []int
	for i := range data.Fields {
		if t.fields[i] > 0 {
			at = append(at, i)
		}
	}
	sort.SliceStable(at, func(i, j int) bool { return t.fields[at[i]] > t.fields[at[j]] })
	fields := make([]data.Field, len(at))
	for i, f := range at {
		fields[i] = data.Fields[f]
	}
	return fields
}

// tallies sums up all evidence that c takes, by pair number.
func (c *Choice) tallies() []tally {
	sums := make([]tally, len(c.x.pairs))
	for _, i := range c.x.order {
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
	ties := make([]data.Tie, 0, len(sums))
	for n := range sums {
		if !sums[n].told {
			continue
		}
		if t := sums[n].tie(c.x.pairs[n]); c.takesTie(&t) {
			ties = append(ties, t)
		}
	}
	sort.Slice(ties, func(i, j int) bool { return data.Heavier(&ties[i], &ties[j]) })
	return ties
}

// narrow applies the conditions on ties to the pairs, so that takes covers the whole filter.
func (c *Choice) narrow() {
	if !c.onTies() {
		return
	}
	pairs := make([]bool, len(c.x.pairs))
	for _, t := range c.Ties() {
		pairs[c.x.number[t.Pair]] = true
	}
	c.pairs, c.stances, c.reports = pairs, 0, 1
}

// Only keeps one pair of those chosen.
func (c *Choice) Only(p data.Pair) {
	pairs := make([]bool, len(c.x.pairs))
	if n, ok := c.x.number[p]; ok && (c.pairs == nil || c.pairs[n]) {
		pairs[n] = true
	}
	c.pairs = pairs
}

// Evidence gives the IDs of the evidence chosen, article by article in the order of their IDs.
func (c *Choice) Evidence() []int64 {
	c.narrow()
	var ids []int64
	for i := range c.x.articles {
		if !c.allows(uint32(i)) {
			continue
		}
		a := &c.x.articles[i]
		for k := range a.n {
			if c.takes(&c.x.rows[a.at+k]) {
				ids = append(ids, a.first+int64(k))
			}
		}
	}
	return ids
}
