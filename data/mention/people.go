package mention

import (
	"cmp"
	"slices"
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
	introduced := (*reading).introduced
	if r.lex.Language != "en" {
		introduced = (*reading).introducedAbroad
	}
	r.extra = r.extra[:0]
	for i := range r.found {
		c := &r.found[i]
		if len(r.extra) >= maxKnown || c.verdict != accepted {
			continue
		}
		s := &c.senses[c.sense]
		if s.Class != gazetteer.Name && s.Class != gazetteer.Demonym {
			continue
		}
		if p, ok := introduced(r, c); ok && !r.leader(p) {
			p.senses = []gazetteer.Sense{{Party: s.Party, Class: gazetteer.PersonName, Ref: -1}}
			p.sentence = c.sentence
			p.accept("introduced with an office of " + r.g.Name(s.Party, "en"))
			r.extra = append(r.extra, p)
			r.know(r.d.Fold(int(p.last)-1), p.first, p.senses)
		}
	}
	r.merge()
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

// know keeps a person for later mentions by surname.
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

// covering gives the candidate that holds token k, or -1.
func (r *reading) covering(k int) int {
	n := sort.Search(len(r.found), func(i int) bool { return int(r.found[i].last) > k })
	if n < len(r.found) && int(r.found[n].first) <= k {
		return n
	}
	return -1
}

// surnames finds people by the surname after they were introduced.
func (r *reading) surnames() {
	if len(r.known) == 0 {
		return
	}
	r.extra = r.extra[:0]
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
			r.extra = append(r.extra, c)
		}
	}
	r.merge()
}

// taken says whether token i belongs to a candidate already, other than a rejected surname.
func (r *reading) taken(i int) bool {
	k := r.covering(i)
	return k >= 0 && (r.found[k].verdict == accepted || !personal(r.found[k].senses))
}

// knownAs gives the person introduced before token i under a name.
func (r *reading) knownAs(name string, i int32) *introduction {
	for k := range r.known {
		if p := &r.known[k]; p.at < i && (p.name == name || r.inflects() && formOf(name, p.name)) {
			return p
		}
	}
	return nil
}

// merge adds candidates; what lies inside one of them is part of it.
func (r *reading) merge() {
	extra, out, k := r.extra, r.spare[:0], 0
	if len(extra) == 0 {
		return
	}
	slices.SortStableFunc(extra, func(a, b candidate) int { return cmp.Compare(a.first, b.first) })
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
	r.found, r.spare = out, r.found
}
