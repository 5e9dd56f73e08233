package ingest

import (
	"strings"

	"entente/data"
	"entente/data/text"
)

// matterKeys says which fact a key of the front matter gives.
var matterKeys = map[string]func(*facts) *string{
	"title": func(f *facts) *string { return &f.title }, "headline": func(f *facts) *string { return &f.title },
	"publisher": func(f *facts) *string { return &f.publisher }, "source": func(f *facts) *string { return &f.publisher },
	"publication": func(f *facts) *string { return &f.publisher }, "site": func(f *facts) *string { return &f.publisher },
	"date": func(f *facts) *string { return &f.published }, "published": func(f *facts) *string { return &f.published },
	"url": func(f *facts) *string { return &f.address }, "address": func(f *facts) *string { return &f.address },
	"link": func(f *facts) *string { return &f.address }, "canonical": func(f *facts) *string { return &f.address },
	"language": func(f *facts) *string { return &f.language }, "lang": func(f *facts) *string { return &f.language },
}

// readMarkdown reads a text that may begin with front matter: lines of "key: value" between two lines of three dashes.
// The front matter stays in the text, omitted as metadata. Other marks of Markdown stay as they are.
func readMarkdown(raw []byte, name string) ([]data.Article, error) {
	s, err := decode(raw, name)
	if err != nil {
		return nil, err
	}
	s = text.Normalise(s)
	f, end := frontMatter(s)
	if strings.TrimSpace(s[end:]) == "" {
		return nil, empty(name)
	}
	blocks := blocksOf(s[end:])
	for i := range blocks {
		blocks[i].Start += end
		blocks[i].End += end
		blocks[i].plainMarks(s)
	}
	a := understand(s, blocks)
	a.Title = strings.TrimLeft(a.Title, "# ")
	f.fill(&a)
	if f.language != "" { // written by hand, not by a template
		a.Language = f.language
	}
	if matter := strings.TrimRight(s[:end], "\n"); matter != "" {
		a.Omitted = append([]data.Omitted{{Span: data.Span{End: len(matter)}, Reason: data.Metadata}}, a.Omitted...)
	}
	return []data.Article{a}, nil
}

// plainMarks undoes what Markdown's marks make a block look like: a quotation begins with > and is no list of links.
func (b *block) plainMarks(s string) {
	words := s[b.Start:b.End]
	b.bullet = b.bullet && !strings.HasPrefix(words, "> ")
	if strings.HasPrefix(words, "# ") {
		b.title = true
	}
}

// frontMatter reads the front matter of s and says where it ends: 0 when there is none.
func frontMatter(s string) (facts, int) {
	var f facts
	rest, ok := strings.CutPrefix(s, "---\n")
	if !ok {
		return f, 0
	}
	pos := len(s) - len(rest)
	for lines := 0; lines < 100 && pos < len(s); lines++ {
		line, _, more := strings.Cut(s[pos:], "\n")
		pos += len(line)
		if more {
			pos++
		}
		if trimmed := strings.TrimRight(line, " "); trimmed == "---" || trimmed == "..." {
			f.tidy()
			return f, pos
		}
		key, value, ok := strings.Cut(line, ":")
		if fact := matterKeys[strings.ToLower(strings.TrimSpace(key))]; ok && fact != nil {
			if to := fact(&f); *to == "" {
				*to = unquote(strings.TrimSpace(value))
			}
		}
	}
	return facts{}, 0 // never closed: a text that begins with a rule
}

// tidy brings facts written by hand into their forms. A date may stay a month or a year: it is then no day, and left out.
func (f *facts) tidy() {
	f.title, f.publisher = clean(f.title), clean(f.publisher)
	f.published = isoDate(f.published)
	f.address = webAddress(f.address)
	f.language = primary(f.language)
}

// unquote takes the quotation marks of YAML away.
func unquote(s string) string {
	if n := len(s); n >= 2 && (s[0] == '"' || s[0] == '\'') && s[n-1] == s[0] {
		quote := string(s[0])
		s = s[1 : n-1]
		if quote == "'" {
			return strings.ReplaceAll(s, "''", "'")
		}
		return strings.ReplaceAll(s, `\"`, `"`)
	}
	return s
}
