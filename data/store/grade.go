package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"entente/data"
)

// GradeSource records how far a publisher is to be trusted, "A" to "F"; "" takes the grade back. It says nothing of any
// article.
func (l *Library) GradeSource(ctx context.Context, publisher, grade string) (data.Decision, error) {
	key := data.SourceKey(publisher)
	if key == "" || grade != "" && !slices.Contains(data.SourceGrades, grade) {
		return data.Decision{}, fmt.Errorf("grade %q of publisher %q: %w", grade, publisher, data.ErrInvalid)
	}
	return l.one(ctx, "grade source", func(t *tx) ([]data.Decision, error) {
		before, err := t.last(data.ActSource, "", key)
		return []data.Decision{{Action: data.ActSource, Passage: data.Passage{Text: strings.TrimSpace(publisher)}, Subject: key,
			Before: before, After: grade}}, err
	})
}

// GradeItem records how likely what an article says is, "1" to "6"; "" takes the grade back. It says nothing of the source.
func (l *Library) GradeItem(ctx context.Context, article int64, grade string) (data.Decision, error) {
	if grade != "" && !slices.Contains(data.ItemGrades, grade) {
		return data.Decision{}, fmt.Errorf("grade %q of article %d: %w", grade, article, data.ErrInvalid)
	}
	return l.one(ctx, "grade article", func(t *tx) ([]data.Decision, error) {
		hash, err := t.hashOf(article)
		if err != nil {
			return nil, err
		}
		before, err := t.last(data.ActItem, hash, "")
		return []data.Decision{{Action: data.ActItem, Article: hash, Before: before, After: grade}}, err
	})
}

// Grades gives the grades that people gave the articles or their publishers, by the articles' IDs. Where they gave none
// there is no entry. Of the articles only ID and Publisher are looked at.
func (l *Library) Grades(ctx context.Context, articles []data.Article) (map[int64]data.Grade, error) {
	infos := make([]ArticleInfo, len(articles))
	for i := range articles {
		infos[i].ID, infos[i].Publisher = articles[i].ID, articles[i].Publisher
	}
	if err := l.grade(ctx, infos); err != nil {
		return nil, wrap(ctx, err, "read grades")
	}
	grades := map[int64]data.Grade{}
	for i := range infos {
		if g := infos[i].Grade; g.Graded() {
			grades[infos[i].ID] = g
		}
	}
	return grades, nil
}

// grade puts people's grades on articles.
func (l *Library) grade(ctx context.Context, infos []ArticleInfo) error {
	sources, err := decisions(ctx, l.read, "WHERE action = 'source' AND undone = 0 ORDER BY id")
	if err != nil {
		return err
	}
	bySource := map[string]string{}
	for i := range sources {
		bySource[sources[i].Subject] = sources[i].After
	}
	ids := make([]int64, len(infos))
	at := make(map[int64]int, len(infos))
	for i := range infos {
		ids[i], at[infos[i].ID] = infos[i].ID, i
		if len(bySource) > 0 {
			infos[i].Grade.Source = bySource[data.SourceKey(infos[i].Publisher)]
		}
	}
	rows, err := l.read.QueryContext(ctx, `SELECT article.id, after FROM article JOIN decision USING (hash)
		WHERE article.id IN (SELECT value FROM json_each(?)) AND action = 'item' AND undone = 0 ORDER BY decision.id`, idList(ids))
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // Err below tells
	for rows.Next() {
		var id int64
		var grade string
		if err := rows.Scan(&id, &grade); err != nil {
			return err
		}
		infos[at[id]].Grade.Item = grade
	}
	return rows.Err()
}
