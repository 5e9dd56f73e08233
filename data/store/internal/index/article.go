package index

import (
	"math"
	"slices"
)

// Order is how articles are sorted. Equals stand in the order of their IDs.
type Order int

// The orders that the index knows.
const (
	ByAdded Order = iota
	ByPublished
	ByEvidence
)

// Chosen is an article that a filter took, with what the filter took of its evidence.
type Chosen struct {
	ID, Report     int64
	Evidence, Ties int
	Passages       int // different ones: a passage that ties several pairs counts once
}

// Articles gives a part of the articles chosen, sorted; limit 0 means all from offset. An article is chosen when evidence
// in it is; where the filter has no condition on evidence, its own facts decide, and it may have none.
func (c *Choice) Articles(by Order, descending bool, offset, limit int) []Chosen {
	c.narrow()
	keys := c.keys(by) // sorting plain numbers is many times faster than sorting what they stand for
	if by != ByAdded {
		slices.Sort(keys)
	}
	if descending {
		slices.Reverse(keys)
	}
	keys = keys[min(max(offset, 0), len(keys)):]
	if limit > 0 {
		keys = keys[:min(limit, len(keys))]
	}
	chosen := make([]Chosen, len(keys))
	seen := make([]uint32, len(c.x.pairs))
	for i, key := range keys {
		chosen[i] = c.article(uint32(key), seen)
	}
	return chosen
}

// keys gives a number for each article chosen: what it is sorted by, and below that its place.
func (c *Choice) keys(by Order) []int64 {
	keys := make([]int64, 0, len(c.x.articles))
	for i := range c.x.articles {
		a := &c.x.articles[i]
		n := 0
		if c.allows(uint32(i)) {
			n = c.evidenceIn(a, by == ByEvidence)
		}
		if n == 0 && !(c.allows(uint32(i)) && c.takesBare(a)) {
			continue
		}
		value := int64(0)
		switch by {
		case ByEvidence:
			value = int64(n)
		case ByPublished:
			value = int64(a.published.lo)
			if a.published.empty() {
				value = math.MinInt32
			}
		}
		keys = append(keys, value<<32|int64(i))
	}
	return keys
}

// evidenceIn says how much evidence is chosen in an article; where only whether there is any is asked, 1 stands for some.
func (c *Choice) evidenceIn(a *article, count bool) (n int) {
	if !count && c.takesBare(a) {
		return 1
	}
	rows := c.x.rows[a.at : a.at+a.n]
	for k := range rows {
		if c.takes(&rows[k]) {
			if n++; !count {
				break
			}
		}
	}
	return n
}

// takesBare says whether an article is chosen even without evidence.
func (c *Choice) takesBare(a *article) bool {
	return !c.evidence && (!c.dated || a.published.meets(c.days))
}

// Among gives those of the articles that are chosen, in the order given, without the first ones and up to a limit; limit 0
// means no limit.
func (c *Choice) Among(ids []int64, offset, limit int) []Chosen {
	c.narrow()
	var chosen []Chosen
	seen := make([]uint32, len(c.x.pairs))
	for _, id := range ids {
		i, found := c.x.place(id)
		if !found || !c.allows(uint32(i)) || c.evidenceIn(&c.x.articles[i], false) == 0 {
			continue
		}
		if offset--; offset >= 0 {
			continue
		}
		chosen = append(chosen, c.article(uint32(i), seen))
		if len(chosen) == limit {
			break
		}
	}
	return chosen
}

// article sums up what is chosen of one article. seen has the last article that had each pair, plus one.
func (c *Choice) article(i uint32, seen []uint32) Chosen {
	a := &c.x.articles[i]
	one := Chosen{ID: a.id, Report: a.report}
	rows := c.x.rows[a.at : a.at+a.n]
	counted := false // the passage of the row
	for k := range rows {
		counted = counted && rows[k].shares()
		if !c.takes(&rows[k]) {
			continue
		}
		one.Evidence++
		if !counted {
			one.Passages++
			counted = true
		}
		if seen[rows[k].pair] != i+1 {
			seen[rows[k].pair] = i + 1
			one.Ties++
		}
	}
	return one
}
