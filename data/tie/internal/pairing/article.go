// Package pairing keeps what is read of an article's pairs, in whatever language: the candidates of a sentence with their
// reasons, the focus that later sentences refer to, and the evidence that candidates become, with its fields, times and
// figures. Who does what to whom is read by english and abroad.
package pairing

import (
	"cmp"
	"slices"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/figure"
	"entente/data/tie/internal/lexis"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/slab"
	"entente/data/tie/internal/times"
)

// Article is what is read of one article, sentence by sentence: the candidates of the sentence at hand, who and what was
// told of before it, and the evidence found.
type Article struct {
	figure.Figures
	Topic      data.Party // the party that the article is mostly about, or ""
	Dominant   bool       // there is little doubt of Topic
	Written    data.Party // Topic, where the article says that it is written there, or ""
	Focus      Focus
	Yet        bool    // the sentence at hand tells the contrary of the one before, by a word such as "nevertheless"
	Fields     Fielder // of the language, nil for English
	Cands      []Candidate
	Explaining bool
	Found      []Finding
	Considered []Considered // where Explaining
	Lessons    Lessons

	weights   reason.Wording
	models    Models
	dateline  data.Party // from where the article is written, by its dateline, or ""
	writtenTo int        // where the dateline that opens a sentence ends, 0 for none
	standing  standing
	sums      []float64        // of the parties named; used again
	known     known            // see Asides
	pairs     pairs            // see Unsaid
	signs     signs            // of the passage or pair at hand; used again
	sport     int              // the token from which the article is about sport
	asks      bool             // an interview
	measures  map[int]string   // of figures, by their place
	spoken    spoken           // the words of the sentences read
	speaks    []rules.FieldSet // of what each node of the sentence speaks; empty before it is asked for
	here      spoken           // the words of the sentence at hand, see speak
	fields    slab.Slab[data.Field]

	around   around            // of the sentence at hand
	taken    []*Candidate      // see Conclude
	byPair   []int             // see linkPairs
	reaches  [][2]int          // from which node to which the pairs of the sentence are told
	spots    []int             // where the second parties of the pairs of the sentence stand, in order
	history  []told            // pairs told of, in order
	heard    []heard           // the best of each pair
	heardAt  map[data.Pair]int // index into heard
	numbers  map[data.Pair]int // of the pairs found, the first found being 0
	voices   []voice           // of the sentences read
	refused  []refusal
	marked   int       // how many of Found are in the next two, see markFound
	evident  []refusal // the sentences in which evidence of each pair lies
	told     []bool    // by sentence, whether evidence lies in it
	turnAway turnAway
	laidOut  bool // by Reread, the sentence at Index
}

// Finding is evidence with what is needed to settle it beside the rest of the article.
type Finding struct {
	data.Evidence
	number  int     // of its pair, see Article.numbers
	byRules float64 // the confidence that the rules alone give
	ties    bool    // it is likely enough to tie its pair by itself
	goesOn  bool    // it only goes on about a pair told of before
	spoken  spoken  // the words of the passage
	tone    float64 // how likely its stance is right, 0 where that is not known, see SetTone
	grudge  bool    // it names one party alone, which does something hostile, see NoteGrudge
	yet     bool    // see Yet
}

// Models is what was learnt from labelled texts.
type Models struct {
	Passages *reason.Model // makes confidences with the signs around a pair; nil to leave them to the rules
	Pairs    *reason.Model // ties pairs that no passage ties; nil to tie none
	Topics   *reason.Model // tells which party an article is mostly about
	Fields   *reason.Model // tells what a passage is about; nil to go by its words alone
	Words    *lexis.Model  // tells what the plain words of a passage say; nil to leave stances to the rules
	Tones    *reason.Model // tells whether a passage is hostile; nil as well
	Partners *reason.Model // tells whom a sentence means that names one party of a tie; nil to tell nobody
}

// Lessons are told, where set, what models are learnt from: every passage that the rules take, every pair that they tie by none,
// every party that the article names, every sentence that names a party, every
// field of every passage, the words of every sentence that names two parties, and the tone of every passage. All are set, or none.
type Lessons struct {
	Passage func(Instance)
	Pair    func(PairInstance)
	Topic   func(TopicInstance)
	Partner func(PartnerInstance)
	Field   func(FieldInstance)
	Words   func(WordsInstance)
	Tone    func(ToneInstance)
}

// New begins an article whose words are looked up in vocab, the tables of lang.
func New(a *data.Article, d *text.Doc, m []data.Mention, vocab *rules.Vocabulary, lang string, w *reason.Weights, models Models) Article {
	s := Article{weights: reason.Wording{Weights: w}, models: models}
	s.Doc, s.Mentions, s.Vocab, s.Lang = d, m, vocab, lang
	s.Clock = times.ClockOf(a.Published)
	return s
}

// Result is the article itself, for those who have it as part of a reader.
func (s *Article) Result() *Article { return s }

// Each goes through the sentences in order and has those read that name a party, or that refer to some named before.
func (s *Article) Each(refers func(text.Sentence) bool, read func(sen text.Sentence, first, last int)) {
	s.Focus.PairAt = -1
	s.DateByHead()
	next := 0
	for i := range s.Doc.Sentences {
		sen := s.Doc.Sentences[i]
		for next < len(s.Mentions) && s.Mentions[next].End <= sen.Start {
			next++
		}
		last := next
		for last < len(s.Mentions) && s.Mentions[last].Start < sen.End {
			last++
		}
		s.Index = i
		if (last > next || len(s.Focus.Recent) >= 1 && !s.opensList(sen) && refers(sen)) && !s.imprint(sen) {
			read(sen, next, last)
		}
		next = last
	}
}

// opensList says whether a sentence only opens what follows: "Four subjects filled the programme:".
func (s *Article) opensList(sen text.Sentence) bool {
	return sen.Last > sen.First && s.Doc.Fold(sen.Last-1) == ":"
}

// imprint says whether a sentence only tells where something is from, as "Source: Treaty of Peru and Chile, 1929" does.
func (s *Article) imprint(sen text.Sentence) bool {
	if sen.Last-sen.First < 3 || s.Doc.Fold(sen.First+1) != ":" {
		return false
	}
	w := s.Entry(sen.First)
	return w != nil && w.Classes&rules.IsImprint != 0
}

// Reread lays out a sentence once more by open.
func (s *Article) Reread(sentence int, open func(sen text.Sentence, first, last int)) {
	if s.laidOut && s.Index == sentence {
		return
	}
	s.laidOut = true
	sen := s.Doc.Sentences[sentence]
	first, _ := slices.BinarySearchFunc(s.Mentions, sen.Start, func(m data.Mention, at int) int { return cmp.Compare(m.End, at+1) })
	last := first
	for last < len(s.Mentions) && s.Mentions[last].Start < sen.End {
		last++
	}
	s.Index, s.speaks = sentence, s.speaks[:0]
	s.around.clear()
	open(sen, first, last)
}
