package rules

import (
	"slices"
	"strings"
)

// Words are the folded words that a rule asks for.
type Words struct {
	list    []string
	numbers []uint32 // what place gives for each
	places  Places
}

// WordsOf makes the words that a rule asks for.
func WordsOf(words ...string) Words {
	w := Words{}
	for _, word := range words {
		w.add(word)
	}
	return w
}

func (w *Words) add(word string) {
	if word == "" {
		return
	}
	w.list = append(w.list, word)
	w.numbers = append(w.numbers, place(word))
	w.places.Add(word)
}

// Has says whether a folded word is one of them. Most are turned down by their place.
func (w *Words) Has(word string) bool {
	if word == "" {
		return false
	}
	at := place(word)
	if w.places[at>>6&7]&(1<<(at&63)) == 0 {
		return false
	}
	for i, number := range w.numbers {
		if number == at && w.list[i] == word {
			return true
		}
	}
	return false
}

// Begin says whether a text begins with one of them, in languages written without spaces.
func (w *Words) Begin(text string) bool {
	return slices.ContainsFunc(w.list, func(word string) bool { return strings.HasPrefix(text, word) })
}

// May says at a glance whether one of them may be among those that stand at some places.
func (w *Words) May(o *Places) bool {
	p := &w.places
	return p[0]&o[0]|p[1]&o[1]|p[2]&o[2]|p[3]&o[3]|p[4]&o[4]|p[5]&o[5]|p[6]&o[6]|p[7]&o[7] != 0
}

// Places is where the words of a sentence stand in a set of 512. Different words may share a place.
type Places [8]uint64

// Add adds the place of a folded word. The empty one has none.
func (p *Places) Add(w string) {
	if w == "" {
		return
	}
	at := place(w)
	p[at>>6&7] |= 1 << (at & 63)
}

// place gives a number for a word, of which the last nine bits are its place.
func place(w string) uint32 {
	return uint32(w[0])*11 ^ uint32(w[len(w)-1])*5 ^ uint32(w[len(w)/2])*29 ^ uint32(len(w))*131
}
