package command

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/app/proof"
	"entente/data"
)

func (r *runner) snapshot() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "snapshot -o FILE [-- PATH...]",
		Short: "Draw the map to a picture",
		Long: `Snapshot draws the ties on the map as the window does, and writes a picture. Around the map stand its title, what
it counts, the projection, the period and the sources; --plain leaves them out. The file carries its evidence inside, which
verify checks: the passages with their places, and the facts of their articles, but no whole texts.`,
		Example: `  entente snapshot -o map.png
  entente snapshot -o map.svg --plain
  entente snapshot -o page.pdf --size a4 --tie-names figure
  entente snapshot -o poster.png --size 8k
  entente snapshot -o balkans.png --region balkans --size 2400x1600 --theme dark
  entente snapshot -o serbia.png --country Serbia --region Serbia --title "Serbia's ties"
  entente snapshot -o map.png -- articles/`,
	}
	filter, p := filterFlagsFor(cmd), pictureFlagsFor(cmd, "1920x1080", 0)
	output := outputFlag(cmd, strings.Join(proof.PictureFormats, ", ")+" by its ending; - for png on standard output")
	plainMap := cmd.Flags().Bool("plain", false, "the map alone, with no title and notes around it")
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		if *output == "" {
			return errNoOutput("snapshot")
		}
		format := strings.ToLower(strings.TrimPrefix(filepath.Ext(*output), "."))
		if *output == "-" {
			format = "png"
		}
		if !slices.Contains(proof.PictureFormats, format) {
			return usageError{fmt.Errorf("-o %s: the name must end in .%s", *output, strings.Join(proof.PictureFormats, ", ."))}
		}
		return r.with(cmd, filter, paths, func(ctx context.Context, c *chosenSet) error {
			picture, err := p.check(c.scanner.Gazetteer())
			if err == nil {
				err = picture.take(c.view, cmd.Flags().Changed)
			}
			if err != nil {
				return err
			}
			if picture.say, err = r.speak(*p.language); err != nil {
				return err
			}
			if !cmd.Flags().Changed("title") && len(paths) == 0 {
				picture.title = titleOf(c.lib, picture.say)
			}
			set, err := r.gather(ctx, c, picture.say)
			if err != nil {
				return err
			}
			evidence, err := r.proof(proof.Snapshot, set, picture)
			if err != nil {
				return err
			}
			if evidence != nil {
				evidence.View.Keep(c.filter, data.Pair{}, "")
			}
			return r.writeTo(*output, func(w io.Writer) error { return r.draw(w, format, picture, set, !*plainMap, evidence) })
		})
	}
	return cmd
}
