package gazetteer

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"

	"entente/data/text"
)

// cities enters the cities that are no capitals. One that shares its name with a city of another country a tenth of its
// size or more, that is smaller than a million, or whose name is a plain word or a person's, is weak. Towns of one name in
// several countries are all entered, the largest first.
func (b *builder) cities() {
	b.exonyms()
	places := b.g.tables.places
	order := make([]uint64, 0, len(places)) // the largest first
	for i := range places {
		p := &places[i]
		if b.lang != "en" && !b.knownAbroad(p) {
			continue
		}
		order = append(order, uint64(1<<30-p.Thousands)<<32|uint64(i))
	}
	slices.Sort(order)
	for _, key := range order {
		i := int32(uint32(key))
		p := &places[i]
		b.addCity(p.Name, i)
		if short, ok := strings.CutSuffix(p.Name, " City"); ok && p.Country != "US" {
			b.addCity(short, i)
		}
		for rest := p.Spellings; rest != ""; {
			var other string
			other, rest, _ = strings.Cut(rest, "; ")
			b.addCity(other, i)
		}
	}
}

// knownAbroad says whether a place is known in languages other than English, most of whose words may begin sentences, or have
// capitals anyway: German Celle is a French pronoun.
func (b *builder) knownAbroad(p *Place) bool {
	least := 100
	switch {
	case p.Country == "US":
		least = 200
	case strings.Contains(neighbours, string(p.Country)):
		least = 20
	case p.Seat:
		least = 30
	}
	return p.Thousands >= least && !b.isPlain(p.Name)
}

// surelyKnown is from how many thousand people on a city is meant by its name whatever stands around it, where nothing speaks
// against it.
const surelyKnown = 1000

// isPlain says whether a name means something else, too.
func (b *builder) isPlain(name string) bool {
	b.folded = text.AppendFold(b.folded[:0], name)
	return b.plain[string(b.folded)]
}

// town gives the sense of a place's name.
func (b *builder) town(name string, i int32) Sense {
	p := &b.g.tables.places[i]
	weak := p.Thousands < surelyKnown || p.Country == "US" || b.lang != "en" || b.isPlain(name)
	return Sense{Party: p.Country, Class: City, Weak: weak, Proper: proper(name), Ref: i}
}

// exonyms enters what cities are called in the lexicon's language.
func (b *builder) exonyms() {
	places := b.g.tables.places // sorted by country, then by name
	for _, w := range b.g.tables.exonyms {
		if !b.mine(w.lang) {
			continue
		}
		at, ok := slices.BinarySearchFunc(places, w, func(p Place, w word) int {
			return cmp.Or(strings.Compare(string(p.Country), string(w.party)), strings.Compare(p.Name, w.what))
		})
		if !ok {
			continue
		}
		s := Sense{Party: w.party, Class: City, Weak: b.isPlain(w.words) || w.party == "US", Ref: int32(at)}
		if w.lang == "en" {
			s.Weak = s.Weak || places[at].Thousands < widelyKnown
			b.exonym(w.words, s)
			continue
		}
		b.inflect("capital", w.words, func(form string) { b.exonym(form, s) })
	}
}

// widelyKnown is from how many thousand people on an English name of its own is known for its town whatever stands around it.
const widelyKnown = 300

// exonym enters another name of a city unless the words mean something else already.
func (b *builder) exonym(name string, s Sense) {
	if n := b.node(name); n != nil && n.first == 0 && len(name) > 2 {
		b.put(n, s)
	}
}

// addCity enters a city unless the words mean something else than a larger city already. One of a tenth of its size makes the
// larger one weak; a smaller one is not known by the name.
func (b *builder) addCity(name string, i int32) {
	n := b.node(name)
	if n == nil || len(name) <= 2 {
		return
	}
	s := b.town(name, i)
	for k := n.first; k != 0; k = b.senses[k].next {
		old := &b.senses[k]
		if old.Class == Capital && old.Party != s.Party && b.sharedCapital(name) && b.g.tables.places[i].Thousands >= namesake {
			s.Weak = true // Tripoli
			continue
		}
		if old.Class != City || old.Party == s.Party {
			return
		}
		share := 10
		if s.Party == "US" {
			share = 3 // called after the other one
		}
		if share*b.g.tables.places[i].Thousands < b.g.tables.places[old.Ref].Thousands {
			return
		}
		old.Weak = true
		s.Weak = true
	}
	b.put(n, s)
}

// sharedCapital says whether a capital's name is in the news as often for a town elsewhere.
func (b *builder) sharedCapital(name string) bool {
	b.folded = text.AppendFold(b.folded[:0], name)
	return b.marks[maphash.Bytes(b.seed, b.folded)|1].Has(SharedCapital)
}

// namesake is from how many thousand people on a town is known by a name that a capital of another country has.
const namesake = 200
