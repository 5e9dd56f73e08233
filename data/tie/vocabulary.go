package tie

import (
	"io/fs"
	"strings"

	"entente/data"
)

// classes is what a little word can be; the names are those of assets/rules/words.tsv.
type classes uint64

const (
	isDet classes = 1 << iota
	isPrep
	isConj
	isSub
	isRel
	isBe
	isHave
	isDo
	isModal
	isNeg
	isFuture
	isMaybe
	isMust
	isHypo
	isDoubt
	isAdv
	isPron
	isAhead
	isSport
	isSide
	isPairWord
	isCounterpart
	isCountryWord
	isResume
	isSelf
	isTwo
	isVenue
	isJointly
	isOffice
	isHost
	isImprint
	isThere
	isQuarrel
	isClaim
)

var classNames = map[string]classes{"det": isDet, "prep": isPrep, "conj": isConj, "subord": isSub, "rel": isRel,
	"be": isBe, "have": isHave, "do": isDo, "modal": isModal, "neg": isNeg, "future": isFuture, "maybe": isMaybe,
	"must": isMust, "hypo": isHypo, "doubt": isDoubt, "adv": isAdv, "pron": isPron, "ahead": isAhead, "sport": isSport,
	"side": isSide, "pair": isPairWord, "counterpart": isCounterpart, "country": isCountryWord, "resume": isResume,
	"self": isSelf, "two": isTwo, "venue": isVenue, "jointly": isJointly, "office": isOffice, "host": isHost, "imprint": isImprint, "there": isThere, "quarrel": isQuarrel, "claim": isClaim}

// slots is where the other party of a relation stands: object, subject of a clause that follows, or after a preposition.
type slots uint32

const (
	inObject slots = 1 << iota
	inThat
	withSlot
	toSlot
	inSlot
	onSlot
	atSlot
	fromSlot
	forSlot
	ofSlot
	bySlot
	betweenSlot
	againstSlot
	overSlot
	aboutSlot
	nearSlot
	otherSlot
)

var slotNames = map[string]slots{"obj": inObject, "that": inThat, "with": withSlot, "to": toSlot, "in": inSlot,
	"on": onSlot, "at": atSlot, "from": fromSlot, "for": forSlot, "of": ofSlot, "by": bySlot, "between": betweenSlot,
	"against": againstSlot, "over": overSlot, "about": aboutSlot, "near": nearSlot}

// prepSlots says which slot a preposition opens, by its folded word and language.
var prepSlots = map[string]slots{"toward": toSlot, "towards": toSlot, "into": inSlot, "onto": onSlot, "among": betweenSlot,
	"upon": onSlot, "inside": inSlot, "within": inSlot, "outside": nearSlot, "alongside": withSlot, "across": inSlot, "through": inSlot, "via": inSlot,
	"concerning": aboutSlot, "regarding": aboutSlot}

// flags says how a relation behaves.
type flags uint32

const (
	joint    flags = 1 << iota // doers named together are tied to each other
	place                      // a place after "in" is the other party, not only the venue
	comment                    // only speaks of others
	mediate                    // brings others together
	reverse                    // turns the relation that is its object round
	yielding                   // ends what is hostile
	say                        // a clause with a doer of its own follows
	deny                       // what follows is denied
	compare                    // sets side by side without tying
	plan                       // what follows is planned
	fail                       // what follows does not happen
	light                      // says nothing without its object
	directed                   // from the one named before it to the one named after it
	actor                      // somebody of a nation, acting abroad
	goods                      // something of a nation, sold or sent
	weak                       // needs more than the word
	move                       // going somewhere
	command                    // an infinitive after its object makes it an order
	talk                       // what follows is only talked of
	reply                      // answers somebody who spoke before
	shared                     // those named after "by" do it together
	general                    // a verb for the grammar alone
)

var flagNames = map[string]flags{"joint": joint, "place": place, "comment": comment, "mediate": mediate,
	"reverse": reverse, "yield": yielding, "say": say, "deny": deny, "compare": compare, "plan": plan, "fail": fail,
	"light": light, "directed": directed, "actor": actor, "goods": goods, "weak": weak, "move": move, "command": command, "talk": talk, "reply": reply, "general": general, "shared": shared}

// relation is what a verb or noun says of the parties around it.
type relation struct {
	word   string
	kind   data.Kind
	stance data.Stance
	weight float64
	fields []data.Field
	frame  slots
	flags  flags
	// participle is the past one of an English verb: "employed".
	participle string
	senses     []*relation // of further rows with the same verb, for other places of the other party
}

// sense gives what the word says where the other party stands in a slot: its first row, or one that expects that place.
func (r *relation) sense(slot slots) *relation {
	if r.frame&slot == 0 {
		for _, o := range r.senses {
			if o.frame&slot != 0 {
				return o
			}
		}
	}
	return r
}

func (r *relation) has(f flags) bool { return r != nil && r.flags&f != 0 }

// form is how a verb is inflected.
type form uint8

const (
	base form = 1 << iota
	third
	past
	participle
	gerund
)

// word is all that the tables say of one folded word.
type word struct {
	classes classes
	verb    *relation
	forms   form
	noun    *relation
	plural  bool // the noun's form is plural
	fields  []data.Field
	slot    slots
	dates   []term   // of dates.tsv, longest first
	units   []term   // of units.tsv, longest first
	phrases []phrase // longer entries that begin with this word, longest first
}

// phrase is an entry of several words; rest holds those after the first.
type phrase struct {
	rest []string
	word *word
}

// vocabulary is the tables of one language.
type vocabulary struct {
	words map[string]*word
	stems map[string][]data.Field // of fields.tsv, entries that end in *
	roots map[string]*word        // verbs and nouns that end in *, in languages with many endings
}

// rootMin is the least number of bytes in a root.
const rootMin = 3

// at gives the entry of one folded word, or nil: its own, else that of its longest root.
func (v *vocabulary) at(w string) *word {
	if e := v.words[w]; e != nil || len(v.roots) == 0 {
		return e
	}
	for n := len(w); n >= rootMin; n-- {
		if e := v.roots[w[:n]]; e != nil {
			return e
		}
	}
	return nil
}

// entry gives the entry of a word or phrase, and makes it where there is none. Words with a hyphen are phrases, as they are
// in texts: "cease - fire".
func (v *vocabulary) entry(w string) *word {
	first, rest, multi := strings.Cut(strings.ReplaceAll(w, "-", " - "), " ")
	table := v.words
	if root, ok := strings.CutSuffix(first, "*"); ok {
		first, table = root, v.roots
	}
	e := table[first]
	if e == nil {
		e = &word{}
		table[first] = e
	}
	if !multi {
		return e
	}
	p := phrase{rest: strings.Fields(rest), word: &word{}}
	for i := range e.phrases {
		if strings.Join(e.phrases[i].rest, " ") == rest {
			return e.phrases[i].word
		}
	}
	i := 0
	for i < len(e.phrases) && len(e.phrases[i].rest) >= len(p.rest) {
		i++
	}
	e.phrases = append(e.phrases[:i], append([]phrase{p}, e.phrases[i:]...)...)
	return p.word
}

func newVocabulary() *vocabulary {
	return &vocabulary{words: map[string]*word{}, stems: map[string][]data.Field{}, roots: map[string]*word{}}
}

// vocabularies reads the tables of every language.
func vocabularies(fsys fs.FS) (map[string]*vocabulary, error) {
	out := map[string]*vocabulary{}
	of := func(lang string) *vocabulary {
		if out[lang] == nil {
			out[lang] = newVocabulary()
		}
		return out[lang]
	}
	tables := []struct {
		name    string
		columns int
		add     func(v *vocabulary, lang string, c []string) error
	}{
		{"words.tsv", 2, addWord}, {"verbs.tsv", 8, addVerb}, {"nouns.tsv", 8, addNoun}, {"fields.tsv", 2, addField},
	}
	for _, t := range tables {
		err := readTable(fsys, "rules/"+t.name, t.columns+1, func(c []string) error { return t.add(of(c[0]), c[0], c[1:]) })
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
