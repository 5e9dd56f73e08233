// Package english reads who does what to whom in English: by clauses, by what stands around a noun, and by reference to
// parties named before.
package english

import (
	"slices"
	"strings"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// Reader reads an article in English, or in a language that is read as English is.
type Reader struct {
	pairing.Article
	pred     predicate
	args     []argument // see arguments
	itemised bool       // a letter with an item for each country
	section  int        // the heading below which the sentence stands, 0 for the title
	item     data.Party // the one party that it names, or ""
	whole    data.Party // the topic of the article, where that of an item has taken its place
	holds    []hold     // of the sentence, see findHolds
	asked    bool       // who is in an office is being looked for, see inThatOffice
}

// New makes a reader of an article that has just begun, of a reader that is done, or of none.
func New(a pairing.Article, s *Reader) *Reader {
	if s == nil {
		s = &Reader{}
	}
	a.Reuse(&s.Article)
	s.Article, s.itemised, s.section, s.item, s.whole = a, false, 0, "", ""
	return s
}

// Read reads the article.
func (s *Reader) Read() {
	s.Introduce()
	s.itemised = s.items()
	s.Each(s.refers, s.sentence)
}

// byline says whether a sentence only tells who wrote the article: "By our Lima desk", "From our correspondent in Lima".
func (s *Reader) byline() bool {
	return len(s.Actions) == 0 && len(s.Nodes) > 2 && (s.Fold(0) == "by" || s.Fold(0) == "from") && s.Fold(1) == "our"
}

// refers says whether a sentence that names nobody can still speak of parties named before, or tell a time or amount.
func (s *Reader) refers(sen text.Sentence) bool {
	const meaning = rules.IsSide | rules.IsPairWord | rules.IsResume | rules.IsSelf | rules.IsCounterpart | rules.IsPron |
		rules.IsTwo | rules.IsHost | rules.IsCountryWord
	for i := sen.First; i < sen.Last; i++ {
		if s.Doc.Tokens[i].Kind == text.Number {
			return true
		}
		if w := s.Entry(i); w != nil && (w.Classes&meaning != 0 || w.Told&rules.DateTerms != 0 && s.Doc.Tokens[i].Case != text.Lower) {
			return true
		}
	}
	return false
}

// sentence reads one sentence whose mentions are those from first to last.
func (s *Reader) sentence(sen text.Sentence, first, last int) {
	if p := data.Party(""); s.itemised {
		if p = s.headed(sen, first, last); p != "" {
			s.Topic = p
			s.Focus.Named(p)
			s.Focus.Subject, s.Focus.Pair, s.Focus.Lost = p, data.Pair{}, false
			return
		}
	}
	if sen.Heading && !s.itemised && s.Index >= leadSentences {
		s.newItem(first, last)
	}
	s.Open(sen, first, last)
	if s.byline() {
		return
	}
	s.pairs()
	s.GoOn()
	s.outcomes()
	s.bothSides()
	s.jointDeeds()
	s.ranges()
	if s.TakesBack() {
		s.Retract()
	}
	s.presents()
	claimed := s.onlyClaimed() || s.forged() || s.opensNowise() || s.hearsay() || s.asks()
	for i := 0; claimed && i < len(s.Cands); i++ {
		s.Deny(&s.Cands[i])
	}
	s.moveFocus(s.Conclude())
	if claimed {
		s.Mute()
	}
	s.noteGrudge()
}

// Open lays out a sentence whose mentions are those from first to last, and says nothing of its pairs yet.
func (s *Reader) Open(sen text.Sentence, first, last int) {
	s.Prepare(sen, first, last)
	s.TagAll()
	s.CutGroups()
	s.CutClauses()
	s.findHolds()
	s.FindDates()
	s.FindFigures()
}

// moveFocus notes what the sentence was about, for those that refer to it.
func (s *Reader) moveFocus(taken []*pairing.Candidate) {
	f := &s.Focus
	for i := range s.Groups {
		for _, m := range s.Groups[i].Members {
			f.Named(m.Party)
		}
	}
	s.noteFirms()
	s.noteOfficers()
	s.noteBodies()
	f.List = s.LongestList(f.List[:0])
	main := s.mainSubject()
	f.Lost, f.Body = main >= 0 && s.unknownSubject(main), main >= 0 && s.bodySubject(main)
	f.Stranger = main >= 0 && s.strangeSubject(main)
	if f.Lost {
		f.Subject = ""
	}
	for ci := range s.Clauses {
		ms := s.SubjectNamed(ci)
		if len(ms) > 0 && !(f.Lost && s.Clauses[ci].Relative) {
			f.Subject = ms[0].Party
			if s.Clauses[ci].Finite >= 0 {
				f.Spoke = s.Index
			}
			break
		}
	}
	if main >= 0 && (s.otherSubject(main) || s.Groups[main].Ref == grammar.RefPair && len(s.resolve(main)) == 0) {
		f.Subjects = f.Subjects[:0]
	}
	for ci := range s.Clauses {
		n := 0
		for _, gi := range s.Clauses[ci].Subject {
			for _, m := range s.resolve(gi) {
				if n == 0 {
					f.Subjects = f.Subjects[:0]
					if m.Role != grammar.Referred || s.Fold(m.Node) != "it" {
						f.SubjectsAt = s.Index
					}
				}
				if n++; !slices.Contains(f.Subjects, m.Party) {
					f.Subjects = append(f.Subjects, m.Party)
				}
			}
		}
		if n > 0 {
			if f.Subject == "" && n == 1 && !f.Lost {
				f.Subject, f.Spoke = f.Subjects[0], s.Index
			}
			break
		}
	}
	s.KeepTold(taken)
}

// mainSubject gives the group of which the sentence's first clause with a verb and a subject is, -1 where there is none.
func (s *Reader) mainSubject() int {
	for ci := range s.Clauses {
		if c := &s.Clauses[ci]; c.Finite >= 0 && len(c.Subject) > 0 {
			return c.Subject[0]
		}
	}
	return -1
}

// bodySubject says whether a subject is a court, council or the like that belongs to no party named.
func (s *Reader) bodySubject(gi int) bool {
	g := &s.Groups[gi]
	return g.Ref == grammar.NoRef && s.Is(g.Head, rules.IsJustice) && len(s.resolve(gi)) == 0
}

// otherSubject says whether a subject is several people or things of no known party, whom "they" means from
// there on: "the growers met". What two parties do together, as talks, is not meant by it, nor are those who speak for them.
func (s *Reader) otherSubject(gi int) bool {
	g := &s.Groups[gi]
	return len(g.Members) == 0 && g.Ref == grammar.NoRef && s.Token(g.Head).Case == text.Lower && strings.HasSuffix(s.Fold(g.Head), "s") &&
		s.TagAt(g.Head) == token.Other && !g.Rel.Has(rules.Joint) && !s.Is(g.Head, rules.IsSide|rules.IsOutsider) && !s.TimeGroup(g) && len(s.resolve(gi)) == 0
}

// unknownSubject says whether a subject is a person or body whose party is not known.
func (s *Reader) unknownSubject(gi int) bool {
	g := &s.Groups[gi]
	return len(g.Members) == 0 && g.Ref == grammar.NoRef && s.Nodes[g.First].Tag == token.Other && s.Token(g.First).Case != text.Lower &&
		s.Nodes[g.First].Entry == nil
}
