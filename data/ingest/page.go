package ingest

import (
	"bytes"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/go-shiori/go-readability"
	"golang.org/x/net/html"
	"golang.org/x/text/encoding/htmlindex"

	"entente/data"
	"entente/data/text"
)

// maxElements is the largest page that is given to readability, whose time grows faster than the page. Larger ones are
// judged by their markup and words alone.
const maxElements = 60_000

// idAttribute marks elements, so that those which readability kept are known again in the copy that it returns.
const idAttribute = "data-entente"

// readHTML reads a web page. The whole visible text is kept in reading order; what readability, the markup or the words
// show to be no article is marked.
func readHTML(raw []byte, name string) ([]data.Article, error) {
	s, err := decodePage(raw, name)
	if err != nil {
		return nil, err
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil { // nested deeper than any page; the words are still worth having
		return readStripped(s, name)
	}
	n := number(doc)
	p := page{facts: factsOf(doc)}
	p.keep(doc, n)
	p.walk(doc, surroundings{})
	p.flush()
	if strings.TrimSpace(p.text.String()) == "" {
		return nil, empty(name)
	}
	return []data.Article{p.article()}, nil
}

// metaCharset finds the encoding that a page says it has.
var metaCharset = regexp.MustCompile(`(?i)<meta[^>]+charset\s*=\s*["']?\s*([a-z0-9_:.-]+)|<\?xml[^>]+encoding\s*=\s*["']([a-z0-9_:.-]+)`)

// decodePage decodes a page: by its bytes where they are certain, by what its head says, else by guessing.
func decodePage(raw []byte, name string) (string, error) {
	certain := utf8.Valid(raw) || bytes.HasPrefix(raw, []byte("\xff\xfe")) || bytes.HasPrefix(raw, []byte("\xfe\xff")) || bytes.IndexByte(raw, 0) >= 0
	if m := metaCharset.FindSubmatch(raw[:min(len(raw), 4096)]); m != nil && !certain {
		enc, err := htmlindex.Get(string(m[1]) + string(m[2]))
		if label, _ := htmlindex.Name(enc); err == nil && label != "utf-8" && !strings.HasPrefix(label, "utf-16") {
			if out, err := enc.NewDecoder().Bytes(raw); err == nil {
				return string(out), nil
			}
		}
	}
	return decode(raw, name)
}

// readStripped reads the words of a page whose elements cannot be told apart.
func readStripped(s, name string) ([]data.Article, error) {
	var b strings.Builder
	skip := ""
	for z := html.NewTokenizer(strings.NewReader(s)); ; {
		kind := z.Next()
		tag, _ := z.TagName()
		switch {
		case kind == html.ErrorToken:
			words := text.Normalise(b.String())
			if strings.TrimSpace(words) == "" {
				return nil, empty(name)
			}
			return []data.Article{understand(words, blocksOf(words))}, nil
		case kind == html.StartTagToken && skip == "" && invisible[string(tag)]:
			skip = string(tag)
		case kind == html.EndTagToken && string(tag) == skip:
			skip = ""
		case kind == html.TextToken && skip == "":
			b.Write(z.Text())
		case !inline[string(tag)]:
			b.WriteByte('\n')
		}
	}
}

// number gives each element a number in idAttribute and says how many there are.
func number(doc *html.Node) int {
	n := 0
	for node := range doc.Descendants() {
		if node.Type == html.ElementNode {
			node.Attr = append(node.Attr, html.Attribute{Key: idAttribute, Val: fmt.Sprint(n)})
			n++
		}
	}
	return n
}

// page collects the blocks of a web page.
type page struct {
	facts  facts
	kept   []bool       // by element number: readability took it for the article; nil when it found none
	shares map[int]bool // elements that hold too much of what was kept to be furniture as a whole
	only   bool         // the page has one <article> or <main>, which then is the article
	text   strings.Builder
	blocks []block

	line    []byte       // words of the block being collected
	where   surroundings // of its first words
	all     int          // bytes of line, and how many of them stand in links and in elements that were kept
	links   int
	keeping int
}

// keep runs readability and notes which elements it kept.
func (p *page) keep(doc *html.Node, n int) {
	articles := 0
	for node := range doc.Descendants() {
		if node.Type == html.ElementNode && (node.Data == "article" || node.Data == "main") {
			articles++
		}
	}
	p.only = articles == 1
	if n > maxElements {
		return
	}
	base, _ := url.Parse("http://localhost/")
	parser := readability.NewParser()
	found, err := parser.ParseDocument(doc, base)
	if err != nil || found.Node == nil || len(found.TextContent) < 140 {
		return
	}
	p.kept = make([]bool, n)
	for node := range found.Node.Descendants() {
		if id := idOf(node); id >= 0 {
			p.kept[id] = true
		}
	}
	if id := idOf(found.Node); id >= 0 {
		p.kept[id] = true
	}
	p.shares = map[int]bool{}
	p.measure(doc, len(found.TextContent))
}

// measure gives the bytes of kept text below n and notes the elements that hold a third or more of all.
func (p *page) measure(n *html.Node, all int) int {
	if n.Type == html.TextNode {
		if id := idOf(n.Parent); id >= 0 && p.kept[id] {
			return len(strings.TrimSpace(n.Data))
		}
		return 0
	}
	sum := 0
	for c := range n.ChildNodes() {
		sum += p.measure(c, all)
	}
	if id := idOf(n); id >= 0 && sum*3 > all {
		p.shares[id] = true
	}
	return sum
}

// idOf gives the number of an element, or -1.
func idOf(n *html.Node) int {
	if n == nil || n.Type != html.ElementNode {
		return -1
	}
	v := attr(n, idAttribute)
	id := 0
	for _, c := range v {
		if c < '0' || c > '9' {
			return -1
		}
		id = id*10 + int(c-'0')
	}
	if v == "" {
		return -1
	}
	return id
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// surroundings is what the elements around a text say of it.
type surroundings struct {
	hint hints
	link bool
	pre  bool
}

// invisible elements hold nothing that is seen.
var invisible = map[string]bool{"script": true, "style": true, "noscript": true, "template": true, "svg": true, "iframe": true, "head": true,
	"select": true, "option": true, "object": true, "canvas": true, "math": true, "datalist": true, "video": true, "audio": true}

// inline elements stand within a line.
var inline = map[string]bool{"a": true, "abbr": true, "acronym": true, "b": true, "bdi": true, "bdo": true, "big": true, "cite": true, "code": true,
	"data": true, "del": true, "dfn": true, "em": true, "font": true, "i": true, "ins": true, "kbd": true, "label": true, "mark": true, "q": true,
	"rp": true, "rt": true, "ruby": true, "s": true, "samp": true, "small": true, "span": true, "strike": true, "strong": true, "sub": true,
	"sup": true, "time": true, "tt": true, "u": true, "var": true, "wbr": true, "img": true, "picture": true, "source": true}

// walk collects the text below n.
func (p *page) walk(n *html.Node, c surroundings) {
	switch n.Type {
	case html.TextNode:
		p.write(n, c)
		return
	case html.ElementNode:
		if invisible[n.Data] || concealed(n) {
			return
		}
		p.markup(n, &c)
	case html.CommentNode, html.DoctypeNode:
		return
	}
	switch {
	case n.Data == "br":
		p.newline()
		return
	case n.Type == html.ElementNode && (n.Data == "td" || n.Data == "th"):
		p.space()
	case n.Type == html.ElementNode && !inline[n.Data]:
		p.flush()
	}
	for child := range n.ChildNodes() {
		p.walk(child, c)
	}
	if n.Type == html.ElementNode && !inline[n.Data] && n.Data != "td" && n.Data != "th" {
		p.flush()
	}
}

// concealed says whether the page hides an element from the eye.
func concealed(n *html.Node) bool {
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "aria-hidden" && a.Val == "true" && n.Data != "body" && n.Data != "article" && n.Data != "main" {
			return true
		}
	}
	return false
}

// write adds a text, with white space as a browser shows it.
func (p *page) write(n *html.Node, c surroundings) {
	before := len(p.line)
	if before == 0 {
		p.where = c
	}
	if c.pre {
		p.line = append(p.line, n.Data...)
	} else {
		for _, r := range n.Data {
			if r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' {
				p.space()
				continue
			}
			p.line = utf8.AppendRune(p.line, r)
		}
	}
	size := len(p.line) - before
	p.all += size
	if c.link {
		p.links += size
	}
	if id := idOf(n.Parent); p.kept != nil && id >= 0 && p.kept[id] {
		p.keeping += size
	}
}

func (p *page) space() {
	if n := len(p.line); n > 0 && p.line[n-1] != ' ' && p.line[n-1] != '\n' {
		p.line = append(p.line, ' ')
	}
}

// newline breaks the line; two breaks in a row part blocks, as pages use them for paragraphs.
func (p *page) newline() {
	if n := len(p.line); n > 0 && p.line[n-1] == '\n' {
		p.flush()
		return
	}
	if len(p.line) > 0 {
		p.line = append(p.line, '\n')
	}
}

// flush ends the block that was being collected.
func (p *page) flush() {
	words := strings.TrimSpace(text.Normalise(string(p.line)))
	all, links, keeping := p.all, p.links, p.keeping
	p.line, p.all, p.links, p.keeping = p.line[:0], 0, 0, 0
	if words == "" {
		return
	}
	if p.text.Len() > 0 {
		p.text.WriteString("\n\n")
	}
	start := p.text.Len()
	p.text.WriteString(words)
	b := blockOf(words, data.Span{End: len(words)})
	b.Span = data.Span{Start: start, End: start + len(words)}
	b.hint = p.where.hint
	b.hint[articleState] += p.verdict(&b, keeping*2 > all)
	if links*10 > all*7 && b.words <= 25 {
		b.linked()
	}
	p.blocks = append(p.blocks, b)
}

// verdict is what readability's choice is worth: what it kept is the article, what it left may be.
func (p *page) verdict(b *block, kept bool) float32 {
	switch {
	case p.kept == nil:
		return 0
	case kept:
		return 1.5
	case b.prose():
		return -1
	}
	return -1.8
}

// linked adds what a block that is all link tells: a menu when short, a teaser when long.
func (b *block) linked() {
	if b.words <= 3 {
		b.hint[navigationState] += 0.8
		return
	}
	b.hint[relatedState] += 0.8
}

// article makes the article of the blocks collected.
func (p *page) article() data.Article {
	s := p.text.String()
	markRepeated(s, p.blocks)
	p.markTitle(s)
	a := understand(s, p.blocks)
	p.facts.fill(&a)
	return a
}

// markTitle marks the first block that reads as the page's own title.
func (p *page) markTitle(s string) {
	for _, want := range []string{p.facts.title, p.facts.heading} {
		key := keyOf(want, nil)
		for i := range p.blocks {
			if key != "" && keyOf(s[p.blocks[i].Start:p.blocks[i].End], nil) == key {
				p.blocks[i].title = true
				return
			}
		}
	}
}
