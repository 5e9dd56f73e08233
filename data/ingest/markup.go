package ingest

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// What the places of a page are worth as hints. An element made for furniture is nearly certain, a class is a name that
// somebody chose.
const (
	byElement = 4.0
	byClass   = 2.6
)

// elementStates gives what elements and roles hold.
var elementStates = map[string]state{
	"nav": navigationState, "footer": footerState, "aside": relatedState, "form": subscriptionState, "button": navigationState, "dialog": noticeState,
	"navigation": navigationState, "contentinfo": footerState, "complementary": relatedState, "search": navigationState, "menu": navigationState,
	"banner": navigationState, "menubar": navigationState, "dialogue": noticeState, "alertdialog": noticeState,
}

// classStates gives what parts of classes and ids tell, each a whole word of a name such as "related-posts".
var classStates = map[string]state{
	"nav": navigationState, "navbar": navigationState, "navigation": navigationState, "menu": navigationState, "breadcrumb": navigationState,
	"breadcrumbs": navigationState, "pagination": navigationState, "pager": navigationState, "toolbar": navigationState, "topbar": navigationState,
	"masthead": navigationState, "skip": navigationState, "prev": navigationState, "next": navigationState, "navigacija": navigationState,
	"related": relatedState, "recommended": relatedState, "recommendations": relatedState, "recirc": relatedState, "popular": relatedState,
	"trending": relatedState, "latest": relatedState, "sidebar": relatedState, "widget": relatedState, "teaser": relatedState, "teasers": relatedState,
	"promo": relatedState, "mostread": relatedState, "more": relatedState, "taboola": relatedState, "outbrain": relatedState, "readmore": relatedState, "crosslink": relatedState,
	"ad": advertState, "ads": advertState, "advert": advertState, "adverts": advertState, "advertisement": advertState, "sponsor": advertState,
	"sponsored": advertState, "sponsors": advertState, "banner": advertState, "adsense": advertState, "dfp": advertState, "oglas": advertState, "reklama": advertState, "werbung": advertState,
	"footer": footerState, "copyright": footerState, "imprint": footerState, "legal": footerState, "colophon": footerState,
	"newsletter": subscriptionState, "subscribe": subscriptionState, "subscription": subscriptionState, "paywall": subscriptionState, "signup": subscriptionState,
	"login": subscriptionState, "mailchimp": subscriptionState, "optin": subscriptionState,
	"share": sharingState, "sharing": sharingState, "sharebar": sharingState, "social": sharingState, "socials": sharingState, "comments": sharingState, "comment": sharingState,
	"respond": sharingState, "disqus": sharingState, "addthis": sharingState, "addtoany": sharingState, "reactions": sharingState,
	"byline": metadataState, "tags": metadataState, "taglist": metadataState, "postmeta": metadataState, "dateline": metadataState, "timestamp": metadataState, "meta": metadataState,
	"credit": captionState, "credits": captionState,
	"cookie": noticeState, "cookies": noticeState, "consent": noticeState, "gdpr": noticeState, "modal": noticeState, "popup": noticeState, "overlay": noticeState, "toast": noticeState,
}

// markup changes the context by what an element says of what it holds.
func (p *page) markup(n *html.Node, c *surroundings) {
	switch n.Data {
	case "a":
		c.link = true
	case "pre", "textarea":
		c.pre = true
	case "article", "main":
		if p.only {
			c.hint[articleState]++
		}
		return
	case "html", "body":
		return
	}
	if attr(n, "itemprop") == "articleBody" {
		c.hint = hints{articleState: 2}
		return
	}
	if p.shares[idOf(n)] {
		return // holds the article, whatever its name
	}
	if s, ok := elementStates[n.Data]; ok {
		c.add(s, byElement)
		return
	}
	if s, ok := elementStates[strings.ToLower(attr(n, "role"))]; ok {
		c.add(s, byElement)
		return
	}
	if n.Data == "header" && c.hint[articleState] == 0 {
		c.add(navigationState, 1)
	}
	if s, ok := classState(n); ok {
		c.add(s, byClass)
	}
}

// add adds a hint, but not the same one twice: boxes stand in boxes.
func (c *surroundings) add(s state, value float32) {
	c.hint[s] = max(c.hint[s], value)
}

// classState looks for a word that tells in the class and the id of an element.
func classState(n *html.Node) (state, bool) {
	for _, key := range []string{"class", "id"} {
		for _, w := range nameParts(attr(n, key)) {
			if s, ok := classStates[w]; ok {
				return s, true
			}
		}
	}
	return articleState, false
}

// nameParts cuts "relatedPosts-list site_footer" into related, posts, list, site, footer.
func nameParts(s string) []string {
	var out []string
	start, lower := 0, false
	cut := func(end int) {
		if end > start {
			out = append(out, strings.ToLower(s[start:end]))
		}
	}
	for i, r := range s {
		switch {
		case !unicode.IsLetter(r):
			cut(i)
			start, lower = i+1, false
			continue
		case unicode.IsUpper(r) && lower:
			cut(i)
			start = i
		}
		lower = unicode.IsLower(r)
	}
	if start < len(s) {
		cut(len(s))
	}
	return out
}
