package pairing

import (
	"slices"

	"entente/data"
)

// Take makes evidence of a pair whose sentence, u.Read, has just been read again. resented gives the hostile kind of a sentence whose
// words are friendly one by one.
func (s *Article) Take(u *Unsaid, resented func(*Candidate) data.Kind) {
	c := Candidate{Pair: u.pair, Modality: data.Done, Stance: data.Neutral, Noun: -1, Last: len(s.Nodes)}
	if u.heard != nil {
		c = *u.heard
		if c.Noun >= 0 && c.Noun < len(s.Nodes) && s.Nodes[c.Noun].Rel != nil && s.strifeWithin(c.Noun, s.Nodes[c.Noun].Rel) {
			c.Kind, c.Stance = data.Consult, data.Neutral
		}
	}
	if c.Modality == data.Done {
		c.Modality = s.mainModality()
	}
	if u.grudge != "" {
		c.Kind, c.Stance = u.grudge, data.Conflict
	}
	if r := s.strongest(c.Pair); r != nil && c.Stance == data.Neutral {
		c.Kind, c.Stance = r.Kind, r.Stance
	}
	if c.Stance != data.Conflict {
		if k := resented(&c); k != "" {
			c.Kind, c.Stance = k, data.Conflict
		}
	}
	if u.aside || u.again && c.Stance != data.Conflict {
		c.Stance = data.Neutral // hostile words are weighed by SettleTone
	}
	if !u.again && !u.aside && u.grudge == "" {
		s.setTone(&c)
	}
	s.spots, s.reaches = append(s.spots[:0], c.Node), append(s.reaches[:0], [2]int{c.First, c.Last})
	s.keepMeasures()
	e := s.evidence(&c, true)
	e.Confidence, e.Parts = u.confidence, u.parts
	if s.markFound(); s.Index < len(s.told) && s.told[s.Index] {
		e.Figures = nil // they are told of those whom the words tie
	}
	if u.Last > u.Sentence {
		e.Passage = data.PassageOf(s.Doc.Text, data.Span{Start: s.Doc.Sentences[u.Sentence].Start, End: s.Doc.Sentences[u.Last].End})
	}
	s.find(Finding{Evidence: e, tone: c.tone, ties: !u.again, grudge: u.grudge != "", spoken: s.spokenHere()})
	if !s.Explaining {
		return
	}
	s.Considered = slices.DeleteFunc(s.Considered, func(o Considered) bool { return o.Span == e.Span && o.Pair == e.Pair && !o.Taken })
	s.Considered = append(s.Considered, Considered{Passage: e.Passage, Pair: e.Pair, Taken: true, Kind: e.Kind, Stance: e.Stance,
		Modality: e.Modality, Confidence: e.Confidence, Parts: e.Parts})
}

// mainModality gives how real it is what the first verb of the sentence tells.
func (s *Article) mainModality() data.Modality {
	for i := range s.Actions {
		if a := &s.Actions[i]; !a.Nonfinite {
			if a.Modality != data.Ongoing && !a.Must && !a.Negated {
				return a.Modality
			}
			break
		}
	}
	return data.Done
}
