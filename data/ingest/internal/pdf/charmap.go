package pdf

import (
	"unicode/utf16"
)

// charMap says which letters codes stand for, and which bytes make a code.
type charMap struct {
	letters map[uint32]string
	spaces  [][2]string // the first and the last code of each length
}

// mostLetters bounds the codes of a map: no font has more.
const mostLetters = 1 << 17

// readCharMap reads the map that a font carries with it. What is broken in it is passed over.
func readCharMap(in []byte) charMap {
	m := charMap{letters: map[uint32]string{}}
	l := lexer{in: in}
	var stack []token
	for {
		t := l.next()
		switch {
		case t.kind == end:
			return m
		case t.kind != operator:
			stack = append(stack, t)
		default:
			m.define(t.text, stack)
			stack = stack[:0]
		}
	}
}

// define takes over what stands before the end of a section.
func (m *charMap) define(op string, stack []token) {
	switch op {
	case "endcodespacerange":
		for ; len(stack) >= 2; stack = stack[2:] {
			if n := len(stack[0].text); n > 0 && n <= 4 && n == len(stack[1].text) {
				m.spaces = append(m.spaces, [2]string{stack[0].text, stack[1].text})
			}
		}
	case "endbfchar":
		for ; len(stack) >= 2; stack = stack[2:] {
			m.set(codeOf(stack[0].text), fromUTF16(stack[1].text))
		}
	case "endbfrange":
		for ; len(stack) >= 3; stack = stack[3:] {
			m.setRange(codeOf(stack[0].text), codeOf(stack[1].text), stack[2])
		}
	}
}

func (m *charMap) set(code uint32, letters string) {
	if len(m.letters) < mostLetters {
		m.letters[code] = letters
	}
}

func (m *charMap) setRange(first, last uint32, to token) {
	if to.kind == array {
		for i, t := range to.items {
			m.set(first+uint32(i), fromUTF16(t.text))
		}
		return
	}
	letters := []rune(fromUTF16(to.text))
	if len(letters) == 0 || last < first {
		return
	}
	for i := uint32(0); i <= last-first && i < 1<<16; i++ {
		m.set(first+i, string(letters))
		letters[len(letters)-1]++
	}
}

// swapped says whether the letters of a ligature stand with their bytes in the wrong order, as a widespread program writes them.
func swapped(units []uint16) bool {
	for _, u := range units {
		if u&0xff != 0 || u>>8 < 'a' || u>>8 > 'z' {
			return false
		}
	}
	return len(units) > 1
}

func codeOf(s string) (code uint32) {
	for _, b := range []byte(s) {
		code = code<<8 | uint32(b)
	}
	return code
}

func fromUTF16(s string) string {
	if len(s) == 1 {
		return string(rune(s[0]))
	}
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	if swapped(units) {
		for i := range units {
			units[i] >>= 8
		}
	}
	return string(utf16.Decode(units))
}
