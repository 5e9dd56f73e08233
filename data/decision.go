package data

import "time"

// Verdict is what a person said of a piece of evidence.
type Verdict string

// The verdicts; the empty one means that nobody decided.
const (
	Undecided Verdict = ""
	Accepted  Verdict = "accepted"
	Rejected  Verdict = "rejected"
)

// Decision records what a person said. It points at the words that it was about, so it survives a rescan.
type Decision struct {
	ID      int64
	Made    time.Time // UTC, to the second
	Article string    // hash of the article's text
	Passage           // the words it was about; zero for a decision about the whole article
	Pair    Pair      // zero for a decision about the article
	Action  string    // "verdict", "remove", "restore"
	Before  string    // the value it replaced
	After   string    // the value it set
	Undone  bool
}
