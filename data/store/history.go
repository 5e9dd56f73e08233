package store

import (
	"context"
	"database/sql"

	"entente/data"
)

// Judged is a decision with what it holds for in the library as it stands.
type Judged struct {
	data.Decision
	ArticleID int64   // 0 when the library has no article with that text
	Title     string  // of the article
	Evidence  []int64 // IDs of the evidence that it is about
	Lost      bool    // it stands, but what it was about is not there any more: not found by the rules, or not in the library
	Redoable  bool    // it is undone and nothing else was decided since
}

// Decisions lists all decisions, the undone ones too, in the order in which they were made.
func (l *Library) Decisions(ctx context.Context) ([]Judged, error) {
	tx, err := l.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, wrap(ctx, err, "list decisions")
	}
	defer tx.Rollback() //nolint:errcheck // it only reads
	all, err := judgedIn(ctx, tx)
	return all, wrap(ctx, err, "list decisions")
}

func judgedIn(ctx context.Context, q querier) ([]Judged, error) {
	all, err := decisions(ctx, q, "ORDER BY id")
	if err != nil {
		return nil, err
	}
	redoable, err := redoableIn(ctx, q)
	if err != nil {
		return nil, err
	}
	articles, err := decidedArticles(ctx, q)
	if err != nil {
		return nil, err
	}
	byArticle := map[string][]int{}
	judged := make([]Judged, len(all))
	for i, d := range all {
		judged[i] = Judged{Decision: d, Redoable: redoable[d.ID]}
		if d.Article == "" {
			continue
		}
		if a := articles[d.Article]; a != nil {
			judged[i].ArticleID, judged[i].Title = a.id, a.title
			byArticle[d.Article] = append(byArticle[d.Article], i)
		} else {
			judged[i].Lost = !d.Undone && d.Action != data.ActAlias
		}
	}
	for hash, at := range byArticle {
		if err := judgeArticle(ctx, q, articles[hash].id, judged, at); err != nil {
			return nil, err
		}
	}
	return judged, nil
}

func redoableIn(ctx context.Context, q querier) (map[int64]bool, error) {
	rows, err := q.QueryContext(ctx, "SELECT id FROM decision WHERE undone = ?", undone)
	if err != nil {
		return nil, err
	}
	ids := map[int64]bool{}
	_, err = collect(rows, func(rows *sql.Rows) (id int64, err error) {
		id, err = scanID(rows)
		ids[id] = true
		return id, err
	})
	return ids, err
}

// decidedArticle is an article that somebody decided about.
type decidedArticle struct {
	id    int64
	title string
}

func decidedArticles(ctx context.Context, q querier) (map[string]*decidedArticle, error) {
	rows, err := q.QueryContext(ctx, "SELECT hash, id, title FROM article WHERE hash IN (SELECT hash FROM decision)")
	if err != nil {
		return nil, err
	}
	articles := map[string]*decidedArticle{}
	_, err = collect(rows, func(rows *sql.Rows) (_ struct{}, err error) {
		var hash string
		a := &decidedArticle{}
		err = rows.Scan(&hash, &a.id, &a.title)
		articles[hash] = a
		return struct{}{}, err
	})
	return articles, err
}

// judgeArticle tells which evidence of an article each of the decisions about it is about.
func judgeArticle(ctx context.Context, q querier, id int64, judged []Judged, at []int) error {
	shown, err := evidenceOf(ctx, q, id)
	if err != nil {
		return err
	}
	said := make([]data.Decision, len(at))
	for k, i := range at {
		said[k] = judged[i].Decision
	}
	pieces, err := replay(found(shown), said)
	if err != nil {
		return err
	}
	for n := range pieces {
		for _, k := range pieces[n].said {
			if n < len(shown) { // the pieces stand in the order of what is shown
				j := &judged[at[k]]
				j.Evidence = append(j.Evidence, shown[n].ID)
			}
		}
	}
	for _, i := range at {
		j := &judged[i]
		switch j.Action {
		case data.ActVerdict, data.ActNote, data.ActEdit, data.ActAdd:
			j.Lost = !j.Undone && (len(j.Evidence) == 0 || j.Action == data.ActEdit && lostBase(shown, j.Evidence))
		}
	}
	return nil
}

// lostBase says whether what a person edited stands on nothing that the rules find.
func lostBase(shown []data.Evidence, ids []int64) bool {
	for i := range shown {
		if shown[i].ID == ids[0] {
			return shown[i].Hand == data.Edited && shown[i].Before == nil
		}
	}
	return true
}
