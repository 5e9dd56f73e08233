// Package learn fits a log-linear model of which pairs are tied to bags of instances: all that an article says of a pair.
// A pair is tied when one of its instances ties it, and it is not known which; one that is not tied has none.
package learn

import "math"

// Feature is one number of an instance; features that are not listed are 0.
type Feature struct {
	Index  int
	Amount float64
}

// Instance is what one passage says of a pair.
type Instance struct {
	Features []Feature
	Key      bool // the passage that a careful reader named
}

// Bag is all that an article says of a pair.
type Bag struct {
	Article   string
	Weight    float64 // how much it counts, 1 for one among many like it
	Tied      bool
	Instances []Instance // at least one
}

const (
	steps = 400
	// early and late are how far a step may go, and settling is the step from which it is late.
	early, late = 0.05, 0.01
	settling    = 250
	// keyBonus is by how much the passage that a reader named is preferred as the one that ties.
	keyBonus = 2
)

// Fit gives the weight of each of n features, in log-odds, of which the first is free and the others are held near 0 the
// more, the greater the penalty. The same bags give the same weights.
func Fit(bags []Bag, n int, penalty float64) []float64 {
	return climb(n, func(w, slope []float64) {
		for i := range slope {
			slope[i] = -penalty * w[i]
		}
		slope[0] = 0
		for i := range bags {
			bags[i].pull(w, slope)
		}
	})
}

// climb gives the n weights at which the slope that is asked for at each step comes to nothing.
func climb(n int, ask func(w, slope []float64)) []float64 {
	w, slope := make([]float64, n), make([]float64, n)
	mean, square := make([]float64, n), make([]float64, n)
	for step := 1; step <= steps; step++ {
		ask(w, slope)
		rate := early
		if step > settling {
			rate = late
		}
		for i := range w { // Adam: each weight at its own pace
			mean[i] = 0.9*mean[i] + 0.1*slope[i]
			square[i] = 0.999*square[i] + 0.001*slope[i]*slope[i]
			m, s := mean[i]/(1-math.Pow(0.9, float64(step))), square[i]/(1-math.Pow(0.999, float64(step)))
			w[i] += rate * m / (math.Sqrt(s) + 1e-8)
		}
	}
	return w
}

// pull adds the slope of a bag's log-likelihood.
func (b *Bag) pull(w, slope []float64) {
	if b.Tied {
		in := &b.Instances[b.likeliest(w)]
		in.pull(slope, b.Weight*(1-in.Chance(w)))
		return
	}
	for i := range b.Instances {
		in := &b.Instances[i]
		in.pull(slope, -b.Weight*in.Chance(w))
	}
}

// likeliest gives the instance that ties a tied pair, as far as the weights tell.
func (b *Bag) likeliest(w []float64) int {
	best, most := 0, math.Inf(-1)
	for i := range b.Instances {
		sum := b.Instances[i].sum(w)
		if b.Instances[i].Key {
			sum += keyBonus
		}
		if sum > most {
			best, most = i, sum
		}
	}
	return best
}

func (in *Instance) pull(slope []float64, by float64) {
	for _, f := range in.Features {
		slope[f.Index] += by * f.Amount
	}
}

func (in *Instance) sum(w []float64) (sum float64) {
	for _, f := range in.Features {
		sum += w[f.Index] * f.Amount
	}
	return sum
}

// Chance gives the probability that an instance ties its pair.
func (in *Instance) Chance(w []float64) float64 { return 1 / (1 + math.Exp(-in.sum(w))) }

// Chance gives the probability of a bag's surest instance.
func (b *Bag) Chance(w []float64) (best float64) {
	for i := range b.Instances {
		best = max(best, b.Instances[i].Chance(w))
	}
	return best
}
