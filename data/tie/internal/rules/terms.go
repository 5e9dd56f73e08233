package rules

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"entente/data"
	"entente/data/text"
)

// TermClass is what a word or phrase means beside a number or a time, one bit a class; the names are those of the tables.
type TermClass uint64

// The classes of dates.tsv.
const (
	AgoTerm TermClass = 1 << iota
	AgoAfterTerm
	AgoBeforeTerm
	AutumnTerm
	ClockTerm
	DayTerm
	DayFromTerm
	DayNamedTerm
	DecadeTerm
	EraTerm
	FeastTerm
	FollowingTerm
	HalfTerm
	HourTerm
	InsideTerm
	LastTerm
	LastingTerm
	LaterTerm
	MonthTerm
	MonthFromTerm
	MonthsTerm
	NextTerm
	OrdinalTerm
	PartTerm
	QuarterTerm
	SameTerm
	SpringTerm
	StampTerm
	SummerTerm
	ThisTerm
	TodayTerm
	TomorrowTerm
	WeekTerm
	WeekFromTerm
	WeekdayTerm
	WeekendTerm
	WinterTerm
	YearTerm
	YearFromTerm
	YesterdayTerm
)

// The classes of units.tsv.
const (
	BoundTerm = YesterdayTerm << (1 + iota)
	FractionTerm
	LinkTerm
	MeasureTerm
	MoneyTerm
	MoneyOfTerm
	NumberTerm
	NumberedTerm
	PerTerm
	PercentTerm
	RangeTerm
	ScaleTerm
	SignTerm
	TenthTerm
	UnmeasuredTerm
	VagueTerm
)

// Groups of classes.
const (
	DateTerms    = BoundTerm - 1
	FromNowTerms = YearFromTerm | MonthFromTerm | WeekFromTerm | DayFromTerm
	SeasonTerms  = SpringTerm | SummerTerm | AutumnTerm | WinterTerm
	// StretchTerms name a length of time, or the part of a calendar that one is.
	StretchTerms = YearTerm | MonthsTerm | WeekTerm | DayTerm
	// AmountTerms are the classes with which an amount can begin that begins with no digits.
	AmountTerms = FractionTerm | MoneyTerm | NumberTerm | SignTerm
	// OpeningTerms are the classes with which a time can begin that begins with no digits.
	OpeningTerms = FromNowTerms | SeasonTerms | AgoBeforeTerm | DayNamedTerm | EraTerm | FeastTerm | FollowingTerm | LastTerm | LaterTerm | MonthTerm | NextTerm |
		OrdinalTerm | PartTerm | SameTerm | ThisTerm | TodayTerm | TomorrowTerm | WeekdayTerm | WeekendTerm | YesterdayTerm | NumberTerm
)

var termClasses = map[string]TermClass{"ago": AgoTerm, "agoafter": AgoAfterTerm, "agobefore": AgoBeforeTerm,
	"autumn": AutumnTerm, "clock": ClockTerm, "day": DayTerm, "dayfrom": DayFromTerm, "daynamed": DayNamedTerm, "decade": DecadeTerm, "era": EraTerm, "feast": FeastTerm,
	"following": FollowingTerm, "half": HalfTerm, "hour": HourTerm, "inside": InsideTerm, "last": LastTerm, "lasting": LastingTerm,
	"later": LaterTerm, "month": MonthTerm, "monthfrom": MonthFromTerm, "months": MonthsTerm, "next": NextTerm,
	"ordinal": OrdinalTerm, "part": PartTerm, "quarter": QuarterTerm, "same": SameTerm, "spring": SpringTerm, "stamp": StampTerm,
	"summer": SummerTerm, "this": ThisTerm, "today": TodayTerm, "tomorrow": TomorrowTerm, "week": WeekTerm,
	"weekfrom": WeekFromTerm, "weekday": WeekdayTerm, "weekend": WeekendTerm, "winter": WinterTerm, "year": YearTerm, "yearfrom": YearFromTerm,
	"yesterday": YesterdayTerm,
	"bound":     BoundTerm, "fraction": FractionTerm, "link": LinkTerm, "measure": MeasureTerm, "money": MoneyTerm, "moneyof": MoneyOfTerm,
	"number": NumberTerm, "numbered": NumberedTerm, "per": PerTerm, "percent": PercentTerm, "range": RangeTerm, "scale": ScaleTerm, "sign": SignTerm, "tenth": TenthTerm,
	"unmeasured": UnmeasuredTerm, "vague": VagueTerm}

// Term is one entry of dates.tsv or units.tsv: what a word, or a phrase that begins with it, means beside a number.
type Term struct {
	Rest  []string // folded words after the first
	Class TermClass
	Value string
	next  Seat // of the first of Rest
}

// GoesOn says whether the folded words with a second of some seat may be the term.
func (t *Term) GoesOn(second Seat) bool { return len(t.Rest) == 0 || t.next == second }

// Terms reads a table of language, word, class and value into the words of each language. Entries of language *
// belong to all of them.
func Terms(fsys fs.FS, path string, langs map[string]*Vocabulary) error {
	return Table(fsys, path, 4, func(c []string) error {
		class := termClasses[c[2]]
		if class == 0 {
			return fmt.Errorf("unknown class %q", c[2])
		}
		words := foldedWords(c[1], c[0])
		t := Term{Rest: words[1:], Class: class, Value: c[3]}
		for l, v := range langs {
			if c[0] == l || c[0] == "*" {
				v.entry(words[0]).addTerm(t)
			}
		}
		return nil
	})
}

// addTerm puts a term into the list of its first word.
func (w *Word) addTerm(t Term) {
	if len(t.Rest) > 0 {
		t.next = SeatOf(t.Rest[0])
	}
	i := 0
	for i < len(w.Terms) && len(w.Terms[i].Rest) >= len(t.Rest) {
		i++
	}
	w.Terms = slices.Insert(w.Terms, i, t)
	w.Told |= t.Class
	if len(t.Rest) == 0 {
		w.alone |= t.Class
	} else {
		w.further |= t.next.bit()
	}
}

// foldedWords cuts an entry as texts of its language are cut.
func foldedWords(s, lang string) []string {
	d := text.Parse(&data.Article{Text: s, Language: lang})
	out := make([]string, len(d.Tokens))
	for i := range out {
		out[i] = strings.Clone(d.Fold(i))
	}
	return out
}
