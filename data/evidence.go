package data

// Evidence is one passage that states a relation between two parties.
type Evidence struct {
	Passage
	ID         int64 // in the library; 0 before it is stored
	Article    int64 // ID of its article; 0 before it is stored
	Pair       Pair
	From       Party    // who acts upon the other (aid from A to B); "" where neither or both
	Fields     []Field  // at least one, the leading one first
	Stance     Stance   // never Mixed: that belongs to ties
	Kind       Kind     // what is done, by PLOVER's kinds; "" where none fits
	Modality   Modality // done, unless the text says otherwise
	When       string   // YYYY, YYYY-MM, YYYY-MM-DD or "FROM/TO" of these; "" where not told
	Figures    []Figure
	Confidence float64   // 0 to 1
	Parts      []Part    // what the confidence is made of, in order of weight
	Decision   Verdict   // what a person said of it; "" where nobody did
	Note       string    // what a person wrote about it
	Hand       Hand      // whether a person edited or added it
	Before     *Evidence // of what a person edited: as the rules find it, nil where they do not find it any more
}

// FairlySure is the confidence in per cent under which a passage says little by itself. Of the passages that the rules find,
// about a quarter lie below it: mostly what an article adds on a tie that it stated before.
const FairlySure = 70

// Sure says whether evidence is sure to at least so many per cent. What a person accepted is, whatever its confidence.
func (e *Evidence) Sure(percent int) bool {
	return e.Decision == Accepted || e.Confidence >= LeastConfidence(percent)
}

// LeastConfidence is the least confidence that people see as so many per cent, when it is rounded for them.
func LeastConfidence(percent int) float64 {
	if percent <= 0 {
		return 0
	}
	return (float64(percent) - 0.5) / 100
}

// Part is one named reason in a confidence.
type Part struct {
	Name   string  // plain words: "named in one clause", "verb of signing"
	Weight float64 // added to the log-odds of the confidence; negative speaks against
}

// Figure is an amount in a passage.
type Figure struct {
	Passage         // the words of the amount
	Value   float64 // scales worked out: "4.2 billion" is 4.2e9
	Unit    string  // ISO 4217 for money, "%", or a plain noun in the article's words ("workers", "MW")
	About   string  // what is measured, in a few words: "investment", "workers employed"
	Bound   string  // "", "more than", "less than", "about", "up to"
	Per     string  // "", "year", "month", "day"
	Dispute bool    // another figure of the pair measures the same thing and disagrees
}

// Field is a part of life that a tie is about.
type Field string

// The fields.
const (
	Diplomacy      Field = "diplomacy"
	Trade          Field = "trade"
	Investment     Field = "investment"
	Energy         Field = "energy"
	Security       Field = "security"
	Technology     Field = "technology"
	Industry       Field = "industry"
	Agriculture    Field = "agriculture"
	Infrastructure Field = "infrastructure"
	Environment    Field = "environment"
	Culture        Field = "culture"
	Education      Field = "education"
	Health         Field = "health"
	Aid            Field = "aid"
	Migration      Field = "migration"
)

// Fields lists every Field in the order in which they are shown.
var Fields = []Field{Diplomacy, Trade, Investment, Energy, Security, Technology, Industry, Agriculture,
	Infrastructure, Environment, Culture, Education, Health, Aid, Migration}

// Stance says whether a relation is friendly.
type Stance string

// The stances. Mixed is only a tie's, never a single piece of evidence's.
const (
	Cooperation Stance = "cooperation"
	Conflict    Stance = "conflict"
	Mixed       Stance = "mixed"
	Neutral     Stance = "neutral"
)

// Stances lists every Stance in the order in which they are shown.
var Stances = []Stance{Cooperation, Conflict, Mixed, Neutral}

// Modality says how real the thing told is.
type Modality string

// The modalities.
const (
	Done     Modality = "done"
	Ongoing  Modality = "ongoing"
	Planned  Modality = "planned"
	Proposed Modality = "proposed"
	Denied   Modality = "denied"
)

// Modalities lists every Modality.
var Modalities = []Modality{Done, Ongoing, Planned, Proposed, Denied}

// Kind is a PLOVER event kind.
type Kind string

// The PLOVER kinds, from the friendliest to the most hostile.
const (
	Agree     Kind = "AGREE"
	Consult   Kind = "CONSULT"
	Support   Kind = "SUPPORT"
	Cooperate Kind = "COOPERATE"
	AidKind   Kind = "AID"
	Yield     Kind = "YIELD"
	Request   Kind = "REQUEST"
	Accuse    Kind = "ACCUSE"
	Reject    Kind = "REJECT"
	Threaten  Kind = "THREATEN"
	Protest   Kind = "PROTEST"
	Sanction  Kind = "SANCTION"
	Mobilize  Kind = "MOBILIZE"
	Coerce    Kind = "COERCE"
	Assault   Kind = "ASSAULT"
)

// Kinds lists every Kind.
var Kinds = []Kind{Agree, Consult, Support, Cooperate, AidKind, Yield, Request, Accuse, Reject, Threaten, Protest,
	Sanction, Mobilize, Coerce, Assault}
