package data

import (
	"fmt"
	"math"
	"slices"
)

// Statement is what a piece of evidence says, as far as a person may change it.
type Statement struct {
	Passage
	Pair     Pair
	From     Party // who acts upon the other; "" where neither or both
	Fields   []Field
	Stance   Stance
	Kind     Kind
	Modality Modality
	When     string
	Figures  []Figure
}

// Hand says what a person has to do with what a piece of evidence says.
type Hand string

// The hands; the empty one means that the rules found it as it is.
const (
	ByRules Hand = ""
	Edited  Hand = "edited"
	Added   Hand = "added"
)

// StatedByHand is the one reason in the confidence of evidence that a person edited or added.
var StatedByHand = Part{Name: "stated by a person", Weight: 5}

// Statement gives what e says. Its lists are those of e.
func (e *Evidence) Statement() Statement {
	return Statement{Passage: e.Passage, Pair: e.Pair, From: e.From, Fields: e.Fields, Stance: e.Stance, Kind: e.Kind,
		Modality: e.Modality, When: e.When, Figures: e.Figures}
}

// Say makes e say what s does, on a person's word: that is as sure as can be. What the rules had found stays in Before.
func (e *Evidence) Say(s Statement) {
	if e.Hand == ByRules {
		before := *e
		before.ID, before.Article, before.Decision, before.Note = 0, 0, Undecided, ""
		e.Hand, e.Before = Edited, &before
	}
	e.Passage, e.Pair, e.From, e.Fields, e.Stance, e.Kind = s.Passage, s.Pair, s.From, s.Fields, s.Stance, s.Kind
	e.Modality, e.When, e.Figures = s.Modality, s.When, s.Figures
	e.Confidence, e.Parts = 1, []Part{StatedByHand}
}

// Check gives data.ErrInvalid, with the reason in plain words, where s could not be evidence in text.
func (s *Statement) Check(text string) error {
	wrong := ""
	switch {
	case !s.Supported(text):
		wrong = "not the words at its place"
	case !s.Pair.Valid() || s.From != "" && !s.Pair.Has(s.From):
		wrong = "parties"
	case len(s.Fields) == 0:
		wrong = "no field"
	case !slices.Contains(Stances, s.Stance) || s.Stance == Mixed:
		wrong = "stance"
	case !slices.Contains(Modalities, s.Modality):
		wrong = "modality"
	case s.Kind != "" && !slices.Contains(Kinds, s.Kind):
		wrong = "kind"
	case s.When != "" && !ValidWhen(s.When):
		wrong = "date"
	}
	for _, f := range s.Fields {
		if !slices.Contains(Fields, f) {
			wrong = "field " + string(f)
		}
	}
	for i := range s.Figures {
		if f := &s.Figures[i]; !f.Supported(text) || math.IsNaN(f.Value) || math.IsInf(f.Value, 0) {
			wrong = fmt.Sprintf("figure %q", f.Text)
		}
	}
	if wrong != "" {
		return fmt.Errorf("evidence for %s at %d-%d: %s: %w", s.Pair, s.Start, s.End, wrong, ErrInvalid)
	}
	return nil
}
