package index

import (
	"encoding/json"
	"runtime"
	"sync"

	"entente/data"
)

// worthSharing is how many rows make it worth while to share the work among goroutines.
const worthSharing = 50_000

// parts cuts the articles, in the order of reports, into one part for each core; no report is in two parts.
func (x *Index) parts() [][]uint32 {
	n := 1
	if len(x.rows) >= worthSharing {
		n = min(runtime.GOMAXPROCS(0), 4)
	}
	parts := make([][]uint32, n)
	from := 0
	for p := range parts {
		to := max(from, x.reportStart(len(x.order)*(p+1)/n))
		parts[p] = x.order[from:to]
		from = to
	}
	return parts
}

// reportStart gives the place in order, at or after i, where a report starts.
func (x *Index) reportStart(i int) int {
	for i > 0 && i < len(x.order) && x.articles[x.order[i]].report == x.articles[x.order[i-1]].report {
		i++
	}
	return i
}

// share calls fn for all parts at once and waits.
func share(parts [][]uint32, fn func(p int, order []uint32)) {
	var wait sync.WaitGroup
	for p, order := range parts {
		wait.Go(func() { fn(p, order) })
	}
	wait.Wait()
}

// memo keeps the sums of the last filters: a window asks for the ties, the counts and the articles of one filter, and
// people go back and forth between a few.
type memo struct {
	mu   sync.Mutex
	sums map[string][]tally
}

// memoSize bounds the memo; each entry takes about 130 bytes for each pair of parties.
const memoSize = 8

// keyOf names the part of a filter that the sums depend on.
func keyOf(f data.Filter) string {
	f.Stances, f.MinReports = nil, 0
	b, err := json.Marshal(f)
	if err != nil { // a filter is plain text and numbers
		return ""
	}
	return string(b)
}

func (m *memo) get(key string) []tally {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.sums[key]
}

// put keeps sums; without a key they are not kept.
func (m *memo) put(key string, sums []tally) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if key == "" {
		return
	}
	if m.sums == nil || len(m.sums) >= memoSize {
		m.sums = map[string][]tally{}
	}
	m.sums[key] = sums
}

func (m *memo) clear() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.sums = nil
}
