package briefing_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"entente/app/briefing"
	"entente/app/words"
	"entente/assets"
	"entente/data"
	"entente/geo/draw/drawtest"
)

const article = "Japan invested 200 million euros in Serbia.\nJapanese firms employ 112,000 people in Serbia.\n" +
	"Elsewhere: 30,000 people work for Japan's firms in Serbia. <script>alert(1)</script> Russia and Serbia *argued*."

// quote is the passage with these words.
func quote(words string) data.Passage {
	at := strings.Index(article, words)
	return data.PassageOf(article, data.Span{Start: at, End: at + len(words)})
}

func input(t *testing.T) briefing.Input {
	t.Helper()
	english, err := words.Load(assets.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	workers := func(n float64) []data.Figure {
		return []data.Figure{{Value: n, Unit: "people", About: "employed", Dispute: true}}
	}
	jp, ru := data.PairOf("JP", "RS"), data.PairOf("RU", "RS")
	evidence := []data.Evidence{
		{ID: 1, Article: 1, Pair: jp, Passage: quote("Japan invested 200 million euros in Serbia"), Fields: []data.Field{data.Investment},
			Stance: data.Cooperation, Modality: data.Done, When: "2024-10", Confidence: 0.9, Figures: []data.Figure{{Value: 2e8, Unit: "EUR"}}},
		{ID: 2, Article: 1, Pair: jp, Passage: quote("Japanese firms employ 112,000 people in Serbia"), Fields: []data.Field{data.Industry},
			Stance: data.Cooperation, Modality: data.Done, Confidence: 0.8, Figures: workers(112000)},
		{ID: 3, Article: 2, Pair: jp, Passage: quote("30,000 people work for Japan's firms in Serbia"), Fields: []data.Field{data.Industry},
			Stance: data.Cooperation, Modality: data.Done, Confidence: 0.8, Figures: workers(30000), Decision: data.Accepted},
		{ID: 4, Article: 2, Pair: ru, Passage: quote("<script>alert(1)</script> Russia and Serbia *argued*"), Fields: []data.Field{data.Diplomacy},
			Stance: data.Conflict, Modality: data.Planned, Confidence: 0.7},
	}
	return briefing.Input{Title: "Serbia & <friends>", Version: "test", Made: time.Date(2025, 3, 2, 0, 0, 0, 0, time.UTC),
		Ties: data.Ties(evidence, nil), Words: english, Map: picture(t), Fonts: drawtest.Fonts(t, "../../assets"), Conditions: "ties of Serbia",
		Name: func(p data.Party) string {
			return map[data.Party]string{"JP": "Japan", "RS": "Serbia", "RU": "Russia"}[p]
		},
		Articles: []data.Article{{ID: 1, Title: "One", Publisher: "P", Published: "2024-10-05", Address: "https://example.org/one", Text: article},
			{ID: 2, Title: "Two_marked_things", Source: "two.txt", Address: "javascript:alert(2)", Text: article}}}
}

// picture is a small PNG.
func picture(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func document(t *testing.T) *briefing.Document {
	t.Helper()
	d, err := briefing.New(input(t))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestEveryClaimIsNumberedBackToItsWords(t *testing.T) {
	d := document(t)
	if len(d.Ties) != 2 || d.Ties[0].Heading != "Japan – Serbia" || d.Ties[1].Heading != "Serbia – Russia" && d.Ties[1].Heading != "Russia – Serbia" {
		t.Fatalf("got ties %+v, want Japan – Serbia, then Russia with Serbia", d.Ties)
	}
	number := 0
	for _, tie := range d.Ties {
		for _, p := range tie.Passages {
			number++
			if p.Number != number {
				t.Errorf("passage %d has number %d", number, p.Number)
			}
			if !strings.Contains(strings.ReplaceAll(article, "*", ""), p.Quote) {
				t.Errorf("passage %d is not in the article: %q", p.Number, p.Quote)
			}
			if p.Source < 1 || p.Source > len(d.Sources) {
				t.Errorf("passage %d has source %d of %d", p.Number, p.Source, len(d.Sources))
			}
		}
	}
	if number != 4 || len(d.Sources) != 2 {
		t.Errorf("got %d passages and %d sources, want 4 and 2", number, len(d.Sources))
	}
}

func TestEachPassageSaysHowSureItIsAndTheLessSureStandApart(t *testing.T) {
	in := input(t)
	in.Ties[0].Evidence[2].Decision, in.Ties[0].Evidence[2].Confidence = data.Undecided, 0.62
	d, err := briefing.New(in)
	if err != nil {
		t.Fatal(err)
	}
	const line = "1 further passage, less than 70% sure"
	tie := d.Ties[0]
	if len(tie.Passages) != 2 || len(tie.Rest) != 1 || tie.Further != line || tie.Rest[0].Number != 3 {
		t.Errorf("got %d passages, then %q and %+v, want two, then %q and passage 3", len(tie.Passages), tie.Further, tie.Rest, line)
	}
	if got := d.Contradictions[0].Figures[1].Passage; got != 3 {
		t.Errorf("the contradiction leads to passage %d, want 3", got)
	}
	for _, format := range []string{"html", "md", "docx"} {
		page := written(t, d, format)
		if format == "docx" {
			page = docxParts(t, page)["word/document.xml"]
		}
		at := 0
		for _, want := range []string{"90% sure", "80% sure", line, "[3", "62% sure", "Serbia", "70% sure"} {
			next := strings.Index(page[at:], want)
			if next < 0 {
				t.Errorf("%s: %q does not stand where it should", format, want)
				break
			}
			at += next
		}
		if strings.Count(page, "less than 70% sure") != 1 {
			t.Errorf("%s: a tie without less sure passages sets some apart", format)
		}
	}
	if written(t, d, "pdf") == written(t, document(t), "pdf") {
		t.Error("the pdf is as if all passages were sure")
	}
}

func TestWhatAPersonAcceptedAndATieWithNothingSureSetNothingApart(t *testing.T) {
	in := input(t)
	in.Ties[0].Evidence[2].Confidence = 0.4 // accepted
	in.Ties[1].Evidence[0].Confidence = 0.4
	d, err := briefing.New(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, tie := range d.Ties {
		if tie.Further != "" || len(tie.Rest) > 0 || len(tie.Passages) == 0 {
			t.Errorf("%s: got %d passages and %q with %d, want all together", tie.Heading, len(tie.Passages), tie.Further, len(tie.Rest))
		}
	}
}

func TestContradictionsStandSideBySide(t *testing.T) {
	got := document(t).Contradictions
	if len(got) != 1 || fmt.Sprint(got[0].Figures) != "[{112,000 people 2} {30,000 people 3}]" {
		t.Errorf("got %+v, want 112,000 people [2] beside 30,000 people [3]", got)
	}
}

func TestNewRefusesWhatCannotBeChecked(t *testing.T) {
	drifted := input(t)
	drifted.Articles[0].Text = "x" + drifted.Articles[0].Text
	if _, err := briefing.New(drifted); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("a quote that is not in its place gives %v, want data.ErrInvalid", err)
	}
	orphan := input(t)
	orphan.Articles = orphan.Articles[:1]
	if _, err := briefing.New(orphan); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("evidence without its article gives %v, want data.ErrNotFound", err)
	}
}

func TestHTMLHoldsTogether(t *testing.T) {
	page := written(t, document(t), "html")
	ids, links := map[string]bool{}, map[string]bool{}
	tokens := html.NewTokenizer(strings.NewReader(page))
	for tokens.Next() != html.ErrorToken {
		token := tokens.Token()
		if token.Data == "script" && token.Type != html.TextToken {
			t.Error("words of an article became a script")
		}
		for _, a := range token.Attr {
			switch {
			case a.Key == "id":
				ids[a.Val] = true
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				links[a.Val[1:]] = true
			case a.Key == "href" && a.Val != "https://example.org/one":
				t.Errorf("a link leads to %q", a.Val)
			case a.Key == "src" && !strings.HasPrefix(a.Val, "data:image/png;base64,"):
				t.Errorf("a picture is taken from %q", a.Val)
			}
		}
	}
	if !errors.Is(tokens.Err(), io.EOF) {
		t.Fatal(tokens.Err())
	}
	for link := range links {
		if !ids[link] {
			t.Errorf("nothing has the id %q that a link leads to", link)
		}
	}
	for _, want := range []string{"passage-4", "source-2", "tie-2"} {
		if !ids[want] {
			t.Errorf("nothing has the id %q", want)
		}
	}
}

func TestHTMLNeedsNoNetwork(t *testing.T) {
	outside := regexp.MustCompile(`(?i)(src|url\(|@import|<link)[^>]{0,20}(https?:)?//`)
	if found := outside.FindString(written(t, document(t), "html")); found != "" {
		t.Errorf("the page fetches something: %s", found)
	}
}

func TestMarkdownKeepsWordsAsWords(t *testing.T) {
	got := written(t, document(t), "md")
	for _, want := range []string{`Two\_marked\_things`, `\<script\>`, "> \\[4\\] “"} {
		if !strings.Contains(got, want) {
			t.Errorf("does not hold %q:\n%s", want, got)
		}
	}
}

func TestQuotesShowNoSignsOfMarkdown(t *testing.T) {
	d := document(t)
	for _, format := range []string{"html", "md"} {
		if got := written(t, d, format); !strings.Contains(got, "Serbia argued”") || strings.Contains(got, "argued*") {
			t.Errorf("%s: the quote is not plain words:\n%s", format, got)
		}
	}
}

func TestASourceWithoutATitleIsCalledByItsFirstWords(t *testing.T) {
	in := input(t)
	in.Articles[1].Title = ""
	d, err := briefing.New(in)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := d.Sources[1].Title, "Japan invested 200 million euros in Serbia. Japanese firms…"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSourcesTellTheirGrades(t *testing.T) {
	in := input(t)
	in.Grades = map[int64]data.Grade{1: {Source: "B", Item: "2"}}
	d, err := briefing.New(in)
	if err != nil {
		t.Fatal(err)
	}
	graded, ungraded := "Grade B2 (source: usually reliable; article: probably true)", "Grade F6 (not graded yet)"
	if got := d.Sources[0].String(); !strings.HasSuffix(got, ", "+graded) {
		t.Errorf("got source %q, want %q at its end", got, graded)
	}
	for _, format := range []string{"html", "md"} {
		page := strings.ReplaceAll(written(t, d, format), `\`, "")
		if !strings.Contains(page, graded) || !strings.Contains(page, ungraded) || !strings.Contains(page, "Admiralty code") {
			t.Errorf("%s lacks a grade, or what grades are:\n%s", format, page)
		}
	}
	in.Grades[1] = data.Grade{Item: "3"}
	if d, err = briefing.New(in); err != nil {
		t.Fatal(err)
	}
	if got, want := d.Sources[0].Grade, "Grade F3 (source: not graded; article: possibly true)"; got != want {
		t.Errorf("got %q, want %q: the source is graded by itself", got, want)
	}
}

func TestDOCXIsSound(t *testing.T) {
	parts := docxParts(t, written(t, document(t), "docx"))
	body := parts["word/document.xml"]
	for _, m := range regexp.MustCompile(`w:anchor="([^"]+)"`).FindAllStringSubmatch(body, -1) {
		if !strings.Contains(body, `w:name="`+m[1]+`"`) {
			t.Errorf("no bookmark %s that a link leads to", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`r:(?:id|embed)="([^"]+)"`).FindAllStringSubmatch(body, -1) {
		if !strings.Contains(parts["word/_rels/document.xml.rels"], `Id="`+m[1]+`"`) {
			t.Errorf("no relationship %s", m[1])
		}
	}
	if ids := regexp.MustCompile(`bookmarkStart w:id="\d+"`).FindAllString(body, -1); len(ids) != 8 || len(slices.Compact(slices.Sorted(slices.Values(ids)))) != 8 {
		t.Errorf("got bookmarks %v, want eight different ones", ids)
	}
	if parts["word/media/map.png"] == "" || !strings.Contains(body, "&lt;script&gt;") {
		t.Error("the picture or a passage is missing")
	}
	for _, style := range []string{"Heading1", "Heading2", "TieFacts", "Passage"} { // nothing is parted from what belongs below it
		if !regexp.MustCompile(`w:styleId="` + style + `">.{0,80}<w:keepNext/>`).MatchString(parts["word/styles.xml"]) {
			t.Errorf("a page may end after a paragraph of style %s", style)
		}
		if !strings.Contains(body, `<w:pStyle w:val="`+style+`"/>`) {
			t.Errorf("no paragraph of style %s", style)
		}
	}
}

// docxParts gives the parts of a document by name, after a look at whether they are XML.
func docxParts(t *testing.T, page string) map[string]string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(page), int64(len(page)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(b)
		if strings.HasSuffix(f.Name, ".xml") || strings.HasSuffix(f.Name, ".rels") {
			checkXML(t, f.Name, b)
		}
	}
	return parts
}

func TestPDFTakesAnyScriptAndLength(t *testing.T) {
	for name, words := range map[string]string{"Serbian": "Јапан и Србија потписали су споразум.", "Japanese": strings.Repeat("日本とセルビアは貿易協定に署名した。", 60),
		"one long word": strings.Repeat("Donaudampfschifffahrt", 80), "letters that no font has": "سلام שלום ᚠᚢᚦ 🇯🇵"} {
		t.Run(name, func(t *testing.T) {
			in := input(t)
			in.Ties, in.Title = in.Ties[:1], words
			in.Ties[0].Evidence = in.Ties[0].Evidence[:1]
			in.Articles[0].Text = words
			in.Ties[0].Evidence[0].Passage = data.PassageOf(words, data.Span{End: len(words)})
			d, err := briefing.New(in)
			if err != nil {
				t.Fatal(err)
			}
			if got := written(t, d, "pdf"); !strings.HasPrefix(got, "%PDF-") || !strings.Contains(got, "%%EOF") {
				t.Error("no PDF was written")
			}
		})
	}
}

func TestPDFIsTheSameEachTime(t *testing.T) {
	first, second := written(t, document(t), "pdf"), written(t, document(t), "pdf")
	if first != second {
		t.Error("two PDFs of one briefing differ")
	}
}

func checkXML(t *testing.T, name string, b []byte) {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(b))
	for {
		if _, err := dec.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%s is no XML: %v", name, err)
		}
	}
}

func TestEveryFormatTakesAnEmptyBriefing(t *testing.T) {
	in := input(t)
	in.Ties, in.Articles, in.Map, in.Title = nil, nil, nil, ""
	d, err := briefing.New(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range briefing.Formats() {
		if got := written(t, d, format); len(got) == 0 {
			t.Errorf("%s wrote nothing", format)
		}
	}
}

func TestRefusals(t *testing.T) {
	if _, err := briefing.FormatOf("a.rtf"); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("an unknown ending gives %v, want data.ErrInvalid", err)
	}
	if err := document(t).Write(io.Discard, "rtf"); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("an unknown format gives %v, want data.ErrInvalid", err)
	}
}

func written(t *testing.T, d *briefing.Document, format string) string {
	t.Helper()
	var b bytes.Buffer
	if err := d.Write(&b, format); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
