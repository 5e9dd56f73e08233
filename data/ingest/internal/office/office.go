// Package office reads the text of word processors' files: DOCX (Office Open XML) and ODT (OpenDocument).
//
// Paragraphs, headings, lists and tables come in reading order; a text box comes once, after the paragraph that it hangs
// on. Left out are footnotes, comments, page headers, tables of contents, hidden words and words whose deletion was
// tracked. Whatever the file holds, no more than a fixed amount of it is unpacked.
package office

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"entente/data/ingest/internal/document"
)

const (
	maxPart  = 64 << 20 // bytes of one part of a file, unpacked
	maxDepth = 512      // elements within one another
)

// Read reads a DOCX or an ODT, whichever it is. Errors wrap those of package document.
func Read(raw []byte) (*document.Document, error) {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", document.ErrDamaged, err)
	}
	f := file{parts: map[string]*zip.File{}}
	for _, part := range archive.File {
		if _, twice := f.parts[part.Name]; !twice {
			f.parts[part.Name] = part
		}
	}
	switch {
	case f.parts["[Content_Types].xml"] != nil:
		return f.docx()
	case f.parts["content.xml"] != nil:
		return f.odt()
	}
	return nil, document.ErrForeign
}

// file is an archive of parts.
type file struct{ parts map[string]*zip.File }

// walk tells enter of each element of a part, leave of its end, and words of the text between. Where enter says false, the
// element and all in it are passed over.
type walk struct {
	enter func(xml.StartElement) bool
	words func(string)
	leave func(xml.Name)
}

// read walks through a part.
func (f file) read(name string, w walk) error {
	part := f.parts[name]
	if part == nil {
		return fmt.Errorf("%w: no part %s", document.ErrDamaged, name)
	}
	in, err := part.Open()
	if err != nil {
		return fmt.Errorf("%w: %w", document.ErrDamaged, err)
	}
	defer in.Close()
	limited := &io.LimitedReader{R: in, N: maxPart + 1}
	err = w.through(xml.NewDecoder(limited))
	switch {
	case limited.N <= 0:
		return document.ErrLarge
	case err != nil:
		return fmt.Errorf("%w: %w", document.ErrDamaged, err)
	}
	return nil
}

func (w walk) through(d *xml.Decoder) error {
	depth, passed := 0, 0 // passed is the depth of the element that is passed over
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errors.New("nested too deeply")
			}
			if passed == 0 && !w.enter(t) {
				passed = depth
			}
		case xml.EndElement:
			switch {
			case passed == 0 && w.leave != nil:
				w.leave(t.Name)
			case passed == depth:
				passed = 0
			}
			depth--
		case xml.CharData:
			if passed == 0 && w.words != nil {
				w.words(string(t))
			}
		}
	}
}

// attr gives an attribute by its local name.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// title reads the title from the part of properties. A file can do without.
func (f file) title(part string, d *document.Document) {
	inside := false
	_ = f.read(part, walk{
		enter: func(e xml.StartElement) bool {
			inside = e.Name.Local == "title"
			return true
		},
		words: func(s string) {
			if inside {
				d.Title += s
			}
		},
		leave: func(xml.Name) { inside = false },
	})
}

// target finds the part that a relation of a kind leads to.
func (f file) target(kind string) string {
	found := ""
	_ = f.read("_rels/.rels", walk{enter: func(e xml.StartElement) bool {
		if e.Name.Local == "Relationship" && path.Base(attr(e, "Type")) == kind && found == "" {
			found = strings.TrimPrefix(path.Clean("/"+attr(e, "Target")), "/")
		}
		return true
	}})
	return found
}
