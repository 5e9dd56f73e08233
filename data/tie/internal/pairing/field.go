package pairing

import (
	"math/bits"
	"slices"

	"entente/data"
	"entente/data/tie/internal/rules"
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
	WordFields(i int) rules.FieldSet
	WordRelation(i int) *rules.Relation
}

// diplomacy is the place of that field.
var diplomacy = slices.Index(data.Fields, data.Diplomacy)

// fieldsOf tells what a candidate is about: by the word that ties, and by the words of its clause; by those of the whole
// sentence where these say nothing.
func (s *Article) fieldsOf(c *Candidate) []data.Field {
	if s.Fields != nil {
		return s.Fields.PairFields(c)
	}
	var count [16]int
	for _, f := range c.Fields {
		count[slices.Index(data.Fields, f)] += 2
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
	var places [16]int
	order := places[:0] // by how many words speak of each
	for i, n := range count[:len(data.Fields)] {
		if n == 0 {
			continue
		}
		order = append(order, i)
		for k := len(order) - 1; k > 0 && count[order[k-1]] < n; k-- {
			order[k], order[k-1] = order[k-1], order[k]
		}
	}
	if len(order) == 0 {
		return data.Fields[diplomacy : diplomacy+1 : diplomacy+1]
	}
	if i := order[0]; len(order) == 1 {
		return data.Fields[i : i+1 : i+1]
	}
	out := s.fields.Take(min(len(order), mostFields))
	for k := range out {
		out[k] = data.Fields[order[k]]
	}
	return out
}

// CountFields counts the words of each field between two nodes, by the order of data.Fields.
func (s *Article) CountFields(count *[16]int, first, last int) {
	s.speak()
	for i := max(first, 0); i < min(last, len(s.Nodes)); i++ {
		add(count, s.speaks[i])
	}
}

// speak finds out of what the nodes of the sentence at hand speak, where it has not been asked before.
func (s *Article) speak() {
	if len(s.speaks) > 0 {
		return
	}
	s.here = spoken{}
	for i := range s.Nodes {
		fields := s.fieldWord(i)
		s.speaks = append(s.speaks, fields)
		add((*[16]int)(&s.here), fields)
	}
}

// add counts a word that speaks of some fields.
func add(count *[16]int, fields rules.FieldSet) {
	for set := fields; set != 0; set &= set - 1 {
		count[bits.TrailingZeros16(uint16(set))]++
	}
}

// fieldWord gives the fields that the word at i, or a phrase that begins there, speaks of. Names of parties speak of none.
func (s *Article) fieldWord(i int) rules.FieldSet {
	if s.Nodes[i].Mention >= 0 {
		return 0
	}
	if s.Fields != nil {
		return s.Fields.WordFields(i)
	}
	e := s.Nodes[i].Entry
	if e != nil && e.FieldPhrases && i+1 < len(s.Nodes) {
		for _, p := range e.Going(s.Seat(i + 1)) {
			if f := p.Word.Fields; f != 0 && i+len(p.Rest) < len(s.Nodes) && s.Follows(i+1, p.Rest) {
				return f
			}
		}
	}
	return s.Vocab.FieldsOf(s.Fold(i), e)
}
