package app

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"entente/data"
	"entente/data/text"
)

// whyCorrected stands in a mention that a person corrected.
const whyCorrected = "a person said so"

// correct makes what people said of words hold on the mentions that were found. The mentions come by position; the ones
// given are not changed.
func (s *Scanner) correct(d *text.Doc, found []data.Mention, said []data.Correction) []data.Mention {
	mentions := slices.Clone(found)
	for i := range said {
		c := &said[i]
		if c.Scope == data.Once {
			if c.Supported(d.Text) {
				mentions = s.put(mentions, c.Passage, c.Country)
			}
			continue
		}
		for _, span := range occurrences(d, c.Text) {
			if !longerAt(mentions, span) {
				mentions = s.put(mentions, data.PassageOf(d.Text, span), c.Country)
			}
		}
	}
	slices.SortStableFunc(mentions, func(a, b data.Mention) int { return cmp.Compare(a.Start, b.Start) })
	return mentions
}

// put makes words a mention of a country in the place of those that they overlap, or no mention where there is none.
func (s *Scanner) put(mentions []data.Mention, words data.Passage, country data.Party) []data.Mention {
	corrected := data.Mention{Passage: words, Country: country, Kind: data.ByName, Why: whyCorrected}
	kept := mentions[:0:0]
	for _, m := range mentions {
		if !m.Overlaps(words.Span) {
			kept = append(kept, m)
		} else if m.Span == words.Span {
			corrected.Kind = m.Kind
		}
	}
	if country == "" {
		return kept
	}
	if c, ok := s.places.Country(country); ok {
		corrected.Lat, corrected.Lon = c.Lat, c.Lon
	}
	return append(kept, corrected)
}

// longerAt says whether words at a span are only a part of a name that was found: "Congo" of "Republic of Congo".
func longerAt(mentions []data.Mention, s data.Span) bool {
	return slices.ContainsFunc(mentions, func(m data.Mention) bool { return m.Span != s && m.Contains(s) })
}

// occurrences gives where words stand in a text, token by token, whatever their case and accents; but words that begin
// with a capital do not mean such without. Furniture has no tokens.
func occurrences(d *text.Doc, words string) (all []data.Span) {
	w := text.Parse(&data.Article{Text: words, Language: d.Language})
	n := len(w.Tokens)
	if n == 0 {
		return nil
	}
	for i := 0; i+n <= len(d.Tokens); i++ {
		if same(d, i, w) && d.SentenceAt(int(d.Tokens[i].Start)) == d.SentenceAt(int(d.Tokens[i+n-1].Start)) {
			all = append(all, d.SpanOf(i, i+n))
			i += n - 1
		}
	}
	return all
}

// same says whether the tokens of words stand in d from token i on.
func same(d *text.Doc, i int, words *text.Doc) bool {
	for k := range words.Tokens {
		if d.Fold(i+k) != words.Fold(k) {
			return false
		}
	}
	return !capital(words.Word(0)) || capital(d.Word(i))
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
