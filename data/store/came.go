package store

import (
	"context"
	"database/sql"
	"strconv"
	"sync"
	"time"

	"entente/data"
)

// Run is articles with IDs that follow each other, the first and the last included.
type Run struct{ First, Last int64 }

// Append gives the runs with one more article: the last run grows where the ID follows it.
func Append(runs []Run, id int64) []Run {
	if n := len(runs); n > 0 && runs[n-1].Last+1 == id {
		runs[n-1].Last = id
		return runs
	}
	return append(runs, Run{id, id})
}

// came is articles that came in by one import or merge, which Undo can take back as long as the library is open, with what
// was decided in the same step.
type came struct {
	step     int64
	made     time.Time
	articles []Run
}

// arrivals are the imports and merges that were not taken back, the newest last.
type arrivals struct {
	sync.Mutex // held while Undo looks whether an import is what was done last
	all        []came
}

// Came says that these articles came into the library in one go, so that Undo takes them out again before what was decided
// earlier. Nothing is written for it: only an import that was taken back becomes a decision, for Redo and the history.
func (l *Library) Came(ctx context.Context, articles []Run) error {
	if len(articles) == 0 {
		return nil
	}
	var c came
	err := l.change(ctx, "note an import", func(t *tx) (err error) {
		c, err = t.arrival(articles)
		return err
	})
	if err != nil {
		return err
	}
	l.arrive(c)
	return nil
}

// arrival is that articles came in this change.
func (t *tx) arrival(articles []Run) (came, error) {
	made, err := parseStamp(t.now)
	return came{t.tick, made, articles}, err
}

// arrive lets Undo take back what came.
func (l *Library) arrive(c came) {
	l.arrivals.Lock()
	defer l.arrivals.Unlock()
	l.arrivals.all = append(l.arrivals.all, c)
}

// UndoCame takes back the import that was noted last, and no other thing: ok is false where something was decided since, or
// there is none.
func (l *Library) UndoCame(ctx context.Context) (d data.Decision, ok bool, err error) {
	l.arrivals.Lock()
	defer l.arrivals.Unlock()
	for n := len(l.arrivals.all); n > 0; n-- {
		c := l.arrivals.all[n-1]
		last := false
		err = l.change(ctx, "undo an import", func(t *tx) error {
			if last, err = t.nothingSince(c.step); err != nil || !last {
				return err
			}
			d, ok, err = t.takeOut(&c)
			return err
		})
		if err != nil || !last {
			return data.Decision{}, false, err
		}
		l.arrivals.all = l.arrivals.all[:n-1]
		if ok {
			return d, true, nil
		}
	}
	return data.Decision{}, false, nil
}

// nothingSince says whether no decision stands that was made after a step.
func (t *tx) nothingSince(step int64) (bool, error) {
	var last sql.NullInt64
	err := t.row("SELECT max(step) FROM decision WHERE undone = 0", nil, &last)
	return last.Int64 <= step, err
}

// takeOut writes that articles came in as decisions that are undone, so that Redo brings the articles back and the step keeps
// its place among the others, and takes back what was decided in that step. It gives the first of them; ok is false where all
// articles had been removed already and nothing was decided.
func (t *tx) takeOut(c *came) (d data.Decision, ok bool, err error) {
	decided, err := decisions(t.ctx, t, "WHERE undone = ? AND step = ? ORDER BY id", stands, c.step)
	if err != nil {
		return d, false, err
	}
	n := 0
	for _, run := range c.articles {
		var some int
		if err := t.row("SELECT count(*) FROM summary WHERE article BETWEEN ? AND ? AND NOT removed", []any{run.First, run.Last}, &some); err != nil {
			return d, false, err
		}
		n += some
	}
	if n+len(decided) == 0 {
		return d, false, nil
	}
	if err := t.exec("UPDATE decision SET undone = ? WHERE undone = ? AND step = ?", undone, stands, c.step); err != nil {
		return d, false, err
	}
	for _, run := range c.articles {
		if err := t.exec(`INSERT INTO decision (step, made, who, action, hash, start, "end", text, a, b, subject, before, after, undone)
			SELECT ?, ?, ?, ?, hash, 0, 0, '', '', '', ?, ?, ?, ? FROM article JOIN summary ON article = id
			WHERE id BETWEEN ? AND ? AND NOT removed ORDER BY id`, c.step, stamp(c.made), t.l.whoDecides(), string(data.ActImport),
			strconv.Itoa(n), absent, present, undone, run.First, run.Last); err != nil {
			return d, false, err
		}
		if err := t.exec("UPDATE summary SET removed = 1, tick = ? WHERE article BETWEEN ? AND ? AND NOT removed", t.tick,
			run.First, run.Last); err != nil {
			return d, false, err
		}
	}
	if err := t.settle(decided); err != nil {
		return d, false, err
	}
	all, err := decisions(t.ctx, t, "WHERE step = ? AND undone = ? ORDER BY id", c.step, undone)
	if err != nil || len(all) == 0 {
		return d, false, err
	}
	return leading(all), true, nil
}

// forgetArrivals leaves what came in as it is: after a purge a number may be that of another article.
func (l *Library) forgetArrivals() {
	l.arrivals.Lock()
	defer l.arrivals.Unlock()
	l.arrivals.all = nil
}

// arrived says whether there is an import that could be taken back.
func (l *Library) arrived() bool {
	l.arrivals.Lock()
	defer l.arrivals.Unlock()
	return len(l.arrivals.all) > 0
}
