package window

import "entente/data/store"

// Passages tell of other times than that of most: of treaties long ago, of plans for far years. What is compared by itself is
// the time that most are from.
const (
	coreShare = 0.8 // of the passages lie in it, at least
	thinShare = 0.1 // of what the heaviest of its years has, its first and its last have at least
)

// core gives the shortest time that holds most of the passages, of equals the latest, without thin ends.
func core(list []store.Period, u unit) []store.Period {
	all := weights(list)
	from, sum, best := 0, 0, list
	slots := func(l []store.Period) int { return u.number(l[len(l)-1].Name, false) - u.number(l[0].Name, false) }
	for to := range list {
		sum += weight(&list[to])
		for float64(sum-weight(&list[from])) >= coreShare*float64(all) && from < to {
			sum -= weight(&list[from])
			from++
		}
		if run := list[from : to+1]; float64(sum) >= coreShare*float64(all) && slots(run) <= slots(best) {
			best = run
		}
	}
	most := 0
	for i := range best {
		most = max(most, weight(&best[i]))
	}
	thin := func(p *store.Period) bool { return float64(weight(p)) < thinShare*float64(most) }
	for len(best) > 0 && thin(&best[0]) {
		best = best[1:]
	}
	for len(best) > 0 && thin(&best[len(best)-1]) {
		best = best[:len(best)-1]
	}
	return best
}

func weights(list []store.Period) (sum int) {
	for i := range list {
		sum += weight(&list[i])
	}
	return sum
}

// lastTwo gives the last two periods of the time that most is from, else of all.
func lastTwo(list []store.Period, u unit) (two [2]store.Between) {
	if most := core(list, u); len(most) > 1 {
		list = most
	}
	if n := len(list); n > 1 {
		two[0], two[1] = store.Between{From: list[n-2].Name, To: list[n-2].Name}, store.Between{From: list[n-1].Name, To: list[n-1].Name}
	}
	return two
}

// halves cuts the time that most of the evidence is from in two that have about as much of it each, between years or, where one
// year has more than half, between months.
func halves(c store.Counts) [2]store.Between {
	for _, list := range [][]store.Period{core(c.Years, byYear), core(c.Months, byMonth)} {
		if two, ok := cut(list); ok {
			return two
		}
	}
	if len(c.Months) > 1 {
		two, _ := cut(c.Months)
		return two
	}
	two, _ := cut(c.Years)
	return two
}

// cut cuts periods in two; ok is false where there are fewer than two or one side has less than a quarter.
func cut(list []store.Period) (two [2]store.Between, ok bool) {
	if len(list) < 2 {
		return two, false
	}
	all := weights(list)
	at, sum := 0, 0 // the first of the later half, and what lies before it
	for at < len(list)-1 && (at == 0 || sum+weight(&list[at])/2 <= all/2) {
		sum += weight(&list[at])
		at++
	}
	last := len(list) - 1
	two = [2]store.Between{{From: list[0].Name, To: list[at-1].Name}, {From: list[at].Name, To: list[last].Name}}
	return two, 4*min(sum, all-sum) >= all
}
