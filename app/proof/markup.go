package proof

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"io"

	"entente/geo/draw/svg"
)

// slot is where a format of text holds the record: between two marks, on a line of its own. The drawing's digest is that
// of all the file without that line.
type slot struct{ before, after string }

var (
	htmlSlot     = slot{`<script type="application/json" id="entente">`, "</script>\n"}
	svgSlot      = slot{"<metadata>", "</metadata>\n"}
	markdownSlot = slot{"<!-- entente ", " -->\n"}
)

// cut takes the record out of a file. ok is false where there is none.
func (s slot) cut(file []byte) (body []byte, drawing string, ok bool) {
	at := bytes.LastIndex(file, []byte(s.before))
	if at < 0 {
		return nil, "", false
	}
	body, rest, ok := bytes.Cut(file[at+len(s.before):], []byte(s.after))
	return body, digest(file[:at], rest), ok
}

// SealHTML puts a record into a page, before its end. Browsers take it for data and run nothing.
func SealHTML(page []byte, r *Record) ([]byte, error) {
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		return nil, fmt.Errorf("seal page: it has no body")
	}
	sealed, err := r.sealed(digest(page))
	if err != nil {
		return nil, err
	}
	return join(page[:at], []byte(htmlSlot.before), sealed, []byte(htmlSlot.after), page[at:]), nil
}

// SealMarkdown puts a record at the end of a text, as a comment.
func SealMarkdown(page []byte, r *Record) ([]byte, error) {
	sealed, err := r.sealed(digest(page))
	if err != nil {
		return nil, err
	}
	packed := base64.StdEncoding.EncodeToString(deflate(sealed))
	return join(page, []byte(markdownSlot.before+packed+markdownSlot.after)), nil
}

// WriteSVG writes a picture that was drawn, with its record as metadata.
func WriteSVG(w io.Writer, c *svg.Canvas, r *Record) error {
	c.Metadata = ""
	var file bytes.Buffer
	if _, err := c.WriteTo(&file); err != nil {
		return err
	}
	sealed, err := r.sealed(digest(file.Bytes()))
	if err != nil {
		return err
	}
	c.Metadata = string(sealed)
	_, err = c.WriteTo(w)
	return err
}

func join(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

func readHTML(file []byte) (sealed []byte, drawing string, err error) {
	sealed, drawing, ok := htmlSlot.cut(file)
	if !ok {
		return nil, "", ErrNone
	}
	return sealed, drawing, nil
}

func readMarkdown(file []byte) (sealed []byte, drawing string, err error) {
	packed, drawing, ok := markdownSlot.cut(file)
	if !ok {
		return nil, "", ErrNone
	}
	raw, err := base64.StdEncoding.DecodeString(string(packed))
	if err != nil {
		return nil, "", unreadable(err)
	}
	sealed, err = inflate(raw)
	return sealed, drawing, err
}

func readSVG(file []byte) (sealed []byte, drawing string, err error) {
	escaped, drawing, ok := svgSlot.cut(file)
	if !ok {
		return nil, "", ErrNone
	}
	var text struct {
		Body string `xml:",chardata"`
	}
	if err := xml.Unmarshal(join([]byte("<m>"), escaped, []byte("</m>")), &text); err != nil {
		return nil, "", unreadable(err)
	}
	return []byte(text.Body), drawing, nil
}
