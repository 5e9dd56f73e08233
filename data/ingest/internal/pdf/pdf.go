// Package pdf reads the text of PDF files.
//
// A PDF says where each sign stands on a page, not what the words, lines and paragraphs are. Pages, fonts and content are
// taken from the file (pdf.go, content.go, font.go); signs are put together to lines in reading order, column by column
// (line.go, column.go); page headers, page footers and page numbers are dropped (margin.go); lines become paragraphs, and
// words that were parted at the end of a line are joined again (paragraph.go).
//
// Whatever the bytes are, Read comes to an end in bounded time and memory: what is unpacked and drawn is counted.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"entente/data/ingest/internal/document"
)

const (
	maxStream  = 64 << 20    // bytes of one stream, unpacked
	maxSpent   = 128 << 20   // bytes unpacked and signs drawn in all
	maxPages   = 20_000      // no book has more
	maxObjects = 2_000_000   // of a file
	maxTime    = time.Minute // for a file; a book of a thousand pages takes a few seconds
	maxPieces  = 20_000      // of the lines of a page
	maxTree    = 50          // levels of the tree of pages
)

func init() { model.ConfigPath = "disable" } // no folder of settings is read or made

// errSpent is thrown where a file asks for more than is spent on any.
var errSpent = fmt.Errorf("%w: its pages hold more than is read at once", document.ErrLarge)

// reader is the state of reading one file.
type reader struct {
	table  *model.XRefTable
	faces  map[int]*face
	glyphs []glyph // of the page
	spent  int
	until  time.Time // when reading ends, done or not
}

// Read reads a PDF file. Errors wrap those of package document.
func Read(raw []byte) (doc *document.Document, err error) {
	defer func() {
		if p := recover(); p != nil {
			doc = nil
			if thrown, ok := p.(error); ok && errors.Is(thrown, errSpent) {
				err = thrown
			} else {
				err = fmt.Errorf("%w: %v", document.ErrDamaged, p)
			}
		}
	}()
	r, err := open(raw)
	if err != nil {
		return nil, err
	}
	pages, total, pictures := r.pages()
	switch {
	case len(pages) == 0:
		return nil, fmt.Errorf("%w: it has no pages", document.ErrDamaged)
	case total == 0 && pictures:
		return nil, document.ErrScanned
	case total == 0:
		return nil, document.ErrNoText
	case garbled(pages):
		return nil, document.ErrGarbled
	}
	doc = compose(pages, r.hurry)
	doc.Title = r.info("Title")
	return doc, nil
}

// open finds the objects of a file. Files that need no password for reading are decrypted.
func open(raw []byte) (*reader, error) {
	conf := model.NewDefaultConfiguration()
	conf.Offline = true
	conf.Limits.MaxStreamBytes, conf.Limits.MaxDecodeBytes = maxStream, maxStream
	conf.Limits.MaxObjectCount, conf.Limits.MaxXRefEntries = maxObjects, maxObjects
	ctx, cancel := context.WithTimeout(context.Background(), maxTime)
	defer cancel()
	file, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(raw), conf)
	switch {
	case errors.Is(err, pdfcpu.ErrWrongPassword):
		return nil, document.ErrLocked
	case err != nil:
		return nil, fmt.Errorf("%w: %w", document.ErrDamaged, err)
	}
	return &reader{table: file.XRefTable, faces: map[int]*face{}, until: time.Now().Add(maxTime)}, nil
}

// spend counts what is done, and ends the reading where it is too much.
func (r *reader) spend(n int) {
	if r.spent += n; r.spent > maxSpent {
		panic(errSpent)
	}
}

// hurry ends the reading where it has taken too long.
func (r *reader) hurry() {
	if time.Now().After(r.until) {
		panic(errSpent)
	}
}

// get gives what an object is, following a reference.
func (r *reader) get(o types.Object) types.Object {
	found, err := r.table.Dereference(o)
	if err != nil {
		return nil
	}
	return found
}

func (r *reader) dict(o types.Object) types.Dict {
	switch d := r.get(o).(type) {
	case types.Dict:
		return d
	case types.StreamDict:
		return d.Dict
	}
	return nil
}

func (r *reader) array(o types.Object) types.Array {
	a, _ := r.get(o).(types.Array)
	return a
}

func (r *reader) name(o types.Object) string {
	n, _ := r.get(o).(types.Name)
	return string(n)
}

func (r *reader) number(o types.Object) float64 {
	switch n := r.get(o).(type) {
	case types.Integer:
		return float64(n)
	case types.Float:
		return float64(n)
	}
	return 0
}

// stream unpacks a stream; nil where o is none or is broken.
func (r *reader) stream(o types.Object) []byte {
	s, ok := r.get(o).(types.StreamDict)
	if !ok || s.DecodeWithLimit(maxStream) != nil {
		return nil
	}
	r.spend(len(s.Content))
	return s.Content
}

// info gives what the file says of itself.
func (r *reader) info(key string) string {
	if r.table.Info == nil {
		return ""
	}
	words, err := r.table.DereferenceText(r.dict(*r.table.Info)[key])
	if err != nil {
		return ""
	}
	return words
}

// pages reads the lines of all pages, and says how many signs there are and whether there are pictures.
func (r *reader) pages() (pages []page, total int, pictures bool) {
	var root types.Dict
	if r.table.Root != nil {
		root = r.dict(*r.table.Root)
	}
	seen := map[int]bool{}
	r.tree(root["Pages"], inherited{}, seen, 0, func(d types.Dict, from inherited) {
		p := r.page(d, from)
		pages = append(pages, p)
		total += p.signs
		pictures = pictures || len(r.dict(from.resources["XObject"])) > 0
	})
	return pages, total, pictures
}

// inherited is what pages take from the branches that they stand on.
type inherited struct {
	resources types.Dict
	rotate    float64
}

// tree tells leaf of each page of a branch, in order.
func (r *reader) tree(o types.Object, from inherited, seen map[int]bool, depth int, leaf func(types.Dict, inherited)) {
	if ref, ok := o.(types.IndirectRef); ok {
		if seen[ref.ObjectNumber.Value()] {
			return
		}
		seen[ref.ObjectNumber.Value()] = true
	}
	d := r.dict(o)
	if d == nil || depth > maxTree || len(seen) > maxPages*2 {
		return
	}
	if own := r.dict(d["Resources"]); own != nil {
		from.resources = own
	}
	if own, ok := d["Rotate"]; ok {
		from.rotate = r.number(own)
	}
	kids := r.array(d["Kids"])
	if kids == nil {
		leaf(d, from)
		return
	}
	for _, kid := range kids {
		r.tree(kid, from, seen, depth+1, leaf)
	}
}

// turns are the matrices for pages that are shown turned.
var turns = map[int]matrix{90: {0, -1, 1, 0, 0, 0}, 180: {-1, 0, 0, -1, 0, 0}, 270: {0, 1, -1, 0, 0, 0}}

// page reads the lines of a page.
func (r *reader) page(d types.Dict, from inherited) page {
	r.hurry()
	r.glyphs = r.glyphs[:0]
	var content []byte
	parts := r.array(d["Contents"])
	if parts == nil {
		parts = types.Array{d["Contents"]}
	}
	for _, part := range parts {
		content = append(append(content, r.stream(part)...), '\n')
	}
	p := painter{reader: r, state: state{place: identity, across: 1}, resources: from.resources}
	if turn, ok := turns[(int(from.rotate)%360+360)%360]; ok {
		p.state.place = turn
	}
	p.paint(content)
	read := newPage(r.glyphs)
	if len(read.pieces) > maxPieces {
		panic(errSpent)
	}
	return read
}
