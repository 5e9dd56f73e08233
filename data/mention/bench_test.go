package mention_test

import (
	"fmt"
	"math/rand"
	"os"
	"strings"
	"testing"

	"entente/data"
	"entente/data/text"
)

// prose makes an English text of about size bytes out of the sentences of testdata, between sentences without names, so
// that one word in twenty or so names a country.
func prose(b testing.TB, size int) string {
	raw, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		b.Fatal(err)
	}
	english, _, _ := strings.Cut(string(raw), "\n[en 2013")
	var named []string
	for i, line := range strings.Split(english, "\n") {
		if i > 4 && len(line) > 40 && !strings.Contains(line, ";") {
			named = append(named, line)
		}
	}
	plain := []string{"The committee met for three hours and adjourned without a vote.",
		"Officials said that the work would begin next year, if the money could be found.",
		"Prices had risen by a tenth since the spring, and nobody expected them to fall.",
		"Two villages were without electricity until the evening, according to the operator."}
	rng := rand.New(rand.NewSource(7))
	var out strings.Builder
	for n := 0; out.Len() < size; n++ {
		if rng.Intn(3) == 0 {
			out.WriteString(named[rng.Intn(len(named))])
		} else {
			out.WriteString(plain[rng.Intn(len(plain))])
		}
		if out.WriteByte(' '); n%6 == 5 {
			out.WriteString("\n\n")
		}
	}
	return out.String()
}

// BenchmarkFind measures finding alone; the article is cut into tokens before.
func BenchmarkFind(b *testing.B) {
	f := load(b)
	for _, c := range []struct{ name, text string }{
		{"10KB", prose(b, 10<<10)},
		{"1MB", prose(b, 1<<20)},
		{"10KB-sr", strings.Repeat("Премијер Србије разговарао је у Москви са руским министром о цени гаса и о прузи до Будимпеште. "+
			"Радови су коштали више него што је предвиђено, а посао још није готов. ", 40)},
		{"1MB-of-commas", strings.Repeat(",", 1<<20)},
		{"1MB-of-Georgia", strings.Repeat("Georgia ", 1<<17)},
		{"1MB-of-Washington", strings.Repeat("Washington ", 1<<20/11)},
		{"1MB-of-towns", strings.Repeat("from Poltava and Nakuru to Haifa ", 1<<15)},
		{"1MB-of-firms", strings.Repeat("Toyota to build in Samsung ", 1<<20/27)},
		{"1MB-of-leaders", strings.Repeat("President Obama, Barack Obama ", 1<<15)},
	} {
		a := &data.Article{Text: c.text, Language: "en"}
		if strings.HasSuffix(c.name, "-sr") {
			a.Language = "sr"
		}
		d := text.Parse(a)
		f.Find(a, d)
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				n = len(f.Find(a, d))
			}
			b.ReportMetric(float64(n), "mentions")
		})
	}
}

func BenchmarkExplain(b *testing.B) {
	f := load(b)
	a := &data.Article{Text: prose(b, 10<<10), Language: "en"}
	d := text.Parse(a)
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		f.Explain(a, d)
	}
}

func FuzzFind(f *testing.F) {
	finder := load(f)
	raw, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		f.Fatal(err)
	}
	for i, line := range strings.Split(string(raw), "\n") {
		if len(line) > 30 && i%3 == 0 {
			f.Add(line, "en")
		}
	}
	for _, nasty := range []string{"", "\xff", "U.S", "Sino-", "’s Serbia’s", "日中", "the two Koreas the two", "Georgia\u0301", "Paris,", "President", "\n\nUS"} {
		for _, lang := range []string{"", "en", "sr", "ja", "zh", "xx"} {
			f.Add(nasty, lang)
		}
	}
	f.Fuzz(func(t *testing.T, s, lang string) {
		a := &data.Article{Text: text.Normalise(s), Language: lang}
		d := text.Parse(a)
		if err := sound(a.Text, finder.Find(a, d)); err != nil {
			t.Fatalf("%q: %v", a.Text, err)
		}
		for _, c := range finder.Explain(a, d) {
			if c.Why == "" || !c.Supported(a.Text) {
				t.Fatalf("%q: candidate %+v has no reason or no words", a.Text, c)
			}
		}
	})
}

// sound says what is wrong with mentions: their spans, order, parties or reasons.
func sound(text string, mentions []data.Mention) error {
	for i, m := range mentions {
		switch {
		case !m.Supported(text):
			return fmt.Errorf("%v does not hold %q", m.Span, m.Text)
		case !m.Country.Valid():
			return fmt.Errorf("%q has the country %q", m.Text, m.Country)
		case m.Why == "":
			return fmt.Errorf("%q has no reason", m.Text)
		case i > 0 && m.Span != mentions[i-1].Span && m.Start < mentions[i-1].End:
			return fmt.Errorf("%q overlaps %q", m.Text, mentions[i-1].Text)
		case i > 0 && m.Span == mentions[i-1].Span && m.Country == mentions[i-1].Country:
			return fmt.Errorf("%q is given twice", m.Text)
		}
	}
	return nil
}
