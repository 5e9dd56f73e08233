package figure

import (
	"strings"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// second gives the node of the second number of a range whose first one ends at node end: "3-4 billion", "30 to 60 days",
// "between 10 and 20", "between $10 and $20". 0 where there is none.
func (s *Figures) second(start, end int, money string) int {
	if end+1 >= len(s.Nodes) {
		return 0
	}
	if join := s.Fold(end); join != "-" && join != "–" && join != "～" {
		first, _, ok := s.Term(rules.RangeTerm, end)
		if first = text.Fold(first); !ok || first != "-" && s.at(start-1) != first && s.at(start-2) != first {
			return 0
		}
	}
	k := end + 1
	if sign, at, ok := s.signAt(k); ok && sign == money {
		k = at
	}
	if _, _, ok := s.Quantity(k); !ok || k == end+1 && s.Token(k).Kind != text.Number && s.Token(start).Kind == text.Number {
		return 0
	}
	return k
}

// rangeAt adds both amounts of a range and gives its end; 0 where there is none. The first has the scale and unit of the
// second.
func (s *Figures) rangeAt(start, at, end int, v float64, scaled bool, money string) int {
	k := s.second(start, end, money)
	if k == 0 {
		return 0
	}
	high, e, _ := s.Quantity(k)
	if high <= v && !scaled || high > 1000*v {
		return 0
	}
	top, e, both := s.scale(high, e, money != "")
	unit := money
	if unit == "" {
		unit, e = s.unitAfter(k, e, top, both)
	}
	if unit == "" {
		return 0
	}
	if !scaled {
		v *= top / high
	}
	s.addAmount(data.Figure{Value: v, Unit: unit}, start, end)
	s.addAmount(data.Figure{Value: top, Unit: unit}, end+1, e)
	return e
}

// bareReach is how many words before a number are looked at for what it counts.
const bareReach = 14

// bare gives the unit of a number that no noun follows: that of the plural told before it, "visas fell to 189,000", or
// people, "the firm employs 200". "" where nothing tells.
func (s *Figures) bare(start, end int, v float64) string {
	if !s.Foreign && v >= 2 && s.crowd(start) {
		return "people"
	}
	if s.Foreign || v < 2 || s.TagAt(end) == token.Other || s.TagAt(end) == token.Name || s.TagAt(end) == token.Hyphen {
		return ""
	}
	if v := s.verbBefore(start); v != nil && s.Vocab.Lists.People.Has(v.Word) || s.struck(end) {
		return "people"
	}
	if s.Token(start).Kind != text.Number || v < 20 {
		return ""
	}
	if unit := s.numberOf(end); unit != "" && s.YearAt(start) == 0 {
		return unit
	}
	if !strings.Contains(s.Fold(start), ",") {
		return ""
	}
	for k := start - 1; k >= max(0, start-bareReach); k-- {
		switch t := s.Nodes[k].Tag; {
		case t == token.Strong || t == token.Quote || t == token.Sub:
			return ""
		case t == token.Other && k+1 < len(s.Nodes) && s.Nodes[k].Mention < 0 && strings.HasSuffix(s.Fold(k), "s") && len(s.Fold(k)) > 3 &&
			!s.TermIs(noThings, k) && !s.TermIs(rules.MoneyTerm, k) && !s.TermIs(rules.MeasureTerm, k) && s.MonthAt(k) == 0:
			return s.Fold(k)
		}
	}
	return ""
}

// crowd says whether a noun for people together stands before a number: "a team of 30", "its staff to 25", "a crew of about 40".
func (s *Figures) crowd(start int) bool {
	k := start - 1
	for k > 0 && start-k < 4 && s.boundAt(k, start) {
		k--
	}
	return k > 0 && (s.at(k) == "of" || s.at(k) == "to") && s.YearAt(start) == 0 && !s.TermIs(noThings|rules.PercentTerm|rules.MoneyTerm, start+1) && s.Vocab.Lists.Crowds.Has(strings.TrimSuffix(s.at(k-1), "s"))
}

// verbBefore gives the verb that a number is the object of, words such as "more than" between them left out.
func (s *Figures) verbBefore(start int) *rules.Relation {
	k := start - 1
	for k > 0 && start-k < 4 && (s.boundAt(k, start) || s.Is(k, rules.IsDet)) {
		k--
	}
	if k >= 0 && s.Nodes[k].Tag == token.Verb {
		return s.Nodes[k].Rel
	}
	return nil
}
