package times

import (
	"time"

	"entente/data/text"
)

const (
	// mostPlace is how many nodes of a dateline stand before its day: "CUZCO, Peru, June 21".
	mostPlace = 6
	// mostAgency is how many stand in the brackets after it: "(Reuters)".
	mostAgency = 6
	// datelineReach is how many days before it is published an article may have been written.
	datelineReach = 7
)

// dateline says whether a time is the day on which the article was written: "CUZCO, June 21 (Reuters) -- Peru …".
func (s *Times) dateline(first, last int) bool {
	if first < 1 || first > mostPlace || s.Letters || s.Token(0).Case != text.Upper {
		return false
	}
	k := last
	if s.at(k) == "(" {
		for i := k + 1; i < k+mostAgency; i++ {
			if s.at(i) == ")" {
				k = i + 1
				break
			}
		}
	}
	switch s.at(k) {
	case "—", "–", "-", "--":
		return true
	}
	return false
}

// writtenOn has "today" and "on Monday" count from the day of a dateline, where that is a little before the article was published.
func (s *Times) writtenOn(when string) {
	day, err := time.Parse("2006-01-02", when)
	if age := s.Clock.published.Sub(day); err == nil && age >= 0 && age <= datelineReach*24*time.Hour {
		s.Clock.published = day
	}
}

// mostFiled is the last node at which the day of an agency's note begins.
const mostFiled = 12

// filed says whether a time is that of an agency's note in Chinese, not of what it tells: "新华社利马4月24日电".
func (s *Times) filed(i, end int) bool {
	if s.Lang != "zh" || i > mostFiled || end+1 >= len(s.Nodes) {
		return false
	}
	switch s.Fold(end) {
	case "电", "電", "讯", "訊":
		return true
	}
	return false
}
