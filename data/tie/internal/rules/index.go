package rules

import "encoding/binary"

// index finds words in one step: a table of hashes as long as a machine word, so that the spelling need not be compared.
type index struct {
	slots []indexed
}

type indexed struct {
	hash uint64 // 0: free
	word *Word
}

// indexOf makes the index of a map.
func indexOf(words map[string]*Word) index {
	size := 16
	for size < 2*len(words) {
		size *= 2
	}
	x := index{slots: make([]indexed, size)}
	for w, entry := range words {
		hash := hashOf(w)
		i := int(hash>>1) & (size - 1)
		for x.slots[i].hash != 0 {
			i = (i + 1) & (size - 1)
		}
		x.slots[i] = indexed{hash, entry}
	}
	return x
}

// at gives the word, or nil. There must have been a map.
func (x *index) at(w string) *Word {
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

// hashOf gives the hash of a word, never 0. It takes eight bytes at a time: words are short, and a general hash costs more than
// finding them.
func hashOf(w string) uint64 {
	const odd = 0x9e3779b97f4a7c15
	h := uint64(len(w))
	for ; len(w) >= 8; w = w[8:] {
		h = (h ^ binary.LittleEndian.Uint64([]byte(w[:8]))) * odd
		h ^= h >> 29
	}
	rest := uint64(0)
	for i := 0; i < len(w); i++ {
		rest = rest<<8 | uint64(w[i])
	}
	h = (h ^ rest) * odd
	h = (h ^ h>>32) * odd
	return (h ^ h>>29) | 1
}
