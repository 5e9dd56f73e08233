package abroad

import (
	"slices"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
)

const (
	// victimReach is how many tokens may stand between an attack and whom it hits.
	victimReach = 4
	// letteredReach is the same in languages whose words are found by their letters.
	letteredReach = 10
)

// sidesWithVictim makes friendly a pair of one who condemns an attack and of the one whom it hits: "Peru condemned the attack on
// Chile".
func (s *Reader) sidesWithVictim(c *pairing.Candidate, g int, doer, hit *spot) {
	if c.Stance != data.Conflict || c.Modality == data.Denied || s.far.segOf[doer.Node] != s.far.segOf[hit.Node] {
		return
	}
	condemned, attack := -1, -1
	for _, h := range s.far.segs[g].hits {
		m := &s.far.means[h]
		switch {
		case m.rel.Kind == data.Accuse && m.verb:
			condemned = h
		case m.rel.Kind == data.Assault && !m.verb && !m.rel.Has(rules.Joint) && s.hits(h, hit):
			attack = h
		}
	}
	if condemned < 0 || attack < 0 || !s.far.lex.letters && (condemned > attack || condemned < doer.Node) {
		return
	}
	c.Kind, c.Stance = data.Support, data.Cooperation
}

// hits says whether a party stands where whom an attack hits does: after "against", "on" or "in" behind it, before it in languages
// of letters.
func (s *Reader) hits(attack int, p *spot) bool {
	const at = rules.AgainstSlot | rules.InSlot | rules.ToSlot | rules.AtSlot
	if s.far.lex.letters {
		return p.slot&at != 0 && p.last <= attack && attack-p.last <= letteredReach
	}
	if p.Node <= attack || p.Node-attack > victimReach+1 || p.noun == attack {
		return false
	}
	if p.slot&at != 0 {
		return true
	}
	for k := max(attack+1, p.Node-2); k < p.Node && p.slot == 0; k++ {
		if s.Token(k).Kind == text.Word && upon[s.Fold(k)] {
			return true
		}
	}
	return false
}

// upon are the prepositions of whom an attack hits that say too many other things to be marks.
var upon = map[string]bool{"auf": true, "по": true, "на": true, "asupra": true, "sobre": true, "sur": true, "din": true}

// perished says whether a segment tells of people who die, wherever they come from: it says nothing of the place.
func (s *Reader) perished(g int) bool {
	return slices.ContainsFunc(s.far.segs[g].hits, func(h int) bool { return s.far.means[h].rel.Word == "die" })
}

// wardsOff says whether a segment tells of a veto on sanctions against one of a pair, which is no quarrel of the two: "Peru blocked
// the sanctions against Chile".
func (s *Reader) wardsOff(c *pairing.Candidate, g int) bool {
	f := s.far
	blocked, sanction := false, -1
	for _, h := range f.segs[g].hits {
		switch m := &f.means[h]; {
		case m.verb && m.rel.Word == "block":
			blocked = !s.notAround(g, h)
		case !m.verb && m.rel.Kind == data.Sanction:
			sanction = h
		}
	}
	if !blocked || sanction < 0 {
		return false
	}
	return slices.ContainsFunc(f.spots, func(p spot) bool {
		return f.segOf[p.Node] == g && c.Pair.Has(p.Party) && s.sanctioned(&p, sanction)
	})
}

// sanctioned says whether the sanctions at a node are against a party.
func (s *Reader) sanctioned(p *spot, node int) bool {
	if p.slot&(rules.AgainstSlot|rules.ToSlot|rules.ForSlot|rules.NearSlot) == 0 {
		return false
	}
	if s.far.lex.letters {
		return p.last <= node && node-p.last <= victimReach
	}
	return p.Node > node && p.Node-node <= victimReach
}
