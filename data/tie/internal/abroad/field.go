package abroad

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
)

// PairFields tells what a candidate is about: the fields that its words speak of most.
func (s *Reader) PairFields(c *pairing.Candidate) []data.Field {
	var count [16]int
	if s.CountFields(&count, c.First, c.Last); count == [16]int{} || s.onlyPair(c) {
		s.CountFields(&count, 0, len(s.Nodes))
	}
	for i, f := range data.Fields {
		if slices.Contains(c.Fields, f) && (f != data.Diplomacy || c.Kind == data.Consult) {
			count[i]++
		}
	}
	most := 0
	for _, n := range count {
		most = max(most, n)
	}
	var out []data.Field
	for i, f := range data.Fields {
		if count[i] > 0 && 2*count[i] >= most {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		if len(c.Fields) > 0 {
			return c.Fields[:1]
		}
		return []data.Field{usual(c.Kind)}
	}
	slices.SortStableFunc(out, func(a, b data.Field) int {
		return count[slices.Index(data.Fields, b)] - count[slices.Index(data.Fields, a)]
	})
	return out[:min(len(out), 3)]
}

// usual gives the field of what is done where no word tells.
func usual(k data.Kind) data.Field {
	switch k {
	case data.AidKind:
		return data.Aid
	case data.Assault, data.Mobilize, data.Coerce:
		return data.Security
	}
	return data.Diplomacy
}

// WordFields gives the fields that the word at a node speaks of.
func (s *Reader) WordFields(i int) rules.FieldSet { return s.far.means[i].fields }

// WordRelation gives what the word at a node says of how parties deal with each other, or nil.
func (s *Reader) WordRelation(i int) *rules.Relation { return s.far.means[i].rel }
