package mention

import (
	"sort"
	"strings"

	"entente/data"
	"entente/data/gazetteer"
	"entente/data/text"
)

// maxKnown bounds the people remembered in one article, so that a list of names costs no more than its length.
const maxKnown = 64

// introduction is a person whom the article introduced.
type introduction struct {
	name  string // folded; the surname, or the only name
	at    int32  // the first token of the name where it was introduced
	sense []gazetteer.Sense
}

// introduce decides full names of leaders and finds the people whom the text itself gives a country: "the Serbian
// president Jovan Jovanović", "Mongolia's foreign minister, Ms Batdorj", "President Kgafela of Botswana".
func (r *reading) introduce() {
	for i := range r.found {
		c := &r.found[i]
		if c.verdict == open && c.senses[c.sense].Class == gazetteer.PersonName {
			r.fullName(i, c)
			r.count(c)
			r.remember(c)
		}
	}
	if r.lex.Language != "en" {
		return
	}
	var extra []candidate
	for i := range r.found {
		c := &r.found[i]
		if len(extra) >= maxKnown || c.verdict != accepted {
			continue
		}
		s := &c.senses[c.sense]
		if s.Class != gazetteer.Name && s.Class != gazetteer.Demonym {
			continue
		}
		if p, ok := r.introduced(c); ok && !r.leader(p) {
			p.senses = []gazetteer.Sense{{Party: s.Party, Class: gazetteer.PersonName, Ref: -1}}
			p.sentence = c.sentence
			p.accept("introduced with an office of " + r.g.Name(s.Party, "en"))
			extra = append(extra, p)
			r.know(r.d.Fold(int(p.last)-1), p.first, p.senses)
		}
	}
	r.merge(extra)
}

// remember keeps where a leader was first named in full.
func (r *reading) remember(c *candidate) {
	if c.verdict != accepted {
		return
	}
	if r.named == nil {
		r.named = map[string]int32{}
	}
	name := r.g.Person(c.senses[c.sense].Ref).Name
	if _, ok := r.named[name]; !ok {
		r.named[name] = c.first
	}
}

// leader says whether a known leader's full name covers a person's: the table knows more than the text tells.
func (r *reading) leader(p candidate) bool {
	k := r.covering(int(p.first))
	return k >= 0 && r.found[k].verdict == accepted && r.found[k].last >= p.last
}

func (r *reading) know(name string, at int32, sense []gazetteer.Sense) {
	if len(r.known) < maxKnown && len(name) > 2 {
		r.known = append(r.known, introduction{name, at, sense})
	}
}

// fullName chooses the office that a leader held when the article was published.
func (r *reading) fullName(i int, c *candidate) {
	best, score := 0, -1
	for k := range c.senses {
		s := &c.senses[k]
		if s.Class != gazetteer.PersonName || s.Ref < 0 {
			continue
		}
		p, n := r.g.Person(s.Ref), 0
		switch {
		case r.inOffice(p):
			n = 4
		case r.published == "" && p.To == "":
			n = 3
		case p.From <= r.published || r.published == "":
			n = 1
		}
		if i > 0 && r.found[i-1].verdict == accepted && c.first-r.found[i-1].last < 5 && r.found[i-1].senses[r.found[i-1].sense].Party == s.Party {
			n += 5
		}
		if n >= score {
			best, score = k, n
		}
	}
	c.sense = int16(best)
	s := &c.senses[best]
	if s.Party == "" {
		c.reject("speaks for an organisation, not for a country: " + s.What)
		return
	}
	c.accept("speaks for " + r.g.Name(s.Party, "en") + ": " + s.What)
}

// inOffice says whether a person was in office when the article was published; not known without a date.
func (r *reading) inOffice(p gazetteer.Person) bool {
	if r.published == "" || p.From > r.published {
		return false
	}
	return p.To == "" || r.published[:min(len(p.To), len(r.published))] <= p.To
}

// surname decides a leader's surname standing alone.
func (r *reading) surname(i int, c *candidate) {
	for k := range c.senses {
		s := &c.senses[k]
		if s.Class != gazetteer.Surname || s.Ref < 0 {
			continue
		}
		p := r.g.Person(s.Ref)
		switch {
		case s.Party == "":
			continue
		case r.namedBefore(c, s):
			c.sense = int16(k)
			c.accept("speaks for " + r.g.Name(s.Party, "en") + ", named in full elsewhere: " + s.What)
			return
		case (r.titled(i, c, s.Party) || !c.ambiguous() && r.entitled(c, p)) && (p.To == "" || r.published == "" || r.inOffice(p)):
			c.sense = int16(k)
			c.accept("speaks for " + r.g.Name(s.Party, "en") + ", introduced by title: " + s.What)
			return
		}
	}
	for k := range c.senses {
		if s := &c.senses[k]; s.Class == gazetteer.Surname && !s.Weak && s.Ref >= 0 {
			if p := r.g.Person(s.Ref); r.inOffice(p) || r.published == "" {
				c.sense = int16(k)
				c.accept("speaks for " + r.g.Name(s.Party, "en") + ", known by the surname: " + s.What)
				return
			}
		}
	}
	c.reject("a surname without a full name or title before it")
}

// namedBefore says whether the article has the full name of a sense's person before a candidate.
func (r *reading) namedBefore(c *candidate, s *gazetteer.Sense) bool {
	at, ok := r.named[r.g.Person(s.Ref).Name]
	return ok && at < c.first
}

// titled says whether an office or the country stands before a surname.
func (r *reading) titled(i int, c *candidate, p data.Party) bool {
	k := int(c.first) - 1
	if r.d.Tokens[max(k, 0)].Kind == text.Clitic {
		k--
	}
	if i > 0 && int(r.found[i-1].last) == k+1 && r.found[i-1].verdict == accepted && r.found[i-1].senses[r.found[i-1].sense].Party == p {
		return true
	}
	return r.sets(c, int(c.first)-1).Has(gazetteer.Head) && r.backing(p) > 0
}

// entitled says whether a person's own office stands before the surname: "President Bush".
func (r *reading) entitled(c *candidate, p gazetteer.Person) bool {
	k := int(c.first) - 1
	return r.in(c, k) && r.sets(c, k).Has(gazetteer.Head) && strings.HasSuffix(p.Office, r.d.Fold(k))
}

// introduced looks for a person beside a country's name.
func (r *reading) introduced(c *candidate) (candidate, bool) {
	if p, ok := r.officeThenName(c); ok {
		return p, true
	}
	if p, ok := r.nameThenOffice(c); ok {
		return p, true
	}
	return r.nameOf(c)
}

// officeThenName reads "Serbian President Jovan Jovanović", "Serbia's new prime minister, Jovan Jovanović" and "the Serbian
// minister of foreign affairs, Jovan Jovanović".
func (r *reading) officeThenName(c *candidate) (candidate, bool) {
	k := int(c.last)
	if r.in(c, k) && r.d.Tokens[k].Kind == text.Clitic {
		k++
	}
	office := false
	for n := 0; n < 8 && r.in(c, k); n, k = n+1, k+1 {
		set := r.sets(c, k)
		if !set.Any(gazetteer.Head|gazetteer.Title|gazetteer.Role) && !hyphen(r.fold(c, k)) && (!office || r.fold(c, k) != ".") {
			break
		}
		office = office || set.Has(gazetteer.Head)
	}
	if !office {
		return candidate{}, false
	}
	if f := r.fold(c, k); f == "of" || f == "for" || f == "to" {
		end := k + 1
		for end < k+8 && r.in(c, end) && r.d.Tokens[end].Kind == text.Word && !r.sets(c, end).Has(gazetteer.Verb) {
			end++
		}
		if r.fold(c, end) != "," {
			return candidate{}, false
		}
		k = end
	}
	if r.fold(c, k) == "," {
		k++
	}
	return r.nameAt(c, k, 1)
}

// nameThenOffice reads "Sarangerel Batdorj, Mongolia's foreign minister" and "Ali Khan, the Uzbek minister of health".
func (r *reading) nameThenOffice(c *candidate) (candidate, bool) {
	k := int(c.first) - 1
	if f := r.fold(c, k); f == "the" || f == "a" {
		k--
	}
	if r.fold(c, k) != "," {
		return candidate{}, false
	}
	office := false
	for n := int(c.last); n < int(c.last)+5 && r.in(c, n); n++ {
		office = office || r.sets(c, n).Has(gazetteer.Head)
		if r.d.Tokens[n].Kind == text.Punct && !hyphen(r.fold(c, n)) {
			break
		}
	}
	if !office {
		return candidate{}, false
	}
	return r.nameEnding(c, k, 2)
}

// nameOf reads "President Tshepo Kgafela of Botswana".
func (r *reading) nameOf(c *candidate) (candidate, bool) {
	k := int(c.first) - 1
	if r.fold(c, k) == "the" {
		k--
	}
	if r.fold(c, k) != "of" {
		return candidate{}, false
	}
	p, ok := r.nameEnding(c, k, 1)
	if !ok || !r.sets(c, int(p.first)-1).Has(gazetteer.Head) {
		return candidate{}, false
	}
	return p, true
}

// nameAt reads a personal name of at least so many words that begins with token k.
func (r *reading) nameAt(c *candidate, k, words int) (candidate, bool) {
	end, n := k, 0
	for end < k+5 && r.nameWord(c, end) {
		end++
		n++
		if hyphen(r.fold(c, end)) && r.in(c, end) && !r.d.Tokens[end].Space && r.nameWord(c, end+1) && !r.d.Tokens[end+1].Space {
			end += 2
		}
		if r.in(c, end) && particle(r.fold(c, end)) {
			switch {
			case r.nameWord(c, end+1):
				end++
			case r.fold(c, end+1) == "-" && r.nameWord(c, end+2):
				end += 2
			}
		}
	}
	return candidate{first: int32(k), last: int32(end)}, n >= words
}

// nameEnding reads a personal name that ends before token k.
func (r *reading) nameEnding(c *candidate, k, words int) (candidate, bool) {
	first, n := k, 0
	for first > k-6 && r.nameWord(c, first-1) {
		first--
		n++
		if hyphen(r.fold(c, first-1)) && r.nameWord(c, first-2) && !r.d.Tokens[first].Space {
			first -= 2
		}
		if r.in(c, first-1) && particle(r.fold(c, first-1)) && r.nameWord(c, first-2) {
			first--
		}
	}
	return candidate{first: int32(first), last: int32(k)}, n >= words
}

// nameWord says whether token k can be part of a personal name.
func (r *reading) nameWord(c *candidate, k int) bool {
	if !r.capital(c, k) || r.sets(c, k).Any(gazetteer.Title|gazetteer.Head|gazetteer.Function|gazetteer.OrgNoun) && !r.sets(c, k).Has(gazetteer.Given) {
		return false
	}
	if t := &r.d.Tokens[k]; t.Case == text.Upper && t.End-t.Start > 2 && !strings.Contains(r.d.Word(k), ".") {
		return false
	}
	at := r.covering(k)
	if at < 0 || personal(r.found[at].senses) {
		return true
	}
	// a firm's or a small town's name may be a surname: Suzuki
	n := &r.found[at]
	return n.verdict == open && n.last-n.first == 1 && n.senses[n.sense].Weak && n.senses[n.sense].Class != gazetteer.Region
}

// covering gives the candidate that holds token k, or -1.
func (r *reading) covering(k int) int {
	n := sort.Search(len(r.found), func(i int) bool { return int(r.found[i].last) > k })
	if n < len(r.found) && int(r.found[n].first) <= k {
		return n
	}
	return -1
}

func particle(s string) bool {
	switch s {
	case "al", "el", "bin", "ibn", "bint", "de", "del", "della", "da", "do", "dos", "di", "van", "von", "der", "den", "la", "le", "ben", "abu", "ould", "y", "af":
		return true
	}
	return false
}

// surnames finds people by the surname after they were introduced.
func (r *reading) surnames() {
	if len(r.known) == 0 {
		return
	}
	var extra []candidate
	for si := range r.d.Sentences {
		s := &r.d.Sentences[si]
		for i := s.First; i < s.Last; i++ {
			t := &r.d.Tokens[i]
			if t.Kind != text.Word || t.Case == text.Lower {
				continue
			}
			p := r.knownAs(r.d.Fold(i), int32(i))
			if p == nil || r.taken(i) {
				continue
			}
			c := candidate{first: int32(i), last: int32(i + 1), sentence: int32(si), senses: p.sense}
			if why := r.namesake(&c); why != "" {
				continue
			}
			c.accept("introduced before as " + r.g.Name(p.sense[0].Party, "en") + "'s")
			extra = append(extra, c)
		}
	}
	r.merge(extra)
}

// taken says whether token i belongs to a candidate already, other than a rejected surname.
func (r *reading) taken(i int) bool {
	k := r.covering(i)
	return k >= 0 && (r.found[k].verdict == accepted || !personal(r.found[k].senses))
}

// knownAs gives the person introduced before token i under a name.
func (r *reading) knownAs(name string, i int32) *introduction {
	for k := range r.known {
		if p := &r.known[k]; p.at < i && p.name == name {
			return p
		}
	}
	return nil
}

// merge adds candidates; what lies inside one of them is part of it.
func (r *reading) merge(extra []candidate) {
	if len(extra) == 0 {
		return
	}
	sort.SliceStable(extra, func(i, j int) bool { return extra[i].first < extra[j].first })
	out := make([]candidate, 0, len(r.found)+len(extra))
	k := 0
	put := func(c candidate) {
		if n := len(out); n == 0 || out[n-1].last <= c.first {
			out = append(out, c)
		}
	}
	for _, c := range r.found {
		for k < len(extra) && extra[k].first <= c.first {
			put(extra[k])
			k++
		}
		if k < len(extra) && extra[k].first < c.last && c.verdict != accepted {
			continue
		}
		put(c)
	}
	for ; k < len(extra); k++ {
		put(extra[k])
	}
	r.found = out
}
