package pairing

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// Candidate is a pair that stood together in a sentence, with what speaks for and against a tie.
type Candidate struct {
	Pair     data.Pair
	From     data.Party
	Kind     data.Kind
	Stance   data.Stance
	Modality data.Modality
	Fields   []data.Field
	Score    reason.Score
	Node     int // where the later of the two stands
	First    int // nodes of the clause it was read in
	Last     int
	goesOn   bool // only goes on about a pair told of before
	across   bool // the two only stand in one sentence
	Noun     int  // node of the noun that it was read from, -1 for a clause

	confidence float64 // see judge
	tone       float64 // see setTone
	judged     bool    // no other of its pair outweighs it
	next       int     // see linkPairs
	weighed    bool    // it is made with the signs around the pair, not by the rules alone
}

// Propose adds a candidate for two members and gives it for further reasons, or nil where they are no pair.
func (s *Article) Propose(a, b grammar.Member, ci int) *Candidate {
	if a.Party == b.Party || a.Party == "" || b.Party == "" {
		return nil
	}
	s.Cands = append(s.Cands, Candidate{Pair: data.PairOf(a.Party, b.Party), Modality: data.Done, Stance: data.Neutral,
		Noun: -1, Node: max(a.Node, b.Node), First: min(a.Node, b.Node), Last: max(a.Node, b.Node) + 1})
	c := &s.Cands[len(s.Cands)-1]
	s.Add(c, reason.Always, "")
	if a.Role != grammar.Referred && b.Role != grammar.Referred {
		s.Add(c, reason.BothNamed, "")
	}
	switch {
	case a.Role == grammar.Referred && b.Role == grammar.Referred && a.Node == b.Node:
		s.Add(c, s.pairReason(a.Node), s.Phrase(a.Node))
	case a.Role == grammar.Referred:
		s.Add(c, s.refReason(a), s.Fold(a.Node))
	case b.Role == grammar.Referred:
		s.Add(c, s.refReason(b), s.Fold(b.Node))
	}
	if s.sporting() {
		s.Add(c, reason.Sporting, "")
	}
	if ci >= 0 && s.Clauses[ci].Hypo {
		s.Add(c, reason.Hypothetical, "")
	}
	return c
}

// pairReason is the reason that names how both parties were meant by one word.
func (s *Article) pairReason(node int) reason.Reason {
	if s.Is(node, rules.IsResume) {
		return reason.ByDeal
	}
	return reason.ByPairRef
}

// refReason is the reason that names how a referred member was meant.
func (s *Article) refReason(m grammar.Member) reason.Reason {
	if s.Is(m.Node, rules.IsSelf) {
		return reason.BySelf
	}
	return reason.ByOneRef
}

// Add gives a candidate a reason with its weight from the table.
func (s *Article) Add(c *Candidate, r reason.Reason, word string) {
	c.Score.Add(r, s.weights.Of(r), word)
}

// Scaled gives a candidate a reason whose weight is that of a word times the table's.
func (s *Article) Scaled(c *Candidate, r reason.Reason, rel *rules.Relation, factor float64) {
	c.Score.Add(r, s.weights.Of(r)*rel.Weight*factor, rel.Word)
}

// Weighed gives a candidate a reason with its weight from the table times a factor.
func (s *Article) Weighed(c *Candidate, r reason.Reason, factor float64, word string) {
	c.Score.Add(r, s.weights.Of(r)*factor, word)
}

// Turned is the reading of a noun under a verb that turns it round.
func (s *Article) Turned(c *Candidate, r *rules.Relation) {
	if r != nil && (r.Stance == data.Conflict || r.Kind == data.Mobilize) {
		c.Kind, c.Stance = data.Yield, data.Cooperation
		return
	}
	c.Kind, c.Stance = data.Sanction, data.Conflict
}

// Deny makes what a candidate tells something that is not so.
func (s *Article) Deny(c *Candidate) {
	c.Modality = data.Denied
	s.Add(c, reason.Denied, "")
}

// TogetherMax is the number of doers up to which each is tied to each by a joint act; more are a summit.
const TogetherMax = 5
