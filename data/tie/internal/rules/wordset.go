package rules

// WordSet is some folded words: those that a rule asks for, or those of a sentence. Two sets tell at a glance that they have no word
// in common; that they have one is only likely.
type WordSet [8]uint64

// WordsOf makes the set of some folded words.
func WordsOf(words ...string) (set WordSet) {
	for _, w := range words {
		set.Add(w)
	}
	return set
}

// Add adds a folded word. The empty one is never in common.
func (s *WordSet) Add(w string) {
	if w == "" {
		return
	}
	place := uint(w[0])*11 ^ uint(w[len(w)-1])*5 ^ uint(w[len(w)/2])*29 ^ uint(len(w))*131
	s[place>>6&7] |= 1 << (place & 63)
}

// Meets says whether two sets may have a word in common.
func (s *WordSet) Meets(o *WordSet) bool {
	return s[0]&o[0]|s[1]&o[1]|s[2]&o[2]|s[3]&o[3]|s[4]&o[4]|s[5]&o[5]|s[6]&o[6]|s[7]&o[7] != 0
}
