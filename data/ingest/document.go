package ingest

import (
	"bytes"
	"errors"
	"strings"

	"entente/data"
	"entente/data/ingest/internal/document"
	"entente/data/ingest/internal/office"
	"entente/data/ingest/internal/pdf"
	"entente/data/ingest/internal/rtf"
	"entente/data/text"
)

// documents lists the kinds of document by what their files begin with, whatever their names say: a program may call a
// text in RTF a .doc.
var documents = []struct {
	magic string
	read  func(raw []byte) (*document.Document, error)
}{
	{"%PDF-", pdf.Read},
	{"PK\x03\x04", office.Read},
	{"{\\rtf", rtf.Read},
}

// formatOf gives the reader of a document by its first bytes; nil when it is none.
func formatOf(raw []byte) format {
	for _, d := range documents {
		if bytes.HasPrefix(raw, []byte(d.magic)) {
			return func(raw []byte, name string) ([]data.Article, error) {
				doc, err := d.read(raw)
				if err != nil {
					return nil, undocumented(name, err)
				}
				return compose(doc, name)
			}
		}
	}
	return nil
}

// notDocument reads a file whose name says that it is a document, but whose first bytes are no document's.
func notDocument(_ []byte, name string) ([]data.Article, error) {
	return nil, undocumented(name, document.ErrDamaged)
}

// undocumented puts into plain words why a file gave no document.
func undocumented(name string, err error) error {
	reason := "the file is damaged, or is not of the kind that its name says"
	switch {
	case errors.Is(err, document.ErrLocked):
		reason = "it is locked with a password; save it without one first"
	case errors.Is(err, document.ErrForeign):
		reason = "this is a ZIP archive, a spreadsheet or a presentation; unpack it, or save it as text first"
	case errors.Is(err, document.ErrLarge):
		reason = "there is more in it than is read at once; cut it into parts first"
	case errors.Is(err, document.ErrNoText):
		return empty(name)
	case errors.Is(err, document.ErrScanned):
		reason = "its pages are pictures without text; run text recognition (OCR) on it first"
	case errors.Is(err, document.ErrGarbled):
		reason = "it does not tell which letters its fonts draw; save it anew, or run text recognition (OCR) on it first"
	}
	return &data.InputError{Path: name, Reason: reason, Err: err}
}

// compose makes an article of a document's paragraphs. Its title by the properties counts only where the text has none: it is
// often that of the document that it was made from. The day when the file was made is seldom the one of the article, and is not asked.
func compose(doc *document.Document, name string) ([]data.Article, error) {
	var b strings.Builder
	blocks := make([]block, 0, len(doc.Paragraphs))
	named := keyOf(clean(doc.Title), nil)
	titled := false
	for _, p := range doc.Paragraphs {
		words := strings.TrimSpace(text.Normalise(p.Text))
		if words == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(words)
		next := blockOf(words, data.Span{End: len(words)})
		next.Span = data.Span{Start: start, End: b.Len()}
		next.title = !titled && (p.Title || named != "" && keyOf(words, nil) == named)
		titled = titled || next.title
		blocks = append(blocks, next)
	}
	if len(blocks) == 0 {
		return nil, empty(name)
	}
	s := b.String()
	markRepeated(s, blocks)
	a := understand(s, blocks)
	a.Title = first(a.Title, clean(doc.Title))
	return []data.Article{a}, nil
}
