package gazetteer

import (
	"hash/maphash"

	"entente/data"
	"entente/data/text"
)

// Class says in what way words stand for a party.
type Class uint8

// The classes. Words of class Trap only look like a party's; Body is an organisation of several.
const (
	Name Class = iota
	Demonym
	Capital
	Seat // an office that stands for its government: the Kremlin
	City
	Region
	PersonName // a full name
	Surname    // means its person only where that one was named before or is world-famous
	Agency     // a body of one state: JICA
	Company    // a firm known for its country
	BodyName
	Trap
)

// Sense is one thing that words may mean.
type Sense struct {
	Party data.Party
	Class Class
	Form  Form
	Ref   int32 // a Place, Person or Body; -1 where there is none
}

// Form says how the words must be written to have the sense.
type Form uint8

// The forms.
const (
	Capitals Form = iota // the first word begins with a capital
	Upper                // all in capitals: US
	Any                  // as they come: adjectives in most languages
)

// Lexicon finds the words of one language. It is a trie over folded tokens, kept in one hash table.
type Lexicon struct {
	seed   maphash.Seed
	slots  []slot
	used   int
	senses []Sense // those of one entry lie together
}

// slot is a node of the trie: what the tokens up to it mean, and whether longer entries begin with them.
type slot struct {
	key   uint64 // 0: free
	first int32
	count uint16
	more  bool
}

// Longest gives the senses of the longest entry that begins with token i and ends before token last, and the token after
// it. It allocates nothing; the senses must not be changed. end is i where no entry begins.
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
