package briefing

import (
	"bytes"
	"fmt"
	"image/png"
	"io"
	"strings"
	"unicode"

	"codeberg.org/go-pdf/fpdf"

	"entente/app/proof"
	"entente/data"
	"entente/geo/draw"
)

// The page of a PDF: A4, in points.
const (
	pageWidth, pageHeight = 595.28, 841.89
	pageMargin            = 62.0
	lineHeight            = 1.42 // of the size of its letters
)

// textStyle is one kind of paragraph.
type textStyle struct {
	size, before, after, indent float64
	right                       float64 // room kept free beside it, up to the margin
	bold                        bool
	grey                        bool
}

var (
	titleStyle   = textStyle{size: 22, after: 4, bold: true}
	headStyle    = textStyle{size: 15, before: 22, after: 6, bold: true}
	tieStyle     = textStyle{size: 12, before: 14, after: 1, bold: true}
	factsStyle   = textStyle{size: 8.5, after: 7, grey: true}
	quoteStyle   = textStyle{size: 10.5, after: 1, indent: 16}
	passageStyle = textStyle{size: 8.5, after: 9, indent: 16, grey: true}
	lessQuote    = textStyle{size: 9.5, after: 1, indent: 32, grey: true} // of what is less than fairly sure
	lessPassage  = textStyle{size: 8.5, after: 9, indent: 32, grey: true}
	furtherStyle = textStyle{size: 9.5, before: 5, after: 5, indent: 16, bold: true, grey: true}
	bodyStyle    = textStyle{size: 10, after: 5}
	cellStyle    = textStyle{size: 8.5, before: 2, after: 3}
	cellHead     = textStyle{size: 8.5, before: 2, after: 3, grey: true}
)

// stanceColours are the map's, for the bar beside a passage.
var stanceColours = map[data.Stance][3]int{data.Cooperation: {0, 114, 178}, data.Conflict: {213, 94, 0},
	data.Mixed: {170, 68, 153}, data.Neutral: {107, 114, 128}}

// piece is words of a paragraph, with where they lead to when they are clicked: a place in the document, or an address.
type piece struct {
	words, place, address string
}

// pdf is the state of one document.
type pdf struct {
	*fpdf.Fpdf
	fonts  *draw.Fonts
	y      float64        // where the next paragraph begins
	places map[string]int // links by the name of the place that they lead to
}

// writePDF sets the document for printing: words can be searched and copied in any script that the fonts have, numbers
// lead to passages and sources, and the ties are the reader's outline.
func writePDF(w io.Writer, d *Document) error {
	if d.fonts == nil {
		return fmt.Errorf("set briefing: a pdf needs fonts: %w", data.ErrInvalid)
	}
	var file bytes.Buffer
	if d.evidence == nil {
		return setPDF(w, d, nil)
	}
	if err := setPDF(&file, d, nil); err != nil {
		return err
	}
	// The evidence holds a digest of the pages, so they are set once to know it and once more with the evidence inside.
	inside, err := proof.ForPDF(file.Bytes(), d.evidence)
	if err != nil {
		return fmt.Errorf("set briefing: %w", err)
	}
	return setPDF(w, d, inside)
}

// setPDF sets the document with the evidence as a file inside it, where there is any.
func setPDF(w io.Writer, d *Document, inside []byte) error {
	p := newPDF(d)
	if inside != nil {
		p.SetAttachments([]fpdf.Attachment{{Content: inside, Filename: proof.PDFName, Description: d.Title}})
	}
	p.paragraph(titleStyle, piece{words: d.Title})
	p.paragraph(factsStyle, piece{words: strings.TrimSpace(d.Made + " · " + d.Summary + " " + d.Conditions)})
	if err := p.picture(d); err != nil {
		return err
	}
	p.overview(d.Overview)
	p.ties(d)
	p.contradictions(d)
	p.sources(d)
	p.head(d.Labels.Method)
	for _, m := range d.Method {
		p.paragraph(bodyStyle, piece{words: m})
	}
	if err := p.Output(w); err != nil {
		return fmt.Errorf("set briefing: %w", err)
	}
	return nil
}

func newPDF(d *Document) *pdf {
	p := &pdf{Fpdf: fpdf.New("P", "pt", "A4", ""), fonts: d.fonts, places: map[string]int{}}
	// Face numbers are draw.Fonts's: regular, bold, then the fallback for scripts that these lack.
	for i := range 3 {
		if bytes := d.fonts.Data(i); bytes != nil {
			p.AddUTF8FontFromBytes(family(i), "", bytes)
		}
	}
	p.SetTitle(d.Title, true)
	p.SetCreator("Entente", true)
	p.SetLang(d.Language)
	p.SetCreationDate(d.made)
	p.SetModificationDate(d.made)
	p.SetCatalogSort(true)
	p.SetMargins(0, 0, 0)
	p.SetAutoPageBreak(false, 0)
	p.SetFooterFunc(func() {
		p.SetFont(family(0), "", 8)
		p.SetTextColor(98, 97, 92)
		p.Text(pageWidth-pageMargin-10, pageHeight-32, fmt.Sprint(p.PageNo()))
	})
	p.newPage()
	return p
}

func family(face int) string { return fmt.Sprintf("face%d", face) }

func (p *pdf) newPage() {
	p.AddPage()
	p.y = pageMargin
}

// room begins a new page where less than height is left.
func (p *pdf) room(height float64) {
	if p.y+height > pageHeight-pageMargin {
		p.newPage()
	}
}

func (p *pdf) head(words string) {
	p.room(80)
	p.Bookmark(words, 0, p.y+headStyle.before)
	p.paragraph(headStyle, piece{words: words})
}

func (p *pdf) ties(d *Document) {
	p.head(d.Labels.Ties)
	if len(d.Ties) == 0 {
		p.paragraph(bodyStyle, piece{words: d.Labels.NoTies})
	}
	for _, t := range d.Ties {
		p.room(100)
		p.Bookmark(t.Heading, 1, p.y+tieStyle.before)
		p.mark(fmt.Sprintf("tie-%d", t.Number))
		p.paragraph(tieStyle, piece{words: fmt.Sprintf("%d. %s", t.Number, t.Heading)})
		p.paragraph(factsStyle, piece{words: t.Facts})
		for _, q := range t.Passages {
			p.passage(q, quoteStyle, passageStyle)
		}
		if len(t.Rest) > 0 {
			p.room(80)
			p.paragraph(furtherStyle, piece{words: t.Further})
		}
		for _, q := range t.Rest {
			p.passage(q, lessQuote, lessPassage)
		}
	}
}

// cellEnds are where the columns of the overview end, in points from the left margin; the last ends with the text.
var cellEnds = [7]float64{22, 168, 276, 318, 358, 390, pageWidth - 2*pageMargin}

// overview sets the table of the heaviest ties.
func (p *pdf) overview(o Overview) {
	if len(o.Rows) == 0 {
		return
	}
	p.head(o.Heading)
	p.row(cellHead, o.Columns, "")
	for _, r := range o.Rows {
		p.row(cellStyle, r.Cells(), fmt.Sprintf("tie-%d", r.Number))
	}
	p.y += 5
	p.paragraph(factsStyle, piece{words: o.Note})
}

// row sets a line of the overview with a rule under it; its tie leads to a place, unless that is "".
func (p *pdf) row(s textStyle, cells [7]string, place string) {
	p.room(3 * s.size * lineHeight) // a row is not parted
	top, bottom, left := p.y, p.y, 0.0
	for i, c := range cells {
		cell, words := s, piece{words: c}
		cell.indent, cell.right = left, cellEnds[6]-cellEnds[i]+6
		if i == 1 {
			words.place = place
		}
		p.y = top
		p.paragraph(cell, words)
		bottom, left = max(bottom, p.y), cellEnds[i]
	}
	p.y = bottom
	p.SetDrawColor(216, 210, 196)
	p.SetLineWidth(0.5)
	p.Line(pageMargin, p.y-1, pageWidth-pageMargin, p.y-1)
}

// passage sets a quote with a bar in the colour of its stance.
func (p *pdf) passage(q Passage, quote, facts textStyle) {
	p.room(48)
	p.mark(fmt.Sprintf("passage-%d", q.Number))
	page, top := p.PageNo(), p.y
	p.paragraph(quote, piece{words: fmt.Sprintf("[%d] “%s”", q.Number, q.Quote)})
	p.paragraph(facts, piece{words: q.Facts + " · "}, piece{words: q.SourceName, place: fmt.Sprintf("source-%d", q.Source)})
	if p.PageNo() != page {
		top = pageMargin // it went over the page: the rest of it has a bar
	}
	c := stanceColours[q.Stance]
	p.SetFillColor(c[0], c[1], c[2])
	p.Rect(pageMargin+quote.indent-12, top+2, 2, max(0, p.y-facts.after-top-2), "F")
}

func (p *pdf) contradictions(d *Document) {
	if len(d.Contradictions) > 0 {
		p.head(d.Labels.Contradictions)
	}
	for _, c := range d.Contradictions {
		pieces := []piece{{words: c.Tie + ", " + c.About + ": "}}
		for i, f := range c.Figures {
			if i > 0 {
				pieces = append(pieces, piece{words: "; "})
			}
			pieces = append(pieces, piece{words: f.Amount + " "}, piece{words: fmt.Sprintf("[%d]", f.Passage), place: fmt.Sprintf("passage-%d", f.Passage)})
		}
		p.paragraph(bodyStyle, pieces...)
	}
}

func (p *pdf) sources(d *Document) {
	if len(d.Sources) > 0 {
		p.head(d.Labels.Sources)
	}
	for _, s := range d.Sources {
		p.room(lineHeight * bodyStyle.size)
		p.mark(fmt.Sprintf("source-%d", s.Number))
		p.paragraph(bodyStyle, piece{words: fmt.Sprintf("%d. %s", s.Number, s.String()), address: s.Address})
	}
}

// mark names the place where the next paragraph begins.
func (p *pdf) mark(place string) { p.SetLink(p.link(place), p.y, p.PageNo()) }

// link gives the link to a place, which may come later in the document.
func (p *pdf) link(place string) int {
	if _, ok := p.places[place]; !ok {
		p.places[place] = p.AddLink()
	}
	return p.places[place]
}

// picture sets the map over the whole width of the text.
func (p *pdf) picture(d *Document) error {
	if len(d.Map) == 0 {
		return nil
	}
	size, err := png.DecodeConfig(bytes.NewReader(d.Map))
	if err != nil {
		return fmt.Errorf("read picture: %w", err)
	}
	o := fpdf.ImageOptions{ImageType: "PNG"}
	p.RegisterImageOptionsReader("map", o, bytes.NewReader(d.Map))
	width := pageWidth - 2*pageMargin
	height := width * float64(size.Height) / float64(size.Width)
	if most := pageHeight - 3*pageMargin; height > most {
		width, height = width*most/height, most
	}
	p.room(height)
	p.ImageOptions("map", pageMargin, p.y, width, height, false, o, 0, "")
	p.y += height + 6
	p.paragraph(factsStyle, piece{words: d.MapText})
	return nil
}

// word is what a line is not broken within.
type word struct {
	piece
	blank bool // a blank stands before it
	width float64
}

// paragraph sets pieces one after another in lines, over pages where they need it.
func (p *pdf) paragraph(s textStyle, pieces ...piece) {
	p.y += s.before
	left, right := pageMargin+s.indent, pageWidth-pageMargin-s.right
	blank := p.width(s, " ")
	x := left
	p.room(s.size * lineHeight)
	for _, w := range p.cut(s, pieces, right-left) {
		if w.blank && x > left {
			x += blank
		}
		if x+w.width > right && x > left {
			x = left
			p.y += s.size * lineHeight
			p.room(s.size * lineHeight)
		}
		p.set(s, w, x)
		x += w.width
	}
	p.y += s.size*lineHeight + s.after
}

// cut cuts pieces into words: at blanks, beside Chinese and Japanese characters, which lines may be broken between, and
// wherever a word alone is longer than a line.
func (p *pdf) cut(s textStyle, pieces []piece, most float64) []word {
	var out []word
	for _, from := range pieces {
		blank := false
		var part strings.Builder
		end := func() {
			if part.Len() > 0 {
				out = append(out, word{piece{part.String(), from.place, from.address}, blank, p.width(s, part.String())})
				part.Reset()
				blank = false
			}
		}
		for _, r := range from.words {
			switch {
			case unicode.IsSpace(r):
				end()
				blank = true
				continue
			case ideograph(r):
				end()
			case part.Len() > 0 && p.width(s, part.String()+string(r)) > most:
				end()
			}
			part.WriteRune(r)
			if ideograph(r) {
				end()
			}
		}
		end()
		if blank && len(out) > 0 {
			out = append(out, word{blank: true}) // the piece ends in a blank, which the next one needs
		}
	}
	return out
}

func ideograph(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// set writes a word at x in the current line, in the faces that have its letters.
func (p *pdf) set(s textStyle, w word, x float64) {
	p.SetTextColor(43, 43, 43)
	if s.grey {
		p.SetTextColor(98, 97, 92)
	}
	if w.place != "" || w.address != "" {
		p.SetTextColor(0, 90, 150)
	}
	at := x
	for _, run := range p.runs(s, w.words) {
		p.SetFont(family(run.face), "", s.size)
		p.Text(at, p.y+s.size, run.words)
		at += p.GetStringWidth(run.words)
	}
	switch {
	case w.place != "":
		p.Link(x, p.y, at-x, s.size*lineHeight, p.link(w.place))
	case w.address != "":
		p.LinkString(x, p.y, at-x, s.size*lineHeight, w.address)
	}
}

func (p *pdf) width(s textStyle, words string) float64 {
	width := 0.0
	for _, run := range p.runs(s, words) {
		p.SetFont(family(run.face), "", s.size)
		width += p.GetStringWidth(run.words)
	}
	return width
}

// faceRun is words that one face has all letters of.
type faceRun struct {
	face  int
	words string
}

// runs cuts words by face; letters that no face has are replaced as on the map.
func (p *pdf) runs(s textStyle, words string) []faceRun {
	weight := draw.Regular
	if s.bold {
		weight = draw.Bold
	}
	var out []faceRun
	for _, g := range p.fonts.Run(words, weight).Glyphs {
		if n := len(out); n > 0 && out[n-1].face == g.Face {
			out[n-1].words += string(g.Rune)
		} else {
			out = append(out, faceRun{g.Face, string(g.Rune)})
		}
	}
	return out
}
