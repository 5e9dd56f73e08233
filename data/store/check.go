package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"

	"entente/data"
	"entente/data/store/internal/index"
	"entente/data/store/internal/words"
)

// Problem is something in the library that is not as it should be.
type Problem struct {
	Where string // "file", "table evidence", "article 12 (Title)"
	What  string // in plain words
}

// mostProblems bounds the report on a library that is broken all over.
const mostProblems = 1000

// Check looks through the whole library: the file's own structure, references between its tables, every text against its
// hash, every passage against the words at its place, the search index and the summaries against the articles, and every
// verdict against the decisions. No problem means that the library is whole. It changes nothing and can be cancelled.
func (l *Library) Check(ctx context.Context) ([]Problem, error) {
	tx, err := l.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, wrap(ctx, err, "check library")
	}
	defer tx.Rollback() //nolint:errcheck // it only reads
	c := &checker{ctx: ctx, tx: tx}
	for _, step := range []func() error{c.structure, c.references, c.articles} {
		err := step()
		if errors.Is(wrap(ctx, err, "check"), data.ErrDamaged) {
			c.report("file", "cannot be read on: %v", err)
			break
		}
		if err != nil {
			return c.problems, wrap(ctx, err, "check library")
		}
	}
	return c.problems, nil
}

// checker gathers problems in one reading transaction, so that it sees the library as it was at one moment.
type checker struct {
	ctx      context.Context
	tx       *sql.Tx
	problems []Problem
}

func (c *checker) report(where, format string, args ...any) {
	if len(c.problems) < mostProblems {
		c.problems = append(c.problems, Problem{where, fmt.Sprintf(format, args...)})
	}
}

func (c *checker) structure() error {
	var n int // a connection of which FTS5 remembers an older state finds faults that are none, until it has looked up a word
	if err := c.tx.QueryRowContext(c.ctx, "SELECT count(*) FROM words WHERE words MATCH 'a'").Scan(&n); err != nil {
		return err
	}
	rows, err := c.tx.QueryContext(c.ctx, "PRAGMA integrity_check")
	if err != nil {
		return err
	}
	lines, err := collect(rows, func(rows *sql.Rows) (s string, err error) { return s, rows.Scan(&s) })
	for _, line := range lines {
		if line != "ok" {
			c.report("file", "%s", line)
		}
	}
	return err
}

func (c *checker) references() error {
	rows, err := c.tx.QueryContext(c.ctx, "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2")
	if err != nil {
		return err
	}
	_, err = collect(rows, func(rows *sql.Rows) (_ struct{}, err error) {
		var table, parent string
		var n int
		err = rows.Scan(&table, &parent, &n)
		c.report("table "+table, "%d rows belong to no row of table %s", n, parent)
		return struct{}{}, err
	})
	return err
}

// stored is an article with all that belongs to it, as the tables have it.
type stored struct {
	data.Article
	hash     string
	findings data.Findings
	mentions int
	first    int64
	report   int64
	packed   []byte
	lengths  []byte // of the columns of the search index
	summary  bool
}

func (c *checker) articles() error {
	rows, err := c.tx.QueryContext(c.ctx, "SELECT id FROM article ORDER BY id")
	if err != nil {
		return err
	}
	ids, err := collect(rows, scanID)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		if err := c.article(id); err != nil {
			return err
		}
	}
	var n int
	if err := c.tx.QueryRowContext(c.ctx, "SELECT count(*) FROM words_docsize").Scan(&n); err != nil {
		return err
	}
	if n > len(ids) {
		c.report("search index", "holds %d articles of %d", n, len(ids))
	}
	return nil
}

func (c *checker) article(id int64) error {
	s, err := c.load(id)
	where := fmt.Sprintf("article %d", id)
	if s.Title != "" {
		where += " (" + s.Title + ")"
	}
	switch {
	case errors.Is(err, sql.ErrNoRows):
		c.report(where, "has no text")
		return nil
	case errors.Is(err, data.ErrDamaged) && code(err) == 0: // JSON or a time that cannot be read
		c.report(where, "%v", err)
		return nil
	case err != nil:
		return err
	}
	if s.Hash() != s.hash {
		c.report(where, "the text is not the one that was added")
	}
	if err := checkArticle(&s.Article); err != nil {
		c.report(where, "%v", err)
	}
	c.passages(where, s)
	c.derived(where, s)
	return c.verdicts(where, s)
}

func (c *checker) load(id int64) (*stored, error) {
	s := &stored{}
	s.ID = id
	var omitted, added string
	var mentions, first, report sql.NullInt64
	err := c.tx.QueryRowContext(c.ctx, `SELECT hash, title, publisher, coalesce(marked, omitted), added, text, summary.article IS NOT NULL, mentions,
		first, report, packed, sz
		FROM article JOIN body ON body.article = article.id LEFT JOIN summary ON summary.article = article.id
		LEFT JOIN words_docsize AS w ON w.id = article.id WHERE article.id = ?`, id).
		Scan(&s.hash, &s.Title, &s.Publisher, &omitted, &added, &s.Text, &s.summary, &mentions, &first, &report,
			&s.packed, &s.lengths)
	if err != nil {
		return s, err
	}
	s.mentions, s.first, s.report = int(mentions.Int64), first.Int64, report.Int64
	if s.Added, err = parseStamp(added); err != nil {
		return s, err
	}
	if s.Omitted, err = readOmitted(omitted); err != nil {
		return s, err
	}
	if s.findings.Mentions, err = mentionsOf(c.ctx, c.tx, id); err != nil {
		return s, err
	}
	s.findings.Evidence, err = evidenceOf(c.ctx, c.tx, id)
	return s, err
}

// passages checks that every passage is the words at its place.
func (c *checker) passages(where string, s *stored) {
	for _, m := range s.findings.Mentions {
		if !m.Supported(s.Text) {
			c.report(where, "the mention %q is not what stands at bytes %d to %d", m.Text, m.Start, m.End)
		}
	}
	for i := range s.findings.Evidence {
		e := &s.findings.Evidence[i]
		if err := checkEvidence(s.Text, e); err != nil {
			c.report(where, "evidence %d: %v", e.ID, err)
		}
	}
}

// derived checks the summary and the search index against the article.
func (c *checker) derived(where string, s *stored) {
	if !s.summary {
		c.report(where, "has no summary")
		return
	}
	packed, err := index.Pack(s.findings.Evidence)
	if err != nil || !index.SameFindings(packed, s.packed) || s.mentions != len(s.findings.Mentions) {
		c.report(where, "the summary does not agree with the findings")
	}
	for i := range s.findings.Evidence {
		if s.findings.Evidence[i].ID != s.first+int64(i) {
			c.report(where, "the numbers of its evidence have a gap")
			break
		}
	}
	if s.report < 1 || s.report > s.ID {
		c.report(where, "belongs to the report %d, which cannot be", s.report)
	}
	want := words.Lengths(words.Join(s.Title, nil), words.Join(s.Publisher, nil), words.Join(s.Text, s.Furniture))
	if !bytes.Equal(want, s.lengths) {
		c.report(where, "the search index does not hold its words")
	}
}

// verdicts checks that evidence is as the decisions that stand leave it.
func (c *checker) verdicts(where string, s *stored) error {
	want, err := decide(c.ctx, c.tx, s.hash, found(s.findings.Evidence))
	if err != nil {
		return err
	}
	shown := s.findings.Evidence
	if len(want) != len(shown) {
		c.report(where, "has %d pieces of evidence, the decisions leave %d", len(shown), len(want))
		return nil
	}
	for i := range want {
		if want[i].Decision != shown[i].Decision {
			c.report(where, "evidence %d does not carry the decision %q", shown[i].ID, want[i].Decision)
		} else if got, said := statementJSON(shown[i].Statement()), statementJSON(want[i].Statement()); got != said || want[i].Note != shown[i].Note {
			c.report(where, "evidence %d does not say what a person made of it", shown[i].ID)
		}
	}
	return nil
}
