package rules

import (
	"slices"
	"strings"
)

// Words are the folded words that a rule asks for.
type Words struct {
	list  []string
	seats []Seat // of each
	taken Seats  // by any
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
	w.seats = append(w.seats, SeatOf(word))
	w.taken.Add(SeatOf(word))
}

// Has says whether a folded word is one of them. Most are turned down by their seat.
func (w *Words) Has(word string) bool { return w.HasAt(SeatOf(word), word) }

// HasAt says the same of a word whose seat is known.
func (w *Words) HasAt(seat Seat, word string) bool {
	return w.taken[seat>>6&7]&(1<<(seat&63)) != 0 && w.lists(seat, word)
}

func (w *Words) lists(seat Seat, word string) bool {
	for i, s := range w.seats {
		if s == seat && w.list[i] == word {
			return true
		}
	}
	return false
}

// Begin says whether a text begins with one of them, in languages written without spaces.
func (w *Words) Begin(text string) bool {
	return slices.ContainsFunc(w.list, func(word string) bool { return strings.HasPrefix(text, word) })
}

// May says at a glance whether one of them may be among those of a sentence.
func (w *Words) May(o *Seats) bool {
	p := &w.taken
	return p[0]&o[0]|p[1]&o[1]|p[2]&o[2]|p[3]&o[3]|p[4]&o[4]|p[5]&o[5]|p[6]&o[6]|p[7]&o[7] != 0
}

// Seats are those that some words take, in a set of 512.
type Seats [8]uint64

// Add takes a seat.
func (p *Seats) Add(seat Seat) { p[seat>>6&7] |= 1 << (seat & 63) }

// Seat is a number for a folded word, which others may share. Its last nine bits are its place in a set of 512, the last six that in one
// of 64.
type Seat uint32

// SeatOf gives the seat of a folded word. A lone accent folds to nothing and has the seat 0.
func SeatOf(w string) Seat {
	if w == "" {
		return 0
	}
	return Seat(uint32(w[0])*11 ^ uint32(w[len(w)-1])*5 ^ uint32(w[len(w)/2])*29 ^ uint32(len(w))*131)
}

// bit gives the word as one of a set of 64.
func (s Seat) bit() uint64 { return 1 << (s & 63) }

// mark gives a byte by which most words differ that share a place in that set.
func (s Seat) mark() uint8 { return uint8(s >> 6) }
