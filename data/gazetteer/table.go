package gazetteer

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"entente/data"
)

// Place is a city or a region that is worth knowing.
type Place struct {
	Name      string
	Country   data.Party
	Region    string // GeoNames' first-level code
	Lat, Lon  float64
	Thousands int // of people
}

// Person is somebody who speaks for a party while in office.
type Person struct {
	Name     string
	Country  data.Party
	Office   string
	From, To string // years or dates; To is "" while in office
}

// Body is an organisation of several countries, which is no country's.
type Body struct {
	Name    string
	Members []data.Party
	Seat    string
}

// word is one row that gives words to a party.
type word struct {
	party data.Party
	lang  string
	what  string
	words string
}

// tables holds the rows as they are read; lexicons are built from them when they are first needed.
type tables struct {
	countries []Country
	display   map[string]map[data.Party]string
	cldr      []word // what: "name" or "alt"
	aliases   []word // what: "", "upper" or "exact"
	demonyms  []word // what: "noun", "adjective"
	metonyms  []word // what: the office
	places    []Place
	people    []Person
	bodies    []Body
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
		{"aliases", 4, appendWord(&t.aliases, 0, 1, 2, 3)},
		{"demonyms-factbook", 3, appendWord(&t.demonyms, 0, -1, 1, 2)},
		{"demonyms", 4, appendWord(&t.demonyms, 0, 1, 2, 3)},
		{"metonyms", 4, appendWord(&t.metonyms, 0, 1, 3, 2)},
		{"cities", 6, t.city},
	} {
		if err := readTable(fsys, "names/"+table.name+".tsv", table.columns, table.row); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func (t *tables) country(c []string) error {
	var err error
	n := Country{Code: data.Party(c[0]), Alpha3: c[1], UN: c[2] == "UN", Capital: c[6]}
	if !n.Code.Valid() {
		return fmt.Errorf("%q is no code", c[0])
	}
	n.Population, err = strconv.ParseInt(c[3], 10, 64)
	for i, into := range map[int]*float64{4: &n.Lat, 5: &n.Lon, 7: &n.CapitalLat, 8: &n.CapitalLon} {
		var e error
		*into, e = strconv.ParseFloat(c[i], 64)
		err = errors.Join(err, e)
	}
	t.countries = append(t.countries, n)
	return err
}

func (t *tables) name(c []string) error {
	w := word{data.Party(c[0]), c[1], c[2], c[3]}
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
	t.places = append(t.places, Place{Name: c[1], Country: data.Party(c[0]), Region: c[2], Lat: lat, Lon: lon, Thousands: people})
	return errors.Join(err1, err2, err3)
}

// appendWord reads rows that give words to a party; a column of -1 is English.
func appendWord(into *[]word, party, lang, what, words int) func([]string) error {
	return func(c []string) error {
		w := word{party: data.Party(c[party]), lang: "en", what: c[what], words: c[words]}
		if lang >= 0 {
			w.lang = c[lang]
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
