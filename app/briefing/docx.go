package briefing

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"image/png"
	"io"
	"slices"
	"strings"
	"time"

	"entente/app/proof"
)

// The parts of a document that are the same in each.
const (
	docxTypes = xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
	docxRoot = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
	docxSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
		`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
		`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
		`xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`
	relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// docxWidth is the width of a picture on an A4 page between margins of 2.5 cm, in the 36,000ths of a millimetre that the
// format counts in.
const docxWidth = 160 * 36000

// docxStyle is one style of paragraph. Size is in half points, colour hexadecimal.
type docxStyle struct {
	id, name, colour string
	size             int
	bold             bool
	before, after    int // twentieths of a point
	indent           int
	level            int  // of a heading, from 1; 0 for others
	joined           bool // stays on the page of the paragraph after it
}

var docxStyles = []docxStyle{
	{id: "Title", name: "Title", size: 44, bold: true, after: 60},
	{id: "Heading1", name: "heading 1", size: 30, bold: true, before: 420, after: 120, level: 1, joined: true},
	{id: "Heading2", name: "heading 2", size: 24, bold: true, before: 280, after: 40, level: 2, joined: true},
	{id: "Facts", name: "Facts", size: 18, colour: "62615C", after: 120},
	{id: "TieFacts", name: "Tie Facts", size: 18, colour: "62615C", after: 120, joined: true},
	{id: "Passage", name: "Passage", size: 22, before: 60, after: 20, indent: 340, joined: true},
	{id: "PassageFacts", name: "Passage Facts", size: 18, colour: "62615C", after: 160, indent: 340},
	{id: "Further", name: "Further", size: 20, bold: true, colour: "62615C", before: 120, after: 60, indent: 340, joined: true},
	{id: "FurtherPassage", name: "Further Passage", size: 20, colour: "62615C", before: 60, after: 20, indent: 680, joined: true},
	{id: "FurtherPassageFacts", name: "Further Passage Facts", size: 18, colour: "62615C", after: 160, indent: 680},
	{id: "Body", name: "Body", size: 22, after: 120},
	{id: "Cell", name: "Cell", size: 18, before: 30, after: 30},
	{id: "CellHead", name: "Cell Head", size: 18, colour: "62615C", before: 30, after: 30, joined: true},
}

// docx is the state of one document.
type docx struct {
	body  strings.Builder
	links []string // targets of hyperlinks; the first has the relationship rLink0
}

// writeDOCX sets the document for Word, LibreOffice and others: headings make its contents, and numbers in brackets lead
// to sources and passages.
func writeDOCX(w io.Writer, d *Document) error {
	x := &docx{}
	if err := x.set(d); err != nil {
		return fmt.Errorf("set briefing: %w", err)
	}
	z := zip.NewWriter(w)
	parts := []proof.Part{
		{Name: "[Content_Types].xml", Body: []byte(docxTypes)}, {Name: "_rels/.rels", Body: []byte(docxRoot)},
		{Name: "docProps/core.xml", Body: []byte(docxCore(d))},
		{Name: "word/document.xml", Body: []byte(x.document())}, {Name: "word/styles.xml", Body: []byte(docxStyleSheet(d.Language))},
		{Name: "word/_rels/document.xml.rels", Body: []byte(x.relations(len(d.Map) > 0, d.evidence != nil))}, {Name: "word/media/map.png", Body: d.Map},
	}
	if d.evidence != nil {
		inside, err := proof.ForDOCX(parts, d.evidence)
		if err != nil {
			return fmt.Errorf("set briefing: %w", err)
		}
		parts = append(parts, inside)
	}
	for _, p := range parts {
		if len(p.Body) == 0 {
			continue
		}
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.Name, Method: zip.Deflate, Modified: d.made})
		if err != nil {
			return err
		}
		if _, err := f.Write(p.Body); err != nil {
			return err
		}
	}
	return z.Close()
}

func (x *docx) set(d *Document) error {
	x.paragraph("Title", run(d.Title))
	x.paragraph("Facts", run(strings.TrimSpace(d.Made+" · "+d.Summary+" "+d.Conditions)))
	if err := x.picture(d); err != nil {
		return err
	}
	x.overview(d.Overview)
	x.paragraph("Heading1", run(d.Labels.Ties))
	if len(d.Ties) == 0 {
		x.paragraph("Body", run(d.Labels.NoTies))
	}
	for _, t := range d.Ties {
		x.paragraph("Heading2", x.bookmark("tie", t.Number, fmt.Sprintf("%d. %s", t.Number, t.Heading)))
		x.paragraph("TieFacts", run(t.Facts))
		x.passages("", t.Passages)
		if len(t.Rest) > 0 {
			x.paragraph("Further", run(t.Further))
			x.passages("Further", t.Rest)
		}
	}
	x.contradictions(d)
	if len(d.Sources) > 0 {
		x.paragraph("Heading1", run(d.Labels.Sources))
	}
	for _, s := range d.Sources {
		x.source(s)
	}
	x.paragraph("Heading1", run(d.Labels.Method))
	for _, m := range d.Method {
		x.paragraph("Body", run(m))
	}
	return nil
}

// cellWidths are the columns of the overview in twentieths of a point, together the width of the text.
var cellWidths = [7]int{480, 2600, 2000, 850, 850, 600, 1692}

// overview sets the table of the heaviest ties; its head stands on each page that it goes over.
func (x *docx) overview(o Overview) {
	if len(o.Rows) == 0 {
		return
	}
	x.paragraph("Heading1", run(o.Heading))
	x.body.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="9072" w:type="dxa"/><w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="D8D2C4"/>` +
		`<w:insideH w:val="single" w:sz="4" w:color="D8D2C4"/></w:tblBorders><w:tblLayout w:type="fixed"/>` +
		`<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
	for _, width := range cellWidths {
		fmt.Fprintf(&x.body, `<w:gridCol w:w="%d"/>`, width)
	}
	x.body.WriteString(`</w:tblGrid>`)
	x.row(`<w:cantSplit/><w:tblHeader/>`, "CellHead", o.Columns, "")
	for _, r := range o.Rows {
		cells := r.Cells()
		x.row(`<w:cantSplit/>`, "Cell", cells, inner("tie", r.Number, cells[1]))
	}
	x.body.WriteString(`</w:tbl>`)
	x.paragraph("Facts", run(o.Note))
}

// row sets a line of the overview; link, where there is one, stands for the cell of the tie.
func (x *docx) row(properties, style string, cells [7]string, link string) {
	fmt.Fprintf(&x.body, `<w:tr><w:trPr>%s</w:trPr>`, properties)
	for i, c := range cells {
		words := run(c)
		if i == 1 && link != "" {
			words = link
		}
		fmt.Fprintf(&x.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, cellWidths[i])
		x.paragraph(style, words)
		x.body.WriteString(`</w:tc>`)
	}
	x.body.WriteString(`</w:tr>`)
}

// passages sets quotes in the styles whose names begin with of.
func (x *docx) passages(of string, passages []Passage) {
	for _, p := range passages {
		x.paragraph(of+"Passage", x.bookmark("passage", p.Number, fmt.Sprintf("[%d]", p.Number)), run(" “"+p.Quote+"”"))
		x.paragraph(of+"PassageFacts", run(p.Facts+" · "), inner("source", p.Source, p.SourceName))
	}
}

func (x *docx) contradictions(d *Document) {
	if len(d.Contradictions) > 0 {
		x.paragraph("Heading1", run(d.Labels.Contradictions))
	}
	for _, c := range d.Contradictions {
		runs := []string{run(c.Tie + ", " + c.About + ": ")}
		for i, f := range c.Figures {
			if i > 0 {
				runs = append(runs, run("; "))
			}
			runs = append(runs, run(f.Amount+" "), inner("passage", f.Passage, fmt.Sprintf("[%d]", f.Passage)))
		}
		x.paragraph("Body", runs...)
	}
}

func (x *docx) source(s Source) {
	runs := []string{x.bookmark("source", s.Number, fmt.Sprintf("%d.", s.Number)), run(" ")}
	title := run(s.Title)
	if s.Address != "" {
		x.links = append(x.links, s.Address)
		title = fmt.Sprintf(`<w:hyperlink r:id="rLink%d">%s</w:hyperlink>`, len(x.links)-1, title)
	}
	s.Title, s.Address = "", ""
	if rest := s.String(); rest != "" {
		title += run(", " + rest)
	}
	x.paragraph("Body", append(runs, title)...)
}

func (x *docx) paragraph(style string, runs ...string) {
	fmt.Fprintf(&x.body, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>`, style, strings.Join(runs, ""))
}

// run is plain words.
func run(words string) string {
	return `<w:r><w:t xml:space="preserve">` + escaped(words) + `</w:t></w:r>`
}

// bookmarks are the kinds of places that links lead to.
var bookmarks = []string{"passage", "source", "tie"}

// bookmark is words that links can lead to. Word wants a number that no other bookmark has.
func (x *docx) bookmark(kind string, number int, words string) string {
	id := 3*number + slices.Index(bookmarks, kind)
	return fmt.Sprintf(`<w:bookmarkStart w:id="%d" w:name="%s-%d"/>%s<w:bookmarkEnd w:id="%d"/>`, id, kind, number, run(words), id)
}

// inner is a link to a bookmark.
func inner(kind string, number int, words string) string {
	return fmt.Sprintf(`<w:hyperlink w:anchor="%s-%d">%s</w:hyperlink>`, kind, number, run(words))
}

// picture sets the map over the whole width of the page.
func (x *docx) picture(d *Document) error {
	if len(d.Map) == 0 {
		return nil
	}
	size, err := png.DecodeConfig(bytes.NewReader(d.Map))
	if err != nil {
		return fmt.Errorf("read picture: %w", err)
	}
	height := docxWidth * size.Height / size.Width
	fmt.Fprintf(&x.body, `<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:docPr id="1" name="map" descr="%s"/>`+
		`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>`+
		`<pic:cNvPr id="1" name="map.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rMap"/><a:stretch><a:fillRect/>`+
		`</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect">`+
		`<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
		docxWidth, height, escaped(d.MapText), docxWidth, height)
	x.paragraph("Facts", run(d.MapText))
	return nil
}

func (x *docx) document() string {
	return xml.Header + `<w:document ` + docxSpaces + `><w:body>` + x.body.String() +
		`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>` +
		`</w:body></w:document>`
}

func (x *docx) relations(picture, evidence bool) string {
	var b strings.Builder
	b.WriteString(xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	fmt.Fprintf(&b, `<Relationship Id="rStyles" Type="%sstyles" Target="styles.xml"/>`, relationships)
	if picture {
		fmt.Fprintf(&b, `<Relationship Id="rMap" Type="%simage" Target="media/map.png"/>`, relationships)
	}
	if evidence {
		fmt.Fprintf(&b, `<Relationship Id="rEvidence" Type="%scustomXml" Target="../%s"/>`, relationships, proof.DOCXPart)
	}
	for i, target := range x.links {
		fmt.Fprintf(&b, `<Relationship Id="rLink%d" Type="%shyperlink" Target="%s" TargetMode="External"/>`, i, relationships, escaped(target))
	}
	return b.String() + `</Relationships>`
}

func docxStyleSheet(language string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `%s<w:styles %s><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" w:cs="Noto Sans"/>`+
		`<w:lang w:val="%s"/></w:rPr></w:rPrDefault></w:docDefaults>`, xml.Header, docxSpaces, escaped(language))
	for _, s := range docxStyles {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:qFormat/><w:pPr>`, s.id, s.name)
		if s.joined {
			b.WriteString(`<w:keepNext/>`)
		}
		b.WriteString(`<w:keepLines/>`)
		fmt.Fprintf(&b, `<w:spacing w:before="%d" w:after="%d"/><w:ind w:left="%d"/>`, s.before, s.after, s.indent)
		if s.level > 0 {
			fmt.Fprintf(&b, `<w:outlineLvl w:val="%d"/>`, s.level-1)
		}
		b.WriteString(`</w:pPr><w:rPr>`)
		if s.bold {
			b.WriteString(`<w:b/>`)
		}
		if s.colour != "" {
			fmt.Fprintf(&b, `<w:color w:val="%s"/>`, s.colour)
		}
		fmt.Fprintf(&b, `<w:sz w:val="%d"/></w:rPr></w:style>`, s.size)
	}
	return b.String() + `</w:styles>`
}

func docxCore(d *Document) string {
	return xml.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ` +
		`xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` + escaped(d.Title) + `</dc:title><dc:creator>Entente</dc:creator>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + d.made.UTC().Format(time.RFC3339) + `</dcterms:created></cp:coreProperties>`
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder never fails
	return b.String()
}
