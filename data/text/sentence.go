package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// longest is the number of tokens after which a sentence ends wherever it can, so that no text is one sentence.
	longest = 250
	// headingWords is the number of tokens up to which a line without an end mark is a heading.
	headingWords = 24
)

// abbreviations end with a full stop that ends no sentence, folded and without it.
var abbreviations = words(`mr mrs ms mx dr prof st sr jr gen col lt maj capt cmdr adm sgt gov sen rep pres rev hon messrs
	amb min dep sec vs etc no nos vol pp ed eds fig art arts para approx est dept univ inc ltd co corp bros plc llc gmbh
	jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
	ga kan mo ind tex calif fla ala ariz ark colo conn del ill ky la md mass mich minn miss mont neb nev okla ore pa tenn
	va vt wash wis wyo ave blvd rd mt ft cf al ca bzw usw dipl ing hr fr nr bd tel u.s u.k e.g i.e
	им г гг руб млн млрд тыс ул стр тзв тзв др нпр бр чл год проф инж сл dl dna str nr art alin lit g-dja gdin tzv npr
	godina mil mln mld mrd mio tsd mlrd sra srta d dna ud uds avda núm m mme mlle mm cie av ee uu`)

// starters begin a sentence after an abbreviation that could as well go on.
var starters = words(`the a an this that these those it he she they we i in on at but and if when while after before its
	his her their our there what who how why for as by with from under to two three both some many most all no not last`)

// months follow the full stop of a day in languages that write "17. Juli".
var months = words(`januar februar marz april mai juni juli august september oktober november dezember janner feber`)

func words(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[Fold(w)] = true
	}
	return out
}

// split appends the sentences of the tokens from first on, which are one paragraph.
func (d *Doc) split(first, paragraph int, folded []byte) {
	s := splitter{d: d, folded: folded}
	last := len(d.Tokens)
	start := first
	for i := first; i < last; i++ {
		end := 0
		if t := &d.Tokens[i]; t.Kind == Punct || t.Case == Upper {
			end = s.after(i, first, last)
		}
		if end == 0 && i-start >= longest && (d.Tokens[i].Kind == Punct || i-start >= 2*longest) {
			end = i + 1
		}
		if end == 0 {
			continue
		}
		d.add(start, end, paragraph, false)
		start, i = end, end-1
	}
	if start < last {
		d.add(start, last, paragraph, start == first && last-first <= headingWords)
	}
}

func (d *Doc) add(first, last, paragraph int, heading bool) {
	d.Sentences = append(d.Sentences, Sentence{Span: d.SpanOf(first, last), First: first, Last: last,
		Paragraph: paragraph, Heading: heading})
}

type splitter struct {
	d      *Doc
	folded []byte
}

// fold is Doc.Fold while the doc is still being made.
func (s *splitter) fold(i int) string {
	t := s.d.Tokens
	if i+1 < len(t) {
		return string(s.folded[t[i].fold:t[i+1].fold])
	}
	return string(s.folded[t[i].fold:])
}

// after gives the token after the sentence that ends with token i, closing quotes and brackets included; 0 when none
// ends there.
func (s *splitter) after(i, first, last int) int {
	t := s.d.Tokens[i]
	if t.Kind == Word && t.Case == Upper && s.d.Text[t.End-1] == '.' {
		return s.afterInitials(i, last)
	}
	if t.Kind != Punct {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s.d.Text[t.Start:t.End])
	switch r {
	case '。', '！', '？', '｡':
		return s.closing(i+1, last)
	case '!', '?', '…', '؟', '۔', '।':
	case '.':
		if i == first || s.inner(i, first, last) {
			return 0
		}
	default:
		return 0
	}
	end := s.closing(i+1, last)
	if end < last && !s.begins(end) {
		return 0
	}
	return end
}

// afterInitials ends a sentence after "U.S." only where the next word can hardly go on.
func (s *splitter) afterInitials(i, last int) int {
	end := s.closing(i+1, last)
	if end >= last {
		return end
	}
	if t := s.d.Tokens[end]; t.Kind == Word && t.Case != Lower && starters[s.fold(end)] {
		return end
	}
	return 0
}

// inner says whether the full stop at i belongs to an abbreviation, an initial, a list number or a day.
func (s *splitter) inner(i, first, last int) bool {
	before, t := s.d.Tokens[i-1], s.d.Tokens[i]
	if t.Space || i+1 >= last {
		return false
	}
	if t.End-t.Start > 1 {
		return false
	}
	switch before.Kind {
	case Number:
		if before.End-before.Start > 2 {
			return false
		}
		return i-1 == first || months[s.fold(i+1)]
	case Word:
		w := s.fold(i - 1)
		if len(w) == 1 && before.Case != Lower {
			return true
		}
		if !abbreviations[w] {
			return false
		}
		// "in Ga. The", "last Sept. But": an abbreviation at the end of a sentence.
		next := s.d.Tokens[i+1]
		return !(next.Kind == Word && next.Case == Capital && starters[s.fold(i+1)] && before.Case != Lower)
	}
	return false
}

// closing skips the quotes and brackets that close before the next token.
func (s *splitter) closing(i, last int) int {
	for i < last && !s.d.Tokens[i].Space && s.d.Tokens[i].Kind == Punct {
		r, _ := utf8.DecodeRuneInString(s.d.Text[s.d.Tokens[i].Start:])
		if !strings.ContainsRune(`"'”’»)]}」』）】!?.…！？。`, r) {
			break
		}
		i++
	}
	return i
}

// begins says whether a sentence can begin with token i.
func (s *splitter) begins(i int) bool {
	t := s.d.Tokens[i]
	r, _ := utf8.DecodeRuneInString(s.d.Text[t.Start:])
	switch t.Kind {
	case Word:
		return t.Case != Lower || !unicode.IsLower(r)
	case Number:
		return t.Space
	case Clitic:
		return false
	}
	return t.Space && strings.ContainsRune(`"“„«‘'([{—–-•*「『（【¿¡$€£>`, r)
}
