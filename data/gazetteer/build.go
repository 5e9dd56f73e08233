package gazetteer

import (
	"hash/maphash"

	"entente/data"
	"entente/data/text"
)

// builder collects the entries of a lexicon before they are laid out.
type builder struct {
	g       *Gazetteer
	lang    string
	seed    maphash.Seed
	nodes   map[uint64]*node
	entries [][]Sense
	marks   map[uint64]Set
	plain   map[string]bool // folded names of cities that mean something else too
	// ambiguous holds the folded names of capitals that have a namesake.
	ambiguous map[string]bool
}

type node struct {
	entry int // into entries; -1 for none
	more  bool
}

// build makes the lexicon of a language.
func (g *Gazetteer) build(lang string) *Lexicon {
	b := &builder{g: g, lang: lang, seed: maphash.MakeSeed(), nodes: make(map[uint64]*node, 1<<14),
		marks: make(map[uint64]Set, 1<<11), plain: map[string]bool{}, ambiguous: map[string]bool{}}
	b.sets()
	b.names()
	b.demonyms()
	b.capitals()
	b.offices()
	b.people()
	b.cities()
	b.traps()
	return b.lexicon()
}

// node goes down to the node of words, making what is missing; nil where they hold no token.
func (b *builder) node(words string) *node {
	d := text.Parse(&data.Article{Text: words})
	key := uint64(0)
	var n *node
	for i := range d.Tokens {
		if n != nil {
			n.more = true
		}
		key = step(key, maphash.String(b.seed, d.Fold(i)))
		if n = b.nodes[key]; n == nil {
			n = &node{entry: -1}
			b.nodes[key] = n
		}
	}
	return n
}

// add enters words with a sense, unless they have it already or are a name of the party.
func (b *builder) add(words string, s Sense) {
	n := b.node(words)
	if n == nil {
		return
	}
	if n.entry < 0 {
		n.entry = len(b.entries)
		b.entries = append(b.entries, nil)
	}
	for _, old := range b.entries[n.entry] {
		if old.Party == s.Party && (old.Class == s.Class && old.Ref == s.Ref || old.Class == Name) && old.Letter == s.Letter {
			return
		}
	}
	b.entries[n.entry] = append(b.entries[n.entry], s)
}

// first enters words with a sense that goes before the others.
func (b *builder) first(words string, s Sense) {
	n := b.node(words)
	if n == nil {
		return
	}
	if n.entry < 0 {
		n.entry = len(b.entries)
		b.entries = append(b.entries, nil)
	}
	b.entries[n.entry] = append([]Sense{s}, b.entries[n.entry]...)
}

// lexicon lays the entries out.
func (b *builder) lexicon() *Lexicon {
	l := &Lexicon{Language: b.lang, seed: b.seed, slots: make([]slot, tableSize(len(b.nodes))),
		marks: make([]mark, tableSize(len(b.marks)))}
	for key, n := range b.nodes {
		s := slot{key: key, more: n.more}
		if n.entry >= 0 {
			s.first, s.count = int32(len(l.senses)), uint16(len(b.entries[n.entry]))
			l.senses = append(l.senses, b.entries[n.entry]...)
		}
		i := key >> 1 & uint64(len(l.slots)-1)
		for l.slots[i].key != 0 {
			i = (i + 1) & uint64(len(l.slots)-1)
		}
		l.slots[i] = s
	}
	for key, sets := range b.marks {
		i := key >> 1 & uint64(len(l.marks)-1)
		for l.marks[i].key != 0 {
			i = (i + 1) & uint64(len(l.marks)-1)
		}
		l.marks[i] = mark{key, sets}
	}
	return l
}

// tableSize gives the power of two that leaves half of a table free.
func tableSize(entries int) int {
	size := 64
	for size < 2*entries {
		size *= 2
	}
	return size
}
