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

// Relation is what a verb or noun says of the parties around it. What is asked most stands first, side by side in memory.
type Relation struct {
	Word   string
	Kind   data.Kind
	Stance data.Stance
	Weight float64
	Frame  Slots
	Flags  Flags
	Fields []data.Field
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

// Vocabulary is the tables of one language.
type Vocabulary struct {
	// Lists are the same for all languages.
	Lists *Lists

	words map[string]*Word
	roots map[string]*Word // verbs and nouns that end in *, in languages with many endings

	index Index[Word]      // of words
	stems [][]stem         // of fields.tsv, entries that end in *: those of the same first letters, the longest first
	heads [headsMax]uint16 // by the first letters of a word, 1 + the place in stems, or 0
}

// rootMin is the least number of bytes in a root.
const rootMin = 3

// At gives the entry of one folded word, or nil: its own, else that of its longest root.
func (v *Vocabulary) At(w string) *Word {
	if e := v.index.At(w); e != nil || len(v.roots) == 0 {
		return e
	}
	for n := len(w); n >= rootMin; n-- {
		if e := v.roots[w[:n]]; e != nil {
			return e
		}
	}
	return nil
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
	if e.phrases == nil {
		e.phrases = &phrases{}
	}
	all := e.phrases.list
	for i := range all {
		if strings.Join(all[i].Rest, " ") == rest {
			return all[i].Word
		}
	}
	i := 0
	for i < len(all) && len(all[i].Rest) >= len(p.Rest) {
		i++
	}
	e.phrases.list = slices.Insert(all, i, p)
	e.next |= SeatOf(p.Rest[0]).bit()
	return p.Word
}

// newVocabulary makes a vocabulary without words.
func newVocabulary(l *Lists) *Vocabulary {
	return &Vocabulary{Lists: l, words: map[string]*Word{}, roots: map[string]*Word{}}
}

// Settle makes the words that were entered ready to be looked up. It belongs behind the last table.
func (v *Vocabulary) Settle() {
	for w, e := range v.words {
		e.settle(w)
		if e.speaks, e.stemmed = e.Fields, true; e.speaks == 0 {
			e.speaks = v.StemFields(w)
		}
	}
	for w, e := range v.roots {
		e.settle(w)
	}
	v.index = IndexOf(v.words)
}

// Load reads the tables of words, verbs, nouns and fields of every language, and the lists. Languages that are named have a
// vocabulary even where the tables have no word of theirs. Terms and Settle follow.
func Load(fsys fs.FS, langs ...string) (map[string]*Vocabulary, error) {
	lists, err := loadLists(fsys)
	if err != nil {
		return nil, err
	}
	out := map[string]*Vocabulary{}
	of := func(lang string) *Vocabulary {
		if out[lang] == nil {
			out[lang] = newVocabulary(lists)
		}
		return out[lang]
	}
	for _, lang := range langs {
		of(lang)
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
