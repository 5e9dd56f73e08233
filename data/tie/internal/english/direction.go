package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
)

// doing gives which of a party before the verb and one after it does what the clause tells: the latter where the verb is passive,
// and where the former only gets what comes from it.
func (s *Reader) doing(p *predicate, d, m grammar.Member, slot rules.Slots) data.Party {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if a.Passive && d.Node < a.First || slot == rules.FromSlot && s.gets(a) {
		return m.Party
	}
	return d.Party
}

// gets says whether a verb tells that its subject gets something without a doing of its own.
func (s *Reader) gets(a *grammar.Action) bool {
	switch a.Rel.Name() {
	case "receive", "get", "inherit", "suffer", "win", "earn":
		return true
	}
	return false
}
