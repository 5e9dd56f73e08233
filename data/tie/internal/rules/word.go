package rules

import (
	"bytes"
	"cmp"
	"slices"
)

// Word is all that the tables say of one folded word. What every word of a text is asked fills the first 64 bytes, which a machine
// fetches at once; the whole is twice as long.
type Word struct {
	Classes Classes
	Verb    *Relation
	Noun    *Relation
	Told    TermClass // what Terms can mean
	Forms   Form
	Plural  bool // the noun's form is plural
	stemmed bool // speaks is known
	Plain   bool // a noun and nothing else, in no phrase
	Odd     bool // spelled as one of the words whose part hangs on the very words around them
	// FieldPhrases says that one of its phrases speaks of a field.
	FieldPhrases bool
	speaks       FieldSet  // Fields, or what StemFields gives
	next         uint64    // the seats in a set of 64 of the words that follow in phrases
	alone        TermClass // what the word means in Terms without others
	further      uint64    // as next, of the words that follow in Terms

	Slot    Slots // of a preposition
	Fields  FieldSet
	Terms   []Term // of dates.tsv and units.tsv, longest first
	phrases *phrases
	_       [24]byte
}

// phrases are the longer entries that begin with a word, once settled by the mark and seat of their second word, then longest first.
type phrases struct {
	list  []Phrase
	marks []uint8 // of the second words
	seats []Seat
}

// Opens says whether longer entries begin with the word.
func (w *Word) Opens() bool { return w.next != 0 }

// Going gives the phrases that may go on with a second folded word of some seat, longest first. Most words are turned down at a glance.
func (w *Word) Going(second Seat) []Phrase {
	if w.next&second.bit() == 0 {
		return nil
	}
	all, mark := w.phrases, second.mark()
	first := bytes.IndexByte(all.marks, mark)
	if first < 0 {
		return nil
	}
	for first < len(all.marks) && all.marks[first] == mark && all.seats[first] != second {
		first++
	}
	last := first
	for last < len(all.seats) && all.seats[last] == second {
		last++
	}
	return all.list[first:last]
}

// Means says whether a word may mean a term of one of the classes, alone or before one of some seat.
func (w *Word) Means(class TermClass, second Seat) bool {
	return w.alone&class != 0 || w.Told&class != 0 && w.further&second.bit() != 0
}

// Phrase is an entry of several words; rest holds those after the first.
type Phrase struct {
	Rest []string
	Word *Word
}

// settle puts the phrases in order and finds out what those who look the word up ask first.
func (w *Word) settle(spelled string) {
	if p := w.phrases; p != nil {
		slices.SortStableFunc(p.list, func(a, b Phrase) int {
			x, y := SeatOf(a.Rest[0]), SeatOf(b.Rest[0])
			return cmp.Or(cmp.Compare(x.mark(), y.mark()), cmp.Compare(x, y))
		})
		p.marks, p.seats = p.marks[:0], p.seats[:0]
		for _, longer := range p.list {
			seat := SeatOf(longer.Rest[0])
			p.marks, p.seats = append(p.marks, seat.mark()), append(p.seats, seat)
		}
		w.FieldPhrases = slices.ContainsFunc(p.list, func(p Phrase) bool { return p.Word.Fields != 0 })
	}
	switch spelled {
	case "back", "fewer", "less", "longer", "more", "no", "since", "than":
		w.Odd = true
	}
	w.Plain = w.Noun != nil && w.Verb == nil && w.Classes == 0 && !w.Opens() && !w.Odd
}
