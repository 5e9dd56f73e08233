package reason

import (
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"entente/data"
	"entente/data/tie/internal/rules"
)

// Model is what each sign weighs, in log-odds, and its words for people. The last sign names what the small ones come to.
type Model struct {
	Table   string // its file, below assets
	rows    []family
	weights []float64
	words   []string
}

// LoadModel reads rules/model.tsv, the signs of a passage.
func LoadModel(fsys fs.FS) (*Model, error) { return loadSigns(fsys, "rules/model.tsv", passageSigns) }

// LoadPairs reads rules/pairs.tsv, the signs of a pair that no passage ties.
func LoadPairs(fsys fs.FS) (*Model, error) { return loadSigns(fsys, "rules/pairs.tsv", pairSigns) }

// LoadTopic reads rules/topic.tsv, the signs of the party that an article is mostly about.
func LoadTopic(fsys fs.FS) (*Model, error) { return loadSigns(fsys, "rules/topic.tsv", topicSigns) }

// LoadField reads rules/subject.tsv, the signs that a passage is about a field.
func LoadField(fsys fs.FS) (*Model, error) { return loadSigns(fsys, "rules/subject.tsv", fieldSigns) }

// LoadTone reads rules/tone.tsv, the signs that a passage tells of two parties as hostile to each other.
func LoadTone(fsys fs.FS) (*Model, error) { return loadSigns(fsys, "rules/tone.tsv", toneSigns) }

// LoadPartner reads rules/partner.tsv, the signs of whom a sentence means that names one party of a tie.
func LoadPartner(fsys fs.FS) (*Model, error) {
	return loadSigns(fsys, "rules/partner.tsv", partnerSigns)
}

func loadSigns(fsys fs.FS, table string, rows []family) (*Model, error) {
	read := map[string][]string{}
	err := rules.Table(fsys, table, 3, func(c []string) error {
		if !slices.ContainsFunc(rows, func(f family) bool { return f.key == c[0] }) {
			return fmt.Errorf("unknown sign %q", c[0])
		}
		read[c[0]] = c[1:]
		return nil
	})
	if err != nil {
		return nil, err
	}
	m := &Model{Table: table, rows: rows}
	for _, row := range rows {
		c := read[row.key]
		if c == nil {
			return nil, fmt.Errorf("read %s: sign %q is missing", table, row.key)
		}
		weights := strings.Fields(c[0])
		if len(weights) != row.signs {
			return nil, fmt.Errorf("read %s: %q has %d weights, not %d", table, row.key, len(weights), row.signs)
		}
		for _, w := range weights {
			x, err := strconv.ParseFloat(w, 64)
			if err != nil {
				return nil, fmt.Errorf("read %s: weight of %q: %w", table, row.key, err)
			}
			m.weights, m.words = append(m.weights, x), append(m.words, c[1])
		}
	}
	return m, nil
}

// Size is how many signs there are.
func (m *Model) Size() int { return len(m.weights) }

// Rows gives other weights of the signs as they stand in the table: by key, those of one row.
func (m *Model) Rows(weights []float64) map[string]string {
	rows, at := map[string]string{}, 0
	for _, row := range m.rows {
		var cells []string
		for _, w := range weights[at : at+row.signs] {
			cells = append(cells, strconv.FormatFloat(w, 'f', 2, 64))
		}
		rows[row.key] = strings.Join(cells, " ")
		at += row.signs
	}
	return rows
}

// Confidence sums up signs and turns the sum into a probability.
func (m *Model) Confidence(signs []Given) float64 { return 1 / (1 + math.Exp(-m.Sum(signs))) }

// Sum sums up signs, in log-odds.
func (m *Model) Sum(signs []Given) (sum float64) {
	for _, g := range signs {
		sum += m.weights[g.Sign] * g.Amount
	}
	return sum
}

// leastPart is the weight below which a part of a confidence is only told together with others.
const leastPart = 0.1

// Named gives the parts of a confidence in plain words, the heaviest first: the reasons of the rules, each by what the
// model gives for it, and the signs; the small ones in one.
func (m *Model) Named(score *Score, w *Wording, signs []Given) []data.Part {
	var room [int(Signs) + len(score.Parts)]part
	return m.told(score, w, m.parts(score, signs, room[:0]))
}

// Parts gives the parts of a confidence that signs alone make, as Named does. The signs of one row are one part.
func (m *Model) Parts(w *Wording, signs []Given) []data.Part {
	var room [PairSigns]part
	all := room[:0]
	for _, g := range signs {
		weight := m.weights[g.Sign] * g.Amount
		if i := slices.IndexFunc(all, func(p part) bool { return m.words[p.sign] == m.words[g.Sign] }); i >= 0 {
			all[i].weight += weight
			continue
		}
		all = append(all, part{weight, g.Sign, -1})
	}
	return m.told(nil, w, all)
}

// told puts parts into words, the heaviest first, the small ones in one.
func (m *Model) told(score *Score, w *Wording, all []part) []data.Part {
	heaviestFirst(all)
	n, rest := 0, 0.0
	for ; n < len(all) && math.Abs(all[n].weight) >= leastPart; n++ {
	}
	for _, p := range all[n:] {
		rest += p.weight
	}
	rest = math.Round(rest*100) / 100
	out := w.lists.Take(n + 1)
	for i, p := range all[:n] {
		out[i] = data.Part{Name: m.name(score, w, p), Weight: math.Round(p.weight*100) / 100}
	}
	if out[n] = (data.Part{Name: m.lesser(), Weight: rest}); rest == 0 {
		return out[:n]
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
func (m *Model) name(score *Score, w *Wording, p part) string {
	if p.reason >= 0 {
		return w.words(score.Parts[p.reason])
	}
	return m.words[p.sign]
}

// Part gives what a sign comes to that has no weight of its own.
func (m *Model) Part(sign Sign, weight float64) data.Part {
	return data.Part{Name: m.words[sign], Weight: math.Round(weight*100) / 100}
}

// lesser gives the words for what small parts come to together.
func (m *Model) lesser() string { return m.words[len(m.words)-1] }

// Against gives the words of the part that speaks most against, "" when none does.
func (m *Model) Against(parts []data.Part) string {
	worst, words := 0.0, ""
	for _, p := range parts {
		if p.Weight < worst && p.Name != m.words[Start] && p.Name != m.lesser() {
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
