package app

import (
	"context"

	"entente/data"
	"entente/data/text"
)

const (
	contextMost  = 40      // passages of a tie for which the sentence before is looked up
	contextReach = 2 << 10 // bytes before a passage in which its sentence is looked for
)

// addContext adds the sentences before bare passages: those that do not name both parties, because the words before do.
func (d *Detail) addContext(ctx context.Context, lib Library) error {
	d.Before = map[int64]string{}
	var a data.Article
	var f data.Findings
	for i := range d.Passages[:min(contextMost, len(d.Passages))] {
		e := &d.Passages[i]
		if e.Article != a.ID {
			var err error
			if a, f, err = lib.Article(ctx, e.Article); err != nil {
				return err
			}
		}
		if bare(e, f.Mentions) {
			if before := sentenceBefore(&a, e.Start); before != "" {
				d.Before[e.ID] = before
			}
		}
	}
	return nil
}

// bare says whether a passage does not name both of its parties.
func bare(e *data.Evidence, mentions []data.Mention) bool {
	var named [2]bool
	for i := range mentions {
		if m := &mentions[i]; e.Overlaps(m.Span) {
			named[0] = named[0] || m.Country == e.Pair[0]
			named[1] = named[1] || m.Country == e.Pair[1]
		}
	}
	return !named[0] || !named[1]
}

// sentenceBefore gives the sentence that ends before a byte of an article, "" at its beginning and where only furniture
// stands before.
func sentenceBefore(a *data.Article, at int) string {
	from := max(0, at-contextReach)
	for from > 0 && from < at && a.Text[from-1] != ' ' && a.Text[from-1] != '\n' {
		from++
	}
	part := data.Article{Text: a.Text[from:at], Language: a.Language}
	for _, o := range a.Omitted {
		if o.Start < at && o.End > from {
			s := data.Span{Start: max(o.Start-from, 0), End: min(o.End, at) - from}
			part.Omitted = append(part.Omitted, data.Omitted{Span: s, Reason: o.Reason})
		}
	}
	doc := text.Parse(&part)
	if n := len(doc.Sentences); n > 0 && (n > 1 || from == 0) {
		words, _ := doc.Sentences[n-1].In(part.Text)
		return words
	}
	return ""
}
