package app

import (
	"context"

	"entente/data"
	"entente/data/store"
)

// doubtsMost is how many passages a review takes up at once: more than anybody judges at a sitting.
const doubtsMost = 5000

// Doubts gives the evidence under a filter that nobody has judged, the strongest doubt first. Of very many it gives the
// first thousands.
func Doubts(ctx context.Context, l Library, f data.Filter) ([]store.Doubt, error) {
	return l.Doubts(ctx, f, doubtsMost)
}
