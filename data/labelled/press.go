package labelled

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"entente/data"
)

// Said is what one sentence of an article ties by itself, as a careful reader takes it in its place.
type Said struct {
	Span  data.Span
	Pairs map[data.Pair]data.Stance // "" for a pair that is neither right nor wrong
}

const (
	// heldEvery is which articles of a file of testdata/press are held back: the fifth, the tenth and so on.
	heldEvery = 5
	// Oblique is how the names of files begin all of whose articles are: they tell without the obvious word how two stand to each other.
	Oblique = "oblique"
)

// Press reads the articles of the files in a folder, testdata/press, sorted by file: those of which each sentence has its own answer,
// all in the parts Learn and Held. Their form is told in its README.md.
func Press(folder string) ([]Text, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("read press: no articles in %s", folder)
	}
	var all []Text
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("read press: %w", err)
		}
		for n, block := range strings.Split("\n"+string(content), "\n#")[1:] {
			split := Learn
			if (n+1)%heldEvery == 0 || strings.HasPrefix(filepath.Base(path), Oblique) {
				split = Held
			}
			t, err := parsePress(strings.Split(strings.TrimSpace(block), "\n"), split)
			if err != nil {
				return nil, fmt.Errorf("read press %s: %w", path, err)
			}
			t.ID = strings.TrimSuffix(filepath.Base(path), ".txt") + "/" + t.ID
			all = append(all, t)
		}
	}
	return all, nil
}

// parsePress reads the lines of an article: its head, its sentences, and after a rule its answers.
func parsePress(lines []string, split string) (Text, error) {
	head := strings.Fields(lines[0])
	rule := slices.Index(lines, "---")
	if len(head) != 3 || rule < 0 {
		return Text{}, fmt.Errorf("%q is no head of an article", lines[0])
	}
	t := newText(head[0], split)
	t.set("kind", head[1])
	t.Article = data.Article{Published: head[2], Language: "en"}
	if t.Language != "" {
		t.Article.Language = t.Language
	}
	for _, line := range lines[1:rule] {
		if err := t.addSentence(line); err != nil {
			return t, err
		}
	}
	for _, line := range lines[rule+1:] {
		key, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if key == "tie" {
			rest += " " + t.anchorOf(rest)
		}
		if key != "" && !t.set(key, rest) {
			return t, fmt.Errorf("%s: cannot read %q", t.ID, line)
		}
	}
	return t, nil
}

// addSentence adds a line of an article: a sentence and in braces what it ties, or an empty one between paragraphs.
func (t *Text) addSentence(line string) error {
	line = strings.TrimSpace(line)
	words, marks, marked := strings.Cut(line, "{")
	words = strings.TrimSpace(words)
	title, titled := strings.CutPrefix(words, "^")
	a := &t.Article
	switch {
	case line == "":
		a.Text = strings.TrimRight(a.Text, " ") + "\n\n"
		return nil
	case titled:
		words, a.Title = title, title
	case !strings.HasSuffix(a.Text, "\n") && a.Language != "ja" && a.Language != "zh" && a.Text != "":
		a.Text += " "
	}
	said := Said{Span: data.Span{Start: len(a.Text), End: len(a.Text) + len(words)}}
	a.Text += words
	if titled {
		a.Text += "\n\n"
	}
	if marked {
		said.Pairs = map[data.Pair]data.Stance{}
		for _, m := range strings.Fields(strings.TrimSuffix(marks, "}")) {
			stance, known := stanceMarks[m[len(m)-1]]
			pair := PairOf(m[:len(m)-1])
			if !known || !pair.Valid() {
				return fmt.Errorf("%s: cannot read %q", t.ID, m)
			}
			said.Pairs[pair] = stance
		}
	}
	t.Said = append(t.Said, said)
	return nil
}

// stanceMarks are the signs behind a pair.
var stanceMarks = map[byte]data.Stance{'+': data.Cooperation, '-': data.Conflict, '=': data.Neutral, '?': ""}

// anchorOf gives the sentence that first ties the pair which an answer begins with.
func (t *Text) anchorOf(answer string) string {
	code, _, _ := strings.Cut(answer, " ")
	for _, s := range t.Said {
		if s.Pairs[PairOf(code)] != "" {
			return t.Article.Text[s.Span.Start:s.Span.End]
		}
	}
	return ""
}
