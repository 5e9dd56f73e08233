package learn

import "math"

// Choice is one thing to be chosen among several. Its right ones, of which there is at least one, are marked as Key.
type Choice struct {
	Article string
	Options []Instance
}

// FitChoices gives the weight of each of n features by which the right options of choices outweigh the others, in log-odds,
// held near 0 the more, the greater the penalty. The same choices give the same weights.
func FitChoices(choices []Choice, n int, penalty float64) []float64 {
	return climb(n, func(w, slope []float64) {
		for i := range slope {
			slope[i] = -penalty * w[i]
		}
		for i := range choices {
			choices[i].pull(w, slope)
		}
	})
}

// pull adds the slope of a choice's log-likelihood, that one of the right options is chosen.
func (c *Choice) pull(w, slope []float64) {
	shares := c.shares(w)
	right := 0.0
	for i, p := range shares {
		if c.Options[i].Key {
			right += p
		}
	}
	for i := range c.Options {
		in, by := &c.Options[i], -shares[i]
		if in.Key {
			by += shares[i] / math.Max(right, 1e-9)
		}
		in.pull(slope, by)
	}
}

// shares gives the probability of each option.
func (c *Choice) shares(w []float64) []float64 {
	out, most, all := make([]float64, len(c.Options)), math.Inf(-1), 0.0
	for i := range c.Options {
		out[i] = c.Options[i].sum(w)
		most = max(most, out[i])
	}
	for i, x := range out {
		out[i] = math.Exp(x - most)
		all += out[i]
	}
	for i := range out {
		out[i] /= all
	}
	return out
}

// CrossChoices fits to nine tenths of the articles and chooses in the last tenth, ten times over. It gives the share of right
// choices, and their loss in nats.
func CrossChoices(choices []Choice, n int, penalty float64) (right, loss float64) {
	for fold := range Folds {
		seen, unseen := apart(choices, fold, func(c *Choice) string { return c.Article })
		w := FitChoices(seen, n, penalty)
		for i := range unseen {
			hit, chance := unseen[i].judge(w)
			if hit {
				right++
			}
			loss -= math.Log(math.Max(chance, 1e-9))
		}
	}
	return right / float64(max(len(choices), 1)), loss
}

// judge says whether the likeliest option is right, and how likely the right ones are together.
func (c *Choice) judge(w []float64) (hit bool, chance float64) {
	shares, best := c.shares(w), 0
	for i, p := range shares {
		if c.Options[i].Key {
			chance += p
		}
		if p > shares[best] {
			best = i
		}
	}
	return c.Options[best].Key, chance
}
