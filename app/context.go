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
	rest := d.Passages[:min(contextMost, len(d.Passages))]
	for len(rest) > 0 {
		n := 1
		for n < len(rest) && rest[n].Article == rest[0].Article {
			n++
		}
		if err := d.addContextOf(ctx, lib, rest[:n]); err != nil {
			return err
		}
		rest = rest[n:]
	}
	return nil
}

// addContextOf does it for passages of one article, which come by place.
func (d *Detail) addContextOf(ctx context.Context, lib Library, passages []data.Evidence) error {
	whole := data.Span{Start: max(0, passages[0].Start-contextReach)}
	for i := range passages {
		whole.End = max(whole.End, passages[i].End)
	}
	a, mentions, err := lib.Part(ctx, passages[0].Article, whole)
	if err != nil {
		return err
	}
	first := whole.End - len(a.Text) // a letter that was cut is left out
	for i := range passages {
		e := &passages[i]
		place := data.Span{Start: e.Start - first, End: e.End - first}
		if place.Start > 0 && bare(e.Pair, place, mentions) {
			if before := sentenceBefore(&a, place.Start, first == 0); before != "" {
				d.Before[e.ID] = before
			}
		}
	}
	return nil
}

// bare says whether words do not name both parties of a pair.
func bare(pair data.Pair, words data.Span, mentions []data.Mention) bool {
	var named [2]bool
	for i := range mentions {
		if m := &mentions[i]; m.Overlaps(words) {
			named[0] = named[0] || m.Country == pair[0]
			named[1] = named[1] || m.Country == pair[1]
		}
	}
	return !named[0] || !named[1]
}

// sentenceBefore gives the sentence that ends before a byte of a part of an article; "" where only furniture stands before,
// and where the sentence may begin before what is looked through. first says that the part begins where the article does.
func sentenceBefore(part *data.Article, at int, first bool) string {
	from := max(0, at-contextReach)
	for from > 0 && from < at && part.Text[from-1] != ' ' && part.Text[from-1] != '\n' {
		from++
	}
	before := data.Article{Text: part.Text[from:at], Language: part.Language}
	for _, o := range part.Omitted {
		if o.Start < at && o.End > from {
			o.Start, o.End = max(o.Start-from, 0), min(o.End, at)-from
			before.Omitted = append(before.Omitted, o)
		}
	}
	doc := text.Parse(&before)
	n := len(doc.Sentences)
	if n == 0 || n == 1 && (from > 0 || !first) {
		return ""
	}
	words, _ := doc.Sentences[n-1].In(before.Text)
	return words
}
