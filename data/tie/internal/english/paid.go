package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// paying is what it says of a party that a firm or body of another tells of what it paid.
var paying = &rules.Relation{Word: "pay", Kind: data.Cooperate, Stance: data.Cooperation, Weight: 1.4, Fields: []data.Field{data.Trade}}

// paidTo ties who pays to the party whose firm or body tells of it: "the Peruvian port authority says Chile has paid its bill".
func (s *Reader) paidTo(p *predicate, doers []grammar.Member) {
	c := &s.Clauses[p.ci]
	if !c.Says || c.Parent < 0 || len(doers) != 1 || len(s.Clauses[c.Parent].Subject) != 1 || s.partiesIn(p.ci) != 1 || !s.pays(p) {
		return
	}
	gi := s.Clauses[c.Parent].Subject[0]
	g, to := &s.Groups[gi], s.resolve(gi)
	if len(to) != 1 || to[0].Party == doers[0].Party || to[0].Role == grammar.Referred || !s.Is(g.Head, rules.IsFirm|rules.IsBody) &&
		!g.Rel.Has(rules.Actor) && !(to[0].Mention >= 0 && s.Mentions[to[0].Mention].Kind == data.ByOrganisation) {
		return
	}
	x := s.Propose(doers[0], to[0], p.ci)
	if x == nil {
		return
	}
	s.Add(x, reason.OneClause, "")
	s.take(x, grammar.Link{Rel: paying}, reason.ByVerb, 1)
	s.fit(x, true, paying.Word)
	s.contextOf(x, p, paying)
	x.From, x.First, x.Last = doers[0].Party, s.firstNode(p.ci), s.lastNode(p.ci)
}

// pays says whether a clause tells that its doer pays money or settles a bill.
func (s *Reader) pays(p *predicate) bool {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if a.Passive {
		return false
	}
	switch a.Rel.Name() {
	case "pay", "repay", "reimburse", "settle":
	default:
		return false
	}
	for i := a.Last; i < s.lastNode(p.ci); i++ {
		if s.TermIs(rules.MoneyTerm, i) {
			return true
		}
		switch s.Fold(i) {
		case "bill", "bills", "debt", "debts", "arrears", "invoice", "invoices", "dues", "instalment", "installment":
			return true
		}
	}
	return false
}
