package export_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"entente/app/export"
	"entente/data"
)

func TestOneTableIsWrittenByItsExtension(t *testing.T) {
	table := export.Table{Name: "gaps", Columns: []string{"gap", "articles"}, Rows: [][]any{{"single", 2}, {"=cmd", 0}}}
	for _, ext := range []string{".csv", ".JSON", ".xlsx"} {
		var out bytes.Buffer
		if err := export.WriteTable(&out, ext, table); err != nil || out.Len() == 0 {
			t.Errorf("%s: %d bytes, %v", ext, out.Len(), err)
		}
		switch ext {
		case ".csv":
			if got := out.String(); !strings.Contains(got, "gap,articles") || strings.Contains(got, "\n=cmd") {
				t.Errorf("got %q, want the columns, and no cell that a spreadsheet would run", got)
			}
		case ".JSON":
			var rows []map[string]any
			if err := json.Unmarshal(out.Bytes(), &rows); err != nil || rows[0]["articles"] != 2.0 {
				t.Errorf("got %s, %v", out.String(), err)
			}
		}
	}
	if err := export.WriteTable(&bytes.Buffer{}, ".png", table); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("got %v for a picture, want data.ErrInvalid", err)
	}
	for name, want := range map[string]bool{"a.csv": true, "a.b.XLSX": true, "csv": false, "": false, "a.pdf": false} {
		if got := export.CanWriteTable(name); got != want {
			t.Errorf("%q: got %v, want %v", name, got, want)
		}
	}
}
