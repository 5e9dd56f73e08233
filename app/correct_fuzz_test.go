package app_test

import (
	"testing"

	"entente/data"
)

// FuzzScanWith checks that whatever people say of whatever text, the mentions are words of the text, in order and apart, and
// each correction of a name that stands there holds.
func FuzzScanWith(f *testing.F) {
	f.Add(rivers, "Congo", "CG", uint8(2), 0, 5)
	f.Add("Japan", "", "", uint8(0), 1, 3)
	f.Add("Чиле и Норвешка", "чиле", "CL", uint8(1), 0, 8)
	f.Add("日本はセルビアを助けた。", "日本", "JP", uint8(2), 0, 6)
	s := scanner(f)
	f.Fuzz(func(t *testing.T, text, words, country string, scope uint8, start, end int) {
		a := &data.Article{Text: text, Language: "en"}
		c := data.Correction{Passage: data.Passage{Text: words}, Scope: []data.Scope{data.Once, data.InArticle, data.InLibrary}[scope%3]}
		if data.Party(country).Valid() {
			c.Country = data.Party(country)
		}
		said := data.Corrections{Mentions: []data.Correction{c}}
		if span := (data.Span{Start: start, End: end}); start >= 0 {
			if quote, ok := span.In(text); ok {
				said.Mentions = append(said.Mentions, data.Correction{Passage: data.Passage{Span: span, Text: quote}, Scope: data.Once, Country: "CL"})
				said.Marked = []data.Marking{{Span: data.Span{Start: end, End: len(text)}, Reason: data.ByHand}}
			}
		}
		last := 0
		for _, m := range s.ScanWith(a, said).Mentions {
			if !m.Supported(text) || !m.Country.Valid() {
				t.Fatalf("mention %+v of %q", m, text)
			}
			if m.Start < last {
				t.Fatalf("mentions are out of order at %+v", m)
			}
			last = m.Start
		}
	})
}
