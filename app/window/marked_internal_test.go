package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/data"
)

func TestWordsThatWereLookedForAreLitAndKeepTheirSpaces(t *testing.T) {
	const line = "oil and gas, new sanctions on oil"
	all := marked(line, []data.Span{{Start: 0, End: 3}, {Start: 17, End: 26}, {Start: 30, End: 33}, {Start: 40, End: 50}}, theme.SizeNameText, false)
	var lit, whole []string
	for _, s := range all {
		text := s.(*widget.TextSegment)
		whole = append(whole, text.Text)
		if strings.HasPrefix(text.Text, " ") {
			t.Errorf("%q begins with a space, which is not drawn", text.Text)
		}
		sought := text.Style.ColorName == theme.ColorNamePrimary
		if sought != text.Style.TextStyle.Bold {
			t.Errorf("%q is lit by one of bold and colour alone", text.Text)
		}
		if sought {
			lit = append(lit, strings.TrimSpace(text.Text))
		}
	}
	if got := strings.Join(lit, "|"); got != "oil|sanctions|oil" {
		t.Errorf("lit %s", got)
	}
	if got := strings.Join(whole, ""); got != line {
		t.Errorf("together they are %q", got)
	}
}

func TestQuotesAreCutBetweenWords(t *testing.T) {
	for words, want := range map[string]string{
		"Serbia and Japan signed an agreement on trade in Tokyo": "Serbia and Japan signed an agreement on…",
		"short": "short",
		strings.Repeat("日本とセルビアは", 8): strings.Repeat("日本とセルビアは", 5) + "…",
	} {
		if got := head(words, 40); got != want {
			t.Errorf("%q is cut to %q, want %q", words, got, want)
		}
	}
}
