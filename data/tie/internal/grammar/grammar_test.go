package grammar_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"entente/assets"
	"entente/data"
	"entente/data/gazetteer"
	"entente/data/mention"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
)

// tables loads what a sentence in English is read with.
var tables = sync.OnceValues(func() (*mention.Finder, *rules.Vocabulary) {
	places, err := gazetteer.Load(assets.FS)
	if err != nil {
		panic(err)
	}
	v, err := rules.Load(assets.FS)
	if err != nil {
		panic(err)
	}
	for _, table := range [...]string{"rules/dates.tsv", "rules/units.tsv"} {
		if err := rules.Terms(assets.FS, table, v); err != nil {
			panic(err)
		}
	}
	v["en"].Settle()
	return mention.New(places), v["en"]
})

// treeOf reads one sentence.
func treeOf(t *testing.T, s string) *grammar.Tree {
	t.Helper()
	m, v := tables()
	a := &data.Article{Text: s, Language: "en"}
	d := text.Parse(a)
	if len(d.Sentences) != 1 {
		t.Fatalf("%q is %d sentences", s, len(d.Sentences))
	}
	tree := &grammar.Tree{}
	tree.Doc, tree.Mentions, tree.Lang, tree.Vocab = d, m.Find(a, d), "en", v
	tree.Prepare(d.Sentences[0], 0, len(tree.Mentions))
	tree.TagAll()
	tree.CutGroups()
	tree.CutClauses()
	return tree
}

// actionsOf writes down the verb groups of a sentence: "sell planned not passive".
func actionsOf(tree *grammar.Tree) string {
	var out []string
	for i := range tree.Actions {
		a := &tree.Actions[i]
		words := []string{a.Rel.Word, string(a.Modality)}
		if a.Negated {
			words = append(words, "not")
		}
		if a.Passive {
			words = append(words, "passive")
		}
		out = append(out, strings.Join(words, " "))
	}
	return strings.Join(out, ", ")
}

func TestVerbGroupsHaveModalityNegationAndVoice(t *testing.T) {
	for s, want := range map[string]string{
		"Peru sold gas to Chile.":                   "sell done",
		"Peru has not signed the treaty.":           "sign done not",
		"Peru will sell gas to Chile.":              "sell planned",
		"Peru may buy gas from Chile.":              "buy proposed",
		"Peru is building a port in Chile.":         "build ongoing",
		"The port was built by a firm from Chile.":  "build done passive",
		"Peru refused to sign a treaty with Chile.": "refuse done, sign done",
	} {
		if got := actionsOf(treeOf(t, s)); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

// listsOf writes down the lists of a sentence, the parties of each joined by "+".
func listsOf(tree *grammar.Tree) string {
	var out []string
	for i := range tree.Groups {
		if list := tree.ListOf(i); len(list) > 1 {
			var parties []string
			for _, p := range list {
				parties = append(parties, string(p))
			}
			out = append(out, strings.Join(parties, "+"))
		}
	}
	return strings.Join(out, " ")
}

func TestListsJoinTheirParties(t *testing.T) {
	for s, want := range map[string]string{
		"Peru, Chile and Cuba signed a treaty.":                            "PE+CL+CU",
		"Peru sold gas to Chile, Cuba and Ghana.":                          "CL+CU+GH",
		"Peru sold gas to Chile and bought tea.":                           "",
		"Norway (in a separate deal) and Peru met.":                        "NO+PE",
		"Peru expelled two diplomats from Chile, and Cuba protested.":      "",
		"Talks between Peru and Chile ended, and Ghana and Mali went home": "PE+CL GH+ML",
	} {
		if got := listsOf(treeOf(t, s)); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

// subjectsOf writes down the parties that each clause with a verb has for its subject.
func subjectsOf(tree *grammar.Tree) string {
	var out []string
	for ci := range tree.Clauses {
		if tree.Clauses[ci].Finite < 0 {
			continue
		}
		var parties []string
		for _, m := range tree.SubjectNamed(ci) {
			parties = append(parties, string(m.Party))
		}
		out = append(out, fmt.Sprint(strings.Join(parties, "+")))
	}
	return strings.Join(out, " ")
}

func TestClausesHaveTheirSubjects(t *testing.T) {
	for s, want := range map[string]string{
		"Peru sold gas and bought tea from Chile.":             "PE PE",
		"Peru said that Chile had sold gas.":                   "PE CL",
		"Chile, which borders Peru, sold gas.":                 "CL CL",
		"On Tuesday Peru signed a treaty.":                     "PE",
		"Peru signed a treaty because Chile had asked for one": "PE CL",
	} {
		if got := subjectsOf(treeOf(t, s)); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}
