package text

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

// characters holds a line for each simplified Chinese character, with the traditional ones that it stands for after it.
//
//go:embed characters.txt
var characters string

// The block of Unicode that has the characters in use.
const firstHan, lastHan = 0x4e00, 0x9fff

// simplified gives, for each rune from firstHan on, its simplified form; 0 for one that is written the same.
var simplified = sync.OnceValue(func() *[lastHan - firstHan + 1]uint16 {
	table := new([lastHan - firstHan + 1]uint16)
	for line := range strings.Lines(characters) {
		simple, size := utf8.DecodeRuneInString(line)
		for _, r := range strings.TrimSpace(line[size:]) {
			table[r-firstHan] = uint16(simple)
		}
	}
	return table
})

// Simplify gives a Chinese text in simplified characters, each in the bytes of the one that it replaces, so that places in
// the text are the same: 馬來西亞 as 马来西亚. Words of Chinese are compared in this form; those of Japanese are not.
func Simplify(s string) string {
	var out []byte
	for i, r := range s {
		simple := SimplifyRune(r)
		if simple == r {
			continue
		}
		if out == nil {
			out = []byte(s)
		}
		utf8.EncodeRune(out[i:], simple) // of three bytes, as r
	}
	if out == nil {
		return s
	}
	return string(out)
}

// SimplifyRune gives the simplified form of a Chinese character, and any other rune as it is.
func SimplifyRune(r rune) rune {
	if r >= firstHan && r <= lastHan {
		if simple := simplified()[r-firstHan]; simple != 0 {
			return rune(simple)
		}
	}
	return r
}

// appendSimplified appends s in simplified characters.
func appendSimplified(dst []byte, s string) []byte {
	for _, r := range s {
		dst = utf8.AppendRune(dst, SimplifyRune(r))
	}
	return dst
}
