package labelled

import (
	"fmt"
	"os"
	"strings"

	"entente/data"
	"entente/data/text"
)

// SentenceDate is the day on which the single sentences appeared.
const SentenceDate = "2025-06-18"

// Sentences reads a file of single sentences with their answers, as in data/tie/testdata: "text => RS-JP cooperation;
// ~RS-XK", where ~ marks a pair that is neither right nor wrong and ¶ ends a paragraph. A line may begin with its language,
// as in "sr: "; others are in English. They belong to Build.
func Sentences(path string) ([]Text, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read sentences: %w", err)
	}
	var all []Text
	for n, line := range strings.Split(string(content), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		words, answer, ok := strings.Cut(line, " => ")
		if !ok {
			return nil, fmt.Errorf("read sentences: line %d: no answer in %q", n+1, line)
		}
		t := newText(fmt.Sprintf("%s:%d", path, n+1), Build)
		language := "en"
		if len(words) > 4 && words[2:4] == ": " {
			language, words = words[:2], words[4:]
		}
		t.Line = true
		t.Article = data.Article{Text: text.Normalise(strings.ReplaceAll(words, "¶", "\n\n")), Language: language, Published: SentenceDate}
		t.answer(answer)
		all = append(all, t)
	}
	return all, nil
}

// answer takes in what follows the arrow: pairs, or words for people where there are none.
func (t *Text) answer(s string) {
	for _, part := range strings.Split(s, ";") {
		part = strings.TrimSpace(part)
		pair, stances, _ := strings.Cut(strings.TrimPrefix(part, "~"), " ")
		switch {
		case len(pair) != 5 || pair[2] != '-':
		case part[0] == '~':
			t.Optional[PairOf(pair)] = true
		default:
			t.Ties[PairOf(pair)] = Tie{Stances: choices[data.Stance](stances)}
		}
	}
}
