package ingest_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/data"
	"entente/data/ingest"
)

func readDocument(t *testing.T, name string) data.Article {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("../../testdata/ingest/documents", name))
	if err != nil {
		t.Fatal(err)
	}
	articles, err := ingest.Read(bytes.NewReader(raw), name, ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return articles[0]
}

// letter is what every kind of document says, with what stands between.
var letter = []string{
	"Norway and Peru build a laboratory",
	"Norway and Peru will build a laboratory in Lima, the two governments said.",
	"The “Vučić–Müller” commission met in Štip and Łódź before it agreed on the site, for 12 million euros.",
	"Chile announced that it would impose tariffs on Norwegian salmon, which the government in Oslo called unacceptable. Серија преговора између Србије и Норвешке завршена је.",
	"Country\tShare\tStaff\n\nNorway\t60 million\t140\n\nPeru\t60 million\t95",
	"Peru delivers the power.\n\n",
	"Norway builds the road.\n\n",
	"Brazil, which had offered a site of its own, recalled its ambassador.",
}

func TestDocumentsOfEveryKindSayTheSame(t *testing.T) {
	for _, name := range []string{"letter-writer.docx", "letter-writer.odt", "letter-writer.rtf", "letter-writer.pdf", "letter-ghostscript.pdf"} {
		t.Run(name, func(t *testing.T) {
			a := readDocument(t, name)
			if a.Title != letter[0] || a.Published != "2023-03-03" || a.Language != "en" || a.Source != name {
				t.Errorf("got title %q, date %q, language %q, source %q", a.Title, a.Published, a.Language, a.Source)
			}
			at := 0
			for _, want := range letter {
				i := strings.Index(a.Text[at:], want)
				if i < 0 {
					t.Fatalf("misses %q in its place in\n%s", want, a.Text)
				}
				at += i
			}
			for _, not := range []string{"Bolivia", "Nobody sees", "Page 1", "\uFFFD"} {
				if strings.Contains(a.Text, not) {
					t.Errorf("has %q", not)
				}
			}
			if n := strings.Count(a.Text, "A box stands here once."); n != 1 {
				t.Errorf("has the text box %d times", n)
			}
			if note := strings.Index(a.Text, "Small print"); strings.HasSuffix(name, ".pdf") != (note > at) {
				t.Errorf("has the footnote at %d, after the text that ends at %d", note, at)
			}
		})
	}
}

func TestColumnsOfAPDFAreReadOneAfterTheOther(t *testing.T) {
	a := readDocument(t, "letter-chromium.pdf")
	for _, want := range []string{"will build a laboratory in Lima, the two governments said. Chile announced that", "a site of its own, recalled its ambassador from Lima after the announcement"} {
		if !strings.Contains(a.Text, want) {
			t.Errorf("misses %q in\n%s", want, a.Text)
		}
	}
	text := readDocument(t, "columns-writer.pdf").Text
	paragraphs := strings.Split(text, "\n\n")
	if len(paragraphs) != 16 {
		t.Fatalf("got %d paragraphs, want a title, a line and 14 paragraphs:\n%s", len(paragraphs), text)
	}
	for i, p := range paragraphs[2:] {
		if !strings.HasPrefix(p, fmt.Sprintf("Paragraph %d begins.", i+1)) || !strings.HasSuffix(p, fmt.Sprintf("Paragraph %d ends.", i+1)) || strings.ContainsAny(p, "\n\t") {
			t.Errorf("paragraph %d is %q", i+1, p)
		}
	}
	for _, not := range []string{"Harbour Quarterly", "Page ", "admin- ", "ad-ministrations"} {
		if strings.Contains(text, not) {
			t.Errorf("has %q", not)
		}
	}
}

// archive makes a ZIP file of parts.
func archive(t *testing.T, parts map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range parts {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// pdfOf makes a PDF of objects, the first of which is its root.
func pdfOf(objects ...string) string {
	var b strings.Builder
	b.WriteString("%PDF-1.4\n")
	places := make([]int, len(objects))
	for i, o := range objects {
		places[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.String()
}

// onePage makes a PDF of a page with this content and these resources.
func onePage(content, resources string) string {
	return pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<"+resources+">>>>",
		fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content),
		"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X>>]>>",
		"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\nx\nendstream",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[65/Scaron/afii10066/uni4E2D/f_f_i]>>>>")
}

func TestDocumentsThatCannotBeReadSayWhy(t *testing.T) {
	locked, err := os.ReadFile("../../testdata/ingest/documents/locked-writer.pdf")
	if err != nil {
		t.Fatal(err)
	}
	manifest := `<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>`
	deep := "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" + strings.Repeat("<w:p>", 10_000)
	for _, c := range []struct{ name, raw, reason string }{
		{"locked.pdf", string(locked), "locked with a password"},
		{"locked.odt", archive(t, map[string]string{"content.xml": "x", "META-INF/manifest.xml": manifest}), "locked with a password"},
		{"scanned.pdf", onePage("q 600 0 0 800 0 0 cm /I Do Q", "/XObject<</I 6 0 R>>"), "pictures without text"},
		{"empty.pdf", onePage("0 0 m 5 5 l S", ""), "holds no text"},
		{"garbled.pdf", onePage("BT /F 12 Tf 50 700 Td <000100020003> Tj ET", "/Font<</F 5 0 R>>"), "which letters its fonts draw"},
		{"cut.pdf", onePage("BT ET", "")[:40], "damaged"},
		{"huge.pdf", "%PDF-1.4\nxref\n4000000000 1\n0000000009 00000 n \ntrailer\n<</Size 5/Root 1 0 R>>\nstartxref\n9\n%%EOF\n", "damaged"},
		{"no.pdf", "only words", "damaged"},
		{"no.docx", "only words", "damaged"},
		{"cut.docx", archive(t, map[string]string{"a": "b"})[:40], "damaged"},
		{"broken.docx", archive(t, map[string]string{"[Content_Types].xml": "", "word/document.xml": "<a>"}), "damaged"},
		{"deep.docx", archive(t, map[string]string{"[Content_Types].xml": "", "word/document.xml": deep}), "damaged"},
		{"bomb.docx", archive(t, map[string]string{"[Content_Types].xml": "", "word/document.xml": "<a>" + strings.Repeat(" ", 65<<20)}), "more in it than is read at once"},
		{"sheet.docx", archive(t, map[string]string{"[Content_Types].xml": "", "xl/workbook.xml": "<a/>"}), "a spreadsheet or a presentation"},
		{"sheet.ods", archive(t, map[string]string{"content.xml": "<a/>"}), "a spreadsheet or a presentation"},
		{"deep.rtf", `{\rtf1` + strings.Repeat("{", 5000), "damaged"},
		{"empty.rtf", `{\rtf1{\fonttbl{\f0 Arial;}}}`, "holds no text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ingest.Read(strings.NewReader(c.raw), c.name, ingest.Options{})
			if err == nil || !strings.HasPrefix(err.Error(), c.name+": ") || !strings.Contains(err.Error(), c.reason) {
				t.Errorf("got %v, want %q", err, c.reason)
			}
		})
	}
}

func textOf(t *testing.T, name, raw string) data.Article {
	t.Helper()
	articles, err := ingest.Read(strings.NewReader(raw), name, ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return articles[0]
}

func TestWhatAWordDocumentShowsIsRead(t *testing.T) {
	body := `<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>The title of it</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Peru </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t>once </w:t></w:r></w:ins>
<w:moveFrom><w:r><w:t>moved </w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r><w:r><w:t>met Chile</w:t><w:noBreakHyphen/><w:t>Rapa Nui.</w:t></w:r>
<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>Box.</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Box.</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>
<w:r><w:fldChar/><w:instrText>HYPERLINK x</w:instrText></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc>
<w:tc><w:p><w:r><w:t>d</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>` + strings.Repeat("A page that is laid out as a table. ", 9) + `</w:t></w:r></w:p><w:p><w:r><w:t>Below.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
	for _, space := range []string{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"} {
		a := textOf(t, "a.docx", archive(t, map[string]string{"[Content_Types].xml": "",
			"_rels/.rels":        `<Relationships><Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>`,
			"word/styles.xml":    `<w:styles xmlns:w="w"><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>`,
			"docProps/core.xml":  `<c xmlns:dc="d"><dc:title>Template of 2019</dc:title><dc:created>2021-05-06T10:00:00Z</dc:created></c>`,
			"word/document2.xml": `<w:document xmlns:w="` + space + `"><w:body>` + body + `</w:body></w:document>`}))
		want := "The title of it\n\nPeru once met Chile-Rapa Nui.\n\nBox.\n\na b\tc\td\n\n" + strings.TrimSpace(strings.Repeat("A page that is laid out as a table. ", 9)) + "\n\nBelow."
		if a.Text != want || a.Title != "The title of it" || a.Published != "" {
			t.Errorf("got %q, title %q, published %q, want %q", a.Text, a.Title, a.Published, want)
		}
	}
}

func TestWhatAnRTFShowsIsRead(t *testing.T) {
	raw := `{\rtf1\ansi\ansicpg1250\uc1{\fonttbl{\f0\fcharset238 A;}{\f1\fcharset204 B;}{\f2\fcharset128 C;}}{\*\generator X;}{\info{\title T}{\creatim\yr2020\mo2\dy3}}
{\header Header}\pard\f0 \'8atip and \u321?\u243?d\u378?\par {\f1 \'d1\'f0\'e1\'e8\'fc\'e0} {\f2 \'93\'fa\'96\'7b} \u-10179?\u-8704?{\v hidden}{\deleted gone}{\footnote note}\emdash\'93x\'94\par
\trowd\intbl one\cell two\cell\row\pard{\*\shppict{\pict\bin4 }}}}}}x\par{\field{\*\fldinst HYPERLINK}{\fldrslt link}}\par}`
	a := textOf(t, "letter.doc", raw)
	if want := "Štip and Łódź\n\nСрбиьа 日本 😀—“x”\n\none\ttwo\n\nx\n\nlink"; a.Text != want || a.Published != "" {
		t.Errorf("got %q, published %q, want %q", a.Text, a.Published, want)
	}
}

func TestLettersOfAPDFAreToldByTheirNames(t *testing.T) {
	a := textOf(t, "a.pdf", onePage("BT /F 12 Tf 50 700 Td (ABC DD A and BB) Tj ET", "/Font<</F 7 0 R>>"))
	if want := "Šб中 ffiffi Š and бб"; a.Text != want {
		t.Errorf("got %q, want %q", a.Text, want)
	}
}
