package app

import (
	"cmp"
	"slices"

	"entente/data"
)

// Standing is a country's place in the net of ties.
type Standing struct {
	Country data.Party
	Degree  int // partners
	Reports int // of its ties, each tie's reports for themselves
	Stances map[data.Stance]int
	// Between is which part of the other pairs, of all that the net connects or not, have it on a shortest way between
	// them, 0 to 1; where there are several shortest ways each counts by its share.
	Between float64
}

// Standings works out the standing of each country in ties, those with most partners first. Between is betweenness
// centrality without weights by Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical
// Sociology 25 (2001): it takes as many steps as there are countries times ties.
func Standings(ties []data.Tie) []Standing {
	n := newNet(ties)
	out := make([]Standing, len(n.parties))
	for i, p := range n.parties {
		out[i] = Standing{Country: p, Degree: len(n.next[i]), Stances: map[data.Stance]int{}}
	}
	for i := range ties {
		for _, p := range ties[i].Pair {
			s := &out[n.place[p]]
			s.Reports += ties[i].Reports
			s.Stances[ties[i].Stance]++
		}
	}
	pairs := float64((len(out) - 1) * (len(out) - 2)) // of other countries, both ways round
	for i, between := range n.between() {
		if pairs > 0 {
			out[i].Between = between / pairs
		}
	}
	slices.SortFunc(out, func(a, b Standing) int {
		return cmp.Or(cmp.Compare(b.Degree, a.Degree), cmp.Compare(b.Between, a.Between), cmp.Compare(b.Reports, a.Reports),
			cmp.Compare(a.Country, b.Country))
	})
	return out
}

// net is ties as lists of neighbours.
type net struct {
	parties []data.Party
	place   map[data.Party]int
	next    [][]int
}

func newNet(ties []data.Tie) *net {
	n := &net{place: map[data.Party]int{}}
	at := func(p data.Party) int {
		i, known := n.place[p]
		if !known {
			i = len(n.parties)
			n.place[p] = i
			n.parties, n.next = append(n.parties, p), append(n.next, nil)
		}
		return i
	}
	for i := range ties {
		a, b := at(ties[i].Pair[0]), at(ties[i].Pair[1])
		n.next[a], n.next[b] = append(n.next[a], b), append(n.next[b], a)
	}
	return n
}

// between sums up for each node how much of the shortest ways between all others lead over it, both ways round.
func (n *net) between() []float64 {
	size := len(n.parties)
	sums := make([]float64, size)
	ways, far, owed := make([]float64, size), make([]int, size), make([]float64, size)
	before := make([][]int, size)
	order := make([]int, 0, size)
	for from := range size {
		for i := range size {
			ways[i], far[i], owed[i], before[i] = 0, -1, 0, before[i][:0]
		}
		ways[from], far[from] = 1, 0
		order = append(order[:0], from)
		for k := 0; k < len(order); k++ { // breadth first: order is both queue and, backwards, the stack of the paper
			v := order[k]
			for _, w := range n.next[v] {
				if far[w] < 0 {
					far[w] = far[v] + 1
					order = append(order, w)
				}
				if far[w] == far[v]+1 {
					ways[w] += ways[v]
					before[w] = append(before[w], v)
				}
			}
		}
		for _, w := range slices.Backward(order[1:]) {
			for _, v := range before[w] {
				owed[v] += ways[v] / ways[w] * (1 + owed[w])
			}
			sums[w] += owed[w]
		}
	}
	return sums
}
