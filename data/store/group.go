package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"entente/data"
)

// Join records that an article tells the same story as another one: its whole report becomes one with the other's.
func (l *Library) Join(ctx context.Context, article, with int64) (data.Decision, error) {
	return l.one(ctx, "join reports", func(t *tx) ([]data.Decision, error) {
		hash, err := t.hashOf(article)
		if err != nil {
			return nil, err
		}
		other, err := t.hashOf(with)
		if err != nil {
			return nil, err
		}
		a, b, err := t.reportsOf(article, with)
		if err != nil {
			return nil, err
		}
		if a == b {
			return nil, nil
		}
		return []data.Decision{{Action: data.ActJoin, Article: hash, Subject: other}}, nil
	})
}

// Unfold records that an article is a report of its own. One that stands alone already stays so, and nothing is recorded.
func (l *Library) Unfold(ctx context.Context, article int64) (data.Decision, error) {
	return l.one(ctx, "unfold report", func(t *tx) ([]data.Decision, error) {
		hash, err := t.hashOf(article)
		if err != nil {
			return nil, err
		}
		same, err := sameReport(t.ctx, t, article)
		if err != nil || len(same) < 2 {
			return nil, err
		}
		return []data.Decision{{Action: data.ActUnfold, Article: hash}}, nil
	})
}

func (t *tx) reportsOf(a, b int64) (first, second int64, err error) {
	const query = "SELECT coalesce(joined, report) FROM summary WHERE article = ?"
	if err := t.row(query, []any{a}, &first); err != nil {
		return 0, 0, fmt.Errorf("article %d: %w", a, notFound(err))
	}
	err = t.row(query, []any{b}, &second)
	return first, second, err
}

// member is an article with the report that was found for it and the one that it is in.
type member struct{ article, found, shown int64 }

// regroup works out the reports anew that people have said anything of.
func (t *tx) regroup() error {
	all, err := decisions(t.ctx, t, "WHERE action IN ('join', 'unfold') ORDER BY id")
	if err != nil || len(all) == 0 {
		return err
	}
	ids := map[string]int64{}
	for i := range all {
		for _, hash := range []string{all[i].Article, all[i].Subject} {
			if _, known := ids[hash]; known || hash == "" {
				continue
			}
			if ids[hash], err = t.articleID(hash); err != nil {
				return err
			}
		}
	}
	members, err := t.membersOf(ids)
	if err != nil {
		return err
	}
	groups := groupsOf(members)
	for i := range all {
		if d := &all[i]; !d.Undone {
			groups = regrouped(groups, d.Action, ids[d.Article], ids[d.Subject])
		}
	}
	for _, g := range groups {
		for _, id := range g {
			if err := t.putInto(members[id], slices.Min(g)); err != nil {
				return err
			}
		}
	}
	return nil
}

// membersOf gives all articles of the reports that these articles were found in, by their ID.
func (t *tx) membersOf(ids map[string]int64) (map[int64]member, error) {
	var list []int64
	for _, id := range ids {
		list = append(list, id)
	}
	rows, err := t.QueryContext(t.ctx, `SELECT article, report, coalesce(joined, report) FROM summary WHERE report IN
		(SELECT report FROM summary WHERE article IN (SELECT value FROM json_each(?)))`, idList(list))
	if err != nil {
		return nil, err
	}
	members := map[int64]member{}
	_, err = collect(rows, func(rows *sql.Rows) (m member, err error) {
		err = rows.Scan(&m.article, &m.found, &m.shown)
		members[m.article] = m
		return m, err
	})
	return members, err
}

// groupsOf puts articles together as they were found.
func groupsOf(members map[int64]member) [][]int64 {
	byReport := map[int64][]int64{}
	for id, m := range members {
		byReport[m.found] = append(byReport[m.found], id)
	}
	groups := make([][]int64, 0, len(byReport))
	for _, g := range byReport {
		groups = append(groups, g)
	}
	return groups
}

// regrouped does to the groups what a person said of an article. Articles that the library does not hold have the ID 0.
func regrouped(groups [][]int64, action data.Action, article, with int64) [][]int64 {
	at := slices.IndexFunc(groups, func(g []int64) bool { return slices.Contains(g, article) })
	if at < 0 {
		return groups
	}
	if action == data.ActUnfold {
		groups[at] = slices.DeleteFunc(groups[at], func(id int64) bool { return id == article })
		groups = append(groups, []int64{article})
	} else if to := slices.IndexFunc(groups, func(g []int64) bool { return slices.Contains(g, with) }); to >= 0 && to != at {
		groups[to] = append(groups[to], groups[at]...)
		groups[at] = nil
	}
	return slices.DeleteFunc(groups, func(g []int64) bool { return len(g) == 0 })
}

// putInto writes the report of an article, where it is another one than before.
func (t *tx) putInto(m member, report int64) error {
	if m.shown == report {
		return nil
	}
	var joined any // NULL where the report is the one that was found
	if report != m.found {
		joined = report
	}
	return t.exec("UPDATE summary SET joined = ?, tick = ? WHERE article = ?", joined, t.tick, m.article)
}

// SameReport gives the articles that tell the same story as an article, itself among them, in the order of adding. The
// counts in them are those of the zero filter.
func (l *Library) SameReport(ctx context.Context, article int64) ([]ArticleInfo, error) {
	ids, err := sameReport(ctx, l.read, article)
	if err != nil || len(ids) == 0 {
		return nil, wrap(ctx, err, "list articles of a report")
	}
	return l.Articles(ctx, data.Filter{Articles: ids}, Page{})
}

func sameReport(ctx context.Context, q querier, article int64) ([]int64, error) {
	rows, err := q.QueryContext(ctx, `WITH it (report) AS (SELECT coalesce(joined, report) FROM summary WHERE article = ?)
		SELECT article FROM summary WHERE report = (SELECT report FROM it) AND joined IS NULL AND NOT removed
		UNION SELECT article FROM summary WHERE joined = (SELECT report FROM it) AND NOT removed`, article)
	if err != nil {
		return nil, err
	}
	return collect(rows, scanID)
}
