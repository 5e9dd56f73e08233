package export

import (
	"fmt"
	"strconv"
	"strings"

	"entente/data"
	"entente/data/text"
)

// TieRow is one tie without its evidence.
type TieRow struct {
	Countries  data.Pair    `json:"countries"`
	Names      [2]string    `json:"names"`
	Stance     data.Stance  `json:"stance"`
	Fields     []data.Field `json:"fields"`
	Reports    int          `json:"reports"`
	Articles   int          `json:"articles"`
	Passages   int          `json:"passages"`
	Confidence float64      `json:"confidence"`
	Planned    bool         `json:"planned"`
	Disputed   bool         `json:"disputed"`
}

// TieRowOf gives the row of a tie.
func TieRowOf(t *data.Tie, party func(data.Party) Party) TieRow {
	return TieRow{Countries: t.Pair, Names: [2]string{party(t.Pair[0]).Name, party(t.Pair[1]).Name}, Stance: t.Stance,
		Fields: someFields(t.Fields), Reports: t.Reports, Articles: t.Articles, Passages: t.Passages,
		Confidence: rounded(t.Confidence), Planned: t.Planned, Disputed: t.Disputed}
}

// Graded is the grade of an article by the Admiralty code.
type Graded struct {
	Grade       string `json:"grade"`        // both signs, such as "B2"; "F6" until graded
	SourceGrade string `json:"source_grade"` // "A" to "F", "" until a person gave it
	ItemGrade   string `json:"item_grade"`   // "1" to "6", likewise
}

func gradedOf(g data.Grade) Graded { return Graded{g.String(), g.Source, g.Item} }

// EvidenceRow is one piece of evidence with the facts of its article.
type EvidenceRow struct {
	ID        int64      `json:"id"`
	Countries data.Pair  `json:"countries"`
	Names     [2]string  `json:"names"`
	From      data.Party `json:"from"`
	Evidence
	Kind       data.Kind    `json:"kind"`
	Confidence float64      `json:"confidence"`
	Decision   data.Verdict `json:"decision"`
	Hand       data.Hand    `json:"hand,omitempty"`   // "edited" or "added" by a person
	Note       string       `json:"note,omitempty"`   // a person's
	Before     *Found       `json:"before,omitempty"` // what was found, where a person edited it
	Article    int64        `json:"article"`
	Title      string       `json:"title"`
	Publisher  string       `json:"publisher"`
	Published  string       `json:"published"`
	Address    string       `json:"address"`
	Source     string       `json:"source"`
	Graded
}

// Found is what the rules found before a person edited it.
type Found struct {
	Countries data.Pair  `json:"countries"`
	From      data.Party `json:"from"`
	Evidence
	Kind       data.Kind `json:"kind"`
	Confidence float64   `json:"confidence"`
}

func foundOf(e *data.Evidence, offsets *text.Offsets) *Found {
	if e == nil {
		return nil
	}
	x := EvidenceOf(e)
	x.Start, x.End = offsets.Rune(e.Start), offsets.Rune(e.End)
	return &Found{Countries: e.Pair, From: e.From, Evidence: x, Kind: e.Kind, Confidence: rounded(e.Confidence)}
}

// EvidenceRowOf gives the row of a piece of evidence. The grade and the offsets are those of the article.
func EvidenceRowOf(e *data.Evidence, a *data.Article, g data.Grade, offsets *text.Offsets, party func(data.Party) Party) EvidenceRow {
	x := EvidenceOf(e)
	x.Start, x.End = offsets.Rune(e.Start), offsets.Rune(e.End)
	return EvidenceRow{ID: e.ID, Countries: e.Pair, Names: [2]string{party(e.Pair[0]).Name, party(e.Pair[1]).Name},
		From: e.From, Evidence: x, Kind: e.Kind, Confidence: rounded(e.Confidence), Decision: e.Decision,
		Hand: e.Hand, Note: e.Note, Before: foundOf(e.Before, offsets), Article: a.ID, Title: a.Title, Publisher: a.Publisher,
		Published: a.Published, Address: a.Address, Source: a.Source, Graded: gradedOf(g)}
}

// ArticleRow is the facts of an article, without its text.
type ArticleRow struct {
	ID        int64  `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Published string `json:"published"`
	Language  string `json:"language"`
	Address   string `json:"address"`
	Source    string `json:"source"`
	Graded
}

// ArticleRowOf gives the row of an article and its grade.
func ArticleRowOf(a *data.Article, g data.Grade) ArticleRow {
	return ArticleRow{ID: a.ID, Title: a.Title, Publisher: a.Publisher, Published: a.Published, Language: a.Language,
		Address: a.Address, Source: a.Source, Graded: gradedOf(g)}
}

// Table is rows under named columns, for the formats that are flat. Cells are strings, ints, float64s and bools.
type Table struct {
	Name    string
	Columns []string
	Rows    [][]any
}

// Tables lists the names of the tables that a Set has.
var Tables = []string{"ties", "evidence", "figures", "articles"}

// TieTable puts ties into a table.
func TieTable(rows []TieRow) Table {
	t := Table{Name: "ties", Columns: []string{"country_a", "country_b", "name_a", "name_b", "stance", "fields", "reports",
		"articles", "passages", "confidence", "planned", "disputed"}}
	for _, r := range rows {
		t.Rows = append(t.Rows, []any{string(r.Countries[0]), string(r.Countries[1]), r.Names[0], r.Names[1], string(r.Stance),
			fieldList(r.Fields), r.Reports, r.Articles, r.Passages, r.Confidence, r.Planned, r.Disputed})
	}
	return t
}

// EvidenceTable puts evidence into a table.
func EvidenceTable(rows []EvidenceRow) Table {
	t := Table{Name: "evidence", Columns: []string{"id", "country_a", "country_b", "name_a", "name_b", "from", "stance", "fields",
		"kind", "modality", "when", "figures", "confidence", "decision", "quote", "article", "title", "publisher", "published",
		"address", "source", "start", "end", "hand", "note", "grade", "source_grade", "item_grade"}}
	for _, r := range rows {
		t.Rows = append(t.Rows, []any{r.ID, string(r.Countries[0]), string(r.Countries[1]), r.Names[0], r.Names[1], string(r.From),
			string(r.Stance), fieldList(r.Fields), string(r.Kind), string(r.Modality), r.When, FigureWords(r.Figures), r.Confidence,
			string(r.Decision), r.Text, r.Article, r.Title, r.Publisher, r.Published, r.Address, r.Source, r.Start, r.End, string(r.Hand),
			r.Note, r.Grade, r.SourceGrade, r.ItemGrade})
	}
	return t
}

// FigureTable puts the figures of evidence into a table, one a row, so that they can be added up and compared.
func FigureTable(rows []EvidenceRow) Table {
	t := Table{Name: "figures", Columns: []string{"evidence", "country_a", "country_b", "value", "unit", "about", "bound", "per",
		"disputed", "quote", "article"}}
	for _, r := range rows {
		for _, f := range r.Figures {
			t.Rows = append(t.Rows, []any{r.ID, string(r.Countries[0]), string(r.Countries[1]), f.Value, f.Unit, f.About, f.Bound,
				f.Per, f.Disputed, r.Text, r.Article})
		}
	}
	return t
}

// ArticleTable puts articles into a table.
func ArticleTable(rows []ArticleRow) Table {
	t := Table{Name: "articles", Columns: []string{"id", "title", "publisher", "published", "language", "address", "source",
		"grade", "source_grade", "item_grade"}}
	for _, r := range rows {
		t.Rows = append(t.Rows, []any{r.ID, r.Title, r.Publisher, r.Published, r.Language, r.Address, r.Source, r.Grade,
			r.SourceGrade, r.ItemGrade})
	}
	return t
}

// FigureWords gives figures on one line: "more than 200000000 EUR (investment); 12 %".
func FigureWords(figures []Figure) string {
	var out []string
	for _, f := range figures {
		s := strings.TrimSpace(f.Bound + " " + strconv.FormatFloat(f.Value, 'f', -1, 64) + " " + f.Unit)
		if f.Per != "" {
			s += " per " + f.Per
		}
		if f.About != "" {
			s += " (" + f.About + ")"
		}
		if f.Disputed {
			s += " [disputed]"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// tieRows and evidenceRows are the rows of a whole set.
func (s *Set) tieRows() []TieRow {
	rows := make([]TieRow, len(s.Ties))
	for i := range s.Ties {
		rows[i] = TieRowOf(&s.Ties[i], s.Party)
	}
	return rows
}

func (s *Set) evidenceRows() ([]EvidenceRow, error) {
	articles := map[int64]*data.Article{}
	offsets := map[int64]*text.Offsets{}
	for i := range s.Articles {
		a := &s.Articles[i]
		articles[a.ID], offsets[a.ID] = a, text.NewOffsets(a.Text)
	}
	var rows []EvidenceRow
	for i := range s.Ties {
		for j := range s.Ties[i].Evidence {
			e := &s.Ties[i].Evidence[j]
			a := articles[e.Article]
			if a == nil {
				return nil, fmt.Errorf("article %d of evidence %d: %w", e.Article, e.ID, data.ErrNotFound)
			}
			rows = append(rows, EvidenceRowOf(e, a, s.Grades[a.ID], offsets[a.ID], s.Party))
		}
	}
	return rows, nil
}

func (s *Set) articleRows() []ArticleRow {
	rows := make([]ArticleRow, len(s.Articles))
	for i := range s.Articles {
		rows[i] = ArticleRowOf(&s.Articles[i], s.Grades[s.Articles[i].ID])
	}
	return rows
}

// table gives one of Tables by name.
func (s *Set) table(name string) (Table, error) {
	if name == "ties" {
		return TieTable(s.tieRows()), nil
	}
	if name == "articles" {
		return ArticleTable(s.articleRows()), nil
	}
	rows, err := s.evidenceRows()
	switch {
	case err != nil:
		return Table{}, err
	case name == "evidence":
		return EvidenceTable(rows), nil
	case name == "figures":
		return FigureTable(rows), nil
	}
	return Table{}, fmt.Errorf("table %q is not one of %s: %w", name, strings.Join(Tables, ", "), data.ErrInvalid)
}

// fieldList writes fields as data has them, for programs.
func fieldList(fields []data.Field) string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = string(f)
	}
	return strings.Join(out, ", ")
}

// rounded keeps three decimals of a share: more would claim a precision that it does not have.
func rounded(share float64) float64 {
	v, _ := strconv.ParseFloat(strconv.FormatFloat(share, 'f', 3, 64), 64)
	return v
}
