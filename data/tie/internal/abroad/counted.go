package abroad

import (
	"slices"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/among"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/times"
)

// flow is what goes between one party and many, each counted in the sentences that follow: exports, aid, workers.
type flow struct {
	hub    data.Party
	kind   data.Kind
	fields []data.Field
	at     int // sentence that told of it last
}

const (
	// flowReach is how many sentences after one that tells of a flow others may go on counting.
	flowReach = 3
	// topicReach is flowReach where the article is mostly about the party that the flow is one of.
	topicReach = 5
	// countReach is how many tokens may stand between a party and its number.
	countReach = 5
)

// flows are the fields of what is counted party by party.
var flows = []data.Field{data.Trade, data.Aid, data.Migration, data.Investment}

// flowing says whether a word tells of something that goes to or comes from several parties.
func flowing(kind data.Kind, fields []data.Field) bool {
	return kind == data.AidKind || slices.ContainsFunc(flows, func(f data.Field) bool { return slices.Contains(fields, f) })
}

// counted ties each of the parties that a sentence counts in a row to the one that they trade with, are helped by or work in,
// told of just before: "Brazil comes second with 12 %, followed by Chile with 8 %".
func (s *Reader) counted() {
	w := &s.flow
	if w.hub == "" || slices.Contains(s.Named, w.hub) || s.Sentence.Heading || !s.flows() {
		return
	}
	row, numbers := s.row()
	if numbers >= longRow {
		s.Cands = slices.DeleteFunc(s.Cands, func(c pairing.Candidate) bool {
			return slices.Contains(s.Named, c.Pair[0]) && slices.Contains(s.Named, c.Pair[1]) // those counted do nothing together
		})
	}
	if slices.ContainsFunc(row, s.told) {
		return
	}
	for _, p := range row {
		s.count(p, w)
	}
	if len(row) > 0 {
		w.at = s.Index
	}
}

// longRow is the number of parties with numbers from which they are counted, whatever else seems to be told of them.
const longRow = 3

// row lists the parties that a sentence counts: those with a number behind them, where they are two or more or a word puts
// them in a row; and one that such a word alone puts there.
func (s *Reader) row() (row []*spot, numbers int) {
	ranked := slices.ContainsFunc(s.far.means, func(m meaning) bool { return m.marks&markRank != 0 })
	for i := range s.far.spots {
		p := &s.far.spots[i]
		number := s.numbered(i)
		if p.slot == rules.InSlot || p.isCity || !number && !(ranked && (len(s.far.spots) == 1 || len(row) > 0 && p.slot == rules.FromSlot || p.slot == 0 && s.listed(i))) {
			continue
		}
		row = append(row, p)
		if number {
			numbers++
		}
	}
	if len(row) == 1 && !ranked {
		return nil, 0
	}
	return row, numbers
}

// listed says whether a party is one of three or more that commas join.
func (s *Reader) listed(at int) bool {
	return slices.ContainsFunc(s.far.lists, func(l series) bool { return l.first <= at && at < l.last && l.last-l.first >= 3 })
}

// flows says whether the sentence at hand stands near enough to what told of the flow.
func (s *Reader) flows() bool {
	w := &s.flow
	if w.hub == s.Topic {
		return s.Index-w.at <= topicReach
	}
	return s.Index-w.at <= flowReach && s.Sentence.Paragraph-s.Doc.Sentences[w.at].Paragraph <= 1
}

// told says whether the sentence ties a party to another one that it names.
func (s *Reader) told(p *spot) bool {
	return among.Any(s.Cands, func(c *pairing.Candidate) bool {
		return c.Pair.Has(p.Party) && slices.Contains(s.Named, c.Pair.Other(p.Party)) && c.Score.Confidence() >= pairing.Threshold
	})
}

// numbered says whether a number that is no date follows a party, before the next one.
func (s *Reader) numbered(at int) bool {
	p := &s.far.spots[at]
	for k := p.last; k < min(len(s.Nodes), p.last+countReach); k++ {
		switch {
		case s.Nodes[k].Mention >= 0:
			return false
		case s.Token(k).Kind == text.Number:
			return !among.Any(s.Dates, func(d *times.Dated) bool { return d.First <= k && k < d.Last })
		}
	}
	return false
}

// count ties a party to the one of the flow.
func (s *Reader) count(p *spot, w *flow) {
	c := s.pairUp(p.Member, grammar.Member{Party: w.hub, Role: grammar.Within, Mention: -1, Node: p.Node}, s.far.segOf[p.Node])
	if c == nil {
		return
	}
	s.Add(c, reason.Counted, "")
	c.Kind, c.Stance, c.Fields = w.kind, data.Cooperation, w.fields
}

// keepFlow notes what a sentence tells of one party's dealings with others.
func (s *Reader) keepFlow(taken []*pairing.Candidate) {
	for _, c := range taken {
		if c.Stance == data.Cooperation && flowing(c.Kind, c.Fields) && !c.Score.Holds(reason.Counted) {
			s.flow = flow{s.hubOf(c), c.Kind, c.Fields, s.Index}
			return
		}
	}
	if len(s.Named) != 1 || len(taken) > 0 {
		return
	}
	for i := range s.far.means {
		if r := s.far.means[i].rel; r.Has(rules.Directed) && r.Stance == data.Cooperation && r.Weight >= reachMin && flowing(r.Kind, r.Fields) {
			s.flow = flow{s.Named[0], r.Kind, r.Fields, s.Index}
			return
		}
	}
}

// hubOf gives the one of two parties that deals with others too: who gives or invests, else who is named more, else
// who acts.
func (s *Reader) hubOf(c *pairing.Candidate) data.Party {
	n := s.named[c.Pair[0]] - s.named[c.Pair[1]]
	switch {
	case c.From != "" && (c.Kind == data.AidKind || slices.Contains(c.Fields, data.Investment) && !s.ranksDoer()):
		return c.From
	case c.From != "" && s.ranksDoer():
		return c.Pair.Other(c.From)
	case n == 0 && c.From != "":
		return c.From
	case c.Pair.Has(s.Topic):
		return s.Topic
	case n < 0:
		return c.Pair[1]
	}
	return c.Pair[0]
}

// ranksDoer says whether a sentence gives its doer a place among those who do the same: "Peru is the largest buyer of …".
func (s *Reader) ranksDoer() bool {
	return slices.ContainsFunc(s.far.means, func(m meaning) bool { return m.rel != nil && m.rel.Word == "buyer" })
}
