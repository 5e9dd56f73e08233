package command

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"entente/app"
	"entente/data/ingest"
)

func (r *runner) importing() *cobra.Command {
	return &cobra.Command{
		Use:   "import PATH...|-",
		Short: "Read articles into the library",
		Long: `Import reads articles, folders of articles, or standard input (-), finds the ties in them and keeps all of it in the
library. Files of text (.txt), Markdown (.md), HTML, Word (.docx), OpenDocument (.odt), RTF and PDF are read. Articles that the library holds already are left alone, so an import that was interrupted can simply be repeated.`,
		Example: `  entente import articles/
  entente import --library balkans.entente report.html notes.docx paper.pdf`,
		Args: atLeastOne("PATH"),
		RunE: r.runImport,
	}
}

func (r *runner) runImport(cmd *cobra.Command, paths []string) error {
	s, err := app.NewScanner(r.Assets)
	if err != nil {
		return err
	}
	lib, err := r.open(cmd.Context(), s, true)
	if err != nil {
		return err
	}
	bar := newProgressBar(r.Stderr)
	began := time.Now()
	skipped := &ingest.Skipped{}
	o := app.ImportOptions{Ingest: ingest.Options{Stdin: r.Stdin, Skipped: skipped}, Failed: func(err error) {
		bar.clear()
		r.failed(err)
	}}
	summary, err := app.Import(cmd.Context(), lib, s, paths, o, bar.show)
	bar.clear()
	closed := lib.Close()
	fmt.Fprintf(r.Stdout, "%s: %s added, %s known already, %s failed (%s)\n", lib.Path(), counted(summary.Added, "article"),
		plain(summary.Duplicates), plain(summary.Failed), time.Since(began).Round(10*time.Millisecond))
	if err := first(err, closed); err != nil {
		return err
	}
	return first(r.skips(skipped, summary.Added+summary.Duplicates, summary.Failed), part(summary.Failed))
}

// counted gives "1 article" or "12,500 articles".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return plain(n) + " " + noun + "s"
}

// plain gives a number with commas between thousands.
func plain(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
