package words

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/data"
)

// Limits of a query, far above what people type and far below what FTS5 gives up on.
const (
	mostTerms = 64
	deepest   = 16
)

// Parse reads a query. Unfinished ones are read as far as they make sense. The error is data.ErrInvalid, with the reason
// in plain words, when nothing is left to look for or the query is too long.
func Parse(s string) (Query, error) {
	p := &parser{items: lex(s)}
	var kids []*node
	for len(p.items) > 0 { // a bracket too many ends an expression early; what follows it counts too
		if n := p.any(0); n != nil {
			kids = append(kids, n)
		}
		if len(p.items) > 0 {
			p.items = p.items[1:]
		}
	}
	root := all(kids, nil)
	switch {
	case p.count > mostTerms || p.tooDeep:
		return Query{}, fmt.Errorf("the search is too long: %w", data.ErrInvalid)
	case root == nil || !root.sound():
		return Query{}, fmt.Errorf("the search needs a word to look for: %w", data.ErrInvalid)
	}
	q := Query{root: root}
	root.walk(func(t *term) { q.terms = append(q.terms, t) })
	return q, nil
}

// item is a piece of the query as typed: a word or phrase, an operator, or a bracket.
type item struct {
	text   string
	phrase bool
}

// quotes opens and closes phrases in any combination: people paste.
const quotes = "\"“”„‟«»「」『』"

func lex(s string) []item {
	var items []item
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case strings.ContainsRune(quotes, r):
			rest := s[size:]
			end := strings.IndexAny(rest, quotes)
			if end < 0 {
				end = len(rest)
			}
			items = append(items, item{rest[:end], true})
			s = rest[end:]
			_, size = utf8.DecodeRuneInString(s) // the closing quote
		case r == '(' || r == ')' || r == '-' && (len(items) == 0 || spaceBefore(items)):
			items = append(items, item{text: s[:size]})
		case unicode.IsSpace(r) || r == '\u3000':
			items = append(items, item{text: " "})
		default:
			end := strings.IndexFunc(s, func(r rune) bool {
				return unicode.IsSpace(r) || r == '(' || r == ')' || strings.ContainsRune(quotes, r)
			})
			if end < 0 {
				end = len(s)
			}
			items = append(items, item{text: s[:end]})
			size = end
		}
		s = s[size:]
	}
	return dropSpaces(items)
}

// spaceBefore says whether a minus sign would stand at the start of a word.
func spaceBefore(items []item) bool {
	last := items[len(items)-1]
	return !last.phrase && (last.text == " " || last.text == "(")
}

func dropSpaces(items []item) []item {
	kept := items[:0]
	for _, i := range items {
		if i.phrase || i.text != " " {
			kept = append(kept, i)
		}
	}
	return kept
}

// parser reads items by recursive descent.
type parser struct {
	items   []item
	count   int
	tooDeep bool
}

// next takes the next item if it is this operator.
func (p *parser) next(text string) bool {
	if len(p.items) > 0 && !p.items[0].phrase && p.items[0].text == text {
		p.items = p.items[1:]
		return true
	}
	return false
}

func (p *parser) peek(text string) bool {
	return len(p.items) > 0 && !p.items[0].phrase && p.items[0].text == text
}

// any reads alternatives up to a closing bracket, which it leaves.
func (p *parser) any(depth int) *node {
	var kids []*node
	for {
		if n := p.every(depth); n != nil {
			kids = append(kids, n)
		}
		if !p.next("OR") {
			break
		}
	}
	switch len(kids) {
	case 0:
		return nil
	case 1:
		return kids[0]
	}
	return &node{any: true, kids: kids}
}

// every reads what must hold together, up to OR or a closing bracket.
func (p *parser) every(depth int) *node {
	var kids, banned []*node
	for len(p.items) > 0 && !p.peek("OR") && !p.peek(")") {
		if p.next("AND") {
			continue
		}
		not := false
		for p.next("NOT") || p.next("-") {
			not = true
		}
		n := p.one(depth)
		switch {
		case n == nil:
		case not:
			banned = append(banned, n)
		default:
			kids = append(kids, n)
		}
	}
	return all(kids, banned)
}

// one reads a word, a phrase or brackets. It is nil where nothing is left of them.
func (p *parser) one(depth int) *node {
	if len(p.items) == 0 || p.peek("OR") || p.peek(")") || p.peek("AND") {
		return nil
	}
	if p.next("(") {
		if depth >= deepest {
			p.tooDeep = true
			p.items = nil
			return nil
		}
		n := p.any(depth + 1)
		p.next(")")
		return n
	}
	i := p.items[0]
	p.items = p.items[1:]
	t := termOf(i.text)
	if t == nil {
		return nil
	}
	p.count += len(t.words)
	return &node{term: t}
}

// termOf cuts a word or phrase as the index cuts texts. Several words of it must follow each other.
func termOf(text string) *term {
	trimmed := strings.TrimRightFunc(text, unicode.IsSpace)
	t := &term{prefix: strings.HasSuffix(trimmed, "*")}
	tokens := Tokens(text)
	for i, token := range tokens {
		r, size := utf8.DecodeRuneInString(token.Word)
		if !spaceless(r) {
			t.words = append(t.words, Spellings(text[token.Start:token.End]))
			continue
		}
		// The last sign of a run stands alone only where the text's run ends too. In a query it is covered by the
		// pair before it; without one, it may begin any pair.
		if size == len(token.Word) {
			if i > 0 && tokens[i-1].End == token.End {
				continue
			}
			t.prefix = t.prefix || i == len(tokens)-1
		}
		t.words = append(t.words, []string{token.Word})
	}
	if len(t.words) == 0 {
		return nil
	}
	return t
}
