package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/data/text"
)

// publishedCues are words before the date of publication, folded; updatedCues come after them in trust.
var (
	publishedCues = []string{"publish", "posted", "printed", "valid from", "valid since", "post date", "date:", "released", "issued", "objavljen", "датум", "објављен", "опубликован", "дата",
		"publicat", "data public", "veroffentlicht", "erschienen", "publie", "parution", "publicad", "fecha", "公開", "掲載", "配信", "投稿", "发布", "发表", "時間", "时间",
		"日期", "pubblicat", "opublikowan", "datum", "first published"}
	// notPublished are words of other dates: a footer's copyright, an event, a deadline.
	notPublished = []string{"©", "copyright", "deadline", "rights reserved", "founded", "established", "born", "died", "osnovan", "основан", "gegrundet", "fonde"}
	updatedCues  = []string{"updat", "reviewed", "modified", "azuriran", "ажуриран", "обновлен", "izmen", "измена", "actualizat", "aktualisiert", "stand:", "mis a jour",
		"mise a jour", "modifie", "actualizad", "更新", "last changed"}
)

// How much a place of a date is trusted as the date of publication. Below trustEnough there is none.
const (
	trustCue      = 10 // "Published 4 April 2025"
	trustTitle    = 9  // a line of its own right below the title
	trustDateline = 8  // "JUBA, 9 January 2025 (Nile Basin Press). ..."
	trustTop      = 7  // a line of its own above the title
	trustEnd      = 6  // "(2025年5月10日)" closing the text
	trustUpdated  = 5  // "Updated: ..."
)

// dateReach is how many blocks from the title on a date may stand; farther down are tables and lists.
const dateReach = 9

// publishedOf finds the date of publication of an article: "YYYY-MM-DD", or "" when the text does not tell or tells
// different days with the same trust far from the title.
func publishedOf(s string, blocks []block, what []state, title int) string {
	best, trust := "", 0
	take := func(iso string, t int) {
		if iso != "" && t > trust {
			best, trust = iso, t
		}
	}
	prose := firstProse(blocks, what, title)
	above := map[string]bool{}
	for i := range blocks[:min(len(blocks), prose+3, title+dateReach)] {
		words := s[blocks[i].Start:blocks[i].End]
		switch d, ok := dateLine(&blocks[i], words); {
		case !ok:
		case i > prose && setOff(words) && loneDate(s, blocks, what) == d: // below the deck
			take(d, trustUpdated)
		case i > prose: // of items in a list
		case i < title:
			above[d] = true
			if len(above) > 1 { // dates of teasers
				best, trust = dropped(best, trust)
			} else {
				take(d, trustTop)
			}
		default:
			take(d, trustTitle)
		}
		if d, ok := stamped(words); ok && i < 2 {
			take(d, trustCue)
		}
		if i >= title && blocks[i].words >= 8 {
			take(dateline(words), trustDateline)
		}
	}
	for i := range blocks[:prose] {
		take(addressDate(s[blocks[i].Start:blocks[i].End]), trustEnd)
	}
	for i := range blocks {
		if what[i] == articleState || what[i] == metadataState || i < prose {
			iso, t := cuedDate(&blocks[i], s[blocks[i].Start:blocks[i].End])
			take(iso, t)
		}
	}
	if trust == 0 {
		take(closingDate(s, blocks, what), trustEnd)
	}
	return best
}

// addressDate gives the date in the web address of an article, on a line with its key.
func addressDate(words string) string {
	switch keyed(words) {
	case "canonical", "link", "source", "url":
		return isoOf(datesIn(strings.ReplaceAll(words, "/", "-")))
	}
	return ""
}

// stamps are the words with which programs that save pages begin the line that they put there for the date.
var stamps = []string{"date ", "published_at ", "publish_date ", "pubdate ", "published: "}

// stampIn gives the length of the stamp that a line begins with, 0 for none.
func stampIn(line string) int {
	for _, w := range stamps {
		if len(line) > len(w) && strings.EqualFold(line[:len(w)], w) {
			return len(w)
		}
	}
	return 0
}

// stamped gives the date of a line at the top that programs which save pages put there, above the text or below its title:
// "date 2025-08-29 First words".
func stamped(words string) (string, bool) {
	words = strings.TrimSpace(words)
	if first, rest, ok := strings.Cut(words, "\n"); ok && stampIn(first) == 0 {
		words = rest
	}
	n := stampIn(words)
	if n == 0 {
		return "", false
	}
	d := datesIn(words[n:min(n+len(" 2025-08-29"), len(words))])
	return isoOf(d), len(d) > 0 && d[0].start == 0
}

// unstamped gives a title without the line with its date below it.
func unstamped(title string) string {
	if _, ok := stamped(title); ok {
		first, _, _ := strings.Cut(strings.TrimSpace(title), "\n")
		if stampIn(first) == 0 {
			return first
		}
	}
	return title
}

func isoOf(d []foundDate) string {
	if len(d) == 0 {
		return ""
	}
	return d[0].iso
}

// dropped takes the trust in a line above the title away again.
func dropped(best string, trust int) (string, int) {
	if trust == trustTop {
		return "", 0
	}
	return best, trust
}

// firstProse gives the first block of running text at or below the title that belongs to the article.
func firstProse(blocks []block, what []state, title int) int {
	for i := max(title, 0); i < len(blocks); i++ {
		if what[i] == articleState && i != title && (blocks[i].prose() || blocks[i].words > 22) {
			return i
		}
	}
	return min(len(blocks), title+6)
}

// dateLine gives the date of a block that is little else: a date line, a masthead or a line below the title.
func dateLine(b *block, words string) (string, bool) {
	if b.words > 22 || b.truncated || !hasYear(words) || hasCue(text.Fold(words), notPublished) {
		return "", false
	}
	dates := datesIn(words)
	if len(dates) == 0 {
		return "", false
	}
	d := dates[0]
	rest := words[:d.start] + " " + words[d.end:]
	n := countWords(rest)
	if n > 10 || n > 4 && b.sentence && !headed(words[:d.start]) || strings.HasSuffix(words, "?") {
		return "", false
	}
	for _, e := range dates[1:] {
		if e.iso != d.iso && !hasCue(text.Fold(words), updatedCues) {
			return "", false // a period, not a day
		}
	}
	return d.iso, true
}

// hasYear says quickly whether s may hold a date: it has two digits in a row.
func hasYear(s string) bool {
	for i := 1; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' && s[i-1] >= '0' && s[i-1] <= '9' || s[i] == 0xbc { // the second byte of wide digits
			return true
		}
	}
	return strings.Contains(s, "年")
}

// headed says whether the words before a date are a name or a place: every word of four letters begins with a capital.
func headed(before string) bool {
	for w := range strings.FieldsFuncSeq(before, func(r rune) bool { return !unicode.IsLetter(r) }) {
		first, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(first) && utf8.RuneCountInString(w) > 3 {
			return false
		}
	}
	return true
}

// dateline gives the date that opens running text as agencies have it: "БИШКЕК, 11 июня 2024 г. …", "本报万象2024年12月3日电".
func dateline(words string) string {
	const reach = 120
	front := strings.ToValidUTF8(words[:min(len(words), reach)], "")
	dates := datesIn(front)
	if len(dates) == 0 {
		return ""
	}
	d := dates[0]
	before, after := front[:d.start], strings.TrimSpace(front[d.end:])
	if eastern(before) && utf8.RuneCountInString(before) <= 12 && (strings.HasPrefix(after, "电") || strings.HasPrefix(after, "訊") || strings.HasPrefix(after, "讯") || strings.HasPrefix(after, "電")) {
		return d.iso
	}
	if countWords(before) > 6 || !headed(before) || sentenceInside(before) {
		return ""
	}
	folded := text.Fold(after)
	for _, year := range []string{"г.", "год", "године", "godine", "god.", "p."} {
		if strings.HasPrefix(folded, text.Fold(year)) {
			return d.iso
		}
	}
	r, _ := utf8.DecodeRuneInString(after)
	place := strings.TrimRight(before, " \t")
	comma := strings.HasSuffix(place, ",") || strings.HasSuffix(place, "(") || strings.HasSuffix(place, "|") || strings.HasSuffix(place, "–") || strings.HasSuffix(place, "—") || strings.HasSuffix(place, "-") || place == ""
	switch r {
	case '.', '(', ')', '|', '/', ':', '—', '–', '-', '·', '】':
		return d.iso
	case ',', ';':
		if comma && place != "" && strings.ToUpper(place) == place {
			return d.iso
		}
	}
	return ""
}

// sentenceInside says whether a sentence ends within the words, other than by an abbreviation.
func sentenceInside(s string) bool {
	i := strings.Index(s, ". ")
	return i > 4 && !abbreviated(s[:i]) || strings.ContainsAny(s, "?!。")
}

// abbreviated says whether words end in the short name of a state behind a comma: "COLUMBIA, Tenn".
func abbreviated(s string) bool {
	i := strings.LastIndex(s, ", ")
	return i > 0 && len(s)-i <= len(", Calif") && strings.ToUpper(s[:i]) == s[:i] && !strings.Contains(s[i+2:], " ")
}

// cuedDate gives the date of a short block that says what kind of date it is.
func cuedDate(b *block, words string) (string, int) {
	if b.words > 26 || b.truncated || !hasYear(words) {
		return "", 0
	}
	folded := text.Fold(words)
	kind := 0
	switch {
	case hasCue(folded, notPublished):
		return "", 0
	case startsWithCue(folded, publishedCues):
		kind = trustCue
	case hasCue(folded, updatedCues), byline(words):
		kind = trustUpdated
	default:
		return "", 0
	}
	dates := datesIn(words)
	if len(dates) == 0 || kind == trustCue && b.sentence && countWords(words[:dates[0].start]) > 4 {
		return "", 0
	}
	return dates[0].iso, kind
}

func hasCue(folded string, cues []string) bool {
	for _, c := range cues {
		if strings.Contains(folded, c) {
			return true
		}
	}
	return false
}

// startsWithCue says whether one of the cues stands at the front, or after a separator or a short by-line.
func startsWithCue(folded string, cues []string) bool {
	for _, c := range cues {
		at := strings.Index(folded, c)
		if at == 0 || at > 0 && (countWords(folded[:at]) <= 5 && !letterBefore(folded, at)) {
			return true
		}
	}
	return false
}

func letterBefore(s string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return unicode.IsLetter(r)
}

// closingDate gives the date of a last line that is nothing but a date, or a place and a date.
func closingDate(s string, blocks []block, what []state) string {
	last := len(blocks) - 1
	for last > 0 && what[last] != articleState && what[last] != metadataState {
		last--
	}
	for i := last; i >= 0 && i >= last-1; i-- {
		words := s[blocks[i].Start:blocks[i].End]
		if d, ok := dateLine(&blocks[i], words); ok && setOff(words) && loneDate(s, blocks, what) == d {
			return d
		}
	}
	return ""
}

// setOff says whether a sign parts the date in a line from what stands before it: "Tunis, 3 May 2021", "(3 May 2021)".
func setOff(words string) bool {
	before := strings.TrimSpace(words[:datesIn(words)[0].start])
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || countWords(words) <= 4 && countWords(before) == 1 && strings.HasSuffix(before, "day") || !unicode.IsLetter(last) && !unicode.IsDigit(last)
}

// loneDate gives the day that lines of the article name, when they name one alone: dated lists have several.
func loneDate(s string, blocks []block, what []state) string {
	lone := ""
	for i := range blocks {
		if what[i] != articleState && what[i] != metadataState {
			continue
		}
		if d, ok := dateLine(&blocks[i], s[blocks[i].Start:blocks[i].End]); ok {
			if lone != "" && lone != d {
				return ""
			}
			lone = d
		}
	}
	return lone
}
