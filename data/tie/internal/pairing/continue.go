package pairing

import (
	"cmp"
	"slices"

	"entente/data"
	"entente/data/tie/internal/among"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// SameParagraph says whether a sentence, by its index, stands in the paragraph of the present one.
func (s *Article) SameParagraph(sentence int) bool {
	return sentence >= 0 && sentence < len(s.Doc.Sentences) && s.Doc.Sentences[sentence].Paragraph == s.Sentence.Paragraph
}

// told is what was read of a pair last.
type told struct {
	pair   data.Pair
	kind   data.Kind
	stance data.Stance
	at     int // sentence
}

// GoOn adds a passage that goes on about a pair told of before, with an amount to tell, or a time and a word of how parties
// deal with each other, and no party beside the two in it. Its stance is neutral unless it points back and its own words say more,
// so that it does not outweigh what was told outright.
func (s *Article) GoOn() {
	t, ok := s.toldBefore()
	if !ok || len(s.Dates)+len(s.Amounts) == 0 || s.Sentence.Heading || len(s.Amounts) == 0 && s.loudness() == 0 {
		return
	}
	if first := s.Nodes[0].Entry; first != nil && first.Classes&rules.IsImprint != 0 {
		return
	}
	for i := range s.Cands {
		if s.Cands[i].Pair != t.pair || s.Cands[i].Modality == data.Denied {
			return
		}
	}
	a := grammar.Member{Party: t.pair[0], Role: grammar.Within, Mention: -1}
	c := s.Propose(a, grammar.Member{Party: t.pair[1], Role: grammar.Within, Mention: -1}, -1)
	if c == nil {
		return
	}
	s.Add(c, reason.GoesOn, "")
	c.goesOn = true
	c.Kind, c.Stance, c.First, c.Last = t.kind, data.Neutral, 0, len(s.Nodes)
	if len(s.Named) > 0 && s.ofTheDeal() {
		c.Last = s.firstName()
	}
	if s.pointsBack() {
		s.toneOf(c)
	}
	if len(s.Actions) > 0 {
		c.Modality = s.Actions[0].Modality
	}
}

// pointsBack says whether a sentence names a party, or speaks of two told of before or of what they agreed on.
func (s *Article) pointsBack() bool {
	return len(s.Named) > 0 || among.Any(s.Groups, func(g *grammar.Group) bool {
		return g.Ref == grammar.RefPair || g.Ref == grammar.RefDeal || g.Ref == grammar.RefBilateral
	})
}

// refersToAny says whether a sentence refers to anybody or anything told of before: "their presidents", "the company".
func (s *Article) refersToAny() bool {
	return among.Any(s.Groups, func(g *grammar.Group) bool { return g.Ref != grammar.NoRef })
}

// toldBefore gives the pair that a sentence may go on about: the two parties named in it, where they were tied before;
// the last pair with the one party named in it, if that is not the one that the article is mostly about or the sentence speaks of
// such things close by; or the pair in focus, told of just before, or close by where the sentence refers to anything.
func (s *Article) toldBefore() (told, bool) {
	f := &s.Focus
	deal := len(s.Named) > 0 && s.ofTheDeal()
	for i := len(s.history) - 1; i >= 0; i-- {
		t := s.history[i]
		if deal && t.pair == f.Pair {
			return t, s.near(t.at)
		}
		switch len(s.Named) {
		case 0:
			return t, t.pair == f.Pair && s.near(t.at) && (t.at == s.Index-1 || s.refersToAny())
		case 1:
			if t.pair.Has(s.Named[0]) && s.Index-t.at <= 6 {
				return t, s.Named[0] != s.Topic || s.near(t.at) && s.loudness() > 0 // else it may tell of anything at home
			}
		case 2:
			if t.pair == data.PairOf(s.Named[0], s.Named[1]) {
				return t, true
			}
		default:
			return told{}, false
		}
	}
	return told{}, false
}

// ofTheDeal says whether a sentence is about the deal told of before, and tells an amount or time of it before it names
// anybody: "The deal, worth $3 million, was signed by the Peruvian minister".
func (s *Article) ofTheDeal() bool {
	if len(s.Groups) == 0 || s.Groups[0].Ref != grammar.RefDeal || len(s.Groups[0].Members) > 0 {
		return false
	}
	return s.firstAmount() < s.firstName()
}

// firstName gives the node of the first name in a sentence, the number of nodes where there is none.
func (s *Article) firstName() int {
	for i := range s.Nodes {
		if s.Nodes[i].Mention >= 0 {
			return i
		}
	}
	return len(s.Nodes)
}

// firstAmount gives the node of the first amount or time in a sentence, the number of nodes where there is none.
func (s *Article) firstAmount() int {
	first := len(s.Nodes)
	if len(s.Amounts) > 0 {
		first = s.Amounts[0].First
	}
	if len(s.Dates) > 0 {
		first = min(first, s.Dates[0].First)
	}
	return first
}

// near says whether a sentence stands close before, in the same paragraph or the one before, or is one of the headings that
// the text begins with.
func (s *Article) near(at int) bool {
	d := s.Sentence.Paragraph - s.Doc.Sentences[at].Paragraph
	return s.Index-at <= 5 && (d <= 1 || d <= quietReach && s.quiet(at) || d <= 4 && s.Doc.Sentences[at].Heading && s.Doc.Sentences[max(s.Index-1, 0)].Heading)
}

// quietReach is how many paragraphs that name nobody a pair is still told of.
const quietReach = 2

// quiet says whether no party is named between a sentence and the present one.
func (s *Article) quiet(at int) bool {
	end := s.Doc.Sentences[at].End
	i, _ := slices.BinarySearchFunc(s.Mentions, end, func(m data.Mention, end int) int { return cmp.Compare(m.Start, end) })
	return i == len(s.Mentions) || s.Mentions[i].Start >= s.Sentence.Start
}

// toneOf takes kind and stance from the words of the main clauses: a hostile word makes the passage hostile, an agreement
// or a visit makes it friendly, others leave it as it was.
func (s *Article) toneOf(c *Candidate) {
	for i := c.First; i < min(c.Last, len(s.Nodes)); i++ {
		r := s.Nodes[i].Rel
		if s.TagAt(i) == token.Rel && i > c.First {
			for i < c.Last-1 && s.TagAt(i) != token.Comma {
				i++
			}
		}
		if r == nil || s.Nodes[i].Skip || r.Weight < 1.2 && (r.Kind != data.Mobilize || s.TagAt(i) != token.Verb) {
			continue
		}
		if r.Stance == data.Conflict {
			c.Kind, c.Stance = r.Kind, r.Stance
			return
		}
		if r.Kind == data.Agree || r.Kind == data.AidKind || r.Kind == data.Yield || r.Kind == data.Support {
			c.Kind, c.Stance = r.Kind, r.Stance
		}
	}
}
