package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync"

	"entente/data"
	"entente/data/store/internal/index"
	"entente/data/text"
)

// Together is a pair that articles name within a sentence's length of each other.
type Together = index.Together

// Untied is what articles name and state no tie of.
type Untied = index.Untied

// named keeps what articles name in memory, as of one change of the library.
type named struct {
	mu   sync.Mutex
	tick int64
	all  index.Named
}

// Untied tells which pairs the articles under the filter name together although no evidence that the filter takes ties
// them, by reports; and how many of the articles name each party. It asks for no meaning: the words may say anything, or
// nothing, of the two.
func (l *Library) Untied(ctx context.Context, f data.Filter) (Untied, error) {
	l.named.mu.Lock()
	defer l.named.mu.Unlock()
	if err := l.readNamed(ctx); err != nil {
		return Untied{}, wrap(ctx, err, "find gaps")
	}
	var out Untied
	err := l.ask(ctx, f, func(c *index.Choice) error {
		out = c.Untied(&l.named.all)
		return nil
	})
	if err != nil {
		return out, fmt.Errorf("find gaps: %w", err)
	}
	return out, nil
}

// readNamed reads what articles name that changed since the last time.
func (l *Library) readNamed(ctx context.Context) error {
	tx, err := l.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // it only reads
	tick, err := l.now(ctx, tx)
	if err != nil || tick == l.named.tick {
		return err
	}
	missing, err := l.named.readPacked(ctx, tx)
	if err == nil && len(missing) > 0 {
		err = l.named.readMentions(ctx, tx, missing)
	}
	if err == nil {
		l.named.tick = tick
	}
	return err
}

// readPacked reads what is kept for the articles that changed, and gives those that nothing is kept for: all of them in a
// library of an older schema that cannot be upgraded.
func (n *named) readPacked(ctx context.Context, q querier) (missing []int64, err error) {
	var kept bool
	if err := q.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema WHERE name = 'named'").Scan(&kept); err != nil {
		return nil, err
	}
	// The sign keeps SQLite from the index over ticks: the tables are walked in their order, and nothing has to be sorted.
	query := "SELECT article, NULL, 0 FROM summary WHERE +tick > ? ORDER BY article"
	if kept {
		query = `SELECT summary.article, named.packed, named.article IS NOT NULL FROM summary LEFT JOIN named ON named.article = summary.article
			WHERE +tick > ? ORDER BY summary.article`
	}
	rows, err := q.QueryContext(ctx, query, n.tick)
	if err != nil {
		return nil, err
	}
	_, err = collect(rows, func(rows *sql.Rows) (_ struct{}, err error) {
		var id int64
		var packed sql.RawBytes
		var known bool
		if err = rows.Scan(&id, &packed, &known); err != nil {
			return struct{}{}, err
		}
		if !known {
			missing = append(missing, id)
		}
		n.all.Put(id, packed)
		return struct{}{}, nil
	})
	return missing, err
}

// readMentions reads what articles name from their mentions themselves.
func (n *named) readMentions(ctx context.Context, q querier, articles []int64) error {
	rows, err := q.QueryContext(ctx, `SELECT article, start, "end", country FROM mention
		WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, place`, idList(articles))
	if err != nil {
		return err
	}
	var of int64 // the article that the mentions are of
	var mentions []data.Mention
	_, err = collect(rows, func(rows *sql.Rows) (_ struct{}, err error) {
		var m data.Mention
		var article int64
		if err = rows.Scan(&article, &m.Start, &m.End, &m.Country); err != nil {
			return struct{}{}, err
		}
		if article != of {
			n.all.Put(of, index.PackNamed(mentions))
			of, mentions = article, mentions[:0]
		}
		mentions = append(mentions, m)
		return struct{}{}, nil
	})
	n.all.Put(of, index.PackNamed(mentions))
	return err
}

// Place is where an article names two parties together.
type Place struct {
	Article int64
	Heading string // text.Heading of the article
	data.Passage
}

// Places gives some places where articles under the filter name two parties together, one for each article, those added
// last first. The passage is the sentences that the two names stand in. Only the filter's conditions on articles count.
func (l *Library) Places(ctx context.Context, pair data.Pair, f data.Filter, limit int) ([]Place, error) {
	ids, err := l.naming(ctx, pair, f, limit)
	if err != nil {
		return nil, wrap(ctx, err, "find places of %s", pair)
	}
	places := make([]Place, 0, len(ids))
	for _, id := range ids {
		p, err := l.place(ctx, id, pair)
		if errors.Is(err, sql.ErrNoRows) {
			continue // a rescan took it away meanwhile
		}
		if err != nil {
			return nil, wrap(ctx, err, "find places of %s", pair)
		}
		places = append(places, p)
	}
	return places, nil
}

// naming gives the articles under the filter that name both parties together.
func (l *Library) naming(ctx context.Context, pair data.Pair, f data.Filter, limit int) (ids []int64, err error) {
	l.named.mu.Lock()
	defer l.named.mu.Unlock()
	if err := l.readNamed(ctx); err != nil {
		return nil, err
	}
	err = l.ask(ctx, f, func(c *index.Choice) error {
		ids = c.Naming(&l.named.all, pair, limit)
		return nil
	})
	return ids, err
}

func (l *Library) place(ctx context.Context, article int64, pair data.Pair) (p Place, err error) {
	p.Article = article
	var omitted string
	a := data.Article{ID: article}
	err = l.read.QueryRowContext(ctx, `SELECT title, language, body.text, coalesce(marked, omitted), min(a.start, b.start), max(a."end", b."end")
		FROM mention AS a JOIN mention AS b ON b.article = a.article AND b.country = ?
			AND max(a.start, b.start) - min(a."end", b."end") <= ?
		JOIN article ON article.id = a.article JOIN body ON body.article = a.article
		WHERE a.article = ? AND a.country = ? ORDER BY 5 LIMIT 1`, string(pair[1]), index.NamedWithin, article, string(pair[0])).
		Scan(&a.Title, &a.Language, &a.Text, &omitted, &p.Start, &p.End)
	if err != nil {
		return p, err
	}
	if a.Omitted, err = readOmitted(omitted); err != nil {
		return p, err
	}
	p.Heading = text.Heading(&a)
	if _, ok := p.In(a.Text); ok {
		p.Passage = data.PassageOf(a.Text, sentences(a.Text, a.Language, p.Span))
	}
	return p, nil
}

// sentences widens words of a text to the sentences that they stand in: two names alone tell nobody what is said of them.
func sentences(whole, language string, words data.Span) data.Span {
	from, to := strings.LastIndexByte(whole[:words.Start], '\n')+1, len(whole)
	if end := strings.IndexByte(whole[words.End:], '\n'); end >= 0 {
		to = words.End + end
	}
	doc := text.Parse(&data.Article{Text: whole[from:to], Language: language})
	for _, s := range doc.Sentences {
		if s.Start < words.End-from && s.End > words.Start-from {
			words.Start, words.End = min(words.Start, s.Start+from), max(words.End, s.End+from)
		}
	}
	return words
}
