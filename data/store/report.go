package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"entente/data"
	"entente/data/store/internal/index"
	"entente/data/store/internal/near"
	"entente/data/store/internal/words"
)

// bucketSize bounds how many articles a bucket holds, and so the work for each new article, however many tell one story.
const bucketSize = 4

// report finds the report that a new article belongs to, and writes its buckets. An article near to two reports joins
// them into one; the lowest article gives a report its number, so the result does not depend on the order of joining.
func (t *tx) report(id int64, p *prepared) (int64, error) {
	if len(p.buckets) == 0 {
		return id, nil
	}
	counts, candidates, err := t.candidates(p.buckets)
	if err != nil {
		return 0, err
	}
	report := id
	for _, c := range candidates {
		if c.report == report {
			continue
		}
		same, err := t.sameStory(c.article, p.shingles)
		if err != nil {
			return 0, err
		}
		if same {
			if report, err = t.join(report, c.report); err != nil {
				return 0, err
			}
		}
	}
	open := slices.DeleteFunc(p.buckets, func(b int64) bool { return counts[b] >= bucketSize })
	return report, t.exec("INSERT INTO near SELECT value, ? FROM json_each(?)", id, idList(open))
}

// candidate is an article that shares a bucket with the new one.
type candidate struct{ article, report int64 }

// candidates gives the articles that share a bucket, and how many articles each bucket has.
func (t *tx) candidates(buckets []int64) (map[int64]int, []candidate, error) {
	rows, err := t.QueryContext(t.ctx, `SELECT bucket, near.article, report FROM near JOIN summary ON summary.article = near.article
		WHERE bucket IN (SELECT value FROM json_each(?)) ORDER BY near.article`, idList(buckets))
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close() //nolint:errcheck // Err below tells
	counts := map[int64]int{}
	var found []candidate
	for rows.Next() {
		var bucket int64
		var c candidate
		if err := rows.Scan(&bucket, &c.article, &c.report); err != nil {
			return nil, nil, err
		}
		counts[bucket]++
		if len(found) == 0 || found[len(found)-1] != c {
			found = append(found, c)
		}
	}
	return counts, found, rows.Err()
}

// sameStory compares a new article's shingles with those of one that is there.
func (t *tx) sameStory(article int64, shingles near.Set) (bool, error) {
	a := data.Article{}
	var omitted string
	if err := t.row("SELECT text, omitted FROM body JOIN article ON id = article WHERE article = ?", []any{article},
		&a.Text, &omitted); err != nil {
		return false, err
	}
	var err error
	if a.Omitted, err = readOmitted(omitted); err != nil {
		return false, err
	}
	return near.Same(shingles, near.Shingles(words.Join(a.Text, a.Furniture))), nil
}

// join makes one report of two and gives its number. The higher one may be that of the new article, which has no row yet.
func (t *tx) join(a, b int64) (int64, error) {
	low, high := min(a, b), max(a, b)
	return low, t.exec("UPDATE summary SET report = ?, tick = ? WHERE report = ?", low, t.tick, high)
}

// ReportOf gives a function for data.Ties that tells the report of an article, as the library stands now. It gives the
// article itself where there is no such article.
func (l *Library) ReportOf(ctx context.Context) (func(article int64) int64, error) {
	reports := map[int64]int64{}
	err := l.ask(ctx, data.Filter{}, func(c *index.Choice) error {
		for _, a := range c.Articles(index.ByAdded, false) {
			if a.Report != a.ID {
				reports[a.ID] = a.Report
			}
		}
		return nil
	})
	return func(article int64) int64 {
		if r, ok := reports[article]; ok {
			return r
		}
		return article
	}, err
}

func readOmitted(s string) ([]data.Omitted, error) {
	var list []omission
	if err := json.Unmarshal([]byte(s), &list); err != nil {
		return nil, fmt.Errorf("omitted parts: %w: %w", data.ErrDamaged, err)
	}
	var omitted []data.Omitted
	for _, o := range list {
		omitted = append(omitted, data.Omitted{Span: data.Span{Start: o.Start, End: o.End}, Reason: o.Reason})
	}
	return omitted, nil
}
