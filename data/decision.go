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

// Action says what kind of thing a person decided.
type Action string

// The actions. Passage and Pair of a decision are those of the evidence, or the words that it was about; Subject and the
// form of Before and After depend on the action.
const (
	ActVerdict   Action = "verdict"   // on evidence: a Verdict
	ActEdit      Action = "edit"      // what evidence says: a Statement as JSON
	ActAdd       Action = "add"       // evidence that the rules did not find: a Statement as JSON
	ActNote      Action = "note"      // on evidence: free text
	ActMention   Action = "mention"   // the words at one place name a country: its code, or Nobody
	ActMentions  Action = "mentions"  // the words Subject do, everywhere in the article
	ActAlias     Action = "alias"     // the words Subject do, everywhere in the library
	ActFurniture Action = "furniture" // a part of the text is furniture: a Reason, or NotFurniture
	ActSource    Action = "source"    // the grade of the publisher Subject: A to F
	ActItem      Action = "item"      // the grade of an article: 1 to 6
	ActJoin      Action = "join"      // an article tells the same story as the one with the hash Subject
	ActUnfold    Action = "unfold"    // an article is a report of its own
	ActRemove    Action = "remove"    // an article is out of sight
	ActRestore   Action = "restore"   // it is back
	ActImport    Action = "import"    // it came into the library, with Subject articles in all; recorded when that was undone
)

// Actions lists every Action.
var Actions = []Action{ActVerdict, ActEdit, ActAdd, ActNote, ActMention, ActMentions, ActAlias, ActFurniture, ActSource,
	ActItem, ActJoin, ActUnfold, ActRemove, ActRestore, ActImport}

// Nobody stands in a decision for words that name no country.
const Nobody = "nobody"

// NotFurniture stands in a decision for a part of a text that belongs to the article.
const NotFurniture = "article"

// Decision records what a person said. It points at the words that it was about, so it survives a rescan.
type Decision struct {
	ID      int64
	Step    int64     // decisions of one step were made in one go, and are undone in one go
	Made    time.Time // UTC, to the second
	Who     string    // the person's name, "" where none was known
	Action  Action
	Article string // hash of the article's text, "" for a decision that is about no article
	Passage        // the words it was about; zero for a decision about the whole article
	Pair    Pair   // zero but for evidence
	Subject string // see the actions
	Before  string // the value it replaced, "" for none
	After   string // the value it set, "" for none
	Undone  bool
}

// OnEvidence says whether the action is about a piece of evidence.
func (a Action) OnEvidence() bool {
	return a == ActVerdict || a == ActEdit || a == ActAdd || a == ActNote
}

// OnReading says whether the action changes what the finders are given, so that the article must be read again.
func (a Action) OnReading() bool {
	return a == ActMention || a == ActMentions || a == ActAlias || a == ActFurniture
}

// OnSight says whether the action is about whether the library shows the article.
func (a Action) OnSight() bool { return a == ActRemove || a == ActRestore || a == ActImport }

// OnReports says whether the action is about which articles tell the same story.
func (a Action) OnReports() bool { return a == ActJoin || a == ActUnfold }
