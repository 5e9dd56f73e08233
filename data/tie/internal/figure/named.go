package figure

import (
	"entente/data/text"
	"entente/data/tie/internal/rules"
)

// passed gives the end of a number at node i that counts nothing: a day or month whose year is not told, the time of a
// clock or a score, the number of a name ("F-16", "Article 5", "第3"). It is i where the number may be an amount.
func (s *Figures) passed(i int) int {
	if end := s.Undated(i); end > i {
		return end
	}
	if v, _, ok := s.Term(rules.NumberedTerm, i-1); ok && (v != "spelled" || s.Token(i).Kind != text.Number) {
		return i + 1
	}
	if s.Token(i).Kind != text.Number {
		return i
	}
	switch {
	case s.at(i-1) == "." && s.TermIs(rules.NumberedTerm, i-2), s.dashed(i):
		return i + 1
	case s.TermIs(rules.ClockTerm, i+1):
		return i + 2
	}
	end := i
	for s.at(end+1) == ":" && end+2 < len(s.Nodes) && s.Token(end+2).Kind == text.Number && !s.Token(end+2).Space && !s.Token(end+1).Space {
		end += 2
	}
	if end > i {
		return end + 1
	}
	return i
}

// dashed says whether a number is written on to a word with a hyphen: "F-16", "COVID-19".
func (s *Figures) dashed(i int) bool {
	return i >= 2 && hyphen(s.at(i-1)) && !s.Token(i-1).Space && !s.Token(i).Space && s.Token(i-2).Kind == text.Word && s.MonthAt(i-2) == 0
}

func hyphen(w string) bool { return w == "-" || w == "‑" }

// at gives the folded word at node i, "" outside the sentence.
func (s *Figures) at(i int) string {
	if uint(i) >= uint(len(s.Nodes)) {
		return ""
	}
	return s.Fold(i)
}
