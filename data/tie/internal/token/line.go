// Package token lays out a sentence as words: each with its entry in the tables, the mention that it lies in, and a tag for
// the part that it plays. It looks up dates, units and numbers at a word, and joins nothing.
package token

import (
	"math/bits"
	"slices"
	"strings"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/rules"
)

// Line is one sentence cut into words, with what the tables know of each. It is used again for each sentence of an article;
// Doc, Mentions, Lang, Vocab, Foreign and Letters stay the same.
type Line struct {
	Doc      *text.Doc
	Mentions []data.Mention // sorted by place
	Lang     string
	Vocab    *rules.Vocabulary
	Foreign  bool // read in another way than English
	Letters  bool // written without spaces

	Index    int           // of the sentence
	Sentence text.Sentence // its place in Doc
	First    int           // token index of Nodes[0]
	Nodes    []Node        // of its tokens
	Named    []data.Party  // parties of the sentence, each once
	classes  rules.Classes // of its words
	words    rules.Seats   // of its words
	seats    []rules.Seat  // of the word at each node
	starts   []uint64      // see NextStart, a bit for each node
	shouting shouting

	head    []Known // the first tokens
	longest int     // see Longest
	idle    []bool  // of the mentions, see Idle
}

// Reuse takes over the lists of a line that has been read, emptied.
func (s *Line) Reuse(old *Line) {
	s.Nodes, s.Named, s.head, s.idle = old.Nodes[:0], old.Named[:0], old.head[:0], old.idle[:0]
	s.starts, s.seats = old.starts[:0], old.seats[:0]
}

// Longest gives the number of tokens of the longest sentence, up to which lists of nodes are made at once.
func (s *Line) Longest() int {
	if s.longest == 0 {
		for i := range s.Doc.Sentences {
			sen := &s.Doc.Sentences[i]
			s.longest = max(s.longest, sen.Last-sen.First)
		}
	}
	return s.longest
}

// HeadTokens is how many tokens of an article are looked at to see what kind of article it is.
const HeadTokens = 4000

// Known is a folded word and what the tables have on it, or nil.
type Known struct {
	Entry  *rules.Word
	folded string
}

// known looks a token up.
func (s *Line) known(i int) Known {
	w := s.Doc.Fold(i)
	return Known{s.Vocab.At(w), w}
}

// Head gives the first tokens with what the tables have on them. They are kept, since they are asked for more than once.
func (s *Line) Head() []Known {
	n := min(len(s.Doc.Tokens), HeadTokens)
	if len(s.head) == n {
		return s.head
	}
	s.head = slices.Grow(s.head[:0], n)
	for i := range n {
		s.head = append(s.head, s.known(i))
	}
	return s.head
}

// Entry gives what the tables have on a token, or nil.
func (s *Line) Entry(i int) *rules.Word {
	if head := s.Head(); i < len(head) {
		return head[i].Entry
	}
	return s.known(i).Entry
}

// Prepare lays out the nodes of a sentence and marks its mentions.
func (s *Line) Prepare(sen text.Sentence, first, last int) {
	n := sen.Last - sen.First
	if cap(s.Nodes) < n {
		s.Nodes = make([]Node, s.Longest())
	}
	s.Nodes, s.Sentence, s.First = s.Nodes[:n], sen, sen.First
	s.classes, s.words, s.seats = 0, rules.Seats{}, s.seats[:0]
	s.starts = append(s.starts[:0], make([]uint64, n/64+1)...)
	head := s.Head()
	for i := range s.Nodes {
		k := Known{}
		if at := sen.First + i; at < len(head) {
			k = head[at]
		} else {
			k = s.known(at)
		}
		s.Nodes[i] = Node{Mention: -1, Entry: k.Entry, folded: k.folded}
		seat := rules.SeatOf(k.folded)
		s.words.Add(seat)
		s.seats = append(s.seats, seat)
		if k.Entry != nil {
			s.classes |= k.Entry.Classes
			s.Nodes[i].told = k.Entry.Told
		}
		s.start(i, k.Entry)
	}
	s.Named = s.Named[:0]
	t := sen.First
	for m := first; m < last; m++ {
		for t < sen.Last && int(s.Doc.Tokens[t].End) <= s.Mentions[m].Start {
			t++
		}
		if s.Idle(m) {
			continue
		}
		for k := t; k < sen.Last && int(s.Doc.Tokens[k].Start) < s.Mentions[m].End; k++ {
			s.Nodes[k-sen.First].Mention = int32(m)
		}
		if c := s.Mentions[m].Country; c != "" && !slices.Contains(s.Named, c) {
			s.Named = append(s.Named, c)
		}
	}
	s.shouting = unasked
}

// Holds says whether a word of one of the classes stands in the sentence, perhaps in a name. It is not asked for those of
// prepositions and helpers, of which some are phrases.
func (s *Line) Holds(c rules.Classes) bool { return s.classes&c != 0 }

// start notes whether a time or an amount may begin at node i, whose word the tables may have.
func (s *Line) start(i int, e *rules.Word) {
	t := &s.Doc.Tokens[s.First+i]
	switch {
	case t.Kind == text.Number, s.Letters, e == nil && t.Case != text.Lower:
	case e == nil || e.Told&(rules.OpeningTerms|rules.AmountTerms|rules.ScaleTerm) == 0:
		return
	case i > 0 && e.Told&rules.ScaleTerm != 0:
		s.starts[(i-1)/64] |= 1 << ((i - 1) % 64) // "a" before it
	}
	s.starts[i/64] |= 1 << (i % 64)
}

// NextStart gives the first node from i on at which a time or an amount may begin: most words are turned down. It is the number of
// nodes where there is none.
func (s *Line) NextStart(i int) int {
	at := i / 64
	if at >= len(s.starts) {
		return len(s.Nodes)
	}
	left := s.starts[at] >> (i % 64) << (i % 64)
	for left == 0 {
		if at++; at == len(s.starts) {
			return len(s.Nodes)
		}
		left = s.starts[at]
	}
	return at*64 + bits.TrailingZeros64(left)
}

// Has says whether one of some words stands in the sentence. Most sentences are turned down at a glance.
func (s *Line) Has(words *rules.Words) bool {
	if !words.May(&s.words) {
		return false
	}
	for i, seat := range s.seats {
		if words.HasAt(seat, s.Nodes[i].folded) {
			return true
		}
	}
	return false
}

// Seat gives the seat of the word at node i, 0 outside the sentence.
func (s *Line) Seat(i int) rules.Seat {
	if uint(i) < uint(len(s.seats)) {
		return s.seats[i]
	}
	return 0
}

// Idle says whether a mention names nobody that anything is told of: the first half of a money sign, as in "US$", or those
// who are left out, as in "non-EU", or whose newspaper prints what somebody says.
func (s *Line) Idle(m int) bool {
	if len(s.idle) < len(s.Mentions) {
		s.findIdle()
	}
	return s.idle[m]
}

// findIdle finds for all mentions what Idle gives.
func (s *Line) findIdle() {
	t := 0
	for m := range s.Mentions {
		for t < len(s.Doc.Tokens) && int(s.Doc.Tokens[t].Start) < s.Mentions[m].Start {
			t++
		}
		s.idle = append(s.idle, s.namesNobody(m, t))
	}
}

// namesNobody finds what Idle gives for a mention, before which a number of tokens begin.
func (s *Line) namesNobody(m, before int) bool {
	from, end := s.Mentions[m].Start, s.Mentions[m].End
	return end < len(s.Doc.Text) && s.Doc.Text[end] == '$' || from >= 4 && s.Doc.Text[from-1] == '-' && (strings.EqualFold(s.Doc.Text[from-4:from], "non-") || strings.EqualFold(s.Doc.Text[from-4:from], "pro-")) ||
		!s.Foreign && before < len(s.Doc.Tokens) && int(s.Doc.Tokens[before].Start) == from && s.ofPress(before, end)
}

// ofPress says whether a name from a token on, whose last byte is before end, only tells whose newspaper somebody spoke to: "told the
// Dutch daily De Haven", "in an interview with a Dutch newspaper".
func (s *Line) ofPress(i, end int) bool {
	next := i + 1
	for next < len(s.Doc.Tokens) && int(s.Doc.Tokens[next].Start) < end {
		next++
	}
	if i < 2 || next == len(s.Doc.Tokens) {
		return false
	}
	if e := s.Entry(next); e == nil || e.Classes&rules.IsPress == 0 {
		return false
	}
	if e := s.Entry(i - 1); e != nil && e.Classes&rules.IsDet != 0 {
		i--
	}
	switch s.Doc.Fold(i - 1) {
	case "told", "tell", "tells", "telling", "with", "to", "in", "by":
		return true
	}
	return false
}

// shouting is what Shouting gives for a sentence, once it was asked.
type shouting uint8

const (
	unasked shouting = iota
	quiet
	loud
)

// Shouting says whether most words of the sentence begin with capitals, as titles do, the names of parties aside.
func (s *Line) Shouting() bool {
	if s.shouting == unasked {
		s.shouting = quiet
		if s.mostlyCapitals() {
			s.shouting = loud
		}
	}
	return s.shouting == loud
}

func (s *Line) mostlyCapitals() bool {
	capitals, lower := 0, 0
	for i := range s.Nodes {
		if t := &s.Doc.Tokens[s.First+i]; t.Kind == text.Word && t.End-t.Start > 3 && s.Nodes[i].Mention < 0 {
			if t.Case == text.Lower {
				lower++
			} else {
				capitals++
			}
		}
	}
	return capitals > lower
}
