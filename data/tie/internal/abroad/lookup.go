package abroad

import (
	"strings"
	"unicode/utf8"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/token"
)

// tailMin is the least number of bytes before an entry that ends a compound, as in "Freihandelsabkommen".
const tailMin = 2

// inflection is the most bytes that may follow an entry at the end of a compound.
const inflection = 3

// lookUp gives every token of the sentence its meaning. Tokens of mentions have none.
func (s *Reader) lookUp() {
	f := s.far
	if cap(f.means) < len(s.Nodes) {
		f.means = make([]meaning, s.Longest())
	}
	f.means = f.means[:len(s.Nodes)]
	clear(f.means)
	defer s.tagFar()
	if f.lex.letters {
		s.lookUpLetters()
		return
	}
	for i := 0; i < len(s.Nodes); i++ {
		if s.Nodes[i].Mention >= 0 || s.Token(i).Kind != text.Word {
			continue
		}
		m, n := s.wordMeaning(i)
		if m.verb && n == 0 && s.inName(i) {
			m.rel, m.verb = nil, false
		}
		f.means[i].merge(m)
		f.means[i].marks |= s.byEnding(i)
		i += n
	}
	s.dropCommonFights()
}

// endings are those of verbs that tell by them of what is to come or may be, as they stand in the text: "comprará", but "comprara".
var endings = map[string][]struct {
	end  string
	mark marks
}{
	"es": {{"ará", markWill}, {"arán", markWill}, {"erá", markWill}, {"erán", markWill}, {"irá", markWill}, {"irán", markWill}},
	"fr": {{"era", markWill}, {"eront", markWill}, {"ira", markWill}, {"iront", markWill}, {"dra", markWill}, {"dront", markWill},
		{"erait", markMay}, {"eraient", markMay}, {"drait", markMay}, {"draient", markMay}},
	"sr": {{"iće", markWill}, {"isaće", markWill}, {"иће", markWill}, {"исаће", markWill}},
}

// byEnding gives the mark of the word at a node by its ending, where it may be a verb.
func (s *Reader) byEnding(i int) marks {
	ends := endings[s.far.lang]
	if ends == nil || s.Token(i).Case != text.Lower {
		return 0
	}
	w := s.Doc.Word(s.First + i)
	for _, e := range ends {
		if strings.HasSuffix(w, e.end) && len(w) > len(e.end)+1 {
			return e.mark
		}
	}
	return 0
}

// tagFar makes verbs and nouns of the words that relate, as those who tell what an amount is about expect.
func (s *Reader) tagFar() {
	for i := range s.far.means {
		if m := &s.far.means[i]; m.rel != nil {
			s.Nodes[i].Rel, s.Nodes[i].Tag = m.rel, token.Other
			if m.verb {
				s.Nodes[i].Tag = token.Verb
			}
		}
	}
}

// wordMeaning looks up the word at i: an expression that begins there, else the word itself, else its longest stem, else
// the end of a compound. n is the number of further tokens that belong to it.
func (s *Reader) wordMeaning(i int) (m meaning, n int) {
	if m, n = s.expression(i, s.Fold(i)); m.rel == nil && m.marks == 0 && s.far.lang == "sr" {
		if w, other := s.ekavian(s.Fold(i)); other {
			return s.expression(i, w)
		}
	}
	return m, n
}

// ekavian writes a Serbian word as in Belgrade, in a buffer that the next call uses again: "razmjena" as "razmena",
// "vrijeme" as "vreme". It says whether that is another word.
func (s *Reader) ekavian(w string) (string, bool) {
	if !strings.Contains(w, "je") && !strings.Contains(w, "је") {
		return w, false
	}
	out := s.far.spelt[:0]
	for k := 0; k < len(w); k++ {
		rest := w[k:]
		switch {
		case k > 0 && strings.HasPrefix(rest, "ije"):
			out, k = append(out, 'e'), k+2
		case k > 0 && strings.HasPrefix(rest, "је") && strings.HasSuffix(w[:k], "и"):
			out, k = append(out[:len(out)-len("и")], "е"...), k+len("је")-1
		case k > 0 && strings.HasPrefix(rest, "je") && strings.IndexByte("bdfghkmpstvzrc", w[k-1]) >= 0:
			out, k = append(out, 'e'), k+1
		case k > 1 && strings.HasPrefix(rest, "је") && !strings.ContainsAny(w[k-2:k], "аеиоу"):
			out, k = append(out, "е"...), k+len("је")-1
		default:
			out = append(out, w[k])
		}
	}
	s.far.spelt = out
	return string(out), len(out) != len(w)
}

// expression is wordMeaning for the word at i, spelt as w.
func (s *Reader) expression(i int, w string) (m meaning, n int) {
	l := s.far.lex
	if s.far.lang == "de" && umlaut(s.Doc.Word(s.First+i)) {
		if m, stem := l.whole(strings.ToLower(s.Doc.Word(s.First + i))); m.rel != nil {
			s.tailMeaning(w, stem, &m)
			return m, 0
		}
	}
	at, stem := int32(0), 0
	for k := 0; k < len(w); k++ {
		if at = l.child(at, w[k]); at == 0 {
			break
		}
		knot := &l.knots[at]
		if knot.open != nil {
			m.merge(*knot.open)
			if knot.open.rel != nil {
				stem = k + 1
			}
		}
		whole := k == len(w)-1
		if whole && knot.exact != nil {
			m.merge(*knot.exact)
			stem = len(w)
		}
		for p := range knot.phrases {
			if e := &knot.phrases[p]; (e.open || whole) && s.goesOnWith(i+1, e.rest) {
				if e.meaning.rel != nil {
					m.marks = 0 // "do not recognise" denies nothing
				}
				m.merge(e.meaning)
				if e.rest[0] == parted || e.rest[0] == gap {
					return m, 0
				}
				return m, len(e.rest)
			}
		}
	}
	if l.tails != 0 && len(w) > tailMin+1 && (m.rel == nil || m.fields == 0 || len(w)-stem > tailMin+1) {
		s.tailMeaning(w, stem, &m)
	}
	return m, 0
}

// inName says whether a word stands with a capital within a sentence, as part of a name: "the Supply Authority".
func (s *Reader) inName(i int) bool {
	if i == 0 || s.Shouting() || s.far.lang == "de" || s.Sentence.Heading || s.Token(i).Case == text.Lower {
		return false
	}
	before := s.Token(i - 1)
	return before.Kind == text.Word && (before.Case != text.Lower || s.far.means[i-1].marks != 0)
}

// umlaut says whether a word has letters that folding changes.
func umlaut(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// whole looks up a single word, without expressions and ends of compounds. stem is how many bytes of it the entry found has.
func (l *Lexicon) whole(w string) (m meaning, stem int) {
	at := int32(0)
	for k := 0; k < len(w); k++ {
		if at = l.child(at, w[k]); at == 0 {
			break
		}
		if o := l.knots[at].open; o != nil {
			m.merge(*o)
			stem = k + 1
		}
		if e := l.knots[at].exact; e != nil && k == len(w)-1 {
			m.merge(*e)
			stem = len(w)
		}
	}
	return m, stem
}

// parted stands in an expression for what may come between a German verb and the syllable that it is parted from: "bricht … ab".
const parted = "…"

// partedReach is how many tokens may stand between the two.
const partedReach = 24

// partedFrom says whether the clause of token i ends with a word.
func (s *Reader) partedFrom(i int, last string) bool {
	for k := i; k < min(len(s.Nodes), i+partedReach) && s.Token(k).Kind != text.Punct; k++ {
		if s.Nodes[k].Mention < 0 && s.Fold(k) == last && (k+1 == len(s.Nodes) || s.Token(k+1).Kind == text.Punct || s.Fold(k+1) == "und") {
			return true
		}
	}
	return false
}

// gap stands in an expression for the few words that may come between a verb and its object: "schloss ~ grenz*" for "schloss am
// Montag seine letzte Grenze".
const gap = "~"

// gapReach is how many words that may be.
const gapReach = 5

// objectFrom says whether the words or stems of an object begin at token i or a few words behind it.
func (s *Reader) objectFrom(i int, object []string) bool {
	for k := i; k < min(len(s.Nodes), i+gapReach+1) && s.Token(k).Kind != text.Punct; k++ {
		if s.goesOnWith(k, object) {
			return true
		}
		if m, _ := s.far.lex.whole(s.Fold(k)); m.rel != nil && m.rel.Kind == data.Agree {
			return false // "closed a deal on the border"
		}
	}
	return false
}

// goesOnWith says whether the words or stems of an expression stand at token i.
func (s *Reader) goesOnWith(i int, rest []string) bool {
	switch rest[0] {
	case parted:
		return s.partedFrom(i, rest[1])
	case gap:
		return s.objectFrom(i, rest[1:])
	}
	if i+len(rest) > len(s.Nodes) {
		return false
	}
	for k, w := range rest {
		f := s.Fold(i + k)
		if end, compound := strings.CutPrefix(w, "*"); compound && s.Nodes[i+k].Mention < 0 && strings.HasSuffix(f, end) {
			continue
		}
		if stem, open := strings.CutSuffix(w, "*"); s.Nodes[i+k].Mention >= 0 || f != w && !(open && strings.HasPrefix(f, stem)) {
			return false
		}
	}
	return true
}

// tailMeaning adds what the end of a compound says, where the whole says nothing. It says more than the word that a compound begins
// with, whose stem has so many bytes: a "Hafengebühr" is a fee.
func (s *Reader) tailMeaning(w string, stem int, m *meaning) {
	l := s.far.lex
	found, at := meaning{}, 0
	for start := 0; start < len(w)-2; start++ {
		knot := l.tails
		for k := start; k < len(w); k++ {
			if knot = l.child(knot, w[k]); knot == 0 {
				break
			}
			before := found.rel
			if e := l.knots[knot].open; e != nil {
				found.merge(*e)
			}
			if e := l.knots[knot].exact; e != nil && len(w)-1-k <= inflection {
				found.merge(*e)
			}
			if found.rel != before {
				at = start
			}
		}
	}
	if m.rel == nil || found.rel != nil && at >= stem {
		m.rel, m.verb = found.rel, found.verb
	}
	if m.fields == 0 {
		m.fields = found.fields
	}
}

// lookUpLetters finds the longest entries that begin at each token, across tokens. A word inside one that relates relates
// nothing itself: 大使館 holds no 大使.
func (s *Reader) lookUpLetters() {
	covered := 0
	for i := range s.Nodes {
		if s.Nodes[i].Mention >= 0 {
			continue
		}
		t := s.Token(i)
		end := int(t.Start) + 1
		if t.CJK {
			end = int(t.End)
		}
		for start := int(t.Start); start < end; {
			m, stop, marked := s.lettersFrom(start)
			if start < covered {
				m.marks &^= markSelf // 反政府勢力 is no government
			}
			if m.rel != nil && start >= covered {
				s.far.means[i].rel, s.far.means[i].verb, s.far.means[i].stop = m.rel, m.verb, stop
				covered = stop
			}
			s.far.means[i].marks |= m.marks &^ slotMarks
			if m.marks&slotMarks != 0 {
				s.far.means[s.tokenAt(i, marked-1)].marks |= m.marks & slotMarks // a party stands behind the end of it
			}
			if m.fields != 0 {
				s.far.means[i].fields = m.fields
			}
			_, size := utf8.DecodeRuneInString(s.far.text[start:])
			start += size
		}
	}
}

// hitWord gives the word that relates at a node, as it stands in the text or, in Chinese, in simplified characters.
func (s *Reader) hitWord(h int) string {
	if stop := s.far.means[h].stop; stop > 0 {
		return s.far.text[s.Token(h).Start:stop]
	}
	return s.Doc.Word(s.First + h)
}

// tokenAt gives the node, from node i on, that a byte of the text belongs to.
func (s *Reader) tokenAt(i, at int) int {
	for i+1 < len(s.Nodes) && int(s.Token(i+1).Start) <= at {
		i++
	}
	return i
}

// lettersFrom gives the longest meanings of each sort that begin at a byte of the text, and the ends of the relation's and of the
// marks'.
func (s *Reader) lettersFrom(start int) (m meaning, stop, marked int) {
	l := s.far.lex
	at, k := l.start(s.far.text[start:s.Sentence.End])
	for k += start; at != 0; k++ {
		if o := l.knots[at].open; o != nil {
			m.merge(*o)
			if o.rel != nil {
				stop = k
			}
			if o.marks != 0 {
				marked = k
			}
		}
		if k == s.Sentence.End {
			break
		}
		at = l.child(at, s.far.text[k])
	}
	return m, stop, marked
}
