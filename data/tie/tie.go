// Package tie reads which countries an article ties to each other, and how.
//
// It takes a text cut up by data/text and the mentions found by data/mention, reads each sentence shallowly (verb groups,
// noun groups, clauses, who does what to whom), follows references such as "the two countries" back to the parties named
// before, and weighs what speaks for and against each pair. A pair that no passage ties may still be tied by the article as a
// whole, by how often and how closely it names the two; what that weighs was learnt from labelled texts. The words it knows, with what they say, are tables in
// assets/rules; the weights too. Every piece of evidence carries the reasons that made it, and Explain tells of the pairs
// that were turned down as well. It finds no countries itself and stores nothing. Spans are byte offsets into the
// article's text. A Finder is safe for concurrent use.
//
// The reading is done below internal, each room on the one before: rules (tables), token (words of a sentence), times,
// grammar (groups, clauses), figure, reason (weights), pairing (candidates to evidence), and on top english and abroad.
package tie

import (
	"cmp"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/abroad"
	"entente/data/tie/internal/english"
	"entente/data/tie/internal/lexis"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// Finder finds ties. Make one with Load.
type Finder struct {
	vocabularies map[string]*rules.Vocabulary
	weights      *reason.Weights
	models       pairing.Models
	lexicons     map[string]*abroad.Lexicon // by language, of those read in another way than English
	done         *done
}

// done keeps readers whose article is read, for their lists.
type done struct{ english, abroad sync.Pool }

// Load reads the vocabulary from the tables below rules/ in fsys.
func Load(fsys fs.FS) (*Finder, error) {
	v, err := rules.Load(fsys, slices.Collect(maps.Keys(abroad.Lettered))...) // those too, for their dates and units
	if err != nil {
		return nil, err
	}
	w, err := reason.Load(fsys)
	if err != nil {
		return nil, err
	}
	for _, table := range [...]string{"rules/dates.tsv", "rules/units.tsv"} {
		if err := rules.Terms(fsys, table, v); err != nil {
			return nil, err
		}
	}
	for _, vocabulary := range v {
		vocabulary.Settle()
	}
	far, err := abroad.Lexicons(fsys)
	if err != nil {
		return nil, err
	}
	models, err := loadModels(fsys)
	if err != nil {
		return nil, err
	}
	return &Finder{vocabularies: v, weights: w, models: models, lexicons: far, done: &done{}}, nil
}

// loadModels reads what was learnt from labelled texts.
func loadModels(fsys fs.FS) (m pairing.Models, err error) {
	for _, one := range []struct {
		into **reason.Model
		load func(fs.FS) (*reason.Model, error)
	}{{&m.Passages, reason.LoadModel}, {&m.Pairs, reason.LoadPairs}, {&m.Topics, reason.LoadTopic},
		{&m.Partners, reason.LoadPartner}, {&m.Fields, reason.LoadField}, {&m.Tones, reason.LoadTone}} {
		if *one.into, err = one.load(fsys); err != nil {
			return m, err
		}
	}
	m.Words, err = lexis.Load(fsys)
	return m, err
}

// Wording gives a finder that knows other words.
func (f *Finder) Wording(words *lexis.Model) *Finder {
	other := *f
	other.models.Words = words
	return &other
}

// ByHand gives a finder whose confidences are made by the weights of the rules alone, without what was learnt: to compare.
func (f *Finder) ByHand() *Finder {
	hand := *f
	hand.models.Passages, hand.models.Pairs, hand.models.Partners, hand.models.Fields, hand.models.Tones = nil, nil, nil, nil, nil
	return &hand
}

// Explanation tells what was thought of the pairs of one article.
type Explanation struct {
	Pairs []Considered // by Start, then Pair
}

// Considered is a pair that stood together in a sentence, or was meant by it, and whether it was taken for a tie.
type Considered = pairing.Considered

// Find gives the evidence in an article, sorted by place, then pair. d must be the parse of a, and m its mentions sorted
// by place. Figures that measure the same thing for the same pair and disagree are marked.
func (f *Finder) Find(a *data.Article, d *text.Doc, m []data.Mention) []data.Evidence {
	r := f.reader(a, d, m)
	found := read(r)
	found.Dispute()
	found.SettleTone()
	found.SettleFields()
	out := found.Sorted()
	f.keep(r)
	return out
}

// keep puts a reader aside whose evidence has been copied out of it.
func (f *Finder) keep(r reader) {
	found := r.Result()
	found.Doc, found.Mentions = nil, nil
	switch r := r.(type) {
	case *english.Reader:
		f.done.english.Put(r)
	case *abroad.Reader:
		f.done.abroad.Put(r)
	}
}

// Explain tells of every pair that stood together in a sentence or was meant by one: taken with its parts, or turned down
// with the reason.
func (f *Finder) Explain(a *data.Article, d *text.Doc, m []data.Mention) Explanation {
	r := f.reader(a, d, m)
	r.Result().Explaining = true
	found := read(r)
	found.SettleTone()
	slices.SortStableFunc(found.Considered, func(x, y Considered) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.Pair.String(), y.Pair.String()))
	})
	return Explanation{Pairs: found.Considered}
}

// read reads an article: what its passages say, what it tells as a whole, and which of that is likely enough.
func read(r reader) *pairing.Article {
	r.Read()
	found, resented := r.Result(), r.Resented
	for _, further := range []func() []pairing.Unsaid{found.Unsaid, found.Again, found.Asides} {
		for _, u := range further() {
			found.Reread(u.Read, r.Open)
			found.Take(&u, resented)
		}
	}
	found.Settle()
	return found
}

// reader reads an article and keeps what it found.
type reader interface {
	Read()
	Open(sen text.Sentence, first, last int) // lays out one sentence again
	Resented(c *pairing.Candidate) data.Kind // the hostile kind of what it tells, beside its words one by one
	Result() *pairing.Article
}

// readAs gives the language by whose tables one that is nearly the same is read.
var readAs = map[string]string{"bs": "sr", "cnr": "sr", "hr": "sr", "sh": "sr"}

// reader makes the reader for the language of an article.
func (f *Finder) reader(a *data.Article, d *text.Doc, m []data.Mention) reader {
	lang := cmp.Or(readAs[a.Language], a.Language)
	if f.vocabularies[lang] == nil {
		lang = "en"
	}
	start := pairing.New(a, d, m, f.vocabularies[lang], lang, f.weights, f.models)
	if l := f.lexicons[lang]; l != nil {
		old, _ := f.done.abroad.Get().(*abroad.Reader)
		return abroad.New(start, l, lang, old)
	}
	old, _ := f.done.english.Get().(*english.Reader)
	return english.New(start, old)
}

// Learn reads an article and tells of what its ties are learnt from, with the signs that the models weigh.
func (f *Finder) Learn(a *data.Article, d *text.Doc, m []data.Mention, lessons pairing.Lessons) {
	r := f.ByHand().reader(a, d, m)
	found := r.Result()
	found.Lessons = lessons
	r.Read()
	found.Unsaid()
	found.SettleFields()
}
