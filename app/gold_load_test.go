package app_test

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"entente/data"
	"entente/data/ingest"
)

// goldArticle is an article of testdata/gold with what a careful reader finds in it. The form of the .gold files is in
// testdata/gold/README.md.
type goldArticle struct {
	id        string
	language  string // of the text where it is not English
	article   data.Article
	published string
	title     string
	countries map[data.Party]bool // must be mentioned
	maybe     map[data.Party]bool // may be mentioned
	ties      map[data.Pair]goldTie
	optional  map[data.Pair]bool // neither right nor wrong
	not       map[data.Pair]bool // named false pairs
	figures   []goldFigure
	whens     []goldWhen
}

type goldTie struct {
	stances []data.Stance // the first is the best
	fields  []data.Field
	anchor  string
}

type goldFigure struct {
	pair  data.Pair
	value float64
	unit  string
}

type goldWhen struct {
	pair data.Pair
	when string
}

// loadGold reads one folder of testdata/gold, sorted by name.
func loadGold(t testing.TB, split string) []goldArticle {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "testdata", "gold", split, "*.gold"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no gold in %s: %v", split, err)
	}
	var all []goldArticle
	for _, path := range paths {
		all = append(all, parseGold(t, path))
	}
	return all
}

func parseGold(t testing.TB, path string) goldArticle {
	t.Helper()
	g := goldArticle{id: strings.TrimSuffix(filepath.Base(path), ".gold"), countries: map[data.Party]bool{},
		maybe: map[data.Party]bool{}, ties: map[data.Pair]goldTie{}, optional: map[data.Pair]bool{}, not: map[data.Pair]bool{}}
	text := strings.TrimSuffix(path, ".gold") + ".txt"
	err := ingest.Files(context.Background(), []string{text}, ingest.Options{}, func(a data.Article, err error) error {
		g.article = a
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		key, rest, _ := strings.Cut(lines.Text(), " ")
		if !g.set(key, rest) {
			t.Fatalf("%s:%d: cannot read %q", path, n, lines.Text())
		}
	}
	if g.article.Published == "" {
		g.article.Published = g.published // as a feed would tell it; wires often print no year
	}
	for pair, tie := range g.ties {
		if !strings.Contains(g.article.Text, tie.anchor) {
			t.Fatalf("%s: the text does not hold the anchor of %v: %q", path, pair, tie.anchor)
		}
	}
	return g
}

// set takes in one line; false says that it has no known form.
func (g *goldArticle) set(key, rest string) bool {
	switch key {
	case "kind":
		if language, _, ok := strings.Cut(rest, "-"); ok && len(language) == 2 {
			g.language = language
		}
	case "published":
		g.published = rest
	case "title":
		g.title = rest
	case "countries", "maybe-countries":
		into := g.countries
		if key != "countries" {
			into = g.maybe
		}
		for _, c := range strings.Fields(rest) {
			into[data.Party(c)] = true
		}
	case "maybe", "not":
		into := g.optional
		if key == "not" {
			into = g.not
		}
		for _, p := range strings.Fields(rest) {
			into[pairOf(p)] = true
		}
	case "tie":
		return g.setTie(strings.SplitN(rest, " ", 4))
	case "figure":
		return g.setFigure(strings.Fields(rest))
	case "when":
		pair, when, ok := strings.Cut(rest, " ")
		g.whens = append(g.whens, goldWhen{pairOf(pair), when})
		return ok
	default:
		return false
	}
	return true
}

func (g *goldArticle) setTie(f []string) bool {
	if len(f) != 4 || !pairOf(f[0]).Valid() {
		return false
	}
	tie := goldTie{anchor: f[3]}
	for _, s := range strings.Split(f[1], "|") {
		tie.stances = append(tie.stances, data.Stance(s))
	}
	for _, s := range strings.Split(f[2], ",") {
		tie.fields = append(tie.fields, data.Field(s))
	}
	g.ties[pairOf(f[0])] = tie
	return true
}

func (g *goldArticle) setFigure(f []string) bool {
	if len(f) != 3 {
		return false
	}
	value, err := strconv.ParseFloat(f[1], 64)
	g.figures = append(g.figures, goldFigure{pairOf(f[0]), value, f[2]})
	return err == nil
}

func pairOf(s string) data.Pair {
	a, b, _ := strings.Cut(s, "-")
	return data.PairOf(data.Party(a), data.Party(b))
}
