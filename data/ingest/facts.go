package ingest

import (
	"encoding/json"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"entente/data"
	"entente/data/text"
)

// facts is what the head of a page, or the front matter of a text, says about the article.
type facts struct {
	title     string
	heading   string // the only or first h1
	publisher string
	published string
	address   string
	language  string
}

// fill puts the facts into an article where they are known; the text's own facts stay where they are not.
func (f *facts) fill(a *data.Article) {
	set := func(to *string, from string) {
		if from != "" {
			*to = from
		}
	}
	set(&a.Title, f.title)
	set(&a.Publisher, f.publisher)
	set(&a.Published, f.published)
	set(&a.Address, f.address)
	// What the words are in counts more than what a page's template says; but it alone can tell Bosnian from Serbian.
	if near := f.language == "hr" || f.language == "bs"; a.Language == "" || a.Language == "sr" && near {
		set(&a.Language, f.language)
	}
}

// metaKeys says which fact the names of meta elements give, the most trusted first.
var metaKeys = []struct {
	fact  func(*facts) *string
	names []string
}{
	{func(f *facts) *string { return &f.title }, []string{"og:title", "twitter:title", "dc.title", "title", "headline"}},
	{func(f *facts) *string { return &f.publisher }, []string{"og:site_name", "application-name", "dc.publisher", "citation_journal_title", "publisher", "al:android:app_name"}},
	{func(f *facts) *string { return &f.published }, []string{"article:published_time", "og:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dc.date",
		"dcterms.created", "dcterms.date", "date", "pubdate", "publishdate", "publish-date", "publication_date", "sailthru.date", "parsely-pub-date", "citation_publication_date", "article.published", "rnews:datepublished"}},
	{func(f *facts) *string { return &f.address }, []string{"og:url", "twitter:url"}},
	{func(f *facts) *string { return &f.language }, []string{"og:locale", "content-language", "dc.language", "language"}},
}

// factsOf reads the facts from a page's head, its linked data and its first heading.
func factsOf(doc *html.Node) facts {
	var f facts
	metas := map[string]string{}
	var title, canonical, stamp string
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "html":
			f.language = attr(n, "lang")
		case "meta":
			note(metas, n)
		case "title":
			title = first(title, textOf(n))
		case "link":
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				canonical = attr(n, "href")
			}
		case "h1":
			f.heading = first(f.heading, textOf(n))
		case "time":
			stamp = first(stamp, stampOf(n))
		case "script":
			if strings.EqualFold(attr(n, "type"), "application/ld+json") {
				f.linked(textOf(n))
			}
		}
	}
	for _, k := range metaKeys {
		for _, name := range k.names {
			fact := k.fact(&f)
			*fact = first(*fact, metas[name])
		}
	}
	f.published = first(isoDate(f.published), stamp)
	f.address = webAddress(first(canonical, f.address))
	f.language = primary(f.language)
	f.title = first(unsuffixed(f.title, f.publisher), f.heading, unsuffixed(title, f.publisher))
	if strings.HasPrefix(f.title, f.heading) && len(f.heading) > 20 {
		f.title = f.heading // the rest is the site's name
	}
	return f
}

// first gives the first that is not empty.
func first(s ...string) string {
	for _, v := range s {
		if v != "" {
			return v
		}
	}
	return ""
}

// note keeps what a meta element says; of several with one name the first counts.
func note(metas map[string]string, n *html.Node) {
	content := clean(attr(n, "content"))
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		if name := strings.ToLower(attr(n, key)); name != "" && metas[name] == "" {
			metas[name] = content
		}
	}
}

// clean makes one line of words from a page's head.
func clean(s string) string { return oneLine(text.Normalise(s)) }

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	if n.Data == "script" {
		return b.String()
	}
	return clean(b.String())
}

// stampOf gives the date of a time element that belongs to the article: one that says so, or that stands in a header.
func stampOf(n *html.Node) string {
	says := attr(n, "pubdate") != "" || strings.EqualFold(attr(n, "itemprop"), "datePublished")
	for up := n.Parent; up != nil && !says; up = up.Parent {
		name := strings.ToLower(attr(up, "class"))
		says = up.Data == "header" || strings.Contains(name, "published") || strings.Contains(name, "entry-date") || strings.Contains(name, "post-date") || strings.Contains(name, "byline")
		if up.Data == "aside" || up.Data == "footer" || up.Data == "nav" || up.Data == "li" {
			return ""
		}
	}
	if !says {
		return ""
	}
	return first(isoDate(attr(n, "datetime")), isoDate(textOf(n)))
}

// isoDate gives the day of a time stamp or of a written date, or "".
func isoDate(s string) string {
	if d := datesIn(s); len(d) > 0 {
		return d[0].iso
	}
	if len(s) >= 8 && strings.Trim(s[:8], "0123456789") == "" { // 20250510
		return isoDate(s[:4] + "-" + s[4:6] + "-" + s[6:8])
	}
	return ""
}

// webAddress gives s when it is a complete address of the web.
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

// primary gives the language of "en-GB" or "sr_Latn_RS".
func primary(tag string) string {
	tag = strings.ToLower(strings.TrimSpace(tag))
	if i := strings.IndexAny(tag, "-_, "); i >= 0 {
		tag = tag[:i]
	}
	if len(tag) != 2 || strings.Trim(tag, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return tag
}

// unsuffixed takes the site's name off the end of a page title: "Headline | The Region".
func unsuffixed(title, site string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " · ", " :: ", " « "} {
		i := strings.LastIndex(title, sep)
		if i < 0 {
			continue
		}
		rest := title[i+len(sep):]
		if strings.EqualFold(rest, site) || site == "" && countWords(rest) <= 3 && countWords(title[:i]) >= 4 && sep != " - " {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

// linked reads linked data (schema.org) in JSON; what is no JSON is passed over.
func (f *facts) linked(script string) {
	var v any
	if json.Unmarshal([]byte(script), &v) == nil {
		f.object(v, 0)
	}
}

// object looks for an article in a value of linked data.
func (f *facts) object(v any, depth int) {
	if depth > 8 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			f.object(e, depth+1)
		}
	case map[string]any:
		kind := strings.Join(stringsOf(v["@type"]), " ")
		if strings.Contains(kind, "Article") || strings.Contains(kind, "Posting") || strings.Contains(kind, "Report") {
			f.title = first(f.title, clean(stringOf(v["headline"])))
			f.published = first(f.published, stringOf(v["datePublished"]))
			f.publisher = first(f.publisher, clean(nameOf(v["publisher"])))
			f.language = first(stringOf(v["inLanguage"]), f.language)
			f.address = first(f.address, stringOf(v["url"]), stringOf(v["mainEntityOfPage"]))
			return
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"} {
			f.object(v[key], depth+1)
		}
	}
}

func stringOf(v any) string {
	s, _ := v.(string)
	return s
}

func stringsOf(v any) []string {
	if s, ok := v.(string); ok {
		return []string{s}
	}
	var out []string
	list, _ := v.([]any)
	for _, e := range list {
		out = append(out, stringOf(e))
	}
	return out
}

func nameOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		return stringOf(v["name"])
	case []any:
		if len(v) > 0 {
			return nameOf(v[0])
		}
	}
	return ""
}
