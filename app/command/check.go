package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"entente/app"
)

func (r *runner) check() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Check that the library is whole",
		Long: `Check looks through the whole library: the file, every text, every passage against the words at its place, and the
search index. It changes nothing. Each problem is named on standard error, and the exit status is 1 where there is one.`,
		Example: `  entente check
  entente check --library balkans.entente`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := app.NewScanner(r.Assets)
			if err != nil {
				return err
			}
			lib, err := r.open(cmd.Context(), s, false)
			if err != nil {
				return err
			}
			problems, err := lib.Check(cmd.Context())
			for _, p := range problems {
				r.say("%s: %s", p.Where, p.What)
			}
			stats, failed := lib.Stats(cmd.Context())
			if err := first(err, failed, lib.Close(), part(len(problems))); err != nil {
				return err
			}
			_, err = fmt.Fprintf(r.Stdout, "%s is whole: %s, %s, %s.\n", lib.Path(), counted(stats.Articles, "article"),
				counted(stats.Ties, "tie"), counted(stats.Evidence, "passage"))
			return err
		},
	}
}
