package index

import (
	"math/bits"

	"entente/data"
)

// Tally is how much evidence has a value, and how many ties have such evidence.
type Tally struct{ Passages, Ties int }

// Period is the evidence of a month or year, by stance.
type Period struct {
	Name                           string // YYYY-MM or YYYY
	Cooperation, Conflict, Neutral int    // passages
}

// MostTold is up to how many reports Counts.Told tells apart.
const MostTold = 10

// Tenths is how many degrees of confidence Counts.Sure tells apart.
const Tenths = 11

// Counts is what a filter chooses, and what each value of a condition would choose if that condition were free.
type Counts struct {
	Articles, Reports, Ties, Passages int // chosen
	Countries                         map[data.Party]Tally
	Fields                            map[data.Field]Tally
	Modalities                        map[data.Modality]Tally
	Stances                           map[data.Stance]int // ties
	Publishers                        map[string]int      // articles
	Verdicts                          map[data.Verdict]Tally
	Told                              [MostTold]int // ties that at least 1, 2, 3 … reports tell
	Sure                              [Tenths]int   // ties with a passage that is at least 0, 10, 20 … 100 % sure
	Months                            []Period      // of the evidence that tells its month, in order; free of From and To
	Years                             []Period      // of all evidence that tells its year
	Undated                           int           // passages
}

// Counts counts what the choice takes. Where there are conditions on ties, evidence of other ties counts nowhere.
func (c *Choice) Counts() Counts {
	out := Counts{Countries: map[data.Party]Tally{}, Fields: map[data.Field]Tally{},
		Modalities: map[data.Modality]Tally{}, Stances: map[data.Stance]int{}, Publishers: map[string]int{},
		Verdicts: map[data.Verdict]Tally{}}
	kept := c.countTies(&out)
	if !c.onTies() {
		kept = c.between
	}
	parts := c.x.parts()
	counters := make([]*counter, len(parts))
	share(parts, func(p int, order []uint32) { counters[p] = c.count(order, kept) })
	for _, more := range counters[1:] {
		counters[0].merge(more)
	}
	counters[0].fill(&out)
	return out
}

// count counts in some of the articles, whose reports are whole. kept tells the pairs that count, nil that all do.
func (c *Choice) count(order []uint32, kept []bool) *counter {
	n := newCounter(c.x)
	last := int64(0) // the last report counted
	for _, i := range order {
		if !c.offers(i) {
			continue
		}
		a := &c.x.articles[i]
		if !c.countIn(n, a, kept) && !c.takesBare(a) {
			continue
		}
		n.publishers[a.publisher]++
		if !c.publishes(i) {
			continue
		}
		n.articles++
		if a.report != last {
			last = a.report
			n.reports++
		}
	}
	return n
}

// countIn counts in one article and says whether it has evidence that is taken, whoever published it.
func (c *Choice) countIn(n *counter, a *article, kept []bool) (some bool) {
	published := c.publishers == nil || c.publishers[a.publisher]
	rows := c.x.rows[a.at : a.at+a.n]
	for k := range rows {
		if kept != nil && !kept[rows[k].pair] {
			continue
		}
		fails := c.fails(&rows[k])
		some = some || fails == 0
		if published {
			n.add(&rows[k], fails)
		}
	}
	return some
}

// countTies counts the ties, by stance as if any would do, and tells which pairs are ties that are chosen.
func (c *Choice) countTies(out *Counts) (kept []bool) {
	kept = make([]bool, len(c.x.pairs))
	for n, sum := range c.tallies() {
		if sum.stated == 0 {
			continue
		}
		t := sum.tie(c.x.pairs[n])
		stance, told := c.takesStance(&t), t.Reports >= c.reports
		if told {
			out.Stances[t.Stance]++
		}
		for k := range min(t.Reports, MostTold) {
			if stance {
				out.Told[k]++
			}
		}
		if stance && told {
			out.Ties++
			kept[n] = true
		}
	}
	return kept
}

// Conditions that a piece of evidence can fail, as bits.
const (
	failsCountry = 1 << iota
	failsField
	failsModality
	failsDays
	failsVerdict
	failsSure
)

// fails tells which conditions a piece of evidence fails.
func (c *Choice) fails(r *row) (failed uint8) {
	failed = c.flags[r.flags]
	if c.pairs != nil && !c.pairs[r.pair] {
		failed |= failsCountry
	}
	if r.fields&c.fields == 0 {
		failed |= failsField
	}
	if c.dated && !r.when.meets(c.days) {
		failed |= failsDays
	}
	if !r.sure(c.least) {
		failed |= failsSure
	}
	return failed
}

// counter gathers what Counts needs in one walk through the evidence.
type counter struct {
	x          *Index
	pairs      []pairCount // by pair number
	fields     [16]int
	modalities [8]int
	verdicts   [4]int
	publishers []int    // articles, by number
	first      int32    // month that the periods start with, the January of a year, counted from year 0
	day        int32    // the first day of all evidence
	month      []int32  // by day after that: its month after the first
	months     [][4]int // by month after the first; by stance
	years      [][4]int // by year after the first
	undated    int
	passages   int
	articles   int
	reports    int
}

// pairCount is what one pair has. passages are free of the condition on countries.
type pairCount struct {
	passages   int
	fields     uint16
	modalities uint8
	verdicts   uint8
	tenths     uint8 // how sure the surest passage is that denies nothing, plus one; 0 for none
}

func newCounter(x *Index) *counter {
	n := &counter{x: x, pairs: make([]pairCount, len(x.pairs)), publishers: make([]int, len(x.names))}
	if !x.span.empty() {
		n.first, n.day = monthOf(x.span.lo)/12*12, x.span.lo
		n.readMonths(x.span)
		years := monthOf(x.span.hi)/12 - n.first/12 + 1
		n.years, n.months = make([][4]int, years), make([][4]int, years*12)
	}
	return n
}

// readMonths finds the month of each day, which takes longer than to look it up, where the days are not too many.
func (n *counter) readMonths(days span) {
	if days.hi-days.lo >= mostDays {
		return
	}
	n.month = make([]int32, days.hi-days.lo+1)
	for i := range n.month {
		n.month[i] = monthOf(days.lo+int32(i)) - n.first
	}
}

// mostDays is for how many days the months are kept: a hundred years.
const mostDays = 36525

func (n *counter) add(r *row, failed uint8) {
	if failed&(failed-1) != 0 {
		return // to leave one condition out of account does not help it
	}
	p := &n.pairs[r.pair]
	if failed&^failsCountry == 0 {
		p.passages++
	}
	if failed&^failsField == 0 {
		p.fields |= r.fields
		for left := r.fields; left != 0; left &= left - 1 {
			n.fields[bits.TrailingZeros16(left)]++
		}
	}
	if failed&^failsModality == 0 {
		p.modalities |= 1 << r.modality()
		n.modalities[r.modality()]++
	}
	if failed&^failsVerdict == 0 {
		p.verdicts |= 1 << r.verdict()
		n.verdicts[r.verdict()]++
	}
	if failed&^failsSure == 0 && 1<<r.modality()&deniedModalities == 0 { // what is denied makes no tie
		p.tenths = max(p.tenths, r.tenths()+1)
	}
	if failed&^failsDays == 0 {
		n.addTime(r)
	}
	if failed == 0 {
		n.passages++
	}
}

// merge adds what was counted in other articles.
func (n *counter) merge(o *counter) {
	for i := range n.pairs {
		n.pairs[i].passages += o.pairs[i].passages
		n.pairs[i].fields |= o.pairs[i].fields
		n.pairs[i].modalities |= o.pairs[i].modalities
		n.pairs[i].verdicts |= o.pairs[i].verdicts
		n.pairs[i].tenths = max(n.pairs[i].tenths, o.pairs[i].tenths)
	}
	for i := range n.fields {
		n.fields[i] += o.fields[i]
	}
	for i := range n.modalities {
		n.modalities[i] += o.modalities[i]
	}
	for i := range n.verdicts {
		n.verdicts[i] += o.verdicts[i]
	}
	for i := range n.publishers {
		n.publishers[i] += o.publishers[i]
	}
	for i := range n.months {
		for k := range n.months[i] {
			n.months[i][k] += o.months[i][k]
		}
	}
	for i := range n.years {
		for k := range n.years[i] {
			n.years[i][k] += o.years[i][k]
		}
	}
	n.undated += o.undated
	n.passages += o.passages
	n.articles += o.articles
	n.reports += o.reports
}

// addTime counts a piece of evidence in the month and year of its first day, where its time is no coarser than these.
func (n *counter) addTime(r *row) {
	if r.when.empty() {
		n.undated++
		return
	}
	var month int32
	if at := r.when.lo - n.day; int(at) < len(n.month) {
		month = n.month[at]
	} else {
		month = monthOf(r.when.lo) - n.first
	}
	days := r.when.hi - r.when.lo + 1
	if days <= 31 {
		n.months[month][r.stance()]++
	}
	n.years[month/12][r.stance()]++
}

// fill writes what was gathered.
func (n *counter) fill(out *Counts) {
	fields, modalities, judged := [16]int{}, [8]int{}, [4]int{}
	for i := range n.pairs {
		p := &n.pairs[i]
		if p.passages > 0 {
			for _, party := range n.x.pairs[i] {
				t := out.Countries[party]
				out.Countries[party] = Tally{t.Passages + p.passages, t.Ties + 1}
			}
		}
		for k := range p.tenths {
			out.Sure[k]++
		}
		for k := range data.Fields {
			fields[k] += int(p.fields >> k & 1)
		}
		for k := range data.Modalities {
			modalities[k] += int(p.modalities >> k & 1)
		}
		for k := range verdicts {
			judged[k] += int(p.verdicts >> k & 1)
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
	for k, v := range verdicts {
		if judged[k] > 0 {
			out.Verdicts[v] = Tally{n.verdicts[k], judged[k]}
		}
	}
	for k, name := range n.x.names {
		if n.publishers[k] > 0 {
			out.Publishers[name] = n.publishers[k]
		}
	}
	out.Months = periods(n.months, func(i int32) string { return monthName(n.first + i) })
	out.Years = periods(n.years, func(i int32) string { return yearName(n.first/12 + i) })
	out.Articles, out.Reports, out.Passages, out.Undated = n.articles, n.reports, n.passages, n.undated
}

// periods lists those with something in them.
func periods(counts [][4]int, name func(int32) string) []Period {
	var list []Period
	for i, n := range counts {
		if n != [4]int{} {
			list = append(list, Period{name(int32(i)), n[0], n[1], n[2] + n[3]})
		}
	}
	return list
}

// Span gives the first and last day of the dated evidence, without that of removed articles, as YYYY-MM-DD; ok is false
// where there is none.
func (x *Index) Span() (from, to string, ok bool) {
	all := never
	for i := range x.articles {
		a := &x.articles[i]
		if a.removed {
			continue
		}
		for k := range a.n {
			if w := x.rows[a.at+k].when; !w.empty() {
				all = all.cover(w)
			}
		}
	}
	if all.empty() {
		return "", "", false
	}
	return dayName(all.lo), dayName(all.hi), true
}
