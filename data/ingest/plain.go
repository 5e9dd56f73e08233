package ingest

import (
	"strings"

	"entente/data"
	"entente/data/text"
)

// maxTitle is the longest title in bytes; a longer first line is text.
const maxTitle = 300

// readPlain reads a plain text, as copied from a page or written by hand.
func readPlain(raw []byte, name string) ([]data.Article, error) {
	s, err := decode(raw, name)
	if err != nil {
		return nil, err
	}
	s = text.Normalise(s)
	if strings.TrimSpace(s) == "" {
		return nil, empty(name)
	}
	return []data.Article{understand(s, blocksOf(s))}, nil
}

// understand tells the article from the furniture among the blocks of s and finds the facts that the text tells.
func understand(s string, blocks []block) data.Article {
	a := data.Article{Text: s}
	what, title := judge(s, blocks)
	a.Omitted = omit(blocks, what)
	if title >= 0 {
		a.Title = oneLine(unstamped(s[blocks[title].Start:blocks[title].End]))
	}
	a.Language = languageOf(kept(s, blocks, what))
	a.Published = publishedOf(s, blocks, what, max(title, 0))
	a.Publisher = oneLine(publisherOf(s, blocks, what, max(title, 0)))
	return a
}

// An article that keeps fewer running words than these, in number and in hundredths of all, was taken for furniture by
// mistake: a heading above it was read as the start of something else.
const (
	leastWords = 150
	leastKept  = 35
)

// judge says what each block is and which one is the title, or -1.
func judge(s string, blocks []block) (what []state, title int) {
	scores, hinted, title := scoreAll(s, blocks, true)
	if !hinted {
		return make([]state, len(blocks)), title
	}
	what = decide(blocks, scores)
	if stays, all := running(blocks, what); stays < leastWords && stays*100 < all*leastKept {
		scores, _, other := scoreAll(s, blocks, false)
		again := decide(blocks, scores)
		if more, _ := running(blocks, again); more > stays {
			return again, other
		}
	}
	return what, title
}

// running counts the running words that stay in the article, and all there are.
func running(blocks []block, what []state) (stays, all int) {
	for i := range blocks {
		if b := &blocks[i]; b.sentence && b.words >= 8 {
			all += b.words
			if what[i] == articleState {
				stays += b.words
			}
		}
	}
	return stays, all
}

// kept gives the words of the article for telling its language: no more than a sample.
func kept(s string, blocks []block, what []state) string {
	var b strings.Builder
	for i := range blocks {
		if what[i] == articleState {
			b.WriteString(s[blocks[i].Start:min(blocks[i].End, blocks[i].Start+sampleBytes)])
			b.WriteByte('\n')
		}
		if b.Len() > sampleBytes {
			break
		}
	}
	return b.String()
}

// oneLine makes one line of a title that was broken, and cuts what is too long for a title.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > maxTitle {
		s = strings.ToValidUTF8(s[:maxTitle], "")
	}
	return s
}
