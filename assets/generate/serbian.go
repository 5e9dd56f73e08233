package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// makeSerbian writes the program's sentences in Serbian Cyrillic from those in Latin letters: the two differ in nothing else.
func makeSerbian(r *run) error {
	latin, err := os.ReadFile(filepath.Join(r.assets, "lang", "sr-Latn.json"))
	if err != nil {
		return err
	}
	return r.write("lang/sr.json", cyrillicLines(latin))
}

var (
	// sentence is a line of a language's file: up to the sentence, the sentence, and what follows it.
	sentence = regexp.MustCompile(`^(\s*"([^"]+)": ")(.*)(",?)$`)
	// piece is a place for a value, an escape, the end of a file's name, a key of the keyboard or a word.
	piece = regexp.MustCompile(`\{[a-z]+\}|\\.|\.[a-z]+\b|[(+][A-Z]\b|\b[A-Z][0-9]|[\p{L}]+`)
	// letterKey is a line of the list of shortcuts that names letters of the keyboard only.
	letterKey = regexp.MustCompile(`^[A-Z](  [A-Z])*$`)
)

// foreign are words that keep their Latin letters, beside those in capitals only, such as PNG: names, keys and the words of
// the command line.
var foreign = map[string]bool{"Entente": true, "Markdown": true, "Natural": true, "Equal": true, "Earth": true, "Language": true,
	"Tab": true, "Shift": true, "Ctrl": true, "Alt": true, "Enter": true, "Escape": true, "Admiralty": true, "Word": true, "OpenDocument": true,
	"Excel": true, "LibreOffice": true, "entente": true, "verify": true}

// cyrillicLines turns the sentences of a language's file; letters of the keyboard stay as they are.
func cyrillicLines(file []byte) []byte {
	lines := strings.Split(string(file), "\n")
	for i, line := range lines {
		m := sentence.FindStringSubmatch(line)
		switch {
		case m == nil || letterKey.MatchString(m[3]):
		case m[2] == "language.name":
			lines[i] = m[1] + "Српски (ћирилица)" + m[4]
		default:
			lines[i] = m[1] + cyrillic(m[3]) + m[4]
		}
	}
	return []byte(strings.Join(lines, "\n"))
}

// cyrillic writes a sentence in Serbian Cyrillic.
func cyrillic(s string) string {
	return piece.ReplaceAllStringFunc(s, func(word string) string {
		capitals := len(word) > 1 && strings.ToUpper(word) == word
		if strings.ContainsAny(word[:1], `{\.(+`) || strings.ContainsAny(word, "123456789") || capitals || foreign[word] {
			return word
		}
		return letters.Replace(word)
	})
}

// letters pairs the letters of the two alphabets. A Replacer takes the first that fits, so pairs of letters come first.
var letters = strings.NewReplacer(
	"nj", "њ", "Nj", "Њ", "lj", "љ", "Lj", "Љ", "dž", "џ", "Dž", "Џ",
	"a", "а", "b", "б", "v", "в", "g", "г", "d", "д", "đ", "ђ", "e", "е", "ž", "ж", "z", "з", "i", "и", "j", "ј", "k", "к",
	"l", "л", "m", "м", "n", "н", "o", "о", "p", "п", "r", "р", "s", "с", "t", "т", "ć", "ћ", "u", "у", "f", "ф", "h", "х",
	"c", "ц", "č", "ч", "š", "ш",
	"A", "А", "B", "Б", "V", "В", "G", "Г", "D", "Д", "Đ", "Ђ", "E", "Е", "Ž", "Ж", "Z", "З", "I", "И", "J", "Ј", "K", "К",
	"L", "Л", "M", "М", "N", "Н", "O", "О", "P", "П", "R", "Р", "S", "С", "T", "Т", "Ć", "Ћ", "U", "У", "F", "Ф", "H", "Х",
	"C", "Ц", "Č", "Ч", "Š", "Ш")
