package store

import (
	"cmp"
	"slices"

	"entente/data"
)

// piece is a piece of evidence while what people said is made to hold on it.
type piece struct {
	data.Evidence
	said    []int // which decisions are about it
	decided bool  // by a verdict on exactly its words
	noted   bool  // likewise by a note
}

// replay makes what people said of an article's evidence hold on what the rules found in it: one decision after the other,
// in the order in which they were made; those that were undone count for nothing. It gives the pieces by place. Which
// decisions are lost can be told from the pieces: these name all the others.
//
// A decision is about the piece with its pair on exactly its words; or else about those of its pair whose words overlap
// its own by at least half of the shorter, because newer rules may cut a passage a little differently. What a person
// edited stays even when the rules do not find it any more.
func replay(found []data.Evidence, said []data.Decision) ([]piece, error) {
	pieces := make([]piece, 0, len(found)+1)
	for i := range found {
		pieces = append(pieces, piece{Evidence: found[i]})
	}
	for i := range said {
		d := &said[i]
		if d.Undone || !d.Action.OnEvidence() {
			continue
		}
		var err error
		if pieces, err = apply(pieces, i, d); err != nil {
			return nil, err
		}
	}
	if err := dispute(pieces, said); err != nil {
		return nil, err
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(a.Start, b.Start) })
	return pieces, nil
}

// dispute tells anew which figures disagree, of the pairs that a person stated anything of, even if it was taken back: those
// of one pair that measure the same and differ.
func dispute(pieces []piece, said []data.Decision) error {
	stated := map[data.Pair]bool{}
	for i := range said {
		if d := &said[i]; d.Action == data.ActEdit || d.Action == data.ActAdd {
			s, err := StatementOf(d.After)
			if err != nil {
				return err
			}
			stated[d.Pair], stated[s.Pair] = true, true
		}
	}
	type measure struct {
		pair             data.Pair
		about, unit, per string
	}
	figures := map[measure][]*data.Figure{}
	for i := range pieces {
		p := &pieces[i]
		if !stated[p.Pair] {
			continue
		}
		p.Figures = slices.Clone(p.Figures)
		for k := range p.Figures {
			f := &p.Figures[k]
			m := measure{p.Pair, f.About, f.Unit, f.Per}
			figures[m] = append(figures[m], f)
		}
	}
	for _, all := range figures {
		differ := slices.ContainsFunc(all, func(f *data.Figure) bool { return f.Value != all[0].Value && f.Bound == all[0].Bound })
		for _, f := range all {
			f.Dispute = differ
		}
	}
	return nil
}

// apply makes one decision hold.
func apply(pieces []piece, number int, d *data.Decision) ([]piece, error) {
	at, exact := targets(pieces, d)
	switch d.Action {
	case data.ActVerdict:
		for _, i := range at {
			p := &pieces[i]
			p.said = append(p.said, number)
			if exact || !p.decided {
				p.Decision, p.decided = data.Verdict(d.After), exact
			}
		}
	case data.ActNote:
		for _, i := range at {
			p := &pieces[i]
			p.said = append(p.said, number)
			if exact || !p.noted {
				p.Note, p.noted = d.After, exact
			}
		}
	case data.ActEdit, data.ActAdd:
		s, err := StatementOf(d.After)
		if err != nil {
			return nil, err
		}
		hand := data.Edited
		if d.Action == data.ActAdd {
			hand = data.Added
			if !exact { // else the rules have come to find it, too
				at = nil
			}
		}
		if len(at) == 0 {
			pieces = append(pieces, piece{Evidence: data.Evidence{Hand: hand}})
			at = []int{len(pieces) - 1}
		}
		p := &pieces[at[0]]
		p.Say(s)
		p.said = append(p.said, number)
	}
	return pieces, nil
}

// targets gives the pieces that a decision is about, those that share the most words first.
func targets(pieces []piece, d *data.Decision) (at []int, exact bool) {
	for i := range pieces {
		if pieces[i].Pair == d.Pair && pieces[i].Span == d.Span {
			at = append(at, i)
		}
	}
	if len(at) > 0 {
		return at, true
	}
	for i := range pieces {
		if pieces[i].Pair == d.Pair && aboutSame(d.Span, pieces[i].Span) {
			at = append(at, i)
		}
	}
	slices.SortStableFunc(at, func(i, j int) int {
		return cmp.Compare(shared(d.Span, pieces[j].Span), shared(d.Span, pieces[i].Span))
	})
	return at, false
}

// shared is how many bytes two spans have in common; below zero it is how far they are apart.
func shared(a, b data.Span) int { return min(a.End, b.End) - max(a.Start, b.Start) }

// aboutSame says whether two spans overlap by at least half of the shorter of them.
func aboutSame(a, b data.Span) bool {
	n := shared(a, b)
	return n > 0 && 2*n >= min(a.Len(), b.Len())
}

// found gives what the rules found, of evidence as it is shown.
func found(shown []data.Evidence) []data.Evidence {
	out := make([]data.Evidence, 0, len(shown))
	for i := range shown {
		e := shown[i]
		switch {
		case e.Hand == data.Edited && e.Before != nil:
			id, article := e.ID, e.Article
			e = *e.Before
			e.ID, e.Article = id, article
		case e.Hand != data.ByRules:
			continue
		}
		e.Decision, e.Note = data.Undecided, ""
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b data.Evidence) int { return cmp.Compare(a.Start, b.Start) })
	return out
}
