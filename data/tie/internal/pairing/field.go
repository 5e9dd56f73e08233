package pairing

import (
	"cmp"
	"slices"

	"entente/data"
)

// Join appends the fields that are not there yet.
func Join(a, b []data.Field) []data.Field {
	out := a[:len(a):len(a)]
	for _, f := range b {
		found := false
		for _, o := range out {
			found = found || o == f
		}
		if !found {
			out = append(out, f)
		}
	}
	return out
}

// Fielder tells what candidates and words speak of, in languages whose words are looked up in another way than English.
type Fielder interface {
	PairFields(c *Candidate) []data.Field
	WordFields(i int) []data.Field
}

// fieldsOf tells what a candidate is about: by the word that ties, and by the words of its clause; by those of the whole
// sentence where these say nothing.
func (s *Article) fieldsOf(c *Candidate) []data.Field {
	if s.Fields != nil {
		return s.Fields.PairFields(c)
	}
	var count [16]int
	for i, f := range data.Fields {
		for _, o := range c.Fields {
			if o == f {
				count[i] += 2
			}
		}
	}
	s.CountFields(&count, c.First, c.Last)
	total := 0
	for i, n := range count {
		if i > 0 {
			total += n
		}
	}
	if total == 0 {
		s.CountFields(&count, 0, len(s.Nodes))
	}
	order := make([]int, 0, 8)
	for i, n := range count[:len(data.Fields)] {
		if n > 0 {
			order = append(order, i)
		}
	}
	if len(order) == 0 {
		return []data.Field{data.Diplomacy}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(count[b], count[a]) })
	out := make([]data.Field, 0, 4)
	for _, i := range order[:min(len(order), 4)] {
		out = append(out, data.Fields[i])
	}
	return out
}

// CountFields counts the words of each field between two nodes, by the order of data.Fields.
func (s *Article) CountFields(count *[16]int, first, last int) {
	for i := max(first, 0); i < min(last, len(s.Nodes)); i++ {
		if s.Nodes[i].Mention >= 0 {
			continue
		}
		for _, f := range s.fieldWord(i) {
			for k := range data.Fields {
				if data.Fields[k] == f {
					count[k]++
				}
			}
		}
	}
}

// fieldWord gives the fields that the word at i, or a phrase that begins there, speaks of.
func (s *Article) fieldWord(i int) []data.Field {
	if s.Fields != nil {
		return s.Fields.WordFields(i)
	}
	if e := s.Nodes[i].Entry; e != nil {
		for p := range e.Phrases {
			if f := e.Phrases[p].Word.Fields; f != nil && i+len(e.Phrases[p].Rest) < len(s.Nodes) && s.Follows(i+1, e.Phrases[p].Rest) {
				return f
			}
		}
		if e.Fields != nil {
			return e.Fields
		}
	}
	return s.Vocab.StemFields(s.Fold(i))
}
