// Package rules reads the tables of assets/rules: the words of each language with what they say of the parties around them,
// of dates and of units. It knows nothing of texts.
package rules

import (
	"io/fs"
	"slices"
	"strings"

	"entente/data"
)

// Classes is what a little word can be; the names are those of assets/rules/words.tsv.
type Classes uint64

const (
	IsDet Classes = 1 << iota
	IsPrep
	IsConj
	IsSub
	IsRel
	IsBe
	IsHave
	IsDo
	IsModal
	IsNeg
	IsFuture
	IsMaybe
	IsMust
	IsHypo
	IsDoubt
	IsAdv
	IsPron
	IsAhead
	IsSport
	IsSide
	IsPairWord
	IsCounterpart
	IsCountryWord
	IsResume
	IsSelf
	IsTwo
	IsVenue
	IsJointly
	IsOffice
	IsHost
	IsImprint
	IsThere
	IsQuarrel
	IsClaim
	IsOutsider
	IsJustice
	IsResult
	IsFoe
	IsRebel
	IsStrain
	IsBody
	IsOffence
	IsPartner
	IsDeed
	IsFirm
	IsFormer
	IsDependency
	IsReproach
	IsPress
	IsCrew
	IsTrait
	IsPrivate
	IsStake
	IsIntent
)

var classNames = map[string]Classes{"det": IsDet, "prep": IsPrep, "conj": IsConj, "subord": IsSub, "rel": IsRel,
	"be": IsBe, "have": IsHave, "do": IsDo, "modal": IsModal, "neg": IsNeg, "future": IsFuture, "maybe": IsMaybe,
	"must": IsMust, "hypo": IsHypo, "doubt": IsDoubt, "adv": IsAdv, "pron": IsPron, "ahead": IsAhead, "sport": IsSport,
	"side": IsSide, "rebel": IsRebel, "strain": IsStrain, "pair": IsPairWord, "counterpart": IsCounterpart, "country": IsCountryWord, "resume": IsResume,
	"self": IsSelf, "two": IsTwo, "venue": IsVenue, "jointly": IsJointly, "office": IsOffice, "host": IsHost, "imprint": IsImprint, "there": IsThere, "quarrel": IsQuarrel, "claim": IsClaim, "outsider": IsOutsider, "justice": IsJustice, "result": IsResult, "foe": IsFoe, "body": IsBody, "offence": IsOffence,
	"partner": IsPartner, "deed": IsDeed, "firm": IsFirm, "former": IsFormer, "dependency": IsDependency, "reproach": IsReproach, "press": IsPress, "crew": IsCrew, "trait": IsTrait, "private": IsPrivate, "stake": IsStake, "intent": IsIntent}

// Slots is where the other party of a relation stands: object, subject of a clause that follows, or after a preposition.
type Slots uint32

const (
	InObject Slots = 1 << iota
	InThat
	WithSlot
	ToSlot
	InSlot
	OnSlot
	AtSlot
	FromSlot
	ForSlot
	OfSlot
	BySlot
	BetweenSlot
	AgainstSlot
	OverSlot
	AboutSlot
	NearSlot
	OtherSlot
)

var slotNames = map[string]Slots{"obj": InObject, "that": InThat, "with": WithSlot, "to": ToSlot, "in": InSlot,
	"on": OnSlot, "at": AtSlot, "from": FromSlot, "for": ForSlot, "of": OfSlot, "by": BySlot, "between": BetweenSlot,
	"against": AgainstSlot, "over": OverSlot, "about": AboutSlot, "near": NearSlot}

// prepSlots says which slot a preposition opens, by its folded word and language.
var prepSlots = map[string]Slots{"toward": ToSlot, "towards": ToSlot, "into": InSlot, "onto": OnSlot, "among": BetweenSlot,
	"upon": OnSlot, "inside": InSlot, "within": InSlot, "outside": NearSlot, "alongside": WithSlot, "across": InSlot, "through": InSlot, "via": InSlot,
	"concerning": AboutSlot, "regarding": AboutSlot}

// Flags says how a relation behaves.
type Flags uint32

const (
	Joint     Flags = 1 << iota // doers named together are tied to each other
	Place                       // a place after "in" is the other party, not only the venue
	Comment                     // only speaks of others
	Mediate                     // brings others together
	Reverse                     // turns the relation that is its object round
	Yielding                    // ends what is hostile
	Say                         // a clause with a doer of its own follows
	Deny                        // what follows is denied
	Compare                     // sets side by side without tying
	Plan                        // what follows is planned
	Fail                        // what follows does not happen
	Light                       // says nothing without its object
	Directed                    // from the one named before it to the one named after it
	Actor                       // somebody of a nation, acting abroad
	Goods                       // something of a nation, sold or sent
	Weak                        // needs more than the word
	Move                        // going somewhere
	Command                     // an infinitive after its object makes it an order
	Talk                        // what follows is only talked of
	Reply                       // answers somebody who spoke before
	Shared                      // those named after "by" do it together
	General                     // a verb for the grammar alone
	Predicate                   // an adjective: counts only by itself, as in "is angry with"
	Here                        // strangers who do it deal with the place where they do it
	Brings                      // an infinitive after its object tells what that does then
)

var flagNames = map[string]Flags{"joint": Joint, "place": Place, "comment": Comment, "mediate": Mediate,
	"reverse": Reverse, "yield": Yielding, "say": Say, "deny": Deny, "compare": Compare, "plan": Plan, "fail": Fail,
	"light": Light, "directed": Directed, "actor": Actor, "goods": Goods, "weak": Weak, "move": Move, "command": Command, "talk": Talk, "reply": Reply, "general": General, "shared": Shared, "predicate": Predicate, "here": Here, "brings": Brings}

// Relation is what a verb or noun says of the parties around it.
type Relation struct {
	Word   string
	Kind   data.Kind
	Stance data.Stance
	Weight float64
	Fields []data.Field
	Frame  Slots
	Flags  Flags
	// participle is the past one of an English verb: "employed".
	Participle string
	senses     []*Relation // of further rows with the same verb, for other places of the other party
}

// Sense gives what the word says where the other party stands in a slot: its first row, or one that expects that place.
func (r *Relation) Sense(slot Slots) *Relation {
	if r.Frame&slot == 0 {
		for _, o := range r.senses {
			if o.Frame&slot != 0 {
				return o
			}
		}
	}
	return r
}

// Has says whether a relation, which may be nil, has one of the flags.
// Name gives the word of a relation, "" where there is none.
func (r *Relation) Name() string {
	if r == nil {
		return ""
	}
	return r.Word
}

func (r *Relation) Has(f Flags) bool { return r != nil && r.Flags&f != 0 }

// Form is how a verb is inflected.
type Form uint8

const (
	Base Form = 1 << iota
	Third
	Past
	Participle
	Gerund
)

// Word is all that the tables say of one folded word. What every word of a text is asked stands first, side by side in memory.
type Word struct {
	Classes Classes
	Verb    *Relation
	Noun    *Relation
	Told    TermClass // what Terms can mean
	Forms   Form
	Plural  bool // the noun's form is plural
	stemmed bool // speaks is known
	Plain   bool // a noun and nothing else, in no phrase
	Odd     bool // spelled as one of the words whose part hangs on the very words around them
	// FieldPhrases says that one of Phrases speaks of a field.
	FieldPhrases bool
	speaks       FieldSet  // Fields, or what StemFields gives
	Slot         Slots     // of a preposition
	next         uint64    // the places in a set of 64 of the words that follow in Phrases
	alone        TermClass // what the word means in Terms without others
	further      uint64    // as next, of the words that follow in Terms

	Fields  FieldSet
	Terms   []Term   // of dates.tsv and units.tsv, longest first
	Phrases []Phrase // longer entries that begin with this word, longest first
}

// Goes says whether a folded word with a place may be the second of one of the phrases that begin with this one. Most are turned down.
func (w *Word) Goes(second uint64) bool { return w.next&second != 0 }

// Means says whether a word may mean a term of one of the classes, alone or before the one that follows, "" for none.
func (w *Word) Means(class TermClass, second string) bool {
	return w.alone&class != 0 || w.Told&class != 0 && w.further&PlaceOf(second) != 0
}

// PlaceOf gives the place of a folded word in a set of 64. A lone accent folds to nothing and has none.
func PlaceOf(w string) uint64 {
	if w == "" {
		return 0
	}
	return 1 << ((uint(w[0])*7 + uint(w[len(w)-1])*5 + uint(len(w))) & 63)
}

// Phrase is an entry of several words; rest holds those after the first.
type Phrase struct {
	Rest []string
	Word *Word
	next uint64 // the place of the first of Rest
}

// GoesOn says whether a folded word with a place may be the second of the phrase.
func (p *Phrase) GoesOn(second uint64) bool { return p.next == second }

// Vocabulary is the tables of one language.
type Vocabulary struct {
	words map[string]*Word
	roots map[string]*Word // verbs and nouns that end in *, in languages with many endings

	index index            // of words
	stems [][]stem         // of fields.tsv, entries that end in *: those of the same first letters, the longest first
	heads [headsMax]uint16 // by the first letters of a word, 1 + the place in stems, or 0
}

// stem is the beginning of words that speak of some fields.
type stem struct {
	letters string
	fields  FieldSet
}

// rootMin is the least number of bytes in a root.
const rootMin = 3

// At gives the entry of one folded word, or nil: its own, else that of its longest root.
func (v *Vocabulary) At(w string) *Word {
	if e := v.index.at(w); e != nil || len(v.roots) == 0 {
		return e
	}
	for n := len(w); n >= rootMin; n-- {
		if e := v.roots[w[:n]]; e != nil {
			return e
		}
	}
	return nil
}

// stemMin is the least number of bytes in a stem of fields.tsv that is looked for.
const stemMin = 3

// headsMax is a power of two well above the number of stems of a language.
const headsMax = 1 << 13

// head gives the place of a word's first letters in heads. Different ones may share a place.
func head(w string) uint32 {
	return (uint32(w[0])<<16 | uint32(w[1])<<8 | uint32(w[2])) * 0x9e3779b1 >> (32 - 13)
}

// addStem enters a stem of fields.tsv, or other fields of one that is there.
func (v *Vocabulary) addStem(letters string, fields FieldSet) {
	if len(letters) < stemMin {
		return
	}
	h := &v.heads[head(letters)]
	if *h == 0 {
		v.stems = append(v.stems, nil)
		*h = uint16(len(v.stems))
	}
	at, i := &v.stems[*h-1], 0
	for i < len(*at) && len((*at)[i].letters) >= len(letters) {
		if (*at)[i].letters == letters {
			(*at)[i].fields = fields
			return
		}
		i++
	}
	*at = slices.Insert(*at, i, stem{letters, fields})
}

// StemFields gives the fields of the longest stem that a folded word begins with, none where it begins with none. Most words share their first
// letters with none.
func (v *Vocabulary) StemFields(w string) FieldSet {
	if len(w) < stemMin {
		return 0
	}
	h := v.heads[head(w)]
	if h == 0 {
		return 0
	}
	for _, s := range v.stems[h-1] {
		if s.fields != 0 && strings.HasPrefix(w, s.letters) {
			return s.fields
		}
	}
	return 0
}

// FieldsOf gives the fields that a folded word speaks of by itself; e is what At gives for it, or nil.
func (v *Vocabulary) FieldsOf(w string, e *Word) FieldSet {
	switch {
	case e != nil && e.stemmed:
		return e.speaks
	case e != nil && e.Fields != 0:
		return e.Fields
	}
	return v.StemFields(w)
}

// entry gives the entry of a word or phrase, and makes it where there is none. Words with a hyphen are phrases, as they are
// in texts: "cease - fire".
func (v *Vocabulary) entry(w string) *Word {
	first, rest, multi := strings.Cut(strings.ReplaceAll(w, "-", " - "), " ")
	table := v.words
	if root, ok := strings.CutSuffix(first, "*"); ok {
		first, table = root, v.roots
	}
	e := table[first]
	if e == nil {
		e = &Word{}
		table[first] = e
	}
	if !multi {
		return e
	}
	p := Phrase{Rest: strings.Fields(rest), Word: &Word{}}
	p.next = PlaceOf(p.Rest[0])
	for i := range e.Phrases {
		if strings.Join(e.Phrases[i].Rest, " ") == rest {
			return e.Phrases[i].Word
		}
	}
	i := 0
	for i < len(e.Phrases) && len(e.Phrases[i].Rest) >= len(p.Rest) {
		i++
	}
	e.Phrases = append(e.Phrases[:i], append([]Phrase{p}, e.Phrases[i:]...)...)
	e.next |= p.next
	return p.Word
}

// New makes a vocabulary without words.
func New() *Vocabulary {
	return &Vocabulary{words: map[string]*Word{}, roots: map[string]*Word{}}
}

// Settle makes the words that were entered ready to be looked up. It belongs behind the last table.
func (v *Vocabulary) Settle() {
	v.index = indexOf(v.words)
	for w, e := range v.words {
		e.settle(w)
		if e.speaks, e.stemmed = e.Fields, true; e.speaks == 0 {
			e.speaks = v.StemFields(w)
		}
	}
	for w, e := range v.roots {
		e.settle(w)
	}
}

// settle finds out at a glance what those who look the word up ask first.
func (w *Word) settle(spelled string) {
	w.FieldPhrases = slices.ContainsFunc(w.Phrases, func(p Phrase) bool { return p.Word.Fields != 0 })
	switch spelled {
	case "back", "fewer", "less", "longer", "more", "no", "since", "than":
		w.Odd = true
	}
	w.Plain = w.Noun != nil && w.Verb == nil && w.Classes == 0 && len(w.Phrases) == 0 && !w.Odd
}

// Load reads the tables of words, verbs, nouns and fields of every language. Terms and Settle follow.
func Load(fsys fs.FS) (map[string]*Vocabulary, error) {
	out := map[string]*Vocabulary{}
	of := func(lang string) *Vocabulary {
		if out[lang] == nil {
			out[lang] = New()
		}
		return out[lang]
	}
	tables := []struct {
		name    string
		columns int
		add     func(v *Vocabulary, lang string, c []string) error
	}{
		{"words.tsv", 2, addWord}, {"verbs.tsv", 8, addVerb}, {"nouns.tsv", 8, addNoun}, {"fields.tsv", 2, addField},
	}
	for _, t := range tables {
		err := Table(fsys, "rules/"+t.name, t.columns+1, func(c []string) error { return t.add(of(c[0]), c[0], c[1:]) })
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
