package english

import (
	"entente/data"
	"entente/data/tie/internal/rules"
)

// marking is what it says of two neighbours that they mark or map their border.
var marking = &rules.Relation{Word: "mark", Kind: data.Agree, Stance: data.Cooperation, Weight: 1.6, Flags: rules.Joint, Fields: []data.Field{data.Diplomacy}}

// marksBorder says whether the last verb of a predicate has a border for its object that it marks or draws: "finished marking their
// border", "have redrawn the boundary".
func (s *Reader) marksBorder(p *predicate) bool {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if !s.Vocab.Lists.Marks.Has(a.Rel.Name()) {
		return false
	}
	for _, n := range p.nouns {
		switch n.Rel.Name() {
		case "border", "frontier", "boundary":
			return n.Node > a.Main && !a.Negated
		}
	}
	return false
}
