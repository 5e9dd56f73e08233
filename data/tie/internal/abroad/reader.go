// Package abroad reads articles in languages other than English with less grammar: a sentence is cut into segments at
// commas and conjunctions, its parties into lists with the preposition, postposition or particle that goes with them, and
// the word that relates best decides what a segment says of two of them. Who did something last is kept in mind, since these
// languages often leave the doer out.
package abroad

import (
	"slices"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// Reader reads an article in a language whose words a lexicon has.
type Reader struct {
	pairing.Article
	far *far
	discourse
}

// New makes a reader of an article in lang that has just begun, of a reader that is done, or of none.
func New(a pairing.Article, l *Lexicon, lang string, s *Reader) *Reader {
	if s == nil {
		s = &Reader{far: &far{}}
	}
	a.Reuse(&s.Article)
	s.Article, s.discourse = a, discourse{}
	s.far.lex, s.far.lang, s.far.text, s.far.sports = l, lang, a.Doc.Text, s.far.sports[:0]
	s.far.signs = s.far.signs[:0]
	if lang == "zh" {
		s.far.text = text.Simplify(a.Doc.Text)
	}
	s.Foreign, s.Letters, s.Fields = true, l.letters, s
	return s
}

// far is what the reader keeps for such an article. Its slices are used again for each sentence.
type far struct {
	lex    *Lexicon
	lang   string
	text   string    // of the article, its Chinese in simplified characters
	means  []meaning // of the nodes
	segs   []segment
	segOf  []int // segment of each node
	spots  []spot
	lists  []series
	left   []leftOut
	sports []string // the words of sport in the article
	signs  []sign   // the words that tell of homes in the article
	home   bool     // the sentence has one that tells of the country of the press
	spelt  []byte   // see ekavian
}

// leftOut is a candidate for a named party and the one that the text is about.
type leftOut struct {
	cand  int
	named data.Party
}

// spot is a party named in a sentence.
type spot struct {
	grammar.Member
	last      int // node after it
	slot      rules.Slots
	adjective bool
	particle  string // は or が behind it in Japanese
	isCity    bool   // a city, or a capital that is only a place
	noun      int    // node of the noun that it describes, or -1
}

// series is parties joined by commas and "and".
type series struct {
	first, last int // spots, last exclusive
	seg         int
	slot        rules.Slots
	compound    bool // side by side, as in "deutsch-polnisch"
}

// segment is a part of a sentence with about one verb.
type segment struct {
	parent   int // segment that it hangs on, or -1
	from     int // node that opens it
	relative bool
	lists    []int
	hits     []int // nodes of words that relate
	marks    marks
	pairAt   int        // node that means two parties, or -1
	threeAt  int        // node that means three parties, or -1
	oneAt    int        // node that means one party, or -1
	homeAt   int        // node that means the country of the press, or -1
	left     data.Party // who does what is told, where another sentence or segment names it
	selfAt   int        // node that means who speaks, or -1
	subject  int        // list that does what is told, or -1
}

// Read reads the article.
func (s *Reader) Read() {
	s.Introduce()
	if self := s.interviewed(); self != "" {
		s.Focus.Self, s.Topic = self, self
	}
	if s.Focus.Self == "" {
		s.Topic = s.aboutFar()
	}
	s.items = s.itemised()
	s.Each(func(text.Sentence) bool { return true }, s.sentence)
	if n := len(s.far.sports); n >= pairing.SportWords && n*pairing.SportTokens >= len(s.Doc.Tokens) {
		s.AboutSport()
	}
}

// sentence reads the sentence.
func (s *Reader) sentence(sen text.Sentence, first, last int) {
	s.inItem(sen, first, last)
	s.Open(sen, first, last)
	s.noteSport()
	for g := range s.far.segs {
		s.inSegment(g)
	}
	s.tiedAnyway()
	s.followed()
	s.counted()
	s.Across()
	if s.tells() && s.SameParagraph(s.Focus.PairAt) {
		s.GoOn()
	}
	taken := s.Conclude()
	s.KeepTold(taken)
	s.keepFlow(taken)
	s.keepPair()
	s.followDoer()
	s.keepThree()
}

// Resented is for English alone, whose verbs have their meaning from what stands after them.
func (s *Reader) Resented(*pairing.Candidate) data.Kind { return "" }

// Open lays out a sentence whose mentions are those from first to last, and says nothing of its pairs yet.
func (s *Reader) Open(sen text.Sentence, first, last int) {
	s.Prepare(sen, first, last)
	s.TagAll()
	s.far.left = s.far.left[:0]
	s.Groups, s.Clauses, s.Actions, s.Cands = s.Groups[:0], s.Clauses[:0], s.Actions[:0], s.Cands[:0]
	s.lookUp()
	s.cut()
	s.findSpots()
	s.findLists()
	s.fillSegments()
	s.far.home = s.findHome()
	s.FindDates()
	s.FindFigures()
}

// noteSport keeps the words of sport in the sentence, as many as can matter.
func (s *Reader) noteSport() {
	for i := range s.far.means {
		if s.far.means[i].marks&markSport != 0 && len(s.far.sports)*pairing.SportTokens < len(s.Doc.Tokens)+pairing.SportWords*pairing.SportTokens {
			if w := s.Fold(i); !slices.Contains(s.far.sports, w) {
				s.far.sports = append(s.far.sports, w)
			}
		}
	}
}

func (p *spot) city() bool { return p.Place && p.slot != 0 || p.isCity }

// hitBetween says whether a word that relates stands between two nodes; a verb, where only those are asked for.
func (s *Reader) hitBetween(from, to int, verbs bool) bool {
	for k := max(from, 0); k < to; k++ {
		if m := &s.far.means[k]; m.rel != nil && (m.verb || !verbs) && !m.rel.Has(rules.General|rules.Say) {
			return true
		}
	}
	return false
}

// tells says whether a sentence says anything beside its date.
func (s *Reader) tells() bool {
	if len(s.Amounts) > 0 {
		return true
	}
	for g := range s.far.segs {
		if len(s.far.segs[g].hits) > 0 {
			return true
		}
	}
	return false
}

// keepPair notes the pair that a sentence was about where it told of no tie: what is denied of two countries is still
// about both.
func (s *Reader) keepPair() {
	if s.Focus.PairAt == s.Index {
		return
	}
	best := -1
	for i := range s.Cands {
		if c := &s.Cands[i]; (c.Modality == data.Denied || c.Score.Holds(reason.BetweenThem)) && (best < 0 || c.Score.Sum > s.Cands[best].Score.Sum) {
			best = i
		}
	}
	if best >= 0 {
		s.Focus.Pair, s.Focus.PairAt, s.Focus.Kind, s.Focus.Stance = s.Cands[best].Pair, s.Index, "", data.Neutral
	}
}

// followDoer notes who did something last, for the sentences that leave the doer out.
func (s *Reader) followDoer() {
	f := s.far
	for i := range f.spots {
		if !f.spots[i].city() {
			s.Focus.Named(f.spots[i].Party)
		}
	}
	for g := range f.segs {
		li := f.segs[g].subject
		if li < 0 {
			continue
		}
		l := &f.lists[li]
		s.Focus.Subject, s.Focus.Spoke = f.spots[l.first].Party, s.Index
		s.Focus.Subjects = s.Focus.Subjects[:0:0]
		for _, p := range f.spots[l.first:l.last] {
			if !slices.Contains(s.Focus.Subjects, p.Party) {
				s.Focus.Subjects = append(s.Focus.Subjects, p.Party)
			}
		}
		break
	}
}
