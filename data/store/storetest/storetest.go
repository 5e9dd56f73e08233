// Package storetest makes libraries of any size for tests and benchmarks: made-up articles of about 3 KB with ten pieces
// of evidence and twenty mentions each, some of them reprints. The same seed and number give the same articles
// everywhere. The words are invented but for the countries; common ones are far more common than rare ones, as in
// languages.
package storetest

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"time"

	"entente/data"
	"entente/data/store"
)

// Rules is the version of the rules that the findings claim to be made by.
const Rules = "storetest"

// batch is how many articles are added in one transaction.
const batch = 200

// Fill adds n articles to a library.
func Fill(ctx context.Context, l *store.Library, seed uint64, n int) error {
	for from := 0; from < n; from += batch {
		added, err := l.Add(ctx, Items(seed, from, min(from+batch, n)))
		if err != nil {
			return fmt.Errorf("fill library: %w", err)
		}
		for _, a := range added {
			if a.Err != nil {
				return fmt.Errorf("fill library: %w", a.Err)
			}
		}
	}
	return nil
}

// Items gives the articles from number from up to but not to. An article does not depend on how many others are asked for.
func Items(seed uint64, from, to int) []store.Item {
	items := make([]store.Item, 0, to-from)
	for i := from; i < to; i++ {
		items = append(items, item(seed, i))
	}
	return items
}

// reprints is which part of the articles repeats an earlier one with small changes: one in reprints.
const reprints = 8

// item makes one article.
func item(seed uint64, i int) store.Item {
	own := rand.New(rand.NewPCG(seed, uint64(i)))
	of := i
	if i > 0 && own.IntN(reprints) == 0 {
		of = own.IntN(i)
	}
	m := &maker{r: rand.New(rand.NewPCG(seed, uint64(of)))}
	m.compose()
	if of != i {
		m.write(fmt.Sprintf("\nThis copy has the number %d.", i))
	}
	day := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, own.IntN(3650))
	return store.Item{
		Article: data.Article{
			Title: fmt.Sprintf("%s and %s: %s", m.first, m.second, m.words(5)), Publisher: publishers[own.IntN(len(publishers))],
			Published: day.Format(time.DateOnly), Address: fmt.Sprintf("https://news.example/%d", i), Language: "en",
			Source: fmt.Sprintf("articles/%d.txt", i), Text: m.text.String(),
			Omitted: []data.Omitted{{Span: data.Span{End: m.menu}, Reason: data.Navigation}},
		},
		Findings: data.Findings{Mentions: m.mentions, Evidence: m.evidence},
	}
}

var publishers = []string{"Morning Ledger", "Politička Hronika", "Harbour Gazette", "Danube Courier", "Pacific Review"}

// maker writes one article and notes what stands where.
type maker struct {
	r             *rand.Rand
	text          strings.Builder
	menu          int // bytes of furniture at the start
	first, second string
	mentions      []data.Mention
	evidence      []data.Evidence
}

// sentences is how many an article has; every third states a tie.
const sentences = 30

func (m *maker) compose() {
	m.write("Home News World Contact\n\n")
	m.menu = m.text.Len()
	for s := range sentences {
		start := m.text.Len()
		if s%3 == 0 {
			m.tie()
		} else {
			m.write(m.words(9 + m.r.IntN(9)))
			m.write(". ")
		}
		if s%6 == 5 {
			m.write("\n\n")
		}
		if s%3 == 0 {
			m.finish(start)
		}
	}
}

func (m *maker) write(s string) { m.text.WriteString(s) }

// tie writes a sentence that relates two countries.
func (m *maker) tie() {
	a := m.country("")
	m.write(" signed ")
	m.write(m.words(4))
	m.write(" with ")
	b := m.country(a)
	m.write(" worth " + fmt.Sprint(1+m.r.IntN(900)) + " million euros")
	m.write(m.words(5) + ". ")
	m.evidence = append(m.evidence, m.stated(a, b))
	if len(m.evidence) == 1 {
		m.first, m.second = names[a], names[b]
	}
}

// finish notes the words of the sentence that started at start.
func (m *maker) finish(start int) {
	e := &m.evidence[len(m.evidence)-1]
	text := strings.TrimRight(m.text.String()[start:], " \n")
	e.Passage = data.Passage{Span: data.Span{Start: start, End: start + len(text)}, Text: text}
	if at := strings.LastIndex(text, "million euros"); at > 0 && m.r.IntN(3) == 0 {
		words := data.Span{Start: start + at, End: start + at + len("million euros")}
		e.Figures = []data.Figure{{Passage: data.Passage{Span: words, Text: "million euros"}, Value: 1e6 * float64(m.r.IntN(900)),
			Unit: "EUR", About: "agreement", Dispute: m.r.IntN(9) == 0}}
	}
}

func (m *maker) stated(a, b data.Party) data.Evidence {
	stance := data.Cooperation
	switch n := m.r.IntN(10); {
	case n < 2:
		stance = data.Conflict
	case n < 4:
		stance = data.Neutral
	}
	e := data.Evidence{
		Pair: data.PairOf(a, b), From: a, Fields: []data.Field{data.Fields[m.skewed(len(data.Fields))]}, Stance: stance,
		Kind: data.Agree, Modality: data.Modalities[m.skewed(len(data.Modalities))], Confidence: 0.3 + 0.6*m.r.Float64(),
		Parts: []data.Part{{Name: "verb of signing", Weight: 1.5}, {Name: "named in one clause", Weight: 0.7}},
	}
	if f := data.Fields[m.skewed(len(data.Fields))]; f != e.Fields[0] {
		e.Fields = append(e.Fields, f)
	}
	if m.r.IntN(2) == 0 {
		e.When = fmt.Sprintf("%d-%02d", 2012+m.r.IntN(13), 1+m.r.IntN(12))
	}
	return e
}

// country writes the name of a country other than not.
func (m *maker) country(not data.Party) data.Party {
	c := not
	for c == not {
		c = codes[m.skewed(len(codes))]
	}
	start := m.text.Len()
	m.write(names[c])
	m.mentions = append(m.mentions, data.Mention{
		Passage: data.Passage{Span: data.Span{Start: start, End: m.text.Len()}, Text: names[c]}, Country: c, Kind: data.ByName,
		Lat: float64(m.r.IntN(120) - 60), Lon: float64(m.r.IntN(360) - 180), Why: "the name of the country",
	})
	return c
}

// words gives n made-up words.
func (m *maker) words(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = word(m.skewed(vocabulary))
	}
	return strings.Join(words, " ")
}

// vocabulary is how many different words there are.
const vocabulary = 40000

var syllables = strings.Fields("ba ce di fo gu ka le mi no pu ra se ti vo zu čar šen đo mar lin tor ves")

// word spells a number: the more common the word, the shorter.
func word(n int) string {
	s := syllables[n%len(syllables)]
	for n /= len(syllables); n > 0; n /= len(syllables) {
		s += syllables[n%len(syllables)]
	}
	return s
}

// skewed gives a number below n, small ones far more often.
func (m *maker) skewed(n int) int {
	return int(math.Pow(float64(n), m.r.Float64())) - 1
}
