package text_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"entente/data"
	"entente/data/text"
)

func ExamplePlain() {
	fmt.Println(text.Plain("## Talks\n\n> **Serbia** and [Japan](https://example.org/jp) *agreed*."))
	// Output: Talks Serbia and Japan agreed.
}

func TestPlainWordsHaveNoSigns(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain words stay", "Serbia and Japan.", "Serbia and Japan."},
		{"white space is one blank", " Serbia\n and\t Japan. ", "Serbia and Japan."},
		{"bold words", "**Serbia and Kosovo.** The talks", "Serbia and Kosovo. The talks"},
		{"bold words cut before they end", "**Serbia and Kosovo", "Serbia and Kosovo"},
		{"bold words cut after they begin", "and Kosovo.** The talks", "and Kosovo. The talks"},
		{"bold and slanted words", "***Serbia*** and _Japan_ and *Kosovo* and __Romania__", "Serbia and Japan and Kosovo and Romania"},
		{"bold words inside a word's edge", "日本**政府**は", "日本政府は"},
		{"words struck out and code", "~~Serbia~~ and `Japan`", "Serbia and Japan"},
		{"a heading", "# Serbia", "Serbia"},
		{"a heading below words", "Words\n### Serbia\nmore", "Words Serbia more"},
		{"a number sign is no heading", "#1 in Serbia", "#1 in Serbia"},
		{"a quotation", "> Serbia\n> > and Japan\n>\n>and Kosovo", "Serbia and Japan >and Kosovo"},
		{"a bullet before all", "- Serbia - Japan\n- Kosovo", "Serbia - Japan - Kosovo"},
		{"a link", "[Serbia](https://example.org/a_b_(c) \"The title\") met", "Serbia met"},
		{"a picture", "![Serbia's flag](flag.png) met", "Serbia's flag met"},
		{"a link in bold", "**[Serbia and Japan](x)** met", "Serbia and Japan met"},
		{"the end of a link", "Japan](https://example.org) met", "Japan met"},
		{"an address cut off", "[Japan](https://exam", "Japan"},
		{"an address in brackets", "see <https://example.org>.", "see https://example.org."},
		{"brackets that are no link", "he [Vučić] said (twice) a[1] (2)", "he [Vučić] said (twice) a[1] (2)"},
		{"an address with strokes", "at https://example.org/_a_/b_ **now**", "at https://example.org/_a_/b_ now"},
		{"sums", "2 * 3 * 4 and 2 ** 3", "2 * 3 * 4 and 2 ** 3"},
		{"a name with strokes", "the file a_b_c and _d", "the file a_b_c and _d"},
		{"a footnote's mark", "GDP* rose", "GDP* rose"},
		{"signs that are meant", `5\* of \#1`, "5* of #1"},
		{"less and more", "a < b > c", "a < b > c"},
		{"emphasis ends with the paragraph", "a *b\n\nc* d", "a *b c* d"},
		{"nothing", "", ""},
	} {
		if got := text.Plain(c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSignsInAWholeTextHavePartners(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"pairs", "# **a** [b](c)", []string{"# ", "**", "**", "[", "](c)"}},
		{"an open pair is text", "**a\n\n*b", nil},
		{"half a link is text", "a](http://b) [c](http://d", nil},
		{"bullets are text", "- a\n* b", nil},
		{"four asterisks", "****", nil},
	} {
		var got []string
		for _, s := range text.Signs(c.in) {
			got = append(got, c.in[s.Start:s.End])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMarksStandWhereTheWordsAre(t *testing.T) {
	in := "before\n**Serbia** met\n[Japan](http://x), **Kosovo** and others"
	var marks []data.Span
	for _, w := range []string{"before", "Serbia", "met\n[Japan", "](http", "Kosovo"} {
		at := strings.Index(in, w)
		marks = append(marks, data.Span{Start: at, End: at + len(w)})
	}
	start, end := strings.Index(in, "Serbia"), strings.Index(in, "Kosovo")+len("Kosovo")
	plain, at := text.PlainIn(in, data.Span{Start: start, End: end}, marks)
	if want := "Serbia met Japan, Kosovo"; plain != want {
		t.Errorf("got %q, want %q", plain, want)
	}
	var got []string
	for _, s := range at {
		got = append(got, plain[s.Start:s.End])
	}
	if want := []string{"Serbia", "met Japan", "Kosovo"}; !slices.Equal(got, want) {
		t.Errorf("marks on %q, want %q", got, want)
	}
}

func FuzzPlain(f *testing.F) {
	for _, s := range []string{"# **a** [b](c)", "***a*b**", "> - `x`\n\\*", "[[a](b)](c", "<http://a>", "日**本**"} {
		f.Add(s, 1, 4)
	}
	f.Fuzz(func(t *testing.T, s string, from, to int) {
		last := 0
		for _, sign := range text.Signs(s) {
			if sign.Start < last || sign.End <= sign.Start || sign.End > len(s) {
				t.Fatalf("signs overlap or leave the text: %v in %q", text.Signs(s), s)
			}
			last = sign.End
		}
		if from < 0 || to < from || to > len(s) {
			return
		}
		mark := data.Span{Start: from, End: to}
		plain, at := text.PlainIn(s, data.Span{End: len(s)}, []data.Span{mark})
		for _, m := range at {
			if m.Start < 0 || m.End <= m.Start || m.End > len(plain) {
				t.Errorf("mark %v in %q", m, plain)
			}
		}
		if utf8.ValidString(s) && !utf8.ValidString(plain) {
			t.Errorf("plain words %q of %q", plain, s)
		}
		text.PlainIn(s, mark, nil)
	})
}

func BenchmarkSigns1MB(b *testing.B) {
	s := strings.Repeat("**Serbia** and [Japan](https://example.org/jp) *agreed* on [one] (1) thing. ", 1_000_000/75)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		text.Signs(s)
	}
}

func BenchmarkSigns1MBBrackets(b *testing.B) {
	s := strings.Repeat("[](", 1_000_000/3)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		text.Signs(s)
	}
}
