package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"entente/data"
	"entente/data/store/internal/index"
	"entente/data/text"
)

// ArticleInfo is an article's facts, without its text and omitted parts, and what a filter took of it.
type ArticleInfo struct {
	data.Article
	Heading  string // what to call it by: text.Heading of its text, which the Article here is without
	Report   int64  // the lowest ID of the articles that tell the same story
	Evidence int    // pieces that the filter takes
	Ties     int    // pairs that these relate
	Passages int    // different passages among these; one may tie several pairs
	Grade    data.Grade
}

// Order says how articles are sorted.
type Order int

// The orders of a Page. The zero value is that in which the articles came into the library.
const (
	ByAdded Order = iota
	ByPublished
	ByEvidence
	ByTitle
	ByPublisher
)

// Page is a part of a list. The zero Page is all of it, in the order of adding.
type Page struct {
	Offset, Limit int // Limit 0 means no limit
	Order         Order
	Descending    bool
}

// Articles lists the articles under the filter. Where it has conditions on evidence or ties, these are the articles that
// such evidence stands in; else an article's own date counts, and it may have no evidence.
func (l *Library) Articles(ctx context.Context, f data.Filter, page Page) ([]ArticleInfo, error) {
	var sorted []int64
	var err error
	if page.Order >= ByTitle {
		if sorted, err = l.sortedBy(ctx, page); err != nil {
			return nil, wrap(ctx, err, "list articles")
		}
	}
	var chosen []index.Chosen
	err = l.ask(ctx, f, func(c *index.Choice) error {
		if page.Order >= ByTitle {
			chosen = c.Among(sorted, max(page.Offset, 0), page.Limit)
		} else {
			chosen = c.Articles(index.Order(page.Order), page.Descending, page.Offset, page.Limit)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list articles: %w", err)
	}
	infos, err := l.infos(ctx, chosen)
	return infos, wrap(ctx, err, "list articles")
}

// sortedBy gives the IDs of all articles in the order of a fact that the index does not know.
func (l *Library) sortedBy(ctx context.Context, page Page) ([]int64, error) {
	query := map[Order]string{ByTitle: "SELECT id FROM article ORDER BY title COLLATE NOCASE",
		ByPublisher: "SELECT id FROM article ORDER BY publisher COLLATE NOCASE"}[page.Order]
	if query == "" {
		return nil, fmt.Errorf("order %d: %w", page.Order, data.ErrInvalid)
	}
	if page.Descending {
		query += " DESC, id DESC"
	}
	tick, err := l.current(ctx)
	if err != nil {
		return nil, err
	}
	return l.lists.get(tick, query, func() ([]int64, error) {
		rows, err := l.read.QueryContext(ctx, query)
		if err != nil {
			return nil, err
		}
		return collect(rows, scanID)
	})
}

// articleColumns are what scanArticle reads.
const articleColumns = "id, title, publisher, published, address, language, source, added"

// infos reads the facts of the chosen articles, in their order.
func (l *Library) infos(ctx context.Context, chosen []index.Chosen) ([]ArticleInfo, error) {
	ids, place := make([]int64, len(chosen)), make(map[int64]int, len(chosen))
	for i := range chosen {
		ids[i] = chosen[i].ID
		place[chosen[i].ID] = i
	}
	rows, err := l.read.QueryContext(ctx, "SELECT "+articleColumns+
		" FROM article WHERE id IN (SELECT value FROM json_each(?))", idList(ids))
	if err != nil {
		return nil, err
	}
	articles, err := collect(rows, scanArticle)
	if err != nil {
		return nil, err
	}
	infos := make([]ArticleInfo, len(chosen))
	for _, a := range articles {
		c := chosen[place[a.ID]]
		infos[place[a.ID]] = ArticleInfo{Article: a, Heading: a.Title, Report: c.Report, Evidence: c.Evidence, Ties: c.Ties, Passages: c.Passages}
	}
	if err := l.head(ctx, infos); err != nil {
		return nil, err
	}
	return infos, l.grade(ctx, infos)
}

// head calls the articles without a title by their first words.
func (l *Library) head(ctx context.Context, infos []ArticleInfo) error {
	var untitled []int64
	for i := range infos {
		if infos[i].Title == "" {
			untitled = append(untitled, infos[i].ID)
		}
	}
	if len(untitled) == 0 {
		return nil
	}
	rows, err := l.read.QueryContext(ctx, `SELECT id, substr(text, 1, ?), coalesce(marked, omitted) FROM body JOIN article ON id = article
		WHERE id IN (SELECT value FROM json_each(?))`, text.OpeningWithin, idList(untitled))
	if err != nil {
		return err
	}
	headings := map[int64]string{}
	_, err = collect(rows, func(rows *sql.Rows) (a data.Article, err error) {
		var omitted string
		if err := rows.Scan(&a.ID, &a.Text, &omitted); err != nil {
			return a, err
		}
		a.Omitted, err = readOmitted(omitted)
		headings[a.ID] = text.Heading(&a)
		return data.Article{}, err
	})
	for i := range infos {
		infos[i].Heading = cmp.Or(infos[i].Heading, headings[infos[i].ID])
	}
	return err
}

func scanArticle(rows *sql.Rows) (a data.Article, err error) {
	var added string
	if err := rows.Scan(&a.ID, &a.Title, &a.Publisher, &a.Published, &a.Address, &a.Language, &a.Source, &added); err != nil {
		return a, err
	}
	a.Added, err = parseStamp(added)
	return a, err
}

// parseStamp reads what stamp wrote.
func parseStamp(s string) (time.Time, error) {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return t, fmt.Errorf("%w: %w", data.ErrDamaged, err)
	}
	return t, nil
}

// Article gives an article with its text and all that was found in it, whatever people decided. data.ErrNotFound says
// that there is none with this ID, or that it was removed.
func (l *Library) Article(ctx context.Context, id int64) (data.Article, data.Findings, error) {
	tx, err := l.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return data.Article{}, data.Findings{}, wrap(ctx, err, "read article %d", id)
	}
	defer tx.Rollback() //nolint:errcheck // it only reads
	a, err := articleText(ctx, tx, id)
	if err != nil {
		return data.Article{}, data.Findings{}, wrap(ctx, err, "read article %d", id)
	}
	mentions, err := mentionsOf(ctx, tx, id)
	if err != nil {
		return data.Article{}, data.Findings{}, wrap(ctx, err, "read mentions of article %d", id)
	}
	evidence, err := evidenceOf(ctx, tx, id)
	if err != nil {
		return data.Article{}, data.Findings{}, wrap(ctx, err, "read evidence of article %d", id)
	}
	return a, data.Findings{Mentions: mentions, Evidence: evidence}, nil
}

// articleText reads an article that was not removed, with its text.
func articleText(ctx context.Context, q querier, id int64) (data.Article, error) {
	rows, err := q.QueryContext(ctx, "SELECT "+articleColumns+
		" FROM article WHERE id = ? AND NOT (SELECT removed FROM summary WHERE article = id)", id)
	if err != nil {
		return data.Article{}, err
	}
	found, err := collect(rows, scanArticle)
	if err != nil {
		return data.Article{}, err
	}
	if len(found) == 0 {
		return data.Article{}, data.ErrNotFound
	}
	a := found[0]
	var omitted string
	if err := q.QueryRowContext(ctx, "SELECT text, coalesce(marked, omitted) FROM body JOIN article ON id = article WHERE article = ?", id).
		Scan(&a.Text, &omitted); err != nil {
		return a, notFound(err)
	}
	a.Omitted, err = readOmitted(omitted)
	return a, err
}

// Has says whether the library holds an article with this hash (data.Article.Hash) that was not removed.
func (l *Library) Has(ctx context.Context, hash string) (bool, error) {
	var one int
	err := l.read.QueryRowContext(ctx, "SELECT 1 FROM article JOIN summary ON article = id WHERE hash = ? AND NOT removed",
		hash).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, wrap(ctx, err, "look up article")
}

// Find gives the article with this hash (data.Article.Hash), with its text. data.ErrNotFound says that there is none, or
// that it was removed.
func (l *Library) Find(ctx context.Context, hash string) (data.Article, error) {
	var id int64
	err := l.read.QueryRowContext(ctx, "SELECT id FROM article WHERE hash = ?", hash).Scan(&id)
	if err != nil {
		return data.Article{}, wrap(ctx, notFound(err), "find article")
	}
	a, err := articleText(ctx, l.read, id)
	return a, wrap(ctx, err, "find article %d", id)
}
