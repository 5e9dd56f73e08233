package export

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"entente/data"
)

// tableWriters lists the kinds of file that one table can be written to, by the extension.
var tableWriters = map[string]func(io.Writer, Table) error{
	".csv":  func(w io.Writer, t Table) error { return WriteCSV(w, t, true) },
	".json": writeTableJSON,
	".xlsx": func(w io.Writer, t Table) error { return writeBook(w, t) },
}

// CanWriteTable says whether the name's extension is one that WriteTable knows: .csv, .json, .xlsx.
func CanWriteTable(name string) bool {
	_, ok := tableWriters[strings.ToLower(extension(name))]
	return ok
}

func extension(name string) string { return name[max(0, strings.LastIndexByte(name, '.')):] }

// WriteTable writes one table by a file's extension; data.ErrInvalid says that there is no such kind. A csv begins with a
// byte order mark, because people open it in spreadsheets.
func WriteTable(w io.Writer, extension string, t Table) error {
	write := tableWriters[strings.ToLower(extension)]
	if write == nil {
		return fmt.Errorf("write a table as %q: %w", extension, data.ErrInvalid)
	}
	return write(w, t)
}

// writeTableJSON writes each row as an object by its columns.
func writeTableJSON(w io.Writer, t Table) error {
	rows := make([]map[string]any, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = map[string]any{}
		for k, c := range t.Columns {
			rows[i][c] = row[k]
		}
	}
	return WriteJSON(w, rows)
}

// writeBook writes tables as the sheets of a spreadsheet.
func writeBook(w io.Writer, tables ...Table) error {
	f := excelize.NewFile()
	defer f.Close()
	for i, t := range tables {
		sheet := strings.ToUpper(t.Name[:1]) + t.Name[1:]
		var err error
		if i == 0 {
			err = f.SetSheetName(f.GetSheetName(0), sheet)
		} else {
			_, err = f.NewSheet(sheet)
		}
		if err != nil {
			return err
		}
		if err := writeSheet(f, sheet, t); err != nil {
			return err
		}
	}
	return f.Write(w)
}
