package reason

import (
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"

	"entente/data"
	"entente/data/tie/internal/rules"
)

// Model is what each sign weighs, in log-odds, and its words for people.
type Model struct {
	weights [Signs]float64
	words   [Signs]string
}

// LoadModel reads rules/model.tsv.
func LoadModel(fsys fs.FS) (*Model, error) {
	m := &Model{}
	err := rules.Table(fsys, "rules/model.tsv", 3, func(c []string) error {
		s := slices.Index(signKeys[:], c[0])
		if s < 0 {
			return fmt.Errorf("unknown sign %q", c[0])
		}
		var err error
		m.weights[s], err = strconv.ParseFloat(c[1], 64)
		m.words[s] = c[2]
		return err
	})
	if err != nil {
		return nil, err
	}
	for s, key := range signKeys {
		if m.words[s] == "" {
			return nil, fmt.Errorf("read rules/model.tsv: sign %q is missing", key)
		}
	}
	return m, nil
}

// Confidence sums up signs and turns the sum into a probability.
func (m *Model) Confidence(signs []Given) float64 {
	sum := 0.0
	for _, g := range signs {
		sum += m.weights[g.Sign] * g.Amount
	}
	return 1 / (1 + math.Exp(-sum))
}

// leastPart is the weight below which a part of a confidence is only told together with others.
const leastPart = 0.1

// Named gives the parts of a confidence in plain words, the heaviest first: the reasons of the rules, each by what the
// model gives for it, and the signs; the small ones in one.
func (m *Model) Named(score *Score, w *Weights, signs []Given) []data.Part {
	var room [int(Signs) + len(score.Parts)]part
	all := m.parts(score, signs, room[:0])
	heaviestFirst(all)
	n, rest := 0, 0.0
	for ; n < len(all) && math.Abs(all[n].weight) >= leastPart; n++ {
	}
	for _, p := range all[n:] {
		rest += p.weight
	}
	out := make([]data.Part, 0, n+1)
	for _, p := range all[:n] {
		out = append(out, data.Part{Name: m.name(score, w, p), Weight: math.Round(p.weight*100) / 100})
	}
	if rest = math.Round(rest*100) / 100; rest != 0 {
		out = append(out, data.Part{Name: m.words[Lesser], Weight: rest})
	}
	return out
}

// heaviestFirst sorts a dozen parts, those of one weight in the order in which they stand.
func heaviestFirst(all []part) {
	for i := range all {
		for k := i; k > 0 && math.Abs(all[k].weight) > math.Abs(all[k-1].weight); k-- {
			all[k], all[k-1] = all[k-1], all[k]
		}
	}
}

// part is a share of a confidence: of a sign, or of a reason of the rules.
type part struct {
	weight float64
	sign   Sign
	reason int // index into the parts of the score, -1 for a sign
}

// name gives the words of a part for people.
func (m *Model) name(score *Score, w *Weights, p part) string {
	if p.reason >= 0 {
		return w.words(score.Parts[p.reason])
	}
	return m.words[p.sign]
}

// Against gives the words of the part that speaks most against, "" when none does.
func (m *Model) Against(parts []data.Part) string {
	worst, words := 0.0, ""
	for _, p := range parts {
		if p.Weight < worst && p.Name != m.words[Start] && p.Name != m.words[Lesser] {
			worst, words = p.Weight, p.Name
		}
	}
	return words
}

// parts appends the signs and the reasons of the rules, of whose weights the model gives a share. What pairs start from by
// the one and by the other is one part.
func (m *Model) parts(score *Score, signs []Given, all []part) []part {
	share, start := 0.0, 0.0
	for _, g := range signs {
		switch x := m.weights[g.Sign] * g.Amount; {
		case g.Sign == Start:
			start = x
		case g.Sign == Rules && score.Sum != 0:
			share = x / score.Sum
		case g.Sign != Rules:
			all = append(all, part{x, g.Sign, -1})
		}
	}
	rest := score.Sum
	for i := range score.Parts[:score.N] {
		p := &score.Parts[i]
		rest -= p.Value
		if p.Reason == Always {
			start += p.Value * share
			continue
		}
		all = append(all, part{p.Value * share, 0, i})
	}
	return append(all, part{start, Start, -1}, part{rest * share, Lesser, -1})
}
