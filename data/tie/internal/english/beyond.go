package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
)

// speaksOfAny says at a glance whether a group of a clause names a party or refers to one.
func (s *Reader) speaksOfAny(c *grammar.Clause) bool {
	for _, e := range c.Elements {
		if e.Group >= 0 && (len(s.Groups[e.Group].Members) > 0 || s.Groups[e.Group].Ref != grammar.NoRef) {
			return true
		}
	}
	return false
}

// beyondPhrases reads what a clause that names or means a party and has a verb relates beyond its doers and the groups after its
// verb. before says how many candidates there were ahead of the clause.
func (s *Reader) beyondPhrases(p *predicate, c *grammar.Clause, doers []grammar.Member, before int) {
	s.toTopic(p, doers)
	host := data.Party("")
	if c.Finite >= 0 && !c.Hypo {
		host = s.host(c)
	}
	if host != "" {
		s.givesHome(p, c, doers, host)
		s.toldAlone(p, c, host)
	}
	s.doneThere(p, doers)
	s.answers(p, doers)
	s.paidTo(p, doers)
	s.reproaches(p, doers)
	s.byTogether(p, c)
	s.mediatedTwo(p, c)
	s.objectGap(p, c, doers)
	s.nameGap(p, c, doers)
	s.reacts(p, c, doers)
	s.isToHome(p, c)
	s.followers(c, doers)
	s.followsSuit(c, doers)
	s.asThey(c, doers)
	s.afterOthers(c, doers, before)
	s.urgesTwo(p, c, doers, before)
	s.equated(p, c)
	s.nationals(p, c)
	s.condemns(p, c, doers)
	s.goesBetween(p, c)
	s.blamedOn(p, c)
	if host != "" {
		s.visitors(p, c, host)
	}
	if len(doers) == 0 && c.Finite >= 0 {
		s.throughSubject(p, c)
		s.through(p, c)
		s.goodsFrom(p, c)
	}
}
