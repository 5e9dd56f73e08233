// Package slab gives out short lists that are kept, many of them from one allocation.
package slab

// Slab is what is left of a longer list. The zero value is ready.
type Slab[T any] struct{ free []T }

// size is how many elements are allocated at once.
const size = 64

// Take gives a list of n zero elements. Appending to it moves it.
func (s *Slab[T]) Take(n int) []T {
	if n > len(s.free) {
		s.free = make([]T, max(n, size))
	}
	out := s.free[:n:n]
	s.free = s.free[n:]
	return out
}
