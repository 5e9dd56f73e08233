package rtf_test

import (
	"os"
	"path/filepath"
	"testing"

	"entente/data/ingest/internal/rtf"
)

// FuzzRead shows that whatever a file holds, reading it ends, with a document or an error.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("../../../../testdata/ingest/documents/*.rtf")
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
	f.Add([]byte(`{\rtf1\ansi\uc2 a\u-1?\bin9 \'8a{\*\x}\cell\row}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		doc, err := rtf.Read(raw)
		if (doc == nil) == (err == nil) {
			t.Fatalf("got the document %v and the error %v", doc, err)
		}
	})
}
