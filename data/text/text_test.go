package text_test

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"entente/data"
	"entente/data/text"
)

func ExampleParse() {
	d := text.Parse(&data.Article{Text: "Talks with the U.S. Treasury ended. Peru's minister left."})
	for _, s := range d.Sentences {
		fmt.Println(d.Text[s.Start:s.End], s.Last-s.First)
	}
	// Output:
	// Talks with the U.S. Treasury ended. 7
	// Peru's minister left. 5
}

func TestNormalise(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"plain text stays":                 {"Oslo\tand\nBergen", "Oslo\tand\nBergen"},
		"line ends become newlines":        {"a\r\nb\rc\u2028d", "a\nb\nc\nd"},
		"letters and marks are composed":   {"Vuc\u030cic\u0301", "Vučić"},
		"marks of byte order go":           {"\ufeffText\u200b", "Text"},
		"controls go":                      {"a\x00b\x07c\x7f", "abc"},
		"broken bytes are replaced":        {"a\xffb", "a\ufffdb"},
		"a space that does not break":      {"1\u00a0860", "1\u00a0860"},
		"joiners of Persian spelling stay": {"می\u200cخواهم", "می\u200cخواهم"},
	} {
		if got := text.Normalise(c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"plain": "plain", "Vučić": "vucic", "Đoković": "dokovic", "Łódź": "lodz", "Côte d’Ivoire": "cote d'ivoire",
		"STRASSE": "strasse", "Straße": "strasse", "ΑΘΉΝΑ": "αθηνα", "Ёлка и Йемен": "елка и йемен", "Việt Nam": "viet nam",
		"ガーナ": "ガーナ", "한국": "한국", "Türkiye": "turkiye", "İzmir": "izmir",
	} {
		if got := text.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func words(d *text.Doc) []string {
	var out []string
	for i := range d.Tokens {
		out = append(out, d.Word(i))
	}
	return out
}

func TestChineseIsFoldedToSimplifiedCharacters(t *testing.T) {
	const words = "國際聯盟與 Ü"
	for _, c := range []struct{ lang, want string }{{"zh", "国 际 联 盟 与 u"}, {"ja", "國 際 聯 盟 與 u"}} {
		d := text.Parse(&data.Article{Text: words, Language: c.lang})
		var got []string
		for i := range d.Tokens {
			got = append(got, d.Fold(i))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: got %q, want %q", c.lang, g, c.want)
		}
	}
	if got := text.Simplify(words); got != "国际联盟与 Ü" {
		t.Errorf("simplified %q", got)
	}
	if same := "日本のくに"; text.Simplify(same) != same {
		t.Errorf("simplified %q", text.Simplify(same))
	}
}

func TestTokens(t *testing.T) {
	for in, want := range map[string]string{
		"Serbia's U.S.-made F-16s":      "Serbia|'s|U.S.|-|made|F|-|16|s",
		"the ministers’ €4,200.50 plan": "the|ministers|’|€|4,200.50|plan",
		"don't meet in N’Djamena":       "don't|meet|in|N’|Djamena",
		"l’Ukraine et l'Italie":         "l’|Ukraine|et|l'|Italie",
		"H.E. Mr. J. O'Brien, a.m.":     "H.E.|Mr|.|J|.|O'Brien|,|a.m.",
		"Wait... 10.8bn?":               "Wait|...|10.8|bn|?",
		"日本とガーナが署名":                     "日|本|と|ガーナ|が|署|名",
		"за 1\u00a0860 МВт":             "за|1\u00a0860|МВт",
		"the U.S and U.K.":              "the|U.S|and|U.K.",
		"ended.The next":                "ended|.|The|next",
	} {
		d := text.Parse(&data.Article{Text: in})
		if got := strings.Join(words(d), "|"); got != want {
			t.Errorf("tokens of %q:\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestTokenFlags(t *testing.T) {
	d := text.Parse(&data.Article{Text: "NATO and Peru’s 3 ships"})
	kinds := []text.Kind{text.Word, text.Word, text.Word, text.Clitic, text.Number, text.Word}
	cases := []text.Case{text.Upper, text.Lower, text.Capital, text.Lower, text.Lower, text.Lower}
	for i, tok := range d.Tokens {
		if tok.Kind != kinds[i] || tok.Case != cases[i] {
			t.Errorf("%q: got kind %d case %d, want %d %d", d.Word(i), tok.Kind, tok.Case, kinds[i], cases[i])
		}
	}
	if d.Tokens[3].Space || !d.Tokens[4].Space {
		t.Error("white space before tokens is not told right")
	}
	if got := d.Fold(2); got != "peru" {
		t.Errorf("Fold(2) = %q, want %q", got, "peru")
	}
}

func TestSentences(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"abbreviations do not end one": {"Mr. Ito met Dr. Ana Kos. They spoke.", "Mr. Ito met Dr. Ana Kos.|They spoke."},
		"an initial does not end one":  {"J. Smith of the U.S. Senate flew home. He slept.", "J. Smith of the U.S. Senate flew home.|He slept."},
		"a country can end one":        {"It sells to the U.S. The rest stays.", "It sells to the U.S.|The rest stays."},
		"decimals stay whole":          {"It cost 4.2 billion. Less than 5.", "It cost 4.2 billion.|Less than 5."},
		"a quote closes with its end":  {"“We agreed.” The minister left. \"Why?\" he asked.", "“We agreed.”|The minister left.|\"Why?\" he asked."},
		"a heading stands alone":       {"Talks in Oslo\n\nThe two met. They left.", "Talks in Oslo|The two met.|They left."},
		"an address has lines":         {"EMBASSY OF PERU\nOSLO\n\nDear all.", "EMBASSY OF PERU|OSLO|Dear all."},
		"a numbered list":              {"1. The Heads met.\n2. The Parties agreed.", "1. The Heads met.|2. The Parties agreed."},
		"days with a full stop":        {"Am 17. Juli 2024 kam er. Od 2017. godine radi. Dana 12. maja je došao.", "Am 17. Juli 2024 kam er.|Od 2017. godine radi.|Dana 12. maja je došao."},
		"Japanese":                     {"両国は署名した。外相が述べた。", "両国は署名した。|外相が述べた。"},
		"a month cut short":            {"It came on Sept. 3 to Athens, Ga. The band played.", "It came on Sept. 3 to Athens, Ga.|The band played."},
		"first lines set in": {"HARBOUR TALKS\n    The ministers of both lands met for the third time to\nTonga's surprise and spoke of the new pier.\n    They meet again in May, when a plan of the works at\nPort Vila is ready.\n REUTER",
			"HARBOUR TALKS|The ministers of both lands met for the third time to\nTonga's surprise and spoke of the new pier.|They meet again in May, when a plan of the works at\nPort Vila is ready.|REUTER"},
		"later lines set in":         {"Jo Bell\nThe envoy came to the port on Monday for talks about the\n     Tongan pier, and left on Tuesday.\n     Notes are kept.", "Jo Bell|The envoy came to the port on Monday for talks about the\n     Tongan pier, and left on Tuesday.|Notes are kept."},
		"a list set in":              {"The programme, which may change, has four parts in the morning:\n  Opening\n  Dance", "The programme, which may change, has four parts in the morning:|Opening|Dance"},
		"wrapped lines":              {"The first line of this text is about as long as\nits second, and the sentence goes on over the line\nend until here. And then.", "The first line of this text is about as long as\nits second, and the sentence goes on over the line\nend until here.|And then."},
		"a name cut at its initials": {"Fijian Minister A.K.\nNaidu met him. He slept.", "Fijian Minister A.K.\nNaidu met him.|He slept."},
		"a country above a name":     {"A new bridge to the U.S.\nNaidu met him.", "A new bridge to the U.S.|Naidu met him."},
		"no words":                   {" \n\t\n ", ""},
	} {
		d := text.Parse(&data.Article{Text: c.in})
		var got []string
		for _, s := range d.Sentences {
			got = append(got, d.Text[s.Start:s.End])
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s:\n got %q\nwant %q", name, strings.Join(got, "|"), c.want)
		}
	}
}

func TestFurnitureHasNoTokens(t *testing.T) {
	s := "Menu Peru\n\nThe story. Its end.\n\nRead more"
	a := &data.Article{Text: s, Omitted: []data.Omitted{
		{Span: data.Span{Start: 0, End: 9}, Reason: data.Navigation},
		{Span: data.Span{Start: strings.Index(s, "Its"), End: strings.Index(s, "end")}, Reason: data.Advert},
		{Span: data.Span{Start: strings.Index(s, "Read"), End: len(s)}, Reason: data.Footer}}}
	if got, want := words(text.Parse(a)), []string{"The", "story", ".", "end", "."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSignsOfMarkdownAreNoTokens(t *testing.T) {
	d := text.Parse(&data.Article{Text: "# **Talks**\n\n**Serbia.** Japan [agreed](https://example.org/china) with *Serbia*, 2 * 3 times."})
	var got []string
	for _, tk := range d.Tokens {
		got = append(got, d.Text[tk.Start:tk.End])
	}
	if got, want := strings.Join(got, " "), "Talks Serbia . Japan agreed with Serbia , 2 * 3 times ."; got != want {
		t.Errorf("got the tokens %q, want %q", got, want)
	}
	var sentences []string
	for _, s := range d.Sentences {
		sentences = append(sentences, d.Text[s.Start:s.End])
	}
	want := []string{"Talks", "Serbia.", "Japan [agreed](https://example.org/china) with *Serbia*, 2 * 3 times."}
	if !slices.Equal(sentences, want) {
		t.Errorf("got the sentences %q, want %q", sentences, want)
	}
}

func TestSentencesAreBounded(t *testing.T) {
	d := text.Parse(&data.Article{Text: strings.Repeat("word, ", 5000)})
	for _, s := range d.Sentences {
		if s.Last-s.First > 600 {
			t.Fatalf("a sentence of %d tokens", s.Last-s.First)
		}
	}
}

func TestOffsetsAgreeWithCounting(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	for _, size := range []int{0, 1, 255, 256, 257, 1000} {
		var b strings.Builder
		for b.Len() < size {
			b.WriteRune([]rune("aé日😀")[rng.Intn(4)])
		}
		s := b.String()
		o := text.NewOffsets(s)
		for i := range s {
			if got, want := o.Rune(i), utf8.RuneCountInString(s[:i]); got != want {
				t.Fatalf("size %d: Rune(%d) = %d, want %d", size, i, got, want)
			}
		}
		if got, want := o.Rune(len(s)), utf8.RuneCountInString(s); got != want {
			t.Errorf("size %d: Rune(end) = %d, want %d", size, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "U.S.", "a\u0301", "l'", "'s", "日本。", "1.\n2.", "\ufeff\r", "\xff\xfe", "...", "“”"} {
		f.Add(s, 1, 3)
	}
	f.Fuzz(func(t *testing.T, s string, start, length int) {
		s = text.Normalise(s)
		if text.Normalise(s) != s {
			t.Fatalf("normalising %q twice changes it", s)
		}
		a := &data.Article{Text: s}
		if o := (data.Span{Start: start, End: start + length}); length > 0 {
			if _, ok := o.In(s); ok {
				a.Omitted = []data.Omitted{{Span: o, Reason: data.Advert}}
			}
		}
		d := text.Parse(a)
		end := 0
		for i, tok := range d.Tokens {
			w, ok := tok.Span().In(s)
			if !ok || int(tok.Start) < end || a.Furniture(tok.Span()) {
				t.Fatalf("token %d of %q at %v is out of place", i, s, tok.Span())
			}
			if got := d.Fold(i); got != text.Fold(w) {
				t.Fatalf("Fold(%d) = %q, want %q", i, got, text.Fold(w))
			}
			end = int(tok.End)
		}
		next := 0
		for _, sen := range d.Sentences {
			if sen.First != next || sen.Last <= sen.First || sen.Paragraph >= len(d.Paragraphs) {
				t.Fatalf("sentence %+v of %q does not follow %d", sen, s, next)
			}
			next = sen.Last
		}
		if next != len(d.Tokens) {
			t.Fatalf("%d tokens of %q, sentences end at %d", len(d.Tokens), s, next)
		}
	})
}

var sample = strings.Repeat("The foreign ministers of Peru and Norway signed an agreement worth $4.2 billion in Oslo on "+
	"Tuesday, officials said. “We are pleased,” the minister’s spokeswoman added.\n\n", 6)

func TestADocIsUsedAgainForAnotherArticle(t *testing.T) {
	before := &data.Article{Text: "Peru’s port closed.\n\nTwo ships left for Chile at 4.30 p.m.", Language: "en"}
	after := &data.Article{Text: "日本とペルーは協定に署名した。", Language: "ja"}
	used := text.Parse(before)
	word := used.Fold(0)
	used.Parse(after)
	got, want := fmt.Sprint(used.Tokens, used.Sentences, used.Paragraphs), text.Parse(after)
	if got != fmt.Sprint(want.Tokens, want.Sentences, want.Paragraphs) {
		t.Errorf("got %v, want %v", used, want)
	}
	for i := range want.Tokens {
		if used.Fold(i) != want.Fold(i) {
			t.Errorf("token %d: got %q, want %q", i, used.Fold(i), want.Fold(i))
		}
	}
	if word != "peru" {
		t.Errorf("a word of the article before became %q", word)
	}
}

func benchmark(b *testing.B, s string) {
	a := &data.Article{Text: s}
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		text.Parse(a)
	}
}

func BenchmarkParse1KB(b *testing.B)        { benchmark(b, sample[:1000]) }
func BenchmarkParse1MB(b *testing.B)        { benchmark(b, strings.Repeat(sample, 1_000_000/len(sample))) }
func BenchmarkParse1MBCommas(b *testing.B)  { benchmark(b, strings.Repeat(",", 1_000_000)) }
func BenchmarkParse8MBOneLine(b *testing.B) { benchmark(b, strings.Repeat("word ", 1_600_000)) }
func BenchmarkParse1MBCyrillic(b *testing.B) {
	benchmark(b, strings.Repeat("Министры подписали протокол. ", 20_000))
}
func BenchmarkNormalise1MB(b *testing.B) {
	s := strings.Repeat(sample, 1_000_000/len(sample))
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		text.Normalise(s)
	}
}
