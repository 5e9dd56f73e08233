package proof

import (
	"entente/app/scene"
	"entente/data"
)

// TieNames are the kinds of words that ties can have along their arcs on the map: none, the field that most of the evidence is
// about, or the figure that tells most.
var TieNames = []string{NoTieNames, FieldNames, FigureNames}

// The names of the kinds.
const (
	NoTieNames  = "none"
	FieldNames  = "field"
	FigureNames = "figure"
)

// Amounts writes figures in the reader's language; see app/words.
type Amounts interface {
	scene.Words
	Figure(data.Figure) string
}

// TieName gives what scene.Input.TieName asks for, for a kind of TieNames; nil for none. A tie without a figure, or without
// its evidence, has its field in the place of a figure.
func TieName(kind string, say Amounts) func(*data.Tie) string {
	field := func(t *data.Tie) string {
		if len(t.Fields) == 0 {
			return ""
		}
		return say.Say("field." + string(t.Fields[0]))
	}
	switch kind {
	case FieldNames:
		return field
	case FigureNames:
		return func(t *data.Tie) string {
			if f, ok := MainFigure(t.Evidence); ok {
				return say.Figure(f)
			}
			return field(t)
		}
	}
	return nil
}

// MainFigure gives the figure that tells most of a tie: one that nobody rejected; money before other things, undisputed
// before disputed, then that of the surest passage, and the greatest. ok is false where there is none.
func MainFigure(evidence []data.Evidence) (best data.Figure, ok bool) {
	var rank [4]float64
	for i := range evidence {
		e := &evidence[i]
		if e.Decision == data.Rejected || e.Modality == data.Denied {
			continue
		}
		for _, f := range e.Figures {
			next := [4]float64{truth(isMoney(f.Unit)), truth(!f.Dispute), e.Confidence, f.Value}
			if !ok || before(next, rank) {
				best, rank, ok = f, next, true
			}
		}
	}
	return best, ok
}

// before compares from the first number on; the greater comes first.
func before(a, b [4]float64) bool {
	for i := range a {
		if a[i] != b[i] {
			return a[i] > b[i]
		}
	}
	return false
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// isMoney tells an ISO 4217 code from a noun.
func isMoney(unit string) bool {
	if len(unit) != 3 {
		return false
	}
	for _, r := range unit {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return true
}
