package ingest

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Skipped counts the files that Files passed over because they are of kinds that are not read. The zero Skipped is
// ready; it is safe for concurrent use.
type Skipped struct {
	mu    sync.Mutex
	kinds map[string]int // by extension, in lower case
}

func (s *Skipped) add(name string) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kinds == nil {
		s.kinds = map[string]int{}
	}
	s.kinds[strings.ToLower(filepath.Ext(name))]++
}

// Files says how many files were passed over.
func (s *Skipped) Files() (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, files := range s.kinds {
		n += files
	}
	return n
}

// mostKinds is how many kinds String names: a folder of anything may hold hundreds.
const mostKinds = 6

// String lists the kinds, the most frequent first: "10 .pdf, 2 .docx".
func (s *Skipped) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	kinds := make([]string, 0, len(s.kinds))
	for kind := range s.kinds {
		kinds = append(kinds, kind)
	}
	slices.SortFunc(kinds, func(a, b string) int { return cmp.Or(s.kinds[b]-s.kinds[a], cmp.Compare(a, b)) })
	var words []string
	others := 0
	for i, kind := range kinds {
		if i < mostKinds {
			words = append(words, fmt.Sprint(s.kinds[kind], " ", kind))
		} else {
			others += s.kinds[kind]
		}
	}
	if others > 0 {
		words = append(words, fmt.Sprint(others, " others"))
	}
	return strings.Join(words, ", ")
}
