package proof

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html"
	"slices"
	"strings"
	"unicode/utf8"

	"entente/data"
	"entente/data/text"
)

// Texts gives articles by the hash of their text; data.ErrNotFound says that there is none. *store.Library is one.
type Texts interface {
	Find(ctx context.Context, hash string) (data.Article, error)
}

// Report says what of a file holds.
type Report struct {
	Record    *Record
	Format    string    // "png", "svg", "pdf", "html", "md", "docx"
	InLibrary int       // passages that stand in the library's articles as quoted
	Carried   int       // passages whose article the library does not have, which agree with what the file says of it
	Problems  []Problem // what does not hold
}

// Problem is something in a file that is not as it should be.
type Problem struct {
	Where string // "picture", "page", "evidence", or "passage 3, JP-RS"
	What  string // in plain words
}

// format is one kind of file: how it begins, or what it holds, and how to read it.
type format struct {
	name string
	is   func([]byte) bool
	read func([]byte) (sealed []byte, drawing string, err error)
}

// formats are tried in this order. A text can hold anything, so Markdown comes last.
var formats = []format{
	{"png", begins(string(pngMagic)), readPNG},
	{"pdf", begins("%PDF-"), readPDF},
	{"docx", begins("PK\x03\x04"), readDOCX},
	{"svg", begins("<svg ", "<?xml"), readSVG},
	{"html", begins("<!DOCTYPE html", "<!doctype html", "<html"), readHTML},
	{"md", utf8.Valid, readMarkdown},
}

func begins(with ...string) func([]byte) bool {
	return func(file []byte) bool {
		file = bytes.TrimLeft(file, " \r\n\t\ufeff")
		return slices.ContainsFunc(with, func(w string) bool { return bytes.HasPrefix(file, []byte(w)) })
	}
}

// Verify checks a file. Every passage is held against the article with its text where texts, which may be nil, has it,
// and else against what the file says of the article. The error wraps ErrNone where the file carries no evidence,
// data.ErrInvalid where it cannot be read, and data.ErrNewer where a newer Entente wrote it.
func Verify(ctx context.Context, file []byte, texts Texts) (*Report, error) {
	at := slices.IndexFunc(formats, func(f format) bool { return f.is(file) })
	if at < 0 {
		return nil, ErrNone
	}
	sealed, drawing, err := formats[at].read(file)
	if err != nil {
		return nil, err
	}
	record, whole, err := open(sealed)
	if err != nil {
		return nil, err
	}
	r := &Report{Record: record, Format: formats[at].name}
	if !whole {
		r.problem("evidence", "it was changed after the file was made")
	}
	if drawing != record.Drawing {
		r.problem(shown[r.Format], "it is not as it was made")
	}
	if r.Format == "html" {
		r.onPage(string(file))
	}
	return r, r.passages(ctx, texts)
}

// shown is what a person sees of a file, by format.
var shown = map[string]string{"png": "picture", "svg": "picture", "pdf": "pages", "html": "page", "md": "page", "docx": "document"}

func (r *Report) problem(where, format string, args ...any) {
	r.Problems = append(r.Problems, Problem{where, fmt.Sprintf(format, args...)})
}

// onPage names the passages whose words a page does not show: without signs of Markdown, or with them as pages had them
// that Entente made before.
func (r *Report) onPage(page string) {
	if r.Record.Kind != Briefing {
		return
	}
	page, _, _ = strings.Cut(page, htmlSlot.before)
	page = html.UnescapeString(page)
	r.each(func(n int, t *Tie, e *Evidence) {
		shows := func(words string) bool { return strings.Contains(page, fmt.Sprintf("[%d]</span> “%s”", n, words)) }
		if !shows(text.Plain(e.Text)) && !shows(strings.Join(strings.Fields(e.Text), " ")) {
			r.problem(place(n, t), "the page does not show the words “%s”", brief(e.Text))
		}
	})
}

// each calls fn for every passage with its number from 1, which is the one in a briefing.
func (r *Report) each(fn func(n int, t *Tie, e *Evidence)) {
	n := 0
	for i := range r.Record.Ties {
		t := &r.Record.Ties[i]
		for j := range t.Evidence {
			n++
			fn(n, t, &t.Evidence[j])
		}
	}
}

func place(n int, t *Tie) string { return fmt.Sprintf("passage %d, %s", n, t.Countries) }

// passages checks every passage, one article after the other, so that one text is held at a time.
func (r *Report) passages(ctx context.Context, texts Texts) error {
	type quote struct {
		where string
		e     *Evidence
	}
	quotes := make([][]quote, len(r.Record.Articles))
	r.each(func(n int, t *Tie, e *Evidence) {
		if e.Article < 0 || e.Article >= len(quotes) {
			r.problem(place(n, t), "its article is not told")
			return
		}
		quotes[e.Article] = append(quotes[e.Article], quote{place(n, t), e})
	})
	for i := range quotes {
		var article []rune
		if texts != nil {
			a, err := texts.Find(ctx, r.Record.Articles[i].Hash)
			if err != nil && !errors.Is(err, data.ErrNotFound) {
				return err
			}
			article = []rune(a.Text)
		}
		for _, q := range quotes[i] {
			r.passage(q.where, q.e, article)
		}
	}
	for i := range r.Record.Ties {
		if t := &r.Record.Ties[i]; t.Passages != len(t.Evidence) {
			r.problem("tie "+t.Countries.String(), "it claims %d passages and has %d", t.Passages, len(t.Evidence))
		}
	}
	return nil
}

// passage checks one passage against its article's text, which is empty where there is none.
func (r *Report) passage(where string, e *Evidence, article []rune) {
	length := len(article)
	if length == 0 {
		length = r.Record.Articles[e.Article].Characters
	}
	switch {
	case e.Start < 0 || e.End > length || e.End-e.Start != utf8.RuneCountInString(e.Text) || e.Text == "":
		r.problem(where, "the words “%s” cannot stand at %d to %d", brief(e.Text), e.Start, e.End)
	case len(article) == 0:
		r.Carried++
	case string(article[e.Start:e.End]) != e.Text:
		r.problem(where, "the article has other words at %d to %d than “%s”", e.Start, e.End, brief(e.Text))
	default:
		r.InLibrary++
	}
}

// briefest is how many letters of a passage a message shows.
const briefest = 60

func brief(words string) string {
	letters := []rune(strings.Join(strings.Fields(words), " "))
	if len(letters) <= briefest {
		return string(letters)
	}
	return string(letters[:briefest]) + "…"
}
