package mention_test

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"entente/data"
	"entente/data/text"
)

// TestSentences reads testdata/sentences.txt: what each sentence must and must not give.
func TestSentences(t *testing.T) {
	f := load(t)
	file, err := os.Open("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	language, published, sentence, cases := "", "", "", 0
	for lines.Scan() {
		line := lines.Text()
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			language, published, _ = strings.Cut(strings.Trim(line, "[]"), " ")
		case sentence == "":
			sentence = line
		default:
			cases++
			a := &data.Article{Text: text.Normalise(sentence), Language: language, Published: published}
			var got []string
			for _, m := range f.Find(a, text.Parse(a)) {
				got = append(got, string(m.Country)+" "+m.Text)
			}
			if len(got) == 0 {
				got = []string{"-"}
			}
			if g := strings.Join(got, "; "); g != line {
				t.Errorf("%s\n got  %s\n want %s", sentence, g, line)
			}
			sentence = ""
		}
	}
	if cases < 200 {
		t.Errorf("only %d cases were read", cases)
	}
}
