package labelled

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"entente/data"
	"entente/data/ingest"
)

// Gold reads the articles of a part of testdata/gold, in folder, sorted by name. The form of the .gold files is told in
// its README.md.
func Gold(folder, split string) ([]Text, error) {
	paths, err := filepath.Glob(filepath.Join(folder, split, "*.gold"))
	if err == nil && len(paths) == 0 {
		err = errors.New("there are none")
	}
	if err != nil {
		return nil, fmt.Errorf("read gold of %s: %w", split, err)
	}
	var all []Text
	for _, path := range paths {
		g, err := readGold(path, split)
		if err != nil {
			return nil, fmt.Errorf("read gold %s: %w", path, err)
		}
		all = append(all, g)
	}
	return all, nil
}

func readGold(path, split string) (Text, error) {
	g := newText(strings.TrimSuffix(filepath.Base(path), ".gold"), split)
	keep := func(a data.Article, err error) error {
		g.Article = a
		return err
	}
	if err := ingest.Files(context.Background(), []string{strings.TrimSuffix(path, ".gold") + ".txt"}, ingest.Options{}, keep); err != nil {
		return g, err
	}
	answers, err := os.ReadFile(path)
	if err != nil {
		return g, err
	}
	published := ""
	for n, line := range strings.Split(strings.TrimSuffix(string(answers), "\n"), "\n") {
		key, rest, _ := strings.Cut(line, " ")
		if key == "published" {
			published = rest
		} else if !g.set(key, rest) {
			return g, fmt.Errorf("line %d: cannot read %q", n+1, line)
		}
	}
	if g.Article.Published == "" {
		g.Article.Published = published // as a feed would tell it; wires often print no year
	}
	for pair, tie := range g.Ties {
		if !strings.Contains(g.Article.Text, tie.Anchor) {
			return g, fmt.Errorf("the text does not hold the anchor of %v: %q", pair, tie.Anchor)
		}
	}
	return g, nil
}

// set takes in one line; false says that it has no known form.
func (g *Text) set(key, rest string) bool {
	switch key {
	case "title":
	case "kind":
		g.Subject = rest
		if language, _, ok := strings.Cut(rest, "-"); ok && len(language) == 2 {
			g.Language = language
		}
	case "countries", "maybe-countries":
		into := g.Countries
		if key != "countries" {
			into = g.Maybe
		}
		for _, c := range strings.Fields(rest) {
			into[data.Party(c)] = true
		}
	case "maybe":
		addPairs(g.Optional, strings.Fields(rest))
	case "not":
		addPairs(g.Not, strings.Fields(rest))
	case "tie":
		return g.setTie(strings.SplitN(rest, " ", 4))
	case "figure":
		return g.setFigure(strings.Fields(rest))
	case "when":
		pair, when, ok := strings.Cut(rest, " ")
		g.Whens = append(g.Whens, When{PairOf(pair), when})
		return ok
	default:
		return false
	}
	return true
}

func (g *Text) setTie(f []string) bool {
	if len(f) != 4 || !PairOf(f[0]).Valid() {
		return false
	}
	tie := Tie{Stances: choices[data.Stance](f[1]), Anchor: f[3]}
	for _, s := range strings.Split(f[2], ",") {
		tie.Fields = append(tie.Fields, data.Field(s))
	}
	g.Ties[PairOf(f[0])] = tie
	return true
}

func (g *Text) setFigure(f []string) bool {
	if len(f) != 3 {
		return false
	}
	value, err := strconv.ParseFloat(f[1], 64)
	g.Figures = append(g.Figures, Figure{PairOf(f[0]), value, f[2]})
	return err == nil
}
