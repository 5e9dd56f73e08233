package abroad

import (
	"io/fs"
	"math"
	"slices"
	"strings"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/rules"
)

// press is the countries whose press is in a language, the likeliest first, and the words that tell which of them an article
// is from.
type press struct {
	homes []data.Party
	words *Lexicon // meaning.home is the place of the country in homes, from 1
}

const (
	// fewHomes is the number of countries with a language up to which one of them that an article names is taken for that of
	// the press even where no word tells.
	fewHomes = 5
	// fewNamed is how often the party that an article names most may be named for one that it names less to be its own.
	fewNamed = 3
	// signWeight is how many times over a word of home counts against a name, which any other country may have.
	signWeight = 2
	// spellingSigns is how many words the spelling of a country's own counts for.
	spellingSigns = 3
)

// ownHome is the home of words that mean the country of the press, whichever it is: "our country".
const ownHome = math.MaxUint8

// loadHomes reads homes.tsv into the lexicons.
func loadHomes(fsys fs.FS, lexicons map[string]*Lexicon) error {
	return rules.Table(fsys, "rules/homes.tsv", 3, func(c []string) error {
		l := lexicons[c[0]]
		if l == nil {
			return nil
		}
		p := &l.press
		if p.words == nil {
			p.words = &Lexicon{knots: make([]knot, 1, 512), letters: l.letters}
		}
		m := meaning{home: ownHome}
		if c[1] != "-" {
			p.homes = append(p.homes, data.Party(c[1]))
			m.home = uint8(len(p.homes))
		}
		for _, w := range strings.Split(c[2], ", ") {
			if c[0] == "zh" {
				w = text.Simplify(w)
			}
			p.words.add(text.Fold(w), m)
			if c[0] == "sr" {
				p.words.add(text.Fold(cyrillic(w)), m)
			}
		}
		return nil
	})
}

// at gives the home whose word begins at a token, from 1; 0 for none.
func (p *press) at(d *text.Doc, letters string, i int) uint8 {
	t := &d.Tokens[i]
	if p.words.letters {
		if t.Kind != text.Word && !t.CJK {
			return 0
		}
		return p.words.longest(letters[t.Start:])
	}
	if t.Kind != text.Word {
		return 0
	}
	return p.words.home(d, i)
}

// longest gives the home of the longest entry that a text begins with.
func (l *Lexicon) longest(s string) (home uint8) {
	if s == "" {
		return 0
	}
	at, k := l.start(s)
	for ; at != 0; k++ {
		if o := l.knots[at].open; o != nil && o.home != 0 {
			home = o.home
		}
		if k == len(s) {
			break
		}
		at = l.child(at, s[k])
	}
	return home
}

// home gives the home of the entry that begins with token i.
func (l *Lexicon) home(d *text.Doc, i int) (home uint8) {
	w, at := d.Fold(i), int32(0)
	for k := 0; k < len(w); k++ {
		if at = l.child(at, w[k]); at == 0 {
			return home
		}
		n := &l.knots[at]
		if n.open != nil {
			home = n.open.home
		}
		if k < len(w)-1 {
			continue
		}
		if n.exact != nil {
			home = n.exact.home
		}
		for _, e := range n.phrases {
			if follows(d, i+1, e.rest) {
				return e.meaning.home
			}
		}
	}
	return home
}

// follows says whether words stand in a text from token i on.
func follows(d *text.Doc, i int, words []string) bool {
	for k, w := range words {
		if i+k >= len(d.Tokens) || d.Fold(i+k) != w {
			return false
		}
	}
	return true
}

// sign is a token that tells of a home.
type sign struct {
	at   int32
	home data.Party
}

// findHome says whether the sentence has a word that tells of the country of the press.
func (s *Reader) findHome() bool {
	signs := s.far.signs
	at, _ := slices.BinarySearchFunc(signs, int32(s.First), func(x sign, first int32) int { return int(x.at - first) })
	for _, x := range signs[at:] {
		if int(x.at) >= s.First+len(s.Nodes) {
			break
		}
		if x.home == s.press {
			return true
		}
	}
	return false
}

// standings counts how often an article names each party, in the order in which it first does, and how often it tells that it
// is from the press of one.
type standings struct {
	order []data.Party
	named map[data.Party]int
	signs map[data.Party]int
	// selves is how often it says "our country" and the like.
	selves int
}

func (st *standings) total(p data.Party) int { return st.named[p] + st.signs[p] }

// aboutFar gives the party that an article is about: that of the press it comes from where it is named often enough, else
// the one named most, the first of equals.
func (s *Reader) aboutFar() data.Party {
	st := s.stands()
	s.named = st.named
	best := data.Party("")
	for _, p := range st.order {
		if st.named[p] > st.named[best] {
			best = p
		}
	}
	own, press := s.ownPress(&st)
	s.press = press
	if t := s.inTitle(); t != "" && st.named[t] >= max(2, st.named[own]) && (st.selves == 0 || st.named[t] >= st.total(own)+st.selves) {
		return t
	}
	if own != "" && s.hub(&st, own, best) {
		return own
	}
	if st.named[best] < 2 {
		return ""
	}
	return best
}

// hub says whether an article is about the party of its own press, not the one that it names most: it names it often enough,
// or its words tell of it, and no other is named often.
func (s *Reader) hub(st *standings, own, best data.Party) bool {
	n, most := st.named[own], st.named[best]
	if n == most || 2*n >= most && s.far.lang != "zh" { // much of the news in Chinese is about others
		return true
	}
	n += st.signs[own] + st.selves
	return n >= most && (most <= fewNamed || st.selves > 0) || n >= 2*most && st.selves > 0
}

// stands counts the parties of an article and the signs of its press.
func (s *Reader) stands() standings {
	st := standings{named: map[data.Party]int{}, signs: map[data.Party]int{}}
	for i := range s.Mentions {
		if c := s.Mentions[i].Country; c != "" {
			if st.named[c] == 0 {
				st.order = append(st.order, c)
			}
			st.named[c]++
		}
	}
	p := &s.far.lex.press
	if p.words == nil {
		return st
	}
	for i := range s.Doc.Tokens {
		switch h := p.at(s.Doc, s.far.text, i); {
		case h == ownHome:
			st.selves++
		case h > 0:
			st.signs[p.homes[h-1]]++
			s.far.signs = append(s.far.signs, sign{int32(i), p.homes[h-1]})
		}
	}
	s.spelt(&st)
	s.dated(&st)
	return st
}

// dated counts a place of home at the head of an article, "LIMA, 4 may." or "Paris, le 27 avril", for its press: what "the
// government" and the like leave out is there.
func (s *Reader) dated(st *standings) {
	next := 0
	for i := range s.Doc.Sentences[:min(datedReach, len(s.Doc.Sentences))] {
		sen := &s.Doc.Sentences[i]
		for next < len(s.Mentions) && s.Mentions[next].End <= sen.Start {
			next++
		}
		if next == len(s.Mentions) {
			return
		}
		m := &s.Mentions[next]
		if m.Start != sen.Start || m.Kind != data.ByCapital && m.Kind != data.ByCity || !slices.Contains(s.far.lex.press.homes, m.Country) {
			continue
		}
		k := sen.First
		for k < sen.Last && int(s.Doc.Tokens[k].Start) < m.End {
			k++
		}
		if k < sen.Last && s.Doc.Tokens[k].Kind == text.Punct {
			st.signs[m.Country]++
			return
		}
	}
}

// datedReach is how many sentences at the head of an article can begin with where it was written.
const datedReach = 4

// spelt counts the spelling of a country's own for its press: traditional characters for that of Taiwan, "ss" where others
// write "ß" for that of Switzerland.
func (s *Reader) spelt(st *standings) {
	switch s.far.lang {
	case "zh":
		if s.far.text != s.Doc.Text && st.signs["HK"] == 0 && traditional(s.Doc.Text, s.far.text) {
			st.signs["TW"] += spellingSigns
		}
	case "de":
		if !strings.Contains(s.Doc.Text, "ß") && swissSpelling(s.Doc.Text) {
			st.signs["CH"] += spellingSigns
		}
	}
}

// traditional says whether a Chinese text differs from its simplified form in more than a character here and there.
func traditional(written, simplified string) bool {
	n := 0
	for i := 0; i+len("中") <= len(written); i += len("中") {
		if written[i:i+len("中")] != simplified[i:i+len("中")] {
			n++
		}
	}
	return n*60 > len(written)/len("中")
}

// swissSpelling says whether a text has words that others than the Swiss write with "ß".
func swissSpelling(t string) bool {
	for _, w := range [...]string{"gross", "Gross", "Strasse", "strasse", "ausser", "Ausser", "schliess", "Schliess", "gemäss", "heisst", "weiss "} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}

// ownPress gives the party of the press that an article is from: of those with its language the one that it names and that
// its words tell of most. "" where none is, and where many have the language and no word tells.
func (s *Reader) ownPress(st *standings) (own, press data.Party) {
	homes := s.far.lex.press.homes
	score := func(p data.Party) int { return st.named[p] + signWeight*st.signs[p] }
	for _, h := range st.order { // of equals the one named first
		if slices.Contains(homes, h) && score(h) > score(own) {
			own = h
		}
	}
	for _, h := range homes {
		if score(h) > score(own) {
			own = h
		}
	}
	switch {
	case len(homes) <= fewHomes && own == "" && st.selves > 0:
		return homes[0], homes[0]
	case len(homes) <= fewHomes || st.signs[own] > 0:
		return own, own
	}
	return own, ""
}

// inTitle gives the party that the title names, where it names one alone.
func (s *Reader) inTitle() data.Party {
	if len(s.Doc.Sentences) < 2 || !s.Doc.Sentences[0].Heading {
		return ""
	}
	only := data.Party("")
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m.Start >= s.Doc.Sentences[0].End {
			break
		}
		if m.Country != "" && m.Country != only {
			if only != "" {
				return ""
			}
			only = m.Country
		}
	}
	return only
}

// officeReach is how many tokens may stand from an office at the head of a sentence to its verb.
const officeReach = 7

// ownOffice says whether the office that a sentence begins with is that of home: no party is named before its verb, nor did another
// act before in the article: "The minister of labour received a colleague from Peru".
func (s *Reader) ownOffice() bool {
	own := s.selfFar()
	if about := s.about(); about != "" && about != own || s.Focus.Subject != "" && s.Focus.Subject != own {
		return false
	}
	for k := 1; k < min(len(s.Nodes), officeReach); k++ {
		if s.Nodes[k].Mention >= 0 || s.Token(k).Kind != text.Word {
			return false
		}
		if m := &s.far.means[k]; m.verb && m.rel != nil || auxiliaries[s.Fold(k)] {
			return true
		}
	}
	return false
}

// auxiliaries are the Serbian words that stand by a verb, in both scripts.
var auxiliaries = map[string]bool{"je": true, "su": true, "ce": true, "je ": true}
