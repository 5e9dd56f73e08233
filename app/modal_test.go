package app_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entente/data"
	"entente/data/labelled"
)

// modalFloor is the level reached on a part of testdata/modal: that of its pairs, as for testdata/wire, of the pairs found the share told
// as real as they are, and of the pairs of which it is only said what did not happen the share that is left alone. It must not be lowered
// to let a change pass.
type modalFloor struct {
	pairs        [3]float64
	told, undone float64
}

var modalFloors = map[string]modalFloor{
	"English build":     {[3]float64{0.975, 0.945, 0.915}, 0.875, 0.885},
	"English held":      {[3]float64{0.935, 0.915, 0.885}, 0.93, 0.83},
	"English held anew": {[3]float64{0.915, 0.87, 0.76}, 0.76, 0.725},
	"other build":       {[3]float64{0.995, 0.905, 0.9}, 0.995, 0.995},
	"other held":        {[3]float64{0.995, 0.95, 0.975}, 0.995, 0.995},
	"other held anew":   {[3]float64{0.995, 0.955, 0.89}, 0.865, 0.995},
}

// TestModal scores how real the program takes what short texts tell: done, under way, planned, only thought of, or not so. It lists what
// is taken wrongly in build; of held only the score is shown, as nothing is made with it.
func TestModal(t *testing.T) {
	all, err := labelled.Wire(filepath.Join("..", "testdata", "modal"))
	if err != nil {
		t.Fatal(err)
	}
	modal := map[string]modalScore{}
	for part := range modalFloors {
		modal[part] = modalScore{}
	}
	scores := scoreTexts(t, all, func(w *labelled.Text) string {
		part := "English " + w.Split
		if w.Language != "" {
			part = "other " + w.Split
		}
		if _, number, _ := strings.Cut(w.ID, "/"); number > "100" {
			part += " anew"
		}
		return part
	}, func(part string, w *labelled.Text, found data.Findings) []string {
		return modal[part].add(w, found.Evidence)
	})
	for _, part := range slices.Sorted(maps.Keys(modalFloors)) {
		want, s := modalFloors[part], modal[part]
		scores[part].check(t, part, want.pairs)
		t.Logf("%s: of the pairs found %.3f are told as real as they are, of those undone %.3f are left alone\n%v", part, s.told(), s.undone(), s)
		if s.told() < want.told || s.undone() < want.undone {
			t.Errorf("%s fell below %v: %.3f, %.3f", part, want, s.told(), s.undone())
		}
	}
}

// modalScore counts pairs by how real they are (the best answer), and by how real they are told; Denied is what is left alone. A pair
// with several answers that is told as one of them counts as its best one.
type modalScore map[[2]data.Modality]int

// add counts the pairs of a text, and says what was taken wrongly.
func (s modalScore) add(w *labelled.Text, evidence []data.Evidence) (notes []string) {
	got := map[data.Pair]data.Modality{} // the most real
	for _, e := range evidence {
		if old, known := got[e.Pair]; !known || slices.Index(data.Modalities, e.Modality) < slices.Index(data.Modalities, old) {
			got[e.Pair] = e.Modality
		}
	}
	count := func(pair data.Pair, want ...data.Modality) {
		told, found := got[pair]
		if !found {
			told = data.Denied
		}
		if slices.Contains(want, told) {
			told = want[0]
		} else if found {
			notes = append(notes, fmt.Sprintf("%v is told as %s, not %v", pair, told, want))
		}
		s[[2]data.Modality{want[0], told}]++
	}
	for pair, tie := range w.Ties {
		count(pair, tie.Modalities...)
	}
	for pair := range w.Not {
		count(pair, data.Denied)
	}
	return notes
}

// told is the share of the pairs found, of those to be found, that are told as real as they are.
func (s modalScore) told() float64 {
	right, all := 0, 0
	for at, n := range s {
		if at[0] != data.Denied && at[1] != data.Denied {
			all += n
			if at[0] == at[1] {
				right += n
			}
		}
	}
	return ratio(right, all)
}

// undone is the share of the pairs not to be found that are left alone.
func (s modalScore) undone() float64 {
	all := 0
	for _, told := range data.Modalities {
		all += s[[2]data.Modality{data.Denied, told}]
	}
	return ratio(s[[2]data.Modality{data.Denied, data.Denied}], all)
}

// String gives the counts as a table: a row for each answer, a column for each telling.
func (s modalScore) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%10s", "")
	for _, told := range data.Modalities {
		fmt.Fprintf(&b, "%10s", told)
	}
	for _, real := range data.Modalities {
		fmt.Fprintf(&b, "\n%10s", real)
		for _, told := range data.Modalities {
			fmt.Fprintf(&b, "%10d", s[[2]data.Modality{real, told}])
		}
	}
	return b.String()
}
