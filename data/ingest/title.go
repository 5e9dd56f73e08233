package ingest

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"entente/data/text"
)

// genres are lines that name the kind of a text, not the text, folded.
var genres = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, g := range strings.Split(`press release|news release|media release|statement|opinion|op-ed|comment|commentary|analysis|editorial|interview|feature|
news|breaking news|exclusive|report|letter|letters|column|review|world|politics|business|economy|for immediate release|background|factsheet|blog|brief|briefing|
saopstenje|saopstenje za javnost|misljenje|kolumna|analiza|intervju|komentar|vesti|пресс-релиз|мнение|комментарий|интервью|анализ|новости|саопштење|
comunicat de presa|opinie|interviu|editorial|pressemitteilung|meinung|kommentar|gastbeitrag|leitartikel|tribune|communique|communique de presse|editorial|entretien|
comunicado|comunicado de prensa|opinion|entrevista|analisis|社説|解説|コラム|プレスリリース|评论|社论|新闻稿`, "|") {
		m[text.Fold(strings.TrimSpace(g))] = true
	}
	return m
})

// publications are words that names of newspapers, agencies and the like are made with, folded.
var publications = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`times post news herald tribune gazette courier journal review quarterly monthly weekly daily today press agency monitor
observer guardian independent standard telegraph chronicle bulletin digest report reports record mail express star sun globe dispatch sentinel examiner
magazine newsletter desk wire service radio tv online network media insider watch outlook forum voice mirror register ledger advocate argus tribunal compass
politika danas blic novosti vesti kurir glasnik vreme nin tanjug beta fonet list dnevnik večernji glas agencija политика данас новости вести курир гласник
време танјуг бета дневник глас известия правда газета ведомости коммерсантъ тасс риа агентство вестник новости журнал
ziarul adevărul gândul agenția știri jurnalul zeitung anzeiger nachrichten rundschau tageblatt blatt post presse agentur kurier welt spiegel zeit
monde figaro libération nouvelles gazette agence revue courrier dépêche presse diario país mundo periódico prensa agencia noticias nación tiempo revista
新聞 通信 日報 时报 日报 晚报 社 网 新华社 電 通讯社`) {
		m[text.Fold(w)] = true
	}
	return m
})

// titleOf gives the index of the block that is the title, or -1. It is the best headline before or right around the
// first running text: its words come again in the body, it is no masthead, date, by-line or genre.
func titleOf(s string, blocks []block, first int) int {
	const menu = 12
	if len(blocks) > 0 && blocks[0].title {
		return 0
	}
	best, top, rank := -1, float32(0), 0
	for i := max(0, first-40); i < min(len(blocks), first+1); i++ {
		b := &blocks[i]
		if b.cued && b.cue.mode != weakLine || b.truncated || b.link > 0 || b.repeated && b.words < 4 {
			continue
		}
		score := titleScore(s, b, first-i)
		if score <= 0 {
			continue
		}
		if alone(s, b) {
			score += 0.7
		}
		if first > menu && first < len(blocks) { // a menu stands above: the title is near the text
			score -= 0.15 * float32(min(first-i, 10))
		} else { // the first of equals is the title, the next its deck
			score -= 0.3 * float32(min(rank, 5))
		}
		if score > top {
			best, top = i, score
		}
		rank++
	}
	return heading(s, blocks, best)
}

// alone says whether blank lines, or the edges of the text, part a block from its neighbours.
func alone(s string, b *block) bool {
	before := strings.TrimRight(s[:b.Start], " \t\u00a0")
	after := strings.TrimLeft(s[b.End:], " \t\u00a0")
	return (before == "" || strings.HasSuffix(strings.TrimRight(strings.TrimSuffix(before, "\n"), " \t"), "\n") || strings.TrimSpace(before) == "") &&
		(after == "" || strings.HasPrefix(strings.TrimLeft(strings.TrimPrefix(after, "\n"), " \t"), "\n"))
}

// heading goes up from a title that only continues the line above: "JOINT COMMUNIQUÉ" above "on the results of …".
func heading(s string, blocks []block, title int) int {
	if title > 0 && !blocks[title].capital && blocks[title-1].words <= 4 && !blocks[title-1].cued {
		return title - 1
	}
	return title
}

// titleScore scores a block as a title; distance is how many blocks before the first running text it stands.
func titleScore(s string, b *block, distance int) float32 {
	words := s[b.Start:b.End]
	if b.words < 2 || b.words > 30 || distance < 1 || genres()[text.Fold(strings.Trim(words, " :."))] || byline(words) {
		return 0
	}
	if d := datesIn(words); len(d) > 0 && countWords(words[:d[0].start]+" "+words[d[0].end:]) < 6 {
		return 0
	}
	if b.words <= 5 && clockLike(words) {
		return 0
	}
	score := 1.5 + 2*max(b.overlap, 0)
	switch {
	case b.words >= 4 && b.words <= 18:
		score += 0.8
	case b.words == 3:
		score += 0.3
	}
	if b.sentence && strings.HasSuffix(words, ".") || strings.HasSuffix(words, ":") {
		score -= 1.2
	}
	if strings.ToUpper(words) == words && strings.ToLower(words) != words {
		score -= 0.9
		if b.words <= 5 {
			score -= 0.8 // a letterhead
		}
	}
	if strings.Contains(words, ",") && strings.ToUpper(words) == words {
		score -= 0.5
	}
	if !b.capital {
		score -= 0.8
	}
	if strings.ContainsAny(words, "0123456789") && b.words <= 5 {
		score -= 0.5 // results, numbers of issues
	}
	if b.title {
		score += 3
	}
	return score
}

// clockLike says whether a short line is a time or a date without a year: "31 Januar 15:33".
func clockLike(words string) bool {
	named, digits := 0, 0
	for _, t := range dateTokens(words) {
		switch {
		case t.number >= 0:
			digits++
		case months()[t.word] > 0:
			named++
		}
	}
	return digits > 0 && named > 0 || digits > 1
}

// bylines begin lines that name the author, folded. The last ones are words of everyday language, so the rest of the
// line must be names.
var bylines = []string{"by ", "written by ", "article by ", "articol de ", "articulo de ", "article de ", "author: ", "autor: ", "pise: ", "пише: ", "автор: ", "text: ", "von ", "par ", "por ", "de ", "od ", "文：", "記者", "记者", "作者"}

// byline says whether a line names the author: "By the Maritime Law Desk", "Von Anna Weber".
func byline(words string) bool {
	if countWords(words) > 14 {
		return false
	}
	folded := text.Fold(prefix(words, 16))
	for _, p := range bylines {
		if !strings.HasPrefix(folded, p) {
			continue
		}
		_, rest, _ := strings.Cut(words, " ")
		return names(rest)
	}
	return false
}

// names says whether the words up to the first comma or separator are capitalised but for an article or particle.
func names(s string) bool {
	if i := strings.IndexAny(s, ",·|–—"); i > 0 {
		s = s[:i]
	}
	n := 0
	for _, w := range strings.Fields(s) {
		first, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsLower(first) && utf8.RuneCountInString(w) > 3:
			return false
		case !unicode.IsLower(first):
			n++
		}
	}
	return n >= 1 && n <= 8 && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "?")
}

// publisherOf finds the name of the publication: in a line with the date, after a dateline, or in a masthead.
func publisherOf(s string, blocks []block, what []state, title int) string {
	prose := firstProse(blocks, what, title)
	for i := range blocks {
		b := &blocks[i]
		if i > prose && i < len(blocks)-6 || b.truncated || b.link > 0 || what[i] == relatedState || what[i] == advertState {
			continue
		}
		words := s[b.Start:b.End]
		front := strings.ToValidUTF8(words[:min(len(words), 160)], "")
		var dates []foundDate
		if hasYear(front) {
			dates = datesIn(front)
		}
		switch {
		case len(dates) > 0 && (i <= prose || startsWithCue(text.Fold(words), publishedCues)):
			if name := besideDate(front[:dates[0].start], front[dates[0].end:], b.words <= 22); name != "" {
				return name
			}
		case i < title && b.words <= 9 && masthead(words):
			return strings.TrimSpace(words)
		}
	}
	return copyright(s, blocks)
}

// besideDate looks for a name on either side of a date: "Nomad Quarterly, 21 March 2025", "(Nile Basin Press)".
func besideDate(before, after string, line bool) string {
	before = strings.Trim(before, " \t,|·–—-:(")
	if line && masthead(before) {
		return before
	}
	after = strings.TrimLeft(after, " \t,|·–—-:")
	if strings.HasPrefix(after, "(") {
		if name, _, ok := strings.Cut(after[1:], ")"); ok && masthead(name) {
			return name
		}
	}
	after = strings.TrimPrefix(after, "in ")
	name := strings.Trim(strings.FieldsFunc(after+" ", func(r rune) bool { return r == '|' || r == '·' || r == ',' })[0], " .")
	if line && masthead(name) {
		return name
	}
	return ""
}

// masthead says whether words are the name of a publication: all capitalised, one of them a word for publications.
func masthead(words string) bool {
	words = strings.TrimSpace(words)
	if n := countWords(words); n < 2 || n > 6 || strings.Contains(words, ":") || !names(words) || byline(words) || genres()[text.Fold(words)] {
		return false
	}
	for w := range strings.FieldsFuncSeq(text.Fold(words), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if publications()[w] {
			return true
		}
	}
	return false
}

// copyright finds the name after a copyright sign near the end.
func copyright(s string, blocks []block) string {
	for i := len(blocks) - 1; i >= 0 && i >= len(blocks)-8; i-- {
		words := s[blocks[i].Start:blocks[i].End]
		_, rest, ok := strings.Cut(words, "©")
		if !ok || blocks[i].words > 25 {
			continue
		}
		rest = strings.TrimLeft(rest, " \ufe0f0123456789-–,.")
		if after, ok := strings.CutPrefix(strings.ToLower(rest), "copyright"); ok {
			rest = strings.TrimLeft(rest[len(rest)-len(after):], " 0123456789-–,.")
		}
		if at := strings.IndexAny(rest, ".,|·"); at > 0 {
			rest = rest[:at]
		}
		if n := countWords(rest); n >= 1 && n <= 5 && names(rest) && !strings.Contains(strings.ToLower(rest), "rights") {
			return strings.TrimSpace(rest)
		}
	}
	return ""
}
