package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"entente/app/export"
	"entente/data"
)

// places are the countries of the tests: two close ones, and two that face each other over the antimeridian.
var places = map[data.Party]export.Party{
	"JP": {"JP", "Japan", 36.5, 138}, "RS": {"RS", "Serbia", 44.2, 20.8}, "US": {"US", "United States", 39.5, -98.5},
	"FJ": {"FJ", "Fiji", -17.8, 178}, "WS": {"WS", "Samoa", -13.8, -172.1},
}

// sample is a set with a nasty quote and a tie over the antimeridian.
func sample() *export.Set {
	text := "🤝 Japan's firms <invest> in Serbia.\nThe US & Japan talk. =Fiji and Samoa sign."
	quote := func(words string) data.Passage {
		at := strings.Index(text, words)
		return data.PassageOf(text, data.Span{Start: at, End: at + len(words)})
	}
	evidence := []data.Evidence{
		{ID: 1, Article: 7, Pair: data.PairOf("JP", "RS"), Passage: quote("Japan's firms <invest> in Serbia"), From: "JP",
			Fields: []data.Field{data.Investment, data.Trade}, Stance: data.Cooperation, Modality: data.Done, When: "2024",
			Confidence: 0.91234, Figures: []data.Figure{{Value: 2.5e9, Unit: "EUR", About: "investment", Bound: "more than", Dispute: true}}},
		{ID: 2, Article: 7, Pair: data.PairOf("JP", "US"), Passage: quote("US & Japan talk"), Fields: []data.Field{data.Diplomacy},
			Stance: data.Neutral, Modality: data.Ongoing, Confidence: 0.5},
		{ID: 3, Article: 7, Pair: data.PairOf("FJ", "WS"), Passage: quote("=Fiji and Samoa sign"), Fields: []data.Field{data.Trade},
			Stance: data.Conflict, Modality: data.Planned, Confidence: 0.7},
	}
	return &export.Set{Title: "Test <library>", Made: time.Date(2025, 1, 2, 3, 4, 5, 0, time.UTC), Ties: data.Ties(evidence, nil),
		Articles: []data.Article{{ID: 7, Title: "A \"title\", with comma", Publisher: "P&Q", Published: "2024-05-01", Text: text}},
		Party:    func(c data.Party) export.Party { return places[c] }}
}

func written(t *testing.T, format string, s *export.Set, o export.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := export.Write(&b, format, s, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestEveryFormatTakesEverySet(t *testing.T) {
	empty := &export.Set{Party: func(data.Party) export.Party { return export.Party{} }}
	for _, format := range export.Formats() {
		for name, s := range map[string]*export.Set{"nothing": empty, "sample": sample()} {
			t.Run(format+" of "+name, func(t *testing.T) {
				b := written(t, format, s, export.Options{})
				if len(b) == 0 {
					t.Error("nothing was written")
				}
				switch format {
				case "json", "geojson":
					if !json.Valid(b) {
						t.Errorf("no JSON:\n%s", b)
					}
				case "gexf", "graphml", "kml":
					checkXML(t, b)
				}
			})
		}
	}
}

func checkXML(t *testing.T, b []byte) {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(b))
	for {
		if _, err := dec.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("no XML: %v\n%s", err, b)
		}
	}
}

func TestCSVIsReadBackCellByCell(t *testing.T) {
	b := written(t, "csv", sample(), export.Options{BOM: true})
	if !bytes.HasPrefix(b, []byte("\ufeff")) {
		t.Error("no byte order mark was written")
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 4 {
		t.Fatalf("got %d lines, want a head and three pieces of evidence", len(rows))
	}
	found := map[string]bool{}
	for _, row := range rows[1:] {
		for i, cell := range row {
			found[rows[0][i]+"="+cell] = true
		}
	}
	for _, want := range []string{"quote='=Fiji and Samoa sign", "quote=Japan's firms <invest> in Serbia", "start=2", "end=34",
		`title=A "title", with comma`, "figures=more than 2500000000 EUR (investment) [disputed]", "fields=investment, trade"} {
		if !found[want] {
			t.Errorf("no cell with %s in\n%s", want, b)
		}
	}
}

func TestGradesStandBesideEvidenceAndArticles(t *testing.T) {
	for _, c := range []struct {
		name   string
		grade  data.Grade
		cells  string
		inJSON string
	}{
		{"nobody graded", data.Grade{}, "F6,,", `"grade": "F6",\n      "source_grade": "",\n      "item_grade": ""`},
		{"both graded", data.Grade{Source: "B", Item: "2"}, "B2,B,2", `"grade": "B2",\n      "source_grade": "B",\n      "item_grade": "2"`},
		{"only the source graded, which says nothing of the article", data.Grade{Source: "A"}, "A6,A,", `"grade": "A6",\n      "source_grade": "A",\n      "item_grade": ""`},
		{"a person who cannot judge is not nobody", data.Grade{Source: "F", Item: "6"}, "F6,F,6", `"grade": "F6",\n      "source_grade": "F",\n      "item_grade": "6"`},
	} {
		s := sample()
		s.Grades = map[int64]data.Grade{7: c.grade}
		for _, table := range []string{"evidence", "articles"} {
			lines := strings.Split(string(written(t, "csv", s, export.Options{Table: table})), "\r\n")
			if !strings.HasSuffix(lines[0], ",grade,source_grade,item_grade") || !strings.HasSuffix(lines[1], ","+c.cells) {
				t.Errorf("%s: table %s: got %q under %q, want %s at its end", c.name, table, lines[1], lines[0], c.cells)
			}
		}
		inJSON := strings.ReplaceAll(c.inJSON, `\n`, "\n")
		if got := string(written(t, "json", s, export.Options{})); !strings.Contains(got, inJSON) {
			t.Errorf("%s: json lacks %s", c.name, inJSON)
		}
		book, err := excelize.OpenReader(bytes.NewReader(written(t, "xlsx", s, export.Options{})))
		if err != nil {
			t.Fatal(err)
		}
		if rows, err := book.GetRows("Articles"); err != nil || rows[1][7] != c.grade.String() {
			t.Errorf("%s: xlsx has %v and %v, want %s in the eighth column", c.name, rows, err, c.grade)
		}
	}
}

func TestSourcesAreNamedInTheLanguageOfTheReader(t *testing.T) {
	s := &export.Set{}
	for _, name := range []string{"A", "B", "B", "C", "D", "E", "F", "G", "H"} {
		s.Articles = append(s.Articles, data.Article{Publisher: name})
	}
	if got, want := s.Sources(counter{}), "snapshot.sources.more 2 [sources B; A; C; D; E; F]"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	s.Articles = append(s.Articles[:3], data.Article{Text: "Ministers met.", Source: "in/b.txt"}, data.Article{Source: "in/c.txt"})
	if got, want := s.Sources(counter{}), "B; A; Ministers met.; c.txt"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// counter is words that show what is asked of them.
type counter struct{}

func (counter) Count(key string, n int, values ...any) string {
	return fmt.Sprint(key, " ", n, " ", values)
}

func TestCSVOfTiesHasOneLineATie(t *testing.T) {
	rows, err := csv.NewReader(bytes.NewReader(written(t, "csv", sample(), export.Options{Table: "ties"}))).ReadAll()
	if err != nil || len(rows) != 4 {
		t.Fatalf("got %d lines and %v, want a head and three ties", len(rows), err)
	}
}

func TestNoCellIsAFormula(t *testing.T) {
	for _, words := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"} {
		var b bytes.Buffer
		if err := export.WriteCSV(&b, export.Table{Columns: []string{"a"}, Rows: [][]any{{words}}}, false); err != nil {
			t.Fatal(err)
		}
		if got := strings.Trim(strings.SplitN(b.String(), "\n", 2)[1], "\"\r\n"); !strings.HasPrefix(got, "'") {
			t.Errorf("%q became %q, want an apostrophe before it", words, got)
		}
	}
}

func TestGeoJSONIsAsRFC7946Asks(t *testing.T) {
	var c struct {
		Type     string
		Features []struct {
			ID       string
			Geometry struct {
				Type        string
				Coordinates json.RawMessage
			}
			Properties map[string]any
		}
	}
	if err := json.Unmarshal(written(t, "geojson", sample(), export.Options{}), &c); err != nil {
		t.Fatal(err)
	}
	if c.Type != "FeatureCollection" || len(c.Features) != 8 {
		t.Fatalf("got a %s of %d features, want five countries and three ties", c.Type, len(c.Features))
	}
	for _, f := range c.Features {
		var lines [][][2]float64
		switch f.Geometry.Type {
		case "Point":
			continue
		case "LineString":
			lines = make([][][2]float64, 1)
			unmarshal(t, f.Geometry.Coordinates, &lines[0])
		case "MultiLineString":
			unmarshal(t, f.Geometry.Coordinates, &lines)
		default:
			t.Fatalf("a geometry of type %s", f.Geometry.Type)
		}
		checkLines(t, f.ID, lines)
		if len(f.Properties["evidence"].([]any)) == 0 {
			t.Errorf("%s has no evidence", f.ID)
		}
		if wantsCut := f.ID == "FJ-WS" || f.ID == "JP-US"; wantsCut != (len(lines) == 2) {
			t.Errorf("%s has %d lines", f.ID, len(lines))
		}
	}
}

func unmarshal(t *testing.T, b []byte, v any) {
	t.Helper()
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatal(err)
	}
}

// checkLines fails where a line leaves the world or crosses the antimeridian.
func checkLines(t *testing.T, id string, lines [][][2]float64) {
	t.Helper()
	for _, line := range lines {
		if len(line) < 2 {
			t.Errorf("%s: a line of %d points", id, len(line))
		}
		for i, p := range line {
			if math.Abs(p[0]) > 180 || math.Abs(p[1]) > 90 {
				t.Errorf("%s: %v is not on earth", id, p)
			}
			if i > 0 && math.Abs(p[0]-line[i-1][0]) > 90 {
				t.Errorf("%s jumps from %v to %v", id, line[i-1], p)
			}
		}
	}
	if len(lines) == 2 {
		end, begin := lines[0][len(lines[0])-1], lines[1][0]
		if math.Abs(end[0]) != 180 || begin[0] != -end[0] || begin[1] != end[1] {
			t.Errorf("%s: the pieces meet at %v and %v, want one point on the antimeridian", id, end, begin)
		}
	}
}

func TestXLSXHasASheetForEachTable(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(written(t, "xlsx", sample(), export.Options{})))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for sheet, want := range map[string]int{"Ties": 4, "Evidence": 4, "Figures": 2, "Articles": 2} {
		rows, err := f.GetRows(sheet)
		if err != nil || len(rows) != want {
			t.Errorf("sheet %s has %d rows (%v), want %d", sheet, len(rows), err, want)
		}
	}
	for _, cell := range []string{"O2", "O3", "O4"} {
		if formula, _ := f.GetCellFormula("Evidence", cell); formula != "" {
			t.Errorf("a quote became the formula %q", formula)
		}
	}
}

func TestGraphsHaveACountryANodeAndATieAnEdge(t *testing.T) {
	for format, want := range map[string][2]string{"gexf": {"<node ", "<edge "}, "graphml": {"<node ", "<edge "}, "kml": {"<Point>", "<LineString>"}} {
		b := string(written(t, format, sample(), export.Options{}))
		if n, e := strings.Count(b, want[0]), strings.Count(b, want[1]); n != 5 || e != 3 {
			t.Errorf("%s has %d nodes and %d edges, want 5 and 3", format, n, e)
		}
	}
}

func TestRefusals(t *testing.T) {
	if err := export.Write(io.Discard, "doc", sample(), export.Options{}); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("an unknown format gives %v, want data.ErrInvalid", err)
	}
	if _, err := export.FormatOf("map.doc"); !errors.Is(err, data.ErrInvalid) || !strings.Contains(err.Error(), ".geojson") {
		t.Errorf("got %v, want an error that lists the formats", err)
	}
	s := sample()
	s.Articles = nil
	if err := export.Write(io.Discard, "json", s, export.Options{}); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("evidence without its article gives %v, want data.ErrNotFound", err)
	}
	if format, err := export.FormatOf("MAP.GeoJSON"); format != "geojson" || err != nil {
		t.Errorf("got %q, %v, want geojson", format, err)
	}
}
