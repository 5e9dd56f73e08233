package ingest

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"entente/data"
	"entente/data/text"
)

//go:embed furniture.tsv
var furnitureTable string

// mode says how a phrase of furniture.tsv is matched.
type mode uint8

const (
	wholeLine mode = iota
	weakLine
	headLine
	atStart
	anywhere
)

var modes = map[string]mode{"line": wholeLine, "weak": weakLine, "head": headLine, "start": atStart, "any": anywhere}

// strengths is how much a cue of each mode speaks for its reason, in the same unit as the scores of decide.go.
var strengths = [...]float32{wholeLine: 4, weakLine: 1.6, headLine: 4.5, atStart: 4, anywhere: 3.5}

// cue is what a phrase tells.
type cue struct {
	reason state
	mode   mode
}

// vocabulary holds the phrases of furniture by how they are matched.
type vocabulary struct {
	lines  map[string]cue      // whole blocks, by key
	starts map[string][]phrase // by first word
	any    map[string][]phrase // by first word
	east   []phrase            // any and start phrases of scripts without spaces
	first  map[string]bool     // first words of lines, to see quickly that a row of phrases cannot be one
	most   int                 // words in the longest line
}

type phrase struct {
	key string
	cue cue
}

// furniture gives the vocabulary, built at first use.
var furniture = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{lines: map[string]cue{}, starts: map[string][]phrase{}, any: map[string][]phrase{}, first: map[string]bool{}}
	for line := range strings.Lines(furnitureTable) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 4 || strings.HasPrefix(line, "#") {
			continue
		}
		c := cue{stateOf(data.Reason(f[0])), modes[f[1]]}
		v.add(f[3], c)
		if f[2] == "sr" {
			v.add(cyrillic(f[3]), c)
		}
	}
	return v
})

func (v *vocabulary) add(written string, c cue) {
	key := keyOf(written, nil)
	if key == "" { // a lone sign such as ©
		key = strings.TrimSpace(written)
	}
	first, _, _ := strings.Cut(key, " ")
	switch {
	case c.mode <= headLine:
		if _, known := v.lines[key]; !known {
			v.lines[key] = c
			v.first[first] = true
			v.most = max(v.most, strings.Count(key, " ")+1)
		}
	case eastern(key):
		v.east = append(v.east, phrase{strings.TrimSpace(text.Fold(written)), c})
	case c.mode == atStart:
		v.starts[first] = append(v.starts[first], phrase{text.Fold(written), c})
	default:
		v.any[first] = append(v.any[first], phrase{key, c})
	}
}

// keyOf folds words for comparing: lower case, no accents, numbers as #, single spaces, no signs around. The buffer is
// used for the result when it is large enough.
func keyOf(s string, buf []byte) string {
	return string(appendKey(buf[:0], text.Fold(s)))
}

func appendKey(out []byte, folded string) []byte {
	space, number := false, false
	for _, r := range folded {
		switch {
		case r >= '0' && r <= '9':
			if !number {
				out = spaced(out, space)
				out = append(out, '#')
			}
			number, space = true, false
			continue
		case number && (r == '.' || r == ',' || r == 'k' || r == 'm'):
			continue // 1.2k, 3,400: one number
		case r == '#', unicode.IsLetter(r), r == '\'', r == '_', r == '&', unicode.IsMark(r) && r != 0xfe0f:
			out = spaced(out, space)
			out = utf8.AppendRune(out, r)
			space = false
		default:
			space = true
		}
		number = false
	}
	return out
}

func spaced(out []byte, space bool) []byte {
	if space && len(out) > 0 {
		return append(out, ' ')
	}
	return out
}

// eastern says whether s is of a script that is written without spaces.
func eastern(s string) bool {
	for _, r := range s {
		if isEastern(r) {
			return true
		}
	}
	return false
}

func isEastern(r rune) bool {
	return r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff
}

// line gives the cue of a block that is one phrase, or a row of them: "Share Tweet Print".
func (v *vocabulary) line(key string) (cue, bool) {
	if c, ok := v.lines[key]; ok {
		return c, true
	}
	first, _, _ := strings.Cut(key, " ")
	if !v.first[first] {
		return cue{}, false
	}
	return v.row(key)
}

// row covers a key with phrases from the left, longest first. At least two phrases must cover all of it; the reason is
// the one that most of them have.
func (v *vocabulary) row(key string) (cue, bool) {
	var votes [states]int
	phrases := 0
	for rest := key; rest != ""; phrases++ {
		c, n := v.longest(rest)
		if n == 0 {
			return cue{}, false
		}
		votes[c.reason]++
		rest = strings.TrimPrefix(rest[n:], " ")
	}
	top := navigationState
	for s, n := range votes {
		if n > votes[top] {
			top = state(s)
		}
	}
	return cue{top, wholeLine}, phrases > 1 // a row of links opens nothing, and two weak words together are strong
}

// longest finds the longest phrase that key begins with and gives its length in bytes, 0 for none.
func (v *vocabulary) longest(key string) (found cue, size int) {
	for end, n := 0, 0; n < v.most && end < len(key); n++ {
		if next := strings.IndexByte(key[end+1:], ' '); next >= 0 {
			end += 1 + next
		} else {
			end = len(key)
		}
		if c, ok := v.lines[key[:end]]; ok {
			found, size = c, end
		} else if n == 0 && !v.first[key[:end]] {
			break
		}
	}
	return found, size
}

// start gives the cue of the phrase that the folded block begins with.
func (v *vocabulary) start(folded, key string) (cue, bool) {
	folded = strings.TrimLeft(folded, " \t•·-–—*>[(“\"|")
	first, _, _ := strings.Cut(key, " ")
	for _, p := range v.starts[first] {
		if strings.HasPrefix(folded, p.key) && boundary(p.key, folded[len(p.key):]) {
			return p.cue, true
		}
	}
	return v.glued(folded)
}

// glued finds phrases that stand at the start of a word: "Supported byClarion Energy", "©2025", "Photo:Reuters".
func (v *vocabulary) glued(folded string) (cue, bool) {
	if strings.HasPrefix(folded, "©") {
		return cue{footerState, atStart}, true
	}
	for _, p := range gluedStarts {
		if strings.HasPrefix(folded, p.key) {
			return p.cue, true
		}
	}
	return cue{}, false
}

// gluedStarts lists phrases that pages run into the following word, since the link after them is a block of its own.
var gluedStarts = []phrase{
	{"supported by", cue{advertState, atStart}},
	{"sponsored by", cue{advertState, atStart}},
	{"previous article", cue{navigationState, atStart}},
	{"next article", cue{navigationState, atStart}},
	{"previous post", cue{navigationState, atStart}},
	{"next post", cue{navigationState, atStart}},
	{"photo credit", cue{captionState, atStart}},
}

// boundary says whether a phrase that is followed by rest ends where a word ends.
func boundary(p, rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	end, _ := utf8.DecodeLastRuneInString(p)
	return rest == "" || !unicode.IsLetter(end) || !unicode.IsLetter(r)
}

// inside gives the cue of a phrase that stands somewhere among the words of key.
func (v *vocabulary) inside(key string) (cue, bool) {
	for i := 0; i < len(key); {
		rest := key[i:]
		word, _, more := strings.Cut(rest, " ")
		for _, p := range v.any[word] {
			if strings.HasPrefix(rest, p.key) && (len(rest) == len(p.key) || rest[len(p.key)] == ' ') {
				return p.cue, true
			}
		}
		if !more {
			break
		}
		i += len(word) + 1
	}
	return cue{}, false
}

// eastCue looks for phrases of scripts without spaces.
func (v *vocabulary) eastCue(folded string) (cue, bool) {
	for _, p := range v.east {
		at := strings.Index(folded, p.key)
		if at == 0 || at > 0 && p.cue.mode == anywhere {
			return p.cue, true
		}
	}
	return cue{}, false
}

// latinToCyrillic lists Serbian letters; the two-letter ones come first.
var latinToCyrillic = strings.NewReplacer("lj", "љ", "nj", "њ", "dž", "џ", "a", "а", "b", "б", "c", "ц", "č", "ч",
	"ć", "ћ", "d", "д", "đ", "ђ", "e", "е", "f", "ф", "g", "г", "h", "х", "i", "и", "j", "ј", "k", "к", "l", "л",
	"m", "м", "n", "н", "o", "о", "p", "п", "r", "р", "s", "с", "š", "ш", "t", "т", "u", "у", "v", "в", "z", "з", "ž", "ж")

func cyrillic(s string) string { return latinToCyrillic.Replace(s) }
