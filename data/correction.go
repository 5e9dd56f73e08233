package data

import (
	"cmp"
	"slices"
)

// Correction is what a person said of words that name a country, or that the finders took for one.
type Correction struct {
	Passage // the words where they were said to; its Span is zero for words that stand in no one article
	Scope   Scope
	Country Party // "" where the words name no country
}

// Scope says how far a correction goes.
type Scope string

// The scopes.
const (
	Once      Scope = "once"    // at its place only
	InArticle Scope = "article" // wherever the article has the words
	InLibrary Scope = "library" // wherever any article has them
)

// Corrections are what people said that the finders have to know of one article.
type Corrections struct {
	State    int64        // of the library when it gave them; findings made with them are handed back with it
	Mentions []Correction // the later goes before the earlier, where both speak of the same words
	Marked   []Marking    // likewise
}

// None says whether there is nothing to know.
func (c *Corrections) None() bool { return len(c.Mentions) == 0 && len(c.Marked) == 0 }

// Marking is what a person said of a part of a text: that it is furniture, or with an empty reason that it is not.
type Marking struct {
	Span
	Reason Reason
}

// Mark gives omitted as the markings leave it: sorted, not overlapping, nothing empty. omitted itself is not changed.
func Mark(omitted []Omitted, markings []Marking) []Omitted {
	out := slices.Clone(omitted)
	for _, m := range markings {
		if m.Len() <= 0 {
			continue
		}
		var kept []Omitted
		for _, o := range out {
			if !o.Overlaps(m.Span) {
				kept = append(kept, o)
				continue
			}
			if o.Start < m.Start {
				kept = append(kept, Omitted{Span{o.Start, m.Start}, o.Reason})
			}
			if o.End > m.End {
				kept = append(kept, Omitted{Span{m.End, o.End}, o.Reason})
			}
		}
		if m.Reason != "" {
			kept = append(kept, Omitted(m))
		}
		slices.SortFunc(kept, func(a, b Omitted) int { return cmp.Compare(a.Start, b.Start) })
		out = kept
	}
	return out
}
