package proof

import (
	"time"

	"entente/app/export"
	"entente/app/scene"
)

// Words are the sentences of a figure in the reader's language; see app/words.
type Words interface {
	scene.Words
	Date(iso string) string
}

// Figure adds to a map what a set tells: its ties with their evidence, so that the arcs point at whom they act upon, and the
// notes around it. The window and the command line both draw through it, so that their pictures of one set agree.
func Figure(in scene.SnapshotInput, set *export.Set, say Words) scene.SnapshotInput {
	in.Ties = set.Ties
	in.Period, in.Reports, in.Sources = say.Date(set.Period), set.Reports, set.Sources(say)
	in.Made = say.Date(set.Made.Format(time.DateOnly))
	return in
}
