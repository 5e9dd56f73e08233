package window_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"entente/data"
)

// dated is a library with passages in the first months of 2024, one of 1945, one that tells only its year, one undated.
func dated(t *testing.T) string {
	pair := data.PairOf("JP", "RS")
	var all []said
	add := func(text, when string) {
		all = append(all, said{text: text, when: when, pair: pair, stance: data.Cooperation, modality: data.Done})
	}
	for i, when := range []string{"2024-01-05", "2024-01-07", "2024-01", "2024-02-03", "2024-03-09", "2024-03-10", "2024-05-02"} {
		for k := range 8 {
			add("Japan met Serbia "+string(rune('a'+i))+string(rune('a'+k))+".", when)
		}
	}
	add("Japan fought Serbia.", "1945")
	add("Japan helps Serbia.", "2024")
	add("Japan likes Serbia.", "")
	return stocked(t, "dated", all...)
}

// period checks the dates of the filter.
func (d *desk) period(what, from, to string) {
	d.t.Helper()
	if f := d.w.Filter(); f.From != from || f.To != to {
		d.t.Errorf("%s: got %s to %s, want %s to %s", what, f.From, f.To, from, to)
	}
}

// dragBars drags from one bar to another.
func (d *desk) dragBars(from, to string) {
	d.t.Helper()
	a, ok1 := d.w.Bar(from)
	b, ok2 := d.w.Bar(to)
	if !ok1 || !ok2 {
		d.t.Fatalf("there is no bar %s or %s", from, to)
	}
	d.drag(a, b.X-a.X)
}

func TestMonthsAreNamedWhereTheirBarsAreNarrow(t *testing.T) {
	pair := data.PairOf("JP", "RS")
	var all []said
	for _, year := range []string{"2021", "2022", "2023"} {
		for month := 1; month <= 12; month++ {
			text := fmt.Sprintf("Japan met Serbia in %s, time %d.", year, month)
			all = append(all, said{text: text, when: fmt.Sprintf("%s-%02d-05", year, month), pair: pair, stance: data.Cooperation, modality: data.Done})
		}
	}
	d := sit(t, stocked(t, "months", all...))
	d.sees("2021", "2022", "2023", "Jul")
	d.wide()
	d.sees("2021", "Feb", "Sep")
}

func (d *desk) drag(from fyne.Position, by float32) {
	d.t.Helper()
	d.w.DragBars(from, from.AddXY(by, 0))
	d.settle()
}

func (d *desk) strike(keys fyne.Focusable, names ...fyne.KeyName) {
	for _, k := range names {
		keys.TypedKey(&fyne.KeyEvent{Name: k})
		d.settle()
	}
}

func TestTimelineShowsWhatMostIsFromAndSaysTheRest(t *testing.T) {
	d := sit(t, dated(t))
	d.win.Resize(fyne.NewSize(1400, 900))
	first, last, n := d.w.BarNames()
	if first != "2024-01" || last != "2024-05" || n != 5 {
		t.Errorf("got %d bars from %s to %s, want the months of 2024 that have passages", n, first, last)
	}
	d.sees("1 tells none", "1 more tells no more than a longer time")
	d.w.SetUnit("year")
	d.settle()
	if first, last, n := d.w.BarNames(); first != "2024" || last != "2024" || n != 1 {
		t.Errorf("by year: got %d bars from %s to %s", n, first, last)
	}
	d.w.SetUnit("day")
	d.settle()
	if first, _, n := d.w.BarNames(); first != "2024-01-01" || n < 120 {
		t.Errorf("by day: got %d bars from %s", n, first)
	}
	if _, ok := d.w.Bar("2024-01-05"); !ok {
		t.Error("there is no bar for 5 January")
	}
	d.w.SetUnit("")
	d.settle()
	if _, _, n := d.w.BarNames(); n != 5 {
		t.Errorf("what suits: got %d bars, want the five months again", n)
	}
}

func TestPeriodIsDraggedMovedAndChanged(t *testing.T) {
	d := sit(t, dated(t))
	d.win.Resize(fyne.NewSize(1400, 900))
	before := d.w.Ties()
	d.dragBars("2024-01", "2024-02")
	d.period("dragged over two months", "2024-01", "2024-02")
	d.sees("is left out while a period is chosen", "January 2024 to February 2024")
	d.dragBars("2024-01", "2024-02") // from within the brush
	d.period("moved by a month", "2024-02", "2024-03")
	mid, _ := d.w.Bar("2024-03")
	next, _ := d.w.Bar("2024-04")
	end := fyne.NewPos((mid.X+next.X)/2, mid.Y)
	d.drag(end, 0.7*(next.X-mid.X))
	d.period("its end dragged by a month", "2024-02", "2024-04")
	tap, _ := d.w.Bar("2024-05")
	test.TapCanvas(d.win.Canvas(), tap)
	d.settle()
	d.period("a month tapped", "2024-05", "2024-05")
	test.TapCanvas(d.win.Canvas(), tap)
	d.settle()
	d.period("the same again", "", "")
	if d.w.Ties() != before {
		t.Errorf("got %d ties, want the %d from before", d.w.Ties(), before)
	}
}

func TestABarIsFramedOnlyAfterKeys(t *testing.T) {
	d := sit(t, dated(t))
	d.win.Resize(fyne.NewSize(1400, 900))
	keys := d.w.BarKeys()
	framed := func(what, want string) {
		t.Helper()
		if got := d.w.BarFramed(); got != want {
			t.Errorf("%s: the frame is about %q, want %q", what, got, want)
		}
	}
	d.dragBars("2024-02", "2024-03")
	framed("dragged", "")
	d.strike(keys, fyne.KeyEscape)
	framed("dragged, then Escape", "")
	tap, _ := d.w.Bar("2024-02")
	test.TapCanvas(d.win.Canvas(), tap)
	d.settle()
	framed("tapped", "")
	d.strike(keys, fyne.KeyRight)
	framed("tapped, then Right", "2024-03")
	d.dragBars("2024-04", "2024-05")
	framed("dragged after keys", "")
	d.strike(keys, fyne.KeyLeft)
	framed("Left of what was dragged over", "2024-04")
	d.win.Canvas().Unfocus()
	framed("left", "")
	d.win.Canvas().Focus(keys)
	framed("come back to by Tab", "2024-04")
}

func TestTimelineTakesKeys(t *testing.T) {
	d := sit(t, dated(t))
	d.win.Resize(fyne.NewSize(1400, 900))
	keys := d.w.BarKeys()
	d.strike(keys, fyne.KeyHome, fyne.KeyRight, fyne.KeyReturn)
	d.period("Right and Enter", "2024-02", "2024-02")
	d.strike(keys, fyne.KeyUp)
	d.period("Up makes it longer", "2024-02", "2024-03")
	d.strike(keys, fyne.KeyDown)
	d.period("Down makes it shorter", "2024-02", "2024-02")
	d.strike(keys, fyne.KeyEscape)
	d.period("Escape", "", "")
	keys.TypedRune('-')
	d.settle()
	if _, _, n := d.w.BarNames(); n <= 5 {
		t.Errorf("got %d bars after a longer time was asked for", n)
	}
	for range 30 {
		keys.TypedRune('-')
	}
	d.settle()
	if first, last, _ := d.w.BarNames(); first != "1945" || last != "2024" {
		t.Errorf("got %s to %s, want all years and no more", first, last)
	}
	keys.TypedRune('0')
	d.settle()
	if _, _, n := d.w.BarNames(); n != 5 {
		t.Errorf("got %d bars, want the five months again", n)
	}
}

func TestWheelZoomsIntoDays(t *testing.T) {
	d := sit(t, dated(t))
	d.win.Resize(fyne.NewSize(1400, 900))
	for range 6 {
		first, _, n := d.w.BarNames()
		if n == 0 {
			t.Fatal("no bars")
		}
		d.w.ScrollBars(first, 10)
		d.settle()
	}
	first, last, n := d.w.BarNames()
	if len(first) != len("2024-01-05") || n < 3 || n > 93 || last < first {
		t.Errorf("got %d bars from %s to %s, want some days", n, first, last)
	}
}

func TestPlaybackAddsUp(t *testing.T) {
	d := sit(t, dated(t))
	d.win.Resize(fyne.NewSize(1400, 900))
	d.do("Play or pause the timeline")
	d.period("the first bar", "2024-01", "2024-01")
	d.sees("Playing: January 2024.")
	d.tickClock()
	d.period("the second adds up", "2024-01", "2024-02")
	d.strike(d.w.BarKeys(), fyne.KeySpace)
	d.tickClock()
	d.period("paused", "2024-01", "2024-02")
	d.strike(d.w.BarKeys(), fyne.KeySpace)
	d.period("played on", "2024-01", "2024-03")
	for range 5 {
		d.tickClock()
	}
	d.period("the end", "2024-01", "2024-05")
	if d.w.Playing() {
		t.Error("it plays on at the end")
	}
	d.w.Rewind()
	d.settle()
	d.period("rewound", "", "")
}

// tickClock lets the time of one bar pass, and nothing else that waits.
func (d *desk) tickClock() {
	d.t.Helper()
	n := len(d.timers)
	if n == 0 {
		return
	}
	last := d.timers[n-1]
	if !last.stopped {
		last.stopped = true
		last.f()
	}
	d.settle()
}

func TestPlaybackSlidesTheChosenPeriodAndStopsForAnotherFilter(t *testing.T) {
	d := sit(t, dated(t))
	d.win.Resize(fyne.NewSize(1400, 900))
	d.dragBars("2024-01", "2024-02")
	d.w.Slide(true)
	d.do("Play or pause the timeline")
	d.period("begins at the chosen period", "2024-01", "2024-02")
	d.tickClock()
	d.period("slides", "2024-02", "2024-03")
	d.w.SetFilter(data.Filter{Fields: []data.Field{data.Trade}})
	d.settle()
	if d.w.Playing() {
		t.Error("it plays on after another filter was set")
	}
	d.period("left alone", "", "")
}

func TestTheFirstBarThatIsPointedAtHasATip(t *testing.T) {
	d := sit(t, dated(t))
	d.win.Resize(fyne.NewSize(1400, 900))
	if !d.w.TipsOfBarsHaveAPlace() {
		t.Error("nothing would appear beside a bar before the timeline is drawn again")
	}
}

func TestTimelineOfNothing(t *testing.T) {
	d := sit(t, emptyLibrary(t, "none"))
	d.sees("No passage tells its date.")
	keys := d.w.BarKeys()
	d.strike(keys, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn, fyne.KeySpace, fyne.KeyEscape)
	keys.TypedRune('-')
	keys.TypedRune('+')
	d.w.SetUnit("day")
	d.settle()
	d.period("nothing", "", "")
}
