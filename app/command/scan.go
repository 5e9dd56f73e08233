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
	"entente/data/text"
)

func (r *runner) scan() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "scan PATH...|-",
		Short: "Find the ties in articles and print them, storing nothing",
		Long: `Scan reads articles, folders of articles, or standard input (-), and prints what it finds: one JSON object a line
per article, or a table. It reads files of text, Markdown, HTML, Word (.docx), OpenDocument (.odt), RTF and PDF. Offsets count Unicode code points into "text", end exclusive. With --explain it tells in plain words
why: what named a country, which pairs were considered, what spoke for and against each, and what was turned down.`,
		Example: `  entente scan article.txt
  entente scan --format table articles/
  entente scan --explain article.txt
  cat article.html | entente scan -`,
		Args: atLeastOne("PATH"),
	}
	format := formatFlag(cmd, scanFormats)
	explain := cmd.Flags().Bool("explain", false, "tell why, in plain words, instead of printing records")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := checkFormat(*format, scanFormats); err != nil {
			return err
		}
		if *explain {
			*format = "explain"
		}
		return r.runScan(cmd, args, *format)
	}
	return cmd
}

// scanFormats are the forms in which findings are printed.
var scanFormats = []string{"jsonl", "table"}

func (r *runner) runScan(cmd *cobra.Command, paths []string, format string) error {
	s, err := app.NewScanner(r.Assets)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(r.Stdout, 1<<16)
	failures, read := 0, 0
	skipped := &ingest.Skipped{}
	err = app.Each(cmd.Context(), app.Paths(paths, ingest.Options{Stdin: r.Stdin, Skipped: skipped}),
		func(a *data.Article) ([]byte, error) {
			var b bytes.Buffer
			err := printFindings(&b, a, s, format)
			return b.Bytes(), err
		},
		func(printed []byte, err error) error {
			if err != nil {
				failures++
				r.failed(err)
				return nil
			}
			read++
			if _, err = out.Write(printed); err != nil {
				return fmt.Errorf("write standard output: %w", err)
			}
			return nil
		})
	if err := first(err, flush(out)); err != nil {
		return err
	}
	return first(r.skips(skipped, read, failures), part(failures))
}

// printFindings scans one article and prints what was found.
func printFindings(w io.Writer, a *data.Article, s *app.Scanner, format string) error {
	switch format {
	case "explain":
		return printExplanation(w, a, s.Explain(a), s.Gazetteer())
	case "table":
		return printTies(w, a, s.Scan(a), s.Gazetteer())
	}
	return export.WriteLine(w, export.RecordOf(a, s.Scan(a)))
}

// printTies prints an article's title and a table of its ties.
func printTies(w io.Writer, a *data.Article, f data.Findings, n namer) error {
	title := text.Heading(a)
	if title == "" {
		title = "(no text)"
	}
	fmt.Fprintf(w, "%s\n%s\n", oneLine(title), oneLine(a.Source))
	ties := data.Ties(f.Evidence, nil)
	if len(ties) == 0 {
		_, err := fmt.Fprint(w, "No ties.\n\n")
		return err
	}
	t := newTable("COUNTRIES", "STANCE", "FIELDS", "PASSAGES", "CONFIDENCE").number(3, 4)
	for i := range ties {
		t.add(pairName(n, ties[i].Pair), ties[i].Stance, fieldNames(ties[i].Fields), ties[i].Passages, percent(ties[i].Confidence))
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

// percent gives a confidence for people. It stops at 99: rules that read words are never certain.
func percent(share float64) string { return fmt.Sprintf("%.0f %%", min(100*share, 99)) }

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
