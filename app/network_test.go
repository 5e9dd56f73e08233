package app_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"entente/app"
	"entente/data"
)

func ties(pairs ...string) (list []data.Tie) {
	for _, p := range pairs {
		list = append(list, data.Tie{Pair: data.PairOf(data.Party(p[:2]), data.Party(p[3:])), Reports: 2, Stance: data.Cooperation})
	}
	return list
}

func TestStandingsOfSmallNets(t *testing.T) {
	for _, c := range []struct {
		name  string
		ties  []data.Tie
		want  map[data.Party]float64
		first data.Party
	}{
		{"nothing", nil, nil, ""},
		{"one tie", ties("JP-RS"), map[data.Party]float64{"JP": 0, "RS": 0}, "JP"},
		{"the middle of three", ties("JP-RS", "RS-RU"), map[data.Party]float64{"RS": 1, "JP": 0, "RU": 0}, "RS"},
		{"a ring of four shares the ways", ties("AA-BB", "BB-CC", "CC-DD", "AA-DD"), map[data.Party]float64{"AA": 1. / 6, "CC": 1. / 6}, "AA"},
		{"two nets", ties("JP-RS", "RS-RU", "CN-US"), map[data.Party]float64{"RS": 1. / 6, "US": 0}, "RS"},
		{"a star", ties("RS-AA", "RS-BB", "RS-CC", "RS-DD"), map[data.Party]float64{"RS": 1, "DD": 0}, "RS"},
	} {
		got := app.Standings(c.ties)
		if len(got) > 0 && got[0].Country != c.first || len(got) == 0 && c.first != "" {
			t.Errorf("%s: first of %v, want %q", c.name, got, c.first)
		}
		for _, s := range got {
			if want, asked := c.want[s.Country]; asked && math.Abs(s.Between-want) > 1e-12 {
				t.Errorf("%s: %s lies between %v, want %v", c.name, s.Country, s.Between, want)
			}
		}
	}
	s := app.Standings(ties("JP-RS", "RS-RU"))[0]
	if s.Degree != 2 || s.Reports != 4 || s.Stances[data.Cooperation] != 2 {
		t.Errorf("got %+v, want 2 partners with 4 reports", s)
	}
}

// TestBetweennessEqualsThatOfCountedWays counts the shortest ways by powers of the adjacency matrix.
func TestBetweennessEqualsThatOfCountedWays(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		list := randomTies(r, 9, 12)
		got := app.Standings(list)
		n := len(got)
		at := map[data.Party]int{}
		for i, s := range got {
			at[s.Country] = i
		}
		far, ways := countWays(list, at)
		for v := range n {
			want := 0.0
			for s := range n {
				for e := range n {
					if s != v && e != v && s != e && far[s][e] > 0 && far[s][v] > 0 && far[v][e] > 0 && far[s][v]+far[v][e] == far[s][e] {
						want += ways[s][v] * ways[v][e] / ways[s][e]
					}
				}
			}
			if n > 2 {
				want /= float64((n - 1) * (n - 2))
			}
			if math.Abs(got[v].Between-want) > 1e-9 {
				t.Fatalf("%v: %s lies between %v, want %v", list, got[v].Country, got[v].Between, want)
			}
		}
	}
}

// countWays gives how far each pair of places is apart, 0 for not at all, and how many walks of that length there are.
func countWays(list []data.Tie, at map[data.Party]int) (far [][]int, ways [][]float64) {
	n := len(at)
	square := func() [][]float64 {
		m := make([][]float64, n)
		for i := range m {
			m[i] = make([]float64, n)
		}
		return m
	}
	next, walks := square(), square()
	for i := range list {
		a, b := at[list[i].Pair[0]], at[list[i].Pair[1]]
		next[a][b], next[b][a] = 1, 1
	}
	far, ways = make([][]int, n), square()
	for i := range n {
		far[i], walks[i][i] = make([]int, n), 1
	}
	for length := 1; length < n; length++ {
		longer := square()
		for i := range n {
			for j := range n {
				for k := range n {
					longer[i][j] += walks[i][k] * next[k][j]
				}
				if i != j && far[i][j] == 0 && longer[i][j] > 0 {
					far[i][j], ways[i][j] = length, longer[i][j]
				}
			}
		}
		walks = longer
	}
	return far, ways
}

func randomTies(r *rand.Rand, countries, most int) []data.Tie {
	seen := map[data.Pair]bool{}
	var list []data.Tie
	for range most {
		a, b := r.IntN(countries), r.IntN(countries)
		if a == b {
			continue
		}
		name := func(i int) data.Party { return data.Party([]byte{'A' + byte(i/26), 'A' + byte(i%26)}) }
		if p := data.PairOf(name(a), name(b)); !seen[p] {
			seen[p] = true
			list = append(list, data.Tie{Pair: p, Reports: 1, Stance: data.Neutral})
		}
	}
	return list
}

func BenchmarkStandings(b *testing.B) {
	for _, n := range []int{1000, 15_000} {
		list := randomTies(rand.New(rand.NewPCG(3, 4)), 200, n)
		b.Run(fmt.Sprint(len(list), "ties"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				app.Standings(list)
			}
		})
	}
}
