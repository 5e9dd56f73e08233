package pdf

import (
	"strconv"
)

// kind says what a piece of a content stream is.
type kind uint8

const (
	end      kind = iota
	number        // value
	name          // text, without its slash
	str           // text
	operator      // text
	array         // items
	mark          // the end of an array or of a dictionary
)

// token is a piece of a content stream or of a character map.
type token struct {
	kind  kind
	value float64
	text  string
	items []token
}

// lexer cuts a content stream into tokens. Whatever the bytes are, it comes to an end.
type lexer struct {
	in  []byte
	pos int
}

const maxNesting = 32 // arrays and dictionaries within one another

func (l *lexer) next() token { return l.token(0) }

func (l *lexer) token(depth int) token {
	l.space()
	if l.pos >= len(l.in) {
		return token{}
	}
	c := l.in[l.pos]
	l.pos++
	switch c {
	case '(':
		return token{kind: str, text: l.literal()}
	case '<':
		if l.peek() == '<' {
			l.pos++
			l.items(depth, ">>")
			return token{kind: name} // no operator that is read needs what dictionaries hold
		}
		return token{kind: str, text: l.hex()}
	case '>':
		if l.peek() == '>' {
			l.pos++
		}
		return token{kind: mark, text: ">>"}
	case '[':
		return token{kind: array, items: l.items(depth, "]")}
	case ']':
		return token{kind: mark, text: "]"}
	case '/':
		return token{kind: name, text: l.name()}
	case '{', '}', ')':
		return l.token(depth)
	}
	l.pos--
	return l.word()
}

// items reads up to the mark that ends an array or a dictionary.
func (l *lexer) items(depth int, until string) []token {
	var out []token
	for depth < maxNesting {
		t := l.token(depth + 1)
		if t.kind == end || t.kind == mark && t.text == until {
			break
		}
		if t.kind != mark {
			out = append(out, t)
		}
	}
	return out
}

func (l *lexer) peek() byte {
	if l.pos < len(l.in) {
		return l.in[l.pos]
	}
	return 0
}

// space passes over white space and comments.
func (l *lexer) space() {
	for l.pos < len(l.in) {
		switch c := l.in[l.pos]; {
		case isSpace(c):
			l.pos++
		case c == '%':
			for l.pos < len(l.in) && l.in[l.pos] != '\n' && l.in[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// word reads a number or an operator.
func (l *lexer) word() token {
	start := l.pos
	for l.pos < len(l.in) && !isSpace(l.in[l.pos]) && !isDelimiter(l.in[l.pos]) {
		l.pos++
	}
	s := string(l.in[start:l.pos])
	if c := s[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		value, err := strconv.ParseFloat(s, 64)
		if err != nil || value != value || value > 1e9 || value < -1e9 {
			value = 0
		}
		return token{kind: number, value: value}
	}
	return token{kind: operator, text: s}
}

// name reads a name, with its bytes that are written as numbers.
func (l *lexer) name() string {
	var out []byte
	for l.pos < len(l.in) && !isSpace(l.in[l.pos]) && !isDelimiter(l.in[l.pos]) {
		c := l.in[l.pos]
		l.pos++
		if c == '#' && l.pos+1 < len(l.in) {
			if v, err := strconv.ParseUint(string(l.in[l.pos:l.pos+2]), 16, 8); err == nil {
				c = byte(v)
				l.pos += 2
			}
		}
		out = append(out, c)
	}
	return string(out)
}

// hex reads a string that is written in digits.
func (l *lexer) hex() string {
	var out []byte
	digits, value := 0, byte(0)
	for l.pos < len(l.in) {
		c := l.in[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		d, err := strconv.ParseUint(string(c), 16, 8)
		if err != nil {
			continue
		}
		value = value<<4 | byte(d)
		if digits++; digits%2 == 0 {
			out = append(out, value)
		}
	}
	if digits%2 == 1 {
		out = append(out, value<<4)
	}
	return string(out)
}

// literal reads a string in parentheses.
func (l *lexer) literal() string {
	var out []byte
	for depth := 1; l.pos < len(l.in); {
		c := l.in[l.pos]
		l.pos++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return string(out)
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// escapes are the letters after a backslash.
var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// escape reads what follows a backslash.
func (l *lexer) escape(out []byte) []byte {
	c := l.peek()
	l.pos++
	switch {
	case c >= '0' && c <= '7':
		v := int(c - '0')
		for n := 0; n < 2 && l.peek() >= '0' && l.peek() <= '7'; n++ {
			v = v*8 + int(l.peek()-'0')
			l.pos++
		}
		return append(out, byte(v))
	case c == '\r':
		if l.peek() == '\n' {
			l.pos++
		}
		return out
	case c == '\n':
		return out
	case escapes[c] != 0:
		return append(out, escapes[c])
	}
	return append(out, c)
}

// passImage passes over a picture in the midst of the text, up to the EI that ends it.
func (l *lexer) passImage() {
	for l.pos+2 < len(l.in) {
		if isSpace(l.in[l.pos]) && l.in[l.pos+1] == 'E' && l.in[l.pos+2] == 'I' && (l.pos+3 >= len(l.in) || isSpace(l.in[l.pos+3])) {
			l.pos += 3
			return
		}
		l.pos++
	}
	l.pos = len(l.in)
}
