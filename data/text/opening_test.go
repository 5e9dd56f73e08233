package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"entente/data"
	"entente/data/text"
)

func TestAnArticleIsCalledByItsTitleOrItsFirstWords(t *testing.T) {
	const menu = "Home | World | Sport\n"
	for _, c := range []struct {
		name string
		a    data.Article
		want string
	}{
		{"its title", data.Article{Title: "A visit", Text: "Ministers met."}, "A visit"},
		{"its title without signs of Markdown", data.Article{Title: "# **A** visit", Text: "Ministers met."}, "A visit"},
		{"a short text", data.Article{Text: "Ministers met.\n"}, "Ministers met."},
		{"cut at a word", data.Article{Text: "The ministers of the two island states met on Tuesday, for the first time in a year."},
			"The ministers of the two island states met on Tuesday, for…"},
		{"not after a comma", data.Article{Text: "The ministers of the two island states met on Tuesday in May, afterwards travelling on."},
			"The ministers of the two island states met on Tuesday in…"},
		{"several lines", data.Article{Text: "PORT TOWN\n\nMinisters met."}, "PORT TOWN Ministers met."},
		{"what is no part of the article is left out", data.Article{Text: menu + "Ministers met.",
			Omitted: []data.Omitted{{Span: data.Span{End: len(menu)}}}}, "Ministers met."},
		{"signs of Markdown are left out", data.Article{Text: "## **Ministers** met."}, "Ministers met."},
		{"words without blanks", data.Article{Text: strings.Repeat("会談", 50)}, strings.Repeat("会談", 29) + "会…"},
		{"nothing", data.Article{Text: "\n"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := text.Heading(&c.a); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestTheHeadingOfALongTextIsThatOfItsBeginning(t *testing.T) {
	whole := data.Article{Text: strings.Repeat("日", text.OpeningWithin)}
	part := data.Article{Text: whole.Text[:text.OpeningWithin/3*3]}
	if got, want := text.Heading(&whole), text.Heading(&part); got != want || !utf8.ValidString(got) {
		t.Errorf("got %q, want %q as of the part that it is taken from", got, want)
	}
}
