package mention

import (
	"strings"
	"unicode/utf8"

	"entente/data"
	"entente/data/gazetteer"
	"entente/data/text"
)

type verdict uint8

const (
	open verdict = iota
	accepted
	rejected
)

// candidate is words of the article that the lexicon knows.
type candidate struct {
	first, last int32 // tokens, last exclusive
	sentence    int32
	sense       int16 // the one chosen
	verdict     verdict
	venue       bool
	asked       bool              // whether place is known
	place       int8              // see asPlace
	senses      []gazetteer.Sense // shared with the lexicon
	why         string
}

// parties is the number of mentions that an accepted candidate gives.
func (c *candidate) parties() int {
	switch {
	case c.verdict != accepted:
		return 0
	case c.senses[c.sense].Class == gazetteer.Group:
		return len(c.senses)
	}
	return 1
}

func (c *candidate) accept(why string) { c.verdict, c.why = accepted, why }
func (c *candidate) reject(why string) { c.verdict, c.why = rejected, why }

// reading is the work on one article.
type reading struct {
	g         *gazetteer.Gazetteer
	lex       *gazetteer.Lexicon
	d         *text.Doc
	text      string
	published string
	strange   bool // of a language that the gazetteer does not know, in which only names are sure
	lower     bool // written without capitals
	found     []candidate
	extra     []candidate        // people found beside them, see merge
	spare     []candidate        // the list that found was merged from
	styles    []style            // of sentences, worked out when first asked for
	support   [data.Slots]uint16 // plain mentions by party
	nations   int                // parties with plain mentions
	spoken    spokenFor          // what the last name with two countries found around it
	played    playedIn
	local     int                   // signs of an article about places in the United States
	homonyms  []string              // folded capitals and countries that are towns elsewhere in this article
	firmNames []string              // folded cities that are firms or people in this article
	fullNames map[string]bool       // folded capitals that stand in longer names, see inFull
	persons   map[string]int        // folded countries' names that are people's here, and how often they stand alone
	known     []introduction        // people met in this article
	firmsMet  []firmMet             // firms met in this article
	states    int                   // mentions of states of the United States, see settleTowns
	placed    []int32               // towns named as places, see rather
	towns     []townsMet            // by country, see settleTowns
	named     map[string]int32      // leaders named in full, and the first token where
	tally     map[gazetteer.Set]int // words of the article that speak for one of several countries
}

// collect walks over the tokens once and keeps what the lexicon knows.
func (r *reading) collect() {
	english := r.lex.Language == "en"
	r.lower = english && r.small()
	for si := range r.d.Sentences {
		s := &r.d.Sentences[si]
		for i := s.First; i < s.Last; i++ {
			t := &r.d.Tokens[i]
			if t.Kind != text.Word || english && !r.lower && t.Case == text.Lower && !t.CJK {
				continue
			}
			senses, end := r.longest(i, s.Last)
			if end == i || english && end-i == 2 && r.ofNation(senses, end, s.Last) || t.Case == text.Lower && !t.CJK && !r.lower && !anyCase(senses) || t.CJK && (r.overtaken(senses, i, end, s.Last) || r.dated(i)) {
				continue
			}
			r.found = append(r.found, candidate{first: int32(i), last: int32(end), sentence: int32(si), senses: senses})
			i = end - 1
		}
	}
}

// ofNation says whether what is a newspaper's name, too, is a nation's word before a noun: "The Australian miner".
func (r *reading) ofNation(senses []gazetteer.Sense, end, last int) bool {
	if senses[0].Class != gazetteer.Trap || r.d.Fold(end-2) != "the" || end >= last {
		return false
	}
	next, word := &r.d.Tokens[end], r.d.Fold(end)
	if next.Kind != text.Word || next.Case != text.Lower || r.lex.Sets(word).Any(gazetteer.Function|gazetteer.Verb|gazetteer.Newspaper) || strings.HasSuffix(word, "ed") {
		return false
	}
	nation, _ := r.lex.Longest(r.d, end-1, end)
	return len(nation) > 0 && nation[0].Class == gazetteer.Demonym
}

// longest finds the longest words from token i on that are written as one of their senses asks; where none are, it is
// the longest words that are known.
func (r *reading) longest(i, last int) ([]gazetteer.Sense, int) {
	senses, end := r.lex.Longest(r.d, i, last)
	for try, k := senses, end; k > i; try, k = r.lex.Longest(r.d, i, k-1) {
		for j := range try {
			if !try[j].Proper || r.lower || r.d.Tokens[k-1].Case != text.Lower {
				return try, k
			}
		}
	}
	return senses, end
}

// anyCase says whether words may have one of the senses without a capital.
func anyCase(senses []gazetteer.Sense) bool {
	for i := range senses {
		if senses[i].Form == gazetteer.Any {
			return true
		}
	}
	return false
}

// backing is how often the article plainly names a party.
func (r *reading) backing(p data.Party) int {
	if i := p.Slot(); i >= 0 {
		return int(r.support[i])
	}
	return 0
}

// back counts one plain mention.
func (r *reading) back(p data.Party) {
	if i := p.Slot(); i >= 0 && r.support[i] < 60000 {
		if r.support[i]++; r.support[i] == 1 {
			r.nations++
		}
	}
}

// unback takes one plain mention back.
func (r *reading) unback(p data.Party) {
	if i := p.Slot(); i >= 0 && r.support[i] > 0 {
		if r.support[i]--; r.support[i] == 0 {
			r.nations--
		}
	}
}

// in says whether token i lies in the candidate's sentence. What the rules look at ends there: fold, sets and capital
// give nothing for a token beyond it.
func (r *reading) in(c *candidate, i int) bool {
	s := &r.d.Sentences[c.sentence]
	return i >= s.First && i < s.Last
}

// fold gives token i in folded form.
func (r *reading) fold(c *candidate, i int) string {
	if !r.in(c, i) {
		return ""
	}
	return r.d.Fold(i)
}

// sets gives the telling words' sets that token i is in.
func (r *reading) sets(c *candidate, i int) gazetteer.Set {
	if !r.in(c, i) || r.d.Tokens[i].Kind != text.Word {
		return 0
	}
	return r.lex.Sets(r.d.Fold(i))
}

// capital says whether token i is a word with a capital.
func (r *reading) capital(c *candidate, i int) bool {
	return r.in(c, i) && r.d.Tokens[i].Kind == text.Word && r.d.Tokens[i].Case != text.Lower
}

// beside says whether tokens i and i+1 are words with only a space between them.
func (r *reading) beside(c *candidate, i int) bool {
	return r.in(c, i) && r.in(c, i+1) && r.d.Tokens[i+1].Space && r.d.Tokens[i].Kind == text.Word &&
		r.d.Tokens[i+1].Kind == text.Word
}

// hyphen says whether a sign joins two words, whichever of its forms it has.
func hyphen(s string) bool { return s == "-" || s == "–" || s == "‑" || s == "—" || s == "/" }

// style says how a sentence is written.
type style uint8

const (
	unknown   style = iota
	running         // as usual
	titleCase       // Most Words Begin With a Capital
	allCaps
)

// style gives the style of the candidate's sentence. In a line of capitals or a title most capitals tell nothing.
func (r *reading) style(c *candidate) style {
	st := &r.styles[c.sentence]
	if *st == unknown {
		*st = r.styleOf(&r.d.Sentences[c.sentence])
	}
	return *st
}

// styleOf looks at words of four letters and more: shorter ones are written small in titles and may be initials.
func (r *reading) styleOf(s *text.Sentence) style {
	words, capitals, upper := 0, 0, 0
	for i := s.First; i < s.Last; i++ {
		t := &r.d.Tokens[i]
		if t.Kind != text.Word || t.CJK || utf8.RuneCountInString(r.d.Text[t.Start:t.End]) < 4 {
			continue
		}
		words++
		switch t.Case {
		case text.Upper:
			upper++
			capitals++
		case text.Capital:
			capitals++
		}
	}
	switch {
	case words >= 2 && upper*10 >= words*7:
		return allCaps
	case words >= 4 && capitals*10 >= words*9:
		return titleCase
	}
	return running
}
