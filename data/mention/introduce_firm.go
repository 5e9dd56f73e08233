package mention

import (
	"entente/data"
	"entente/data/gazetteer"
	"entente/data/text"
)

// The reach of what makes a firm of a name: how many words may stand between a nation and the kind of firm, and how many
// words a firm's name may have.
const (
	firmWords = 7
	firmName  = 6
)

// firmMet is a firm that the article introduced.
type firmMet struct {
	name        string // folded; the first word of the name, or letters for it
	first, last int32  // tokens of the name where it was introduced
	sense       []gazetteer.Sense
}

// meetFirms finds the firms whom the text itself gives a country: "the Iranian airline Zagros Air", "Volta Corp of Canada",
// "Enersud, a power utility from Chile".
func (r *reading) meetFirms() {
	if r.lex.Language != "en" || r.lower {
		return
	}
	for i := range r.found {
		c := &r.found[i]
		if c.verdict != accepted || len(r.firmsMet) >= maxKnown {
			continue
		}
		s := &c.senses[c.sense]
		if s.Class != gazetteer.Name && s.Class != gazetteer.Demonym || s.Party == data.EU {
			continue
		}
		for _, find := range [...]func(*candidate) (int, int){r.kindThenFirm, r.firmOf, r.firmThenKind} {
			if first, last := find(c); last > first {
				r.meet(c, first, last, s.Party)
				break
			}
		}
	}
}

// kindThenFirm reads "the Iranian airline Zagros Air" and "Chile's largest power utility, Enersud".
func (r *reading) kindThenFirm(c *candidate) (first, last int) {
	k := int(c.last)
	if r.in(c, k) && r.d.Tokens[k].Kind == text.Clitic {
		k++
	}
	firm := false
	for n := 0; n < firmWords && r.in(c, k) && (hyphen(r.fold(c, k)) || r.d.Tokens[k].Kind == text.Word && r.d.Tokens[k].Case == text.Lower); n, k = n+1, k+1 {
		firm = r.sets(c, k).Has(gazetteer.Firm)
	}
	if !firm {
		return 0, 0
	}
	if r.fold(c, k) == "," {
		k++
	}
	return k, r.firmEnd(c, k)
}

// firmOf reads "Volta Corp of Canada".
func (r *reading) firmOf(c *candidate) (first, last int) {
	k := int(c.first) - 1
	if r.fold(c, k) == "the" {
		k--
	}
	if f := r.fold(c, k); f != "of" && f != "from" || !r.sets(c, k-1).Has(gazetteer.Incorporated) {
		return 0, 0
	}
	return r.firmStart(c, k), k
}

// firmThenKind reads "Enersud, a power utility from Chile" and "Enersud, a Chilean power utility".
func (r *reading) firmThenKind(c *candidate) (first, last int) {
	k, firm := int(c.first)-1, false
	for n := 0; n < firmWords && r.in(c, k) && (hyphen(r.fold(c, k)) || r.d.Tokens[k].Kind == text.Word && r.d.Tokens[k].Case == text.Lower); n, k = n+1, k-1 {
		firm = firm || r.sets(c, k).Has(gazetteer.Firm)
	}
	if r.fold(c, k) != "," || k+1 == int(c.first) {
		return 0, 0
	}
	switch r.fold(c, k+1) {
	case "a", "an", "the", "one":
	default:
		return 0, 0
	}
	switch r.fold(c, int(c.first)-1) {
	case "of", "from", "in":
	default:
		firm = firm || c.senses[c.sense].Class == gazetteer.Demonym && r.kindAfter(c)
	}
	if !firm {
		return 0, 0
	}
	return r.firmStart(c, k), k
}

// kindAfter says whether a kind of firm ends the small words after a nation.
func (r *reading) kindAfter(c *candidate) bool {
	firm := false
	for k := int(c.last); k < int(c.last)+firmWords && r.in(c, k) && (hyphen(r.fold(c, k)) || r.d.Tokens[k].Kind == text.Word && r.d.Tokens[k].Case == text.Lower); k++ {
		if firm = r.sets(c, k).Has(gazetteer.Firm); firm {
			break
		}
	}
	return firm
}

// firmEnd gives the end of the capital words from token k on.
func (r *reading) firmEnd(c *candidate, k int) int {
	end := k
	for end < k+firmName && r.capital(c, end) && (end == k || r.d.Tokens[end].Space) {
		end++
	}
	return end
}

// firmStart gives the first of the capital words that end before token k.
func (r *reading) firmStart(c *candidate, k int) int {
	first := k
	for first > k-firmName && r.capital(c, first-1) && !r.sets(c, first-1).Any(gazetteer.Function) {
		first--
	}
	return first
}

// meet keeps a firm for later mentions by the first word of its name, and by letters in brackets after it. Names that begin
// with a common word, a person's or a place's are left alone.
func (r *reading) meet(c *candidate, first, last int, p data.Party) {
	const common = gazetteer.FirmWord | gazetteer.Function | gazetteer.OrgNoun | gazetteer.Title | gazetteer.Head | gazetteer.Address | gazetteer.Firm
	add := func(k int) {
		t := &r.d.Tokens[k]
		if t.End-t.Start < 3 || r.sets(c, k).Any(common) || r.sets(c, k).Has(gazetteer.Given) && last-first == 2 {
			return
		}
		if at := r.covering(k); at >= 0 && !r.sameFirm(&r.found[at], p) {
			return
		}
		r.firmsMet = append(r.firmsMet, firmMet{r.d.Fold(k), int32(first), int32(last), []gazetteer.Sense{{Party: p, Class: gazetteer.Company, Ref: -1}}})
	}
	add(first)
	for _, k := range [...]int{last, int(c.last)} {
		if r.fold(c, k) == "(" && r.capital(c, k+1) && r.fold(c, k+2) == ")" && r.d.Tokens[k+1].Case == text.Upper {
			add(k + 1)
			return
		}
	}
}

// sameFirm says whether a candidate may be a firm's name and nothing plainer, and is no other party's.
func (r *reading) sameFirm(c *candidate, p data.Party) bool {
	if c.verdict == accepted {
		return c.senses[c.sense].Class == gazetteer.Company && c.senses[c.sense].Party == p
	}
	for i := range c.senses {
		if c.senses[i].Class == gazetteer.Company {
			return true
		}
	}
	return false
}

// firmsAgain finds the firms that the text introduces, wherever it names them again: a title does so before.
func (r *reading) firmsAgain() {
	if len(r.firmsMet) == 0 {
		return
	}
	r.extra = r.extra[:0]
	for si := range r.d.Sentences {
		s := &r.d.Sentences[si]
		for i := s.First; i < s.Last; i++ {
			if t := &r.d.Tokens[i]; t.Kind != text.Word || t.Case == text.Lower {
				continue
			}
			p := r.firmKnown(r.d.Fold(i), int32(i))
			if p == nil {
				continue
			}
			if at := r.covering(i); at >= 0 && r.found[at].verdict == accepted {
				continue
			}
			c := candidate{first: int32(i), last: int32(i + 1), sentence: int32(si), senses: p.sense}
			if r.beside(&c, i-1) && r.capital(&c, i-1) && i-1 > s.First && !r.sets(&c, i-1).Any(gazetteer.Function) {
				continue // part of another name
			}
			if r.capital(&c, i+1) && r.sets(&c, i+1).Any(gazetteer.Street|gazetteer.Hotel) {
				continue
			}
			c.accept("introduced as a firm of " + r.g.Name(p.sense[0].Party, "en"))
			r.extra = append(r.extra, c)
		}
	}
	r.merge()
}

// firmKnown gives the firm that goes by a name at token i, the last introduced where several do.
func (r *reading) firmKnown(name string, i int32) *firmMet {
	for k := len(r.firmsMet) - 1; k >= 0; k-- {
		if f := &r.firmsMet[k]; f.name == name && (i < f.first || i >= f.last) {
			return f
		}
	}
	return nil
}
