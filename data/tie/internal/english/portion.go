package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// partOf says whether a group after "of" tells what the group right before it is a part of, or all: "a quarter of Peru's copper",
// "60 per cent of the company", "the whole of its border".
func (s *Reader) partOf(gi int) bool {
	if gi == 0 || s.Groups[gi].Prep != rules.OfSlot {
		return false
	}
	g, h := &s.Groups[gi], &s.Groups[gi-1]
	if h.Last != g.PrepNode || h.Prep != 0 && s.Fold(h.PrepNode) != "per" || len(h.Members) > 0 {
		return false
	}
	return s.Vocab.Lists.Portions.Has(s.Fold(h.Head)) || s.TagAt(h.Head) == token.Number
}

// sharing is what a verb that tells how something is used says of the one who does so and of the one whose it is.
var sharing = &rules.Relation{Word: "take", Kind: data.Cooperate, Stance: data.Cooperation, Weight: 1.2, Frame: rules.InObject,
	Fields: []data.Field{data.Trade}}

// shareOf gives what it says that the doers take or handle a part of what is a party's, where the verb says nothing else: "has taken
// a quarter of Peru's airline".
func (s *Reader) shareOf(p *predicate, m grammar.Member, gi int) grammar.Link {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if m.Role == grammar.Head || a.Passive || a.Rel == nil || a.Rel.Kind != "" || !s.partOf(gi) {
		return grammar.Link{}
	}
	if s.Vocab.Lists.Consumes.Has(a.Rel.Word) {
		return grammar.Link{Rel: sharing, Node: a.Main, Framed: true}
	}
	return grammar.Link{}
}

// siding and deserting are what it says of a government that it goes over from one party to another.
var (
	siding    = &rules.Relation{Word: "switch", Kind: data.Support, Stance: data.Cooperation, Weight: 1.6, Frame: rules.ToSlot, Fields: []data.Field{data.Diplomacy}}
	deserting = &rules.Relation{Word: "switch", Kind: data.Reject, Stance: data.Conflict, Weight: 1.6, Frame: rules.FromSlot, Fields: []data.Field{data.Diplomacy}}
)

// changesSides gives what it says of a doer and another that the one goes over to or from the other, all of them named outright:
// "Peru switched from Chile to Cuba".
func (s *Reader) changesSides(p *predicate, d, m grammar.Member, slot rules.Slots) grammar.Link {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if slot&(rules.FromSlot|rules.ToSlot) == 0 || a.Passive || d.Role != grammar.Head || m.Role != grammar.Head || !s.bareCountry(d) {
		return grammar.Link{}
	}
	switch a.Rel.Name() {
	case "switch", "shift", "defect", "swing":
	default:
		return grammar.Link{}
	}
	if slot == rules.FromSlot {
		return grammar.Link{Rel: deserting, Node: a.Main, Framed: true}
	}
	return grammar.Link{Rel: siding, Node: a.Main, Framed: true}
}

// eachApart says whether "each" stands before the first verb of a predicate, whose doers then do it one by one.
func (s *Reader) eachApart(p *predicate) bool {
	a := &s.Actions[p.actions[0]]
	for i := max(a.First-1, 0); i <= a.Main; i++ {
		switch s.Fold(i) {
		case "each", "separately", "independently", "individually":
			return true
		}
	}
	return a.Nonfinite && a.Last < len(s.Nodes) && (s.Fold(a.Last) == "separately" || s.Fold(a.Last) == "independently" || s.Fold(a.Last) == "alone")
}

// announced says whether a clause tells what its doers have declared in one voice that they will do: "Peru and Chile announced that
// they would pay for a cable".
func (s *Reader) announced(p *predicate) bool {
	c := &s.Clauses[p.ci]
	if !c.Says || c.Parent < 0 || len(c.Subject) != 1 || s.Groups[c.Subject[0]].Ref != grammar.RefMany || s.Actions[p.actions[0]].Modality == data.Done {
		return false
	}
	above := &s.Clauses[c.Parent]
	if above.Finite < 0 || len(s.chainMembers(firstOf(above.Subject))) < 2 {
		return false
	}
	switch s.Actions[above.Elements[above.Finite].Action].Rel.Name() {
	case "announce", "pledge", "promise", "agree", "declare", "decide", "vow":
		return true
	}
	return false
}

// firstOf gives the first of a list, 0 where it is empty.
func firstOf(list []int) int {
	if len(list) == 0 {
		return 0
	}
	return list[0]
}

// closedTo says whether a passive tells that what hangs on a noun such as "border" was shut or opened: "the border with Peru has
// been closed by the Chilean army".
func (s *Reader) closedTo(p *predicate, gi int) bool {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if !a.Passive || len(p.actions) != 1 || !s.IsSubject(gi-1) && !(s.partOf(gi-1) && s.IsSubject(gi-2)) {
		return false
	}
	switch a.Rel.Name() {
	case "close", "shut", "reopen", "seal off", "block", "open", "shut down":
		return true
	}
	return false
}
