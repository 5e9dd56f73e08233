// Package lexis knows what the plain words between and around two parties of a sentence say of how the two stand to each other.
// What a word says hangs on where it stands, and was learnt from labelled sentences: no rule is made of it.
package lexis

import (
	"cmp"
	"fmt"
	"io/fs"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"entente/data/tie/internal/rules"
)

// Table is the file of what words say, below assets.
const Table = "rules/tone-words.tsv"

// Place is where a word stands, seen from the first and the second of two parties.
type Place uint8

const (
	Between     Place = iota
	Before            // up to five words before the first
	After             // up to five words after the second
	AtFirst           // right before the first
	AtSecond          // right before the second
	PastFirst         // right after the first
	PastSecond        // right after the second
	Aside             // elsewhere in the sentence, of words that relate
	VerbBetween       // the kind of a verb between the two
	NounBetween       // the kind of a noun between them
	KindBefore        // the kind of a word before the first
	KindAfter         // the kind of a word after the second
	Anywhere          // in a sentence that does not name both
	Shape             // no word: how the two stand in the sentence
	Places            // how many there are
)

var places = [Places]string{"between", "before", "after", "at-first", "at-second", "past-first", "past-second", "aside",
	"verb-between", "noun-between", "kind-before", "kind-after", "anywhere", "shape"}

// Feature is a word at a place.
type Feature struct {
	Place Place
	Word  string
}

// Word is what a word says at each place: what it adds to the log-odds that the two are told of as hostile to each other.
type Word [Places]float32

// Model is what all words say.
type Model struct {
	start float64
	words map[string]*Word
	index rules.Index[Word] // of words
}

// start is the key of what all pairs start from.
const start = "*"

// Load reads the table.
func Load(fsys fs.FS) (*Model, error) {
	m := &Model{words: map[string]*Word{}}
	err := rules.Table(fsys, Table, 3, func(c []string) error {
		says, err := strconv.ParseFloat(c[2], 64)
		if err != nil {
			return fmt.Errorf("what %q says: %w", c[0], err)
		}
		at := slices.Index(places[:], c[1])
		if at < 0 {
			return fmt.Errorf("unknown place %q", c[1])
		}
		m.set(Feature{Place(at), c[0]}, says)
		return nil
	})
	m.index = rules.IndexOf(m.words)
	return m, err
}

// New makes a model of what features say, and of what all pairs start from.
func New(beginning float64, features []Feature, says []float64) *Model {
	m := &Model{words: map[string]*Word{}}
	m.set(Feature{Shape, start}, beginning)
	for i, f := range features {
		m.set(f, says[i])
	}
	m.index = rules.IndexOf(m.words)
	return m
}

func (m *Model) set(f Feature, says float64) {
	if f.Word == start {
		m.start = says
		return
	}
	w := m.words[f.Word]
	if w == nil {
		w = &Word{}
		m.words[f.Word] = w
	}
	w[f.Place] = float32(says)
}

// Of gives what a word says, or nil.
func (m *Model) Of(word string) *Word { return m.index.At(word) }

// Start gives what all pairs start from, in log-odds.
func (m *Model) Start() float64 { return m.start }

// least is the weight below which a word is left out of the table.
const least = 0.05

// Write puts the model into the table at a path, below the lines of the comment that it begins with.
func (m *Model) Write(path string) error {
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var out strings.Builder
	for line := range strings.Lines(string(old)) {
		if !strings.HasPrefix(line, "#") {
			break
		}
		out.WriteString(line)
	}
	fmt.Fprintf(&out, "%s\t%s\t%.2f\n", start, places[Shape], m.start)
	for _, f := range m.features() {
		fmt.Fprintf(&out, "%s\t%s\t%.2f\n", f.Word, places[f.Place], m.words[f.Word][f.Place])
	}
	return os.WriteFile(path, []byte(out.String()), 0o644)
}

// features gives what says anything, by place, then word.
func (m *Model) features() (all []Feature) {
	for word, w := range m.words {
		for p, says := range w {
			if math.Abs(float64(says)) >= least {
				all = append(all, Feature{Place(p), word})
			}
		}
	}
	slices.SortFunc(all, func(a, b Feature) int { return cmp.Or(cmp.Compare(a.Place, b.Place), strings.Compare(a.Word, b.Word)) })
	return all
}

// Stem gives a folded English word without the ending of a plural or of a verb; it need not be a word.
func Stem(w string) string {
	for _, ending := range [...]string{"ing", "ed", "es", "s"} {
		if len(w) > len(ending)+3 && strings.HasSuffix(w, ending) {
			w = w[:len(w)-len(ending)]
			break
		}
	}
	if len(w) > 4 {
		w = strings.TrimSuffix(w, "e")
	}
	return w
}
