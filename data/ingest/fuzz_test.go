package ingest_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"entente/data/ingest"
)

// nasty values that every reader must survive.
var nasty = []string{"", " ", "\n", "\r", "\r\n\r\n", "\x00", "\xff\xfe", "\xfe\xff\xd8", "\xef\xbb\xbf", "\xc3", "a\u0301", "…", "...", "©", "Related news",
	"---\n", "---\n---\n", "---\ntitle", "<", "<html", "<p>a<p>b", "<!--", "<a href=x", "<ul><li>Home<li>News</ul><p>x", "1.1.2020", "年月日", "#", "\u2028", "> > >",
	"Read more\n\nRead more\n\nRead more", "A: B", "http://", "\t|\t|\t", "Share\nShare\nShare\n"}

func FuzzRead(f *testing.F) {
	for i, s := range nasty {
		f.Add([]byte(s), uint8(i))
	}
	pages, err := filepath.Glob("../../testdata/ingest/*.page")
	if err != nil {
		f.Fatal(err)
	}
	for i, p := range append(pages, "../../assets/sample/2-japan-thinks-in-decades.html") {
		raw, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw, uint8(i))
	}
	names := []string{"a.txt", "a.md", "a.html", "a", "-", "a.xyz"}
	f.Fuzz(func(t *testing.T, raw []byte, kind uint8) {
		articles, err := ingest.Read(bytes.NewReader(raw), names[int(kind)%len(names)], ingest.Options{})
		if err != nil {
			return
		}
		for _, a := range articles {
			if !utf8.ValidString(a.Text) || !norm.NFC.IsNormalString(a.Text) {
				t.Fatalf("text is not UTF-8 in NFC: %q", a.Text)
			}
			if !utf8.ValidString(a.Title + a.Publisher + a.Address + a.Language) {
				t.Fatalf("facts are not UTF-8: %q %q %q %q", a.Title, a.Publisher, a.Address, a.Language)
			}
			end := 0
			for _, o := range a.Omitted {
				if _, ok := o.In(a.Text); !ok || o.Start < end || o.Reason == "" {
					t.Fatalf("omitted %v after %d in a text of %d", o, end, len(a.Text))
				}
				end = o.End
			}
		}
	})
}
