package words_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"entente/data"
	"entente/data/store/internal/words"
)

func TestQueriesAreWrittenForTheIndex(t *testing.T) {
	for _, c := range []struct{ name, query, want string }{
		{"one word", "Vučić", `("vucic")`},
		{"all words", "Serbia Japan", `((("serbia") AND ("japan")))`},
		{"AND may be said", "Serbia AND Japan", `((("serbia") AND ("japan")))`},
		{"alternatives", "Serbia OR Japan", `((("serbia") OR ("japan")))`},
		{"AND binds more than OR", "a b OR c", `((((("a") AND ("b"))) OR ("c")))`},
		{"brackets", "a (b OR c)", `((("a") AND ((("b") OR ("c")))))`},
		{"NOT takes away", "a NOT b", `((("a")) NOT (("b")))`},
		{"so does a minus", "a -b -c", `((("a")) NOT (("b") OR ("c")))`},
		{"a minus inside a word does not", "pro-government", `("pro government")`},
		{"twice NOT is still NOT", "a NOT NOT b", `((("a")) NOT (("b")))`},
		{"a phrase", `"prime minister"`, `("prime minister")`},
		{"a pasted phrase", "„premijer Srbije“", `("premijer srbije")`},
		{"a phrase that is not closed", `"prime minister`, `("prime minister")`},
		{"a prefix", "presi*", `("presi" *)`},
		{"a phrase with a prefix", `"prime min*"`, `("prime min" *)`},
		{"two spellings", "Djuric", `("djuric" OR "duric")`},
		{"two spellings in a phrase", `"Ana Đurić"`, `("ana duric" OR "ana djuric")`},
		{"operators in small letters are words", "not or", `((("not") AND ("or")))`},
		{"a script without spaces is a run of pairs", "日本政府", `("日本 本政 政府")`},
		{"one sign begins any pair", "日", `("日" *)`},
		{"two words without spaces", "日本　政府", `((("日本") AND ("政府")))`},
		{"operators with nothing beside them", "AND OR Serbia OR", `("serbia")`},
		{"brackets too many", ")) Serbia ((", `("serbia")`},
		{"words after a bracket too many", "a) b", `((("a") AND ("b")))`},
		{"the language of the database", `title: "x" NEAR(y) ^z col : {`, `((("title") AND ("x") AND ("near") AND ("y") AND ("z") AND ("col")))`},
		{"quotes in words", `a"b"c`, `((("a") AND ("b") AND ("c")))`},
	} {
		q, err := words.Parse(c.query)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := q.Match(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestAQueryWithNothingToLookForIsRefused(t *testing.T) {
	for _, q := range []string{"", "  ", "*", "()", `""`, "-Serbia", "NOT Serbia", "a OR NOT b", "(NOT a) b", "-(a b)", "AND", "…",
		strings.Repeat("(", 500) + "a", strings.Repeat("word ", 200), "\x00", "\xff"} {
		if _, err := words.Parse(q); !errors.Is(err, data.ErrInvalid) {
			t.Errorf("%.20q: error %v, want data.ErrInvalid", q, err)
		}
	}
}

func TestWordsAreMarkedWhereTheyStand(t *testing.T) {
	for _, c := range []struct{ name, query, text, want string }{
		{"a word", "vucic", "Vučić and VUČIĆ", "[Vučić] and [VUČIĆ]"},
		{"a prefix marks the whole word", "serb*", "Serbia, Serbian, Sorb", "[Serbia], [Serbian], Sorb"},
		{"a phrase over signs", `"prime minister"`, "the Prime\nMinister, prime time minister", "the [Prime\nMinister], prime time minister"},
		{"another spelling", "Djuric", "Đurić or Djurić", "[Đurić] or [Djurić]"},
		{"a word that must be missing is not marked", "a -b", "a b", "[a] b"},
		{"the other alphabet", "Vučić", "председник Вучић", "председник [Вучић]"},
		{"a run of pairs", "日本政府", "昨日、日本政府は", "昨日、[日本政府]は"},
		{"a part of a run", "日本", "日本政府", "[日本]政府"},
		{"one sign", "本", "日本政府", "日[本]政府"},
		{"overlapping marks are one", `"a b" OR "b c"`, "a b c", "[a b c]"},
		{"nothing", "x", "a b c", "a b c"},
	} {
		q, err := words.Parse(c.query)
		if err != nil {
			t.Fatal(err)
		}
		got := bracket(c.text, words.Merge(q.Marks(words.Tokens(c.text))))
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// bracket shows spans in a text.
func bracket(text string, spans []data.Span) string {
	for i := len(spans) - 1; i >= 0; i-- {
		s := spans[i]
		text = text[:s.Start] + "[" + text[s.Start:s.End] + "]" + text[s.End:]
	}
	return text
}

func TestASnippetShowsWhereMostWordsStandTogether(t *testing.T) {
	filler := strings.Repeat("nothing much happens here at all. ", 30)
	text := filler + "Serbia alone. " + filler + "Serbia and Japan\nsigned. " + filler
	q, err := words.Parse("japan serbia")
	if err != nil {
		t.Fatal(err)
	}
	s := words.Cut(text, q.Marks(words.Tokens(text)), nil)
	if got := bracket(s.Text, s.Marks); !strings.Contains(got, "[Serbia] and [Japan] signed.") {
		t.Errorf("snippet %q", got)
	}
	if !strings.HasPrefix(s.Text, "…") || !strings.HasSuffix(s.Text, "…") {
		t.Errorf("snippet %q does not say that the text goes on", s.Text)
	}
	want := strings.ReplaceAll(text[s.Span.Start:s.Span.End], "\n", " ")
	if got := strings.Trim(s.Text, "…"); got != want {
		t.Errorf("snippet %q, but its place holds %q", got, want)
	}
}

func TestASnippetShowsNoFurniture(t *testing.T) {
	q, err := words.Parse("japan")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, text, want string }{
		{"a menu before it", "[Home News Contact]\nSerbia and Japan signed.", "…Serbia and [Japan] signed."},
		{"a footer after it", "Serbia and Japan signed.\n\n[Copyright 2024]", "Serbia and [Japan] signed.…"},
		{"an advert between", "Serbia met Japan. [Buy shoes.] Japan signed. [Buy hats.]", "Serbia met [Japan].…"},
		{"both sides", "[a b c] Japan [d e f]", "…[Japan]…"},
	} {
		var omitted []data.Span
		for at := 0; ; {
			i, j := strings.Index(c.text[at:], "["), strings.Index(c.text[at:], "]")
			if i < 0 {
				break
			}
			omitted = append(omitted, data.Span{Start: at + i, End: at + j + 1})
			at += j + 1
		}
		skip := func(s data.Span) bool { return slices.ContainsFunc(omitted, s.Overlaps) }
		var tokens []words.Token
		for _, token := range words.Tokens(c.text) {
			if !skip(token.Span) {
				tokens = append(tokens, token)
			}
		}
		s := words.Cut(c.text, q.Marks(tokens), skip)
		if got := bracket(s.Text, s.Marks); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestASnippetShowsNoSignsOfMarkdown(t *testing.T) {
	q, err := words.Parse("japan OR treaty")
	if err != nil {
		t.Fatal(err)
	}
	text := "# Talks\n\n> **Serbia and Japan.** They signed\na [treaty](https://example.org/treaty)."
	s := words.Cut(text, q.Marks(words.Tokens(text)), nil)
	if got, want := bracket(s.Text, s.Marks), "Talks Serbia and [Japan]. They signed a [treaty]."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestASnippetOfFurnitureAloneIsEmpty(t *testing.T) {
	s := words.Cut("Home News", nil, func(data.Span) bool { return true })
	if s.Text != "" || s.Span != (data.Span{}) {
		t.Errorf("got %+v of furniture alone, want nothing", s)
	}
}

func TestASnippetWithoutMarksIsTheBeginningOfTheArticle(t *testing.T) {
	s := words.Cut("Home News\nSerbia and Japan.", nil, func(s data.Span) bool { return s.End <= 9 })
	if want := "…Serbia and Japan."; s.Text != want || s.Marks != nil {
		t.Errorf("%+v, want %q", s, want)
	}
}

func FuzzParse(f *testing.F) {
	for _, q := range []string{"Serbia", `"a b" OR c* -d`, "((a", "a) b", "日本*", "NOT", "\xff-\"", "a AND (b OR (c NOT d))", "đ* ß"} {
		f.Add(q, "Serbia and a b c 日本 đura")
	}
	f.Fuzz(func(t *testing.T, query, text string) {
		q, err := words.Parse(query)
		if err != nil {
			if !errors.Is(err, data.ErrInvalid) {
				t.Fatal(err)
			}
			return
		}
		if match := q.Match(); strings.Count(match, `"`)%2 != 0 || strings.Count(match, "(") != strings.Count(match, ")") {
			t.Errorf("%q is written as %s", query, match)
		}
		marks := q.Marks(words.Tokens(text))
		for _, m := range marks {
			if m.Start < 0 || m.Start >= m.End || m.End > len(text) {
				t.Errorf("mark %+v of %q in %q", m, query, text)
			}
		}
		s := words.Cut(text, marks, nil)
		for _, m := range s.Marks {
			if m.Start < 0 || m.Start >= m.End || m.End > len(s.Text) {
				t.Errorf("mark %+v in snippet %q", m, s.Text)
			}
		}
	})
}
