package tie

import (
	"cmp"
	"slices"

	"entente/data"
)

// fieldsOf tells what a candidate is about: by the word that ties, and by the words of its clause; by those of the whole
// sentence where these say nothing.
func (s *sentence) fieldsOf(c *candidate) []data.Field {
	if s.far != nil {
		return s.fieldsFar(c)
	}
	var count [16]int
	for i, f := range data.Fields {
		for _, o := range c.fields {
			if o == f {
				count[i] += 2
			}
		}
	}
	s.countFields(&count, c.first, c.last)
	total := 0
	for i, n := range count {
		if i > 0 {
			total += n
		}
	}
	if total == 0 {
		s.countFields(&count, 0, len(s.nodes))
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

func (s *sentence) countFields(count *[16]int, first, last int) {
	for i := max(first, 0); i < min(last, len(s.nodes)); i++ {
		if s.nodes[i].mention >= 0 {
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
func (s *sentence) fieldWord(i int) []data.Field {
	if s.far != nil {
		return s.far.means[i].fields
	}
	w := s.fold(i)
	if e := s.vocab.at(w); e != nil {
		for p := range e.phrases {
			if f := e.phrases[p].word.fields; f != nil && i+len(e.phrases[p].rest) < len(s.nodes) && s.follows(i+1, e.phrases[p].rest) {
				return f
			}
		}
		if e.fields != nil {
			return e.fields
		}
	}
	for n := min(len(w), 14); n >= 3; n-- {
		if f := s.vocab.stems[w[:n]]; f != nil {
			return f
		}
	}
	return nil
}
