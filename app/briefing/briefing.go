// Package briefing makes documents in which every claim is numbered back to the words that support it: the map, the ties
// in order of weight, numbered passages, sources, contradictions, and how it was made.
//
// New gathers what is told, once, as a Document; each format (html, docx, pdf, md) only sets it. The picture comes from app/scene,
// tables are app/export's, and what is in a briefing is chosen by others. A Document is not changed by writing it.
package briefing

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"time"

	"entente/app/export"
	"entente/app/proof"
	"entente/app/words"
	"entente/data"
	"entente/data/text"
	"entente/geo/draw"
	"entente/geo/proj"
)

// Input is what a briefing is made of. Nothing in it is changed.
type Input struct {
	Title      string // "" for a title made from the ties
	Conditions string // the filter in words, "" for none
	Made       time.Time
	Version    string               // of the program
	Ties       []data.Tie           // by weight, each with its evidence: what is fairly sure first, as export.Gather orders it
	Articles   []data.Article       // those that the evidence stands in, by ID
	Grades     map[int64]data.Grade // of those that people graded, by ID
	Name       func(data.Party) string
	Words      *words.Table
	Left       export.Left   // what was left out to make the document shorter
	Map        []byte        // PNG, or nil for a briefing without a picture
	View       proj.View     // of the map; the zero View where it is not known
	Region     string        // that the map was fitted to, as app/scene names it; "" for none
	Fonts      *draw.Fonts   // for pdf; may be nil for the others
	Evidence   *proof.Record // that the file carries for checking, of the same ties; nil for none
}

// Document is a briefing ready to be set.
type Document struct {
	Title          string
	Language       string // BCP 47
	Made           string // a date for people
	Summary        string // what was read and found, in a sentence
	Conditions     string
	Map            []byte
	MapText        string // what the map shows: how many ties, which are the heaviest, which part of the world, and of what they are chosen
	Overview       Overview
	Ties           []Tie
	Contradictions []Contradiction
	Sources        []Source
	Method         []string // paragraphs
	Labels         Labels
	made           time.Time
	fonts          *draw.Fonts
	evidence       *proof.Record
}

// Labels are the headings and small words of a document in its language.
type Labels struct{ Ties, Contradictions, Sources, Method, Contents, NoTies string }

// Tie is one pair with what is said of it.
type Tie struct {
	Number   int // from 1, by weight
	Heading  string
	Stance   data.Stance
	Facts    string // stance, fields, how often told and how sure, in a sentence
	Passages []Passage
	Further  string    // what heads Rest; "" where it is empty
	Rest     []Passage // those after the last that is fairly sure, unless none is: then all are in Passages
}

// Passage is one numbered quote.
type Passage struct {
	Number     int // from 1, through the whole document
	Quote      string
	Facts      string // stance, field, when, figures, how sure
	Source     int    // number of the Source
	SourceName string // "source 3"
	Stance     data.Stance
	Verdict    data.Verdict
}

// Contradiction is figures that measure the same thing and disagree.
type Contradiction struct {
	Tie     string // the pair's names
	About   string
	Figures []Claim
}

// Claim is one of the figures that disagree, and the passage that it stands in.
type Claim struct {
	Amount  string
	Passage int
}

// Source is a numbered article.
type Source struct {
	Number    int
	Title     string
	Publisher string
	Published string // for people
	Address   string // a URL, or ""
	File      string // where it was read from
	Language  string
	Grade     string // by the Admiralty code, in words
}

// New gathers a document. Evidence whose article is missing gives an error that wraps data.ErrNotFound, and evidence
// whose words are not at their place one that wraps data.ErrInvalid: a briefing holds nothing that cannot be checked.
func New(in Input) (*Document, error) {
	g := &gatherer{Input: in, articles: map[int64]*data.Article{}, sources: map[int64]int{}}
	for i := range in.Articles {
		g.articles[in.Articles[i].ID] = &in.Articles[i]
	}
	d := &Document{Title: in.Title, Language: in.Words.Code(), Made: in.Words.Date(in.Made.Format(time.DateOnly)),
		Map: in.Map, Labels: g.labels(), made: in.Made, fonts: in.Fonts, evidence: in.Evidence}
	if in.Conditions != "" {
		d.Conditions = in.Words.Say("briefing.conditions", "conditions", in.Conditions)
	}
	if d.Title == "" {
		d.Title = in.Words.Say("briefing.title")
	}
	for i := range in.Ties {
		tie, err := g.tie(&in.Ties[i], i+1)
		if err != nil {
			return nil, err
		}
		d.Ties = append(d.Ties, tie)
		d.Contradictions = append(d.Contradictions, g.contradictions(&in.Ties[i], tie)...)
	}
	d.Sources = g.list
	d.Summary = g.summary(d)
	d.MapText = g.mapText(d.Conditions)
	d.Overview = g.overview(d.Ties)
	d.Method = g.method()
	return d, nil
}

// setters set a document in a format, by extension. A new format is one function and its line here.
var setters = map[string]func(io.Writer, *Document) error{
	"docx": writeDOCX,
	"html": writeHTML,
	"md":   writeMarkdown,
	"pdf":  writePDF,
}

// Formats lists the formats by name.
func Formats() []string {
	var names []string
	for name := range setters {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// FormatOf gives the format that a file's name asks for; the error wraps data.ErrInvalid and lists what there is.
func FormatOf(path string) (string, error) {
	ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	if ext == "htm" {
		ext = "html"
	}
	if setters[ext] == nil {
		return "", fmt.Errorf("%s: the name must end in .%s: %w", path, strings.Join(Formats(), ", ."), data.ErrInvalid)
	}
	return ext, nil
}

// Write sets the document in the format. Where it has evidence, the file carries it; see app/proof.
func (d *Document) Write(w io.Writer, format string) error {
	set := setters[format]
	if set == nil {
		return fmt.Errorf("format %q is not one of %s: %w", format, strings.Join(Formats(), ", "), data.ErrInvalid)
	}
	return set(w, d)
}

// gatherer is the state of one New.
type gatherer struct {
	Input
	articles map[int64]*data.Article
	sources  map[int64]int // number by article
	list     []Source
	passages int
}

func (g *gatherer) tie(t *data.Tie, number int) (Tie, error) {
	out := Tie{Number: number, Heading: g.pair(t.Pair), Stance: t.Stance, Facts: g.tieFacts(t)}
	passages := make([]Passage, 0, len(t.Evidence))
	sure := 0 // passages up to the last that is fairly sure
	for i := range t.Evidence {
		e := &t.Evidence[i]
		a := g.articles[e.Article]
		if a == nil {
			return out, fmt.Errorf("article %d of evidence %d: %w", e.Article, e.ID, data.ErrNotFound)
		}
		if !e.Supported(a.Text) {
			return out, fmt.Errorf("evidence %d is not in article %d as quoted: %w", e.ID, e.Article, data.ErrInvalid)
		}
		g.passages++
		source := g.source(a)
		passages = append(passages, Passage{Number: g.passages, Quote: text.Plain(e.Text),
			Facts: g.evidenceFacts(e), Source: source, SourceName: g.Words.Say("briefing.source", "n", source), Stance: e.Stance, Verdict: e.Decision})
		if e.Sure(data.FairlySure) {
			sure = i + 1
		}
	}
	if sure == 0 || sure == len(passages) {
		out.Passages = passages
		return out, nil
	}
	out.Passages, out.Rest = passages[:sure], passages[sure:]
	out.Further = g.Words.Count("tie.weak", len(out.Rest), "sure", g.Words.Percent(data.FairlySure/100.0))
	return out, nil
}

func (g *gatherer) pair(p data.Pair) string { return g.Name(p[0]) + " – " + g.Name(p[1]) }

// source gives the number of an article, numbering it when it comes up first.
func (g *gatherer) source(a *data.Article) int {
	if n := g.sources[a.ID]; n > 0 {
		return n
	}
	n := len(g.list) + 1
	g.sources[a.ID] = n
	s := Source{Number: n, Title: text.Heading(a), Publisher: a.Publisher, Published: g.Words.Date(a.Published), File: a.File(), Language: a.Language,
		Grade: g.grade(g.Grades[a.ID])}
	if strings.HasPrefix(a.Address, "https://") || strings.HasPrefix(a.Address, "http://") {
		s.Address = a.Address
	}
	if s.Title == "" {
		s.Title = g.Words.Say("briefing.untitled")
	}
	g.list = append(g.list, s)
	return n
}

// contradictions groups the disputed figures of a tie by what they measure.
func (g *gatherer) contradictions(t *data.Tie, set Tie) []Contradiction {
	var out []Contradiction
	for i := range t.Evidence {
		for _, f := range t.Evidence[i].Figures {
			if !f.Dispute {
				continue
			}
			claim := Claim{Amount: g.Words.Figure(f), Passage: set.Passages[0].Number + i}
			at := slices.IndexFunc(out, func(c Contradiction) bool { return c.About == f.About })
			if at < 0 {
				out, at = append(out, Contradiction{Tie: set.Heading, About: f.About}), len(out)
			}
			if !slices.Contains(out[at].Figures, claim) {
				out[at].Figures = append(out[at].Figures, claim)
			}
		}
	}
	return out
}
