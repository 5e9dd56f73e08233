package ingest_test

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"entente/data"
	"entente/data/ingest"
)

// marked checks that each of the wanted words stands in the text and is omitted for its reason, or kept for "".
func marked(t *testing.T, a *data.Article, want map[string]data.Reason) {
	t.Helper()
	for words, reason := range want {
		at := strings.Index(a.Text, words)
		if at < 0 {
			t.Errorf("%q is not in the text %q", words, a.Text)
			continue
		}
		if got := reasonAt(a, data.Span{Start: at, End: at + len(words)}); got != reason {
			t.Errorf("%q: got reason %q, want %q", words, got, reason)
		}
	}
}

func TestReadHTML(t *testing.T) {
	raw, err := os.ReadFile("../../testdata/ingest/railway.html")
	if err != nil {
		t.Fatal(err)
	}
	a := one(t, "railway.html", string(raw))
	if a.Title != "Ministers agree on the last stretch of rail" || a.Publisher != "The Danube Daily" || a.Published != "2025-03-02" ||
		a.Language != "en" || a.Address != "https://danube.example/rail" {
		t.Errorf("got %q, %q, %q, %q, %q", a.Title, a.Publisher, a.Published, a.Language, a.Address)
	}
	marked(t, &a, map[string]data.Reason{
		"Serbia and Kosovo":                        data.Navigation,
		"Home > Transport":                         data.Navigation,
		"Ministers agree on the last":              "",
		"By Ann Other":                             data.Metadata,
		"signed an agreement":                      "",
		"The work will cost 213 million":           "",
		"Germany and France fall out over trains":  data.Related,
		"Poland sells wagons to Ukraine":           data.Related,
		"Trains will run at":                       "",
		"“It is a good day":                        "",
		"Facebook":                                 data.Sharing,
		"Iran and Israel trade blame":              data.Related,
		"News of Japan and Korea":                  data.Subscription,
		"All rights reserved":                      data.Footer,
		"We use cookies":                           data.Notice,
		"A short remark in a sidebar of the story": "",
	})
	for _, hidden := range []string{"never shown", "console.log", "alt text", "a comment"} {
		if strings.Contains(a.Text, hidden) {
			t.Errorf("the text holds %q, which nobody sees", hidden)
		}
	}
}

func TestReadHTMLKeepsTheShapeOfTheText(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"paragraphs and breaks", "<p>One<br>two</p><p>three</p>", "One\ntwo\n\nthree"},
		{"two breaks part paragraphs", "<div>One<br><br>two</div>", "One\n\ntwo"},
		{"white space as a browser shows it", "<p>One \n\t two</p>", "One two"},
		{"preformatted", "<pre>One\n  two</pre>", "One\n  two"},
		{"cells stay apart", "<table><tr><td>One</td><td>two</td></tr><tr><td>three</td></tr></table>", "One two\n\nthree"},
		{"inline elements join", "<p>On<b>e</b> <i>two</i></p>", "One two"},
		{"entities", "<p>Vu&#269;i&#263; &amp; co&nbsp;&eacute;</p>", "Vučić & co\u00a0é"},
		{"text beside blocks", "<div>One<p>two</p>three</div>", "One\n\ntwo\n\nthree"},
		{"unclosed", "<p>One<p>two<ul><li>three<li>four", "One\n\ntwo\n\nthree\n\nfour"},
		{"no tags at all", "just words", "just words"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := one(t, "a.html", tt.page).Text; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestReadHTMLBelievesTheCharsetThatAPageNames(t *testing.T) {
	page := "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1250\"></head><body><p>Đaci žele više.</p></body></html>"
	raw, err := charmap.Windows1250.NewEncoder().String(page)
	if err != nil {
		t.Fatal(err)
	}
	if got := one(t, "a.html", raw).Text; got != "Đaci žele više." {
		t.Errorf("got %q", got)
	}
	t.Run("but not against the bytes", func(t *testing.T) {
		if got := one(t, "a.html", page).Text; got != "Đaci žele više." {
			t.Errorf("got %q", got)
		}
	})
}

func TestReadHTMLFindsFactsInEveryPlace(t *testing.T) {
	const text = "<p>The two ministers met in the harbour and spoke about the price of salt.</p>"
	tests := []struct{ name, page, title, publisher, published string }{
		{"linked data", `<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"Salt","datePublished":"2024-05-04T10:00:00Z","publisher":{"name":"Harbour"}}]}</script>` + text, "Salt", "Harbour", "2024-05-04"},
		{"meta", `<meta property="og:title" content="Salt"><meta name="DC.date.issued" content="2024-05-04"><meta property="og:site_name" content="Harbour">` + text, "Salt", "Harbour", "2024-05-04"},
		{"title with the site's name", `<title>Salt is on the table | Harbour</title><meta property="og:site_name" content="Harbour">` + text, "Salt is on the table", "Harbour", ""},
		{"heading", `<h1>Salt</h1>` + text, "Salt", "", ""},
		{"time in a header", `<article><header><h1>Salt</h1><time datetime="2024-05-04T08:00">yesterday</time></header>` + text + `</article>`, "Salt", "", "2024-05-04"},
		{"times of teasers are none", `<h1>Salt</h1>` + text + `<ul><li><a>Pepper</a> <time datetime="2024-05-04">4 May 2024</time></ul>`, "Salt", "", ""},
		{"broken linked data", `<script type="application/ld+json">{"headline":</script><h1>Salt</h1>` + text, "Salt", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := one(t, "a.html", tt.page)
			if a.Title != tt.title || a.Publisher != tt.publisher || a.Published != tt.published {
				t.Errorf("got %q, %q, %q; want %q, %q, %q", a.Title, a.Publisher, a.Published, tt.title, tt.publisher, tt.published)
			}
		})
	}
}

func TestReadHTMLSurvivesDeepNesting(t *testing.T) {
	a := one(t, "a.html", strings.Repeat("<div>", 100_000)+"<p>Salt is cheap.</p><script>no()</script>")
	if strings.TrimSpace(a.Text) != "Salt is cheap." {
		t.Errorf("got %q", a.Text[:min(len(a.Text), 80)])
	}
}

func TestReadLooksIntoFilesWithoutExtension(t *testing.T) {
	for words, want := range map[string]string{
		"<!DOCTYPE html><p>Salt": "Salt", "\ufeff<html><p>Salt": "Salt", "Salt": "Salt", "<not a tag> is salt": "<not a tag> is salt",
	} {
		if got := one(t, "a", words).Text; got != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
	if a := one(t, "-", "---\ntitle: Pepper\n---\nSalt"); a.Title != "Pepper" {
		t.Errorf("got title %q from standard input, want that of the front matter", a.Title)
	}
	if !ingest.Supported("a.HTML") || !ingest.Supported("a.PDF") || ingest.Supported("a.doc") || !ingest.Supported("README") {
		t.Error("the extensions that can be read are not told rightly")
	}
}
