package english

import (
	"entente/data"
	"entente/data/text"
)

// leastItems is the number of headings that name one country each from which an article is a letter of items.
const leastItems = 3

// headed gives the party of a heading that names nothing but it, as letters put above the items of a country: "OMAN".
func (s *Reader) headed(sen text.Sentence, first, last int) data.Party {
	if last != first+1 || sen.Last-sen.First > 3 || s.Mentions[first].Start > sen.Start || s.Mentions[first].End < sen.End {
		return ""
	}
	if sen.First > 0 && s.Doc.Sentences[0].Last > sen.First {
		return "" // the title
	}
	return s.Mentions[first].Country
}

// items says whether the article is a letter with an item for each country.
func (s *Reader) items() bool {
	n, next := 0, 0
	for _, sen := range s.Doc.Sentences {
		for next < len(s.Mentions) && s.Mentions[next].End <= sen.Start {
			next++
		}
		last := next
		for last < len(s.Mentions) && s.Mentions[last].Start < sen.End {
			last++
		}
		if s.headed(sen, next, last) != "" {
			n++
		}
		next = last
	}
	return n >= leastItems
}

// leadSentences are the title and what stands below it as headings do, such as the place and the author.
const leadSentences = 4

// newItem notes a heading whose mentions are those from first to last: below it an article goes on with something else, which is
// mostly about the one party of the heading where the party of the whole article is not named up to the next.
func (s *Reader) newItem(first, last int) {
	if s.section == 0 {
		s.whole = s.Topic
	}
	s.section, s.item, s.Topic = s.Index, "", s.whole
	for i := first; i < last; i++ {
		switch c := s.Mentions[i].Country; {
		case s.item == "":
			s.item = c
		case c != s.item:
			s.item = ""
			return
		}
	}
	end := s.Index + 1
	for end < len(s.Doc.Sentences) && !s.Doc.Sentences[end].Heading {
		end++
	}
	if s.item != "" && !s.NamedIn(s.whole, s.section, end) {
		s.Topic = s.item
	}
}
