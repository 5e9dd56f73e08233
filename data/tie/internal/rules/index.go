package rules

import "hash/maphash"

// index finds words in one step: a table of hashes as long as a machine word, so that the spelling need not be compared.
type index struct {
	seed  maphash.Seed
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
	x := index{seed: maphash.MakeSeed(), slots: make([]indexed, size)}
	for w, entry := range words {
		hash := maphash.String(x.seed, w) | 1
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
	hash := maphash.String(x.seed, w) | 1
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
