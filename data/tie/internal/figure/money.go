package figure

import (
	"strconv"
	"strings"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/rules"
)

// signs are the letters of money that are no letters of a word.
const signs = "$€£¥₹₽₩₴₺₪₦₫"

// signAt reads a sign of money at node i: "$", "A$", "US $", "Rs.", "EUR". It gives the money and the node after it.
func (s *Figures) signAt(i int) (string, int, bool) {
	_, longest, _ := s.Term(rules.MoneyTerm, i)
	if money, at, ok := s.Term(rules.SignTerm, i); ok && at >= longest && (s.Token(i).Case == text.Upper || s.Token(i).Case != text.Lower && !isMoney(strings.ToUpper(s.Fold(i)))) {
		if at < len(s.Nodes) && s.Fold(at) == "." {
			at++
		}
		return s.moneyOf(money), at, true
	}
	money, at, ok := s.Term(rules.MoneyTerm, i)
	if !ok || at == i+2 && len(s.Fold(i)) == 1 && s.Token(i+1).Space {
		return "", i, false // "a $970 million contract" is not in Australian dollars
	}
	if !strings.ContainsAny(s.Doc.Text[s.Token(i).Start:s.Token(at-1).End], signs) && s.Token(i).Case != text.Upper {
		return "", i, false
	}
	return money, at, true
}

// moneyAfter reads the money that is named after a number: "dollars", "Nepalese rupees", "shillings" in Kenya.
func (s *Figures) moneyAfter(k int) (string, int, bool) {
	if code, e, ok := s.Term(rules.SignTerm, k); ok && isMoney(code) && !s.Shouting() && s.Doc.Word(s.First+k) == code {
		return code, e, true // "300 million PGK"
	}
	u, end, ok := s.Term(rules.MoneyTerm, k)
	if list, e, several := s.Term(rules.MoneyOfTerm, k); several && (!ok || e == end) {
		if own := s.moneyOf(list); own != "" {
			return own, e, true
		}
	}
	return u, end, ok
}

// moneyOf chooses among the money of several countries, "INR IN:INR PK:PKR", that of the first party of the sentence that
// has one, else of the party named most in the article; a single code is what it is. "" where none of the parties has one and
// the list begins with none.
func (s *Figures) moneyOf(list string) string {
	if !strings.Contains(list, ":") {
		return list
	}
	usual, _, _ := strings.Cut(list, " ") // the one meant where no party tells, and where its own country is named
	for _, p := range s.Named {
		if u := moneyIn(list, p); u != "" && u == usual {
			return u
		}
	}
	for _, p := range s.Named {
		if u := moneyIn(list, p); u != "" {
			return u
		}
	}
	if u := s.moneyOfMost(list); u != "" {
		return u
	}
	if strings.Contains(usual, ":") {
		return ""
	}
	return usual
}

// mentionsMax is how many mentions of an article are looked at for whose money it tells of.
const mentionsMax = 200

// moneyOfMost gives the money of that party of a list that the article names most, "" where it names none.
func (s *Figures) moneyOfMost(list string) (best string) {
	most := 0
	for pair := range strings.FieldsSeq(list) {
		code, u, ok := strings.Cut(pair, ":")
		n := 0
		for i := range s.Mentions[:min(len(s.Mentions), mentionsMax)] {
			if ok && string(s.Mentions[i].Country) == code {
				n++
			}
		}
		if n > most {
			best, most = u, n
		}
	}
	return best
}

// moneyIn gives the money of a party in a list such as "KE:KES TZ:TZS".
func moneyIn(list string, p data.Party) string {
	for _, pair := range strings.Fields(list) {
		if code, u, ok := strings.Cut(pair, ":"); ok && code == string(p) {
			return u
		}
	}
	return ""
}

// prefixMax is how many letters a sign of money has that is written on to its number.
const prefixMax = 4

// gluedAt reads money whose sign is letters written on to the number: "R5bn", "RM1.4 billion", "Rs38,000". It adds the
// amount and gives its end, or i where there is none.
func (s *Figures) gluedAt(i int) int {
	word := s.Doc.Word(s.First + i)
	if s.Token(i).Case == text.Lower || !glued(word) || word[0] >= '0' && word[0] <= '9' {
		return i
	}
	at := strings.IndexAny(word, "0123456789")
	entry := s.Vocab.At(strings.ToLower(word[:at]))
	if entry == nil {
		return i
	}
	for _, t := range entry.Terms {
		if len(t.Rest) > 0 || t.Class != rules.SignTerm && (t.Class != rules.MoneyTerm || word[:at] != strings.ToUpper(word[:at])) {
			continue
		}
		raw := s.Doc.Text[int(s.Token(i).Start)+at:]
		v, n := number(raw)
		scale, m := letters(s, raw[n:])
		end := i + 1
		for end < len(s.Nodes) && int(s.Token(end).Start) < int(s.Token(i).Start)+at+n+m {
			end++
		}
		v, end, scaled := s.scale(v*scale, end, true)
		if scale == 1 && !scaled && v < 1e4 {
			return i // "N95", "R2"
		}
		s.addAmount(data.Figure{Value: v, Unit: s.moneyOf(t.Value)}, i, end)
		return end
	}
	return i
}

// number reads "38,000.5" at the start of a text, and gives its length.
func number(raw string) (float64, int) {
	n := 0
	for n < len(raw) {
		digit := raw[n] >= '0' && raw[n] <= '9'
		if !digit && !((raw[n] == ',' || raw[n] == '.') && n+1 < len(raw) && raw[n+1] >= '0' && raw[n+1] <= '9') {
			break
		}
		n++
	}
	v, _ := strconv.ParseFloat(strings.ReplaceAll(raw[:n], ",", ""), 64)
	return v, n
}

// letters reads a scale written on to a number, "5bn", and gives its length.
func letters(s *Figures, raw string) (float64, int) {
	n := 0
	for n < len(raw) && (raw[n]|0x20 >= 'a' && raw[n]|0x20 <= 'z') {
		n++
	}
	if entry := s.Vocab.At(strings.ToLower(raw[:n])); n > 0 && entry != nil {
		for _, t := range entry.Terms {
			if t.Class == rules.ScaleTerm && len(t.Rest) == 0 {
				x, _ := strconv.ParseFloat(t.Value, 64)
				return x, n
			}
		}
	}
	return 1, 0
}
