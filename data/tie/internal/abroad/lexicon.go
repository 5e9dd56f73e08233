package abroad

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"entente/data/text"
	"entente/data/tie/internal/rules"
)

// marks is what a little word does for the shape of a sentence in languages other than English.
type marks uint64

const (
	markAnd marks = 1 << iota
	markWith
	markTo
	markFrom
	markIn
	markOf
	markBy
	markAgainst
	markBetween
	markFor
	markAbout
	markThan
	markNot
	markOnly // "not only", which denies nothing
	markWill
	markMay
	markIf
	markDoubt
	markOnce
	markSport
	markSub  // opens a clause
	markRel  // opens a relative clause
	markPair // "the two countries"
	markThree
	markOne  // "the country", "its neighbour"
	markSelf // "we", "our"
	markToward
	markAfter
	markThere  // "over there"
	markHome   // the country of the press, in a word of its own: 訪日, 驻华
	markRank   // a place in a row: "second", "followed by"
	markFoe    // what all fight: corruption, a virus
	markCome   // comes or works somewhere
	markMore   // "no more", which ends what was done
	markOffice // ministers, ministries and the like
	markIt     // a thing told of before, which stands behind a preposition by itself: "в этом"
	markNow    // "at present", "under way"
	markYet    // "nevertheless", "however": the sentence tells the contrary of the one before
)

// slotMarks are the marks that put the party after them (in Japanese before them) into a place of the sentence.
const slotMarks = markWith | markTo | markFrom | markIn | markOf | markBy | markAgainst | markBetween | markFor | markAbout | markThan | markToward

var markNames = map[string]marks{"and": markAnd, "with": markWith, "to": markTo, "from": markFrom, "in": markIn,
	"of": markOf, "by": markBy, "against": markAgainst, "between": markBetween, "for": markFor, "about": markAbout,
	"than": markThan, "not": markNot, "not only": markOnly, "will": markWill, "may": markMay, "if": markIf,
	"doubt": markDoubt, "once": markOnce, "sport": markSport, "sub": markSub, "rel": markRel, "pair": markPair, "three": markThree,
	"one": markOne, "self": markSelf, "toward": markToward,
	"after": markAfter, "there": markThere, "home": markHome, "rank": markRank, "foe": markFoe, "it": markIt, "office": markOffice, "come": markCome, "no more": markNot | markMore, "yet": markYet, "now": markNow}

// meaning is all that the tables say of one token in languages other than English.
type meaning struct {
	rel    *rules.Relation
	stop   int // byte after the word, where it spans tokens; else 0
	marks  marks
	fields rules.FieldSet
	verb   bool  // rel is a verb's
	home   uint8 // in press.words only
}

func (m *meaning) merge(o meaning) {
	if o.rel != nil {
		m.rel, m.verb = o.rel, o.verb
	}
	if o.marks != 0 {
		m.marks = o.marks
	}
	if o.fields != 0 {
		m.fields = o.fields
	}
	if o.home != 0 {
		m.home = o.home
	}
}

// Lexicon is the words of one language as a tree of bytes.
type Lexicon struct {
	knots   []knot     // knots[0] is the root of words and stems
	letter  []byte     // of the children of each knot, in a row
	kid     []int32    // the children themselves
	first   [256]int32 // the root's children by letter
	tails   int32      // root of the entries that begin with *, 0 where there are none
	starts  []int32    // after the first character, where letters; see settleStarts
	letters bool       // written without spaces: entries are found by their letters, across tokens
	press   press
}

// knot is a place in the tree. exact holds for words that end there, open for words that go on. Its children stand in a
// row once the tree is done (see settle); while it grows, child and next are a chain.
type knot struct {
	letter      byte
	child, next int32
	kids, many  int32 // its children in Lexicon.letter and Lexicon.kid
	exact, open *meaning
	phrases     []expression
}

// expression is an entry of several words, each possibly a stem; rest holds those after the first.
type expression struct {
	open    bool // the first word is a stem
	rest    []string
	meaning meaning
}

// Lettered are the languages that are written without spaces.
var Lettered = map[string]bool{"ja": true, "zh": true}

// Lexicons reads other-senses.tsv, other-words.tsv and homes.tsv.
func Lexicons(fsys fs.FS) (map[string]*Lexicon, error) {
	senses := map[string]meaning{}
	err := rules.Table(fsys, "rules/other-senses.tsv", 7, func(c []string) error {
		m, err := parseSense(c)
		senses[c[0]] = m
		return err
	})
	if err != nil {
		return nil, err
	}
	out := map[string]*Lexicon{}
	err = rules.Table(fsys, "rules/other-words.tsv", 3, func(c []string) error {
		m, ok := senses[c[0]]
		if !ok {
			return fmt.Errorf("unknown sense %q", c[0])
		}
		l := out[c[1]]
		if l == nil {
			l = &Lexicon{knots: make([]knot, 1, 4096), letters: Lettered[c[1]]}
			out[c[1]] = l
		}
		if c[1] == "zh" {
			c[2] = text.Simplify(c[2])
		}
		for _, w := range strings.Split(c[2], ", ") {
			l.add(apart(text.Fold(w), c[1]), m)
			if low := strings.ToLower(w); c[1] == "de" && low != text.Fold(w) {
				l.add(apart(low, "de"), m) // "fördert" is not "fordert"
			}
			if c[1] == "sr" {
				l.add(apart(text.Fold(cyrillic(w)), "sr"), m)
			}
		}
		return nil
	})
	if err == nil {
		err = loadHomes(fsys, out)
	}
	for _, l := range out {
		l.settle()
		if l.press.words != nil {
			l.press.words.settle()
		}
	}
	return out, err
}

// apart parts an entry where a text is parted into words: at hyphens, in French also after an elided word.
func apart(w, lang string) string {
	if Lettered[lang] {
		return w
	}
	w = strings.ReplaceAll(w, "-", " - ")
	if lang == "fr" {
		w = strings.ReplaceAll(w, "'", "' ")
	}
	return strings.Join(strings.Fields(w), " ")
}

// parseSense reads the columns of other-senses.tsv.
func parseSense(c []string) (meaning, error) {
	switch c[1] {
	case "mark":
		m, ok := markNames[c[0]]
		if !ok {
			return meaning{}, fmt.Errorf("unknown mark %q", c[0])
		}
		return meaning{marks: m}, nil
	case "field":
		f, err := rules.ParseFields(c[5])
		return meaning{fields: rules.SetOf(f)}, err
	case "verb", "noun":
		r, err := rules.ParseRelation([]string{c[0], "-", c[2], c[3], c[4], c[5], "-", c[6]})
		return meaning{rel: r, verb: c[1] == "verb"}, err
	}
	return meaning{}, fmt.Errorf("unknown class %q", c[1])
}

// add enters a folded word, stem or expression.
func (l *Lexicon) add(w string, m meaning) {
	root := int32(0)
	if strings.HasPrefix(w, "*") {
		if l.tails == 0 {
			l.knots = append(l.knots, knot{})
			l.tails = int32(len(l.knots) - 1)
		}
		root, w = l.tails, w[1:]
	}
	first, rest := w, ""
	if !l.letters {
		first, rest, _ = strings.Cut(w, " ")
	}
	stem, open := strings.CutSuffix(first, "*")
	k := l.grow(root, stem)
	if rest != "" {
		words := strings.Fields(rest)
		for i := range k.phrases {
			if e := &k.phrases[i]; e.open == open && slices.Equal(e.rest, words) {
				e.meaning.also(m)
				return
			}
		}
		k.phrases = append(k.phrases, expression{open: open, rest: words, meaning: m})
		slices.SortStableFunc(k.phrases, func(a, b expression) int { return len(b.rest) - len(a.rest) })
		return
	}
	at := &k.exact
	if open || l.letters {
		at = &k.open
	}
	if *at == nil {
		*at = &meaning{}
	}
	(*at).also(m)
}

// also adds what a word says by a further row. Of two senses, and of two sets of fields, the one that comes first in the table stays.
func (m *meaning) also(o meaning) {
	if m.rel == nil {
		m.rel, m.verb = o.rel, o.verb
	}
	if m.fields == 0 {
		m.fields = o.fields
	}
	if m.home == 0 {
		m.home = o.home
	}
	m.marks |= o.marks
}

// grow gives the knot at the end of a way, made where it is missing.
func (l *Lexicon) grow(root int32, way string) *knot {
	at := root
	for i := 0; i < len(way); i++ {
		next := l.grown(at, way[i])
		if next == 0 {
			l.knots = append(l.knots, knot{letter: way[i], next: l.knots[at].child})
			next = int32(len(l.knots) - 1)
			l.knots[at].child = next
			if at == 0 {
				l.first[way[i]] = next
			}
		}
		at = next
	}
	return &l.knots[at]
}

// settle lays the children of each knot out in a row, which is faster to look through than a chain.
func (l *Lexicon) settle() {
	for i := range l.knots {
		k := &l.knots[i]
		k.kids = int32(len(l.kid))
		for c := k.child; c != 0; c = l.knots[c].next {
			l.letter, l.kid = append(l.letter, l.knots[c].letter), append(l.kid, c)
		}
		k.many = int32(len(l.kid)) - k.kids
	}
	if l.letters {
		l.settleStarts()
	}
}

// The characters of Chinese and Japanese, of three bytes each.
const firstLetter, lastLetter = '\u3000', '\u9fff'

// settleStarts notes where the entries that begin with each character go on, since hardly any character begins one.
func (l *Lexicon) settleStarts() {
	l.starts = make([]int32, lastLetter-firstLetter+1)
	var letter [3]byte
	for r := rune(firstLetter); r <= lastLetter; r++ {
		utf8.EncodeRune(letter[:], r)
		at := l.first[letter[0]]
		for _, b := range letter[1:] {
			if at != 0 {
				at = l.child(at, b)
			}
		}
		l.starts[r-firstLetter] = at
	}
}

// start gives the knot after the first character of a text, which is not empty, or its first byte where that is no character
// of Chinese or Japanese, and how many bytes that is; 0 where no entry begins with it.
func (l *Lexicon) start(s string) (at int32, size int) {
	if r, size := utf8.DecodeRuneInString(s); r >= firstLetter && r <= lastLetter {
		return l.starts[r-firstLetter], size
	}
	return l.first[s[0]], 1
}

// child gives the knot after another one by a letter, 0 where there is none, in a tree that is done.
func (l *Lexicon) child(at int32, letter byte) int32 {
	if at == 0 {
		return l.first[letter]
	}
	k := &l.knots[at]
	for i, c := range l.letter[k.kids : k.kids+k.many] {
		if c == letter {
			return l.kid[int(k.kids)+i]
		}
	}
	return 0
}

// grown is child while the tree grows.
func (l *Lexicon) grown(at int32, letter byte) int32 {
	if at == 0 {
		return l.first[letter]
	}
	for c := l.knots[at].child; c != 0; c = l.knots[c].next {
		if l.knots[c].letter == letter {
			return c
		}
	}
	return 0
}

// serbian turns Serbian Latin letters into Cyrillic ones; the pairs that stand for one letter come first.
var serbian = strings.NewReplacer("lj", "љ", "nj", "њ", "dž", "џ", "a", "а", "b", "б", "c", "ц", "č", "ч", "ć", "ћ",
	"d", "д", "đ", "ђ", "e", "е", "f", "ф", "g", "г", "h", "х", "i", "и", "j", "ј", "k", "к", "l", "л", "m", "м",
	"n", "н", "o", "о", "p", "п", "r", "р", "s", "с", "š", "ш", "t", "т", "u", "у", "v", "в", "z", "з", "ž", "ж")

func cyrillic(latin string) string { return serbian.Replace(strings.ToLower(latin)) }
