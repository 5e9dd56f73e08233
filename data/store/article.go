package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"entente/data"
	"entente/data/store/internal/index"
)

// ArticleInfo is an article's facts, without its text and omitted parts, and what a filter took of it.
type ArticleInfo struct {
	data.Article
	Report   int64 // the lowest ID of the articles that tell the same story
	Evidence int   // pieces that the filter takes
	Ties     int   // pairs that these relate
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
	var chosen []index.Chosen
	err := l.ask(ctx, f, func(c *index.Choice) error {
		chosen = c.Articles(memoryOrder(page.Order), page.Descending && memoryOrder(page.Order) == index.Order(page.Order))
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list articles: %w", err)
	}
	if page.Order >= ByTitle {
		if chosen, err = l.sortByFact(ctx, chosen, page); err != nil {
			return nil, wrap(ctx, err, "list articles")
		}
	}
	chosen = chosen[min(max(page.Offset, 0), len(chosen)):]
	if page.Limit > 0 {
		chosen = chosen[:min(page.Limit, len(chosen))]
	}
	infos, err := l.infos(ctx, chosen)
	return infos, wrap(ctx, err, "list articles")
}

// memoryOrder is the order in which the index gives the articles; what it does not know is sorted by the database.
func memoryOrder(o Order) index.Order {
	if o > ByEvidence {
		return index.ByAdded
	}
	return index.Order(o)
}

// sortByFact walks the database's index of a fact and picks the chosen ones until the page is full.
func (l *Library) sortByFact(ctx context.Context, chosen []index.Chosen, page Page) ([]index.Chosen, error) {
	query := map[Order]string{ByTitle: "SELECT id FROM article ORDER BY title COLLATE NOCASE",
		ByPublisher: "SELECT id FROM article ORDER BY publisher COLLATE NOCASE"}[page.Order]
	if page.Descending {
		query += " DESC, id DESC"
	}
	rows, err := l.read.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err below tells
	place := make(map[int64]int, len(chosen))
	for i := range chosen {
		place[chosen[i].ID] = i
	}
	sorted := make([]index.Chosen, 0, len(chosen))
	for rows.Next() && (page.Limit <= 0 || len(sorted) < page.Offset+page.Limit) {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		if i, ok := place[id]; ok {
			sorted = append(sorted, chosen[i])
		}
	}
	return sorted, rows.Err()
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
		infos[place[a.ID]] = ArticleInfo{Article: a, Report: c.Report, Evidence: c.Evidence, Ties: c.Ties}
	}
	return infos, nil
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
	if err := q.QueryRowContext(ctx, "SELECT text, omitted FROM body JOIN article ON id = article WHERE article = ?", id).
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
