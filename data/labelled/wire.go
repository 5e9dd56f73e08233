package labelled

import (
	"fmt"
	"os"
	"strings"

	"entente/data"
)

// WireDate is the day on which the short texts appeared.
const WireDate = "2025-06-16"

// Wire reads the short texts of testdata/wire/wire.txt at path, whose first lines tell their form, of both parts.
func Wire(path string) ([]Text, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read wire: %w", err)
	}
	var all []Text
	for _, block := range strings.Split(strings.TrimSpace(string(content)), "\n\n") {
		if block[0] == '#' {
			continue
		}
		w, err := parseWire(strings.Split(block, "\n"))
		if err != nil {
			return nil, err
		}
		all = append(all, w)
	}
	return all, nil
}

func parseWire(lines []string) (Text, error) {
	head := strings.SplitN(lines[0], " ", 3)
	if len(head) != 3 || head[1] != Build && head[1] != Learn && head[1] != Held {
		return Text{}, fmt.Errorf("read wire: %q is no head of a text", lines[0])
	}
	w := newText(head[0], head[1])
	w.Subject = head[2]
	var words []string
	for _, line := range lines[1:] {
		switch f := strings.Fields(line); f[0] {
		case "+":
			if len(f) != 3 || !PairOf(f[1]).Valid() {
				return w, fmt.Errorf("read wire %s: %q is no tie", w.ID, line)
			}
			w.Ties[PairOf(f[1])] = Tie{Stances: stancesOf(f[2])}
		case "?":
			addPairs(w.Optional, f[1:])
		case "-":
			addPairs(w.Not, f[1:])
		default:
			words = append(words, line)
		}
	}
	w.Article = data.Article{Text: strings.Join(words, "\n"), Published: WireDate, Language: "en"}
	return w, nil
}
