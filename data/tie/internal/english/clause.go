package english

import (
	"iter"
	"sort"

	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
)

// inClause reads who does what to whom in a clause.
func (s *Reader) inClause(ci int) {
	c := &s.Clauses[ci]
	doers := s.firstDoers(c)
	p := &s.pred
	p.ci, p.actions, p.nouns, p.objects, p.outer = ci, p.actions[:0], p.nouns[:0], 0, s.outerAbove(c)
	before, home := len(s.Cands), len(doers) == 0 && s.atHome(c)
	if c.Object > 0 {
		if g := &s.Groups[c.Object-1]; g.Rel != nil {
			p.nouns = append(p.nouns, grammar.Link{Rel: g.Rel, Node: g.RelNode, Framed: true})
		}
	}
	start := 0
	for start < len(c.Elements) && c.Elements[start].Action < 0 {
		start++
	}
	s.beforeVerb(doers, c.Elements[:start])
	elements, h := c.Elements, s.held(ci, doers)
	if h != nil {
		elements = elements[:h.element]
		s.doneByObject(h, doers)
	}
	doers, tied := s.fromVerb(p, c, elements[start:], doers, home)
	s.fronted(p, c, doers)
	c.Outer = s.hostileNoun(p)
	named := len(doers) > 0 || s.speaksOfAny(c)
	if named {
		s.nounToTopic(ci)
		s.nounsHome(ci)
	}
	s.ofWhatIsSaid(ci, doers)
	if len(p.actions) == 0 {
		return
	}
	s.actTogether(p, doers, tied)
	s.toldOf(p, c, doers)
	if named {
		s.beyondPhrases(p, c, doers, before)
	}
}

// fromVerb reads the elements of a clause from its verb on: to whom its doers do something, or who does it at home. It gives the doers
// of the last verb, and says whether they have a partner after one.
func (s *Reader) fromVerb(p *predicate, c *grammar.Clause, elements []grammar.Element, doers []grammar.Member, home bool) (last []grammar.Member, tied bool) {
	for _, e := range elements {
		if e.Action >= 0 {
			s.keepOuter(p, e.Action)
			doers = s.joined(p, e.Action, doers)
			p.actions = append(p.actions, e.Action)
			if c.Object == 0 {
				p.nouns = p.nouns[:0]
			}
			p.objects = 0
			continue
		}
		g := &s.Groups[e.Group]
		if g.Of > 0 {
			continue
		}
		if g.Prep == 0 && g.Chain == e.Group {
			p.objects++
		}
		if g.Rel != nil {
			p.nouns = append(p.nouns, grammar.Link{Rel: g.Rel, Node: g.RelNode})
		}
		targets := s.targetsOf(e.Group, doers)
		if p.objects > 1 && s.doesLikewise(e.Group) {
			targets = nil
		}
		tied = s.toTargets(p, doers, e.Group, targets) || tied
		if len(doers) == 0 {
			s.passiveAgents(p, e.Group, c)
			s.agentsAtHome(p, e.Group, c)
			s.dealtWith(p, e.Group, c)
		}
		for k := 0; home && k < len(targets); k++ {
			s.doneFromHome(p, targets[k], e.Group)
		}
	}
	return doers, tied
}

// firstDoers gives those who do what a clause tells first, named or meant by what it goes on about; nil where a thing does it.
func (s *Reader) firstDoers(c *grammar.Clause) []grammar.Member {
	var doers []grammar.Member
	if !s.thing(c) {
		if doers = s.doersOf(c); len(doers) == 0 {
			doers = s.resumed(c)
		}
	}
	if len(doers) == 0 {
		doers = s.firedFrom(c)
	}
	return doers
}

// ofWhatIsSaid reads what a clause that somebody says or that is supposed tells of its doers and of who says it.
func (s *Reader) ofWhatIsSaid(ci int, doers []grammar.Member) {
	c := &s.Clauses[ci]
	if !c.Says && !c.Hypo || c.Parent < 0 {
		return
	}
	s.demands(ci, doers)
	if c.Says {
		s.ownBan(c)
		s.blames(ci, doers)
		s.undergoneAt(ci, doers)
	}
}

// actionsOf goes through the actions of a candidate with their places: those that begin within it, as far as the word that tells
// how the two deal with each other.
func (s *Reader) actionsOf(c *pairing.Candidate) iter.Seq2[int, *grammar.Action] {
	return func(yield func(int, *grammar.Action) bool) {
		i := sort.Search(len(s.Actions), func(i int) bool { return s.Actions[i].First >= c.First })
		for i < len(s.Actions) && s.Actions[i].First <= c.Node && yield(i, &s.Actions[i]) {
			i++
		}
	}
}
