package office_test

import (
	"os"
	"path/filepath"
	"testing"

	"entente/data/ingest/internal/office"
)

// FuzzRead shows that whatever a file holds, reading it ends, with a document or an error.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("../../../../testdata/ingest/documents/*.[do][od][ct]*")
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
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		doc, err := office.Read(raw)
		if (doc == nil) == (err == nil) {
			t.Fatalf("got the document %v and the error %v", doc, err)
		}
	})
}
