package index

import "entente/data"

// Facts is what a list of ties tells beside the ties themselves.
type Facts struct {
	First, Last        string // the dates of its earliest and its latest evidence, as exact as told: YYYY, YYYY-MM or YYYY-MM-DD; "" for none
	Accepted, Rejected int    // pieces of evidence by what people said of them, of those that the filter takes
	Denied             int    // pieces that deny
	Friendly, Hostile  int    // pieces that tell of cooperation, and of conflict
}

// facts is Facts while they are gathered.
type facts struct {
	first    span // of the earliest date, by its end: a day of March is earlier than its year
	last     span // of the latest, by its beginning
	verdicts [4]int32
	denied   int32
	stances  [4]int32 // in the order of data.Stances
}

// date takes in a date.
func (f *facts) date(s span) {
	if s.empty() {
		return
	}
	if f.first.empty() || s.hi < f.first.hi || s.hi == f.first.hi && s.lo > f.first.lo {
		f.first = s
	}
	if f.last.empty() || s.lo > f.last.lo || s.lo == f.last.lo && s.hi < f.last.hi {
		f.last = s
	}
}

// Facts tells more of each pair that has evidence under the filter. Conditions on ties are not looked at.
func (c *Choice) Facts() map[data.Pair]Facts {
	parts := c.x.parts()
	found := make([][]facts, len(parts))
	share(parts, func(p int, order []uint32) { found[p] = c.facts(order) })
	out := map[data.Pair]Facts{}
	for n, pair := range c.x.pairs {
		all := facts{first: never, last: never}
		for _, part := range found {
			if f := &part[n]; f.verdicts != ([4]int32{}) {
				all.date(f.first)
				all.date(f.last)
				all.denied += f.denied
				for s := range all.stances {
					all.stances[s] += f.stances[s]
				}
				for v := range all.verdicts {
					all.verdicts[v] += f.verdicts[v]
				}
			}
		}
		if all.verdicts == ([4]int32{}) {
			continue
		}
		f := Facts{Accepted: int(all.verdicts[1]), Rejected: int(all.verdicts[2]), Denied: int(all.denied),
			Friendly: int(all.stances[0]), Hostile: int(all.stances[1])}
		if !all.first.empty() {
			f.First, _ = all.first.names()
			_, f.Last = all.last.names()
		}
		out[pair] = f
	}
	return out
}

func (c *Choice) facts(order []uint32) []facts {
	found := make([]facts, len(c.x.pairs))
	for n := range found {
		found[n].first, found[n].last = never, never
	}
	for _, i := range order {
		if !c.allows(i) {
			continue
		}
		a := &c.x.articles[i]
		rows := c.x.rows[a.at : a.at+a.n]
		for k := range rows {
			r := &rows[k]
			if !c.takes(r) {
				continue
			}
			f := &found[r.pair]
			f.verdicts[r.verdict()]++
			f.stances[r.stance()]++
			if 1<<r.modality()&deniedModalities != 0 {
				f.denied++
			}
			f.date(r.when)
		}
	}
	return found
}
