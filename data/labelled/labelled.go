// Package labelled reads texts with the answers of a careful reader: the articles of testdata/gold and the short texts of
// testdata/wire. Tests score with them, and the model of ties is learnt from those that are not kept back.
package labelled

import (
	"strings"

	"entente/data"
)

// The parts of the labelled texts: Build is what rules and models are made with, Learn only models, Held is only scored.
const (
	Build = "build"
	Learn = "learn"
	Held  = "held"
)

// Text is an article with what a careful reader finds in it.
type Text struct {
	ID        string
	Split     string // Build, Learn or Held
	Short     bool   // a passage of testdata/wire, whose ties have no anchor
	Subject   string // what sort of text it is, for people
	Language  string // of an article that is not in English, as in "de"; else ""
	Line      bool   // a single sentence
	Article   data.Article
	Countries map[data.Party]bool // must be mentioned
	Maybe     map[data.Party]bool // may be mentioned
	Ties      map[data.Pair]Tie
	Optional  map[data.Pair]bool // neither right nor wrong
	Not       map[data.Pair]bool // named false pairs
	Figures   []Figure
	Whens     []When
	Said      []Said // by each sentence, of the articles of testdata/press
}

// Tie is a stated tie.
type Tie struct {
	Stances    []data.Stance   // the first is the best
	Modalities []data.Modality // the first is the best; only of testdata/modal
	Fields     []data.Field
	Anchor     string // words of its key passage; "" in short texts
}

// Figure is an amount that belongs to a tie.
type Figure struct {
	Pair  data.Pair
	Value float64
	Unit  string
}

// When is a time that belongs to a tie, YYYY, YYYY-MM or YYYY-MM-DD.
type When struct {
	Pair data.Pair
	When string
}

func newText(id, split string) Text {
	return Text{ID: id, Split: split, Countries: map[data.Party]bool{}, Maybe: map[data.Party]bool{},
		Ties: map[data.Pair]Tie{}, Optional: map[data.Pair]bool{}, Not: map[data.Pair]bool{}}
}

// PairOf reads "RS-JP".
func PairOf(s string) data.Pair {
	a, b, _ := strings.Cut(s, "-")
	return data.PairOf(data.Party(a), data.Party(b))
}

// choices reads "conflict|mixed".
func choices[T ~string](s string) (out []T) {
	for _, one := range strings.Split(s, "|") {
		out = append(out, T(one))
	}
	return out
}

// addPairs puts the pairs of a list into a set.
func addPairs(into map[data.Pair]bool, pairs []string) {
	for _, p := range pairs {
		into[PairOf(p)] = true
	}
}
