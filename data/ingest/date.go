package ingest

import (
	"fmt"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"entente/data/text"
)

// monthNames lists the names of the months, folded, in the forms in which dates are written, in calendar order.
// Forms that mean different months in different languages are left out.
var monthNames = []string{
	"january jan januar januara januarja jenner janner ianuarie ian janvier enero ene gennaio janeiro stycznia januari ocak ledna januara siječnja sijecnja января јануар јануара јан януари јануари січня янв",
	"february feb februar februara februarja feber februarie fevrier fevr febrero febbraio fevereiro lutego februari subat unora veljace февраля фебруар фебруара феб февруари лютого фев",
	"march mar mart marta marca marz marzo martie mars marco marts maart marec mart ozujka brezna марта март мар березня március marcius",
	"april apr aprila aprilie avril avr abril abr aprile kwietnia nisan dubna travnja апреля април априла апр квітня aprilis",
	"may maj maja mai mayo maggio maio mei mayis majus kvetna svibnja мая мај маја май травня",
	"june jun juna juni iunie iun juin junio giugno junho czerwca haziran lipnja cervna junija июня јун јуна юни јуни червня junius",
	"july jul jula juli iulie iul juillet juil julio luglio julho lipca temmuz srpnja cervence julija июля јул јула юли јули липня julius",
	"august aug avgust avgusta augusta aout agosto ago sierpnia agustos kolovoza srpna августа август авг серпня augusztus",
	"september sep sept septembar septembra septembrie septembre septiembre settembre setembro wrzesnia eylul rujna zari septembra сентября септембар септембра септември сент вересня сеп szeptember",
	"october oct okt oktobar oktobra oktober octombrie octobre octubre ottobre outubro pazdziernika ekim rijna октября октобар октобра октомври окт жовтня",
	"november nov novembar novembra noiembrie novembre noviembre novembro studenoga studenog studeni kasim ноября новембар новембра ноември ноя листопада нов",
	"december dec dez dic decembar decembra dezember decembrie decembre diciembre dicembre dezembro grudnia aralik prosinca prosince декабря децембар децембра декември дек грудня",
}

var months = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for i, names := range monthNames {
		for _, n := range strings.Fields(names) {
			m[text.Fold(n)] = i + 1
		}
	}
	return m
})

// foundDate is a date with day, month and year, and where it stands.
type foundDate struct {
	start, end int
	iso        string
}

// datesIn finds the complete dates in s. Dates without a year are none.
func datesIn(s string) []foundDate {
	toks := dateTokens(s)
	var out []foundDate
	for i := 0; i < len(toks); i++ {
		for _, try := range datePatterns {
			if d, n := try(toks[i:]); n > 0 {
				d.start, d.end = toks[i].start, toks[i+n-1].end
				out = append(out, d)
				i += n - 1
				break
			}
		}
	}
	return out
}

// dateToken is a number, a word or a sign.
type dateToken struct {
	start, end int
	number     int    // -1 for words and signs
	digits     int    // of the number
	word       string // folded; a sign stands for itself
}

// dateTokens cuts s up, leaving spaces out.
func dateTokens(s string) []dateToken {
	var out []dateToken
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r >= '０' && r <= '９' {
			r -= '０' - '0'
		}
		start := i
		switch {
		case r >= '0' && r <= '9':
			n, digits := 0, 0
			for i < len(s) {
				d, size := utf8.DecodeRuneInString(s[i:])
				if d >= '０' && d <= '９' {
					d -= '０' - '0'
				}
				if d < '0' || d > '9' {
					break
				}
				n, digits, i = min(n*10+int(d-'0'), 1<<30), digits+1, i+size
			}
			out = append(out, dateToken{start, i, n, digits, ""})
		case isEastern(r):
			i += size
			out = append(out, dateToken{start, i, -1, 0, string(r)})
		case unicode.IsLetter(r):
			for i < len(s) {
				l, size := utf8.DecodeRuneInString(s[i:])
				if !unicode.IsLetter(l) && !unicode.IsMark(l) || isEastern(l) {
					break
				}
				i += size
			}
			out = append(out, dateToken{start, i, -1, 0, text.Fold(s[start:i])})
		default:
			i += size
			if !unicode.IsSpace(r) {
				out = append(out, dateToken{start, i, -1, 0, string(r)})
			}
		}
	}
	return out
}

// datePatterns are the ways of writing a date; each gives the date at the front of the tokens and how many it took.
var datePatterns = []func([]dateToken) (foundDate, int){easternDate, eraDate, yearFirst, dayMonthName, monthNameDay, numericDate}

// easternDate reads 2025年5月10日.
func easternDate(t []dateToken) (foundDate, int) {
	if len(t) >= 6 && t[0].year() && t[1].word == "年" && t[3].word == "月" && (t[5].word == "日" || t[5].word == "号") {
		return made(t[0].number, t[2].number, t[4].number, 6)
	}
	return foundDate{}, 0
}

// eraDate reads 令和7年5月10日 and 令和元年（2019年）5月10日: the first year of Reiwa is 2019, of Heisei 1989.
func eraDate(t []dateToken) (foundDate, int) {
	if len(t) >= 12 && t[0].word+t[1].word == "令和" && strings.Contains("（(", t[4].word) && t[6].word == "年" { // the common year beside it
		if d, n := easternDate([]dateToken{t[5], t[6], t[8], t[9], t[10], t[11]}); n > 0 {
			return d, n + 6
		}
	}
	if len(t) < 8 || t[3].word != "年" || t[5].word != "月" || t[7].word != "日" {
		return foundDate{}, 0
	}
	switch t[0].word + t[1].word {
	case "令和":
		return made(2018+t[2].number, t[4].number, t[6].number, 8)
	case "平成":
		return made(1988+t[2].number, t[4].number, t[6].number, 8)
	}
	return foundDate{}, 0
}

// yearFirst reads 2025-05-10, 2025/5/10, 2025.05.10 and 2025. május 10.
func yearFirst(t []dateToken) (foundDate, int) {
	if len(t) < 4 || !t[0].year() {
		return foundDate{}, 0
	}
	if len(t) >= 5 && t[1].word == t[3].word && strings.Contains("-/.‑–", t[1].word) && t[1].word != "" && t[2].number >= 0 && t[4].digits <= 2 && t[4].number > 0 {
		return made(t[0].number, t[2].number, t[4].number, 5)
	}
	if m := months()[t[2].word]; t[1].word == "." && m > 0 && t[3].number > 0 {
		return made(t[0].number, m, t[3].number, 4)
	}
	return foundDate{}, 0
}

// ordinals are what may stand between the day and the month: 25th, 1er, 24., 3º; "of", "de".
var ordinals = map[string]bool{"st": true, "nd": true, "rd": true, "th": true, "er": true, ".": true, "º": true, "°": true, "ª": true, "of": true, "de": true,
	"го": true, "-": true, "/": true, "a": true, "day": true, "e": true}

// dayMonthName reads 25th December 2025, 12. maj 2025, 30 de abril de 2024, 9. 5. 2025 with a month's name.
func dayMonthName(t []dateToken) (foundDate, int) {
	if !t[0].day() {
		return foundDate{}, 0
	}
	i := 1
	for i < len(t) && i <= 3 && ordinals[t[i].word] {
		i++
	}
	if i >= len(t) || months()[t[i].word] == 0 {
		return foundDate{}, 0
	}
	m := months()[t[i].word]
	i++
	for skipped := 0; i < len(t) && skipped < 2 && (t[i].word == "," || t[i].word == "." || t[i].word == "de" || t[i].word == "del" || t[i].word == "-" || t[i].word == "/"); skipped++ {
		i++
	}
	switch {
	case i == len(t)-1 && t[i].digits == 2 && t[i].number < 50: // "24 Aug 17" at the end of a line
		return made(2000+t[i].number, m, t[0].number, i+1)
	case i >= len(t) || !t[i].year():
		return foundDate{}, 0
	}
	return made(t[i].number, m, t[0].number, i+1)
}

// monthNameDay reads February 6, 2025 and Nov. 21, 2023.
func monthNameDay(t []dateToken) (foundDate, int) {
	m := months()[t[0].word]
	if m == 0 {
		return foundDate{}, 0
	}
	i := 1
	if i < len(t) && t[i].word == "." {
		i++
	}
	if i >= len(t) || !t[i].day() {
		return foundDate{}, 0
	}
	day := t[i].number
	i++
	for skipped := 0; i < len(t) && skipped < 2 && (t[i].word == "," || t[i].word == "." || t[i].word == "th" || t[i].word == "st" || t[i].word == "nd" || t[i].word == "rd"); skipped++ {
		i++
	}
	if i >= len(t) || !t[i].year() {
		return foundDate{}, 0
	}
	return made(t[i].number, m, day, i+1)
}

// numericDate reads 14.05.2021, 14. 5. 2021, 14/05/2021 and 14-05-2021, the day first. With slashes, where both numbers
// could be the month and they differ, it is not known which comes first, and there is no date.
func numericDate(t []dateToken) (foundDate, int) {
	if len(t) < 5 || !t[0].day() || t[1].word != t[3].word || t[2].number < 1 || t[2].digits > 2 || !t[4].year() {
		return foundDate{}, 0
	}
	day, month := t[0].number, t[2].number
	switch t[1].word {
	case ".", "-":
	case "/":
		if day <= 12 && month <= 12 && day != month {
			return foundDate{}, 0
		}
		if month > 12 {
			day, month = month, day
		}
	default:
		return foundDate{}, 0
	}
	return made(t[4].number, month, day, 5)
}

func (t dateToken) year() bool { return t.digits == 4 && t.number >= 1800 && t.number < 2100 }
func (t dateToken) day() bool {
	return t.digits >= 1 && t.digits <= 2 && t.number >= 1 && t.number <= 31
}

// made builds a date of n tokens, or none when there is no such day.
func made(year, month, day, n int) (foundDate, int) {
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return foundDate{}, 0
	}
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if d.Day() != day {
		return foundDate{}, 0
	}
	return foundDate{iso: fmt.Sprintf("%04d-%02d-%02d", year, month, day)}, n
}
