package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/data"
)

// A line this long or shorter, in bytes, may have been broken by a program that wraps lines; a longer one was not.
const (
	wrapMin = 50
	wrapMax = 110
)

// Paragraphs cuts a text at blank lines and at line ends that are meant: the lines of a wrapped paragraph stay
// together, the lines of an address, a table or a list come apart. White space around a paragraph is left out.
func Paragraphs(text string) []data.Span {
	var out []data.Span
	var block []data.Span
	for start := 0; start <= len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += start
		}
		if line := Trim(text, data.Span{Start: start, End: end}); line.Len() > 0 {
			block = append(block, line)
		} else {
			out, block = appendBlock(out, text, block), block[:0]
		}
		start = end + 1
	}
	return appendBlock(out, text, block)
}

// appendBlock appends the paragraphs of a run of lines without a blank one.
func appendBlock(out []data.Span, text string, lines []data.Span) []data.Span {
	if len(lines) == 0 {
		return out
	}
	wrapped, indented := wrapped(lines), firstLinesIndented(text, lines)
	current := lines[0]
	for i := 1; i < len(lines); i++ {
		if soft(text, lines[i-1], lines[i], wrapped) || hangs(text, lines[i-1], lines[i]) ||
			indented && indent(text, current) > 0 && indent(text, lines[i]) == 0 && lines[i-1].Len() >= wrapMin {
			current.End = lines[i].End
			continue
		}
		out = append(out, current)
		current = lines[i]
	}
	return append(out, current)
}

// wrapped says whether all lines but the last are about equally long, as wrapping makes them.
func wrapped(lines []data.Span) bool {
	if len(lines) < 3 {
		return false
	}
	short, long := lines[0].Len(), 0
	for _, l := range lines[:len(lines)-1] {
		short, long = min(short, l.Len()), max(long, l.Len())
	}
	return short >= wrapMin && long <= wrapMax && long-short <= long/3
}

// soft says whether the line end between two lines is only a wrap.
func soft(text string, line, next data.Span, wrapped bool) bool {
	if item(text[next.Start:next.End]) {
		return false
	}
	if wrapped {
		return true
	}
	first, _ := utf8.DecodeRuneInString(text[next.Start:])
	return unicode.IsLower(first) && line.Len() <= wrapMax || unicode.IsUpper(first) && cutAtInitials(text[line.Start:line.End])
}

// cutAtInitials says whether a line ends in the initials of a name, which goes on in the next: "Minister A.K." above "Silva said". Those
// of a country or town, as in "a New U.S.", end a line as any word does.
func cutAtInitials(line string) bool {
	at := strings.LastIndexByte(line, ' ')
	if at <= 0 {
		return false
	}
	initials := line[at+1:]
	switch initials {
	case "U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "U.A.E.", "N.Y.", "L.A.", "P.M.", "A.M.", "A.D.", "B.C.", "T.V.":
		return false
	}
	if len(initials) < 2 || len(initials)%2 != 0 || len(initials) > 6 {
		return false
	}
	for i := 0; i < len(initials); i += 2 {
		if initials[i] < 'A' || initials[i] > 'Z' || initials[i+1] != '.' {
			return false
		}
	}
	before := line[strings.LastIndexByte(line[:at], ' ')+1 : at]
	first, size := utf8.DecodeRuneInString(before)
	second, _ := utf8.DecodeRuneInString(before[size:])
	return unicode.IsUpper(first) && unicode.IsLower(second)
}

// indent gives how far a line is set in, in bytes.
func indent(text string, line data.Span) int {
	return line.Start - 1 - strings.LastIndexByte(text[:line.Start], '\n')
}

// firstLinesIndented says whether it is by setting in their first lines that paragraphs are told apart, as old wires do: two or more
// lines are set in whose next is not, and none is longer than wrapping makes them.
func firstLinesIndented(text string, lines []data.Span) bool {
	first := 0
	for i, l := range lines {
		if l.Len() > wrapMax {
			return false
		}
		if i > 0 && l.Len() > 0 && indent(text, l) == 0 && indent(text, lines[i-1]) > 1 && lines[i-1].Len() >= wrapMin {
			first++
		}
	}
	return first >= 2
}

// hangs says whether a line is set in because it only goes on with the one before it, which is full and ends no sentence.
func hangs(text string, line, next data.Span) bool {
	if line.Len() < wrapMin || line.Len() > wrapMax || indent(text, next) < 2 || indent(text, line) >= indent(text, next) || item(text[next.Start:next.End]) {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(text[line.Start:line.End])
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == ','
}

// item says whether a line begins as a list item does: a bullet, or a number with a full stop or bracket.
func item(line string) bool {
	r, size := utf8.DecodeRuneInString(line)
	switch r {
	case '-', '*', '•', '·', '–', '—', '>', '▪', '●', '#', '|':
		return len(line) > size && (line[size] == ' ' || line[size] == '\t')
	}
	digits := 0
	for digits < len(line) && line[digits] >= '0' && line[digits] <= '9' {
		digits++
	}
	return digits > 0 && digits <= 2 && digits+1 < len(line) && (line[digits] == '.' || line[digits] == ')') &&
		line[digits+1] == ' '
}

// Trim takes white space off both ends of a span of text.
func Trim(text string, s data.Span) data.Span {
	for s.Start < s.End {
		r, size := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += size
	}
	for s.Start < s.End {
		r, size := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= size
	}
	return s
}
