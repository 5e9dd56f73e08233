package office

import (
	"encoding/xml"
	"strings"

	"entente/data/ingest/internal/document"
)

// docx reads Office Open XML.
func (f file) docx() (*document.Document, error) {
	main := f.target("officeDocument")
	if f.parts[main] == nil {
		main = "word/document.xml"
	}
	if f.parts[main] == nil || !strings.Contains(main, "document") {
		return nil, document.ErrForeign // a spreadsheet, a presentation
	}
	x := docx{flow: flow{doc: &document.Document{}}, styles: f.styles()}
	if err := f.read(main, walk{x.enter, x.words, x.leave}); err != nil {
		return nil, err
	}
	f.title("docProps/core.xml", x.doc)
	return x.doc, nil
}

// styles gives the names of paragraph styles by their ids, which differ between languages.
func (f file) styles() map[string]string {
	names := map[string]string{}
	id := ""
	_ = f.read("word/styles.xml", walk{enter: func(e xml.StartElement) bool {
		switch e.Name.Local {
		case "style":
			id = attr(e, "styleId")
		case "name":
			names[id] = strings.ToLower(attr(e, "val"))
		case "latentStyles", "docDefaults", "rPr", "pPr":
			return false
		}
		return true
	}})
	return names
}

// docx is the state of reading one.
type docx struct {
	flow
	styles map[string]string
	text   bool // in an element of words
	hidden bool // in a run that is not shown
}

// unread are elements that hold nothing of the text: words taken out or moved away, instructions, how letters are said,
// and how things were or are to look.
var unread = map[string]bool{"del": true, "moveFrom": true, "instrText": true, "rt": true, "sectPr": true, "tblPr": true, "tcPr": true,
	"trPr": true, "pPrChange": true, "rPrChange": true, "tabs": true}

func (x *docx) enter(e xml.StartElement) bool {
	name := e.Name.Local
	if !strings.Contains(e.Name.Space, "wordprocessingml") {
		return name != "Fallback" // a drawing once more, for older programs
	}
	if unread[name] {
		return false
	}
	switch name {
	case "p":
		x.begin(false, false)
	case "pStyle":
		x.style(attr(e, "val"))
	case "r":
		x.hidden = false
	case "vanish":
		x.hidden = attr(e, "val") != "0" && attr(e, "val") != "false"
	case "t":
		x.text = true
	case "tab", "ptab":
		x.sign("\t")
	case "br", "cr":
		x.sign("\n")
	case "noBreakHyphen":
		x.sign("-")
	case "tbl":
		x.beginTable()
	case "tc":
		x.beginCell()
	}
	return true
}

// style takes note of what the style of the innermost paragraph says.
func (x *docx) style(id string) {
	if n := len(x.open); n > 0 {
		name := x.styles[id]
		x.open[n-1].title = name == "title" || id == "Title" || name == "heading 1" && len(x.doc.Paragraphs) == 0
		x.open[n-1].quiet = strings.HasPrefix(name, "toc ")
	}
}

func (x *docx) sign(s string) {
	if !x.hidden {
		x.write(s)
	}
}

func (x *docx) words(s string) {
	if x.text {
		x.sign(s)
	}
}

func (x *docx) leave(n xml.Name) {
	if !strings.Contains(n.Space, "wordprocessingml") {
		return
	}
	switch n.Local {
	case "t":
		x.text = false
	case "p":
		x.hidden = false
		x.end()
	case "r":
		x.hidden = false
	case "tr":
		x.endRow()
	case "tbl":
		x.endTable()
	}
}
