// Package gazetteer knows names: which words stand for which party, in ten languages, and where the party lies.
//
// It reads the tables under names in the assets: names of countries (from CLDR), aliases, demonyms, capitals, cities,
// seats and offices, people, organisations, and the traps that only look like a country. It says what a word may mean;
// data/mention decides what it does mean in an article. Latitudes and longitudes are in degrees. A Gazetteer is not
// changed after Load, so goroutines may share it; the lexicon of a language is built at its first use.
package gazetteer

import (
	"io/fs"
	"slices"
	"sync"

	"entente/data"
	"entente/data/text"
)

// Languages are the languages whose names are known, by ISO 639-1. Serbian is known in both scripts.
var Languages = []string{"en", "sr", "ja", "ru", "ro", "de", "fr", "es", "zh"}

// Country is what is known of a party.
type Country struct {
	Code       data.Party
	Alpha3     string  // ISO 3166-1 alpha-3
	UN         bool    // a member of the United Nations
	Population int64   // people; 0 where not known
	Lat, Lon   float64 // a place in the middle of its people, on its land
	Capital    string  // the seat of government, in English; "" where there is none
	CapitalLat float64
	CapitalLon float64
}

// Gazetteer holds the tables. Make one with Load.
type Gazetteer struct {
	tables   *tables
	index    map[data.Party]int // into tables.countries
	lexicons map[string]*lazyLexicon
	typed    func() map[string]data.Party
}

type lazyLexicon struct {
	once sync.Once
	lex  *Lexicon
}

// Load reads the tables from names/*.tsv of the assets. A broken row is a *data.InputError with its file and line.
func Load(fsys fs.FS) (*Gazetteer, error) {
	t, err := readTables(fsys)
	if err != nil {
		return nil, err
	}
	g := &Gazetteer{tables: t, index: make(map[data.Party]int, len(t.countries)), lexicons: map[string]*lazyLexicon{}}
	for i := range t.countries {
		g.index[t.countries[i].Code] = i
	}
	for _, lang := range Languages {
		g.lexicons[lang] = &lazyLexicon{}
	}
	g.typed = sync.OnceValue(g.typedNames)
	return g, nil
}

// Country gives what is known of a party.
func (g *Gazetteer) Country(c data.Party) (Country, bool) {
	i, ok := g.index[c]
	if !ok {
		return Country{}, false
	}
	return g.tables.countries[i], true
}

// Countries gives every party in the order of codes. The slice is the caller's.
func (g *Gazetteer) Countries() []Country { return slices.Clone(g.tables.countries) }

// Name gives the party's name to show in a language ("sr" is Cyrillic, "sr-Latn" Latin), in English where the language
// is not known, and the code itself where the party is not.
func (g *Gazetteer) Name(c data.Party, lang string) string {
	if name, ok := g.tables.display[lang][c]; ok {
		return name
	}
	if name, ok := g.tables.display["en"][c]; ok {
		return name
	}
	return string(c)
}

// Lookup finds the party that a user typed: a code of two or three letters, a name or alias in any of the languages,
// whatever its case and diacritics.
func (g *Gazetteer) Lookup(words string) (data.Party, bool) {
	p, ok := g.typed()[text.Fold(trimName(words))]
	return p, ok
}

// twins are languages that are read with another one's lexicon.
var twins = map[string]string{"bs": "sr", "hr": "sr", "me": "sr", "sh": "sr", "mo": "ro"}

// Lexicon gives the words of a language, English for one that is not known. It is built at the first call.
func (g *Gazetteer) Lexicon(lang string) *Lexicon {
	if same, ok := twins[lang]; ok {
		lang = same
	}
	lazy, ok := g.lexicons[lang]
	if !ok {
		lazy, lang = g.lexicons["en"], "en"
	}
	lazy.once.Do(func() { lazy.lex = g.build(lang) })
	return lazy.lex
}

// Knows says whether a language has a lexicon of its own. An empty one counts as English.
func (g *Gazetteer) Knows(lang string) bool {
	if same, ok := twins[lang]; ok {
		lang = same
	}
	_, ok := g.lexicons[lang]
	return ok || lang == ""
}

// Place gives the place that a Sense of class City or Region points at.
func (g *Gazetteer) Place(ref int32) Place { return g.tables.places[ref] }

// Person gives the person that a Sense of class PersonName or Surname points at.
func (g *Gazetteer) Person(ref int32) Person { return g.tables.people[ref] }
