package abroad

import (
	"slices"
	"strings"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
)

// discourse is what an article is about at some point, for the parties that a sentence leaves out.
type discourse struct {
	press  data.Party // whose press the article is from, or ""
	items  bool       // the article is a row of short items, each about something else
	itemAt int        // paragraph of the item at hand
	item   data.Party // the party that the item names first, or ""

	three   []data.Party // the three parties that "the three countries" would mean
	threeAt int          // sentence that named them

	flow  flow               // see counted
	named map[data.Party]int // how often the article names each party
}

// bullets begin the items of a list.
var bullets = map[string]bool{"•": true, "▽": true, "▼": true, "■": true, "●": true, "◆": true, "◇": true, "○": true,
	"▶": true, "►": true, "★": true, "☆": true, "※": true, "【": true, "*": true, "·": true, "▪": true, "□": true}

// leastItems is the number of items that make a row of them.
const leastItems = 3

// itemised says whether an article is a row of short items: most of its paragraphs begin with a bullet, or with a place
// and a stop or dash behind it.
func (s *Reader) itemised() bool {
	items, paragraphs, before := 0, 0, -1
	next := 0
	for i := range s.Doc.Sentences {
		sen := &s.Doc.Sentences[i]
		if sen.Paragraph == before {
			continue
		}
		before = sen.Paragraph
		paragraphs++
		for next < len(s.Mentions) && s.Mentions[next].End <= sen.Start {
			next++
		}
		if bullets[s.Doc.Word(sen.First)] || next < len(s.Mentions) && s.headed(sen, s.Mentions[next].Span) {
			items++
		}
	}
	return items >= leastItems && 2*items >= paragraphs
}

// headed says whether a sentence begins with a place, in capitals before a dash, or alone before a full stop.
func (s *Reader) headed(sen *text.Sentence, place data.Span) bool {
	t := &s.Doc.Tokens[sen.First]
	if place.Start != int(t.Start) || sen.Heading {
		return false
	}
	k := sen.First
	for k < sen.Last && int(s.Doc.Tokens[k].Start) < place.End {
		k++
	}
	if k >= sen.Last {
		return false
	}
	switch w := s.Doc.Word(k); w {
	case "–", "—", "-":
		return t.Case == text.Upper
	case ".":
		return k-sen.First <= 3 && k == sen.Last-1
	case "/":
		return sen.Last-sen.First <= 6
	}
	return false
}

// inItem notes the party that the item at hand names first.
func (s *Reader) inItem(sen text.Sentence, first, last int) {
	if !s.items || sen.Paragraph == s.itemAt && s.item != "" {
		return
	}
	if s.itemAt != sen.Paragraph {
		s.itemAt, s.item = sen.Paragraph, ""
	}
	for i := first; i < last && s.item == ""; i++ {
		s.item = s.Mentions[i].Country
	}
}

// about gives the party that the text is about where it stands: that of the item, else that of the article.
func (s *Reader) about() data.Party {
	if s.items {
		return s.item
	}
	return s.Topic
}

// tiedAnyway drops what was read of a party and the one that the article is about, where the sentence tells of that party
// and another one that it names.
func (s *Reader) tiedAnyway() {
	for n := len(s.far.left) - 1; n >= 0; n-- {
		if l := s.far.left[n]; s.toldWithNamed(l) {
			s.Cands = slices.Delete(s.Cands, l.cand, l.cand+1)
		}
	}
}

// toldWithNamed says whether the party that a candidate names is told of with another party that the sentence names, which may be
// the one that it is taken to leave out.
func (s *Reader) toldWithNamed(l leftOut) bool {
	for i := range s.Cands {
		o := &s.Cands[i]
		if !o.Pair.Has(l.named) || o.Score.Holds(reason.AboutTopic) || o.Pair == s.Cands[l.cand].Pair && o.Stance == data.Neutral {
			continue
		}
		if (o.Score.Confidence() >= pairing.Threshold || o.Modality == data.Denied) && slices.Contains(s.Named, o.Pair.Other(l.named)) {
			return true
		}
	}
	return false
}

// headSentences is how many sentences at the top of an article can say that it is an interview.
const headSentences = 6

// interviews are the words by which each language calls an interview.
var interviews = map[string][]string{"de": {"interview", "gespräch mit"}, "es": {"entrevista"}, "fr": {"entretien avec", "interview"},
	"ja": {"インタビュー", "聞き手"}, "ro": {"interviu"}, "ru": {"интервью", "беседовал"}, "sr": {"intervju", "интервју", "razgovor sa", "разговор са"},
	"zh": {"专访", "访谈"}}

// interviewed gives the party of the person whom an article interviews, who says "we": the one named beside the word
// "interview". "" where there is none.
func (s *Reader) interviewed() data.Party {
	if s.questions() < leastQuestions {
		return ""
	}
	next := 0
	for i := range s.Doc.Sentences[:min(headSentences, len(s.Doc.Sentences))] {
		sen := &s.Doc.Sentences[i]
		low := strings.ToLower(s.far.text[sen.Start:sen.End])
		asks := slices.ContainsFunc(interviews[s.far.lang], func(w string) bool { return strings.Contains(low, w) })
		for next < len(s.Mentions) && s.Mentions[next].End <= sen.Start {
			next++
		}
		if asks && next < len(s.Mentions) && s.Mentions[next].Start < sen.End {
			return s.Mentions[next].Country
		}
	}
	return ""
}

// leastQuestions is how many questions an interview asks at least.
const leastQuestions = 2

// questions counts the paragraphs that end with a question.
func (s *Reader) questions() int {
	n := 0
	for i := range s.Doc.Sentences {
		sen := &s.Doc.Sentences[i]
		last := i+1 == len(s.Doc.Sentences) || s.Doc.Sentences[i+1].Paragraph != sen.Paragraph
		if w := s.Doc.Word(sen.Last - 1); last && (w == "?" || w == "？") {
			n++
		}
	}
	return n
}
