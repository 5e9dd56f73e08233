package words

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"entente/data"
	"entente/data/text"
)

// Mark is a place in a text where a term of a query stands.
type Mark struct {
	data.Span
	Term int // which term, counted from 0
}

// Marks gives the places of the query's terms in a text cut into tokens, by start. Terms that must be missing have none.
func (q Query) Marks(tokens []Token) []Mark {
	var marks []Mark
	for n, t := range q.terms {
		for i := 0; i < len(tokens); i++ {
			if last, ok := t.at(tokens[i:]); ok {
				marks = append(marks, Mark{data.Span{Start: tokens[i].Start, End: t.end(tokens[i+last])}, n})
			}
		}
	}
	slices.SortFunc(marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return marks
}

// at says whether the term stands at the first of the tokens, and which is its last.
func (t *term) at(tokens []Token) (last int, ok bool) {
	if len(tokens) < len(t.words) {
		return 0, false
	}
	for i, spellings := range t.words {
		open := t.prefix && i == len(t.words)-1
		if !slices.ContainsFunc(spellings, func(s string) bool {
			return tokens[i].Word == s || open && strings.HasPrefix(tokens[i].Word, s)
		}) {
			return 0, false
		}
	}
	return len(t.words) - 1, true
}

// end gives the end of the last word. Of a pair of signs only what was asked for counts.
func (t *term) end(last Token) int {
	asked := t.words[len(t.words)-1][0]
	if r, size := utf8.DecodeRuneInString(asked); spaceless(r) && size == len(asked) {
		return last.Start + size
	}
	return last.End
}

// Snippet is a part of a text that shows why a query found it.
type Snippet struct {
	Text  string      // for people: on one line, without signs of Markdown, with "…" where the text goes on
	Marks []data.Span // bytes of Text, by start, not overlapping
	Span  data.Span   // where in the article's text it stands
}

// snippetBytes is about how much of a text a snippet shows.
const snippetBytes = 220

// Cut makes a snippet around the marks: where most terms stand close together, the first such place. Without marks it
// is the beginning of the text that skip leaves, or nothing. What skip takes is not shown: a snippet begins after it and ends before it.
func Cut(text string, marks []Mark, skip func(data.Span) bool) Snippet {
	at := 0
	if len(marks) > 0 {
		at = densest(marks)
	} else {
		at = -1
		Each(text, func(t Token) bool {
			if skip == nil || !skip(t.Span) {
				at = t.Start
			}
			return at < 0
		})
		if at < 0 {
			return Snippet{}
		}
	}
	span := window(text, at, len(marks) > 0)
	if skip != nil {
		span = within(text, span, at, skip)
	}
	return render(text, span, marks)
}

// densest gives where the window starts that holds the most different terms.
func densest(marks []Mark) int {
	best, bestCount := marks[0].Start, 0
	for i := range marks {
		seen := map[int]bool{}
		for _, m := range marks[i:] {
			if m.End > marks[i].Start+snippetBytes*2/3 {
				break
			}
			seen[m.Term] = true
		}
		if len(seen) > bestCount {
			best, bestCount = marks[i].Start, len(seen)
		}
	}
	return best
}

// window gives the span around at, on the edges of words. A part of it lies before at when lead is set.
func window(text string, at int, lead bool) data.Span {
	start := at
	if lead {
		start = max(at-snippetBytes/3, 0)
		if start > 0 {
			if i := strings.IndexAny(text[start:at], " \n\t"); i >= 0 {
				start += i + 1
			}
		}
	}
	end := min(start+snippetBytes, len(text))
	if end < len(text) {
		if i := strings.LastIndexAny(text[start:end], " \n\t"); i > snippetBytes/2 {
			end = start + i
		}
	}
	for start > 0 && !utf8.RuneStart(text[start]) {
		start--
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	return data.Span{Start: start, End: end}
}

// within shortens a span to what lies around at and is not skipped.
func within(text string, span data.Span, at int, skip func(data.Span) bool) data.Span {
	start, end := span.Start, span.End
	Each(text[span.Start:span.End], func(t Token) bool {
		place := data.Span{Start: span.Start + t.Start, End: span.Start + t.End}
		switch {
		case !skip(place):
			if start < 0 {
				start = place.Start
			}
		case place.Start < at:
			start = -1 // at the next word that is not skipped
		default:
			for end = place.Start; end > at && skip(data.Span{Start: end - 1, End: end}); {
				end-- // signs before the word, such as a bracket
			}
			end = at + len(strings.TrimRight(text[at:end], " \t\n"))
			return false
		}
		return true
	})
	if start < 0 { // all of it is skipped
		return span
	}
	return data.Span{Start: start, End: end}
}

func render(whole string, span data.Span, marks []Mark) Snippet {
	inside := slices.DeleteFunc(Merge(marks), func(m data.Span) bool { return !span.Contains(m) })
	s := Snippet{Span: span}
	s.Text, s.Marks = text.PlainIn(whole, span, inside)
	if span.Start > 0 {
		s.Text = "…" + s.Text
		for i, m := range s.Marks {
			s.Marks[i] = data.Span{Start: m.Start + len("…"), End: m.End + len("…")}
		}
	}
	if span.End < len(whole) {
		s.Text += "…"
	}
	return s
}

// Merge gives the spans of marks, by start, with overlapping ones made one.
func Merge(marks []Mark) []data.Span {
	var spans []data.Span
	for _, m := range marks {
		if n := len(spans); n > 0 && m.Start < spans[n-1].End {
			spans[n-1].End = max(spans[n-1].End, m.End)
			continue
		}
		spans = append(spans, m.Span)
	}
	return spans
}
