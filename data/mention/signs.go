package mention

import (
	"unicode/utf8"

	"entente/data/gazetteer"
	"entente/data/text"
)

// overtaken says whether other words begin within those from token i to end and go on past them, in scripts without
// spaces: 在华盛顿 has 华盛顿, no 在华. Longer words win; see outdone for words as long. But 美韩国防部长 are two ministers.
func (r *reading) overtaken(senses []gazetteer.Sense, i, end, last int) bool {
	s := &senses[0]
	if s.Short && s.Class == gazetteer.Group && end+1 < last && r.d.Fold(end) == "国" && r.d.Fold(end+1) == "防" {
		return false
	}
	for k := i + 1; k < end; k++ {
		inner, e := r.lex.Longest(r.d, k, last)
		if e > end && (e-k > end-i || s.Short && e-k == end-i && outdone(s, &inner[0])) {
			return true
		}
	}
	return false
}

// outdone says whether two signs that are short for something, or a plain word, give way to the two that begin within
// them. 中美 does in 其中美国 and 对日 in 对日常生活; 近日 does in 最近日本.
func outdone(s, inner *gazetteer.Sense) bool {
	if s.Class != gazetteer.Trap {
		return inner.Short == (inner.Class == gazetteer.Trap)
	}
	return inner.Class == gazetteer.Name && !inner.Short
}

// dated says whether the sign at token i is the day of a date: 4日中午, 10日独自.
func (r *reading) dated(i int) bool {
	if i == 0 || r.d.Fold(i) != "日" {
		return false
	}
	before := &r.d.Tokens[i-1]
	if before.Kind == text.Number {
		return true
	}
	numeral, _ := utf8.DecodeRuneInString(r.d.Word(i - 1))
	switch numeral {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '〇':
		return true
	}
	return false
}
