package store

import (
	"cmp"
	"context"
	"database/sql"
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

// reporter finds the reports of the articles of one transaction. It reads the buckets of all of them at once, which is
// many times faster than one article after the other.
type reporter struct {
	t       *tx
	fresh   map[int64]*prepared   // by ID
	members map[int64][]candidate // by bucket
	joined  map[int64]int64       // a report that became part of another one, to that one
}

// candidate is an article in a bucket, with the report that it had when it was put there.
type candidate struct{ article, report int64 }

// report gives the report that is meant today by an earlier number.
func (r *reporter) report(number int64) int64 {
	for {
		part, ok := r.joined[number]
		if !ok {
			return number
		}
		number = part
	}
}

// findReports sets the report of each new article and writes its buckets. An article near to two reports joins them into
// one; the lowest article gives a report its number, so the order in which they are joined does not matter.
func (t *tx) findReports(fresh []*prepared) error {
	r := &reporter{t: t, fresh: map[int64]*prepared{}, members: map[int64][]candidate{}, joined: map[int64]int64{}}
	var buckets []int64
	for _, p := range fresh {
		buckets = append(buckets, p.buckets...)
	}
	slices.Sort(buckets)
	if err := r.readMembers(slices.Compact(buckets)); err != nil {
		return err
	}
	var rows [][2]int64
	for _, p := range fresh {
		if err := r.place(p); err != nil {
			return p.wrap(err)
		}
		for _, b := range p.buckets {
			if len(r.members[b]) < bucketSize {
				r.members[b] = append(r.members[b], candidate{p.id, p.id})
				rows = append(rows, [2]int64{b, p.id})
			}
		}
	}
	for _, p := range fresh {
		p.report = r.report(p.id)
	}
	slices.SortFunc(rows, func(a, b [2]int64) int { return cmp.Compare(a[0], b[0]) })
	for _, row := range rows {
		if err := t.exec("INSERT INTO near VALUES (?, ?)", row[0], row[1]); err != nil {
			return err
		}
	}
	return nil
}

func (r *reporter) readMembers(buckets []int64) error {
	rows, err := r.t.QueryContext(r.t.ctx, `SELECT bucket, near.article, report
		FROM near JOIN summary ON summary.article = near.article
		WHERE bucket IN (SELECT value FROM json_each(?))`, idList(buckets))
	if err != nil {
		return err
	}
	_, err = collect(rows, func(rows *sql.Rows) (_ struct{}, err error) {
		var bucket int64
		var c candidate
		err = rows.Scan(&bucket, &c.article, &c.report)
		r.members[bucket] = append(r.members[bucket], c)
		return struct{}{}, err
	})
	return err
}

// place compares a new article with those that share a bucket with it, those of each report until one is the same.
func (r *reporter) place(p *prepared) error {
	r.fresh[p.id] = p
	tried := map[int64]bool{}
	for _, b := range p.buckets {
		for _, c := range r.members[b] {
			own, other := r.report(p.id), r.report(c.report)
			if own == other || tried[c.article] {
				continue
			}
			tried[c.article] = true
			same, err := r.sameStory(c.article, p.shingles)
			if err != nil {
				return err
			}
			if same {
				if err := r.join(min(own, other), max(own, other)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// sameStory compares a new article's shingles with those of another one.
func (r *reporter) sameStory(article int64, shingles near.Set) (bool, error) {
	if f := r.fresh[article]; f != nil {
		return near.Same(shingles, f.shingles), nil
	}
	var a data.Article
	var omitted string
	if err := r.t.row("SELECT text, coalesce(marked, omitted) FROM body JOIN article ON id = article WHERE article = ?", []any{article},
		&a.Text, &omitted); err != nil {
		return false, err
	}
	var err error
	if a.Omitted, err = readOmitted(omitted); err != nil {
		return false, err
	}
	return near.Same(shingles, near.Shingles(words.Join(a.Text, a.Furniture))), nil
}

// join makes high a part of low, among the stored articles and the new ones.
func (r *reporter) join(low, high int64) error {
	r.joined[high] = low
	if r.fresh[high] != nil { // no stored article can have the number of a new one
		return nil
	}
	return r.t.exec("UPDATE summary SET report = ?, tick = ? WHERE report = ?", low, r.t.tick, high)
}

// ReportOf gives a function for data.Ties that tells the report of an article, as the library stands now. It gives the
// article itself where there is no such article.
func (l *Library) ReportOf(ctx context.Context) (func(article int64) int64, error) {
	reports := map[int64]int64{}
	err := l.ask(ctx, data.Filter{}, func(c *index.Choice) error {
		for _, a := range c.Articles(index.ByAdded, false, 0, 0) {
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
