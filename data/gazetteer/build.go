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
	entries [][]Sense
	marks   map[uint64]Set
	plain   map[string]bool // folded words that mean something besides a city
	upper   map[string]bool // folded names that must be in capitals
}

type node struct {
	entry int // into entries; -1 for none
	more  bool
}

// build makes the lexicon of a language.
func (g *Gazetteer) build(lang string) *Lexicon {
	b := &builder{g: g, lang: lang, seed: maphash.MakeSeed(), nodes: make(map[uint64]*node, 1<<14),
		marks: make(map[uint64]Set, 1<<11), plain: map[string]bool{}}
	b.sets()
	b.names()
	b.demonyms()
	b.capitals()
	b.offices()
	b.people()
	b.cities()
	return b.lexicon()
}

// mine says whether a row's language is read for this lexicon.
func (b *builder) mine(lang string) bool {
	return lang == b.lang || lang == "" || lang == "sr-Latn" && b.lang == "sr"
}

// names enters what CLDR and the table of aliases call the parties.
func (b *builder) names() {
	for _, w := range b.g.tables.aliases {
		if !b.mine(w.lang) {
			continue
		}
		s := Sense{Party: w.party, Class: Name, Ref: -1}
		switch w.what {
		case "upper", "exact":
			s.Form = Upper
		case "weak":
			s.Weak = true
		}
		b.add(w.words, s)
	}
	for _, w := range b.g.tables.cldr {
		if !b.mine(w.lang) && w.lang != "en" || strings.ContainsAny(w.words, "(") || short(w.words) {
			continue
		}
		s := Sense{Party: w.party, Class: Name, Ref: -1}
		b.add(w.words, s)
		if strings.Contains(w.words, "&") {
			b.add(strings.Replace(w.words, "&", "and", 1), s)
		}
		if rest, ok := strings.CutPrefix(w.words, "St."); ok {
			b.add("St"+rest, s)
			b.add("Saint"+rest, s)
			b.add("Saint"+strings.Replace(rest, "&", "and", 1), s)
		}
	}
}

// short says whether a name is an abbreviation, which the table of aliases enters with its case.
func short(name string) bool { return len(name) <= 3 && strings.ToUpper(name) == name }

func (b *builder) demonyms() {
	for _, w := range b.g.tables.demonyms {
		if !b.mine(w.lang) {
			continue
		}
		s := Sense{Party: w.party, Class: Demonym, Ref: -1}
		b.add(w.words, s)
		if w.what == "noun" {
			b.add(plural(w.words), s)
		}
	}
}

// plural gives the English plural of a word for a national.
func plural(noun string) string {
	if stem, ok := strings.CutSuffix(noun, "man"); ok && !strings.HasSuffix(noun, "German") && !strings.HasSuffix(noun, "Roman") {
		return stem + "men"
	}
	for _, end := range []string{"s", "ese", "ish", "ch"} {
		if strings.HasSuffix(noun, end) {
			return noun
		}
	}
	return noun + "s"
}

func (b *builder) capitals() {
	enter := func(words string, c data.Party) { b.add(words, Sense{Party: c, Class: Capital, Ref: -1}) }
	for i := range b.g.tables.countries {
		if c := &b.g.tables.countries[i]; c.Capital != "" && c.Code != "EU" {
			enter(c.Capital, c.Code)
		}
	}
	for _, w := range b.g.tables.capitals {
		if b.mine(w.lang) {
			enter(w.words, w.party)
		}
	}
}

// offices enters seats, regions, organisations, groups and traps.
func (b *builder) offices() {
	t := b.g.tables
	for _, w := range t.metonyms {
		if b.mine(w.lang) {
			b.add(w.words, Sense{Party: w.party, Class: Seat, Weak: w.what != "", Ref: -1, What: w.note, Form: upperForm(w.words)})
		}
	}
	for _, w := range t.regions {
		if b.mine(w.lang) {
			b.add(w.words, Sense{Party: w.party, Class: Region, Weak: w.what == "state", Ref: -1})
		}
	}
	for _, w := range t.bodies {
		s := Sense{Party: w.party, Class: Body, Ref: -1, Form: upperForm(w.words)}
		switch w.what {
		case "agency":
			s.Class = Agency
		case "company":
			s.Class, s.Weak = Company, true
		}
		b.add(w.words, s)
	}
	for _, w := range t.groups {
		if b.mine(w.lang) {
			for _, p := range strings.Fields(w.note) {
				b.add(w.words, Sense{Party: data.Party(p), Class: Group, Ref: -1})
			}
		}
	}
	for _, w := range t.traps {
		if b.mine(w.lang) {
			b.replace(w.words, Sense{Class: Trap, Ref: -1, What: w.what})
		}
	}
}

// upperForm asks for capitals where the table has them.
func upperForm(words string) Form {
	if strings.ToUpper(words) == words && len(words) <= 8 {
		return Upper
	}
	return Capitals
}

func (b *builder) people() {
	for i, row := range b.g.tables.names {
		s := Sense{Party: b.g.tables.people[i].Country, Class: PersonName, Ref: int32(i), What: b.g.tables.people[i].Office}
		for _, name := range row.spellings {
			b.add(name, s)
		}
		s.Class, s.Weak = Surname, !row.alone
		for _, name := range row.surnames {
			b.add(name, s)
		}
	}
}

// cities enters the cities that are no capitals. One that shares its name with a city of another country a tenth of its
// size or more, that is smaller than a million, or whose name is a plain word or a person's, is weak.
func (b *builder) cities() {
	largest := map[string]int32{}
	second := map[string]int{}
	places := b.g.tables.places
	for i := range places {
		p := &places[i]
		old, ok := largest[p.Name]
		switch {
		case !ok:
			largest[p.Name] = int32(i)
		case places[old].Thousands < p.Thousands:
			largest[p.Name] = int32(i)
			if places[old].Country != p.Country {
				second[p.Name] = max(second[p.Name], places[old].Thousands)
			}
		case places[old].Country != p.Country:
			second[p.Name] = max(second[p.Name], p.Thousands)
		}
	}
	for name, i := range largest {
		p := &places[i]
		weak := p.Thousands < 1000 || p.Country == "US" || 10*second[name] > p.Thousands || b.plain[text.Fold(name)]
		s := Sense{Party: p.Country, Class: City, Weak: weak, Ref: i}
		b.addCity(name, s)
		if short, ok := strings.CutSuffix(name, " City"); ok && p.Country != "US" {
			b.addCity(short, s)
		}
	}
}

// addCity enters a city unless the words mean something else already.
func (b *builder) addCity(name string, s Sense) {
	if n := b.node(name); n != nil && n.entry < 0 && len(name) > 2 {
		n.entry = len(b.entries)
		b.entries = append(b.entries, []Sense{s})
	}
}

func (b *builder) sets() {
	for _, w := range b.g.tables.sets {
		if !b.mine(w.lang) {
			continue
		}
		folded := text.Fold(w.words)
		set := setNames[w.what]
		if set.Any(PlainWord | FirstToo | SurnameToo) {
			b.plain[folded] = true
		}
		b.marks[maphash.String(b.seed, folded)|1] |= set
	}
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

// add enters words with a sense, unless they have the same one already.
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
		if old.Party == s.Party && (old.Class == s.Class && old.Ref == s.Ref || old.Class == Name) {
			return
		}
	}
	b.entries[n.entry] = append(b.entries[n.entry], s)
}

// replace enters words with a sense and nothing else.
func (b *builder) replace(words string, s Sense) {
	if n := b.node(words); n != nil {
		n.entry = len(b.entries)
		b.entries = append(b.entries, []Sense{s})
	}
}

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
