package rules

import (
	"bufio"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"entente/data"
	"entente/data/text"
)

// Table calls row for each line of a table that is neither empty nor a comment.
func Table(fsys fs.FS, path string, columns int, row func([]string) error) error {
	f, err := fsys.Open(path)
	if err != nil {
		return fmt.Errorf("open rules: %w", err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	for line := 1; s.Scan(); line++ {
		if s.Text() == "" || s.Text()[0] == '#' {
			continue
		}
		c := strings.Split(s.Text(), "\t")
		if len(c) != columns {
			return fmt.Errorf("read %s: line %d: %d columns instead of %d", path, line, len(c), columns)
		}
		if err := row(c); err != nil {
			return fmt.Errorf("read %s: line %d: %w", path, line, err)
		}
	}
	if err := s.Err(); err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	return nil
}

func addWord(v *Vocabulary, _ string, c []string) error {
	e := v.entry(text.Fold(c[0]))
	for _, name := range strings.Split(c[1], ",") {
		name, of, _ := strings.Cut(name, "=")
		bit, ok := classNames[name]
		if !ok {
			return fmt.Errorf("unknown class %q", name)
		}
		e.Classes |= bit
		if bit == IsPrep {
			e.Slot |= slotOf(c[0], of)
		}
	}
	return nil
}

// slotOf gives the slot that a preposition opens: the one named in the table, else its own.
func slotOf(prep, named string) Slots {
	if named == "" {
		named = prep
	}
	if s, ok := slotNames[named]; ok {
		return s
	}
	if s, ok := prepSlots[named]; ok {
		return s
	}
	return OtherSlot
}

func addVerb(v *Vocabulary, lang string, c []string) error {
	r, err := ParseRelation(c)
	if err != nil {
		return err
	}
	lemma, particle, _ := strings.Cut(c[0], " ")
	v.addForms(lang, lemma, particle, c[1], r)
	if before, after, own := strings.Cut(" "+particle, " its "); own {
		shown := r.Participle
		for _, whose := range [...]string{" their ", " his ", " her "} {
			v.addForms(lang, lemma, strings.TrimSpace(before+whose+after), c[1], r)
		}
		r.Participle = shown
	}
	return nil
}

// addForms enters a verb in all its forms, with the words that go with it. Their "its" stands for "their" and the like too.
func (v *Vocabulary) addForms(lang, lemma, particle, irregular string, r *Relation) {
	for f, bits := range verbForms(lang, lemma, irregular) {
		if particle != "" {
			f += " " + particle
		}
		if bits&Participle != 0 && lang == "en" && plainer(f, r.Participle, lemma) {
			r.Participle = f
		}
		e := v.entry(text.Fold(f))
		switch {
		case e.Verb == nil:
			e.Verb = r
		case e.Verb != r && e.Verb.Word == r.Word && !slices.Contains(e.Verb.senses, r):
			e.Verb.senses = append(e.Verb.senses, r)
		}
		e.Forms |= bits
	}
}

// plainer says whether a participle is the better one to show: the one that the rule for the verb gives ("expelled", not
// "expeled"), else the shorter.
func plainer(form, shown, lemma string) bool {
	byRule := edForm(lemma, englishStem(lemma))
	switch {
	case shown == "" || strings.HasPrefix(form, byRule):
		return true
	case strings.HasPrefix(shown, byRule):
		return false
	}
	return len(form) < len(shown) || len(form) == len(shown) && form < shown
}

func addNoun(v *Vocabulary, lang string, c []string) error {
	r, err := ParseRelation(c)
	if err != nil {
		return err
	}
	for f, plural := range nounForms(lang, c[0], c[1]) {
		e := v.entry(text.Fold(f))
		if e.Noun == nil {
			e.Noun, e.Plural = r, plural
		}
	}
	return nil
}

func addField(v *Vocabulary, _ string, c []string) error {
	fields, err := ParseFields(c[1])
	if err != nil {
		return err
	}
	if stem, ok := strings.CutSuffix(text.Fold(c[0]), "*"); ok && !strings.ContainsAny(stem, " -") {
		v.addStem(stem, SetOf(fields))
		return nil
	}
	v.entry(strings.TrimSuffix(text.Fold(c[0]), "*")).Fields = SetOf(fields)
	return nil
}

// ParseRelation reads the columns from kind on: word, forms, kind, stance, weight, fields, frame, flags.
func ParseRelation(c []string) (*Relation, error) {
	r := &Relation{Word: strings.TrimSuffix(c[0], "*")}
	var err error
	if c[2] != "-" {
		r.Kind = data.Kind(c[2])
		stances := map[string]data.Stance{"+": data.Cooperation, "-": data.Conflict, "0": data.Neutral}
		if r.Stance = stances[c[3]]; r.Stance == "" {
			return nil, fmt.Errorf("unknown stance %q", c[3])
		}
	}
	if r.Weight, err = strconv.ParseFloat(c[4], 64); err != nil {
		return nil, fmt.Errorf("weight: %w", err)
	}
	if r.Fields, err = ParseFields(c[5]); err != nil {
		return nil, err
	}
	for _, name := range list(c[6]) {
		bit := slotOf(name, "")
		if bit == OtherSlot {
			return nil, fmt.Errorf("unknown slot %q", name)
		}
		r.Frame |= bit
	}
	for _, name := range list(c[7]) {
		bit, ok := flagNames[name]
		if !ok {
			return nil, fmt.Errorf("unknown flag %q", name)
		}
		r.Flags |= bit
	}
	return r, nil
}

// ParseFields reads a cell of fields.
func ParseFields(s string) ([]data.Field, error) {
	var out []data.Field
	for _, name := range list(s) {
		f := data.Field(name)
		if !known(f) {
			return nil, fmt.Errorf("unknown field %q", name)
		}
		out = append(out, f)
	}
	return out, nil
}

func known(f data.Field) bool { return slices.Contains(data.Fields, f) }

// FieldSet is some of data.Fields, a bit for each by its place there.
type FieldSet uint16

// SetOf gives a list of fields as a set.
func SetOf(fields []data.Field) FieldSet {
	set := FieldSet(0)
	for _, f := range fields {
		set |= 1 << slices.Index(data.Fields, f)
	}
	return set
}

// list splits a cell at commas; "-" is the empty list.
func list(cell string) []string {
	if cell == "-" || cell == "" {
		return nil
	}
	return strings.Split(cell, ",")
}
