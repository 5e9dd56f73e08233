// Package figure finds the amounts told in a sentence: value, unit, bound, rate, and what they measure.
package figure

import (
	"math"
	"strconv"
	"strings"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// Figures is a sentence with the amounts told in it.
type Figures struct {
	grammar.Tree
	Amounts []Amount // in order
	carried []carried
}

// Reuse takes over the lists of figures that have been read, emptied.
func (s *Figures) Reuse(old *Figures) {
	s.Tree.Reuse(&old.Tree)
	s.Amounts, s.carried = old.Amounts[:0], old.carried[:0]
}

// Amount is a figure with its place among the nodes.
type Amount struct {
	data.Figure
	First, last int
	Key         string // what it measures, to compare with others
}

// Last is the node after the amount.
func (a *Amount) Last() int { return a.last }

// FindFigures lists the amounts told in the sentence, dates left out.
func (s *Figures) FindFigures() {
	s.Amounts = s.Amounts[:0]
	next := 0
	for i := s.NextStart(0); i < len(s.Nodes); i = s.NextStart(i) {
		for next < len(s.Dates) && s.Dates[next].Last <= i {
			next++
		}
		if next < len(s.Dates) && s.Dates[next].First <= i {
			i = s.Dates[next].Last
			continue
		}
		end := s.amountAt(i)
		i = max(end, i+1)
	}
}

// amountAt reads an amount that begins at node i, adds it, and gives its end; i where there is none.
func (s *Figures) amountAt(i int) int {
	if !s.maybeAmount(i) {
		return i
	}
	if s.Nodes[i].Mention >= 0 && s.Token(i).Kind != text.Number {
		return s.foreignMoney(i)
	}
	if end := s.gluedAt(i); end > i {
		return end
	}
	if end := s.passed(i); end > i {
		return end
	}
	if end := s.fractionAt(i); end > i {
		return end
	}
	start := i
	money, at, signed := s.signAt(i)
	v, end, ok := s.Quantity(at)
	if !ok {
		return i
	}
	v, end, scaled := s.scale(v, end, signed)
	if last := s.rangeAt(start, at, end, v, scaled, money); last > 0 {
		return last
	}
	f := data.Figure{Value: v}
	unit, after, tenth := s.Term(rules.TenthTerm, end)
	switch {
	case tenth && v <= 10: // "7割"
		f.Value, f.Unit, end = 10*v, unit, after
	case signed:
		f.Unit = money
	default:
		f.Unit, end = s.unitAfter(at, end, v, scaled)
	}
	if f.Unit == "" {
		s.untold(&f, start, end, scaled)
	}
	if f.Unit == "" {
		return max(end, i+1)
	}
	s.addAmount(f, start, end)
	return end
}

// untold gives a number that no unit follows the one that the words around it, or amounts before it, tell of.
func (s *Figures) untold(f *data.Figure, start, end int, scaled bool) {
	by := 1.0
	if !scaled {
		f.Unit, by = s.ofWhole(end, f.Value)
	}
	if f.Unit == "" && !scaled {
		f.Unit = s.bare(start, end, f.Value)
	}
	if f.Unit == "" {
		f.Unit = s.unitBefore(start, end, f.Value, scaled)
	}
	if f.Unit == "" && scaled {
		f.Unit = s.carriedUnit(end, f.Value)
	}
	f.Value *= by
}

// maybeAmount says at a glance whether an amount can begin at node i: most words are none.
func (s *Figures) maybeAmount(i int) bool {
	e, t := s.Nodes[i].Entry, &s.Doc.Tokens[s.First+i]
	switch {
	case t.Kind == text.Number:
		return true
	case e == nil:
		return t.Case != text.Lower && glued(s.Doc.Text[t.Start:t.End])
	case e.Told&rules.AmountTerms != 0 && s.Means(rules.AmountTerms, i):
		return e.Told&rules.AmountTerms != rules.SignTerm || t.Case != text.Lower
	}
	return e.Classes&rules.IsDet != 0 && s.TermIs(rules.ScaleTerm, i+1)
}

// glued says whether digits follow the first letters of a word: "R5bn".
func glued(word string) bool {
	for i := 1; i < len(word) && i <= prefixMax; i++ {
		if word[i] >= '0' && word[i] <= '9' {
			return true
		}
	}
	return false
}

// foreignMoney reads "US$ 280m" where "US" was found to name a country.
func (s *Figures) foreignMoney(i int) int {
	money, at, ok := s.Term(rules.MoneyTerm, i)
	if !ok || at == i+1 {
		return i
	}
	v, end, ok := s.Quantity(at)
	if !ok {
		return i
	}
	v, end, _ = s.scale(v, end, true)
	s.addAmount(data.Figure{Value: v, Unit: money}, i, end)
	return end
}

func (s *Figures) addAmount(f data.Figure, first, last int) {
	f.Bound = s.boundBefore(first)
	if unit, per, ok := strings.Cut(f.Unit, "/"); ok {
		f.Unit, f.Per = unit, per // "80,000 bpd"
	} else {
		f.Per = s.perAfter(last)
	}
	span := s.Doc.SpanOf(s.First+first, s.First+last)
	f.Passage = data.PassageOf(s.Doc.Text, span)
	a := Amount{Figure: f, First: first, last: last}
	a.About = s.measured(&a)
	a.Key = s.measureKey(&a)
	s.Amounts = append(s.Amounts, a)
	s.carry(&a)
}

// scale applies the scales after a number. Single letters count only where they stand right at it.
func (s *Figures) scale(v float64, end int, signed bool) (float64, int, bool) {
	scaled, by := false, 1.0
	for end < len(s.Nodes) {
		if k := s.linked(end); k > end && s.TermIs(rules.ScaleTerm, k) && !s.TermIs(rules.MeasureTerm, k) {
			end = k
		}
		if s.TagAt(end) == token.Hyphen && (len(s.at(end+1)) > 3 || signed && len(s.at(end+1)) > 1) && s.TermIs(rules.ScaleTerm, end+1) {
			end++ // "$555-million"
		}
		x, e, ok := s.Term(rules.ScaleTerm, end)
		if !ok || len(s.Fold(end)) == 1 && !s.Token(end).CJK && (s.Token(end).Space || !signed && !s.TermIs(rules.MeasureTerm, end+1) && !s.counted(end+1)) {
			break // "2.5m tonnes" are millions, "2.5m" are not
		}
		n, _ := strconv.ParseFloat(x, 64)
		v, by, end, scaled = v*n, by*n, e, true
		v, end = s.goesOnInWords(v, n, end)
		if end < len(s.Nodes) && s.Fold(end) == "." && !s.Token(end).Space && end+1 < len(s.Nodes) && s.Foreign {
			end++
		}
	}
	if scaled && s.Foreign {
		v, end = s.smallerScale(v, by, end)
	}
	return v, end, scaled
}

// goesOnInWords adds to a number whose last scale is by the words that go on with it: "two hundred and fifty thousand", "one
// thousand two hundred".
func (s *Figures) goesOnInWords(v, by float64, end int) (float64, int) {
	k := end
	if s.at(k) == "and" {
		k++
	}
	if s.Foreign || k >= len(s.Nodes) || s.Token(k).Kind == text.Number || s.TagAt(k) == token.Det || s.Token(end-1).Kind == text.Number || by < 100 || s.TermIs(rules.FractionTerm, k) && !s.TermIs(rules.ScaleTerm, k+1) {
		return v, end
	}
	n, e, ok := s.Quantity(k)
	if !ok || n < 1 || n >= by || n != math.Trunc(n) {
		return v, end
	}
	x, after, more := s.Term(rules.ScaleTerm, e)
	if !more && by > 100 && k > end {
		return v, end // "a thousand and two ministers"
	}
	if m, _ := strconv.ParseFloat(x, 64); more && by == 100 && m <= by {
		return v, end // "between one hundred and two hundred"
	}
	for by > 100 && more {
		m, _ := strconv.ParseFloat(x, 64)
		if n*m >= by {
			return v, end
		}
		n, e = n*m, after
		x, after, more = s.Term(rules.ScaleTerm, e)
	}
	return v + n, e
}

// smallerScale adds a second number with a scale of its own to one whose scale is by: "8億5000万", "un millón 200 mil". A
// larger scale holds for both: "3 mil 400 millones".
func (s *Figures) smallerScale(v, by float64, end int) (float64, int) {
	if end >= len(s.Nodes) || s.Token(end).Kind != text.Number && !s.TermIs(rules.NumberTerm, end) {
		return v, end
	}
	n, e, ok := s.Quantity(end)
	if !ok || n >= by || n <= 0 {
		return v, end
	}
	all, last, scaled := s.scale(n, e, false)
	switch then := all / n; {
	case !scaled && by >= 1e4 && s.Letters, scaled && then < by:
		return v + all, last
	case scaled && by == 1e3:
		return (v + n) * then, last
	}
	return v, end
}

// linked skips the words that some languages put between a number and what it counts: "857 de milioane de euro", "4万多个".
func (s *Figures) linked(i int) int {
	for s.Foreign && (s.TermIs(rules.LinkTerm, i) || s.at(i) == "d'") {
		i++
	}
	return i
}

// unitAfter finds the unit behind a number: money, percent, a measure, or the noun that is counted. "" where the number
// is none worth telling: an ordinal, a year, a small number in words, a time.
func (s *Figures) unitAfter(start, end int, v float64, scaled bool) (string, int) {
	if end >= len(s.Nodes) {
		return "", end
	}
	k := s.linked(end)
	if s.TagAt(k) == token.Hyphen {
		k++
	}
	if u, e, ok := s.Term(rules.PercentTerm, k); ok {
		return u, e
	}
	if u, e, ok := s.moneyAfter(k); ok {
		return u, e
	}
	if u, e, ok := s.Term(rules.MeasureTerm, k); ok {
		if s.Token(start).Kind != text.Number && (s.Letters && v < 2 || v == 2 && u == "people" && s.the(start-1)) {
			return "", end // "一家公司" is a company, "the two men" were told of before
		}
		return u, e
	}
	if k > end && s.TagAt(end) == token.Hyphen || !s.Token(end).Space && !s.Token(end).CJK {
		return "", end
	}
	if s.TagAt(end) == token.Number && s.Fold(end) != "%" || s.Fold(end) == "to" {
		return s.rangeUnit(end)
	}
	if !scaled && v != math.Trunc(v) {
		return "", end // "the 7.5 quakes"
	}
	spelled := s.Token(start).Kind != text.Number
	if spelled && !scaled && v < 20 && (s.Foreign || v < 2 || !s.few(end, v) && !s.harmed(start, end)) || !scaled && s.YearAt(start) > 0 && !strings.Contains(s.Fold(start), ",") && (!s.counted(end) || s.TagAt(end+1) == token.Hyphen) {
		return "", end
	}
	return s.countedNoun(end)
}

// rangeUnit gives the first number of "30 to 60 days" the unit of the second.
func (s *Figures) rangeUnit(end int) (string, int) {
	v, e, ok := s.Quantity(end + 1)
	if !ok || s.Fold(end) != "to" {
		return "", end
	}
	_, e, _ = s.scale(v, e, false)
	u, _ := s.unitAfter(end+1, e, v, true)
	return u, end
}

// make says whether node k is a make of things that a number in digits before node end counts: "22 Dreamliners", "14
// Leopard tanks".
func (s *Figures) make(k, end int) bool {
	if s.Foreign || k != end && s.Token(k-1).Kind != text.Number || s.Token(k).Case != text.Capital || s.Token(end-1).Kind != text.Number || s.MonthAt(k) > 0 {
		return false
	}
	return strings.HasSuffix(s.Fold(k), "s") || s.counted(k+1) ||
		k+2 < len(s.Nodes) && s.Token(k+1).Kind == text.Number && strings.HasSuffix(s.Fold(k+2), "s")
}

// boundBefore reads "more than" and the like before an amount.
func (s *Figures) boundBefore(first int) string {
	for back := 1; back <= 3 && first-back >= 0; back++ {
		if v, end, ok := s.Term(rules.BoundTerm, first-back); ok && end == first {
			return v
		}
	}
	return ""
}

// perAfter reads "a year", "per day", "annually" after an amount and its noun.
func (s *Figures) perAfter(last int) string {
	for k := last; k < min(last+4, len(s.Nodes)); k++ {
		v, _, ok := s.Term(rules.PerTerm, k)
		if !ok {
			continue
		}
		if s.Foreign {
			return v
		}
		if w := s.Fold(k); w == "annually" || w == "monthly" || w == "daily" || w == "yearly" {
			if t := s.TagAt(k + 1); t == token.Other || t == token.Name {
				return "" // "a 3 million euro loan, and daily newspapers"
			}
			return v
		}
		if b := s.Fold(k - 1); k > last && (b == "a" || b == "per" || b == "each" || b == "every" || b == "/") {
			return v
		}
		return ""
	}
	return ""
}
