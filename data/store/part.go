package store

import (
	"context"
	"unicode/utf8"

	"entente/data"
)

// Part gives a part of an article: its text between two bytes, with the furniture and the mentions that lie wholly or partly in
// it, all positions counted from its first byte. However long the article is, no more of it is held. Bytes beyond the text
// are left out, and a part that begins within a letter begins after it. data.ErrNotFound says that there is no such article.
func (l *Library) Part(ctx context.Context, article int64, s data.Span) (data.Article, []data.Mention, error) {
	a := data.Article{ID: article}
	var text []byte
	var omitted string
	err := l.read.QueryRowContext(ctx, `SELECT language, substr(CAST(text AS BLOB), ? + 1, ?), coalesce(marked, omitted)
		FROM article JOIN body ON article = id WHERE id = ?`, s.Start, s.Len(), article).Scan(&a.Language, &text, &omitted)
	if err != nil {
		return a, nil, wrap(ctx, notFound(err), "read a part of article %d", article)
	}
	for len(text) > 0 && !utf8.RuneStart(text[0]) {
		text = text[1:]
		s.Start++
	}
	a.Text = string(text)
	s.End = s.Start + len(text)
	all, err := readOmitted(omitted)
	if err != nil {
		return a, nil, wrap(ctx, err, "read a part of article %d", article)
	}
	for _, o := range all {
		if o.Overlaps(s) {
			o.Start, o.End = max(o.Start-s.Start, 0), min(o.End, s.End)-s.Start
			a.Omitted = append(a.Omitted, o)
		}
	}
	mentions, err := mentionsIn(ctx, l.read, article, s)
	return a, mentions, wrap(ctx, err, "read a part of article %d", article)
}

// mentionsIn gives where an article names which country between two bytes, counted from the first of them. It reads them in
// the order of the text and stops behind the part.
func mentionsIn(ctx context.Context, q querier, article int64, s data.Span) (mentions []data.Mention, err error) {
	rows, err := q.QueryContext(ctx, `SELECT start, "end", text, country FROM mention WHERE article = ? ORDER BY place`, article)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err below tells
	for rows.Next() {
		var m data.Mention
		if err := rows.Scan(&m.Start, &m.End, &m.Text, &m.Country); err != nil {
			return nil, err
		}
		if m.Start >= s.End {
			break
		}
		if m.Overlaps(s) {
			m.Start -= s.Start
			m.End -= s.Start
			mentions = append(mentions, m)
		}
	}
	return mentions, rows.Err()
}
