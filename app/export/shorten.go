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
			t.Evidence = surest(t.Evidence, passages)
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
func surest(evidence []data.Evidence, n int) []data.Evidence {
	order := make([]int, len(evidence))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(rank(&evidence[a]), rank(&evidence[b])), cmp.Compare(evidence[b].Confidence, evidence[a].Confidence))
	})
	keep, room := make([]bool, len(evidence)), n
	take := func(i int) {
		if room > 0 && !keep[i] {
			keep[i] = true
			room--
		}
	}
	for _, stance := range []data.Stance{data.Cooperation, data.Conflict} {
		if at := slices.IndexFunc(order, func(i int) bool { return evidence[i].Stance == stance }); n > 1 && at >= 0 {
			take(order[at])
		}
	}
	if _, at := LastDate(evidence); n > 2 && at >= 0 {
		take(at)
	}
	for _, i := range order {
		take(i)
	}
	var out []data.Evidence
	for i := range evidence {
		if keep[i] || slices.ContainsFunc(evidence[i].Figures, func(f data.Figure) bool { return f.Dispute }) {
			out = append(out, evidence[i])
		}
	}
	return out
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
