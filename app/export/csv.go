package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// byteOrderMark tells old spreadsheets that a file is UTF-8.
const byteOrderMark = "\ufeff"

func writeCSV(w io.Writer, s *Set, o Options) error {
	name := o.Table
	if name == "" {
		name = "evidence"
	}
	t, err := s.table(name)
	if err != nil {
		return err
	}
	return WriteCSV(w, t, o.BOM)
}

// WriteCSV writes a table as RFC 4180 asks. Text that a spreadsheet would run as a formula gets an apostrophe before it:
// articles come from strangers.
func WriteCSV(w io.Writer, t Table, bom bool) error {
	if bom {
		if _, err := io.WriteString(w, byteOrderMark); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(t.Columns); err != nil {
		return err
	}
	line := make([]string, len(t.Columns))
	for _, row := range t.Rows {
		for i, cell := range row {
			line[i] = csvCell(cell)
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func csvCell(cell any) string {
	switch v := cell.(type) {
	case string:
		return inert(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return fmt.Sprint(cell)
}

// inert makes text that begins like a formula plain text.
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
