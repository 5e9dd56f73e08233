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
