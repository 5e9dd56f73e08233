package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"entente/data"
	"entente/data/store/internal/words"
)

// Correct records what country words name, at one place, in the whole article or in the whole library. Before says which
// one they were taken for, "" for none. The articles that it is about have to be read again then: Stale gives them, and
// Corrections what their finders must know.
func (l *Library) Correct(ctx context.Context, article int64, c data.Correction, before data.Party) (data.Decision, error) {
	return l.one(ctx, "correct", func(t *tx) ([]data.Decision, error) {
		d := data.Decision{Passage: c.Passage, Before: countryWord(before), After: countryWord(c.Country)}
		if strings.TrimSpace(c.Text) == "" || c.Country != "" && !c.Country.Valid() {
			return nil, fmt.Errorf("words %q for %q: %w", c.Text, c.Country, data.ErrInvalid)
		}
		switch c.Scope {
		case data.Once:
			d.Action = data.ActMention
		case data.InArticle:
			d.Action, d.Subject = data.ActMentions, strings.TrimSpace(c.Text)
		case data.InLibrary:
			d.Action, d.Subject = data.ActAlias, strings.TrimSpace(c.Text)
		default:
			return nil, fmt.Errorf("scope %q: %w", c.Scope, data.ErrInvalid)
		}
		if err := t.locate(&d, article); err != nil {
			return nil, err
		}
		said, err := t.saidBefore(&d)
		if err != nil {
			return nil, err
		}
		if said != "" {
			d.Before = said
		}
		if d.Before == d.After && said == "" { // what the finders say anyway, from now on on a person's word
			d.Before = ""
		}
		return []data.Decision{d}, nil
	})
}

// locate puts an article's hash into a decision about words, which must stand in it. An alias needs no article.
func (t *tx) locate(d *data.Decision, article int64) error {
	if article == 0 && d.Action == data.ActAlias {
		d.Span = data.Span{}
		return nil
	}
	var text string
	if err := t.row("SELECT hash, text FROM article JOIN body ON article = id WHERE id = ?", []any{article}, &d.Article, &text); err != nil {
		return fmt.Errorf("article %d: %w", article, notFound(err))
	}
	if d.Span != (data.Span{}) && !d.Supported(text) || d.Span == (data.Span{}) && d.Action == data.ActMention {
		return fmt.Errorf("words %q: not at their place: %w", d.Text, data.ErrInvalid)
	}
	return nil
}

// saidBefore gives what a person said last of the same words.
func (t *tx) saidBefore(d *data.Decision) (value string, err error) {
	query, args := "hash = ? AND start = ? AND \"end\" = ?", []any{d.Article, d.Start, d.End}
	switch d.Action {
	case data.ActMentions:
		query, args = "hash = ? AND subject = ?", []any{d.Article, d.Subject}
	case data.ActAlias:
		query, args = "subject = ?", []any{d.Subject}
	}
	err = t.row("SELECT after FROM decision WHERE "+query+" AND action = ? AND undone = 0 ORDER BY id DESC LIMIT 1",
		append(args, string(d.Action)), &value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, err
}

// countryWord is how a decision names a country.
func countryWord(p data.Party) string {
	if p == "" {
		return data.Nobody
	}
	return string(p)
}

// Furnish records that a part of an article is page furniture, or with an empty reason that it is not. The article has to
// be read again then, as after Correct.
func (l *Library) Furnish(ctx context.Context, article int64, s data.Span, reason data.Reason) (data.Decision, error) {
	return l.one(ctx, "mark furniture", func(t *tx) ([]data.Decision, error) {
		hash, err := t.hashOf(article)
		if err != nil {
			return nil, err
		}
		a, err := articleText(t.ctx, t, article)
		if err != nil {
			return nil, err
		}
		if _, ok := s.In(a.Text); !ok {
			return nil, fmt.Errorf("part %d-%d of article %d: %w", s.Start, s.End, article, data.ErrInvalid)
		}
		before, after := data.NotFurniture, data.NotFurniture
		for _, o := range a.Omitted {
			if o.Overlaps(s) {
				before = string(o.Reason)
			}
		}
		if reason != "" {
			after = string(reason)
		}
		return []data.Decision{{Action: data.ActFurniture, Article: hash, Passage: data.PassageOf(a.Text, s), Before: before, After: after}}, nil
	})
}

// Corrections are what people said that finders have to know, of all articles, at one state of the library.
type Corrections struct {
	state int64
	wide  []data.Decision            // of all articles
	own   map[string][]data.Decision // by the hash of the article
}

// Of gives what is to be known of the article with this hash (data.Article.Hash), which the library need not hold.
func (c *Corrections) Of(hash string) data.Corrections {
	own := c.own[hash]
	return data.Corrections{State: c.state, Mentions: correctionsIn(c.wide, own), Marked: markingsIn(own)}
}

// Corrections reads what the finders have to know. It holds until something else is said: findings are handed back with
// the State of what they were made with, so that those which came too late are told and made again.
func (l *Library) Corrections(ctx context.Context) (*Corrections, error) {
	tx, err := l.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, wrap(ctx, err, "read corrections")
	}
	defer tx.Rollback() //nolint:errcheck // it only reads
	c := &Corrections{own: map[string][]data.Decision{}}
	if c.state, err = l.now(ctx, tx); err != nil {
		return nil, wrap(ctx, err, "read corrections")
	}
	all, err := decisions(ctx, tx, "WHERE action IN ('mention', 'mentions', 'alias', 'furniture') AND undone = 0 ORDER BY id")
	for _, d := range all {
		if d.Action == data.ActAlias {
			c.wide = append(c.wide, d)
		} else {
			c.own[d.Article] = append(c.own[d.Article], d)
		}
	}
	return c, wrap(ctx, err, "read corrections")
}

// correctionsIn gives the corrections of mentions in the order in which they go before each other: what was said of the
// library, of the article, of one place.
func correctionsIn(wide, own []data.Decision) (all []data.Correction) {
	for _, scope := range []struct {
		action data.Action
		scope  data.Scope
		from   []data.Decision
	}{{data.ActAlias, data.InLibrary, wide}, {data.ActMentions, data.InArticle, own}, {data.ActMention, data.Once, own}} {
		for i := range scope.from {
			d := &scope.from[i]
			if d.Action != scope.action {
				continue
			}
			c := data.Correction{Passage: d.Passage, Scope: scope.scope}
			if scope.scope != data.Once {
				c.Passage = data.Passage{Text: d.Subject}
			}
			if d.After != data.Nobody {
				c.Country = data.Party(d.After)
			}
			all = append(all, c)
		}
	}
	return all
}

func markingsIn(stand []data.Decision) (all []data.Marking) {
	for i := range stand {
		if d := &stand[i]; d.Action == data.ActFurniture {
			m := data.Marking{Span: d.Span}
			if d.After != data.NotFurniture {
				m.Reason = data.Reason(d.After)
			}
			all = append(all, m)
		}
	}
	return all
}

// askWide asks for all articles with these words to be read again, and for those that are being read just now.
func (t *tx) askWide(subject string) error {
	t.asked = t.tick
	query, err := words.Parse(`"` + strings.ReplaceAll(subject, `"`, " ") + `"`)
	if errors.Is(err, data.ErrInvalid) { // no letters: it can be anywhere
		return t.exec("UPDATE summary SET asked = ?", t.tick)
	}
	if err != nil {
		return err
	}
	return t.exec("UPDATE summary SET asked = ? WHERE article IN (SELECT rowid FROM words WHERE words MATCH ?)", t.tick, query.Match())
}

// welcome makes what people said before an article came hold on it: decisions can come from another library first.
func (t *tx) welcome(p *prepared) error {
	stand, err := standing(t.ctx, t, p.hash)
	if err != nil || len(stand) == 0 {
		return err
	}
	if len(markingsIn(stand)) == 0 {
		return nil
	}
	return t.remark(p.id, stand)
}

// Asked says whether any article has to be read again because of what people said: Stale gives them.
func (l *Library) Asked(ctx context.Context) (yes bool, err error) {
	err = l.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM summary WHERE asked > heard AND NOT removed)").Scan(&yes)
	return yes, wrap(ctx, err, "look for what is to be read again")
}
