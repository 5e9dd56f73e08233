package command

import (
	"time"

	"github.com/spf13/cobra"

	"entente/app"
	"entente/app/export"
	"entente/data"
	"entente/data/store"
)

// decisionRow is one decision as it is printed.
type decisionRow struct {
	ID      int64       `json:"id"`
	Step    int64       `json:"step"` // decisions of one step are undone together
	Made    string      `json:"made"` // RFC 3339, UTC
	Who     string      `json:"who"`
	Action  data.Action `json:"action"`
	Pair    string      `json:"pair"`
	Words   string      `json:"words"`
	Before  string      `json:"before"`
	After   string      `json:"after"`
	State   string      `json:"state"` // stands, undone, lost
	Article int64       `json:"article"`
	Title   string      `json:"title"`
}

func (r *runner) decisions() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "decisions",
		Short: "List who decided what, and when",
		Long: `Decisions lists all that people decided in the library, in the order in which they did: who, when, about which words,
what stood before and what they made of it. What was undone is listed too, and a decision whose words are not found any
more is told as lost. The window takes decisions and undoes them.`,
		Example: `  entente decisions
  entente decisions --library balkans.entente --format csv > decisions.csv`,
		Args: cobra.NoArgs,
	}
	format := formatFlag(cmd, listFormats)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := checkFormat(*format, listFormats); err != nil {
			return err
		}
		s, err := app.NewLateScanner(r.Assets)
		if err != nil {
			return err
		}
		lib, err := r.open(cmd.Context(), s, false)
		if err != nil {
			return err
		}
		all, err := lib.Decisions(cmd.Context())
		if err == nil {
			err = list[decisionRow]{rows: decisionRows(all), table: decisionTable, cells: decisionCells}.print(r, *format)
		}
		return first(err, lib.Close())
	}
	return cmd
}

func decisionRows(all []store.Judged) (rows []decisionRow) {
	for i := range all {
		j := &all[i]
		row := decisionRow{ID: j.ID, Step: j.Step, Made: j.Made.UTC().Format(time.RFC3339), Who: j.Who, Action: j.Action,
			Words: j.Text, Before: j.Before, After: j.After, State: "stands", Article: j.ArticleID, Title: j.Title}
		if j.Pair.Valid() {
			row.Pair = j.Pair.String()
		}
		if j.Subject != "" && j.Action != data.ActJoin {
			row.Words = j.Subject
		}
		switch {
		case j.Undone:
			row.State = "undone"
		case j.Lost:
			row.State = "lost"
		}
		rows = append(rows, row)
	}
	return rows
}

func decisionTable(rows []decisionRow) *table {
	t := newTable("MADE", "WHO", "ACTION", "COUNTRIES", "WORDS", "BEFORE", "AFTER", "STATE")
	for _, row := range rows {
		t.add(row.Made, row.Who, row.Action, row.Pair, row.Words, row.Before, row.After, row.State)
	}
	return t
}

func decisionCells(rows []decisionRow) export.Table {
	t := export.Table{Name: "decisions", Columns: []string{"id", "step", "made", "who", "action", "countries", "words", "before",
		"after", "state", "article", "title"}}
	for _, row := range rows {
		t.Rows = append(t.Rows, []any{row.ID, row.Step, row.Made, row.Who, string(row.Action), row.Pair, row.Words, row.Before,
			row.After, row.State, row.Article, row.Title})
	}
	return t
}
