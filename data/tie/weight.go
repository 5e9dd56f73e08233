package tie

import (
	"cmp"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"entente/data"
)

// reason is a named part of a confidence, by its key in assets/rules/weights.tsv.
type reason uint8

const (
	always reason = iota
	byVerb
	byNoun
	inFrame
	outOfFrame
	oneClause
	onePhrase
	together
	betweenThem
	sidebyside
	byPairRef
	byOneRef
	bySelf
	byDeal
	byOf
	venue
	hypothetical
	doubted
	denied
	proposed
	planned
	sporting
	comparing
	commenting
	noWord
	weakWord
	asked
	mediated
	continued
	acrossClause
	bothNamed
	longList
	mustDo
	aboutOthers
	aboutTopic
	answering
	goesOn
	onlyTwo
	reasons
)

var reasonKeys = [reasons]string{"always", "verb", "noun", "frame", "out-of-frame", "one-clause", "one-phrase", "together",
	"between", "side-by-side", "pair-reference", "one-reference", "self", "deal", "of", "venue", "hypothetical", "doubted",
	"denied", "proposed", "planned", "sport", "comparison", "comment", "no-word", "weak-word", "asked", "mediated",
	"continued", "across-clauses", "both-named", "long-list", "must", "others", "topic", "answer", "goes-on", "only-two"}

// weights is the table of log-odds: what each reason adds, and its words for people. "%s" in them is the deciding word.
type weights [reasons]struct {
	value float64
	words string
}

func readWeights(fsys fs.FS) (*weights, error) {
	w := &weights{}
	err := readTable(fsys, "rules/weights.tsv", 3, func(c []string) error {
		for r, key := range reasonKeys {
			if key != c[0] {
				continue
			}
			v, err := strconv.ParseFloat(c[1], 64)
			w[r].value, w[r].words = v, c[2]
			return err
		}
		return fmt.Errorf("unknown reason %q", c[0])
	})
	if err != nil {
		return nil, err
	}
	for r, key := range reasonKeys {
		if w[r].words == "" {
			return nil, fmt.Errorf("read rules/weights.tsv: reason %q is missing", key)
		}
	}
	return w, nil
}

// score is a sum of reasons.
type score struct {
	parts [10]scored
	n     int
	sum   float64
}

type scored struct {
	reason reason
	value  float64
	word   string
}

func (s *score) add(r reason, value float64, word string) {
	s.sum += value
	if s.n < len(s.parts) {
		s.parts[s.n] = scored{r, value, word}
		s.n++
	}
}

// drop takes a reason back.
func (s *score) drop(r reason) {
	for i := range s.parts[:s.n] {
		if s.parts[i].reason == r {
			s.sum -= s.parts[i].value
			s.n--
			copy(s.parts[i:], s.parts[i+1:])
			return
		}
	}
}

// confidence turns log-odds into a probability.
func (s *score) confidence() float64 { return 1 / (1 + math.Exp(-s.sum)) }

// named gives the parts in plain words, the heaviest first.
func (s *score) named(w *weights) []data.Part {
	out := make([]data.Part, 0, s.n)
	for _, p := range s.parts[:s.n] {
		words := w[p.reason].words
		if p.word != "" {
			words = strings.Replace(words, "%s", p.word, 1)
		}
		out = append(out, data.Part{Name: words, Weight: math.Round(p.value*100) / 100})
	}
	slices.SortStableFunc(out, func(a, b data.Part) int { return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)) })
	return out
}

// against gives the words of the part that speaks most against, "" when none does.
func (s *score) against(w *weights) string {
	worst, words := 0.0, ""
	for _, p := range s.parts[:s.n] {
		if p.reason != always && p.value < worst {
			worst, words = p.value, w[p.reason].words
			if p.word != "" {
				words = strings.Replace(words, "%s", p.word, 1)
			}
		}
	}
	return words
}
