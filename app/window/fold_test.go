package window_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"entente/data"
	"entente/data/store"
)

// graded makes a library whose articles state one tie, in a passage for each of the confidences given.
func graded(t *testing.T, articles ...[]float64) string {
	t.Helper()
	return gradedWith(t, func(int) []data.Figure { return nil }, articles...)
}

// gradedWith is graded, with the figures that a ship's passage tells.
func gradedWith(t *testing.T, figures func(ship int) []data.Figure, articles ...[]float64) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "graded.entente")
	lib, err := store.Open(t.Context(), path, store.Options{RulesVersion: "test"})
	if err != nil {
		t.Fatal(err)
	}
	ship := 0
	for _, confidences := range articles {
		var text strings.Builder
		var found data.Findings
		for _, sure := range confidences {
			from := text.Len()
			fmt.Fprintf(&text, "Chile sold Norway ship number %d.", ship)
			told := figures(ship)
			for i := range told {
				told[i].Passage = data.PassageOf(text.String(), data.Span{Start: text.Len() - 2, End: text.Len() - 1})
			}
			ship++
			for name, code := range map[string]data.Party{"Chile": "CL", "Norway": "NO"} {
				at := from + strings.Index(text.String()[from:], name)
				found.Mentions = append(found.Mentions, data.Mention{Passage: data.PassageOf(text.String(), data.Span{Start: at, End: at + len(name)}), Country: code, Kind: data.ByName})
			}
			found.Evidence = append(found.Evidence, data.Evidence{Passage: data.PassageOf(text.String(), data.Span{Start: from, End: text.Len()}),
				Pair: data.PairOf("CL", "NO"), Fields: []data.Field{data.Trade}, Stance: data.Cooperation, Modality: data.Done, Confidence: sure, Figures: told})
			text.WriteByte(' ')
		}
		item := store.Item{Article: data.Article{Title: "Ships", Text: text.String()}, Findings: found}
		if added, err := lib.Add(t.Context(), []store.Item{item}); err != nil || added[0].Err != nil {
			t.Fatal(err, added)
		}
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPassagesThatAreLessThanFairlySureAreFolded(t *testing.T) {
	d := sit(t, graded(t, []float64{0.5, 0.9, 0.69, 0.71, 0.694}))
	d.openTie(data.PairOf("CL", "NO"))
	d.sees("number 1.", "number 3.", "5 passages")
	d.missesAll("number 0.", "number 2.", "number 4.")
	const line = "3 further passages, less than 70% sure"
	fold := find(d, line, func(b button) bool { return b.AccessibilityLabel() == line })
	d.win.Canvas().Focus(fold.(fyne.Focusable))
	d.typed(fyne.KeyReturn)
	d.sees("number 0.", "number 2.", "number 4.")
	if again := d.win.Canvas().Focused(); again == nil || again == fold.(fyne.Focusable) || again.(button).AccessibilityLabel() != line {
		t.Errorf("the focus went from the line to %T", again)
	}
	d.typed(fyne.KeyReturn)
	d.missesAll("number 0.")
	d.press(line)
	d.w.FocusCard(2)
	d.w.KeyOnCard(2, fyne.KeyA)
	d.settle()
	d.sees("2 further passages, less than 70% sure", "number 0.")
	d.press("2 further passages, less than 70% sure")
	d.sees("number 0.", "number 1.", "number 3.")
	d.missesAll("number 2.", "number 4.")
}

func TestAPanelIsHeadedByFiguresOfFairlySurePassages(t *testing.T) {
	crates := func(ship int) []data.Figure { return []data.Figure{{Value: float64(500 + ship), Unit: "crates"}} }
	d := sit(t, gradedWith(t, crates, []float64{0.9, 0.6}))
	d.openTie(data.PairOf("CL", "NO"))
	d.sees("Figures", "500 crates")
	d.missesAll("501 crates")
	d.press("1 further passage, less than 70% sure")
	d.missesAll("501 crates")
	d.w.FocusCard(1)
	d.w.KeyOnCard(1, fyne.KeyA)
	d.settle()
	d.sees("500 crates", "501 crates")
}

func TestMoreThanThreeLinesOfFiguresAreFolded(t *testing.T) {
	cargo := func(ship int) []data.Figure {
		return []data.Figure{{Value: float64(500 + ship), Unit: "crates", About: fmt.Sprintf("cargo of ship %d", ship)}}
	}
	for _, ships := range []int{3, 8} {
		d := sit(t, gradedWith(t, cargo, slices.Repeat([]float64{0.9}, ships)))
		d.openTie(data.PairOf("CL", "NO"))
		d.sees("500 crates", "502 crates")
		d.missesAll("503 crates")
		if ships == 3 {
			d.missesAll("more figure")
			continue
		}
		const line = "5 more figures"
		d.win.Canvas().Focus(find(d, line, func(b button) bool { return b.AccessibilityLabel() == line }).(fyne.Focusable))
		d.typed(fyne.KeyReturn)
		d.sees("503 crates", "507 crates")
		d.press(line)
		d.missesAll("503 crates")
	}
}

func TestFiguresOfNothingNamedShareLines(t *testing.T) {
	bare := func(ship int) []data.Figure { return []data.Figure{{Value: float64(500 + ship), Unit: "crates"}} }
	d := sit(t, gradedWith(t, bare, slices.Repeat([]float64{0.9}, 5)))
	d.openTie(data.PairOf("CL", "NO"))
	d.sees("500 crates", "504 crates")
	d.missesAll("more figure")
}

func TestTheTieStandsAsItWasAfterReading(t *testing.T) {
	var confidences []float64
	for i := range 40 {
		confidences = append(confidences, []float64{0.9, 0.6}[i/20])
	}
	d := sit(t, graded(t, confidences))
	d.openTie(data.PairOf("CL", "NO"))
	d.press("20 further passages, less than 70% sure")
	d.sees("number 39.")
	d.w.ScrollPanel(300)
	d.w.TapCard(25)
	d.settle()
	d.missesAll("20 further passages")
	d.do("Back")
	d.sees("20 further passages", "number 39.")
	if by, _ := d.w.PanelScroll(); by != 300 {
		t.Errorf("after Back the panel is scrolled by %v, want 300 as before", by)
	}
	d.w.OpenCountry("CL")
	d.settle()
	d.do("Back")
	d.sees("number 39.")
	d.press("Close")
	d.openTie(data.PairOf("CL", "NO"))
	d.missesAll("number 39.")
	if by, _ := d.w.PanelScroll(); by != 0 {
		t.Errorf("the tie opened anew is scrolled by %v, want its beginning", by)
	}
}

func TestATieWithNothingSureFoldsNothing(t *testing.T) {
	d := sit(t, graded(t, []float64{0.5, 0.6}))
	d.openTie(data.PairOf("CL", "NO"))
	d.sees("number 0.", "number 1.")
	d.missesAll("further")
}

func TestEveryPassageOfALongTieIsReached(t *testing.T) {
	var articles [][]float64
	for i := range 75 {
		articles = append(articles, []float64{[]float64{0.9, 0.6}[i%2]})
	}
	d := sit(t, graded(t, articles...))
	d.openTie(data.PairOf("CL", "NO"))
	d.sees("Show 8 more passages")
	d.press("Show 8 more passages")
	const line = "37 further passages, less than 70% sure"
	d.sees(line)
	d.missesAll("number 1.", "more passages")
	d.press(line)
	d.sees("Show 7 more passages")
	d.press("Show 7 more passages")
	texts := d.texts()
	for i := range articles {
		if !strings.Contains(texts, fmt.Sprintf("number %d.", i)) {
			t.Errorf("passage %d is not shown", i)
		}
	}
	d.missesAll("more passages")
}

func TestLinesThatFoldTakeTheKeysOfButtons(t *testing.T) {
	d := sit(t, graded(t, []float64{0.9, 0.5}))
	d.openTie(data.PairOf("CL", "NO"))
	const line = "1 further passage, less than 70% sure"
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyEnter} {
		fold := find(d, line, func(b button) bool { return b.AccessibilityLabel() == line })
		before := strings.Contains(d.texts(), "number 1.")
		d.win.Canvas().Focus(fold.(fyne.Focusable))
		d.typed(key)
		if now := strings.Contains(d.texts(), "number 1."); now == before {
			t.Errorf("%s did nothing", key)
		}
	}
	test.Tap(find(d, line, func(b button) bool { return b.AccessibilityLabel() == line }))
	d.settle()
	d.missesAll("number 1.")
}

func TestWhatALineOpensIsSeen(t *testing.T) {
	var confidences []float64
	for i := range 40 {
		confidences = append(confidences, []float64{0.9, 0.6}[i/20])
	}
	d := sit(t, graded(t, confidences))
	d.openTie(data.PairOf("CL", "NO"))
	const line = "20 further passages, less than 70% sure"
	for _, open := range []bool{true, false} {
		d.press(line)
		if from, to := d.w.PanelScroll(); open && from == 0 || to < 0 {
			t.Errorf("open is %v: the panel is scrolled by %v, with %v below what is seen", open, from, to)
		}
	}
}
