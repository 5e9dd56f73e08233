package gazetteer

import (
	"hash/maphash"
	"strings"

	"entente/data"
	"entente/data/text"
)

// builder collects the entries of a lexicon before they are laid out.
type builder struct {
	g       *Gazetteer
	lang    string
	seed    maphash.Seed
	nodes   map[uint64]*node
	senses  []chained // the first is none
	marks   map[uint64]Set
	free    []node // room for nodes
	folded  []byte
	endings map[string][]word // of the language, by part of speech
	plain   map[string]bool   // folded names of cities that mean something else too
	// ambiguous holds the folded names of capitals that have a namesake.
	ambiguous map[string]bool
}

type node struct {
	first, last int32 // into senses; 0 for none
	count       uint16
	more        bool
}

// chained is a sense of an entry and where the next one is.
type chained struct {
	Sense
	next int32
}

// build makes the lexicon of a language.
func (g *Gazetteer) build(lang string) *Lexicon {
	b := &builder{g: g, lang: lang, seed: maphash.MakeSeed(), nodes: make(map[uint64]*node, 1<<15),
		senses: make([]chained, 1, 1<<15),
		marks:  make(map[uint64]Set, 1<<11), plain: map[string]bool{}, ambiguous: map[string]bool{}}
	b.readEndings()
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
	if !simple(words) {
		return b.parsed(words)
	}
	key := uint64(0)
	var n *node
	for rest := words; rest != ""; {
		at := strings.IndexAny(rest, " -")
		if at < 0 {
			at = len(rest)
		}
		b.folded = text.AppendFold(b.folded[:0], rest[:at])
		n = b.step(n, &key, maphash.Bytes(b.seed, b.folded))
		if at < len(rest) && rest[at] == '-' {
			n = b.step(n, &key, maphash.String(b.seed, "-"))
		}
		rest = rest[min(at+1, len(rest)):]
	}
	return n
}

// simple says whether words are letters between single spaces or hyphens, whose tokens need no parsing.
func simple(words string) bool {
	letter := false
	for _, r := range words {
		switch {
		case (r == ' ' || r == '-') && letter:
			letter = false
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xc0 && r < 0x180 && r != '×' && r != '÷' || r >= 0x400 && r < 0x480, r >= 0x1e00 && r < 0x1f00:
			letter = true
		default:
			return false
		}
	}
	return letter
}

// parsed is node for words that are not simple.
func (b *builder) parsed(words string) *node {
	d := text.Parse(&data.Article{Text: words, Language: b.lang})
	key := uint64(0)
	var n *node
	for i := range d.Tokens {
		n = b.step(n, &key, maphash.String(b.seed, d.Fold(i)))
	}
	return n
}

// step goes down one token from a node; nil is the root.
func (b *builder) step(from *node, key *uint64, token uint64) *node {
	if from != nil {
		from.more = true
	}
	*key = step(*key, token)
	n := b.nodes[*key]
	if n == nil {
		if len(b.free) == 0 {
			b.free = make([]node, 1024)
		}
		n, b.free = &b.free[0], b.free[1:]
		b.nodes[*key] = n
	}
	return n
}

// add enters words with a sense, unless they have it already or are a name of the party. Without a capital they are no
// name: Serbian "nemačke" is both Germany's and German.
func (b *builder) add(words string, s Sense) {
	n := b.node(words)
	if n == nil {
		return
	}
	s.Proper = s.Class != Name && s.Class != Demonym && proper(words)
	for i := n.first; i != 0; i = b.senses[i].next {
		if old := &b.senses[i]; old.Party == s.Party && (old.Class == s.Class && old.Ref == s.Ref || old.Class == Name && (s.Form != Any || old.Form == Any)) && old.Letter == s.Letter {
			return
		}
	}
	b.put(n, s)
}

// put appends a sense to a node's.
func (b *builder) put(n *node, s Sense) {
	at := int32(len(b.senses))
	b.senses = append(b.senses, chained{Sense: s})
	if n.first == 0 {
		n.first = at
	} else {
		b.senses[n.last].next = at
	}
	n.last = at
	n.count++
}

// first enters words with a sense that goes before the others.
func (b *builder) first(words string, s Sense) {
	n := b.node(words)
	if n == nil {
		return
	}
	at := int32(len(b.senses))
	b.senses = append(b.senses, chained{Sense: s, next: n.first})
	if n.first == 0 {
		n.last = at
	}
	n.first = at
	n.count++
}

// lexicon lays the entries out.
func (b *builder) lexicon() *Lexicon {
	l := &Lexicon{Language: b.lang, seed: b.seed, slots: make([]slot, tableSize(len(b.nodes))),
		senses: make([]Sense, 0, len(b.senses)), marks: make([]mark, tableSize(len(b.marks)))}
	for key, n := range b.nodes {
		s := slot{key: key, more: n.more, first: int32(len(l.senses)), count: n.count}
		for i := n.first; i != 0; i = b.senses[i].next {
			l.senses = append(l.senses, b.senses[i].Sense)
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
