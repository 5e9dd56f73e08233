package learn_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"entente/data/tie/internal/learn"
)

// made gives bags of two articles' pairs each whose tied ones have feature 1 in one of their instances, and feature 2 at
// random in all.
func made(n int) []learn.Bag {
	r := rand.New(rand.NewPCG(1, 2))
	var out []learn.Bag
	for i := range n {
		b := learn.Bag{Article: fmt.Sprint(i / 2), Weight: 1, Tied: i%2 == 0}
		for k := range 3 {
			in := learn.Instance{Features: []learn.Feature{{Index: 0, Amount: 1}, {Index: 2, Amount: r.Float64()}}}
			if b.Tied && k == i%3 {
				in.Features = append(in.Features, learn.Feature{Index: 1, Amount: 1})
			}
			b.Instances = append(b.Instances, in)
		}
		out = append(out, b)
	}
	return out
}

func TestFitFindsThePassageThatTies(t *testing.T) {
	bags := made(200)
	w := learn.Fit(bags, 3, 1)
	if w[1] < 2 || w[2] > 1 || w[2] < -1 {
		t.Errorf("weights %.2f: want the second high and the third near 0", w)
	}
	for i := range bags {
		if got := bags[i].Chance(w) >= 0.5; got != bags[i].Tied {
			t.Fatalf("bag %d: tied %v, want %v", i, got, bags[i].Tied)
		}
	}
}

func TestFitGivesTheSameWeightsAgain(t *testing.T) {
	if a, b := learn.Fit(made(60), 3, 1), learn.Fit(made(60), 3, 1); !slices.Equal(a, b) {
		t.Errorf("got %v, then %v", a, b)
	}
}

func TestAGreaterPenaltyHoldsWeightsNearerToNothing(t *testing.T) {
	little, much := learn.Fit(made(60), 3, 0.5), learn.Fit(made(60), 3, 20)
	if much[1] >= little[1] || much[1] <= 0 {
		t.Errorf("got %.2f under a great penalty and %.2f under a small one", much[1], little[1])
	}
}

func TestABagWithoutWeightCountsForNothing(t *testing.T) {
	bags := made(60)
	against := learn.Bag{Article: "x", Tied: false, Instances: []learn.Instance{{Features: []learn.Feature{{Index: 0, Amount: 1}, {Index: 1, Amount: 9}}}}}
	if a, b := learn.Fit(bags, 3, 1), learn.Fit(append(slices.Clone(bags), against), 3, 1); !slices.Equal(a, b) {
		t.Errorf("got %v with it and %v without", b, a)
	}
}

func TestTheKeyPassageIsTakenForTheOneThatTies(t *testing.T) {
	var bags []learn.Bag
	for i := range 80 {
		key := learn.Instance{Features: []learn.Feature{{Index: 0, Amount: 1}, {Index: 1, Amount: 1}}, Key: true}
		other := learn.Instance{Features: []learn.Feature{{Index: 0, Amount: 1}, {Index: 2, Amount: 1}}}
		bags = append(bags, learn.Bag{Article: fmt.Sprint(i), Weight: 1, Tied: true, Instances: []learn.Instance{other, key}},
			learn.Bag{Article: fmt.Sprint(i), Weight: 1, Instances: []learn.Instance{other}})
	}
	if w := learn.Fit(bags, 3, 1); w[1] < 1 || w[2] > 0 {
		t.Errorf("weights %.2f: want the sign of the key passage high and the other below 0", w)
	}
}

func TestCrossJudgesArticlesThatItHasNotSeen(t *testing.T) {
	if s := learn.Cross(made(200), 3, 1); s.F1() < 0.95 {
		t.Errorf("F1 %.3f on bags that one feature tells apart", s.F1())
	}
	r := rand.New(rand.NewPCG(3, 4)) // a sign of its own for each article tells nothing of others
	var bags []learn.Bag
	for i := range 100 {
		bags = append(bags, learn.Bag{Article: fmt.Sprint(i), Weight: 1, Tied: r.IntN(2) == 0,
			Instances: []learn.Instance{{Features: []learn.Feature{{Index: 0, Amount: 1}, {Index: 1 + i, Amount: 1}}}}})
	}
	if s := learn.Cross(bags, 101, 0.01); s.Right+s.Missed == 0 || s.Loss < 60 {
		t.Errorf("loss %.1f of 100 bags that nothing tells apart", s.Loss)
	}
}

func BenchmarkFit1000Bags(b *testing.B) {
	bags := made(1000)
	b.ReportAllocs()
	for b.Loop() {
		learn.Fit(bags, 3, 1)
	}
}

// offers gives choices among three options of which the right one has feature 1, and all have feature 0 and 2 at random.
func offers(n int) []learn.Choice {
	r := rand.New(rand.NewPCG(5, 6))
	var out []learn.Choice
	for i := range n {
		c := learn.Choice{Article: fmt.Sprint(i)}
		for k := range 3 {
			o := learn.Instance{Features: []learn.Feature{{Index: 0, Amount: 1}, {Index: 2, Amount: r.Float64()}}, Key: k == i%3}
			if o.Key {
				o.Features = append(o.Features, learn.Feature{Index: 1, Amount: 1})
			}
			c.Options = append(c.Options, o)
		}
		out = append(out, c)
	}
	return out
}

func TestFitChoicesFindsWhatTheRightOnesHave(t *testing.T) {
	w := learn.FitChoices(offers(100), 3, 1)
	if w[1] < 2 || w[0] > 0.01 || w[0] < -0.01 || w[2] > 1 || w[2] < -1 {
		t.Errorf("weights %.2f: want the second high, the first nothing, and the third near 0", w)
	}
	if right, _ := learn.CrossChoices(offers(100), 3, 1); right < 0.99 {
		t.Errorf("%.2f of the choices are right that one feature tells apart", right)
	}
	none := offers(100)
	for i := range none {
		for k := range none[i].Options {
			none[i].Options[k].Key = k == (i+1)%3
		}
	}
	if right, loss := learn.CrossChoices(append(offers(100), none...), 3, 1); right > 0.6 || loss < 100 {
		t.Errorf("right %.2f, loss %.1f of choices of which half go the other way", right, loss)
	}
}
