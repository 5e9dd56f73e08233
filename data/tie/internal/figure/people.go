package figure

import (
	"strings"

	"entente/data/text"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// people are the verbs whose number counts people where no noun follows.
var people = map[string]bool{"employ": true, "hire": true, "kill": true, "injure": true, "wound": true, "evacuate": true, "deport": true,
	"detain": true, "arrest": true, "displace": true, "recruit": true, "expel": true, "repatriate": true, "rescue": true}

// few says whether a small number in words counts things that go from one party to another: "five patrol vessels".
func (s *Figures) few(end int) bool {
	last, goods := -1, false
	for k := end; k < min(end+4, len(s.Nodes)) && s.TagAt(k) == token.Other && s.Token(k).Case == text.Lower; k++ {
		last, goods = k, goods || s.Nodes[k].Rel.Has(rules.Goods)
	}
	return goods && strings.HasSuffix(s.Fold(last), "s")
}

// harmed says whether a small number in words counts people to whom something was done: "six Omani nationals were
// killed", "expelled four diplomats".
func (s *Figures) harmed(start, end int) bool {
	if v := s.verbBefore(start); v != nil && people[v.Word] {
		return true
	}
	_, last := s.countedNoun(end)
	v := s.passiveAt(last)
	return v != nil && people[v.Rel.Word]
}

// struck says whether a participle at node i tells what became of the people counted before it: "10 killed in a raid".
func (s *Figures) struck(i int) bool {
	if n := i + 1; s.TagAt(i) != token.Verb || s.Nodes[i].Form&rules.Participle == 0 || s.Nodes[i].Rel == nil || !people[s.Nodes[i].Rel.Word] ||
		s.TagAt(n) == token.Det || s.TagAt(n) == token.Number || s.TagAt(n) == token.Name || s.TagAt(n) == token.Other {
		return false
	}
	return true
}
