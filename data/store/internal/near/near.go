// Package near tells reprints and rewrites by MinHash with banded locality-sensitive hashing (Broder 1997; Leskovec,
// Rajaraman and Ullman, Mining of Massive Datasets, chapter 3) over shingles of three folded words.
//
// Buckets puts a text into a fixed number of buckets. Two texts that share a bucket are candidates, and Same compares
// their shingles exactly. The work per text does not depend on how many texts there are. Everything is deterministic:
// the hash functions are fixed, and libraries hold their results.
package near

import (
	"math"
	"slices"
	"strings"
)

const (
	shingle = 3  // words
	bands   = 24 // with rows, texts that share half of their shingles meet with a probability of 4 in 5,
	rows    = 4  // and those that share 7 tenths in 999 of 1,000
)

// Limits of Same. Texts with few shingles agree by chance more easily, so they must agree almost wholly.
const (
	alike      = 0.5 // of all shingles of both are shared
	contained  = 0.8 // of the shorter text's shingles are in the longer one: a cut reprint
	fewest     = 20  // shingles that make a text long enough for these limits
	alikeShort = 0.9
)

// Set is the set of a text's shingles as sorted hashes.
type Set []uint64

// Shingles gives the set of a text, which is folded words with a space after each. A text shorter than a shingle is one
// shingle; one without words has none.
func Shingles(text string) Set {
	set := make(Set, 0, len(text)/5)
	var last [shingle]uint64 // the words of the shingle, oldest first
	n := 0
	for word := range strings.FieldsSeq(text) {
		copy(last[:], last[1:])
		last[shingle-1] = hash(word)
		if n++; n >= shingle {
			set = append(set, combine(last[:]))
		}
	}
	if 0 < n && n < shingle {
		set = append(set, combine(last[:]))
	}
	slices.Sort(set)
	return slices.Compact(set)
}

func combine(hashes []uint64) (h uint64) {
	for _, v := range hashes {
		h = mix(h*31 + v)
	}
	return h
}

// Buckets gives the buckets of a set, one for each band; none for the empty set.
func Buckets(s Set) []int64 {
	if len(s) == 0 {
		return nil
	}
	var least [bands * rows]uint64
	for i := range least {
		least[i] = math.MaxUint64
	}
	for _, h := range s {
		for i := range least {
			// Multiplying by an odd number permutes the hashes; a different one gives another order.
			if v := (h ^ uint64(i)) * multipliers[i]; v < least[i] {
				least[i] = v
			}
		}
	}
	buckets := make([]int64, bands)
	for band := range buckets {
		buckets[band] = int64(mix(combine(least[band*rows:(band+1)*rows]) + uint64(band)))
	}
	return buckets
}

// multipliers are fixed odd numbers without a pattern.
var multipliers = func() (m [bands * rows]uint64) {
	x := uint64(0x9e3779b97f4a7c15)
	for i := range m {
		x = mix(x + uint64(i))
		m[i] = x | 1
	}
	return m
}()

// Same says whether two texts tell the same story in the same words, cuts and small changes aside.
func Same(a, b Set) bool {
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			shared, i, j = shared+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	shorter, all := min(len(a), len(b)), len(a)+len(b)-shared
	if shorter == 0 {
		return false
	}
	jaccard := float64(shared) / float64(all)
	if shorter < fewest {
		return jaccard >= alikeShort
	}
	return jaccard >= alike || float64(shared)/float64(shorter) >= contained
}

// hash is FNV-1a with a last mixing, so that every bit counts.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}

// mix is the finaliser of SplitMix64.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
