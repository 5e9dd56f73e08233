package tie

import "strings"

// counts says whether the unit of an amount is a noun that is counted, not money, percent or a measure.
func (a *amount) counts() bool {
	return a.Unit == "people" || len(a.Unit) > 2 && a.Unit == strings.ToLower(a.Unit) && strings.HasSuffix(a.Text, a.Unit)
}

// measureKey is a word for what an amount measures, to compare it with others: the verb or noun that governs it.
func (s *sentence) measureKey(a *amount) string {
	unit := strings.ToLower(a.Unit)
	count := len(unit) > 0 && unit[0] >= 'a' && unit[0] <= 'z'
	for k := a.first - 1; k >= max(0, a.first-10); k-- {
		n := &s.nodes[k]
		switch {
		case n.tag == strong || n.tag == quote:
			k = 0
		case n.tag == verb && n.rel != nil && (n.rel.kind != "" && count || n.rel.word == "invest"):
			return n.rel.word
		case n.tag == other && n.rel != nil && !count:
			return n.rel.word
		case n.tag == other && !count && (s.fold(k) == "total" || s.fold(k) == "cost"):
			return s.fold(k)
		}
	}
	if count {
		return unit
	}
	for k := a.last; k < min(a.last+4, len(s.nodes)); k++ {
		if n := &s.nodes[k]; n.tag == other && n.rel != nil {
			return n.rel.word
		}
	}
	return ""
}

// measured tells in a few words what an amount measures: "trade turnover", "workers employed", "loan"; "" where the text
// says no more than the unit does.
func (s *sentence) measured(a *amount) string {
	if s.far != nil {
		return ""
	}
	v := s.actionBefore(a)
	if a.counts() {
		if v == nil {
			v = s.passiveAfter(a)
		}
		if v == nil || v.rel.participle == "" || v.rel.has(light) || v.rel.kind == "" && !v.passive {
			return ""
		}
		return strings.ToLower(a.Unit) + " " + v.rel.participle
	}
	if words := s.nounAfter(a); words != "" {
		return words
	}
	if v != nil && v.rel.word == "invest" {
		return "investment"
	}
	if words := s.nounBefore(a, v); words != "" {
		return words
	}
	if v != nil && v.rel.kind != "" && !v.rel.has(light) && v.rel.participle != "" && len(a.Unit) == 3 {
		return "amount " + v.rel.participle
	}
	return ""
}

// actionBefore gives the action that an amount is the object of: the one before it with no noun between them but the
// names of those who get it.
func (s *sentence) actionBefore(a *amount) *action {
	for i := len(s.actions) - 1; i >= 0; i-- {
		v := &s.actions[i]
		if v.last > a.first {
			continue
		}
		for k := v.last; k < a.first; k++ {
			if t := s.tagAt(k); t != adverb && t != det && t != number && t != name && t != pronoun && !s.boundAt(k, a.first) {
				return nil
			}
		}
		if v.rel == nil || v.rel == unknownVerb {
			return nil
		}
		return v
	}
	return nil
}

// boundAt says whether the words from k up to an amount are its bound, as in "up to 30".
func (s *sentence) boundAt(k, first int) bool {
	for ; k >= 0 && first-k <= 3; k-- {
		if _, end, ok := s.unit("bound", k); ok && end == first {
			return true
		}
	}
	return false
}

// passiveAfter gives the passive that follows an amount: "30 people were killed".
func (s *sentence) passiveAfter(a *amount) *action {
	for i := range s.actions {
		if v := &s.actions[i]; v.first == a.last && v.passive && v.rel != nil && v.rel != unknownVerb {
			return v
		}
	}
	return nil
}

// nounAfter gives the noun that an amount describes or is an amount of: "a $970 million contract", "$4 billion in aid".
func (s *sentence) nounAfter(a *amount) string {
	if words := s.nounsAt(a.last); words != "" {
		return words
	}
	if w := ""; a.last < len(s.nodes) {
		if w = s.fold(a.last); w != "of" && w != "in" && w != "worth" {
			return ""
		}
		k := a.last + 1
		for k < len(s.nodes) && (s.tagAt(k) == det || w == "worth" && s.fold(k) == "of") {
			k++
		}
		return s.nounsAt(k)
	}
	return ""
}

// nounsAt gives the plain nouns in a row from node k on, at most three, "" where a name or a time stands among them.
func (s *sentence) nounsAt(k int) string {
	var words []string
	for ; k < len(s.nodes) && s.plainNoun(k); k++ {
		words = append(words, s.fold(k))
	}
	if len(words) == 0 || len(words) > 3 || s.tagAt(k) == name || s.tagAt(k) == hyphen {
		return ""
	}
	return strings.Join(words, " ")
}

// plainNoun says whether a node is a noun or adjective in small letters that is neither a time nor a unit.
func (s *sentence) plainNoun(k int) bool {
	return s.tagAt(k) == other && s.nodes[k].mention < 0 && len(s.fold(k)) > 2 && s.doc.Word(s.first+k) != strings.ToUpper(s.doc.Word(s.first+k)) &&
		(s.token(k).Case == 0 || k == 0 || s.sentenceStart(k)) && !s.dateIs("year", k) && !s.dateIs("last", k) && !s.dateIs("next", k) && !s.dateIs("this", k) && !s.dateIs("months", k) && !s.dateIs("week", k) &&
		!s.dateIs("day", k) && s.monthAt(k) == 0 && !s.unitIs("money", k) && !s.unitIs("scale", k) && !s.unitIs("bound", k) &&
		!s.unitIs("per", k) && s.fold(k) != "worth" && s.fold(k) != "total" && s.fold(k) != "further" && s.fold(k) != "additional"
}

// nounBefore gives the noun whose amount is told after it: "trade worth $4 billion", "investment of 3 million euros", or
// the subject of a verb such as "reached" and "was".
func (s *sentence) nounBefore(a *amount, v *action) string {
	if v != nil && v.rel.kind != "" && !v.rel.has(light) {
		return ""
	}
	k := a.first
	for k > 0 && (s.fold(k-1) == "worth" || s.fold(k-1) == "of" || s.boundAt(k-1, a.first)) {
		k--
	}
	if words := s.nounsBefore(k, 0); words != "" {
		return words
	}
	for i := len(s.gs) - 1; i >= 0; i-- {
		g := &s.gs[i]
		if g.last > a.first || s.timeGroup(g) {
			continue
		}
		if s.otherVerb(g.last, a.first) {
			return ""
		}
		if words := s.headNouns(g); words != "" && (g.prep == 0 || g.prep == ofSlot || g.rel != nil) {
			return words
		}
	}
	return ""
}

// otherVerb says whether a verb with a doing of its own, or the end of a part of the sentence, stands between two nodes.
func (s *sentence) otherVerb(from, to int) bool {
	for i := from; i < to; i++ {
		switch n := &s.nodes[i]; n.tag {
		case strong, quote, open, shut, sub:
			return true
		case verb:
			if n.rel != nil && (n.rel.kind != "" && !n.rel.has(light) || n.rel.has(say)) {
				return true
			}
		}
	}
	return false
}

// headNouns gives the plain nouns that a group ends with, at most three.
func (s *sentence) headNouns(g *group) string { return s.nounsBefore(g.last, g.first) }

// nounsBefore gives the plain nouns that end at node end and begin at first or later, at most three.
func (s *sentence) nounsBefore(end, first int) string {
	from := end
	for from > first && end-from < 3 && s.plainNoun(from-1) {
		from--
	}
	var words []string
	for k := from; k < end; k++ {
		words = append(words, s.fold(k))
	}
	return strings.Join(words, " ")
}
