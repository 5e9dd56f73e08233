package tie

import (
	"entente/data"
)

// action is a verb group: "has not been signed", "to sell", "accusing".
type action struct {
	first, last int // nodes, last exclusive
	main        int // node of the verb that carries the meaning
	rel         *relation
	passive     bool
	negated     bool
	never       bool
	nonfinite   bool // an infinitive, gerund or participle without a helper
	infinitive  bool
	modality    data.Modality
	must        bool
}

// reduced says whether an action is a participle after its noun: "the deal signed in May".
func (s *sentence) reduced(a action) bool {
	if a.last-a.first != 1 || a.form(s)&participle == 0 {
		return false
	}
	if a.rel.has(say) && a.rel.kind == "" {
		return false
	}
	t := s.tagAt(a.first - 1)
	if t != other && t != number {
		return t == name && s.tagAt(a.last) == prep && (s.fold(a.last) == "by" || s.afterPhrase(a))
	}
	for i := len(s.gs) - 1; i >= 0; i-- {
		if g := &s.gs[i]; g.last == a.first {
			before := s.tagAt(g.first - 1)
			return g.first == 0 || before != comma && before != conj
		}
	}
	return true
}

// afterPhrase says whether an action follows a name that stands after a preposition, where nobody is quoted: "the aid for
// Bosnia aimed at".
func (s *sentence) afterPhrase(a action) bool {
	for i := len(s.gs) - 1; i >= 0; i-- {
		if g := &s.gs[i]; g.last == a.first {
			if g.prep == 0 {
				return false
			}
			break
		}
	}
	for i := len(s.actions) - 1; i >= 0; i-- {
		if b := &s.actions[i]; !b.nonfinite && b.first < a.first {
			return !b.rel.has(say) && (b.rel == nil || b.rel.frame&inThat == 0)
		}
	}
	return false
}

func (a *action) form(s *sentence) form { return s.nodes[a.main].form }

// actionAt reads the verb group that begins at i.
func (s *sentence) actionAt(i int) (action, bool) {
	a := action{first: i, main: -1, modality: data.Done}
	k, finite, be, have := i, false, false, false
	if s.nodes[k].tag == prep && s.fold(k) == "to" {
		j := k + 1
		for s.tagAt(j) == adverb {
			j++
		}
		if s.tagAt(j) != verb && !s.is(j, isBe|isHave|isDo) {
			return a, false
		}
		a.infinitive = true
		k++
	}
	for ; k < len(s.nodes); k++ {
		n := &s.nodes[k]
		if n.skip {
			continue
		}
		if n.tag == adverb {
			if s.is(k, isNeg) {
				a.negated, a.never = true, a.never || s.fold(k) == "never"
			}
			continue
		}
		if n.tag == helper {
			if a.main >= 0 {
				break
			}
			finite = true
			be, have = be || s.is(k, isBe), have || s.is(k, isHave)
			s.modal(&a, k)
			continue
		}
		if n.tag == prep && s.fold(k) == "to" && (be || have) && a.main < 0 && s.tagAt(k+1) == verb {
			a.modality = data.Planned
			continue
		}
		if n.tag == verb && a.main < 0 {
			a.main, a.rel = k, n.rel
			if n.form&(gerund|participle) == 0 || n.form&(past|base|third) != 0 {
				finite = true
			}
			k += int(n.extra)
			continue
		}
		break
	}
	if a.main < 0 && !finite {
		return a, false
	}
	a.last = max(k, i+1)
	s.finish(&a, finite, be, have)
	return a, true
}

func (s *sentence) modal(a *action, k int) {
	switch {
	case s.is(k, isMust):
		a.must = true
		a.modality = data.Proposed
	case s.is(k, isMaybe):
		a.modality = data.Proposed
	case s.is(k, isFuture):
		a.modality = data.Planned
	}
	if s.is(k, isNeg) {
		a.negated = true
	}
}

// finish settles voice and finiteness, and takes adverbs after the verb off again.
func (s *sentence) finish(a *action, finite, be, have bool) {
	for a.last > a.first+1 && s.nodes[a.last-1].tag == adverb {
		a.last--
	}
	if a.main < 0 {
		a.main = a.first
		for k := a.first; k < a.last; k++ {
			if s.nodes[k].tag == helper {
				a.main = k
			}
		}
		if have {
			a.rel = havingVerb
		} else {
			a.rel = beingVerb
		}
	} else {
		f := s.nodes[a.main].form
		a.passive = be && f&participle != 0
		if be && f == gerund && a.modality == data.Done {
			a.modality = data.Ongoing
		}
		if f == gerund && !be {
			finite = false
		}
		if !be && !have && a.last-a.first == 1 && f&past == 0 && f&participle != 0 {
			finite = false
		}
		if s.tagAt(a.last) == prep && s.fold(a.last) == "by" && f&participle != 0 && !have && s.tagAt(a.last+1) != verb {
			a.passive = true
		}
	}
	if s.tagAt(a.first-1) == verb && s.nodes[a.main].form&(past|third) == 0 {
		finite = false
	}
	a.nonfinite = a.infinitive || !finite
}

// beingVerb and havingVerb stand for "is" and "has" without another verb.
var (
	beingVerb  = &relation{word: "be", flags: general}
	havingVerb = &relation{word: "have", flags: light}
)
