package data

import (
	"math"
	"sort"
)

// Tie is a pair of parties that at least one piece of evidence relates, seen over the evidence it was made from.
type Tie struct {
	Pair       Pair
	Stance     Stance
	Fields     []Field    // those of a quarter of the passages and more, by how often, then in the order of Fields
	Evidence   []Evidence // by Article, then Start; may be nil in a list where only the counts were asked for
	Passages   int        // pieces of evidence
	Articles   int        // articles they stand in
	Reports    int        // independent reports among these; reprints count once
	Acts       [2]bool    // whether Pair[0] acts upon Pair[1], and Pair[1] upon Pair[0]; see ActsByCount
	Planned    bool       // nothing in it is done or ongoing yet
	Confidence float64    // 0 to MostConfidence: that at least one report is right
	Disputed   bool       // figures that measure the same thing disagree
}

// MostConfidence is as sure as a tie can be: rules that read words are never certain.
const MostConfidence = 0.99

// Shares that the weight of conflict has in that of conflict and cooperation together. The last digits let one in five through
// whatever the rounding.
const (
	mixedShare    = 0.2 - 1e-9 // from which a tie is mixed: small, so that a conflict is not averaged away
	conflictShare = 0.55       // from which it is a conflict: those who quarrel go on talking and trading
)

// Weight is what a piece of evidence of this confidence, or a report that is as sure, weighs when stances are summed up. None
// weighs nothing.
func Weight(confidence float64) float64 { return max(confidence, 0.05) }

// Vote gives what one report says for cooperation and for conflict, from the summed weights of its evidence for each and the
// confidence of its best piece: however often it says a thing, it has one vote, the heavier the surer it is. A report that
// says neither has none.
func Vote(cooperation, conflict, best float64) (good, bad float64) {
	both := cooperation + conflict
	if both == 0 {
		return 0, 0
	}
	return Weight(best) * cooperation / both, Weight(best) * conflict / both
}

// StanceByVotes gives the stance of a tie from the summed votes of its reports: conflict where that clearly outweighs
// cooperation, mixed where it has at least a fifth, cooperation where it is rarer, neutral where there is neither.
func StanceByVotes(cooperation, conflict float64) Stance {
	both := cooperation + conflict
	switch {
	case both == 0:
		return Neutral
	case conflict >= conflictShare*both:
		return Conflict
	case conflict >= mixedShare*both:
		return Mixed
	}
	return Cooperation
}

// account is what the evidence of one report says.
type account struct{ best, good, bad float64 }

func (a *account) add(e *Evidence) {
	a.best = math.Max(a.best, e.Confidence)
	switch e.Stance {
	case Cooperation:
		a.good += Weight(e.Confidence)
	case Conflict:
		a.bad += Weight(e.Confidence)
	}
}

// stanceOf sums up the votes of reports.
func stanceOf(accounts []account) Stance {
	var good, bad float64
	for _, a := range accounts {
		g, b := Vote(a.good, a.bad, a.best)
		good, bad = good+g, bad+b
	}
	return StanceByVotes(good, bad)
}

// ActsByCount says which party of a pair acts upon the other, from the pieces of evidence in which the first or second does,
// and all that are not denied. One odd piece among many says nothing: it takes a third of all.
func ActsByCount(first, second, all int) (acts [2]bool) {
	return [2]bool{first > 0 && 3*first >= all, second > 0 && 3*second >= all}
}

// actsOf is ActsByCount of the evidence of a pair.
func actsOf(pair Pair, evidence []Evidence) [2]bool {
	var acts [2]int
	all := 0
	for i := range evidence {
		e := &evidence[i]
		if e.Modality == Denied {
			continue
		}
		all++
		switch e.From {
		case pair[0]:
			acts[0]++
		case pair[1]:
			acts[1]++
		}
	}
	return ActsByCount(acts[0], acts[1], all)
}

// Ties groups evidence by pair. report gives the report of an article; nil takes each article for a report of its own.
// Denied evidence makes no tie by itself. The input is not changed; ties come by weight (see Heavier).
func Ties(evidence []Evidence, report func(article int64) int64) []Tie {
	if report == nil {
		report = func(article int64) int64 { return article }
	}
	groups := map[Pair][]Evidence{}
	for _, e := range evidence {
		groups[e.Pair] = append(groups[e.Pair], e)
	}
	ties := make([]Tie, 0, len(groups))
	for pair, group := range groups {
		if t, ok := tieOf(pair, group, report); ok {
			ties = append(ties, t)
		}
	}
	sort.Slice(ties, func(i, j int) bool { return Heavier(&ties[i], &ties[j]) })
	return ties
}

func tieOf(pair Pair, group []Evidence, report func(int64) int64) (Tie, bool) {
	sort.SliceStable(group, func(i, j int) bool {
		if group[i].Article != group[j].Article {
			return group[i].Article < group[j].Article
		}
		return group[i].Start < group[j].Start
	})
	t := Tie{Pair: pair, Evidence: group, Passages: len(group), Planned: true}
	articles, reports, fields := map[int64]bool{}, map[int64]int{}, map[Field]int{}
	var accounts []account // by report, in the order of the evidence
	denied := true
	for i := range group {
		e := &group[i]
		articles[e.Article] = true
		at, known := reports[report(e.Article)]
		if !known {
			at = len(accounts)
			reports[report(e.Article)], accounts = at, append(accounts, account{})
		}
		accounts[at].add(e)
		for _, f := range e.Fields {
			fields[f]++
		}
		if e.Modality == Done || e.Modality == Ongoing {
			t.Planned = false
		}
		if e.Modality != Denied {
			denied = false
		}
		for _, f := range e.Figures {
			t.Disputed = t.Disputed || f.Dispute
		}
	}
	t.Articles, t.Reports, t.Confidence = len(articles), len(reports), sure(accounts)
	t.Stance, t.Fields, t.Acts = stanceOf(accounts), leading(fields, len(group)), actsOf(pair, group)
	return t, !denied
}

// sure joins the confidence of independent reports, each as good as its best piece: saying a thing again proves nothing.
func sure(accounts []account) float64 {
	doubt := 1.0
	for _, a := range accounts {
		doubt *= 1 - math.Min(a.best, 1)
	}
	return math.Min(1-doubt, MostConfidence)
}

// ByTheWay says whether a field that some of a tie's passages are about is told only by the way, by fewer than a quarter of them.
func ByTheWay(some, passages int) bool { return some*4 < passages }

// leading gives the fields that passages are about, those of most first, without those told only by the way.
func leading(fields map[Field]int, passages int) []Field {
	var out []Field
	for _, f := range Fields {
		if fields[f] > 0 {
			out = append(out, f)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return fields[out[i]] > fields[out[j]] })
	for len(out) > 1 && ByTheWay(fields[out[len(out)-1]], passages) {
		out = out[:len(out)-1]
	}
	return out
}

// Heavier orders ties by independent reports, then passages, then confidence, then pair.
func Heavier(a, b *Tie) bool {
	switch {
	case a.Reports != b.Reports:
		return a.Reports > b.Reports
	case a.Passages != b.Passages:
		return a.Passages > b.Passages
	case a.Confidence != b.Confidence:
		return a.Confidence > b.Confidence
	case a.Pair[0] != b.Pair[0]:
		return a.Pair[0] < b.Pair[0]
	}
	return a.Pair[1] < b.Pair[1]
}
