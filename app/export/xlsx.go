package export

import (
	"io"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// cellLimit is the most characters that a spreadsheet takes in one cell.
const cellLimit = excelize.TotalCellChars

// writeXLSX writes each of Tables as a sheet, with a head that stays in sight and can be filtered by.
func writeXLSX(w io.Writer, s *Set, _ Options) error {
	var tables []Table
	for _, name := range Tables {
		t, err := s.table(name)
		if err != nil {
			return err
		}
		tables = append(tables, t)
	}
	return writeBook(w, tables...)
}

func writeSheet(f *excelize.File, sheet string, t Table) error {
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	out, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = excelize.Cell{StyleID: bold, Value: c}
		if err := out.SetColWidth(i+1, i+1, columnWidth(c)); err != nil {
			return err
		}
	}
	if err := out.SetRow("A1", head); err != nil {
		return err
	}
	for i, row := range t.Rows {
		at, err := excelize.CoordinatesToCellName(1, i+2)
		if err != nil {
			return err
		}
		if err := out.SetRow(at, sheetRow(row)); err != nil {
			return err
		}
	}
	return out.Flush()
}

// sheetRow cuts text to what a cell takes. Text is stored as text, so a formula in an article stays words.
func sheetRow(row []any) []any {
	out := make([]any, len(row))
	for i, cell := range row {
		if s, ok := cell.(string); ok && utf8.RuneCountInString(s) > cellLimit {
			cell = string([]rune(s)[:cellLimit-1]) + "…"
		}
		out[i] = cell
	}
	return out
}

// columnWidth gives columns of whole sentences more room, in characters.
func columnWidth(column string) float64 {
	switch column {
	case "quote":
		return 80
	case "title", "figures", "fields", "address", "source":
		return 30
	}
	return 13
}
