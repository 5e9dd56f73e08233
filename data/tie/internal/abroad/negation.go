package abroad

import (
	"slices"
	"strings"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// negated says whether the word at a node is denied: itself, or the verb of its segment.
func (s *Reader) negated(g, hit int) bool {
	f := s.far
	if s.deniedBefore(g, hit) {
		return true
	}
	if s.notAround(g, hit) {
		r := f.means[hit].rel
		return r.Kind != data.Reject || r.Has(rules.Joint)
	}
	if f.means[hit].verb {
		return false
	}
	if s.notAfter(hit + 1) {
		return true
	}
	for _, h := range f.segs[g].hits {
		if m := &f.means[h]; m.verb && h != hit && m.rel.Stance != data.Conflict {
			if k := s.notAt(g, h); k >= 0 && !without[s.Fold(k)] {
				return true
			}
		}
	}
	return false
}

// deniedBefore says whether a verb of denying stands in the segment: "denied selling arms".
func (s *Reader) deniedBefore(g, hit int) bool {
	for _, h := range s.far.segs[g].hits {
		if s.far.means[h].rel.Has(rules.Deny) && h != hit && !s.notAround(g, h) && !s.doesToo(h, hit) {
			return true
		}
	}
	return s.deniedAbove(g, hit)
}

// deniedAbove says whether the segment above denies what a segment tells: "Lima denied that it sells Quito oil", "Lima bestritt, Öl an
// Quito zu verkaufen".
func (s *Reader) deniedAbove(g, hit int) bool {
	seg := &s.far.segs[g]
	if s.far.lang == "de" && seg.parent >= 0 && !seg.relative && hit > 0 && seg.subject >= 0 && s.far.lists[seg.subject].seg != g && (s.Fold(hit-1) == "zu" || hit+1 < len(s.Nodes) && s.Fold(hit+1) == "zu") {
		return slices.ContainsFunc(s.far.segs[seg.parent].hits, func(h int) bool {
			return s.far.means[h].rel.Has(rules.Deny) && !s.notAround(seg.parent, h)
		})
	}
	k := s.opener(g)
	return k >= 0 && s.far.means[k].rel.Has(rules.Deny) && !s.notAround(seg.parent, k)
}

// openerReach is how many words before a clause the verb may stand that it hangs on.
const openerReach = 3

// opener gives the node of the word right before a clause that says how far it is so, -1 for none: "denies that", "could".
func (s *Reader) opener(g int) int {
	seg := &s.far.segs[g]
	if seg.parent < 0 || s.far.means[seg.from].marks&markRel != 0 || s.TagAt(seg.from) == token.Strong {
		return -1
	}
	for k := seg.from - 1; k >= max(0, seg.from-openerReach) && s.far.segOf[k] == seg.parent; k-- {
		if m := &s.far.means[k]; m.marks&(markMay|markWill) != 0 || m.rel.Has(rules.Deny) {
			return k
		}
	}
	return -1
}

// doesToo says whether the verb at hit tells what is done beside what the verb before it tells: "denies it and expelled two".
func (s *Reader) doesToo(before, hit int) bool {
	and := false
	for k := before + 1; k < hit; k++ {
		m := s.far.means[k].marks
		if and = and || m&markAnd != 0; m&(markSub|markWill) != 0 {
			return false
		}
	}
	return and && s.far.means[hit].verb
}

// notAfter says whether a Slavic negation right behind a party or noun denies the verb that follows: "у споре не участвует".
func (s *Reader) notAfter(node int) bool {
	if s.far.lang != "sr" && s.far.lang != "ru" {
		return false
	}
	for k := node; k < min(len(s.Nodes), node+3); k++ {
		if s.far.segOf[k] != s.far.segOf[max(node-1, 0)] || s.Token(k).Kind == text.Punct {
			return false
		}
		if m := s.far.means[k].marks; m&markNot != 0 {
			return m&markOnly == 0
		}
	}
	return false
}

// notAround says whether a negation belongs to the word at a node: before it, in Japanese behind it, in German anywhere in
// the segment.
func (s *Reader) notAround(g, hit int) bool { return s.notAt(g, hit) >= 0 }

// notAt is notAround, and gives the node of the negation, or -1.
func (s *Reader) notAt(g, hit int) int {
	from, to := max(0, hit-4), hit
	switch s.far.lang {
	case "zh":
		for from = hit; from > max(0, hit-notReach) && s.TagAt(from-1) != token.Comma; {
			from--
		}
	case "ja":
		from, to = hit, min(len(s.Nodes), hit+6)
	case "de":
		from, to = s.reach(g)
	}
	for k := from; k < to; k++ {
		if m := s.far.means[k].marks; s.far.segOf[k] == g && m&markNot != 0 && m&markOnly == 0 && !s.withoutElse(k, hit) && !s.inside(k, hit) {
			if s.far.lang == "de" && s.commaBetween(min(k, hit), max(k, hit)) {
				return -1
			}
			return k
		}
		if s.far.lang == "ja" && k > hit && s.TagAt(k) == token.Comma {
			return -1
		}
	}
	return -1
}

// inside says whether the "not" of a token belongs to the word of letters at a node, and denies nothing: 合意に至らなかった, but
// 署名しなかった.
func (s *Reader) inside(k, hit int) bool {
	stop := s.far.means[hit].stop
	if k < hit || int(s.Token(k).Start) >= stop {
		return false
	}
	rest := s.far.text[stop:s.Sentence.End]
	return !slices.ContainsFunc(denials, func(d string) bool { return strings.HasPrefix(rest, d) })
}

// denials are the endings that deny a Japanese verb.
var denials = []string{"ない", "なか", "なく", "ず", "ませ", "ていな", "ておら", "てな"}

// withoutElse says whether a negation is a "without" that denies what stands right behind it and not the word at a node: "refused
// without a reason", "without notice expelled". Behind it an infinitive may have a word of its own before it.
func (s *Reader) withoutElse(k, hit int) bool {
	reach := 2
	if l := s.far.lang; l == "ru" || l == "sr" || s.far.means[hit].verb && !(l == "de" && hit > 0 && s.Fold(hit-1) == "zu") {
		reach = 1
	}
	return without[s.Fold(k)] && (hit < k || hit-k > reach)
}

// without are the words for "without".
var without = map[string]bool{"без": true, "bez": true, "fara": true, "ohne": true, "sans": true, "sin": true}

// commaBetween says whether a comma stands between two nodes.
func (s *Reader) commaBetween(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if s.TagAt(k) == token.Comma && s.Token(k).Kind == text.Punct {
			return true
		}
	}
	return false
}

// rumoured says whether a segment is what a rumour has that the one above names: "the rumours that Peru sold …".
func (s *Reader) rumoured(seg *segment) bool {
	up := &s.far.segs[seg.parent]
	return up.marks&markDoubt != 0 && s.far.means[seg.from].marks&(markSub|markRel) != 0 && up.from < seg.from
}
