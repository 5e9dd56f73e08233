package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"entente/data"
)

// mergeBatch is how many articles of another library are held in memory at once.
const mergeBatch = 200

// Merged says what became of another library's articles and decisions.
type Merged struct {
	Added      int     // articles that are new here, with what was found in them, or whose import was undone
	Known      int     // articles that were here already; those that had been removed here stay removed
	Refused    int     // articles that are not as they were when they came into the other library
	Errors     []error // why, the first thousand at most
	Decisions  int     // decisions that hold here now
	Outweighed int     // decisions that gave way to one made here; the history keeps them
	Articles   []Run   // those that were added
}

// Merge adds another library's articles, what was found in them, and people's decisions, in one transaction: when it
// gives an error, nothing was changed. Articles are told by data.Article.Hash, and those that were removed there do not
// come. Findings keep the version of their rules, so Stale tells which to make again.
//
// Decisions keep their time and are put on the evidence that stands at their words. One that was made here goes before
// one from there. Undo takes back all that came in one step, the articles too as long as the library is open (see Came).
// Merging the same library again changes nothing, unless that was taken back: then it comes once more.
//
// data.ErrNewer says that a newer Entente made the other library, data.ErrInvalid that it is this one, data.ErrDamaged
// that it cannot be read. Progress, which may be nil, is told how many of its articles are done.
func (l *Library) Merge(ctx context.Context, other *Library, progress func(done, total int)) (Merged, error) {
	m := merge{from: other, progress: progress}
	if err := m.refuse(l); err != nil {
		return Merged{}, fmt.Errorf("merge %s: %w", other.path, err)
	}
	var c came
	err := l.change(ctx, "merge "+other.path, func(t *tx) (err error) {
		if err = m.run(t); err == nil {
			c, err = t.arrival(m.Articles)
		}
		return err
	})
	if err != nil {
		return Merged{}, err
	}
	if m.Added+m.Decisions > 0 {
		l.arrive(c)
	}
	return m.Merged, nil
}

// merge is the state of one Merge.
type merge struct {
	Merged
	from     *Library
	progress func(done, total int)
	rows     []mergeRow
}

// mergeRow is an article of the other library before its text is read.
type mergeRow struct {
	id          int64
	hash, rules string
}

// refuse says why a library cannot be merged into l.
func (m *merge) refuse(l *Library) error {
	if errors.Is(m.from.cause, data.ErrNewer) {
		return data.ErrNewer
	}
	here, err := os.Stat(l.path)
	if err != nil {
		return err
	}
	there, err := os.Stat(m.from.path)
	if err != nil {
		return err
	}
	if os.SameFile(here, there) {
		return fmt.Errorf("it is the library that it would be merged into: %w", data.ErrInvalid)
	}
	return nil
}

func (m *merge) run(t *tx) error {
	rows, err := m.from.read.QueryContext(t.ctx,
		"SELECT id, hash, rules FROM article JOIN summary ON article = id WHERE NOT removed ORDER BY id")
	if err != nil {
		return err
	}
	if m.rows, err = collect(rows, func(rows *sql.Rows) (r mergeRow, err error) {
		return r, rows.Scan(&r.id, &r.hash, &r.rules)
	}); err != nil {
		return err
	}
	// Decisions first: articles that come after them take them up as they are written.
	came, err := m.decisions(t)
	if err != nil {
		return err
	}
	for done := 0; done < len(m.rows); done += mergeBatch {
		if err := t.ctx.Err(); err != nil {
			return err
		}
		if err := m.articles(t, m.rows[done:min(done+mergeBatch, len(m.rows))]); err != nil {
			return err
		}
		if m.progress != nil {
			m.progress(min(done+mergeBatch, len(m.rows)), len(m.rows))
		}
	}
	return t.settle(came)
}

// articles adds those of a batch that are not here.
func (m *merge) articles(t *tx, batch []mergeRow) error {
	var items []Item
	var fresh []mergeRow
	for _, row := range batch {
		id, err := t.articleID(row.hash)
		if err != nil {
			return err
		}
		if id > 0 {
			if err := m.known(t, id, row.hash); err != nil {
				return err
			}
			continue
		}
		item, err := m.item(t.ctx, row.id)
		if err != nil {
			return err
		}
		items, fresh = append(items, item), append(fresh, row)
	}
	ready := prepareAll(items)
	for i := range ready {
		ready[i].rules = fresh[i].rules
		if ready[i].hash != fresh[i].hash {
			ready[i].err = fmt.Errorf("its text was changed: %w", data.ErrInvalid)
		}
	}
	added, err := t.add(ready)
	for i := range added {
		m.count(&items[i].Article, added[i])
	}
	return err
}

// known counts an article that is here. Where it is out of sight because its import was undone, it comes back.
func (m *merge) known(t *tx, id int64, hash string) error {
	said, err := decisions(t.ctx, t, "WHERE hash = ? ORDER BY step, id", hash)
	if err != nil {
		return err
	}
	if goneBy(said) != data.ActImport {
		m.Known++
		return nil
	}
	m.Added++
	m.Articles = Append(m.Articles, id)
	_, err = t.record([]data.Decision{{Action: data.ActRestore, Article: hash, Before: removed, After: present}})
	return err
}

// item reads an article as it was found, without what people there said of it: their decisions come by themselves.
func (m *merge) item(ctx context.Context, id int64) (Item, error) {
	a, f, err := m.from.Article(ctx, id)
	if err != nil {
		return Item{}, err
	}
	f.Evidence = found(f.Evidence)
	var omitted string
	if err := m.from.read.QueryRowContext(ctx, "SELECT omitted FROM article WHERE id = ?", id).Scan(&omitted); err != nil {
		return Item{}, err
	}
	a.Omitted, err = readOmitted(omitted)
	return Item{Article: a, Findings: f}, err
}

func (m *merge) count(a *data.Article, added Added) {
	if added.Err == nil {
		m.Added++
		m.Articles = Append(m.Articles, added.ID)
		return
	}
	m.Refused++
	if len(m.Errors) < mostProblems {
		m.Errors = append(m.Errors, &data.InputError{Path: m.from.path, Err: added.Err,
			Reason: fmt.Sprintf("article %d (%s): %v", a.ID, a.Title, added.Err)})
	}
}

// articleID gives the article with a text, removed or not, or 0.
func (t *tx) articleID(hash string) (id int64, err error) {
	err = t.row("SELECT id FROM article WHERE hash = ?", []any{hash}, &id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return id, err
}

// decisions copies those that are not here yet, with their time and person. It gives those that are to hold here.
func (m *merge) decisions(t *tx) (came []data.Decision, err error) {
	theirs, err := decisions(t.ctx, m.from.read, "ORDER BY id")
	if err != nil || len(theirs) == 0 {
		return nil, err
	}
	ours, err := decisions(t.ctx, t, "ORDER BY id")
	if err != nil {
		return nil, err
	}
	known, standing := map[data.Decision]bool{}, map[string][]data.Decision{}
	back := takenBack(ours)
	for _, d := range ours {
		known[nameless(d)] = known[nameless(d)] || !d.Undone || !back[d.Step]
		if !d.Undone {
			standing[matter(&d)] = append(standing[matter(&d)], d)
		}
	}
	coming := make(map[string]bool, len(m.rows))
	for _, row := range m.rows {
		coming[row.hash] = true
	}
	for _, d := range theirs {
		if known[nameless(d)] || d.Action == data.ActImport { // what came into a library is its own matter
			continue
		}
		id, err := t.articleID(d.Article)
		if err != nil {
			return nil, err
		}
		holds := m.holds(&d, id > 0 || coming[d.Article], standing[matter(&d)])
		if err := t.keep(&d, holds); err != nil {
			return nil, err
		}
		if holds {
			came = append(came, d)
		}
	}
	return came, nil
}

// takenBack gives the steps in which articles came that Undo took out again, with the decisions of the same step.
func takenBack(all []data.Decision) map[int64]bool {
	steps := map[int64]bool{}
	for i := range all {
		if all[i].Action == data.ActImport && all[i].Undone {
			steps[all[i].Step] = true
		}
	}
	return steps
}

// nameless is a decision without what differs between libraries.
func nameless(d data.Decision) data.Decision {
	d.ID, d.Step, d.Undone = 0, 0, false
	return d
}

// matter is what decisions have in common that can speak against each other; alike tells whether they do.
func matter(d *data.Decision) string {
	switch {
	case d.Action == data.ActAlias:
		return string(d.Action)
	case d.Action.OnReports():
		return "report " + d.Article
	}
	return string(d.Action) + " " + d.Article
}

// alike says whether two decisions on one matter are about the same.
func alike(a, b *data.Decision) bool {
	switch {
	case a.Action.OnEvidence():
		return a.Pair == b.Pair && aboutSame(a.Span, b.Span)
	case a.Action == data.ActMention || a.Action == data.ActFurniture:
		return a.Overlaps(b.Span)
	case a.Action.OnReports():
		return true
	}
	return a.Subject == b.Subject
}

// holds says whether a decision from there is to hold here. What was removed there is only left out, so that a merge
// takes nothing away; and what somebody here said of the same goes first.
func (m *merge) holds(d *data.Decision, article bool, ours []data.Decision) bool {
	about := d.Article != "" && d.Action != data.ActAlias
	if d.Undone || d.Action == data.ActRemove || d.Action == data.ActRestore || about && !article {
		return false
	}
	for i := range ours {
		if alike(&ours[i], d) {
			m.Outweighed++
			return false
		}
	}
	m.Decisions++
	return true
}

// keep writes a decision from another library as a part of this change. One that does not hold is history only.
func (t *tx) keep(d *data.Decision, holds bool) error {
	mark := abandoned
	if holds {
		mark, t.decided = stands, true
		if err := t.exec("UPDATE decision SET undone = ? WHERE undone = ?", abandoned, undone); err != nil {
			return err
		}
	}
	return t.write(d, mark)
}
