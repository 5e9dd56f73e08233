package pairing

import (
	"math"
	"slices"
	"strings"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// headSentences is how many sentences at the top of an article can say who "we" are.
const headSentences = 8

// Introduce reads what an article says of itself as a whole: whether it is about sport, which party it is mostly about,
// and who "we" are.
func (s *Article) Introduce() {
	s.stand()
	s.sport, s.asks = s.sportFrom(), s.interview()
	s.dateline, s.writtenTo = s.writtenIn()
	s.Written = s.dateline
	s.Topic, s.Dominant = s.mostlyAbout()
	next, letterhead, asked := 0, false, false
	for i := range min(headSentences, len(s.Doc.Sentences)) {
		sen := s.Doc.Sentences[i]
		for next < len(s.Mentions) && s.Mentions[next].End <= sen.Start {
			next++
		}
		first := next
		for next < len(s.Mentions) && s.Mentions[next].Start < sen.End {
			next++
		}
		asked = asked || s.asks && s.spokenTo(sen)
		if s.Focus.Self == "" {
			var head bool
			s.Focus.Self, head = s.selfIn(sen, first, next)
			if letterhead = letterhead || head || s.asks && s.officeIn(sen); letterhead && s.Focus.Self == "" && next > first && !asked {
				s.Focus.Self = s.Mentions[first].Country
			}
		} else if s.Focus.Host == "" && sen.Heading && next == first+1 && s.Mentions[first].Country != s.Focus.Self {
			s.Focus.Host = s.Mentions[first].Country
		}
	}
	if self := s.Focus.Self; self != "" && self != s.Topic {
		s.Topic, s.Dominant = self, false
	}
	if s.Written != s.Topic {
		s.Written = ""
	}
	s.Hosted = s.Focus.Host != ""
}

// sportStarts is the number of words in which an article about sport speaks of sport. What begins later are teasers below it.
const sportStarts = 80

// noSport is the token from which an article is about sport that is not.
const noSport = math.MaxInt

// sportFrom gives the token from which an article is about sport: the first, one that begins the teasers below it, or noSport
// where too few of the words of sport stand in it.
func (s *Article) sportFrom() int {
	head := s.Head()
	first := 0
	var seen []*rules.Word
	for i := range head {
		w := head[i].Entry
		if w != nil && w.Classes&rules.IsSport != 0 && !slices.Contains(seen, w) {
			if seen = append(seen, w); len(seen) == 1 {
				first = i
			}
		}
	}
	switch {
	case len(seen) < SportWords || len(seen)*SportTokens < len(head):
		return noSport
	case first <= max(sportStarts, len(head)/3):
		return 0
	}
	return first
}

// sporting says whether the sentence at hand is about sport.
func (s *Article) sporting() bool { return s.First+len(s.Nodes) > s.sport }

// selfIn finds in a sentence at the top who speaks: an embassy or ministry in its letterhead, or who is interviewed. It
// says whether the sentence is a letterhead.
func (s *Article) selfIn(sen text.Sentence, first, last int) (self data.Party, letterhead bool) {
	office, head := false, sen.Heading && sen.Last-sen.First <= 10
	for i := sen.First; i < sen.Last && (head || s.asks); i++ {
		w := s.Entry(i)
		if w == nil {
			continue
		}
		office = office || w.Classes&rules.IsOffice != 0
		f := s.Doc.Fold(i)
		letterhead = letterhead || head && (f == "embassy" || f == "consulate" || f == "ministry" || f == "mission")
	}
	for m := first; m < last; m++ {
		if c := s.Mentions[m].Country; c != "" && (letterhead || office && s.asks) {
			return c, letterhead
		}
	}
	return "", letterhead
}

// spokenTo says whether a sentence speaks to somebody, who then is none of those that it and what follows names: "is your gauge
// like Peru's?"
func (s *Article) spokenTo(sen text.Sentence) bool {
	for i := sen.First; i < sen.Last; i++ {
		switch s.Doc.Fold(i) {
		case "you", "your":
			return true
		}
	}
	return false
}

// officeIn says whether a sentence names an office such as minister, to which the place of the article gives the party.
func (s *Article) officeIn(sen text.Sentence) bool {
	for i := sen.First; i < sen.Last; i++ {
		if w := s.Entry(i); w != nil && w.Classes&rules.IsOffice != 0 {
			if s.Focus.Self == "" && len(s.Mentions) > 0 && s.Mentions[0].Start < sen.Start {
				s.Focus.Self = s.Mentions[0].Country
			}
			return true
		}
	}
	return false
}

// interview says whether the article is made of questions and answers.
func (s *Article) interview() bool {
	questions := 0
	for _, p := range s.Doc.Paragraphs[:min(len(s.Doc.Paragraphs), token.HeadTokens/10)] {
		t := s.Doc.Text[p.Start:p.End]
		if strings.HasSuffix(t, "?") || strings.HasSuffix(t, "?”") || strings.HasPrefix(t, "Q:") || strings.HasPrefix(t, "Q.") {
			questions++
		}
	}
	return questions >= 3
}
