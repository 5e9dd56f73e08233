package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"entente/app"
	"entente/app/proof"
	"entente/data"
	"entente/data/store"
)

// mostVerified is the largest file that is verified, in bytes.
const mostVerified = 1 << 30

func (r *runner) verify() *cobra.Command {
	return &cobra.Command{
		Use:   "verify FILE",
		Short: "Check a snapshot or briefing against its evidence",
		Long: `Verify reads a picture or document that Entente made and checks whether it still shows what it was made from: that
the picture or the pages are as they were made, and that every passage stands in its article as quoted. Passages are held
against the articles of the library; where it does not have an article, against what the file itself says of it.
It finds mistakes and changes. It is no signature: it does not tell who made the file.

The exit status is 0 where all holds, 1 where something does not or the file carries no evidence.`,
		Example: `  entente verify map.png
  entente verify --library balkans.entente serbia.html`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{fmt.Errorf("verify needs one file, got %d", len(args))}
			}
			return nil
		},
		ValidArgsFunction: cobra.FixedCompletions([]string{"png", "svg", "pdf", "html", "docx", "md"}, cobra.ShellCompDirectiveFilterFileExt),
		RunE:              r.runVerify,
	}
}

func (r *runner) runVerify(cmd *cobra.Command, args []string) error {
	path := args[0]
	file, err := readWhole(path)
	if err != nil {
		return errors.New(sentence(err))
	}
	lib, err := r.texts(cmd.Context())
	if err != nil {
		return err
	}
	var texts proof.Texts
	if lib != nil {
		defer lib.Close()
		texts = lib
	}
	report, err := proof.Verify(cmd.Context(), file, texts)
	switch {
	case errors.Is(err, proof.ErrNone):
		return fmt.Errorf("%s carries no evidence. Entente did not make it, another program took the evidence out, or it was made with --no-evidence", path)
	case err != nil:
		return fmt.Errorf("%s: %s", path, sentence(err))
	}
	if err := r.printReport(path, report); err != nil {
		return err
	}
	return part(len(report.Problems))
}

// texts opens the library to check against: the one that was named, else the default one if there is one, else none.
func (r *runner) texts(ctx context.Context) (*store.Library, error) {
	if r.library == "" {
		path, err := app.DefaultLibrary()
		if err != nil {
			return nil, nil //nolint:nilerr // there is no data folder, so there is no library
		}
		if _, err := os.Stat(path); err != nil {
			return nil, nil //nolint:nilerr // none was made yet, and checking a file is no reason to
		}
	}
	s, err := app.NewScanner(r.Assets)
	if err != nil {
		return nil, err
	}
	return r.open(ctx, s, false)
}

// readWhole reads a file that is not larger than a snapshot or briefing can be.
func readWhole(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	file, err := io.ReadAll(io.LimitReader(f, mostVerified+1))
	if err == nil && len(file) > mostVerified {
		err = &data.InputError{Path: path, Reason: "it is too large for a snapshot or briefing"}
	}
	return file, err
}

// printReport prints what holds, then what does not.
func (r *runner) printReport(path string, p *proof.Report) error {
	var b bytes.Buffer
	rec := p.Record
	day, _, _ := strings.Cut(rec.Made, "T")
	fmt.Fprintf(&b, "%s: a %s (%s) made by %s on %s, with %s and %s from %s\n", path, oneLine(rec.Kind), p.Format, oneLine(rec.Program),
		oneLine(day), counted(len(rec.Ties), "tie"), counted(rec.Passages(), "passage"), counted(len(rec.Articles), "article"))
	if p.InLibrary > 0 {
		fmt.Fprintf(&b, "holds: %s in the library's articles as quoted\n", stand(p.InLibrary))
	}
	if p.Carried > 0 {
		fmt.Fprintf(&b, "holds: %s where the file says, in articles that the library does not have\n", stand(p.Carried))
	}
	for _, x := range p.Problems {
		fmt.Fprintf(&b, "does not hold: %s: %s\n", oneLine(x.Where), oneLine(x.What))
	}
	if len(p.Problems) == 0 {
		b.WriteString("holds: what the file shows is as it was made\nAll of it holds.\n")
	} else {
		fmt.Fprintf(&b, "%s found.\n", counted(len(p.Problems), "problem"))
	}
	if _, err := r.Stdout.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write standard output: %w", err)
	}
	return nil
}

// stand gives "1 passage stands" or "12 passages stand".
func stand(n int) string {
	if n == 1 {
		return "1 passage stands"
	}
	return counted(n, "passage") + " stand"
}
