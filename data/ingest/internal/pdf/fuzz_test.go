package pdf_test

import (
	"os"
	"path/filepath"
	"testing"

	"entente/data/ingest/internal/pdf"
)

// FuzzRead shows that whatever a file holds, reading it ends, with a document or an error.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("../../../../testdata/ingest/documents/*.pdf")
	if err != nil || len(files) == 0 {
		f.Fatal(files, err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer\n<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		doc, err := pdf.Read(raw)
		if (doc == nil) == (err == nil) {
			t.Fatalf("got the document %v and the error %v", doc, err)
		}
	})
}
