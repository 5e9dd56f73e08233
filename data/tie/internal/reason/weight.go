// Package reason has the named parts that a confidence is made of, with their weights and their words for people.
package reason

import (
	"cmp"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"entente/data"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/slab"
)

// Holds says whether a reason is among those of a score.
func (s *Score) Holds(r Reason) bool {
	for i := range s.Parts[:s.N] {
		if s.Parts[i].Reason == r {
			return true
		}
	}
	return false
}

// Reason is a named part of a confidence, by its key in assets/rules/weights.tsv.
type Reason uint8

const (
	Always Reason = iota
	ByVerb
	ByNoun
	InFrame
	OutOfFrame
	OneClause
	OnePhrase
	Together
	BetweenThem
	Sidebyside
	ByPairRef
	ByOneRef
	BySelf
	ByDeal
	ByOf
	Venue
	Hypothetical
	Doubted
	Denied
	Proposed
	Planned
	Sporting
	Comparing
	Commenting
	NoWord
	WeakWord
	Asked
	Mediated
	Continued
	AcrossClause
	BothNamed
	LongList
	MustDo
	AboutOthers
	AboutTopic
	Answering
	GoesOn
	Counted
	Again
	TooLittle // no part of a score: what is told where nothing speaks against a pair, and too little for it
	reasons
)

var reasonKeys = [reasons]string{"always", "verb", "noun", "frame", "out-of-frame", "one-clause", "one-phrase", "together",
	"between", "side-by-side", "pair-reference", "one-reference", "self", "deal", "of", "venue", "hypothetical", "doubted",
	"denied", "proposed", "planned", "sport", "comparison", "comment", "no-word", "weak-word", "asked", "mediated",
	"continued", "across-clauses", "both-named", "long-list", "must", "others", "topic", "answer", "goes-on", "counted", "again", "too-little"}

// Weights is the table of log-odds: what each reason adds, and its words for people. "%s" in them is the deciding word.
type Weights [reasons]struct {
	Value float64
	Words string
}

// Load reads rules/weights.tsv.
func Load(fsys fs.FS) (*Weights, error) {
	w := &Weights{}
	err := rules.Table(fsys, "rules/weights.tsv", 3, func(c []string) error {
		for r, key := range reasonKeys {
			if key != c[0] {
				continue
			}
			v, err := strconv.ParseFloat(c[1], 64)
			w[r].Value, w[r].Words = v, c[2]
			return err
		}
		return fmt.Errorf("unknown reason %q", c[0])
	})
	if err != nil {
		return nil, err
	}
	for r, key := range reasonKeys {
		if w[r].Words == "" {
			return nil, fmt.Errorf("read rules/weights.tsv: reason %q is missing", key)
		}
	}
	return w, nil
}

// Of gives what a reason adds, in log-odds.
func (w *Weights) Of(r Reason) float64 { return w[r].Value }

// Says gives the words of a reason for people, with "%s" where the deciding word belongs.
func (w *Weights) Says(r Reason) string { return w[r].Words }

// Score is a sum of reasons.
type Score struct {
	Parts [10]scored
	N     int
	Sum   float64
}

type scored struct {
	Reason Reason
	Value  float64
	word   string
}

// Wording are weights with the words for people that were put together, since the same come again and again. It is for one reader
// at a time.
type Wording struct {
	*Weights
	made  [reasons]map[string]string // by the deciding word
	lists slab.Slab[data.Part]
}

// mostMade is how many words for one reason are kept before they are put together anew.
const mostMade = 500

// words gives a reason's words for people, with the deciding word in its place.
func (w *Wording) words(p scored) string {
	if p.word == "" {
		return w.Says(p.Reason)
	}
	made := w.made[p.Reason]
	if known, ok := made[p.word]; ok {
		return known
	}
	before, after, found := strings.Cut(w.Says(p.Reason), "%s")
	if !found {
		return w.Says(p.Reason)
	}
	if made == nil || len(made) >= mostMade {
		made = map[string]string{}
		w.made[p.Reason] = made
	}
	out := before + p.word + after
	made[out[len(before):len(before)+len(p.word)]] = out // the word itself may lie in a long text
	return out
}

// Reuse takes over the words that another has put together, and its room for lists.
func (w *Wording) Reuse(old *Wording) { w.made, w.lists = old.made, old.lists }

// Add adds a reason with its weight in log-odds; word is the deciding word, or "".
func (s *Score) Add(r Reason, value float64, word string) {
	s.Sum += value
	if s.N < len(s.Parts) {
		s.Parts[s.N] = scored{r, value, word}
		s.N++
	}
}

// Drop takes a reason back.
func (s *Score) Drop(r Reason) {
	for i := range s.Parts[:s.N] {
		if s.Parts[i].Reason == r {
			s.Sum -= s.Parts[i].Value
			s.N--
			copy(s.Parts[i:], s.Parts[i+1:])
			return
		}
	}
}

// Confidence turns log-odds into a probability.
func (s *Score) Confidence() float64 { return 1 / (1 + math.Exp(-s.Sum)) }

// surely is from how many log-odds on a probability is on one side of a half however it is rounded.
const surely = 1e-9

// Likely says whether Confidence is a half or more.
func (s *Score) Likely() bool {
	return s.Sum >= 0 || s.Sum > -surely && s.Confidence() >= 0.5
}

// Named gives the parts in plain words, the heaviest first.
func (s *Score) Named(w *Wording) []data.Part {
	out := w.lists.Take(s.N)[:0]
	for _, p := range s.Parts[:s.N] {
		out = append(out, data.Part{Name: w.words(p), Weight: math.Round(p.Value*100) / 100})
	}
	slices.SortStableFunc(out, func(a, b data.Part) int { return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)) })
	return out
}

// Against gives the words of the part that speaks most against, "" when none does.
func (s *Score) Against(w *Wording) string {
	worst, words := 0.0, ""
	for _, p := range s.Parts[:s.N] {
		if p.Reason != Always && p.Value < worst {
			worst, words = p.Value, w.words(p)
		}
	}
	return words
}
