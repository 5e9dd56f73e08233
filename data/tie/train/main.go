// Train learns from the labelled texts of testdata what the rules and the signs around a pair weigh in the confidence of a
// passage, and writes it into assets/rules/model.tsv. Run it at the top of the project: go run ./data/tie/train
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"strings"

	"entente/data"
	"entente/data/gazetteer"
	"entente/data/labelled"
	"entente/data/mention"
	"entente/data/text"
	"entente/data/tie"
	"entente/data/tie/internal/learn"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
)

const table = "assets/rules/model.tsv"

func main() {
	log.SetFlags(0)
	dry := flag.Bool("n", false, "only show how well each penalty does; write nothing")
	flag.Parse()
	if err := run(*dry); err != nil {
		log.Fatal("train: ", err)
	}
}

func run(dry bool) error {
	texts, err := texts()
	if err != nil {
		return err
	}
	bags, err := bagsOf(texts)
	if err != nil {
		return err
	}
	penalty := choose(bags)
	if dry {
		return nil
	}
	return write(learn.Fit(bags, int(reason.Signs), penalty))
}

// texts gives the labelled texts that are not kept back.
func texts() ([]labelled.Text, error) {
	gold, err := labelled.Gold("testdata/gold", labelled.Build)
	if err != nil {
		return nil, err
	}
	wire, err := labelled.Wire("testdata/wire/wire.txt")
	for _, w := range wire {
		if w.Split == labelled.Build {
			gold = append(gold, w)
		}
	}
	for _, name := range []string{"sentences.txt", "abroad.txt"} {
		lines, err := labelled.Sentences("data/tie/testdata/" + name)
		if err != nil {
			return nil, err
		}
		gold = append(gold, lines...)
	}
	return gold, err
}

// bagsOf reads the texts and gathers the passages that the rules take for evidence of each pair. Pairs that are neither right
// nor wrong are left out.
func bagsOf(texts []labelled.Text) ([]learn.Bag, error) {
	assets := os.DirFS("assets")
	places, err := gazetteer.Load(assets)
	if err != nil {
		return nil, err
	}
	finder, err := tie.Load(assets)
	if err != nil {
		return nil, err
	}
	mentions := mention.New(places)
	var bags []learn.Bag
	for i := range texts {
		t := &texts[i]
		doc := text.Parse(&t.Article)
		at := map[data.Pair]int{}
		finder.Learn(&t.Article, doc, mentions.Find(&t.Article, doc), func(in pairing.Instance) {
			if t.Optional[in.Pair] {
				return
			}
			answer, tied := t.Ties[in.Pair]
			k, known := at[in.Pair]
			if !known {
				k = len(bags)
				at[in.Pair] = k
				bags = append(bags, learn.Bag{Article: t.ID, Weight: weightOf(t, tied), Tied: tied})
			}
			bags[k].Instances = append(bags[k].Instances, learn.Instance{Features: featuresOf(in), Key: holds(t.Article.Text, in.Span, answer.Anchor)})
		})
	}
	return bags, nil
}

const (
	// lineWeight is what a single sentence counts beside an article: such sentences were written for the rules to read, and
	// hardly any two are of one sort.
	lineWeight = 0.2
	// wrongWeight is what a pair counts that the rules tie wrongly. They were made on these very texts; of what they take in
	// others about twice as much is wrong, as the scores of the texts held back show.
	wrongWeight = 2
)

func weightOf(t *labelled.Text, tied bool) float64 {
	w := 1.0
	if t.Line {
		w = lineWeight
	}
	if !tied {
		w *= wrongWeight
	}
	return w
}

func featuresOf(in pairing.Instance) (out []learn.Feature) {
	for _, g := range in.Signs {
		out = append(out, learn.Feature{Index: int(g.Sign), Amount: g.Amount})
	}
	return out
}

// holds says whether words of a text stand in a span of it, at least in part.
func holds(text string, span data.Span, words string) bool {
	at := strings.Index(text, words)
	return words != "" && at >= 0 && at < span.End && at+len(words) > span.Start
}

// penalties are tried in turn; the one that leaves the least loss on unseen articles is taken.
var penalties = []float64{0.3, 1, 2, 4, 8, 16}

func choose(bags []learn.Bag) (best float64) {
	least := 0.0
	for _, p := range penalties {
		s := learn.Cross(bags, int(reason.Signs), p)
		fmt.Printf("penalty %4.1f: loss %7.1f of %d pairs; precision %.3f recall %.3f F1 %.3f\n", p, s.Loss, len(bags), s.Precision(), s.Recall(), s.F1())
		if best == 0 || s.Loss < least {
			best, least = p, s.Loss
		}
	}
	return best
}

// write puts the weights into the table and leaves its words and comments as they are.
func write(w []float64) error {
	old, err := os.ReadFile(table)
	if err != nil {
		return err
	}
	lines := strings.Split(string(old), "\n")
	for i, line := range lines {
		c := strings.Split(line, "\t")
		for s := range reason.Signs {
			if len(c) == 3 && c[0] == s.Key() {
				lines[i] = fmt.Sprintf("%s\t%.2f\t%s", c[0], w[s], c[2])
			}
		}
	}
	return os.WriteFile(table, []byte(strings.Join(lines, "\n")), 0o644)
}
