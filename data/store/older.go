package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
)

// judgement is the schema that brought the columns that older reads without.
const judgement = 3

// older makes a connection to a library of an older schema, which cannot be upgraded, see the columns that it lacks with
// nothing in them. Views of a connection's own go before the tables of the file, which stays as it is.
const older = `PRAGMA query_only = 0;
CREATE TEMP VIEW decision AS SELECT *, '' AS who, '' AS subject FROM main.decision;
CREATE TEMP VIEW evidence AS SELECT *, '' AS note, '' AS hand, '' AS before FROM main.evidence;
CREATE TEMP VIEW article AS SELECT *, NULL AS marked FROM main.article;
CREATE TEMP VIEW summary AS SELECT article, tick, report, removed, published, rules, mentions, first, ` + packed + ` AS packed,
	NULL AS joined, 0 AS asked, 0 AS heard FROM main.summary AS old;
CREATE TEMP VIEW state AS SELECT *, 0 AS asked FROM main.state;
PRAGMA query_only = 1`

// packed gives an old summary's records with what schema 2 put into them, as its migration does.
const packed = `CASE WHEN length(packed) > 0 AND length(packed) = 24 * (SELECT count(*) FROM main.evidence WHERE article = old.article)
THEN (
	SELECT unhex(group_concat(hex(substr(packed, 24 * place + 1, 7)) || printf('%02x', shares + sender) ||
		hex(substr(packed, 24 * place + 9, 16)), '' ORDER BY place))
	FROM (
		SELECT id - old.first AS place,
			start = lag(start, 1, -1) OVER passages AND "end" = lag("end", 1, -1) OVER passages AS shares,
			CASE "from" WHEN '' THEN 0 WHEN a THEN 2 WHEN b THEN 4 ELSE 0 END AS sender
		FROM main.evidence WHERE article = old.article
		WINDOW passages AS (ORDER BY id)
	)
) ELSE packed END`

// openOlder opens connections for reading, to a library of any schema.
func openOlder(ctx context.Context, dsn string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	var version int
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil || version >= judgement {
		return db, err
	}
	lacking := sql.OpenDB(&connector{db.Driver(), dsn, older})
	return lacking, db.Close()
}

// connector makes connections that begin with a script.
type connector struct {
	driver      driver.Driver
	dsn, script string
}

// Connect is part of driver.Connector.
func (c *connector) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := c.driver.Open(c.dsn)
	if err != nil {
		return nil, err
	}
	execer, ok := conn.(driver.ExecerContext)
	if !ok {
		return nil, errors.Join(fmt.Errorf("%T runs no scripts", conn), conn.Close())
	}
	if _, err := execer.ExecContext(ctx, c.script, nil); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}

// Driver is part of driver.Connector.
func (c *connector) Driver() driver.Driver { return c.driver }
