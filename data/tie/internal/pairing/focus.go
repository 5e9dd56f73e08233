package pairing

import (
	"slices"

	"entente/data"
)

// Focus is what an article is about at some point: who was named last, which pair was tied last.
type Focus struct {
	Subjects   []data.Party // the parties of the last subject that named or meant any
	SubjectsAt int          // the sentence that did
	Subject    data.Party   // who did something last
	Recent     []data.Party // the parties named last, the latest first, each once
	Pair       data.Pair    // the pair told of last
	PairAt     int          // sentence that told of it, -1 before any did
	Self       data.Party   // whom "we" means: of the letterhead, or of the person interviewed
	Actor      data.Party   // who acted upon the other in what was told of the pair, or ""
	List       []data.Party // the parties that the last sentence named in a row
	Body       bool         // the last sentence was about a court or the like that belongs to no party
	Lost       bool         // the last sentence was about somebody or something whose party is not known
	Stranger   bool         // the last sentence was about a man or woman by name whose party is not known
	Spoke      int          // the sentence in which subject last did something
	Host       data.Party   // where the letterhead's office stands
	Firms      []Called     // the firms named last, the latest first
	Officers   []Called     // the people in office named last, the latest first
	Kind       data.Kind    // what was told of the pair
	Stance     data.Stance
	Bodies     []Called // the boards, agencies and forces named last, the latest first
}

const recentMax = 6

// Called is a firm or somebody in office that was named, with the word for what it is, "" where none stood with it, and its
// party.
type Called struct {
	Word  string
	Party data.Party
}

// NamedFirm notes that a firm was named.
func (f *Focus) NamedFirm(c Called) { f.Firms = latest(f.Firms, c) }

// NamedOfficer notes that somebody in office was named.
func (f *Focus) NamedOfficer(c Called) { f.Officers = latest(f.Officers, c) }

// NamedBody notes that a board, agency or force was named.
func (f *Focus) NamedBody(c Called) { f.Bodies = latest(f.Bodies, c) }

// latest puts what was named to the front of a list, which keeps recentMax.
func latest(list []Called, c Called) []Called {
	if i := slices.Index(list, c); i >= 0 {
		copy(list[1:i+1], list[:i])
	} else {
		if len(list) < recentMax {
			list = append(list, Called{})
		}
		copy(list[1:], list)
	}
	list[0] = c
	return list
}

// Named notes that a party was named.
func (f *Focus) Named(p data.Party) {
	i := slices.Index(f.Recent, p)
	if i < 0 {
		if f.Recent == nil {
			f.Recent = make([]data.Party, 0, recentMax)
		}
		if len(f.Recent) < recentMax {
			f.Recent = append(f.Recent, "")
		}
		i = len(f.Recent) - 1
	}
	copy(f.Recent[1:i+1], f.Recent[:i])
	f.Recent[0] = p
}

// MainPair gives the pair that was told of most, the last where several were, without those of one party; no pair where
// there is none.
func (s *Article) MainPair(without data.Party) data.Pair {
	best, most := data.Pair{}, 0
	for _, t := range s.history {
		n := 0
		for _, o := range s.history {
			if o.pair == t.pair {
				n++
			}
		}
		if n >= most && !t.pair.Has(without) {
			best, most = t.pair, n
		}
	}
	return best
}

// PairOfParagraph gives the two parties that the sentences before the present one name in its paragraph, where they are two, or
// one beside that of the article; no pair where the paragraph tells of other parties, or of the pair in focus.
func (s *Article) PairOfParagraph() data.Pair {
	if s.Focus.PairAt >= 0 && s.SameParagraph(s.Focus.PairAt) {
		return data.Pair{}
	}
	var seen []int32
	for i := s.Index - 1; s.SameParagraph(i); i-- {
		for _, n := range s.standing.inPlace[i] {
			if !slices.Contains(seen, n) {
				seen = append(seen, n)
			}
		}
	}
	switch len(seen) {
	case 2:
		return data.PairOf(s.standing.parties[seen[0]], s.standing.parties[seen[1]])
	case 1:
		if p := s.standing.parties[seen[0]]; s.Topic != "" && p != s.Topic && !s.Focus.Pair.Has(p) {
			return data.PairOf(s.Topic, p)
		}
	}
	return data.Pair{}
}

// OnlyInFocus says whether the sentences from first to before last name no party but the pair in focus.
func (s *Article) OnlyInFocus(first, last int) bool {
	for i := max(first, 0); i < min(last, len(s.standing.inPlace)); i++ {
		for _, n := range s.standing.inPlace[i] {
			if !s.Focus.Pair.Has(s.standing.parties[n]) {
				return false
			}
		}
	}
	return true
}
