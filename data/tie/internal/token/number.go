package token

import (
	"strconv"
	"strings"

	"entente/data/text"
	"entente/data/tie/internal/rules"
)

// Quantity reads a number in digits or words at node i: "4,200", "twenty", "ninety-five", "half a", "a" before a scale.
func (s *Line) Quantity(i int) (float64, int, bool) {
	if i >= len(s.Nodes) {
		return 0, i, false
	}
	if s.Token(i).Kind == text.Number {
		v, ok := s.digits(s.Fold(i))
		end := i + 1
		for ok && s.Foreign && !s.Letters && s.goesOn(i, end) {
			rest, _ := s.digits(s.Fold(end))
			v, end = v*1000+rest, end+1
		}
		return v, end, ok
	}
	if s.Letters {
		if v, end, ok := s.numerals(i); ok {
			return v, end, true
		}
	}
	if w := s.Fold(i); s.Lang == "en" && (w == "a" || w == "an") && i+1 < len(s.Nodes) && s.TermIs(rules.ScaleTerm, i+1) && len(s.Fold(i+1)) > 2 {
		return 1, i + 1, true
	}
	v, end, ok := s.Term(rules.NumberTerm, i)
	if !ok {
		return 0, i, false
	}
	n, _ := strconv.ParseFloat(v, 64)
	if n == 0.5 && end < len(s.Nodes) && s.Fold(end) == "a" {
		if s.TermIs(rules.ScaleTerm, end+1) {
			return n, end + 1, true
		}
		return 0, i, false
	}
	if s.Lang == "en" && end+2 < len(s.Nodes) && s.Fold(end) == "and" && s.Fold(end+1) == "a" && s.Fold(end+2) == "half" {
		return n + 0.5, end + 3, true
	}
	if n >= 20 {
		k := end
		if s.TagAt(k) == Hyphen {
			k++
		}
		if u, e, ok := s.Term(rules.NumberTerm, k); ok {
			if x, _ := strconv.ParseFloat(u, 64); x >= 1 && x < 10 {
				return n + x, e, true
			}
		}
	}
	return n, end, true
}

// Numeral gives the value of a Chinese or Japanese numeral below ten, or of ten, a hundred or a thousand, -1 for another word.
func Numeral(w string) int {
	switch w {
	case "〇", "○", "零":
		return 0
	case "一":
		return 1
	case "二", "两", "兩":
		return 2
	case "三":
		return 3
	case "四":
		return 4
	case "五":
		return 5
	case "六":
		return 6
	case "七":
		return 7
	case "八":
		return 8
	case "九":
		return 9
	case "十":
		return 10
	case "廿":
		return 20
	case "卅":
		return 30
	case "百":
		return 100
	case "千":
		return 1000
	}
	return -1
}

// numerals reads a number of two numerals or more, by places as in 三百二十五 or digit by digit as in 二〇二三; 廿五 is 25.
func (s *Line) numerals(i int) (v float64, end int, ok bool) {
	total, digit, digits := 0, -1, 0
	for end = i; end < len(s.Nodes); end++ {
		n := Numeral(s.Fold(end))
		switch {
		case n < 0:
		case n == 0 && total > 0:
			continue
		case n < 10:
			if digits++; digit >= 0 {
				n += 10 * digit
			}
			digit = n
			continue
		case n == 20 || n == 30:
			total += n
			continue
		default:
			if digits > 1 {
				return 0, i, false
			}
			total, digit, digits = total+n*max(digit, 1), -1, 0
			continue
		}
		break
	}
	if end-i < 2 || digits == 2 || digits > 4 || total > 0 && digits > 1 { // 五六 is five or six
		return 0, i, false
	}
	return float64(total + max(digit, 0)), end, true
}

// goesOn says whether the number at end goes on with the one that begins at node i, as "150 000" does.
func (s *Line) goesOn(i, end int) bool {
	plain := func(w string, most int) bool { return len(w) <= most && !strings.ContainsAny(w, ".,") }
	if end >= len(s.Nodes) || s.Token(end).Kind != text.Number || !s.Token(end).Space {
		return false
	}
	w := s.Fold(end)
	if comma := strings.IndexByte(w, ','); comma == 3 {
		w = w[:comma] // "7 100,5"
	}
	return plain(s.Fold(i), 3) && len(w) == 3 && plain(w, 3) && s.Fold(i) != "0"
}

// wholeMax is how many digits a whole number may have to be exact.
const wholeMax = 15

// whole reads a number of nothing but digits.
func whole(w string) (v float64, ok bool) {
	for i := range len(w) {
		if w[i] < '0' || w[i] > '9' {
			return 0, false
		}
		v = 10*v + float64(w[i]-'0')
	}
	return v, w != "" && len(w) <= wholeMax
}

// digits turns "4,200.5" into a number; in the languages of the Continent the comma is the decimal sign.
func (s *Line) digits(w string) (float64, bool) {
	if v, ok := whole(w); ok {
		return v, true
	}
	var b strings.Builder
	comma := s.Lang != "en" && s.Lang != "ja" && s.Lang != "zh"
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
