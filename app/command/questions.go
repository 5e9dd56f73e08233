package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/app"
	"entente/app/export"
	"entente/data"
	"entente/data/store"
)

// countryLine is a country in a list, with its place in the net of ties.
type countryLine struct {
	Country     data.Party `json:"country"`
	Name        string     `json:"name"`
	Partners    int        `json:"partners"`
	Reports     int        `json:"reports"`
	Cooperation int        `json:"cooperation"`
	Conflict    int        `json:"conflict"`
	Mixed       int        `json:"mixed"`
	Neutral     int        `json:"neutral"`
	Between     float64    `json:"between"`
}

func (r *runner) countries() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "countries [-- PATH...]",
		Short: "List the countries by how they stand in the net of ties",
		Long: `Countries lists each country that has ties: how many partners, how many reports of its ties, its ties by stance, and how
often it lies between others: the part of the shortest ways through the net that lead over it (betweenness centrality by
Brandes' algorithm, without weights).`,
		Example: `  entente countries
  entente countries --field energy --from 2023 --format csv`,
	}
	filter, format := filterFlagsFor(cmd), formatFlag(cmd, listFormats)
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		if err := checkFormat(*format, listFormats); err != nil {
			return err
		}
		return r.with(cmd, filter, paths, func(ctx context.Context, c *chosenSet) error {
			ties, err := c.lib.Ties(ctx, c.filter)
			if err != nil {
				return err
			}
			l := list[countryLine]{table: countryTable, cells: countryCells}
			for _, s := range app.Standings(ties) {
				l.rows = append(l.rows, countryLine{s.Country, c.scanner.Gazetteer().Name(s.Country, "en"), s.Degree, s.Reports,
					s.Stances[data.Cooperation], s.Stances[data.Conflict], s.Stances[data.Mixed], s.Stances[data.Neutral], thousandths(s.Between)})
			}
			return l.print(r, *format)
		})
	}
	return cmd
}

func countryTable(rows []countryLine) *table {
	t := newTable("COUNTRY", "PARTNERS", "REPORTS", "COOPERATION", "CONFLICT", "MIXED", "NEUTRAL", "BETWEEN").number(1, 2, 3, 4, 5, 6, 7)
	for _, c := range rows {
		t.add(c.Name, plain(c.Partners), plain(c.Reports), plain(c.Cooperation), plain(c.Conflict), plain(c.Mixed), plain(c.Neutral), percent(c.Between))
	}
	return t
}

func countryCells(rows []countryLine) export.Table {
	t := export.Table{Name: "countries", Columns: []string{"country", "name", "partners", "reports", "cooperation", "conflict", "mixed", "neutral", "between"}}
	for _, c := range rows {
		t.Rows = append(t.Rows, []any{string(c.Country), c.Name, c.Partners, c.Reports, c.Cooperation, c.Conflict, c.Mixed, c.Neutral, c.Between})
	}
	return t
}

// thousandths rounds a part of one.
func thousandths(f float64) float64 { return math.Round(f*1000) / 1000 }

// changeLine is a tie that differs between two periods.
type changeLine struct {
	Countries data.Pair   `json:"countries"`
	Names     [2]string   `json:"names"`
	Change    store.Shift `json:"change"`
	Before    data.Stance `json:"stance_before"`
	After     data.Stance `json:"stance_after"`
	Reports   [2]int      `json:"reports"` // before and after
	Passages  [2]int      `json:"passages"`
	Warmth    [2]float64  `json:"warmth"`
	Evidence  []int64     `json:"evidence"` // IDs of the passages of both periods
}

func (r *runner) changes() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "changes --before PERIOD --after PERIOD [-- PATH...]",
		Short: "List the ties that are new, ended, warmer or cooler in a later period",
		Long: `Changes compares two periods under the same conditions. A tie is new or ended when only one of the periods tells it, warmer
or cooler when the balance of cooperation and conflict in its passages moved by a tenth of the way or more. A period is a
date, 2023 or 2023-05, or two with a slash between. json and jsonl name the passages behind each.`,
		Example: `  entente changes --before 2022 --after 2023
  entente changes --before 2020/2022-06 --after 2022-07/2024 --country Serbia --format json`,
	}
	filter, format := filterFlagsFor(cmd), formatFlag(cmd, listFormats)
	before := cmd.Flags().String("before", "", "the earlier `PERIOD`: 2022, 2022-05, or 2020/2022")
	after := cmd.Flags().String("after", "", "the later `PERIOD`")
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		if err := checkFormat(*format, listFormats); err != nil {
			return err
		}
		earlier, err1 := periodOf("--before", *before)
		later, err2 := periodOf("--after", *after)
		if err := first(err1, err2); err != nil {
			return err
		}
		if filter.from != "" || filter.to != "" {
			return usageError{errors.New("changes takes its periods from --before and --after, not from --from and --to")}
		}
		return r.with(cmd, filter, paths, func(ctx context.Context, c *chosenSet) error {
			rows, err := changed(ctx, c, earlier, later)
			if err == nil && strings.HasPrefix(*format, "json") {
				err = addPassages(ctx, c, rows, earlier, later)
			}
			if err != nil {
				return err
			}
			return list[changeLine]{rows: rows, table: changeTable, cells: changeCells}.print(r, *format)
		})
	}
	return cmd
}

// periodOf reads a date, or two with a slash between.
func periodOf(flag, words string) (store.Between, error) {
	b, err := store.ParseBetween(words)
	if err != nil {
		return b, usageError{fmt.Errorf("%s %q is no period: write 2022, 2022-05, or 2020/2022", flag, words)}
	}
	return b, nil
}

func changed(ctx context.Context, c *chosenSet, before, after store.Between) ([]changeLine, error) {
	changes, err := c.lib.Changes(ctx, c.filter, before, after)
	if err != nil {
		return nil, err
	}
	party := export.PartyIn(c.scanner.Gazetteer(), english)
	rows := make([]changeLine, len(changes))
	for i, ch := range changes {
		a, b := &ch.Before, &ch.After
		rows[i] = changeLine{Countries: ch.Pair, Names: [2]string{party(ch.Pair[0]).Name, party(ch.Pair[1]).Name}, Change: ch.Shift,
			Before: a.Stance, After: b.Stance, Reports: [2]int{a.Reports, b.Reports}, Passages: [2]int{a.Passages, b.Passages},
			Warmth: [2]float64{hundredths(ch.Warmth[0]), hundredths(ch.Warmth[1])}, Evidence: []int64{}}
	}
	return rows, nil
}

// addPassages names the passages behind each change.
func addPassages(ctx context.Context, c *chosenSet, rows []changeLine, periods ...store.Between) error {
	place := map[data.Pair]int{}
	for i := range rows {
		place[rows[i].Countries] = i
	}
	for _, period := range periods {
		err := c.lib.EachEvidence(ctx, withoutTieConditions(period.In(c.filter)), func(e data.Evidence) error {
			if i, ok := place[e.Pair]; ok {
				rows[i].Evidence = append(rows[i].Evidence, e.ID)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for i := range rows {
		slices.Sort(rows[i].Evidence)
		rows[i].Evidence = slices.Compact(rows[i].Evidence)
	}
	return nil
}

// withoutTieConditions lets the passages of a tie through that meets the conditions on ties in another period only.
func withoutTieConditions(f data.Filter) data.Filter {
	f.Stances, f.MinReports = nil, 0
	return f
}

func hundredths(f float64) float64 { return math.Round(f*100) / 100 }

func changeTable(rows []changeLine) *table {
	t := newTable("CHANGE", "COUNTRIES", "BEFORE", "AFTER", "REPORTS", "PASSAGES")
	for _, c := range rows {
		t.add(c.Change, c.Names[0]+" – "+c.Names[1], dashed(string(c.Before)), dashed(string(c.After)),
			fmt.Sprintf("%d → %d", c.Reports[0], c.Reports[1]), fmt.Sprintf("%d → %d", c.Passages[0], c.Passages[1]))
	}
	return t
}

// dashed stands for what is not there.
func dashed(s string) string { return cmp.Or(s, "–") }

func changeCells(rows []changeLine) export.Table {
	t := export.Table{Name: "changes", Columns: []string{"change", "country_a", "country_b", "name_a", "name_b", "stance_before", "stance_after",
		"reports_before", "reports_after", "passages_before", "passages_after", "warmth_before", "warmth_after"}}
	for _, c := range rows {
		t.Rows = append(t.Rows, []any{string(c.Change), string(c.Countries[0]), string(c.Countries[1]), c.Names[0], c.Names[1], string(c.Before),
			string(c.After), c.Reports[0], c.Reports[1], c.Passages[0], c.Passages[1], c.Warmth[0], c.Warmth[1]})
	}
	return t
}
