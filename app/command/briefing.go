package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/app/briefing"
	"entente/app/export"
	"entente/app/proof"
	"entente/data"
	"entente/geo"
	"entente/geo/draw"
)

func (r *runner) briefing() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "briefing -o FILE [-- PATH...]",
		Short: "Write a document in which every claim is numbered back to its words",
		Long: `Briefing writes the map, a table of the heaviest ties, all ties in order of weight, each passage with its number, the sources, the contradictions
and how it was made: as one page (html), for printing (pdf), for Word and LibreOffice (docx), or for notes (md). The file
carries its evidence inside, which verify checks.`,
		Example: `  entente briefing -o ties.html
  entente briefing -o serbia.docx --country Serbia --from 2022 --title "Serbia since 2022"
  entente briefing -o short.pdf --top 20 --passages 5
  entente briefing -o ties.html -- articles/`,
	}
	filter, p := filterFlagsFor(cmd), pictureFlagsFor(cmd, "2000x1120", 2)
	top := cmd.Flags().Int("top", 0, "only the `N` heaviest ties; 0 for all")
	passages := cmd.Flags().Int("passages", 0, "only the `N` surest passages of each tie, and those whose figures contradict each other; 0 for all")
	output := outputFlag(cmd, strings.Join(briefing.Formats(), ", ")+" by its ending; - for html on standard output")
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		format := "html"
		switch {
		case min(*top, *passages) < 0:
			return usageError{errors.New("--top and --passages are 0 or more")}
		case *output == "":
			return errNoOutput("briefing")
		case *output != "-":
			var err error
			if format, err = briefing.FormatOf(*output); err != nil {
				return usageError{fmt.Errorf("-o %s: the name must end in .%s", *output, strings.Join(briefing.Formats(), ", ."))}
			}
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
			set, err := r.gather(ctx, c, picture.say)
			if err != nil {
				return err
			}
			document, err := r.document(set, picture, set.Shorten(*top, *passages))
			if err != nil {
				return err
			}
			return r.writeTo(*output, func(w io.Writer) error { return document.Write(w, format) })
		})
	}
	return cmd
}

// document makes the briefing of a set, from which this was left out.
func (r *runner) document(set *export.Set, p picture, left export.Left) (*briefing.Document, error) {
	in := briefing.Input{Title: p.title, Conditions: set.Filter, Made: set.Made, Version: r.Version, Ties: set.Ties,
		Articles: slices.Clone(set.Articles), Grades: set.Grades, Name: func(c data.Party) string { return set.Party(c).Name }, Words: p.say}
	var picture bytes.Buffer
	if err := r.draw(&picture, "png", p, set, false, nil); err != nil {
		return nil, err
	}
	var err error
	if in.Evidence, err = r.proof(proof.Briefing, set, p); err != nil {
		return nil, err
	}
	world, err := geo.Load(r.Assets)
	if err != nil {
		return nil, fmt.Errorf("load the world: %w", err)
	}
	in.Map, in.View, in.Region, in.Left = picture.Bytes(), p.view(world, set.Ties), p.region, left
	if in.Fonts, err = draw.LoadFonts(r.Assets); err != nil {
		return nil, fmt.Errorf("load fonts: %w", err)
	}
	return briefing.New(in)
}
