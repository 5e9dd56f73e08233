package near_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"entente/data/store/internal/near"
)

// story gives n random words with a space after each.
func story(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		fmt.Fprintf(&b, "w%d ", r.IntN(5000))
	}
	return b.String()
}

func TestTextsThatTellOneStoryAreTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	long, other, short := story(r, 300), story(r, 300), "serbia and japan signed an agreement "
	words := strings.Fields(long)
	changed := slices.Clone(words)
	for i := 0; i < len(changed); i += 20 {
		changed[i] = "x"
	}
	join := func(words []string) string { return strings.Join(words, " ") + " " }
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"the same words", long, long, true},
		{"one word in twenty changed", long, join(changed), true},
		{"a new headline", long, "breaking news from the region " + long, true},
		{"cut to the first half", long, join(words[:150]), true},
		{"as a part of a longer text", join(words[:150]), long + other, true},
		{"other words", long, other, false},
		{"the same words in another order", long, join(shuffled(r, words)), false},
		{"one paragraph in common", long, join(words[:60]) + story(r, 240), false},
		{"short and the same", short, short, true},
		{"short and one word changed", short, "serbia and china signed an agreement ", false},
		{"a short text inside a long one", short, long + short, false},
		{"one word", "serbia ", "serbia ", true},
		{"nothing and nothing", "", "", false},
		{"nothing and something", "", long, false},
	} {
		a, b := near.Shingles(c.a), near.Shingles(c.b)
		if got := near.Same(a, b); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		if near.Same(a, b) != near.Same(b, a) {
			t.Errorf("%s: the order matters", c.name)
		}
	}
}

func shuffled(r *rand.Rand, words []string) []string {
	words = slices.Clone(words)
	r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	return words
}

// mixed gives two sets of which the shared part of all shingles is about the same.
func mixed(r *rand.Rand, shared float64) (a, b near.Set) {
	const all = 400
	for range all {
		h := r.Uint64()
		switch v := r.Float64(); {
		case v < shared:
			a, b = append(a, h), append(b, h)
		case v < shared+(1-shared)/2:
			a = append(a, h)
		default:
			b = append(b, h)
		}
	}
	slices.Sort(a)
	slices.Sort(b)
	return a, b
}

func meet(a, b near.Set) bool {
	buckets := near.Buckets(b)
	return slices.ContainsFunc(near.Buckets(a), func(x int64) bool { return slices.Contains(buckets, x) })
}

func TestTheMoreTextsShareTheMoreOftenTheyMeet(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	const rounds = 300
	for _, c := range []struct{ shared, least, most float64 }{
		{0.0, 0, 0.001}, {0.2, 0, 0.09}, {0.5, 0.70, 0.90}, {0.7, 0.985, 1}, {0.9, 1, 1},
	} {
		met := 0
		for range rounds {
			if meet(mixed(r, c.shared)) {
				met++
			}
		}
		if got := float64(met) / rounds; got < c.least || got > c.most {
			t.Errorf("sharing %.1f: %.3f meet, want between %.3f and %.3f", c.shared, got, c.least, c.most)
		}
	}
}

func TestBucketsNeverChange(t *testing.T) {
	got := near.Buckets(near.Shingles("serbia and japan signed an agreement on trade "))
	if len(got) != 24 {
		t.Fatalf("%d buckets, want 24", len(got))
	}
	want := []int64{2597308343116331154, -8505714345008350421, 1075887489995843803} // libraries hold them
	if !slices.Equal(got[:3], want) {
		t.Errorf("%v, want %v", got[:3], want)
	}
	if near.Buckets(nil) != nil {
		t.Error("the empty set has buckets")
	}
}

func TestShinglesAreASet(t *testing.T) {
	s := near.Shingles("a b c a b c a b c ")
	if !slices.IsSorted(s) || len(s) != 3 {
		t.Errorf("%v, want three sorted hashes", s)
	}
}

func BenchmarkBuckets500Words(b *testing.B) {
	text := story(rand.New(rand.NewPCG(3, 3)), 500)
	b.ReportAllocs()
	for b.Loop() {
		near.Buckets(near.Shingles(text))
	}
}
