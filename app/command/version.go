package command

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"
)

func (r *runner) version() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  entente version",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(r.Stdout, "entente %s (%s, %s/%s)\n", r.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
