package reason

// Sign is something around a passage that makes what the rules say of a pair more or less likely, by its key in
// assets/rules/model.tsv. What it weighs was learnt from labelled texts.
type Sign uint8

// The signs. A range of signs that ends in Many counts: up to none, one, two and so on.
const (
	Start      Sign = iota // what every pair starts from
	Rules                  // what the rules say, in log-odds
	Unnamed                // one of the two is meant, not named
	TopicIn                // the article is mostly about one of the two
	TopicOut               // or about another
	Others0                // other parties in the sentence
	Others1                //
	Others2                //
	OthersMany             //
	Shared0                // sentences of the article that name both
	Shared1                //
	Shared2                //
	SharedMany             //
	Lesser                 // no sign: what the small parts of a confidence come to together
	Signs                  // how many there are
)

var signKeys = [Signs]string{"start", "rules", "unnamed", "topic-in", "topic-out",
	"others-0", "others-1", "others-2", "others-many",
	"shared-0", "shared-1", "shared-2", "shared-many", "lesser"}

// Key gives the key of a sign in the table.
func (s Sign) Key() string { return signKeys[s] }

// Given is a sign that was seen, with its amount: 1 for those that are only there or not.
type Given struct {
	Sign   Sign
	Amount float64
}
