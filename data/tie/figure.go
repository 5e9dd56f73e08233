package tie

import (
	"strconv"
	"strings"

	"entente/data"
	"entente/data/text"
)

// amount is a figure with its place among the nodes.
type amount struct {
	data.Figure
	first, last int
	key         string // what it measures, to compare with others
}

// findFigures lists the amounts told in the sentence, dates left out.
func (s *sentence) findFigures() {
	s.amounts = s.amounts[:0]
	next := 0
	for i := 0; i < len(s.nodes); {
		for next < len(s.dates) && s.dates[next].last <= i {
			next++
		}
		if next < len(s.dates) && s.dates[next].first <= i {
			i = s.dates[next].last
			continue
		}
		end := s.amountAt(i)
		i = max(end, i+1)
	}
}

// amountAt reads an amount that begins at node i, adds it, and gives its end; i where there is none.
func (s *sentence) amountAt(i int) int {
	if s.far == nil && !s.maybeAmount(i) {
		return i
	}
	if s.nodes[i].mention >= 0 && s.token(i).Kind != text.Number {
		return s.foreignMoney(i)
	}
	start := i
	money, at, signed := s.unit("money", i)
	if at == i+2 && len(s.fold(i)) == 1 && s.token(i+1).Space {
		signed, at = false, i // "a $970 million contract" is not in Australian dollars
	}
	if signed && !strings.ContainsAny(s.doc.Text[s.token(i).Start:s.token(at-1).End], "$€£¥₹₽₩₴₺₪₦₫") && s.token(i).Case != text.Upper {
		signed, at = false, i
	}
	v, end, ok := s.quantity(at)
	if !ok {
		return i
	}
	v, end, scaled := s.scale(v, end, signed)
	f := data.Figure{Value: v}
	switch {
	case signed:
		f.Unit = money
	default:
		f.Unit, end = s.unitAfter(at, end, v, scaled)
	}
	if f.Unit == "" && scaled && v >= 1e6 {
		f.Unit = s.moneyBefore()
	}
	if f.Unit == "" {
		return max(end, i+1)
	}
	s.addAmount(f, start, end)
	return end
}

// maybeAmount says at a glance whether an amount can begin at node i: most words are none.
func (s *sentence) maybeAmount(i int) bool {
	if s.token(i).Kind == text.Number {
		return true
	}
	e := s.nodes[i].entry
	if e != nil && len(e.units) > 0 {
		return true
	}
	return e != nil && e.classes&isDet != 0 && i+1 < len(s.nodes) && s.nodes[i+1].entry != nil && len(s.nodes[i+1].entry.units) > 0
}

// foreignMoney reads "US$ 280m" where "US" was found to name a country.
func (s *sentence) foreignMoney(i int) int {
	money, at, ok := s.unit("money", i)
	if !ok || at == i+1 {
		return i
	}
	v, end, ok := s.quantity(at)
	if !ok {
		return i
	}
	v, end, _ = s.scale(v, end, true)
	s.addAmount(data.Figure{Value: v, Unit: money}, i, end)
	return end
}

// moneyBefore gives the money of the last amount of the sentence, for "from 505 million dollars to two billion".
func (s *sentence) moneyBefore() string {
	if n := len(s.amounts); n > 0 && len(s.amounts[n-1].Unit) == 3 && s.amounts[n-1].Unit[0] < 'a' {
		return s.amounts[n-1].Unit
	}
	return ""
}

func (s *sentence) addAmount(f data.Figure, first, last int) {
	f.Bound = s.boundBefore(first)
	f.Per = s.perAfter(last)
	span := s.doc.SpanOf(s.first+first, s.first+last)
	f.Passage = data.PassageOf(s.doc.Text, span)
	a := amount{Figure: f, first: first, last: last}
	a.About, a.key = s.measured(&a), s.measureKey(&a)
	s.amounts = append(s.amounts, a)
}

// quantity reads a number in digits or words at node i: "4,200", "twenty", "ninety-five", "half a", "a" before a scale.
func (s *sentence) quantity(i int) (float64, int, bool) {
	if i >= len(s.nodes) {
		return 0, i, false
	}
	if s.token(i).Kind == text.Number {
		v, ok := s.digits(s.fold(i))
		return v, i + 1, ok
	}
	if w := s.fold(i); s.lang == "en" && (w == "a" || w == "an") && i+1 < len(s.nodes) && s.unitIs("scale", i+1) && len(s.fold(i+1)) > 2 {
		return 1, i + 1, true
	}
	v, end, ok := s.unit("number", i)
	if !ok {
		return 0, i, false
	}
	n, _ := strconv.ParseFloat(v, 64)
	if n == 0.5 && end < len(s.nodes) && s.fold(end) == "a" {
		if s.unitIs("scale", end+1) {
			return n, end + 1, true
		}
		return 0, i, false
	}
	if n >= 20 {
		k := end
		if s.tagAt(k) == hyphen {
			k++
		}
		if u, e, ok := s.unit("number", k); ok {
			if x, _ := strconv.ParseFloat(u, 64); x >= 1 && x < 10 {
				return n + x, e, true
			}
		}
	}
	return n, end, true
}

// digits turns "4,200.5" into a number; in the languages of the Continent the comma is the decimal sign.
func (s *sentence) digits(w string) (float64, bool) {
	var b strings.Builder
	comma := s.lang != "en" && s.lang != "ja" && s.lang != "zh"
	for i, r := range w {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == '.' || r == ',':
			rest := w[i+1:]
			group := len(rest) >= 3 && (len(rest) == 3 || rest[3] == '.' || rest[3] == ',')
			if decimal := (r == ',') == comma; decimal && !(group && strings.Count(w, string(r)) > 1) || !decimal && !group {
				b.WriteByte('.')
			}
		}
	}
	v, err := strconv.ParseFloat(b.String(), 64)
	return v, err == nil
}

// scale applies the scales after a number. Single letters count only where they stand right at it.
func (s *sentence) scale(v float64, end int, signed bool) (float64, int, bool) {
	scaled := false
	for end < len(s.nodes) {
		if k := s.linked(end); k > end && s.unitIs("scale", k) {
			end = k
		}
		x, e, ok := s.unit("scale", end)
		if !ok || len(s.fold(end)) == 1 && !s.token(end).CJK && (s.token(end).Space || !signed) {
			break
		}
		n, _ := strconv.ParseFloat(x, 64)
		v, end, scaled = v*n, e, true
		if end < len(s.nodes) && s.fold(end) == "." && !s.token(end).Space && end+1 < len(s.nodes) && s.lang == "ru" {
			end++
		}
	}
	return v, end, scaled
}

// linked skips the "of" that some languages put between a number and what it counts: "857 de milioane de euro".
func (s *sentence) linked(i int) int {
	if s.far != nil && i < len(s.nodes) && (s.unitIs("link", i) || s.fold(i) == "d'") {
		return i + 1
	}
	return i
}

// unitAfter finds the unit behind a number: money, percent, a measure, or the noun that is counted. "" where the number
// is none worth telling: an ordinal, a year, a small number in words, a time.
func (s *sentence) unitAfter(start, end int, v float64, scaled bool) (string, int) {
	if end >= len(s.nodes) {
		return "", end
	}
	k := s.linked(end)
	if s.tagAt(k) == hyphen {
		k++
	}
	for _, class := range []string{"percent", "money", "measure"} {
		if u, e, ok := s.unit(class, k); ok {
			return u, e
		}
	}
	if k > end && s.tagAt(end) == hyphen || !s.token(end).Space && !s.token(end).CJK {
		return "", end
	}
	if s.tagAt(end) == number && s.fold(end) != "%" || s.fold(end) == "to" {
		if s.fold(end) == "to" || s.tagAt(end) == number {
			return s.rangeUnit(end)
		}
	}
	spelled := s.token(start).Kind != text.Number
	if spelled && !scaled && v < 20 || !scaled && s.yearAt(start) > 0 && !strings.Contains(s.fold(start), ",") && !s.counted(end) {
		return "", end
	}
	return s.countedNoun(end)
}

// rangeUnit gives the first number of "30 to 60 days" the unit of the second.
func (s *sentence) rangeUnit(end int) (string, int) {
	v, e, ok := s.quantity(end + 1)
	if !ok || s.fold(end) != "to" {
		return "", end
	}
	_, e, _ = s.scale(v, e, false)
	u, _ := s.unitAfter(end+1, e, v, true)
	return u, end
}

func (s *sentence) counted(i int) bool {
	return s.tagAt(i) == other && strings.HasSuffix(s.fold(i), "s") && s.token(i).Case == text.Lower
}

// times are nouns that make no figure.
var times = map[string]bool{"year": true, "years": true, "month": true, "months": true, "hours": true, "hour": true,
	"minutes": true, "minute": true, "weeks": true, "week": true, "decades": true, "decade": true, "times": true,
	"centuries": true, "century": true, "am": true, "pm": true, "o'clock": true}

// countedNoun gives the noun that a number counts: the last of the nouns after it; "people" for the people of a country.
func (s *sentence) countedNoun(end int) (string, int) {
	k := s.linked(end)
	if k < len(s.nodes) && s.fold(k) == "of" {
		k++
		for k < len(s.nodes) && s.tagAt(k) == det {
			k++
		}
		if s.tagAt(k) == pronoun {
			return "people", k + 1
		}
	}
	unit := ""
	for n := 0; k < len(s.nodes) && n < 4; k, n = k+1, n+1 {
		t := s.tagAt(k)
		if t == name {
			if s.demonym(k) && (k+1 >= len(s.nodes) || s.tagAt(k+1) != other) {
				return "people", k + 1
			}
			continue
		}
		if t != other || s.token(k).Case != text.Lower && !s.shouting {
			break
		}
		unit = s.doc.Word(s.first + k)
	}
	if unit == "" || times[strings.ToLower(unit)] {
		return "", end
	}
	return unit, k
}

// boundBefore reads "more than" and the like before an amount.
func (s *sentence) boundBefore(first int) string {
	for back := 1; back <= 3 && first-back >= 0; back++ {
		if v, end, ok := s.unit("bound", first-back); ok && end == first {
			return v
		}
	}
	return ""
}

// perAfter reads "a year", "per day", "annually" after an amount and its noun.
func (s *sentence) perAfter(last int) string {
	for k := last; k < min(last+4, len(s.nodes)); k++ {
		v, _, ok := s.unit("per", k)
		if !ok {
			continue
		}
		if w := s.fold(k); w == "annually" || w == "monthly" || w == "daily" || w == "yearly" {
			return v
		}
		if b := s.fold(k - 1); k > last && (b == "a" || b == "per" || b == "each" || b == "every" || b == "/") {
			return v
		}
		return ""
	}
	return ""
}
