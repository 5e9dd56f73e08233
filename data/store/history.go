package store

import (
	"context"
	"database/sql"

	"entente/data"
)

// Judged is a decision with what it holds for now.
type Judged struct {
	data.Decision
	ArticleID int64   // 0 when the library has no article with that text
	Title     string  // of the article
	Evidence  []int64 // IDs of the evidence at its words
	Lost      bool    // it stands, but nothing is found at its words any more: neither by the rules nor in the library
}

// Decisions lists all decisions, the undone ones too, in the order in which they were made.
func (l *Library) Decisions(ctx context.Context) ([]Judged, error) {
	tx, err := l.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, wrap(ctx, err, "list decisions")
	}
	defer tx.Rollback() //nolint:errcheck // it only reads
	all, err := decisions(ctx, tx, "ORDER BY id")
	if err != nil {
		return nil, wrap(ctx, err, "list decisions")
	}
	articles, err := decidedArticles(ctx, tx)
	if err != nil {
		return nil, wrap(ctx, err, "list decisions")
	}
	judged := make([]Judged, len(all))
	for i, d := range all {
		judged[i] = judge(d, articles[d.Article])
	}
	return judged, nil
}

// decidedArticle is an article that somebody decided about.
type decidedArticle struct {
	id       int64
	title    string
	evidence []data.Evidence // ID, place and pair only
}

func decidedArticles(ctx context.Context, q querier) (map[string]*decidedArticle, error) {
	rows, err := q.QueryContext(ctx, `SELECT hash, article.id, title, coalesce(e.id, 0), coalesce(e.start, 0),
		coalesce(e."end", 0), coalesce(e.a, ''), coalesce(e.b, '')
		FROM article LEFT JOIN evidence AS e ON e.article = article.id
		WHERE hash IN (SELECT hash FROM decision) ORDER BY e.id`)
	if err != nil {
		return nil, err
	}
	articles := map[string]*decidedArticle{}
	_, err = collect(rows, func(rows *sql.Rows) (_ struct{}, err error) {
		var hash string
		var a decidedArticle
		var e data.Evidence
		err = rows.Scan(&hash, &a.id, &a.title, &e.ID, &e.Start, &e.End, &e.Pair[0], &e.Pair[1])
		if articles[hash] == nil {
			articles[hash] = &a
		}
		articles[hash].evidence = append(articles[hash].evidence, e)
		return struct{}{}, err
	})
	return articles, err
}

func judge(d data.Decision, a *decidedArticle) Judged {
	j := Judged{Decision: d}
	if a != nil {
		j.ArticleID, j.Title = a.id, a.title
		for i := range a.evidence {
			e := &a.evidence[i]
			if d.Action == actionVerdict && e.Pair == d.Pair && aboutSame(d.Span, e.Span) {
				j.Evidence = append(j.Evidence, e.ID)
			}
		}
	}
	j.Lost = !d.Undone && (a == nil || d.Action == actionVerdict && len(j.Evidence) == 0)
	return j
}
