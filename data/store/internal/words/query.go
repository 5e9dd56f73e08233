package words

import "strings"

// mostPhrase is how many spellings of one phrase are looked for.
const mostPhrase = 12

// Query is what somebody looks for: words that must all be there, "phrases", prefixes*, OR, NOT or -word, parentheses.
// AND may be said. OR binds less than AND. Everything else in it only parts words.
type Query struct {
	root  *node
	terms []*term // those that are looked for, not those that must be missing
}

// term is a word, or several that follow each other, each with the spellings under which the index may have it.
type term struct {
	words  [][]string
	prefix bool // the last word may go on
}

// node is a term, or what must hold of its kids: any of them, or all of them and none of the banned.
type node struct {
	term         *term
	any          bool
	kids, banned []*node
}

// Match writes the query in the language of FTS5. It holds quoted words of letters and digits and operators only.
func (q Query) Match() string {
	var b strings.Builder
	q.root.write(&b)
	return b.String()
}

// all joins nodes that must all hold with those that must not. Without any it is nil.
func all(kids, banned []*node) *node {
	if len(kids) == 1 && len(banned) == 0 {
		return kids[0]
	}
	if len(kids)+len(banned) == 0 {
		return nil
	}
	return &node{kids: kids, banned: banned}
}

// sound says whether everything that is forbidden is taken away from something.
func (n *node) sound() bool {
	if n.term != nil {
		return true
	}
	for _, k := range append(n.kids[:len(n.kids):len(n.kids)], n.banned...) {
		if !k.sound() {
			return false
		}
	}
	return len(n.kids) > 0
}

// walk calls fn for every term that is looked for.
func (n *node) walk(fn func(*term)) {
	if n.term != nil {
		fn(n.term)
	}
	for _, k := range n.kids {
		k.walk(fn)
	}
}

func (n *node) write(b *strings.Builder) {
	if n.term != nil {
		n.term.write(b)
		return
	}
	word := " AND "
	if n.any {
		word = " OR "
	}
	b.WriteByte('(')
	writeAll(b, n.kids, word)
	if len(n.banned) > 0 {
		b.WriteString(" NOT ")
		writeAll(b, n.banned, " OR ")
	}
	b.WriteByte(')')
}

func writeAll(b *strings.Builder, nodes []*node, word string) {
	b.WriteByte('(')
	for i, n := range nodes {
		if i > 0 {
			b.WriteString(word)
		}
		n.write(b)
	}
	b.WriteByte(')')
}

func (t *term) write(b *strings.Builder) {
	b.WriteByte('(')
	for i, phrase := range t.phrases() {
		if i > 0 {
			b.WriteString(" OR ")
		}
		b.WriteString(`"` + strings.Join(phrase, " ") + `"`)
		if t.prefix {
			b.WriteString(" *")
		}
	}
	b.WriteByte(')')
}

// phrases gives every way to spell the term, up to a limit; the plain way comes first.
func (t *term) phrases() [][]string {
	phrases := [][]string{nil}
	for _, spellings := range t.words {
		var longer [][]string
		for _, s := range spellings {
			for _, p := range phrases {
				if len(longer) < mostPhrase {
					longer = append(longer, append(p[:len(p):len(p)], s))
				}
			}
		}
		phrases = longer
	}
	return phrases
}
