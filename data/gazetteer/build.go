package gazetteer

import (
	"hash/maphash"
	"strings"

	"entente/data"
	"entente/data/text"
)

// builder collects the entries of a lexicon before they are laid out.
type builder struct {
	seed    maphash.Seed
	nodes   map[uint64]*node
	entries [][]Sense
}

type node struct {
	entry int // into entries, -1
	more  bool
}

// build makes the lexicon of a language.
func (g *Gazetteer) build(lang string) *Lexicon {
	b := &builder{seed: maphash.MakeSeed(), nodes: make(map[uint64]*node, 1<<14)}
	for _, w := range g.tables.cldr {
		if w.lang == lang || w.lang == "en" || lang == "sr" && w.lang == "sr-Latn" {
			if i := strings.IndexByte(w.words, '('); i > 0 {
				continue
			}
			if w.words == "US" || w.words == "UK" {
				continue
			}
			b.add(w.words, Sense{Party: w.party, Class: Name, Ref: -1})
			if strings.Contains(w.words, "&") {
				b.add(strings.Replace(w.words, "&", "and", 1), Sense{Party: w.party, Class: Name, Ref: -1})
			}
		}
	}
	for _, w := range g.tables.aliases {
		form := Capitals
		if w.what != "" {
			form = Upper
		}
		b.add(w.words, Sense{Party: w.party, Class: Name, Form: form, Ref: -1})
	}
	for _, w := range g.tables.demonyms {
		b.add(w.words, Sense{Party: w.party, Class: Demonym, Ref: -1})
		if w.what == "noun" {
			b.add(w.words+"s", Sense{Party: w.party, Class: Demonym, Ref: -1})
		}
	}
	for _, c := range g.countries {
		if c.Capital != "" && c.Code != "EU" {
			b.add(c.Capital, Sense{Party: c.Code, Class: Capital, Ref: -1})
		}
	}
	for _, w := range g.tables.metonyms {
		b.add(w.words, Sense{Party: w.party, Class: Seat, Ref: -1})
	}
	return b.lexicon()
}

// add enters words with a sense, unless they have the same one already.
func (b *builder) add(words string, s Sense) {
	d := text.Parse(&data.Article{Text: words})
	if len(d.Tokens) == 0 {
		return
	}
	key := uint64(0)
	var n *node
	for i := range d.Tokens {
		key = step(key, maphash.String(b.seed, d.Fold(i)))
		if n = b.nodes[key]; n == nil {
			n = &node{entry: -1}
			b.nodes[key] = n
		}
		if i+1 < len(d.Tokens) {
			n.more = true
		}
	}
	if n.entry < 0 {
		n.entry = len(b.entries)
		b.entries = append(b.entries, nil)
	}
	for _, old := range b.entries[n.entry] {
		if old.Party == s.Party && old.Class == s.Class {
			return
		}
	}
	b.entries[n.entry] = append(b.entries[n.entry], s)
}

func (b *builder) lexicon() *Lexicon {
	size := 1024
	for size < 2*len(b.nodes) {
		size *= 2
	}
	l := &Lexicon{seed: b.seed, slots: make([]slot, size), used: len(b.nodes)}
	for key, n := range b.nodes {
		s := slot{key: key, more: n.more}
		if n.entry >= 0 {
			s.first, s.count = int32(len(l.senses)), uint16(len(b.entries[n.entry]))
			l.senses = append(l.senses, b.entries[n.entry]...)
		}
		mask := uint64(size - 1)
		i := key >> 1 & mask
		for l.slots[i].key != 0 {
			i = (i + 1) & mask
		}
		l.slots[i] = s
	}
	return l
}

// typedNames maps everything that a user may type for a party, folded.
func (g *Gazetteer) typedNames() map[string]data.Party {
	typed := make(map[string]data.Party, 4096)
	put := func(words string, p data.Party) {
		if f := text.Fold(trimName(words)); f != "" {
			if _, taken := typed[f]; !taken {
				typed[f] = p
			}
		}
	}
	for _, c := range g.countries {
		put(string(c.Code), c.Code)
	}
	for _, w := range g.tables.cldr {
		put(w.words, w.party)
		put(strings.Replace(w.words, "&", "and", 1), w.party)
	}
	for _, w := range g.tables.aliases {
		put(w.words, w.party)
	}
	for _, c := range g.countries {
		put(c.Alpha3, c.Code)
	}
	return typed
}

// trimName takes spaces, a leading article and a full stop off what was typed.
func trimName(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 4 && strings.EqualFold(s[:4], "the ") {
		s = s[4:]
	}
	return strings.Trim(s, " .")
}
