package store

import (
	"context"
	"fmt"

	"entente/data"
	"entente/data/store/internal/index"
)

// Ties gives the ties under the filter by weight (data.Heavier), with no evidence in them. Denied evidence makes no tie
// by itself.
func (l *Library) Ties(ctx context.Context, f data.Filter) ([]data.Tie, error) {
	var ties []data.Tie
	err := l.ask(ctx, f, func(c *index.Choice) error {
		ties = c.Ties()
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list ties: %w", err)
	}
	return ties, nil
}

// Tie gives one tie under the filter with its evidence. data.ErrNotFound says that the filter leaves no such tie.
func (l *Library) Tie(ctx context.Context, pair data.Pair, f data.Filter) (data.Tie, error) {
	var ids []int64
	var ties []data.Tie
	err := l.ask(ctx, f, func(c *index.Choice) error {
		c.Only(pair)
		ties, ids = c.Ties(), c.Evidence()
		return nil
	})
	if err != nil {
		return data.Tie{}, fmt.Errorf("read tie %s: %w", pair, err)
	}
	if len(ties) == 0 {
		return data.Tie{}, fmt.Errorf("tie %s: %w", pair, data.ErrNotFound)
	}
	tie := ties[0]
	tie.Evidence, err = l.evidenceByID(ctx, ids)
	return tie, wrap(ctx, err, "read tie %s", pair)
}

// TieHead gives one tie under the filter without its evidence, and the surest piece of that; the zero Evidence where all of
// it was rejected. data.ErrNotFound says that the filter leaves no such tie.
func (l *Library) TieHead(ctx context.Context, pair data.Pair, f data.Filter) (data.Tie, data.Evidence, error) {
	var id int64
	var ties []data.Tie
	err := l.ask(ctx, f, func(c *index.Choice) error {
		c.Only(pair)
		ties, id = c.Ties(), c.Strongest()
		return nil
	})
	if err != nil {
		return data.Tie{}, data.Evidence{}, fmt.Errorf("read tie %s: %w", pair, err)
	}
	if len(ties) == 0 {
		return data.Tie{}, data.Evidence{}, fmt.Errorf("tie %s: %w", pair, data.ErrNotFound)
	}
	best, err := l.evidenceByID(ctx, []int64{id})
	if err != nil || len(best) == 0 {
		return ties[0], data.Evidence{}, wrap(ctx, err, "read tie %s", pair)
	}
	return ties[0], best[0], nil
}

// Passages gives a part of a tie's evidence, for ties with more of it than a list can show: the pieces that are fairly
// sure (data.FairlySure) before the rest, in both the reports with the surest first, of equals those with the stance of the tie, each of them in the order of Tie.
func (l *Library) Passages(ctx context.Context, pair data.Pair, f data.Filter, offset, limit int) ([]data.Evidence, error) {
	var ids []int64
	err := l.ask(ctx, f, func(c *index.Choice) error {
		c.Only(pair)
		if ties := c.Ties(); len(ties) > 0 {
			ids = c.Surest(ties[0].Stance)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list passages of %s: %w", pair, err)
	}
	ids = ids[min(max(offset, 0), len(ids)):]
	found, err := l.evidenceByID(ctx, ids[:min(max(limit, 0), len(ids))])
	return found, wrap(ctx, err, "list passages of %s", pair)
}
