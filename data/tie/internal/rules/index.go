package rules

import "encoding/binary"

// Index finds what is known of a word in one step: a table of hashes so long that the spelling need not be compared. What is known
// lies side by side.
type Index[T any] struct {
	slots []slot
	known []T
}

// slot holds the half of a hash that does not tell where the slot is.
type slot struct {
	half uint32
	at   uint32 // 1 + the place in known, 0: free
}

// IndexOf makes the index of a map, and has the map point to what lies in it.
func IndexOf[T any](words map[string]*T) Index[T] {
	size := 16
	for size < 2*len(words) {
		size *= 2
	}
	x := Index[T]{slots: make([]slot, size), known: make([]T, 0, len(words))}
	for w, entry := range words {
		hash := hashOf(w)
		i := int(hash) & (size - 1)
		for x.slots[i].at != 0 {
			i = (i + 1) & (size - 1)
		}
		x.known = append(x.known, *entry)
		x.slots[i] = slot{uint32(hash >> 32), uint32(len(x.known))}
		words[w] = &x.known[len(x.known)-1]
	}
	return x
}

// At gives what is known of a word, or nil. There must have been a map.
func (x *Index[T]) At(w string) *T {
	hash := hashOf(w)
	mask := len(x.slots) - 1
	for i := int(hash) & mask; ; i = (i + 1) & mask {
		switch s := x.slots[i]; {
		case s.at == 0:
			return nil
		case s.half == uint32(hash>>32):
			return &x.known[s.at-1]
		}
	}
}

// hashOf gives the hash of a word. It takes up to sixteen bytes in two steps, which overlap in words of other lengths:
// words are short, and a loop over their letters costs more than finding them.
func hashOf(w string) uint64 {
	const odd, other = 0x9e3779b97f4a7c15, 0xbf58476d1ce4e5b9
	h := uint64(len(w)) * odd
	for ; len(w) > 16; w = w[8:] {
		h = (h ^ load64(w)) * odd
		h ^= h >> 29
	}
	first, last := uint64(0), uint64(0)
	switch n := len(w); {
	case n >= 8:
		first, last = load64(w), load64(w[n-8:])
	case n >= 4:
		first, last = load32(w), load32(w[n-4:])
	case n > 0:
		first = uint64(w[0])<<16 | uint64(w[n/2])<<8 | uint64(w[n-1])
	}
	h = (h ^ first) * odd
	h = (h ^ h>>32 ^ last) * other
	h = (h ^ h>>32) * odd
	return h ^ h>>29
}

func load64(w string) uint64 { return binary.LittleEndian.Uint64([]byte(w[:8])) }

func load32(w string) uint64 { return uint64(binary.LittleEndian.Uint32([]byte(w[:4]))) }
