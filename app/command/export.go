package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"entente/app/export"
	"entente/app/words"
)

// outputFlag adds -o to a command that writes a file.
func outputFlag(cmd *cobra.Command, what string) *string {
	return cmd.Flags().StringP("output", "o", "", "the `FILE` to write: "+what)
}

func (r *runner) exporting() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "export -o FILE [-- PATH...]",
		Short: "Write ties and evidence for other programs",
		Long: `Export writes the ties and their evidence in the format that the file's name asks for: csv, xlsx and json for tables,
geojson and kml for maps, gexf and graphml for graphs. With -o - it writes to standard output, in the --format given.`,
		Example: `  entente export -o ties.xlsx
  entente export -o ties.csv --table ties --bom
  entente export -o map.geojson --country Serbia -- articles/
  entente export -o - --format json`,
	}
	filter, output := filterFlagsFor(cmd), outputFlag(cmd, strings.Join(export.Formats(), ", ")+" by its ending; - for standard output")
	format := cmd.Flags().String("format", "", "the format, whatever the file's name")
	language := languageFlag(cmd)
	o := export.Options{}
	cmd.Flags().StringVar(&o.Table, "table", "evidence", "csv only: which `TABLE`, "+strings.Join(export.Tables, ", "))
	cmd.Flags().BoolVar(&o.BOM, "bom", false, "csv only: begin with a byte order mark, for older spreadsheets")
	cmd.RegisterFlagCompletionFunc("format", among(export.Formats()))
	cmd.RegisterFlagCompletionFunc("table", among(export.Tables))
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		name, err := exportFormat(*output, *format, o)
		if err != nil {
			return err
		}
		return r.with(cmd, filter, paths, func(ctx context.Context, c *chosenSet) error {
			say, err := r.speak(*language)
			if err != nil {
				return err
			}
			set, err := r.gather(ctx, c, say)
			if err != nil {
				return err
			}
			return r.writeTo(*output, func(w io.Writer) error { return export.Write(w, name, set, o) })
		})
	}
	return cmd
}

// exportFormat checks what to write where.
func exportFormat(output, format string, o export.Options) (string, error) {
	if output == "" {
		return "", errNoOutput("export")
	}
	if !slices.Contains(export.Tables, o.Table) {
		return "", usageError{fmt.Errorf("--table %q is not one of %s", o.Table, strings.Join(export.Tables, ", "))}
	}
	if format == "" && output == "-" {
		return "", usageError{errors.New("export to standard output needs a --format: " + strings.Join(export.Formats(), ", "))}
	}
	if format == "" {
		var err error
		if format, err = export.FormatOf(output); err != nil {
			return "", usageError{fmt.Errorf("-o %s: the name must end in one of .%s", output, strings.Join(export.Formats(), ", ."))}
		}
	}
	if !slices.Contains(export.Formats(), format) {
		return "", usageError{fmt.Errorf("--format %q is not one of %s", format, strings.Join(export.Formats(), ", "))}
	}
	return format, nil
}

// gather reads what was chosen.
func (r *runner) gather(ctx context.Context, c *chosenSet, say *words.Table) (*export.Set, error) {
	set, err := export.Gather(ctx, c.lib, c.filter, c.scanner.Gazetteer(), say)
	if err != nil {
		return nil, err
	}
	set.Title, set.Made = "Entente", time.Now()
	return set, nil
}

// writeTo writes a file whole or not at all, or standard output for "-".
func (r *runner) writeTo(output string, write func(io.Writer) error) error {
	if output == "-" {
		return write(r.Stdout)
	}
	return export.File(output, write)
}
