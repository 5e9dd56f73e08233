package index

import (
	"math"
	"slices"
)

// Order is how articles are sorted. Within equals, the higher ID comes later.
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
	published      int32
}

// Articles gives the articles chosen, sorted. An article is chosen when evidence in it is; where the filter has no
// condition on evidence, its own facts decide, and it may have none.
func (c *Choice) Articles(by Order, descending bool) []Chosen {
	c.narrow()
	var chosen []Chosen
	seen := make([]uint32, len(c.x.pairs))
	for i := range c.x.articles {
		if one, ok := c.article(uint32(i), seen); ok {
			chosen = append(chosen, one)
		}
	}
	sortChosen(chosen, by, descending)
	return chosen
}

// Among gives those of the articles that are chosen, in the order given, without the first ones and up to a limit.
func (c *Choice) Among(ids []int64, offset, limit int) []Chosen {
	c.narrow()
	var chosen []Chosen
	seen := make([]uint32, len(c.x.pairs))
	for _, id := range ids {
		i, found := c.x.place(id)
		if !found {
			continue
		}
		one, ok := c.article(uint32(i), seen)
		if !ok {
			continue
		}
		if offset--; offset < 0 {
			chosen = append(chosen, one)
		}
		if len(chosen) == limit {
			break
		}
	}
	return chosen
}

// article sums up what is chosen of one article. seen has the last article that had each pair, plus one.
func (c *Choice) article(i uint32, seen []uint32) (Chosen, bool) {
	a := &c.x.articles[i]
	one := Chosen{ID: a.id, Report: a.report, published: a.published.lo}
	if a.published.empty() {
		one.published = math.MinInt32
	}
	if !c.allows(i) {
		return one, false
	}
	rows := c.x.rows[a.at : a.at+a.n]
	for k := range rows {
		if !c.takes(&rows[k]) {
			continue
		}
		one.Evidence++
		if seen[rows[k].pair] != i+1 {
			seen[rows[k].pair] = i + 1
			one.Ties++
		}
	}
	return one, one.Evidence > 0 || c.takesBare(a)
}

// takesBare says whether an article is chosen even without evidence.
func (c *Choice) takesBare(a *article) bool {
	return !c.evidence && (!c.dated || a.published.meets(c.days))
}

func sortChosen(chosen []Chosen, by Order, descending bool) {
	if by != ByAdded {
		sortByKey(chosen, func(a *Chosen) int32 {
			if by == ByEvidence {
				return int32(a.Evidence)
			}
			return a.published
		})
	}
	if descending {
		slices.Reverse(chosen)
	}
}

// sortByKey sorts by a number and keeps the order of equals. Sorting plain numbers is many times faster than sorting
// what they stand for.
func sortByKey(chosen []Chosen, key func(*Chosen) int32) {
	keys := make([]int64, len(chosen))
	for i := range chosen {
		keys[i] = int64(key(&chosen[i]))<<32 | int64(i)
	}
	slices.Sort(keys)
	sorted := make([]Chosen, len(chosen))
	for i, k := range keys {
		sorted[i] = chosen[uint32(k)]
	}
	copy(chosen, sorted)
}
