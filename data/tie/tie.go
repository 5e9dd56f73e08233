// Package tie reads which countries an article ties to each other, and how.
//
// It takes a text cut up by data/text and the mentions found by data/mention, reads each sentence shallowly (verb groups,
// noun groups, clauses, who does what to whom), follows references such as "the two countries" back to the parties named
// before, and weighs what speaks for and against each pair. The words it knows, with what they say, are tables in
// assets/rules; the weights too. Every piece of evidence carries the reasons that made it, and Explain tells of the pairs
// that were turned down as well. It finds no countries itself and stores nothing. Spans are byte offsets into the
// article's text. A Finder is safe for concurrent use.
package tie

import (
	"cmp"
	"io/fs"
	"slices"

	"entente/data"
	"entente/data/text"
)

// Finder finds ties. Make one with Load.
type Finder struct {
	vocabularies map[string]*vocabulary
	weights      *weights
	lexicons     map[string]*lexicon // by language, of those read in another way than English
}

// Load reads the vocabulary from the tables below rules/ in fsys.
func Load(fsys fs.FS) (*Finder, error) {
	v, err := vocabularies(fsys)
	if err != nil {
		return nil, err
	}
	for lang := range lettered {
		if v[lang] == nil {
			v[lang] = newVocabulary() // for its dates and units
		}
	}
	w, err := readWeights(fsys)
	if err != nil {
		return nil, err
	}
	if err := readTerms(fsys, "rules/dates.tsv", v, func(w *word) *[]term { return &w.dates }); err != nil {
		return nil, err
	}
	if err := readTerms(fsys, "rules/units.tsv", v, func(w *word) *[]term { return &w.units }); err != nil {
		return nil, err
	}
	far, err := lexicons(fsys)
	if err != nil {
		return nil, err
	}
	return &Finder{vocabularies: v, weights: w, lexicons: far}, nil
}

// Explanation tells what was thought of the pairs of one article.
type Explanation struct {
	Pairs []Considered // by Start, then Pair
}

// Considered is a pair that stood together in a sentence, or was meant by it, and whether it was taken for a tie.
type Considered struct {
	data.Passage
	Pair       data.Pair
	Taken      bool
	Reason     string // why it was turned down, in plain words; "" when it was taken
	Kind       data.Kind
	Stance     data.Stance
	Modality   data.Modality
	Confidence float64
	Parts      []data.Part
}

// Find gives the evidence in an article, sorted by place, then pair. d must be the parse of a, and m its mentions sorted
// by place. Figures that measure the same thing for the same pair and disagree are marked.
func (f *Finder) Find(a *data.Article, d *text.Doc, m []data.Mention) []data.Evidence {
	r := f.reader(a, d, m)
	r.read()
	r.admit()
	r.dispute()
	r.settleTone()
	return r.evidence()
}

// Explain tells of every pair that stood together in a sentence or was meant by one: taken with its parts, or turned down
// with the reason.
func (f *Finder) Explain(a *data.Article, d *text.Doc, m []data.Mention) Explanation {
	r := f.reader(a, d, m)
	r.explaining = true
	r.read()
	r.admit()
	slices.SortStableFunc(r.considered, func(x, y Considered) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.Pair.String(), y.Pair.String()))
	})
	return Explanation{Pairs: r.considered}
}

func (f *Finder) reader(a *data.Article, d *text.Doc, m []data.Mention) *reader {
	r := &reader{Finder: f, article: a, doc: d, mentions: m, lang: "en"}
	if f.vocabularies[a.Language] != nil {
		r.lang = a.Language
	}
	r.vocab = f.vocabularies[r.lang]
	r.far = f.farOf(a.Language)
	r.clock, r.keys = clockOf(a.Published), map[int]string{}
	return r
}

// evidence sorts what was found.
func (r *reader) evidence() []data.Evidence {
	slices.SortStableFunc(r.found, func(x, y data.Evidence) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.Pair.String(), y.Pair.String()))
	})
	return r.found
}

// consider tells what was thought of a candidate.
func (s *sentence) consider(c *candidate, taken bool) Considered {
	out := Considered{Passage: data.PassageOf(s.doc.Text, s.data.Span), Pair: c.pair, Taken: taken, Kind: c.kind,
		Stance: c.stance, Modality: c.modality, Confidence: c.score.confidence(), Parts: c.score.named(s.weights)}
	if !taken {
		out.Reason = c.score.against(s.weights)
	}
	return out
}
