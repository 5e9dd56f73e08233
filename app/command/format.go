package command

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/app/export"
)

// listFormats are the forms in which lists are printed.
var listFormats = []string{"table", "csv", "json", "jsonl"}

// formatFlag adds --format to a command that prints a list.
func formatFlag(cmd *cobra.Command, formats []string) *string {
	format := cmd.Flags().String("format", formats[0], strings.Join(formats[:len(formats)-1], ", ")+" or "+formats[len(formats)-1])
	cmd.RegisterFlagCompletionFunc("format", among(formats))
	return format
}

// checkFormat refuses a format that is not in the list.
func checkFormat(format string, formats []string) error {
	if !slices.Contains(formats, format) {
		return usageError{fmt.Errorf("--format %q is not one of %s", format, strings.Join(formats, ", "))}
	}
	return nil
}

// list is rows that can be printed in every list format.
type list[T any] struct {
	rows  []T
	table func([]T) *table       // for people
	cells func([]T) export.Table // for spreadsheets
}

// print prints the list in a format that was checked. An empty table is told in words too.
func (l list[T]) print(r *runner, format string) error {
	if len(l.rows) == 0 && format == "table" {
		r.say("nothing meets the conditions")
	}
	out := bufio.NewWriter(r.Stdout)
	var err error
	switch format {
	case "table":
		err = l.table(l.rows).write(out)
	case "csv":
		err = export.WriteCSV(out, l.cells(l.rows), false)
	case "json":
		if l.rows == nil {
			l.rows = []T{}
		}
		err = export.WriteJSON(out, l.rows)
	case "jsonl":
		for _, row := range l.rows {
			if err = export.WriteLine(out, row); err != nil {
				break
			}
		}
	}
	if err != nil {
		return fmt.Errorf("write standard output: %w", err)
	}
	return flush(out)
}
