package ingest

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"entente/data/text"
)

// bodyBytes is how much running text is enough to know the words of the body.
const bodyBytes = 24 << 10

// overlaps works out how much of each block's vocabulary the rest of the body shares. Blocks far into a long text that
// are surely running text are left at -1: nothing depends on them.
func (sc *scoring) overlaps() {
	shared := map[uint32]int32{}
	stems := make([][]uint32, len(sc.blocks))
	paragraphs, size := 0, 0
	for i := range sc.blocks {
		b := &sc.blocks[i]
		body := b.prose() && !b.truncated
		if b.words < 3 || b.words > 400 || body && size > bodyBytes {
			continue
		}
		stems[i] = stemsOf(sc.text[b.Start:b.End])
		if body {
			paragraphs++
			size += b.Len()
			for _, h := range stems[i] {
				shared[h]++
			}
		}
	}
	if paragraphs < 2 {
		return
	}
	for i := range sc.blocks {
		b := &sc.blocks[i]
		if len(stems[i]) == 0 {
			continue
		}
		own := int32(0)
		if b.prose() && !b.truncated {
			own = 1
		}
		n := 0
		for _, h := range stems[i] {
			if shared[h] > own {
				n++
			}
		}
		b.overlap = float32(n) / float32(len(stems[i]))
	}
}

// stemLetters is how many letters of a word stand for it, so that its forms are taken for one word.
const stemLetters = 5

// stemsOf gives the different content words of s as numbers: the first letters of words with four or more, and pairs of
// signs in scripts without spaces.
func stemsOf(s string) []uint32 {
	folded := text.Fold(s)
	out := make([]uint32, 0, len(folded)/8+1)
	frequent := common()
	start, letters := 0, 0
	stem := fnvStart
	last := rune(0)
	end := func(i int) {
		if letters >= 4 && !frequent[folded[start:i]] {
			out = append(out, stem)
		}
		letters, stem = 0, fnvStart
	}
	for i, r := range folded {
		switch {
		case isEastern(r):
			end(i)
			if isEastern(last) {
				out = append(out, fnv(fnv(fnvStart, last), r))
			}
		case r >= 'a' && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLetter(r):
			if letters == 0 {
				start = i
			}
			if letters < stemLetters {
				stem = fnv(stem, r)
			}
			letters++
		default:
			end(i)
		}
		last = r
	}
	end(len(folded))
	slices.Sort(out)
	return slices.Compact(out)
}

// fnvStart begins a number for a word (FNV-1a, a rune at a time).
const fnvStart uint32 = 2166136261

func fnv(h uint32, r rune) uint32 { return (h ^ uint32(r)) * 16777619 }

// prefix gives the first n runes of s.
func prefix(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
