package data

import "strings"

// Grade is how far a source is to be trusted and how likely what it says is, by the Admiralty code. The two are given by
// people, each by itself: neither ever follows from the other.
type Grade struct {
	Source string // of the publisher, "A" (completely reliable) to "E" (unreliable), "F" (cannot be judged); "" until graded
	Item   string // of the article, "1" (confirmed) to "5" (improbable), "6" (cannot be judged); "" until graded
}

// SourceGrades and ItemGrades list the grades, the best first.
var (
	SourceGrades = []string{"A", "B", "C", "D", "E", "F"}
	ItemGrades   = []string{"1", "2", "3", "4", "5", "6"}
)

// String gives both letters, such as "B2"; what nobody graded cannot be judged, so the zero Grade is "F6".
func (g Grade) String() string {
	source, item := "F", "6"
	if g.Source != "" {
		source = g.Source
	}
	if g.Item != "" {
		item = g.Item
	}
	return source + item
}

// Graded says whether a person gave either grade.
func (g Grade) Graded() bool { return g != Grade{} }

// SameSource says whether two publishers are one: case and white space around a name make no other.
func SameSource(a, b string) bool { return SourceKey(a) == SourceKey(b) }

// SourceKey is the form of a publisher's name by which it is graded.
func SourceKey(publisher string) string {
	return strings.ToLower(strings.Join(strings.Fields(publisher), " "))
}
