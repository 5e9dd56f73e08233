// Train learns from the labelled texts of testdata what the rules and the signs around a pair weigh in the confidence of a
// passage, what the signs of a pair that no passage ties say of it, what a passage is about, what tells of which party an
// article mostly tells, whom a sentence means that names one party of a tie, what the plain words of a sentence say of how two
// parties stand to each other, and what with them makes a passage hostile. It writes that into the learnt tables of
// assets/rules. Run it at the top of the project: go run ./data/tie/train
package main

import (
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path"
	"slices"
	"strings"

	"entente/data"
	"entente/data/gazetteer"
	"entente/data/labelled"
	"entente/data/mention"
	"entente/data/text"
	"entente/data/tie"
	"entente/data/tie/internal/learn"
	"entente/data/tie/internal/lexis"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
)

func main() {
	log.SetFlags(0)
	dry := flag.Bool("n", false, "only show how well each penalty does; write nothing")
	only := flag.String("only", "", "learn this one of the tables of assets/rules, as in tone.tsv, and leave the others as they are")
	flag.Parse()
	if err := run(*dry, *only); err != nil {
		log.Fatal("train: ", err)
	}
}

// trainer learns the tables that are asked for.
type trainer struct {
	dry  bool
	only string // the file of one table, "" for all
}

func (r trainer) asked(table string) bool { return r.only == "" || path.Base(table) == r.only }

func run(dry bool, only string) error {
	r := trainer{dry, only}
	texts, err := texts()
	if err != nil {
		return err
	}
	assets := os.DirFS("assets")
	places, err := gazetteer.Load(assets)
	if err != nil {
		return err
	}
	finder, err := tie.Load(assets)
	if err != nil {
		return err
	}
	mentions := mention.New(places)
	words := learnWords(texts, finder, mentions)
	fmt.Println(lexis.Table, words)
	if !dry && r.asked(lexis.Table) {
		if err := words.fit(func(string) bool { return true }).Write("assets/" + lexis.Table); err != nil {
			return err
		}
	}
	lessons := lessonsOf(texts, words.finderOf, mentions)
	for _, one := range []struct {
		load func(fs.FS) (*reason.Model, error)
		bags []learn.Bag
	}{{reason.LoadModel, lessons.passages}, {reason.LoadPairs, lessons.pairs}, {reason.LoadField, lessons.fields}, {reason.LoadTone, lessons.tones}} {
		err := r.learn(one.load, func(size int) float64 { return choose(one.bags, size) },
			func(size int, penalty float64) []float64 { return learn.Fit(one.bags, size, penalty) })
		if err != nil {
			return err
		}
	}
	for _, one := range []struct {
		load    func(fs.FS) (*reason.Model, error)
		choices []learn.Choice
	}{{reason.LoadTopic, lessons.topics}, {reason.LoadPartner, lessons.partners}} {
		err := r.learn(one.load, func(size int) float64 { return chooseAmong(one.choices, size) },
			func(size int, penalty float64) []float64 { return learn.FitChoices(one.choices, size, penalty) })
		if err != nil {
			return err
		}
	}
	return nil
}

// learn learns the table of a model, if it is asked for: by the penalty that does best on unseen articles, then with all.
func (r trainer) learn(load func(fs.FS) (*reason.Model, error), choose func(size int) float64, fit func(size int, penalty float64) []float64) error {
	m, err := load(os.DirFS("assets"))
	if err != nil || !r.asked(m.Table) {
		return err
	}
	fmt.Println(m.Table)
	penalty := choose(m.Size())
	if r.dry {
		return nil
	}
	return write(m, fit(m.Size(), penalty))
}

// texts gives the labelled texts that are not kept back.
func texts() ([]labelled.Text, error) {
	gold, err := labelled.Gold("testdata/gold", labelled.Build)
	if err != nil {
		return nil, err
	}
	unseen, err := labelled.Gold("testdata/gold", labelled.Learn)
	if err != nil {
		return nil, err
	}
	gold = append(gold, unseen...)
	wire, err := labelled.Wire("testdata/wire")
	if err != nil {
		return nil, err
	}
	press, err := labelled.Press("testdata/press")
	if err != nil {
		return nil, err
	}
	for _, t := range append(wire, press...) {
		if t.Split != labelled.Held {
			gold = append(gold, t)
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

// lessons are what the models are learnt from: the passages that the rules take for evidence of each pair, the pairs that they
// tie by none, the parties of articles, of which those with most ties are the right ones, and whom sentences mean that name one
// party of a tie.
type lessons struct {
	passages, pairs, fields, tones []learn.Bag
	topics, partners               []learn.Choice
}

// lessonsOf reads the texts, each by its finder. Pairs that are neither right nor wrong are left out.
func lessonsOf(texts []labelled.Text, finderOf func(article string) *tie.Finder, mentions *mention.Finder) *lessons {
	all := &lessons{}
	for i := range texts {
		t := &texts[i]
		most := all // of the lessons
		if len(t.Said) > 0 {
			most = &lessons{} // answered by the sentence: such articles teach nothing but tone
		}
		doc := text.Parse(&t.Article)
		at := map[data.Pair]int{}
		topic := learn.Choice{Article: t.ID}
		ties := tiesOf(t)
		finderOf(t.ID).Learn(&t.Article, doc, mentions.Find(&t.Article, doc), pairing.Lessons{
			Passage: func(in pairing.Instance) { most.passage(t, in, at) },
			Pair:    func(in pairing.PairInstance) { most.pair(t, in) },
			Topic: func(in pairing.TopicInstance) {
				topic.Options = append(topic.Options, learn.Instance{Features: featuresOf(in.Signs), Key: ties.most[in.Party]})
			},
			Partner: func(in pairing.PartnerInstance) { most.partner(t, in) },
			Field:   func(in pairing.FieldInstance) { most.field(t, in) },
			Tone:    func(in pairing.ToneInstance) { all.tone(t, in) },
		})
		if ties.all >= 2 && slices.ContainsFunc(topic.Options, func(o learn.Instance) bool { return o.Key }) {
			most.topics = append(most.topics, topic)
		}
	}
	return all
}

// tied is how many ties an article has, and the parties of most of them.
type tied struct {
	all  int
	most map[data.Party]bool
}

func tiesOf(t *labelled.Text) tied {
	count, most := map[data.Party]int{}, 0
	for pair := range t.Ties {
		for _, p := range pair {
			count[p]++
			most = max(most, count[p])
		}
	}
	out := tied{len(t.Ties), map[data.Party]bool{}}
	for p, n := range count {
		out.most[p] = n == most
	}
	return out
}

// passage adds a passage to the bag of its pair, whose place in a text is kept in at.
func (all *lessons) passage(t *labelled.Text, in pairing.Instance, at map[data.Pair]int) {
	if t.Optional[in.Pair] {
		return
	}
	answer, tied := t.Ties[in.Pair]
	k, known := at[in.Pair]
	if !known {
		k = len(all.passages)
		at[in.Pair] = k
		all.passages = append(all.passages, learn.Bag{Article: t.ID, Weight: weightOf(t, tied), Tied: tied})
	}
	b := &all.passages[k]
	b.Instances = append(b.Instances, learn.Instance{Features: featuresOf(in.Signs), Key: holds(t.Article.Text, in.Span, answer.Anchor)})
}

// pair adds a pair.
func (all *lessons) pair(t *labelled.Text, in pairing.PairInstance) {
	if t.Optional[in.Pair] {
		return
	}
	_, tied := t.Ties[in.Pair]
	w := 1.0
	if t.Line {
		w = lineWeight
	}
	all.pairs = append(all.pairs, learn.Bag{Article: t.ID, Weight: w, Tied: tied, Instances: []learn.Instance{{Features: featuresOf(in.Signs)}}})
}

// partner adds a sentence. Where the anchor of a tie lies in it, it means the other party of that; else nobody, or somebody to whom
// its party is tied or may be. Single sentences have nobody around them, and the ties of short texts no anchor.
func (all *lessons) partner(t *labelled.Text, in pairing.PartnerInstance) {
	if t.Line || t.Short {
		return
	}
	right, anchored := make([]bool, len(in.Others)), false
	for i, o := range in.Others[1:] {
		pair := data.PairOf(in.Party, o)
		tie, tied := t.Ties[pair]
		if right[i+1] = tied || t.Optional[pair]; tied && holds(t.Article.Text, in.Span, tie.Anchor) {
			if !anchored {
				clear(right)
			}
			right[i+1], anchored = true, true
		} else if anchored {
			right[i+1] = false
		}
	}
	right[0] = !anchored
	c := learn.Choice{Article: t.ID}
	for i := range in.Others {
		c.Options = append(c.Options, learn.Instance{Features: featuresOf(in.Signs[i]), Key: right[i]})
	}
	all.partners = append(all.partners, c)
}

// field adds a field of a passage of a tie.
func (all *lessons) field(t *labelled.Text, in pairing.FieldInstance) {
	tie := t.Ties[in.Pair]
	if len(tie.Fields) == 0 {
		return
	}
	all.fields = append(all.fields, learn.Bag{Article: t.ID, Weight: 1, Tied: slices.Contains(tie.Fields, in.Field),
		Instances: []learn.Instance{{Features: featuresOf(in.Signs)}}})
}

// tone adds a passage, but none of the texts that the rules were made with: they are surer there than they are right elsewhere.
func (all *lessons) tone(t *labelled.Text, in pairing.ToneInstance) {
	hostile, weight := toneOf(t, in.Pair, in.Span)
	if weight > 0 && t.Split != labelled.Build {
		all.tones = append(all.tones, learn.Bag{Article: t.ID, Weight: weight, Tied: hostile, Instances: []learn.Instance{{Features: featuresOf(in.Signs)}}})
	}
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
	if !tied && t.Split == labelled.Build {
		w *= wrongWeight
	}
	return w
}

func featuresOf(signs []reason.Given) (out []learn.Feature) {
	for _, g := range signs {
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

func choose(bags []learn.Bag, size int) (best float64) {
	least := 0.0
	for _, p := range penalties {
		s := learn.Cross(bags, size, p)
		fmt.Printf("penalty %4.1f: loss %7.1f of %d pairs; precision %.3f recall %.3f F1 %.3f\n", p, s.Loss, len(bags), s.Precision(), s.Recall(), s.F1())
		if best == 0 || s.Loss < least {
			best, least = p, s.Loss
		}
	}
	return best
}

// chooseAmong does the same for choices among several.
func chooseAmong(choices []learn.Choice, size int) (best float64) {
	least := 0.0
	for _, p := range penalties {
		right, loss := learn.CrossChoices(choices, size, p)
		fmt.Printf("penalty %4.1f: loss %7.1f of %d choices; right %.3f\n", p, loss, len(choices), right)
		if best == 0 || loss < least {
			best, least = p, loss
		}
	}
	return best
}

// write puts the weights into the table of a model and leaves its words and comments as they are.
func write(m *reason.Model, w []float64) error {
	table := "assets/" + m.Table
	old, err := os.ReadFile(table)
	if err != nil {
		return err
	}
	lines, rows := strings.Split(string(old), "\n"), m.Rows(w)
	for i, line := range lines {
		if c := strings.Split(line, "\t"); len(c) == 3 && rows[c[0]] != "" {
			lines[i] = c[0] + "\t" + rows[c[0]] + "\t" + c[2]
		}
	}
	return os.WriteFile(table, []byte(strings.Join(lines, "\n")), 0o644)
}
