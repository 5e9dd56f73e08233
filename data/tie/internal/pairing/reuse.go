package pairing

import "slices"

// Reuse takes over the lists of an article that has been read, emptied, so that reading many articles does not make them
// anew. What was found must have been copied out of old before.
func (s *Article) Reuse(old *Article) {
	s.Figures.Reuse(&old.Figures)
	s.Clock.Reuse(&old.Clock)
	s.weights.Reuse(&old.weights)
	s.Cands, s.Found, s.spots, s.reaches = old.Cands[:0], old.Found[:0], old.spots[:0], old.reaches[:0]
	s.evident, s.told = old.evident[:0], old.told[:0]
	s.refused, s.history, s.voices, s.speaks, s.taken = old.refused[:0], old.history[:0], old.voices[:0], old.speaks[:0], old.taken[:0]
	s.Focus.Recent, s.Focus.List, s.Focus.Subjects = old.Focus.Recent[:0], old.Focus.List[:0], old.Focus.Subjects[:0]
	s.Focus.Firms, s.Focus.Officers, s.Focus.Bodies = old.Focus.Firms[:0], old.Focus.Officers[:0], old.Focus.Bodies[:0]
	s.signs, s.sums, s.standing = old.signs[:0], old.sums[:0], old.standing.emptied()
	s.heard, s.known, s.pairs, s.byPair = old.heard[:0], old.known, old.pairs, old.byPair[:0]
	s.around = old.around
	s.around.clear()
	s.fields = old.fields
	s.measures, s.heardAt, s.numbers = emptied(old.measures), emptied(old.heardAt), emptied(old.numbers)
}

// blank gives a list of n zeros, in the place of one that is no longer needed.
func blank[T any](old []T, n int) []T {
	old = slices.Grow(old[:0], n)[:n]
	clear(old)
	return old
}

// mapMax is the size up to which a map is used again: emptying a larger one takes longer than making one.
const mapMax = 100

// emptied gives an empty map, the one given if it is small.
func emptied[K comparable, V any](m map[K]V) map[K]V {
	if m == nil || len(m) > mapMax {
		return map[K]V{}
	}
	clear(m)
	return m
}
