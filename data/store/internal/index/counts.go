package index

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"entente/data"
)

// Tally is how much evidence has a value, and how many ties have such evidence.
type Tally struct{ Passages, Ties int }

// Period is the evidence of a month or year, by stance.
type Period struct {
	Name                           string // YYYY-MM or YYYY
	Cooperation, Conflict, Neutral int    // passages
}

// Counts is what a filter chooses, and what each value of a condition would choose if that condition were free.
type Counts struct {
	Articles, Reports, Ties, Passages int // chosen
	Countries                         map[data.Party]Tally
	Fields                            map[data.Field]Tally
	Modalities                        map[data.Modality]Tally
	Stances                           map[data.Stance]int // ties
	Months                            []Period            // of the evidence that tells its month, in order; free of From and To
	Years                             []Period            // of all evidence that tells its year
	Undated                           int                 // passages
}

// Conditions on evidence, as bits of those that it fails.
const (
	failsCountry = 1 << iota
	failsField
	failsModality
	failsDays
	failsOther
)

// fails tells which conditions a piece of evidence fails.
func (c *Choice) fails(r *row) (failed int) {
	if c.pairs != nil && !c.pairs[r.pair] {
		failed |= failsCountry
	}
	if r.fields&c.fields == 0 {
		failed |= failsField
	}
	if 1<<r.modality()&c.modalities == 0 {
		failed |= failsModality
	}
	if c.dated && !r.when.meets(c.days) {
		failed |= failsDays
	}
	if 1<<r.verdict()&c.verdicts == 0 {
		failed |= failsOther
	}
	return failed
}

// counter gathers what Counts needs in one walk through the evidence.
type counter struct {
	pairs      []pairCount // by pair number
	fields     [16]int
	modalities [8]int
	periods    map[int32]*[4]int // by month, counted from year 0; stance
	coarse     map[int32]*[4]int // by year, of what does not tell its month
	undated    int
	passages   int
}

// pairCount is what one pair has. passages are free of the condition on countries.
type pairCount struct {
	passages   int
	fields     uint16
	modalities uint8
}

// Counts counts what the choice takes. Where there are conditions on ties, evidence of other ties counts nowhere.
func (c *Choice) Counts() Counts {
	free := *c // for the stances
	free.stances = 0
	out := Counts{Countries: map[data.Party]Tally{}, Fields: map[data.Field]Tally{},
		Modalities: map[data.Modality]Tally{}, Stances: map[data.Stance]int{}}
	kept := make([]bool, len(c.x.pairs))
	for _, t := range free.Ties() {
		out.Stances[t.Stance]++
		if c.takesTie(&t) {
			out.Ties++
			kept[c.x.number[t.Pair]] = true
		}
	}
	count := counter{pairs: make([]pairCount, len(c.x.pairs)), periods: map[int32]*[4]int{}, coarse: map[int32]*[4]int{}}
	tied := c.onTies()
	reports := map[int64]struct{}{}
	for _, i := range c.x.order {
		if !c.allows(i) {
			continue
		}
		a := &c.x.articles[i]
		rows := c.x.rows[a.at : a.at+a.n]
		before := count.passages
		for k := range rows {
			if tied && !kept[rows[k].pair] {
				continue
			}
			count.add(&rows[k], c.fails(&rows[k]))
		}
		if count.passages > before || (!c.evidence && (!c.dated || a.published.meets(c.days))) {
			out.Articles++
			reports[a.report] = struct{}{}
		}
	}
	out.Reports, out.Passages, out.Undated = len(reports), count.passages, count.undated
	count.spread(&out, c.x.pairs)
	return out
}

func (n *counter) add(r *row, failed int) {
	p := &n.pairs[r.pair]
	if failed&^failsCountry == 0 {
		p.passages++
	}
	if failed&^failsField == 0 {
		p.fields |= r.fields
		for i, bits := 0, r.fields; bits != 0; i, bits = i+1, bits>>1 {
			n.fields[i] += int(bits & 1)
		}
	}
	if failed&^failsModality == 0 {
		p.modalities |= 1 << r.modality()
		n.modalities[r.modality()]++
	}
	if failed&^failsDays == 0 {
		n.addTime(r)
	}
	if failed == 0 {
		n.passages++
	}
}

// addTime counts a piece of evidence by its first day.
func (n *counter) addTime(r *row) {
	switch {
	case r.when.empty():
		n.undated++
	case r.when.hi-r.when.lo < 31:
		bump(n.periods, monthOf(r.when.lo), r.stance())
	default:
		bump(n.coarse, monthOf(r.when.lo)/12, r.stance())
	}
}

func bump(m map[int32]*[4]int, key int32, stance uint8) {
	if m[key] == nil {
		m[key] = new([4]int)
	}
	m[key][stance]++
}

// spread fills in the maps and lists.
func (n *counter) spread(out *Counts, pairs []data.Pair) {
	fields, modalities := [16]int{}, [8]int{}
	for i := range n.pairs {
		p := &n.pairs[i]
		if p.passages > 0 {
			for _, party := range pairs[i] {
				t := out.Countries[party]
				out.Countries[party] = Tally{t.Passages + p.passages, t.Ties + 1}
			}
		}
		for k := range data.Fields {
			fields[k] += int(p.fields >> k & 1)
		}
		for k := range data.Modalities {
			modalities[k] += int(p.modalities >> k & 1)
		}
	}
	for k, f := range data.Fields {
		if fields[k] > 0 {
			out.Fields[f] = Tally{n.fields[k], fields[k]}
		}
	}
	for k, m := range data.Modalities {
		if modalities[k] > 0 {
			out.Modalities[m] = Tally{n.modalities[k], modalities[k]}
		}
	}
	out.Months = periods(n.periods, monthName)
	for month, count := range n.periods {
		for stance, k := range count {
			if n.coarse[month/12] == nil {
				n.coarse[month/12] = new([4]int)
			}
			n.coarse[month/12][stance] += k
		}
	}
	out.Years = periods(n.coarse, yearName)
}

func periods(m map[int32]*[4]int, name func(int32) string) []Period {
	var list []Period
	for _, key := range slices.SortedFunc(maps.Keys(m), cmp.Compare[int32]) {
		n := m[key]
		list = append(list, Period{name(key), n[0], n[1], n[2] + n[3]})
	}
	return list
}

// Span gives the first and last day of the dated evidence that is not in removed articles, as YYYY-MM-DD; ok is false
// where there is none.
func (x *Index) Span() (from, to string, ok bool) {
	lo, hi := int32(math.MaxInt32), int32(math.MinInt32)
	for i := range x.articles {
		a := &x.articles[i]
		if a.removed {
			continue
		}
		for k := range x.rows[a.at : a.at+a.n] {
			if w := x.rows[a.at+uint32(k)].when; !w.empty() {
				lo, hi = min(lo, w.lo), max(hi, w.hi)
			}
		}
	}
	if lo > hi {
		return "", "", false
	}
	return dayName(lo), dayName(hi), true
}
