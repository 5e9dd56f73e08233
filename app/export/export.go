// Package export writes ties and their evidence for other programs: tables (csv, xlsx), trees (json, and the JSON Lines
// of `entente scan`), maps (geojson, kml) and graphs (gexf, graphml).
//
// It takes values and writes streams; what is exported is chosen by others (app, data/store), pictures are app/scene's
// and documents app/briefing's. Positions in all formats count Unicode code points into the article's text, end
// exclusive. Coordinates are degrees, longitude first where the format says so. Functions keep no state.
package export

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"entente/data"
	"entente/data/text"
)

// Set is what is exported. Nothing in it is changed.
type Set struct {
	Title    string               // of the library or the view
	Filter   string               // the conditions in words, "" for none
	Made     time.Time            // when
	Period   string               // the years that the evidence is from: "2021/2025", "2024", or ""
	Reports  int                  // independent reports behind the ties
	Ties     []data.Tie           // by weight, each with its evidence: what is fairly sure first, then the rest, both by article
	Articles []data.Article       // those that the evidence stands in, with their text, by ID
	Grades   map[int64]data.Grade // of the articles that people graded, by ID
	Party    func(data.Party) Party

	report func(article int64) int64 // of an article; set by Gather
}

// Party is what other programs are told of a country.
type Party struct {
	Code data.Party `json:"code"`
	Name string     `json:"name"`
	Lat  float64    `json:"lat"`
	Lon  float64    `json:"lon"`
}

// Options are the choices that some formats have.
type Options struct {
	Table string // csv: which table, "evidence" where empty; see Tables
	BOM   bool   // csv: begin with a byte order mark, for spreadsheets that take other files for their old encoding
}

// writer writes a set in one format.
type writer func(io.Writer, *Set, Options) error

// writers lists the formats by their extension. A new format is one function and its line here.
var writers = map[string]writer{
	"csv":     writeCSV,
	"geojson": writeGeoJSON,
	"gexf":    writeGEXF,
	"graphml": writeGraphML,
	"json":    writeJSON,
	"kml":     writeKML,
	"xlsx":    writeXLSX,
}

// Formats lists the formats by name.
func Formats() []string {
	names := make([]string, 0, len(writers))
	for name := range writers {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// FormatOf gives the format that a file's name asks for; the error wraps data.ErrInvalid and lists what there is.
func FormatOf(path string) (string, error) {
	ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	if writers[ext] == nil {
		return "", fmt.Errorf("%s: the name must end in .%s: %w", path, strings.Join(Formats(), ", ."), data.ErrInvalid)
	}
	return ext, nil
}

// Write writes the set in the format.
func Write(w io.Writer, format string, s *Set, o Options) error {
	write := writers[format]
	if write == nil {
		return fmt.Errorf("format %q is not one of %s: %w", format, strings.Join(Formats(), ", "), data.ErrInvalid)
	}
	if err := write(w, s, o); err != nil {
		return fmt.Errorf("export %s: %w", format, err)
	}
	return nil
}

// sourcesNamed is how many sources are named before the rest is only counted.
const sourcesNamed = 6

// Counter says sentences in which something is counted; see app/words.
type Counter interface {
	Count(key string, n int, values ...any) string
}

// Sources names where the evidence stands, for a line below a picture, in the language of say: publishers, those with
// most articles first, and titles, or first words, where none is known.
func (s *Set) Sources(say Counter) string {
	count := map[string]int{}
	var names []string
	for i := range s.Articles {
		a := &s.Articles[i]
		name := strings.Join(strings.Fields(cmp.Or(a.Publisher, text.Heading(a), a.File())), " ")
		if count[name]++; count[name] == 1 {
			names = append(names, name)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return count[b] - count[a] })
	if more := len(names) - sourcesNamed; more > 0 {
		return say.Count("snapshot.sources.more", more, "sources", strings.Join(names[:sourcesNamed], "; "))
	}
	return strings.Join(names, "; ")
}

// parties gives the parties of the set's ties by code.
func (s *Set) parties() []Party {
	seen := map[data.Party]bool{}
	var out []Party
	for i := range s.Ties {
		for _, c := range s.Ties[i].Pair {
			if !seen[c] {
				seen[c] = true
				out = append(out, s.Party(c))
			}
		}
	}
	slices.SortFunc(out, func(a, b Party) int { return strings.Compare(string(a.Code), string(b.Code)) })
	return out
}
