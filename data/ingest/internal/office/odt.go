package office

import (
	"encoding/xml"
	"strconv"
	"strings"

	"entente/data/ingest/internal/document"
)

// odt reads OpenDocument text.
func (f file) odt() (*document.Document, error) {
	if f.encrypted() {
		return nil, document.ErrLocked
	}
	o := odt{flow: flow{doc: &document.Document{}}, parents: map[string]string{}, hidden: map[string]bool{}}
	if err := f.read("content.xml", walk{o.enter, o.words, o.leave}); err != nil {
		return nil, err
	}
	if !o.isText {
		return nil, document.ErrForeign // a spreadsheet, a presentation
	}
	f.title("meta.xml", o.doc)
	return o.doc, nil
}

// encrypted says whether the list of parts tells how to decrypt one.
func (f file) encrypted() (found bool) {
	_ = f.read("META-INF/manifest.xml", walk{enter: func(e xml.StartElement) bool {
		found = found || e.Name.Local == "encryption-data"
		return !found
	}})
	return found
}

// odt is the state of reading one.
type odt struct {
	flow
	parents map[string]string // styles that the program made up, and the named ones that they come from
	hidden  map[string]bool   // styles of words that are not shown
	style   string            // the style that is described
	isText  bool
}

// aside are elements that hold nothing of the text: what tracking took out, notes, comments, tables of contents, and what
// describes pictures to those who cannot see them.
var aside = map[string]bool{"tracked-changes": true, "note": true, "annotation": true, "table-of-content": true, "alphabetical-index": true,
	"forms": true, "scripts": true, "font-face-decls": true, "title": true, "desc": true, "hidden-text": true, "hidden-paragraph": true,
	"sequence-decls": true, "variable-decls": true, "user-field-decls": true, "ruby-text": true, "object": true, "bibliography": true,
	"illustration-index": true, "table-index": true, "page-number": true}

// maxSpaces is the longest run of spaces that is kept: more only line things up.
const maxSpaces = 8

func (o *odt) enter(e xml.StartElement) bool {
	if aside[e.Name.Local] {
		return false
	}
	switch e.Name.Local {
	case "style":
		o.style = attr(e, "name")
		o.parents[o.style] = attr(e, "parent-style-name")
	case "text-properties":
		o.hidden[o.style] = attr(e, "display") == "none"
	case "span":
		return !o.hidden[attr(e, "style-name")]
	case "text":
		o.isText = o.isText || strings.Contains(e.Name.Space, "office")
	case "p", "h":
		o.begin(o.title(e), false)
	case "s":
		n, _ := strconv.Atoi(attr(e, "c"))
		o.write(strings.Repeat(" ", min(max(n, 1), maxSpaces)))
	case "tab":
		o.write("\t")
	case "line-break":
		o.write("\n")
	case "table":
		o.beginTable()
	case "table-cell":
		o.beginCell()
	}
	return true
}

// title says whether a paragraph is set as the title, or is the first heading of all with nothing above it.
func (o *odt) title(e xml.StartElement) bool {
	style := attr(e, "style-name")
	if parent := o.parents[style]; parent != "" {
		style = parent
	}
	return style == "Title" || e.Name.Local == "h" && attr(e, "outline-level") == "1" && len(o.doc.Paragraphs) == 0
}

// words adds words as the format has them: all white space is one space.
func (o *odt) words(s string) {
	n := len(o.open)
	if n == 0 {
		return
	}
	for _, r := range s {
		if r == '\n' || r == '\t' || r == '\r' || r == ' ' {
			if w := o.open[n-1].words; len(w) > 0 && w[len(w)-1] != ' ' && w[len(w)-1] != '\n' {
				o.write(" ")
			}
			continue
		}
		o.write(string(r))
	}
}

func (o *odt) leave(n xml.Name) {
	switch n.Local {
	case "p", "h":
		o.end()
	case "table-row":
		o.endRow()
	case "table":
		o.endTable()
	}
}
