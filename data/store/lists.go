package store

import "sync"

// lists keeps lists of articles that the database takes long to make: those that hold some words, and all in the order of
// some fact. They hold for one change of the library only.
type lists struct {
	mu   sync.Mutex
	tick int64
	ids  map[string][]int64
}

// mostLists bounds how many lists are kept; each takes 8 bytes for each article.
const mostLists = 8

// get gives a list as it was at a change, or makes it. Nobody may change what it gives.
func (l *lists) get(tick int64, key string, make func() ([]int64, error)) ([]int64, error) {
	if ids, ok := l.kept(tick, key); ok {
		return ids, nil
	}
	ids, err := make()
	if err != nil {
		return nil, err
	}
	l.keep(tick, key, ids)
	return ids, nil
}

func (l *lists) kept(tick int64, key string) ([]int64, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	ids, ok := l.ids[key]
	return ids, ok && l.tick == tick
}

func (l *lists) keep(tick int64, key string, ids []int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ids == nil || l.tick != tick || len(l.ids) >= mostLists {
		l.tick, l.ids = tick, map[string][]int64{}
	}
	l.ids[key] = ids
}
