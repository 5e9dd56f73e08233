package gazetteer

import (
	"hash/maphash"

	"entente/data"
	"entente/data/text"
)

// Class says in what way words stand for a party.
type Class uint8

// The classes. Words of class Trap only look like a party's; a Body is an organisation of several.
const (
	Name    Class = iota
	Demonym       // an adjective or a word for nationals
	Prefix        // the first half of one: Sino-
	Capital
	Seat // an office that stands for its government: the Kremlin
	City
	Region     // a part of a country
	PersonName // a full name
	Surname
	Agency  // a body of one state: JICA
	Company // a firm known for its country
	Body
	Group // several countries of one name: the Koreas
	Trap
)

// Form says how words must be written to have a sense.
type Form uint8

// The forms.
const (
	Capitals Form = iota // the first word begins with a capital
	Upper                // the first word is all capitals: US
	Any                  // as it comes: adjectives in most languages, names in Chinese
)

// Sense is one thing that words may mean.
type Sense struct {
	Party data.Party // "" for Body and Trap
	Class Class
	Form  Form
	Weak  bool // counts only where the article names the party more plainly, too
	// Global marks a firm known everywhere, which counts without support where the sentence tells of its doings abroad.
	Global bool
	// Article says that the words count only after "the".
	Article bool
	// Proper asks for a capital on the last word, too: "Russia Today" is no "Russia today".
	Proper bool
	// Short marks two signs of Chinese or Japanese that abbreviate more, such as 中美 and 对日, and plain words of two signs,
	// such as 其中 and 日常. Any two signs in a row may happen to be such a pair, so that a word beginning within undoes it.
	Short bool
	// Letter must stand in the words as they are written, where folding makes two words one: "român" is not "roman".
	Letter string
	Ref    int32  // the place or person it is; -1 for none
	What   string // for people: "president's seat", "a newspaper"; "" where the class says it all
}

// Lexicon finds the words of one language. It is a trie over folded tokens, kept in one hash table, and a table of the
// words that tell what a name beside them means. It is not changed once built.
type Lexicon struct {
	Language string
	seed     maphash.Seed
	slots    []slot
	senses   []Sense // those of one entry lie together
	marks    []mark
}

// slot is a node of the trie: what the tokens up to it mean, and whether longer entries begin with them.
type slot struct {
	key   uint64 // 0: free
	first int32
	count uint16
	more  bool
}

type mark struct {
	key  uint64 // 0: free
	sets Set
}

// Longest gives the senses of the longest entry that begins with token i and ends before token last, and the token after
// it; end is i where no entry begins. It allocates nothing; the senses must not be changed.
func (l *Lexicon) Longest(d *text.Doc, i, last int) (senses []Sense, end int) {
	key, end := uint64(0), i
	for k := i; k < last; k++ {
		key = step(key, maphash.String(l.seed, d.Fold(k)))
		s := l.find(key)
		if s == nil {
			break
		}
		if s.count > 0 {
			senses, end = l.senses[s.first:int(s.first)+int(s.count)], k+1
		}
		if !s.more {
			break
		}
	}
	return senses, end
}

// Sets gives the sets of telling words that a folded word belongs to.
func (l *Lexicon) Sets(folded string) Set {
	key := maphash.String(l.seed, folded) | 1
	mask := uint64(len(l.marks) - 1)
	for i := key >> 1 & mask; l.marks[i].key != 0; i = (i + 1) & mask {
		if l.marks[i].key == key {
			return l.marks[i].sets
		}
	}
	return 0
}

// step goes down the trie.
func step(key, token uint64) uint64 {
	key = (key ^ token) * 0x9e3779b97f4a7c15
	return (key ^ key>>29) | 1
}

func (l *Lexicon) find(key uint64) *slot {
	mask := uint64(len(l.slots) - 1)
	for i := key >> 1 & mask; ; i = (i + 1) & mask {
		s := &l.slots[i]
		if s.key == key {
			return s
		}
		if s.key == 0 {
			return nil
		}
	}
}
