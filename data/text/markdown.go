package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/data"
)

// Signs gives the signs of Markdown in s that are no words: those of headings, quotations, emphasis, code, links and their
// addresses, by start and apart. A sign that has no partner in its paragraph is text. The bullets of lists are text, too,
// since they tell how a list hangs together.
func Signs(s string) []data.Span { return signs(s, false) }

// Plain gives words for people: on one line, without the signs of Markdown. The words may be cut out of a text anywhere, so
// signs of bold type and links count though their partner is missing, and a bullet before all of them goes.
func Plain(s string) string {
	plain, _ := PlainIn(s, data.Span{End: len(s)}, nil)
	return plain
}

// around is how many bytes beside a range are read to learn which signs stand in it.
const around = 400

// PlainIn is Plain for a range of a text, which tells of signs whose partners lie outside. It also gives the places in the
// plain words of marks, which are ranges of the text, by start and apart; those outside the range, or of signs alone, are
// left out.
func PlainIn(s string, in data.Span, marks []data.Span) (plain string, at []data.Span) {
	from, to := max(0, in.Start-around), min(len(s), in.End+around)
	if line := strings.LastIndexByte(s[from:in.Start], '\n'); line >= 0 {
		from += line + 1
	}
	if line := strings.IndexByte(s[in.End:to], '\n'); line >= 0 {
		to = in.End + line
	}
	skip := signs(s[from:to], true)
	w := plainWriter{marks: marks}
	for i := pastBullet(s, in); i < in.End; {
		for len(skip) > 0 && skip[0].End+from <= i {
			skip = skip[1:]
		}
		if len(skip) > 0 && skip[0].Start+from <= i {
			i = min(skip[0].End+from, in.End)
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:in.End])
		w.write(s[i:i+size], r, i)
		i += size
	}
	return w.out.String(), w.at
}

// pastBullet gives where a range begins that may begin with the bullet of a list.
func pastBullet(s string, in data.Span) int {
	words := strings.TrimLeft(s[in.Start:in.End], " \t\n")
	at := in.End - len(words)
	if len(words) > 2 && strings.IndexByte("-*+", words[0]) >= 0 && words[1] == ' ' && strings.TrimSpace(s[strings.LastIndexByte(s[:at], '\n')+1:at]) == "" {
		return at + 2
	}
	return in.Start
}

// plainWriter collects words on one line and where marks are in them.
type plainWriter struct {
	out   strings.Builder
	space bool        // stood before what comes next
	marks []data.Span // still to come, or begun
	at    []data.Span
	begun bool // the first of marks has begun; its place is the last of at
}

// write takes the rune at a byte of the text.
func (w *plainWriter) write(letter string, r rune, i int) {
	for len(w.marks) > 0 && w.marks[0].End <= i {
		w.marks, w.begun = w.marks[1:], false
	}
	if unicode.IsSpace(r) {
		w.space = w.out.Len() > 0
		return
	}
	if w.space {
		w.out.WriteByte(' ')
		w.space = false
	}
	start := w.out.Len()
	w.out.WriteString(letter)
	switch {
	case len(w.marks) == 0 || i < w.marks[0].Start:
	case w.begun:
		w.at[len(w.at)-1].End = w.out.Len()
	default:
		w.at, w.begun = append(w.at, data.Span{Start: start, End: w.out.Len()}), true
	}
}

// signFinder finds signs in one text, from its beginning to its end.
type signFinder struct {
	s     string
	cut   bool // s may be cut out of a text: partners may be missing
	found []data.Span
	open  map[string]int // by sign, where one stands that waits for its partner
	links []int          // where brackets stand that wait for theirs
}

func signs(s string, cut bool) []data.Span {
	if !strings.ContainsAny(s, "*_#>[]`~\\<") {
		return nil
	}
	f := &signFinder{s: s, cut: cut, open: map[string]int{}}
	for start := 0; start < len(s); {
		end := len(s)
		if line := strings.IndexByte(s[start:], '\n'); line >= 0 {
			end = start + line
		}
		if strings.TrimSpace(s[start:end]) == "" {
			f.endParagraph()
		}
		for i := f.beginLine(start); i < end; {
			i = f.inLine(i)
		}
		start = end + 1
	}
	f.endParagraph()
	slices.SortFunc(f.found, func(a, b data.Span) int { return a.Start - b.Start })
	return f.found
}

func (f *signFinder) add(start, end int) {
	f.found = append(f.found, data.Span{Start: start, End: end})
}

// beginLine takes the signs that stand before a line's words and gives where these begin.
func (f *signFinder) beginLine(i int) int {
	for {
		i += len(f.s[i:]) - len(strings.TrimLeft(f.s[i:], " \t"))
		rest := f.s[i:]
		if len(rest) < 2 || rest[0] != '>' || strings.IndexByte(" \t>\n", rest[1]) < 0 {
			break
		}
		end := i + 1
		if rest[1] == ' ' {
			end++
		}
		f.add(i, end)
		i = end
	}
	rest := f.s[i:]
	if n := len(rest) - len(strings.TrimLeft(rest, "#")); n > 0 && n <= 6 {
		words := strings.TrimLeft(rest[n:], " \t")
		if words != "" && words[0] != '\n' && len(words) < len(rest)-n {
			f.add(i, len(f.s)-len(words))
			i = len(f.s) - len(words)
		}
	}
	return i
}

// inLine takes what stands at a byte within a line and gives where the next thing does.
func (f *signFinder) inLine(i int) int {
	switch c := f.s[i]; c {
	case '\\':
		if i+1 < len(f.s) && strings.IndexByte("\\`*_{}[]()#+-.!|>~<&", f.s[i+1]) >= 0 {
			f.add(i, i+1)
			return i + 2
		}
	case '*', '_', '`', '~':
		return f.run(i, c)
	case 'h':
		if address(f.s[i:]) {
			return i + len(f.s[i:]) - len(strings.TrimLeftFunc(f.s[i:], inAddress))
		}
	case '[':
		f.links = append(f.links, i)
	case ']':
		return f.endLink(i)
	case '<':
		most := min(len(f.s), i+addressMost)
		if end := strings.IndexAny(f.s[i:most], "> \n"); end > 0 && f.s[i+end] == '>' && address(f.s[i+1:]) {
			f.add(i, i+1)
			f.add(i+end, i+end+1)
			return i + end + 1
		}
	}
	return i + 1
}

// run takes a run of one sign: it opens what it stands right before, and closes what it stands right after.
func (f *signFinder) run(i int, c byte) int {
	end := i + 1
	for end < len(f.s) && f.s[end] == c {
		end++
	}
	sign := f.s[i:end]
	before, _ := utf8.DecodeLastRuneInString(f.s[:i])
	after, _ := utf8.DecodeRuneInString(f.s[end:])
	opens := end < len(f.s) && !unicode.IsSpace(after) && (i == 0 || len(sign) > 1 && c == '*' || !wordRune(before))
	closes := i > 0 && !unicode.IsSpace(before) && (end == len(f.s) || len(sign) > 1 && c == '*' || !wordRune(after))
	if len(sign) > 3 || c == '~' && len(sign) != 2 {
		return end
	}
	if at, open := f.open[sign]; open && closes && i > at+len(sign) {
		f.add(at, at+len(sign))
		f.add(i, end)
		delete(f.open, sign)
	} else if opens && !open {
		f.open[sign] = i
	} else if f.cut && closes && c == '*' && len(sign) > 1 {
		f.add(i, end)
	}
	return end
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// endLink takes a closing bracket, and with it the address of a link.
func (f *signFinder) endLink(i int) int {
	open := -1
	if n := len(f.links); n > 0 {
		open = f.links[n-1]
		f.links = f.links[:n-1]
	}
	end := addressEnd(f.s, i+1, f.cut)
	if end < 0 || open < 0 && !f.cut {
		return i + 1
	}
	if open > 0 && f.s[open-1] == '!' {
		open--
		f.add(open, open+2)
	} else if open >= 0 {
		f.add(open, open+1)
	}
	f.add(i, end)
	return end
}

// addressMost is the longest address of a link, in bytes, that is looked for.
const addressMost = 1000

// addressEnd gives where the address of a link in round brackets ends that begins at a byte, -1 for none. In a text that is
// cut it may end with the text.
func addressEnd(s string, at int, cut bool) int {
	if at >= len(s) || s[at] != '(' {
		return -1
	}
	depth, titled := 0, false
	for i := at; i < min(len(s), at+addressMost); i++ {
		switch c := s[i]; {
		case c == '\n' || c == ' ' && !titled && (i+1 == len(s) || s[i+1] != '"'):
			return -1
		case c == '"':
			titled = !titled
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	if cut && len(s) <= at+addressMost && address(s[at+1:]) {
		return len(s)
	}
	return -1
}

// address says whether words begin as an address of the web or of mail.
func address(words string) bool {
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if strings.HasPrefix(words, scheme) {
			return true
		}
	}
	return false
}

// inAddress says whether a character can stand in an address that is written out.
func inAddress(r rune) bool { return !unicode.IsSpace(r) && !strings.ContainsRune("<>\"*()[]", r) }

// endParagraph leaves signs alone whose partner did not come; those of bold type in a cut text had theirs outside.
func (f *signFinder) endParagraph() {
	for sign, at := range f.open {
		if f.cut && sign[0] == '*' && len(sign) > 1 {
			f.add(at, at+len(sign))
		}
	}
	clear(f.open)
	f.links = f.links[:0]
}
