package gazetteer

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"entente/data"
)

// Place is a city or a part of a country.
type Place struct {
	Name      string
	Country   data.Party
	Seat      bool // capital of the country or of one of its regions
	Lat, Lon  float64
	Thousands int    // of people
	Spellings string // of the name, between "; "
	Namesakes string // the other countries where a place is called so, between spaces
}

// Person is somebody who speaks for a party while in office.
type Person struct {
	Name     string
	Country  data.Party
	Office   string
	From, To string // YYYY or YYYY-MM; To is "" while in office
}

// word is one row that gives words to a party.
type word struct {
	party data.Party
	lang  string
	what  string // how it is written, what part of speech it is, what kind it is: as the table says
	words string
	note  string
}

// personRow is one row of people.tsv.
type personRow struct {
	spellings, surnames []string
	alone               bool
}

// tables holds the rows as they are read; a lexicon is built from them when its language is first needed.
type tables struct {
	countries []Country
	display   map[string]map[data.Party]string
	cldr      []word // what: "name" or "alt"
	aliases   []word // what: "", "upper", "exact" or "risky"
	demonyms  []word // what: "noun", "adjective", "plural"
	capitals  []word
	metonyms  []word // what: "" or "needs support"; note: the office
	regions   []word // what: "region" or "state"
	bodies    []word // what: "agency", "company" or "body"
	traps     []word // what: what the words mean
	sets      []word // what: the set's name
	groups    []word // note: the parties
	foreign   []word // people in other languages; words: spellings, what: the surname, note: the name in people.tsv
	exonyms   []word // cities in other words; what: the name in places
	endings   []word // what: part of speech, words: the ending, note: the forms
	places    []Place
	people    []Person
	names     []personRow // of people
}

func readTables(fsys fs.FS) (*tables, error) {
	t := &tables{display: map[string]map[data.Party]string{}}
	for _, table := range []struct {
		name    string
		columns int
		row     func([]string) error
	}{
		{"countries", 9, t.country},
		{"cldr", 4, t.name},
		{"aliases", 4, appendTo(&t.aliases, func(c []string) word { return word{data.Party(c[0]), c[1], c[2], c[3], ""} })},
		{"demonyms-factbook", 3, appendTo(&t.demonyms, func(c []string) word { return word{data.Party(c[0]), "en", c[1], c[2], ""} })},
		{"demonyms", 4, appendTo(&t.demonyms, func(c []string) word { return word{data.Party(c[0]), c[1], c[2], c[3], ""} })},
		{"demonyms-other", 4, appendTo(&t.demonyms, func(c []string) word { return word{data.Party(c[0]), c[1], c[2], c[3], ""} })},
		{"endings", 4, appendTo(&t.endings, func(c []string) word { return word{"", c[0], c[1], c[2], c[3]} })},
		{"people-other", 4, appendTo(&t.foreign, func(c []string) word { return word{"", c[1], c[3], c[2], c[0]} })},
		{"capitals", 3, appendTo(&t.capitals, func(c []string) word { return word{data.Party(c[0]), c[1], "", c[2], ""} })},
		{"metonyms", 5, appendTo(&t.metonyms, func(c []string) word { return word{data.Party(c[0]), c[1], c[2], c[3], c[4]} })},
		{"regions", 4, appendTo(&t.regions, func(c []string) word { return word{data.Party(c[0]), c[1], c[2], c[3], ""} })},
		{"organisations", 5, appendTo(&t.bodies, func(c []string) word { return word{data.Party(c[2]), "en", c[1], c[0], c[4]} })},
		{"traps", 3, appendTo(&t.traps, func(c []string) word { return word{"", c[0], c[2], c[1], ""} })},
		{"groups", 3, appendTo(&t.groups, func(c []string) word { return word{"", c[0], "", c[1], c[2]} })},
		{"words", 3, appendTo(&t.sets, func(c []string) word { return word{"", c[1], c[0], c[2], ""} })},
		{"cities", 8, t.city},
		{"cities-other", 4, appendTo(&t.exonyms, func(c []string) word { return word{data.Party(c[0]), c[1], c[2], c[3], ""} })},
		{"people", 9, t.person},
	} {
		if err := readTable(fsys, "names/"+table.name+".tsv", table.columns, table.row); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func (t *tables) country(c []string) error {
	n := Country{Code: data.Party(c[0]), Alpha3: c[1], UN: c[2] == "UN", Capital: c[6]}
	if !n.Code.Valid() {
		return fmt.Errorf("%q is no code", c[0])
	}
	var errs [5]error
	n.Population, errs[0] = strconv.ParseInt(c[3], 10, 64)
	n.Lat, errs[1] = strconv.ParseFloat(c[4], 64)
	n.Lon, errs[2] = strconv.ParseFloat(c[5], 64)
	n.CapitalLat, errs[3] = strconv.ParseFloat(c[7], 64)
	n.CapitalLon, errs[4] = strconv.ParseFloat(c[8], 64)
	t.countries = append(t.countries, n)
	return errors.Join(errs[:]...)
}

func (t *tables) name(c []string) error {
	w := word{party: data.Party(c[0]), lang: c[1], what: c[2], words: c[3]}
	t.cldr = append(t.cldr, w)
	if w.what == "name" {
		if t.display[w.lang] == nil {
			t.display[w.lang] = make(map[data.Party]string, 256)
		}
		t.display[w.lang][w.party] = w.words
	}
	return nil
}

func (t *tables) city(c []string) error {
	lat, err1 := strconv.ParseFloat(c[3], 64)
	lon, err2 := strconv.ParseFloat(c[4], 64)
	people, err3 := strconv.Atoi(c[5])
	t.places = append(t.places, Place{Name: c[1], Country: data.Party(c[0]), Seat: c[2] == "seat", Lat: lat, Lon: lon, Thousands: people, Spellings: c[6], Namesakes: c[7]})
	return errors.Join(err1, err2, err3)
}

func (t *tables) person(c []string) error {
	if c[0] == "" || c[8] == "" {
		return errors.New("a person needs a name and a date of review")
	}
	row := personRow{spellings: []string{c[0]}, alone: c[3] == "alone"}
	if c[1] != "" {
		row.spellings = append(row.spellings, strings.Split(c[1], "; ")...)
	}
	if c[2] != "" {
		row.surnames = strings.Split(c[2], "; ")
	}
	t.people = append(t.people, Person{Name: c[0], Country: data.Party(c[4]), Office: c[5], From: c[6], To: c[7]})
	t.names = append(t.names, row)
	return nil
}

// appendTo makes a row reader that appends words.
func appendTo(into *[]word, row func([]string) word) func([]string) error {
	return func(c []string) error {
		w := row(c)
		if w.words == "" {
			return errors.New("no words")
		}
		*into = append(*into, w)
		return nil
	}
}

// readTable calls row for every row of a table below its heading. Lines that are empty or begin with # are remarks.
func readTable(fsys fs.FS, path string, columns int, row func([]string) error) error {
	b, err := fs.ReadFile(fsys, path)
	if err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	rest, cells, heading := string(b), make([]string, columns), true
	for n := 1; rest != ""; n++ {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if heading {
			heading = false
			continue
		}
		if got := cut(line, cells); got != columns {
			return &data.InputError{Path: path, Line: n, Reason: fmt.Sprintf("%d columns, want %d", got, columns)}
		}
		if err := row(cells); err != nil {
			return &data.InputError{Path: path, Line: n, Reason: err.Error(), Err: err}
		}
	}
	return nil
}

// cut splits a line at its tabs into cells and gives their number.
func cut(line string, cells []string) int {
	n := 0
	for {
		cell, rest, more := strings.Cut(line, "\t")
		if n < len(cells) {
			cells[n] = cell
		}
		n++
		if !more {
			return n
		}
		line = rest
	}
}
