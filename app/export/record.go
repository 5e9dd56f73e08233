package export

import (
	"encoding/json"
	"io"

	"entente/data"
	"entente/data/text"
)

// Record is one article with all that was found in it, as `entente scan` prints it. Its offsets count Unicode code
// points into Text, end exclusive.
type Record struct {
	Source    string    `json:"source"`
	Title     string    `json:"title"`
	Publisher string    `json:"publisher"`
	Published string    `json:"published"`
	Language  string    `json:"language"`
	Text      string    `json:"text"`
	Omitted   []Omitted `json:"omitted"`
	Mentions  []Mention `json:"mentions"`
	Ties      []Tie     `json:"ties"`
}

// Omitted is a part of the text that is not the article.
type Omitted struct {
	Start  int         `json:"start"`
	End    int         `json:"end"`
	Reason data.Reason `json:"reason"`
}

// Mention is a passage that names a party; Lat and Lon are degrees.
type Mention struct {
	Start   int              `json:"start"`
	End     int              `json:"end"`
	Text    string           `json:"text"`
	Country data.Party       `json:"country"`
	Kind    data.MentionKind `json:"kind"`
	Lat     float64          `json:"lat"`
	Lon     float64          `json:"lon"`
}

// Tie is a pair of parties and the evidence for it.
type Tie struct {
	Countries data.Pair    `json:"countries"`
	Stance    data.Stance  `json:"stance"`
	Fields    []data.Field `json:"fields"`
	Evidence  []Evidence   `json:"evidence"`
}

// Evidence is a passage that states a relation. Field is the leading one of Fields.
type Evidence struct {
	Start    int           `json:"start"`
	End      int           `json:"end"`
	Text     string        `json:"text"`
	Field    data.Field    `json:"field"`
	Fields   []data.Field  `json:"fields"`
	Stance   data.Stance   `json:"stance"`
	Modality data.Modality `json:"modality"`
	When     string        `json:"when"`
	Figures  []Figure      `json:"figures"`
}

// Figure is an amount in a passage. Bound and Per are left out where the text has none, Disputed where no other figure
// of the pair contradicts it.
type Figure struct {
	Value    float64 `json:"value"`
	Unit     string  `json:"unit"`
	About    string  `json:"about"`
	Bound    string  `json:"bound,omitempty"`
	Per      string  `json:"per,omitempty"`
	Disputed bool    `json:"disputed,omitempty"`
}

// RecordOf puts an article and its findings into the form that is printed. Ties come by weight.
func RecordOf(a *data.Article, f data.Findings) Record {
	offsets := text.NewOffsets(a.Text)
	r := Record{Source: a.Source, Title: a.Title, Publisher: a.Publisher, Published: a.Published, Language: a.Language,
		Text: a.Text, Omitted: make([]Omitted, 0, len(a.Omitted)), Mentions: make([]Mention, 0, len(f.Mentions))}
	for _, o := range a.Omitted {
		r.Omitted = append(r.Omitted, Omitted{offsets.Rune(o.Start), offsets.Rune(o.End), o.Reason})
	}
	for _, m := range f.Mentions {
		r.Mentions = append(r.Mentions, Mention{offsets.Rune(m.Start), offsets.Rune(m.End), m.Text, m.Country, m.Kind, m.Lat, m.Lon})
	}
	ties := data.Ties(f.Evidence, nil)
	r.Ties = make([]Tie, 0, len(ties))
	for i := range ties {
		r.Ties = append(r.Ties, tieOf(&ties[i], offsets))
	}
	return r
}

func tieOf(t *data.Tie, offsets *text.Offsets) Tie {
	out := Tie{Countries: t.Pair, Stance: t.Stance, Fields: someFields(t.Fields), Evidence: make([]Evidence, 0, len(t.Evidence))}
	for i := range t.Evidence {
		e := &t.Evidence[i]
		x := EvidenceOf(e)
		x.Start, x.End = offsets.Rune(e.Start), offsets.Rune(e.End)
		out.Evidence = append(out.Evidence, x)
	}
	return out
}

// EvidenceOf gives the printed form of e with its offsets still in bytes: only the article's text can turn them into
// code points.
func EvidenceOf(e *data.Evidence) Evidence {
	x := Evidence{Start: e.Start, End: e.End, Text: e.Text, Fields: someFields(e.Fields), Stance: e.Stance,
		Modality: e.Modality, When: e.When, Figures: make([]Figure, 0, len(e.Figures))}
	if len(e.Fields) > 0 {
		x.Field = e.Fields[0]
	}
	for _, f := range e.Figures {
		x.Figures = append(x.Figures, Figure{f.Value, f.Unit, f.About, f.Bound, f.Per, f.Dispute})
	}
	return x
}

// someFields makes nil an empty list: JSON readers expect a list.
func someFields(fields []data.Field) []data.Field {
	if fields == nil {
		return []data.Field{}
	}
	return fields
}

// WriteLine writes v as one line of JSON, leaving <, > and & as they are.
func WriteLine(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
