package data

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
)

// Article is a text with its facts. Text holds everything that was read, page furniture included; Omitted says which
// parts of it are furniture, sorted and not overlapping.
type Article struct {
	ID        int64  // in the library; 0 before it is stored
	Title     string // "" where the text has none
	Publisher string
	Published string // YYYY-MM-DD, or "" where the text does not say
	Address   string // where it was published: a URL, or ""
	Language  string // ISO 639-1, or "" where it cannot be told
	Source    string // where it was read from: a path as given, "-" for standard input, "archive.zip!inside.txt"
	Text      string // UTF-8, NFC, "\n" line ends, no control characters but tab and newline
	Omitted   []Omitted
	Added     time.Time // when it came into the library, UTC, to the second
}

// Hash identifies the article's text: the hex SHA-256 of Text. Articles with one hash are the same article.
func (a *Article) Hash() string {
	sum := sha256.Sum256([]byte(a.Text))
	return hex.EncodeToString(sum[:])
}

// File gives the name of the file that the article was read from, without its folders, which tell others nothing but how
// somebody's disk is ordered; "" where it came from no file.
func (a *Article) File() string {
	if a.Source == "-" {
		return ""
	}
	return a.Source[strings.LastIndexAny(a.Source, `/\!`)+1:]
}

// Furniture says whether any part of s lies in omitted text.
func (a *Article) Furniture(s Span) bool {
	for _, o := range a.Omitted {
		if o.Overlaps(s) {
			return true
		}
	}
	return false
}

// Omitted is a part of the text that is not the article, and why.
type Omitted struct {
	Span
	Reason Reason
}

// Reason says why a part of a text is furniture.
type Reason string

// The reasons that there are.
const (
	Navigation   Reason = "navigation"   // menus, breadcrumbs, "previous article"
	Related      Reason = "related"      // teasers and lists of other articles
	Advert       Reason = "advert"       // advertisements, sponsors
	Footer       Reason = "footer"       // contact, copyright, imprint
	Subscription Reason = "subscription" // newsletter boxes, "sign in", paywalls
	Sharing      Reason = "sharing"      // share buttons, counters, comments
	Caption      Reason = "caption"      // picture credits
	Metadata     Reason = "metadata"     // front matter, tags, by-line furniture
	Notice       Reason = "notice"       // cookie banners, script remains
	ByHand       Reason = "person"       // a person said so
)

// Reasons lists every Reason.
var Reasons = []Reason{Navigation, Related, Advert, Footer, Subscription, Sharing, Caption, Metadata, Notice, ByHand}

// Findings is all that was found in one article.
type Findings struct {
	Mentions []Mention  // by Start
	Evidence []Evidence // by Start
}
