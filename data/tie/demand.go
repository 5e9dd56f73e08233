package tie

import (
	"entente/data"
)

// demands ties who demands, urges or says that something must be done to who shall do it.
func (s *sentence) demands(ci int, shall []member) {
	c := &s.cs[ci]
	parent := &s.cs[c.parent]
	var v *relation
	for _, e := range parent.elements {
		if e.action < 0 {
			continue
		}
		if r := s.actions[e.action].rel; v == nil || v.kind != data.Threaten {
			v = r
		}
	}
	must := false
	if c.finite >= 0 {
		must = s.actions[c.elements[c.finite].action].must
	}
	threat := v != nil && v.kind == data.Threaten && c.hypo
	if v == nil || v.frame&inThat == 0 && !must && !threat {
		return
	}
	for _, gi := range parent.subject {
		for _, d := range s.resolve(gi) {
			for _, m := range shall {
				if x := s.propose(d, m, ci); x != nil {
					s.demanded(x, d, v, must)
				}
			}
		}
	}
}

func (s *sentence) demanded(x *candidate, d member, v *relation, must bool) {
	x.from, x.first = d.party, 0
	if v.kind == data.Threaten { // "unless Chile …" is no supposition about the threat
		x.score.drop(hypothetical)
	}
	s.add(x, oneClause, "")
	if v.kind != "" && (v.frame&inThat != 0 || v.kind == data.Threaten) {
		s.take(x, link{rel: v}, byVerb, 1)
		s.add(x, inFrame, v.word)
		return
	}
	if must {
		x.kind, x.stance = data.Request, data.Conflict
		s.add(x, mustDo, "")
	}
}
