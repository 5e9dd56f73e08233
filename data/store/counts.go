package store

import (
	"context"
	"fmt"
	"os"

	"entente/data"
	"entente/data/store/internal/index"
)

// Counts is what a filter chooses: how many articles, reports, ties and passages, and how many with each country, field,
// modality, stance, month and year. The counts of a condition's values leave that condition itself out of account, so
// that they tell what choosing another value would give. Stances counts ties; Months are free of the dates; conditions
// on ties (stances, reports) count as they stand.
type Counts = index.Counts

// Tally is how many passages have a value, and how many ties have such passages.
type Tally = index.Tally

// MostTold is up to how many reports Counts.Told tells apart.
const MostTold = index.MostTold

// Tenths is how many degrees of confidence Counts.Sure tells apart.
const Tenths = index.Tenths

// Period is the passages of one month or year by stance.
type Period = index.Period

// Counts counts what the filter chooses.
func (l *Library) Counts(ctx context.Context, f data.Filter) (Counts, error) {
	var counts Counts
	err := l.ask(ctx, f, func(c *index.Choice) error {
		counts = c.Counts()
		return nil
	})
	if err != nil {
		return counts, fmt.Errorf("count: %w", err)
	}
	return counts, nil
}

// Stats is what a library holds, the removed articles aside.
type Stats struct {
	Articles, Reports, Ties, Evidence, Mentions int
	Removed                                     int    // articles out of sight
	Decisions                                   int    // that stand
	From, To                                    string // the days that dated evidence spans, YYYY-MM-DD, or ""
	Bytes                                       int64  // of the file
}

// Stats counts the whole library. Ties are those of the zero filter.
func (l *Library) Stats(ctx context.Context) (Stats, error) {
	var s Stats
	err := l.view(ctx, func(x *index.Index) error {
		t := x.Totals()
		s = Stats{Articles: t.Articles, Reports: t.Reports, Evidence: t.Evidence, Mentions: t.Mentions, Removed: t.Removed}
		s.From, s.To, _ = x.Span()
		c, err := x.Choose(data.Filter{}, nil)
		if err == nil {
			s.Ties = len(c.Ties())
		}
		return err
	})
	if err != nil {
		return s, err
	}
	if err := l.read.QueryRowContext(ctx, "SELECT count(*) FROM decision WHERE undone = 0").Scan(&s.Decisions); err != nil {
		return s, wrap(ctx, err, "count decisions")
	}
	info, err := os.Stat(l.path)
	if err != nil {
		return s, fmt.Errorf("size of library: %w", err)
	}
	s.Bytes = info.Size()
	return s, nil
}
