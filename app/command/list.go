package command

import (
	"bufio"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"entente/app/export"
	"entente/data"
	"entente/data/store"
	"entente/data/text"
)

func (r *runner) ties() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "ties [-- PATH...]",
		Short: "List who is tied to whom, the heaviest tie first",
		Long: `Ties lists the ties of the library, or of the articles that are named, those with the most independent reports first.
Articles named here are scanned and not kept. Evidence takes the same conditions and lists the passages.`,
		Example: `  entente ties
  entente ties --country Serbia --field trade,energy --from 2023
  entente ties --between Serbia,Japan
  entente ties --format csv > ties.csv
  entente ties -- articles/`,
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
			l := list[export.TieRow]{table: tieTable, cells: export.TieTable}
			party := export.PartyIn(c.scanner.Gazetteer(), english)
			for i := range ties {
				l.rows = append(l.rows, export.TieRowOf(&ties[i], party))
			}
			return l.print(r, *format)
		})
	}
	return cmd
}

func tieTable(rows []export.TieRow) *table {
	t := newTable("COUNTRIES", "STANCE", "FIELDS", "REPORTS", "ARTICLES", "PASSAGES", "CONFIDENCE", "NOTE").number(3, 4, 5, 6)
	for _, row := range rows {
		t.add(row.Names[0]+" – "+row.Names[1], row.Stance, fieldNames(row.Fields), plain(row.Reports), plain(row.Articles),
			plain(row.Passages), percent(row.Confidence), tieNote(row))
	}
	return t
}

// tieNote is what a reader of a tie should not miss.
func tieNote(row export.TieRow) string {
	switch {
	case row.Planned && row.Disputed:
		return "planned; figures disagree"
	case row.Planned:
		return "planned"
	case row.Disputed:
		return "figures disagree"
	}
	return ""
}

func (r *runner) evidence() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "evidence [-- PATH...]",
		Short: "List the passages that support the ties",
		Long: `Evidence lists each passage that states a relation, with its article. In csv, json and jsonl, start and end count
Unicode code points into the article's text, end exclusive. Here --stance is that of the passage itself, in whatever tie it
stands; mixed lists all passages of mixed ties.`,
		Example: `  entente evidence --between RS,JP --min-confidence 70
  entente evidence --stance conflict --format jsonl`,
	}
	filter, format := filterFlagsFor(cmd), formatFlag(cmd, listFormats)
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		if err := checkFormat(*format, listFormats); err != nil {
			return err
		}
		return r.with(cmd, filter, paths, func(ctx context.Context, c *chosenSet) error {
			if *format == "jsonl" {
				return r.streamEvidence(ctx, c)
			}
			var rows []export.EvidenceRow
			err := eachRow(ctx, c, func(row export.EvidenceRow) error {
				rows = append(rows, row)
				return nil
			})
			if err != nil {
				return err
			}
			return list[export.EvidenceRow]{rows: rows, table: evidenceTable, cells: export.EvidenceTable}.print(r, *format)
		})
	}
	return cmd
}

// streamEvidence prints evidence as it is read, so that a large library takes no more memory than a small one.
func (r *runner) streamEvidence(ctx context.Context, c *chosenSet) error {
	out := bufio.NewWriterSize(r.Stdout, 1<<16)
	err := eachRow(ctx, c, func(row export.EvidenceRow) error { return export.WriteLine(out, row) })
	return first(err, flush(out))
}

// eachRow reads the evidence with its articles; it comes by article, so one article's text is held at a time.
func eachRow(ctx context.Context, c *chosenSet, fn func(export.EvidenceRow) error) error {
	var article data.Article
	var offsets *text.Offsets
	var grades map[int64]data.Grade
	party := export.PartyIn(c.scanner.Gazetteer(), english)
	return c.lib.EachEvidence(ctx, c.filter, func(e data.Evidence) error {
		if offsets == nil || article.ID != e.Article {
			var err error
			if article, _, err = c.lib.Article(ctx, e.Article); err != nil {
				return err
			}
			if grades, err = c.lib.Grades(ctx, []data.Article{article}); err != nil {
				return err
			}
			offsets = text.NewOffsets(article.Text)
		}
		return fn(export.EvidenceRowOf(&e, &article, grades[e.Article], offsets, party))
	})
}

func evidenceTable(rows []export.EvidenceRow) *table {
	t := newTable("ID", "COUNTRIES", "STANCE", "FIELDS", "WHEN", "PASSAGE", "ARTICLE").number(0)
	for _, row := range rows {
		t.add(row.ID, row.Names[0]+" – "+row.Names[1], row.Stance, fieldNames(row.Fields), row.When, text.Plain(row.Text),
			fmt.Sprintf("%d %s", row.Article, row.Title))
	}
	return t
}

// articleLine is an article in a list, with what the filter took of it.
type articleLine struct {
	export.ArticleRow
	Report   int64 `json:"report"`
	Ties     int   `json:"ties"`
	Passages int   `json:"passages"`
	Evidence int   `json:"evidence"` // a passage that ties several pairs is evidence for each
	heading  string
}

func (r *runner) articles() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "articles",
		Short: "List the articles of the library",
		Long:  `Articles lists the library's articles. With conditions, those whose evidence meets them.`,
		Example: `  entente articles
  entente articles --country Japan --from 2024-01`,
		Args: cobra.NoArgs,
	}
	filter, format := filterFlagsFor(cmd), formatFlag(cmd, listFormats)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := checkFormat(*format, listFormats); err != nil {
			return err
		}
		return r.with(cmd, filter, nil, func(ctx context.Context, c *chosenSet) error {
			found, err := c.lib.Articles(ctx, c.filter, store.Page{})
			if err != nil {
				return err
			}
			l := list[articleLine]{table: articleTable, cells: articleCells}
			for i := range found {
				a := &found[i]
				l.rows = append(l.rows, articleLine{export.ArticleRowOf(&a.Article, a.Grade), a.Report, a.Ties, a.Passages, a.Evidence, a.Heading})
			}
			return l.print(r, *format)
		})
	}
	return cmd
}

func articleTable(rows []articleLine) *table {
	t := newTable("ID", "PUBLISHED", "TITLE", "PUBLISHER", "LANGUAGE", "TIES", "PASSAGES").number(0, 5, 6)
	for _, a := range rows {
		t.add(a.ID, a.Published, a.heading, a.Publisher, a.Language, plain(a.Ties), plain(a.Passages))
	}
	return t
}

func articleCells(rows []articleLine) export.Table {
	facts := make([]export.ArticleRow, len(rows))
	for i, a := range rows {
		facts[i] = a.ArticleRow
	}
	t := export.ArticleTable(facts)
	t.Columns = append(t.Columns, "report", "ties", "passages", "evidence")
	for i, a := range rows {
		t.Rows[i] = append(t.Rows[i], a.Report, a.Ties, a.Passages, a.Evidence)
	}
	return t
}
