package rules

import "encoding/binary"

// Index finds what is known of a word in one step: a table of hashes as long as a machine word, so that the spelling need not be
// compared.
type Index[T any] struct {
	slots []indexed[T]
}

type indexed[T any] struct {
	hash uint64 // 0: free
	word *T
}

// IndexOf makes the index of a map.
func IndexOf[T any](words map[string]*T) Index[T] {
	size := 16
	for size < 2*len(words) {
		size *= 2
	}
	x := Index[T]{slots: make([]indexed[T], size)}
	for w, entry := range words {
		hash := hashOf(w)
		i := int(hash>>1) & (size - 1)
		for x.slots[i].hash != 0 {
			i = (i + 1) & (size - 1)
		}
		x.slots[i] = indexed[T]{hash, entry}
	}
	return x
}

// At gives what is known of a word, or nil. There must have been a map.
func (x *Index[T]) At(w string) *T {
	hash := hashOf(w)
	mask := len(x.slots) - 1
	for i := int(hash>>1) & mask; ; i = (i + 1) & mask {
		switch s := &x.slots[i]; s.hash {
		case hash:
			return s.word
		case 0:
			return nil
		}
	}
}

// hashOf gives the hash of a word, never 0. It takes up to sixteen bytes in two steps, which overlap in words of other lengths:
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
	return (h ^ h>>29) | 1
}

func load64(w string) uint64 { return binary.LittleEndian.Uint64([]byte(w[:8])) }

func load32(w string) uint64 { return uint64(binary.LittleEndian.Uint32([]byte(w[:4]))) }
