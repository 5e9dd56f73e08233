package slab_test

import (
	"testing"

	"entente/data/tie/internal/slab"
)

func TestListsDoNotOverlap(t *testing.T) {
	var s slab.Slab[int]
	var lists [][]int
	for n := range 100 {
		list := s.Take(n)
		if len(list) != n {
			t.Fatalf("got a list of %d, want one of %d", len(list), n)
		}
		for i := range list {
			if list[i] != 0 {
				t.Fatalf("element %d of the list of %d is %d already", i, n, list[i])
			}
			list[i] = n
		}
		lists = append(lists, append(list, -1)[:n])
	}
	for n, list := range lists {
		for i, x := range list {
			if x != n {
				t.Fatalf("element %d of the list of %d is %d", i, n, x)
			}
		}
	}
}

func TestAppendingLeavesTheNextListAlone(t *testing.T) {
	var s slab.Slab[int]
	first, second := s.Take(2), s.Take(2)
	first = append(first, 7)
	if second[0] != 0 {
		t.Fatalf("got %d behind %v, want 0", second[0], first)
	}
}
