package labelled

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"entente/data"
)

// WireDate is the day on which the short texts appeared.
const WireDate = "2025-06-16"

// Wire reads the short texts of the files in a folder, testdata/wire or testdata/modal, of all parts, sorted by file; the first lines of a file, or
// its folder's README.md, tell its form. The texts of a file with a name of two letters ("de.txt") are in that language, the others in English. A text's ID is
// the name of its file and its number there: "economy/012".
func Wire(folder string) ([]Text, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("read wire: no texts in %s", folder)
	}
	var all []Text
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("read wire: %w", err)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		for _, block := range strings.Split(strings.TrimSpace(string(content)), "\n\n") {
			if block[0] == '#' {
				continue
			}
			w, err := parseWire(name, strings.Split(block, "\n"))
			if err != nil {
				return nil, err
			}
			all = append(all, w)
		}
	}
	return all, nil
}

// parseWire reads a block of the file of a name.
func parseWire(file string, lines []string) (Text, error) {
	head := strings.SplitN(lines[0], " ", 3)
	if len(head) != 3 || head[1] != Build && head[1] != Learn && head[1] != Held {
		return Text{}, fmt.Errorf("read wire: %q is no head of a text", lines[0])
	}
	w := newText(file+"/"+head[0], head[1])
	w.Short, w.Subject = true, head[2]
	var words []string
	for _, line := range lines[1:] {
		switch f := strings.Fields(line); f[0] {
		case "+":
			if len(f) != 3 && len(f) != 4 || !PairOf(f[1]).Valid() {
				return w, fmt.Errorf("read wire %s: %q is no tie", w.ID, line)
			}
			tie := Tie{Stances: choices[data.Stance](f[2])}
			if len(f) == 4 {
				tie.Modalities = choices[data.Modality](f[3])
			}
			w.Ties[PairOf(f[1])] = tie
		case "?":
			addPairs(w.Optional, f[1:])
		case "-":
			addPairs(w.Not, f[1:])
		default:
			words = append(words, line)
		}
	}
	w.Article = data.Article{Text: strings.Join(words, "\n"), Published: WireDate, Language: "en"}
	if len(file) == len("en") {
		w.Language, w.Article.Language = file, file
	}
	return w, nil
}
