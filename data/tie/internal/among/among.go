// Package among looks for what holds of an item of a list. Unlike those of the standard library, its functions hand out a pointer: what
// a sentence is made of is large, and copying it costs more than looking at it.
package among

// Index gives the place of the first item of which something holds, -1 where there is none.
func Index[T any](list []T, holds func(*T) bool) int {
	for i := range list {
		if holds(&list[i]) {
			return i
		}
	}
	return -1
}

// Any says whether something holds of an item.
func Any[T any](list []T, holds func(*T) bool) bool { return Index(list, holds) >= 0 }
