package times

import (
	"entente/data/text"
	"entente/data/tie/internal/rules"
)

// Undated gives the end of a day or month at node i that belongs to no date found, since its year is not known: "13" of
// "December 13", "10-20" of "10-20 de noviembre", "9月". It is i where there is none.
func (s *Times) Undated(i int) int {
	if s.Letters {
		return s.undatedSigns(i)
	}
	if s.YearAt(i) > 0 && s.at(i+1) == "-" && s.dayAt(i+2) > 0 { // "2024-03-12"
		if s.at(i+3) == "-" {
			return i + 5
		}
		return i + 3
	}
	if s.dayAt(i) == 0 {
		return i
	}
	end := i + 1
	if join := s.at(end); (join == "-" || join == "–" || s.TermIs(rules.InsideTerm, end)) && s.dayAt(end+1) > 0 {
		end += 2
	}
	if k := s.afterDay(end - 1); s.MonthAt(k) > 0 {
		return k + 1
	}
	if s.MonthAt(i-1) > 0 || s.at(i-1) == "." && s.MonthAt(i-2) > 0 {
		return end
	}
	return i
}

// undatedSigns gives the end of a year, month or day in Chinese and Japanese: "3年", "9月", "16日".
func (s *Times) undatedSigns(i int) int {
	if s.Token(i).Kind != text.Number {
		return i
	}
	switch s.at(i + 1) {
	case "年", "月", "日":
		return i + 2
	}
	return i
}

// afterDay gives the node of the month that a day at node i may belong to: past "th", "of", "de" and a full stop.
func (s *Times) afterDay(i int) int {
	k := i + 1
	for k < len(s.Nodes) && k < i+3 && linksDay[s.Fold(k)] {
		k++
	}
	return k
}

// linksDay are the signs between a day and its month.
var linksDay = map[string]bool{".": true, "th": true, "st": true, "nd": true, "rd": true, "of": true, "de": true, "er": true}
