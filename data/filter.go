package data

// Filter chooses ties, evidence and articles. Each condition that is set must hold; within one, any value will do.
// The zero Filter chooses everything that was not rejected.
type Filter struct {
	Countries     []Party // one: ties of that country; several: ties with any of them at either end
	Between       []Party // ties with both ends among these, so that two name one tie
	Fields        []Field
	Stances       []Stance // of the tie, after the other conditions are applied to its evidence; in lists of evidence its own
	Modalities    []Modality
	From, To      string // inclusive; YYYY, YYYY-MM or YYYY-MM-DD. Evidence counts by When, else by its article's date
	Articles      []int64
	Publishers    []string // of the articles, as these name them; "" stands for one that is not known
	MinReports    int
	MinConfidence int // per cent, rounded as people see them; what a person accepted is sure enough for any. See Evidence.Sure
	Decision      DecisionFilter
	Search        string // words that the article must hold, see store search
}

// DecisionFilter chooses evidence by what people said of it.
type DecisionFilter string

// The decision filters. The zero value takes all but the rejected.
const (
	NotRejected   DecisionFilter = ""
	OnlyAccepted  DecisionFilter = "accepted"
	OnlyUndecided DecisionFilter = "undecided"
	OnlyRejected  DecisionFilter = "rejected"
	AnyDecision   DecisionFilter = "any"
)

// Empty says whether the filter lets everything through that the zero Filter does.
func (f *Filter) Empty() bool {
	return len(f.Countries) == 0 && len(f.Between) == 0 && len(f.Fields) == 0 && len(f.Stances) == 0 && len(f.Modalities) == 0 &&
		f.From == "" && f.To == "" && len(f.Articles) == 0 && len(f.Publishers) == 0 &&
		f.MinReports <= 1 && f.MinConfidence <= 0 && f.Decision == NotRejected && f.Search == ""
}
