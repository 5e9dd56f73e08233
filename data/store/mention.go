package store

import (
	"context"
	"database/sql"

	"entente/data"
	"entente/data/store/internal/index"
)

// mentionsOf reads the mentions of one article by place.
func mentionsOf(ctx context.Context, q querier, article int64) ([]data.Mention, error) {
	rows, err := q.QueryContext(ctx, `SELECT start, "end", text, country, kind, lat, lon, venue, why
		FROM mention WHERE article = ? ORDER BY place`, article)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(rows *sql.Rows) (m data.Mention, err error) {
		err = rows.Scan(&m.Start, &m.End, &m.Text, &m.Country, &m.Kind, &m.Lat, &m.Lon, &m.Venue, &m.Why)
		return m, err
	})
}

// addMentions writes an article's mentions, which are sorted, and what gaps are found by.
func (t *tx) addMentions(article int64, mentions []data.Mention) error {
	for i := range mentions {
		m := &mentions[i]
		if err := t.exec("INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", article, i, m.Start, m.End, m.Text,
			string(m.Country), string(m.Kind), m.Lat, m.Lon, m.Venue, m.Why); err != nil {
			return err
		}
	}
	return t.exec("REPLACE INTO named VALUES (?, ?)", article, index.PackNamed(mentions))
}
