package reason_test

import (
	"io/fs"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"entente/assets"
	"entente/data/tie/internal/reason"
)

func loaded(t *testing.T) (*reason.Model, *reason.Wording) {
	t.Helper()
	m, err := reason.LoadModel(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	w, err := reason.Load(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	return m, &reason.Wording{Weights: w}
}

func TestThePartsOfAConfidenceAddUpToIt(t *testing.T) {
	m, w := loaded(t)
	score := &reason.Score{}
	for _, r := range []reason.Reason{reason.Always, reason.ByVerb, reason.InFrame, reason.OneClause, reason.BothNamed, reason.Planned} {
		score.Add(r, w.Of(r), "sign")
	}
	signs := []reason.Given{{Sign: reason.Start, Amount: 1}, {Sign: reason.Rules, Amount: score.Sum}, {Sign: reason.TopicOut, Amount: 1},
		{Sign: reason.Others1, Amount: 1}}
	sum := 0.0
	for _, p := range m.Named(score, w, signs) {
		if p.Name == "" {
			t.Errorf("a part of %.2f has no name", p.Weight)
		}
		sum += p.Weight
	}
	if got, want := 1/(1+math.Exp(-sum)), m.Confidence(signs); math.Abs(got-want) > 0.01 {
		t.Errorf("the parts come to %.3f, the confidence is %.3f", got, want)
	}
}

func TestPartsAreToldTheHeaviestFirstAndTheSmallOnesInOne(t *testing.T) {
	m, w := loaded(t)
	score := &reason.Score{}
	score.Add(reason.ByVerb, 1.5, "sell")
	score.Add(reason.Planned, 0.01, "")
	parts := m.Named(score, w, []reason.Given{{Sign: reason.Rules, Amount: score.Sum}})
	if len(parts) == 0 || !strings.Contains(parts[0].Name, "sell") {
		t.Errorf("got %+v, want the verb first", parts)
	}
	for _, p := range parts {
		if p.Name == w.Says(reason.Planned) {
			t.Errorf("a part of hardly any weight is told by itself: %+v", p)
		}
	}
}

func TestATableOfSignsThatIsNotWholeIsRefused(t *testing.T) {
	whole, err := fs.ReadFile(assets.FS, "rules/model.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ line, instead, want string }{
		"a sign left out":        {"topic-in", "# left out", "is missing"},
		"a sign of another name": {"topic-in", "topics\t0\twords", "unknown sign"},
		"no number":              {"start", "start\tmuch\twords", "invalid syntax"},
	} {
		t.Run(name, func(t *testing.T) {
			lines := strings.Split(string(whole), "\n")
			for i, line := range lines {
				if strings.HasPrefix(line, c.line+"\t") {
					lines[i] = c.instead
				}
			}
			_, err := reason.LoadModel(fstest.MapFS{"rules/model.tsv": {Data: []byte(strings.Join(lines, "\n"))}})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}
