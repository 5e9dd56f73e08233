package export

import (
	"encoding/json"
	"io"
	"time"
)

// document is the tree that writeJSON writes.
type document struct {
	Title    string       `json:"title"`
	Filter   string       `json:"filter"`
	Made     string       `json:"made"`
	Parties  []Party      `json:"parties"`
	Articles []ArticleRow `json:"articles"`
	Ties     []fullTie    `json:"ties"`
}

// fullTie is a tie with its evidence, whose articles are named by ID.
type fullTie struct {
	TieRow
	Evidence []EvidenceRow `json:"evidence"`
}

func writeJSON(w io.Writer, s *Set, _ Options) error {
	rows, err := s.evidenceRows()
	if err != nil {
		return err
	}
	d := document{Title: s.Title, Filter: s.Filter, Made: s.Made.UTC().Format(time.RFC3339), Parties: s.parties(),
		Articles: s.articleRows(), Ties: make([]fullTie, 0, len(s.Ties))}
	for i, tie := range s.tieRows() {
		n := len(s.Ties[i].Evidence)
		d.Ties = append(d.Ties, fullTie{TieRow: tie, Evidence: rows[:n:n]})
		rows = rows[n:]
	}
	return WriteJSON(w, d)
}

// WriteJSON writes v indented, leaving <, > and & as they are.
func WriteJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
