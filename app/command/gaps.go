package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"entente/app"
	"entente/app/export"
	"entente/data"
)

// gapLine is something that the articles do not tell, or tell once.
type gapLine struct {
	Gap       app.GapKind  `json:"gap"`
	Countries []data.Party `json:"countries"`
	Names     []string     `json:"names"`
	Articles  int          `json:"articles"`
	Reports   int          `json:"reports"`
}

func (r *runner) gaps() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "gaps [-- PATH...]",
		Short: "List what the articles leave open",
		Long: `Gaps lists the pairs that the articles name within a sentence's length of each other without stating a tie (together), the
ties that one report alone tells (single), the countries that are named and have no tie (untied), and those that no article
names (unnamed). A gap may be in the world, in the sources, or in what the rules can read.`,
		Example: `  entente gaps
  entente gaps --country Serbia --from 2023 --format csv`,
	}
	filter, format := filterFlagsFor(cmd), formatFlag(cmd, listFormats)
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		if err := checkFormat(*format, listFormats); err != nil {
			return err
		}
		return r.with(cmd, filter, paths, func(ctx context.Context, c *chosenSet) error {
			l := list[gapLine]{table: gapTable, cells: gapCells}
			places := c.scanner.Gazetteer()
			found, err := app.FindGaps(ctx, c.lib, c.filter, places)
			for _, g := range found {
				line := gapLine{Gap: g.Kind, Countries: g.Countries, Articles: g.Articles, Reports: g.Reports}
				for _, p := range g.Countries {
					line.Names = append(line.Names, places.Name(p, "en"))
				}
				l.rows = append(l.rows, line)
			}
			return first(err, l.print(r, *format))
		})
	}
	return cmd
}

func gapTable(rows []gapLine) *table {
	t := newTable("GAP", "COUNTRIES", "ARTICLES", "REPORTS").number(2, 3)
	for _, g := range rows {
		t.add(g.Gap, strings.Join(g.Names, " – "), plain(g.Articles), plain(g.Reports))
	}
	return t
}

func gapCells(rows []gapLine) export.Table {
	t := export.Table{Name: "gaps", Columns: []string{"gap", "country_a", "country_b", "name_a", "name_b", "articles", "reports"}}
	for _, g := range rows {
		cells := []any{string(g.Gap), string(g.Countries[0]), "", g.Names[0], "", g.Articles, g.Reports}
		if len(g.Countries) > 1 {
			cells[2], cells[4] = string(g.Countries[1]), g.Names[1]
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}
