package command

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"entente/app"
)

func (r *runner) rescan() *cobra.Command {
	return &cobra.Command{
		Use:   "rescan",
		Short: "Find the ties of the library anew where the rules are newer",
		Long: `Rescan goes through the articles whose ties were found by another version of the rules, or before somebody corrected a
name or marked furniture, and finds them anew. What people decided stays. It can be stopped at any moment; repeat it and it
goes on from there.`,
		Example: `  entente rescan
  entente rescan --library balkans.entente`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := app.NewScanner(r.Assets)
			if err != nil {
				return err
			}
			lib, err := r.open(cmd.Context(), s, true)
			if err != nil {
				return err
			}
			bar := newProgressBar(r.Stderr)
			done, err := app.Rescan(cmd.Context(), lib, s, bar.show)
			bar.clear()
			closed := lib.Close()
			var unread *app.Unread
			if errors.As(err, &unread) {
				for _, e := range unread.Errors {
					r.say("%s", e)
				}
				err = errPart
			}
			fmt.Fprintf(r.Stdout, "%s: %s scanned anew\n", lib.Path(), counted(done, "article"))
			return first(err, closed)
		},
	}
}
