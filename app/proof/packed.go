package proof

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"entente/geo/draw/pdf"
)

// PDFName is the name of the file inside a PDF that holds the record.
const PDFName = "entente.json"

// DOCXPart is the part of a DOCX that holds the record; the writer names it in its relations.
const DOCXPart = "customXml/item1.xml"

func deflate(b []byte) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	z.Write(b) // a bytes.Buffer takes everything
	z.Close()
	return out.Bytes()
}

// WritePDF writes the picture that paint makes, with its record as a file inside; without one where r is nil. Paint is
// called twice, the first time to learn the drawing's digest.
func WritePDF(w io.Writer, paint func() *pdf.Canvas, r *Record) error {
	c := paint()
	if r != nil {
		var bare bytes.Buffer
		if _, err := c.WriteTo(&bare); err != nil {
			return err
		}
		inside, err := ForPDF(bare.Bytes(), r)
		if err != nil {
			return err
		}
		c = paint()
		c.Attach(pdf.Attachment{Name: PDFName, Description: r.Title, Content: inside})
	}
	_, err := c.WriteTo(w)
	return err
}

// ForPDF gives the content of the file that is to stand inside a PDF. Bare is the same PDF without it: the drawing's
// digest is that of its streams, whatever their order, which hold its pages, fonts and pictures.
func ForPDF(bare []byte, r *Record) ([]byte, error) {
	drawing, _ := streams(bare)
	return r.sealed(drawing)
}

// streams gives the digest of all streams of a PDF but embedded files, and the first of these.
func streams(file []byte) (drawing string, embedded []byte) {
	var sums []string
	for rest := file; ; {
		head, body, ok := bytes.Cut(rest, []byte("\nstream\n"))
		if !ok {
			break
		}
		body, after, ok := bytes.Cut(body, []byte("\nendstream"))
		if !ok {
			break
		}
		if bytes.Contains(head[max(0, bytes.LastIndex(head, []byte(" obj\n"))):], []byte("/EmbeddedFile")) {
			if embedded == nil {
				embedded = body
			}
		} else {
			sums = append(sums, digest(body))
		}
		rest = after
	}
	slices.Sort(sums)
	return digest([]byte(strings.Join(sums, "\n"))), embedded
}

func readPDF(file []byte) (sealed []byte, drawing string, err error) {
	drawing, embedded := streams(file)
	if embedded == nil || !bytes.Contains(file, []byte("/EmbeddedFile")) {
		return nil, "", ErrNone
	}
	sealed, err = inflate(embedded)
	if err == nil && !bytes.HasPrefix(sealed, []byte(`{"schema":`)) { // somebody else's attachment
		return nil, "", ErrNone
	}
	return sealed, drawing, err
}

// Part is a file in a DOCX.
type Part struct {
	Name string
	Body []byte
}

// ForDOCX gives the part that holds the record of a document with these parts.
func ForDOCX(parts []Part, r *Record) (Part, error) {
	sealed, err := r.sealed(partsDigest(parts))
	if err != nil {
		return Part{}, err
	}
	var b bytes.Buffer
	b.WriteString(xml.Header + `<entente xmlns="urn:entente">`)
	xml.EscapeText(&b, sealed) // a bytes.Buffer takes everything
	b.WriteString(`</entente>`)
	return Part{DOCXPart, b.Bytes()}, nil
}

// partsDigest is the digest of the parts' names and contents, whatever their order.
func partsDigest(parts []Part) string {
	var sums []string
	for _, p := range parts {
		if len(p.Body) > 0 {
			sums = append(sums, p.Name+" "+digest(p.Body))
		}
	}
	slices.Sort(sums)
	return digest([]byte(strings.Join(sums, "\n")))
}

func readDOCX(file []byte) (sealed []byte, drawing string, err error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, "", ErrNone
	}
	var parts []Part
	var found struct {
		Body string `xml:",chardata"`
	}
	left := int64(mostRecord)
	for _, f := range z.File {
		body, err := readPart(f, left)
		if err != nil {
			return nil, "", unreadable(fmt.Errorf("%s: %w", f.Name, err))
		}
		left -= int64(len(body))
		if f.Name != DOCXPart {
			parts = append(parts, Part{f.Name, body})
			continue
		}
		if err := xml.Unmarshal(body, &found); err != nil {
			return nil, "", unreadable(fmt.Errorf("%s: %w", f.Name, err))
		}
	}
	if !strings.HasPrefix(found.Body, `{"schema":`) {
		return nil, "", ErrNone
	}
	return []byte(found.Body), partsDigest(parts), nil
}

func readPart(f *zip.File, most int64) (body []byte, err error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	body, err = io.ReadAll(io.LimitReader(r, most+1))
	if err == nil && int64(len(body)) > most {
		err = errors.New("it is too large")
	}
	return body, err
}
