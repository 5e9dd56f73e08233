package ingest

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"entente/data"
)

// readPlain reads a plain text, as copied from a page or written by hand.
func readPlain(raw []byte, name string) ([]data.Article, error) {
	s, err := decode(raw, name)
	if err != nil {
		return nil, err
	}
	s = norm.NFC.String(strings.ReplaceAll(s, "\r\n", "\n"))
	title, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return []data.Article{{Text: s, Title: title, Language: "en"}}, nil
}

func readMarkdown(raw []byte, name string) ([]data.Article, error) { return readPlain(raw, name) }

func readHTML(raw []byte, name string) ([]data.Article, error) { return readPlain(raw, name) }
