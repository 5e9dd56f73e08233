package briefing

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"

	"entente/app/proof"
)

//go:embed briefing.html.tmpl
var htmlText string

var htmlPage = template.Must(template.New("briefing").Parse(htmlText))

// page is what the template sees.
type page struct {
	*Document
	MapURI template.URL
}

// writeHTML sets the document as one page that needs no other file and no network. Whatever an article holds is text:
// nothing in it can become markup or run.
func writeHTML(w io.Writer, d *Document) error {
	p := page{Document: d}
	if len(d.Map) > 0 {
		p.MapURI = template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(d.Map)) //nolint:gosec // our own picture
	}
	var file bytes.Buffer
	if err := htmlPage.Execute(&file, p); err != nil {
		return fmt.Errorf("set briefing: %w", err)
	}
	return writeSealed(w, file.Bytes(), d.evidence, proof.SealHTML)
}

// writeSealed writes a file with its evidence, where there is any.
func writeSealed(w io.Writer, file []byte, r *proof.Record, seal func([]byte, *proof.Record) ([]byte, error)) error {
	if r != nil {
		var err error
		if file, err = seal(file, r); err != nil {
			return fmt.Errorf("set briefing: %w", err)
		}
	}
	if _, err := w.Write(file); err != nil {
		return fmt.Errorf("write briefing: %w", err)
	}
	return nil
}
