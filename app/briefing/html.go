package briefing

import (
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
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
	if err := htmlPage.Execute(w, p); err != nil {
		return fmt.Errorf("set briefing: %w", err)
	}
	return nil
}
