package command

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"entente/app"
	"entente/app/export"
	"entente/data"
	"entente/data/ingest"
)

func (r *runner) scan() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "scan PATH...|-",
		Short: "Find the ties in articles and print them, storing nothing",
		Long: `Scan reads articles, folders of articles, or standard input (-), and prints what it finds: one JSON object a line
per article, or a table. Offsets count Unicode code points into "text", end exclusive.`,
		Example: `  entente scan article.txt
  entente scan --format table articles/
  cat article.html | entente scan -`,
		Args: atLeastOne("PATH"),
		RunE: func(cmd *cobra.Command, args []string) error { return r.runScan(cmd, args, format) },
	}
	cmd.Flags().StringVar(&format, "format", "jsonl", "jsonl or table")
	return cmd
}

// printer writes what was found in one article.
type printer func(w io.Writer, a *data.Article, f data.Findings) error

func (r *runner) runScan(cmd *cobra.Command, paths []string, format string) error {
	scanner, err := app.NewScanner(r.Assets)
	if err != nil {
		return err
	}
	print, err := scanPrinter(format, scanner)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(r.Stdout, 1<<16)
	failures := 0
	err = app.Each(cmd.Context(), app.Paths(paths, ingest.Options{Stdin: r.Stdin}),
		func(a *data.Article) ([]byte, error) {
			var b bytes.Buffer
			err := print(&b, a, scanner.Scan(a))
			return b.Bytes(), err
		},
		func(printed []byte, err error) error {
			if err != nil {
				failures++
				r.failed(err)
				return nil
			}
			if _, err = out.Write(printed); err != nil {
				return fmt.Errorf("write standard output: %w", err)
			}
			return nil
		})
	return first(err, flush(out), part(failures))
}

// scanPrinter gives the printer of a format.
func scanPrinter(format string, s *app.Scanner) (printer, error) {
	switch format {
	case "jsonl":
		return func(w io.Writer, a *data.Article, f data.Findings) error {
			return export.WriteLine(w, export.RecordOf(a, f))
		}, nil
	case "table":
		return func(w io.Writer, a *data.Article, f data.Findings) error { return printTies(w, a, f, s) }, nil
	}
	return nil, usageError{fmt.Errorf("--format %q is not one of jsonl, table", format)}
}

// printTies prints an article's title and a table of its ties.
func printTies(w io.Writer, a *data.Article, f data.Findings, s *app.Scanner) error {
	title := a.Title
	if title == "" {
		title = "(no title)"
	}
	fmt.Fprintf(w, "%s\n%s\n", oneLine(title), oneLine(a.Source))
	ties := data.Ties(f.Evidence, nil)
	if len(ties) == 0 {
		_, err := fmt.Fprint(w, "No ties.\n\n")
		return err
	}
	t := newTable("COUNTRIES", "STANCE", "FIELDS", "PASSAGES", "CONFIDENCE").number(3, 4)
	for i := range ties {
		t.add(pairName(s.Gazetteer(), ties[i].Pair), ties[i].Stance, fieldNames(ties[i].Fields), ties[i].Passages, percent(ties[i].Confidence))
	}
	if err := t.write(w); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w)
	return err
}

// namer gives the display name of a party in a language.
type namer interface {
	Name(c data.Party, lang string) string
}

func pairName(n namer, p data.Pair) string { return n.Name(p[0], "en") + " – " + n.Name(p[1], "en") }

func fieldNames(fields []data.Field) string {
	words := make([]string, len(fields))
	for i, f := range fields {
		words[i] = string(f)
	}
	return strings.Join(words, ", ")
}

func percent(share float64) string { return fmt.Sprintf("%.0f %%", share*100) }

// flush empties a buffered standard output.
func flush(out *bufio.Writer) error {
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write standard output: %w", err)
	}
	return nil
}

// first gives the first error that is one.
func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// part is errPart where there were failures.
func part(failures int) error {
	if failures > 0 {
		return errPart
	}
	return nil
}

// atLeastOne refuses an empty list of what.
func atLeastOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usageError{fmt.Errorf("%s needs at least one %s", cmd.Name(), what)}
		}
		return nil
	}
}
