package reader

import (
	"sort"

	"entente/data"
)

// Mark is a passage to be lit.
type Mark struct {
	data.Span
	Stance data.Stance
	Pair   data.Pair
	ID     int64 // of the evidence, as the library has it
}

// Document is what the reader shows. The reader changes none of it, and it must not change while it is shown.
type Document struct {
	Article  data.Article
	Marks    []Mark      // in any order; they may overlap
	Mentions []data.Span // by Start
}

// run is a piece of a row that is drawn in one style.
type run struct {
	start, end int
	furniture  bool
}

// runs cuts a row where furniture begins or ends.
func runs(start, end int, omitted []data.Omitted) []run {
	var out []run
	first := sort.Search(len(omitted), func(i int) bool { return omitted[i].End > start })
	at := start
	for _, o := range omitted[first:] {
		if o.Start >= end {
			break
		}
		if o.Start > at {
			out = append(out, run{at, o.Start, false})
		}
		stop := min(o.End, end)
		out = append(out, run{max(at, o.Start), stop, true})
		at = stop
	}
	if at < end {
		out = append(out, run{at, end, false})
	}
	return out
}

// within gives the spans of list, sorted by Start, that overlap [start, end). longest is the longest span of the list.
func within(list []data.Span, longest, start, end int) []data.Span {
	lo := sort.Search(len(list), func(i int) bool { return list[i].Start > start-longest })
	hi := lo
	for hi < len(list) && list[hi].Start < end {
		hi++
	}
	var out []data.Span
	for _, s := range list[lo:hi] {
		if s.End > start {
			out = append(out, s)
		}
	}
	return out
}

// sane keeps the spans that lie in a text of n bytes.
func sane(s data.Span, n int) bool { return s.Start >= 0 && s.Start < s.End && s.End <= n }

// index is a document made ready for fast lookup: sorted, checked, measured.
type index struct {
	marks          []Mark // by Start, then the longer first
	number         []int  // of each mark: marks of the same words are one passage, counted from 1
	longestMark    int
	mentions       []data.Span
	longestMention int
}

func newIndex(d *Document) *index {
	x, n := &index{}, len(d.Article.Text)
	for _, m := range d.Marks {
		if sane(m.Span, n) {
			x.marks = append(x.marks, m)
			x.longestMark = max(x.longestMark, m.Len())
		}
	}
	sort.SliceStable(x.marks, func(i, j int) bool {
		if x.marks[i].Start != x.marks[j].Start {
			return x.marks[i].Start < x.marks[j].Start
		}
		return x.marks[i].End > x.marks[j].End
	})
	for i := range x.marks {
		n := 1
		if i > 0 {
			n = x.number[i-1]
			if x.marks[i].Span != x.marks[i-1].Span {
				n++
			}
		}
		x.number = append(x.number, n)
	}
	for _, s := range d.Mentions {
		if sane(s, n) {
			x.mentions = append(x.mentions, s)
			x.longestMention = max(x.longestMention, s.Len())
		}
	}
	return x
}

// passages is how many passages there are.
func (x *index) passages() int {
	if len(x.number) == 0 {
		return 0
	}
	return x.number[len(x.number)-1]
}

// find gives the mark on exactly these words, the pair's own where there are several; -1 when there is none.
func (x *index) find(s data.Span, pair data.Pair) int {
	found := -1
	for i := range x.marks {
		if x.marks[i].Span == s && (found < 0 || x.marks[i].Pair == pair) {
			found = i
		}
	}
	return found
}

// passage gives the first mark of a passage by its number; -1 when there is none.
func (x *index) passage(number int) int {
	i := sort.SearchInts(x.number, number)
	if i == len(x.number) || x.number[i] != number {
		return -1
	}
	return i
}

// marksIn gives the indexes of the marks that overlap [start, end).
func (x *index) marksIn(start, end int) []int {
	lo := sort.Search(len(x.marks), func(i int) bool { return x.marks[i].Start > start-x.longestMark })
	var out []int
	for i := lo; i < len(x.marks) && x.marks[i].Start < end; i++ {
		if x.marks[i].End > start {
			out = append(out, i)
		}
	}
	return out
}
