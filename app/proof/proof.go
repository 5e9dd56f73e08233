// Package proof lets pictures and briefings carry the evidence that they were made from, and checks files that do.
//
// A file made by Entente holds a Record: the view, the ties, every passage with its place in its article, and a digest of
// the picture or page itself. Writers put it where the format has room (a text chunk of a PNG, the metadata of an SVG, a
// file inside a PDF, a script element that holds data in HTML, a comment in Markdown, a part of a DOCX); Verify reads it
// back, holds every passage against the articles of a library, and the digest against the file. That finds mistakes and
// careless changes. It is no signature: who means to deceive can make another file.
//
// What is drawn and told is decided elsewhere (app/scene, app/briefing). Positions count Unicode code points, as in all
// of Entente's output. Functions keep no state.
package proof

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"entente/app/export"
	"entente/data"
	"entente/data/text"
)

// Schema is the version of the record's form.
const Schema = 1

// ErrNone says that a file carries no evidence.
var ErrNone = errors.New("no evidence inside")

// What a file with a record is.
const (
	Snapshot = "snapshot"
	Briefing = "briefing"
)

// Record is the evidence that a file carries.
type Record struct {
	Kind     string    `json:"kind"`    // Snapshot or Briefing
	Program  string    `json:"program"` // "Entente 1.0"
	Made     string    `json:"made"`    // RFC 3339, UTC
	Title    string    `json:"title,omitempty"`
	Filter   string    `json:"filter,omitempty"` // the conditions in words
	Period   string    `json:"period,omitempty"` // the years that the evidence is from: "2021/2025"
	Reports  int       `json:"reports"`          // independent ones behind the ties
	View     *View     `json:"view,omitempty"`
	Articles []Article `json:"articles"`
	Ties     []Tie     `json:"ties"`
	Drawing  string    `json:"drawing"` // hex SHA-256 of what the file shows; what that covers differs by format
}

// Article is what is told of an article. Where it was read from is not: that may be nobody else's business.
type Article struct {
	Hash       string `json:"hash"`       // data.Article.Hash: hex SHA-256 of the text
	Characters int    `json:"characters"` // length of the text in Unicode code points
	Title      string `json:"title,omitempty"`
	Publisher  string `json:"publisher,omitempty"`
	Published  string `json:"published,omitempty"`
	Address    string `json:"address,omitempty"`
	Language   string `json:"language,omitempty"`
}

// Tie is a pair as the file shows it, with all its evidence.
type Tie struct {
	Countries  data.Pair    `json:"countries"`
	Stance     data.Stance  `json:"stance"`
	Fields     []data.Field `json:"fields"`
	Reports    int          `json:"reports"`
	Passages   int          `json:"passages"`
	Confidence float64      `json:"confidence"`
	Evidence   []Evidence   `json:"evidence"`
}

// Evidence is one passage. Its article is a place in Record.Articles, counted from 0.
type Evidence struct {
	Article int `json:"article"`
	export.Evidence
	Decision data.Verdict `json:"decision,omitempty"`
}

// Of makes the record of a set. The error wraps data.ErrInvalid where a passage is not the words at its place.
func Of(kind string, s *export.Set, view *View, program string) (*Record, error) {
	r := &Record{Kind: kind, Program: program, Made: s.Made.UTC().Format(time.RFC3339), Filter: s.Filter, Period: s.Period,
		Reports: s.Reports, View: view, Articles: make([]Article, 0, len(s.Articles)), Ties: make([]Tie, 0, len(s.Ties))}
	at := make(map[int64]int, len(s.Articles))
	offsets := make([]*text.Offsets, len(s.Articles))
	for i := range s.Articles {
		a := &s.Articles[i]
		at[a.ID], offsets[i] = i, text.NewOffsets(a.Text)
		r.Articles = append(r.Articles, Article{Hash: a.Hash(), Characters: utf8.RuneCountInString(a.Text), Title: a.Title,
			Publisher: a.Publisher, Published: a.Published, Address: a.Address, Language: a.Language})
	}
	for i := range s.Ties {
		t := &s.Ties[i]
		out := Tie{Countries: t.Pair, Stance: t.Stance, Fields: t.Fields, Reports: t.Reports, Passages: len(t.Evidence),
			Confidence: t.Confidence, Evidence: make([]Evidence, 0, len(t.Evidence))}
		for j := range t.Evidence {
			e := &t.Evidence[j]
			n, ok := at[e.Article]
			if !ok || !e.Supported(s.Articles[n].Text) {
				return nil, fmt.Errorf("evidence %d of %s is not in its article as quoted: %w", e.ID, t.Pair, data.ErrInvalid)
			}
			x := Evidence{n, export.EvidenceOf(e), e.Decision}
			x.Start, x.End = offsets[n].Rune(e.Start), offsets[n].Rune(e.End)
			out.Evidence = append(out.Evidence, x)
		}
		r.Ties = append(r.Ties, out)
	}
	return r, nil
}

// Passages is how many pieces of evidence the record holds.
func (r *Record) Passages() int {
	n := 0
	for i := range r.Ties {
		n += len(r.Ties[i].Evidence)
	}
	return n
}

// envelope is the record in a file. Digest is the hex SHA-256 of the record's bytes as they stand.
type envelope struct {
	Schema int             `json:"schema"`
	Digest string          `json:"digest"`
	Record json.RawMessage `json:"record"`
}

// sealed gives the record as JSON with its digest, for a file whose drawing has the given one. In it <, > and & are
// escaped, so that it can stand in HTML.
func (r *Record) sealed(drawing string) ([]byte, error) {
	whole := *r
	whole.Drawing = drawing
	record, err := json.Marshal(whole)
	if err != nil {
		return nil, fmt.Errorf("write evidence: %w", err)
	}
	return json.Marshal(envelope{Schema, digest(record), record})
}

// open reads what sealed wrote. Whole says whether the record is as it was written.
func open(b []byte) (r *Record, whole bool, err error) {
	var e envelope
	if err := json.Unmarshal(b, &e); err != nil {
		return nil, false, unreadable(err)
	}
	if e.Schema > Schema {
		return nil, false, fmt.Errorf("the evidence inside was written by a newer Entente: %w", data.ErrNewer)
	}
	r = &Record{}
	if err := json.Unmarshal(e.Record, r); err != nil {
		return nil, false, unreadable(err)
	}
	return r, digest(bytes.TrimSpace(e.Record)) == e.Digest, nil
}

// unreadable says that a file holds a record that is broken.
func unreadable(cause error) error {
	return fmt.Errorf("the evidence inside is broken: %w (%w)", data.ErrInvalid, cause)
}

// digest is the hex SHA-256 of parts written one after the other.
func digest(parts ...[]byte) string {
	sum := sha256.New()
	for _, p := range parts {
		sum.Write(p)
	}
	return hex.EncodeToString(sum.Sum(nil))
}
