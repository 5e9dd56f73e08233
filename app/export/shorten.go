package export

import (
	"cmp"
	"slices"
	"strings"

	"entente/data"
)

// Left is what was taken out of a set to make it shorter.
type Left struct {
	Ties     int
	Passages map[data.Pair]int // of the ties that stay
}

// Shorten leaves the heaviest ties in the set, each with its surest passages, and the articles that these stand in, and says what
// it took out. 0 leaves all of either. What speaks for and what speaks against a tie has a passage each where there is room for
// two, its last date where there is room for three, and those whose figures contradict each other stay whatever there is room for.
func (s *Set) Shorten(ties, passages int) Left {
	left := Left{Passages: map[data.Pair]int{}}
	if ties > 0 && ties < len(s.Ties) {
		left.Ties = len(s.Ties) - ties
		s.Ties = s.Ties[:ties]
	}
	s.Ties = slices.Clone(s.Ties)
	kept := map[int64]bool{}
	for i := range s.Ties {
		t := &s.Ties[i]
		all := len(t.Evidence)
		if passages > 0 {
			t.Evidence = surest(t.Evidence, passages, s.report)
		}
		if n := all - len(t.Evidence); n > 0 {
			left.Passages[t.Pair] = n
		}
		for j := range t.Evidence {
			kept[t.Evidence[j].Article] = true
		}
	}
	if left.Ties > 0 || len(left.Passages) > 0 {
		s.Articles = slices.DeleteFunc(slices.Clone(s.Articles), func(a data.Article) bool { return !kept[a.ID] })
		s.Reports, s.Period = s.reports(), s.period()
	}
	return left
}

// surest gives at most n pieces of evidence in the order in which they stood, and those with figures in dispute.
func surest(evidence []data.Evidence, n int, report func(article int64) int64) []data.Evidence {
	order := make([]int, len(evidence))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(rank(&evidence[a]), rank(&evidence[b])), cmp.Compare(evidence[b].Confidence, evidence[a].Confidence))
	})
	c := choice{evidence: evidence, keep: make([]bool, len(evidence)), room: n, quoted: map[quote]bool{}, told: map[int64]bool{}, report: report}
	for _, stance := range []data.Stance{data.Cooperation, data.Conflict} {
		of := func(i int) bool { return evidence[i].Stance == stance }
		if at := slices.IndexFunc(order, func(i int) bool { return of(i) && !c.repeats(i) }); n > 1 && at >= 0 {
			c.take(order[at])
		} else if at := slices.IndexFunc(order, of); n > 1 && at >= 0 {
			c.take(order[at])
		}
	}
	if _, at := LastDate(evidence); n > 2 && at >= 0 {
		c.take(at)
	}
	c.fill(order)
	keep := c.keep
	var out []data.Evidence
	for i := range evidence {
		if keep[i] || slices.ContainsFunc(evidence[i].Figures, func(f data.Figure) bool { return f.Dispute }) {
			out = append(out, evidence[i])
		}
	}
	return out
}

// choice is what of evidence is kept.
type choice struct {
	evidence []data.Evidence
	keep     []bool
	room     int // for so many more
	quoted   map[quote]bool
	told     map[int64]bool // the reports that have a passage
	report   func(article int64) int64
}

// quote is words at their place.
type quote struct {
	article int64
	span    data.Span
}

func (c *choice) quote(i int) quote { return quote{c.evidence[i].Article, c.evidence[i].Span} }

// repeats says whether the same words are kept already.
func (c *choice) repeats(i int) bool { return c.quoted[c.quote(i)] }

func (c *choice) take(i int) {
	if c.room > 0 && !c.keep[i] {
		c.keep[i] = true
		c.room--
		c.quoted[c.quote(i)], c.told[c.report(c.evidence[i].Article)] = true, true
	}
}

// fill takes what was accepted, then what other reports tell, then other words, then the rest, each in the order given.
func (c *choice) fill(order []int) {
	for _, fits := range []func(i int) bool{
		func(i int) bool { return c.evidence[i].Decision == data.Accepted },
		func(i int) bool {
			e := &c.evidence[i]
			return e.Decision != data.Rejected && e.Sure(data.FairlySure) && !c.told[c.report(e.Article)]
		},
		func(i int) bool { return c.evidence[i].Decision != data.Rejected && !c.repeats(i) },
		func(int) bool { return true },
	} {
		for _, i := range order {
			if fits(i) {
				c.take(i)
			}
		}
	}
}

// LastDate gives the last date on which something happened by evidence that is fairly sure, else by all of it, and which piece
// tells it; "" and -1 where none does. What is only planned has not happened.
func LastDate(evidence []data.Evidence) (date string, at int) {
	at = -1
	for _, least := range [...]int{data.FairlySure, 0} {
		for i := range evidence {
			e := &evidence[i]
			if e.Modality != data.Done && e.Modality != data.Ongoing || !e.Sure(least) {
				continue
			}
			from, to, two := strings.Cut(e.When, "/")
			if !two {
				to = from
			}
			if to > date {
				date, at = to, i
			}
		}
		if date != "" {
			break
		}
	}
	return date, at
}

// rank puts what a person accepted first and what was rejected last.
func rank(e *data.Evidence) int {
	switch e.Decision {
	case data.Accepted:
		return 0
	case data.Rejected:
		return 2
	}
	return 1
}

// reports counts the independent reports among the articles.
func (s *Set) reports() int {
	told := map[int64]bool{}
	for i := range s.Articles {
		told[s.report(s.Articles[i].ID)] = true
	}
	return len(told)
}
