package window_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"entente/app"
	"entente/app/window"
	"entente/data"
)

// tab taps the word that chooses a picture.
func (d *desk) tab(label string) {
	d.t.Helper()
	test.Tap(find(d, "tab "+label, func(t *window.Tab) bool { return t.Label() == label }))
	d.settle()
}

// line taps a line of a page's list by its name.
func (d *desk) line(name string) {
	d.t.Helper()
	test.Tap(find(d, "line "+name, func(i *window.LineItem) bool { return i.Name() == name }))
	d.settle()
}

// wide gives the window room for all columns.
func (d *desk) wide() { d.win.Resize(fyne.NewSize(2400, 1200)); d.settle() }

func TestTableSortsByAnyColumnAndBothWays(t *testing.T) {
	d := sit(t, "")
	d.wide()
	d.tab("List")
	d.sees("sorted by: Reports")
	if got := d.w.TablePairs(); len(got) != d.w.Ties() || got[0] != data.PairOf("JP", "RS") {
		t.Errorf("got %v, want all ties with the heaviest first", got)
	}
	for _, label := range []string{"Countries", "Stance", "Fields", "Articles", "Passages", "First", "Last", "Sure", "Disagree", "Accepted", "Rejected"} {
		head := func() *window.TableHead {
			return find(d, "head "+label, func(h *window.TableHead) bool { return strings.HasPrefix(h.Text(), label) })
		}
		test.Tap(head())
		d.settle()
		once := d.w.TablePairs()
		d.sees("sorted by: " + label)
		if label == "Sure" {
			d.sees("at least one passage ties the two, whatever its stance; at most 99%")
		}
		test.Tap(head())
		d.settle()
		twice := d.w.TablePairs()
		if label == "Countries" && slices.Equal(once, twice) {
			t.Errorf("%s: a second click does not turn the order round", label)
		}
		if len(once) != d.w.Ties() || len(twice) != d.w.Ties() {
			t.Errorf("%s: got %d and %d rows of %d", label, len(once), len(twice), d.w.Ties())
		}
	}
}

func TestNoColumnOfTheTableIsCut(t *testing.T) {
	d := sit(t, "")
	d.tab("List")
	d.win.Resize(fyne.NewSize(450, 400))
	d.settle()
	if len(all[*window.TableCell](d)) == 0 {
		t.Error("in a narrow window with one column the table shows no row")
	}
	for _, width := range []float32{2600, 1920, 1430, 1280, 1100, 900, 700} {
		d.win.Resize(fyne.NewSize(width, 800))
		d.settle()
		begin, end := d.w.TableEdges()
		seen := 0
		for _, h := range all[*window.TableHead](d) {
			left := fyne.CurrentApp().Driver().AbsolutePositionForObject(h).X
			if left >= end {
				continue
			}
			seen++
			if right := left + h.Size().Width; left < begin || right > end {
				t.Errorf("at %v the column %q goes from %v to %v of %v to %v", width, h.Text(), left, right, begin, end)
			}
		}
		more := 12 - seen
		switch {
		case width > 2000 && more != 0:
			t.Errorf("at %v %d columns are hidden", width, more)
		case more == 1:
			d.sees("1 more column to the right")
		case more > 1:
			d.sees(fmt.Sprint(more, " more columns to the right"))
		default:
			d.missesAll("to the right")
		}
	}
}

func TestADraggedColumnKeepsItsWidth(t *testing.T) {
	d := sit(t, "")
	d.tab("List")
	width := func(label string) float32 {
		return find(d, label, func(h *window.TableHead) bool { return strings.HasPrefix(h.Text(), label) }).Size().Width
	}
	before := width("Stance")
	d.w.DragColumn(1, 60)
	d.settle()
	if got := width("Stance"); got != before+60 {
		t.Fatalf("dragged by 60 the column is %v wide, was %v", got, before)
	}
	d.w.SetFilter(data.Filter{Countries: []data.Party{"JP"}})
	d.settle()
	d.win.Resize(fyne.NewSize(1300, 700))
	d.settle()
	if got := width("Stance"); got != before+60 {
		t.Errorf("under another filter and in another window the column is %v wide, want %v", got, before+60)
	}
}

func TestTheWheelMovesTheRowsAlsoOverTheColumnThatStays(t *testing.T) {
	d := sit(t, "")
	d.win.Resize(fyne.NewSize(1000, 450))
	d.tab("List")
	first := func() string {
		return find(d, "cell", func(c *window.TableCell) bool { return strings.Contains(c.Text(), " – ") }).Text()
	}
	before := first()
	begin, _ := d.w.TableEdges()
	test.Scroll(d.win.Canvas(), fyne.NewPos(begin+30, 250), 0, -150)
	d.settle()
	if got := first(); got == before {
		t.Errorf("after the wheel was turned %q is still the first", got)
	}
}

func TestTableShowsDaysAndOpensTies(t *testing.T) {
	d := sit(t, "")
	d.wide()
	d.tab("List")
	find(d, "day", func(c *window.TableCell) bool {
		return len(c.Text()) == len("2024-10-24") && strings.HasPrefix(c.Text(), "20")
	})
	test.Tap(find(d, "tie", func(c *window.TableCell) bool { return c.Text() == "Serbia – United States" }))
	d.settle()
	if got := d.w.Route().Pair; got != data.PairOf("RS", "US") || d.w.Picture() != app.TablePicture {
		t.Errorf("got %v in %q, want Serbia and the United States beside the table", got, d.w.Picture())
	}
	d.sees("Told by")
	d.w.SetFilter(data.Filter{Countries: []data.Party{"JP"}})
	d.settle()
	for _, p := range d.w.TablePairs() {
		if !p.Has("JP") {
			t.Errorf("the filter for Japan leaves %v in the table", p)
		}
	}
}

func TestPicturesAreStepsBack(t *testing.T) {
	d := sit(t, "")
	d.tab("Matrix")
	d.openTie(data.PairOf("JP", "RS"))
	d.do("Show what the articles leave open")
	d.do("Back")
	if d.w.Picture() != app.MatrixPicture || d.w.Route().Pair != data.PairOf("JP", "RS") {
		t.Errorf("got %q at %v, want the matrix at Japan and Serbia", d.w.Picture(), d.w.Route())
	}
	d.do("Back")
	d.do("Back")
	if d.w.Picture() != app.MapPicture {
		t.Errorf("got %q, want the map", d.w.Picture())
	}
}

func TestMatrixOpensByPointerAndByKeys(t *testing.T) {
	d := sit(t, quarrels(t))
	d.wide()
	d.tab("Matrix")
	parties := d.w.MatrixParties()
	if parties[0] != "RS" {
		t.Fatalf("got %v, want Serbia first, which has most reports", parties)
	}
	at, keys := d.w.MatrixCell("RS", "JP")
	test.TapCanvas(d.win.Canvas(), at)
	d.settle()
	if got := d.w.Route().Pair; got != data.PairOf("JP", "RS") {
		t.Errorf("a click opens %v, want Japan and Serbia", got)
	}
	if got := d.w.MatrixSays(); !strings.Contains(got, "Conflict") || !strings.Contains(got, "Serbia – Japan") {
		t.Errorf("the cell says %q", got)
	}
	strike := func(keyNames ...fyne.KeyName) {
		for _, k := range keyNames {
			keys.TypedKey(&fyne.KeyEvent{Name: k})
		}
		d.settle()
	}
	strike(fyne.KeyHome, fyne.KeyReturn)
	if got := d.w.Route().Country; got != "RS" {
		t.Errorf("Enter on the diagonal opens %v, want Serbia", d.w.Route())
	}
	strike(fyne.KeyDown, fyne.KeySpace)
	if got := d.w.Route().Pair; got != data.PairOf(parties[1], "RS") {
		t.Errorf("Down and Space open %v, want %v with Serbia", got, parties[1])
	}
	for range parties {
		strike(fyne.KeyRight, fyne.KeyRight, fyne.KeyDown)
	}
	strike(fyne.KeyReturn)
	if got := d.w.Route().Country; got != parties[len(parties)-1] {
		t.Errorf("the last cell opens %v, want %v", d.w.Route(), parties[len(parties)-1])
	}
}

func TestMatrixOfNothingTakesKeysAndClicks(t *testing.T) {
	d := sit(t, emptyLibrary(t, "none"))
	d.tab("Matrix")
	d.sees("No tie meets the filter.")
	at, keys := d.w.MatrixCell("RS", "JP")
	test.TapCanvas(d.win.Canvas(), at.AddXY(30, 30))
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn, fyne.KeyHome, fyne.KeyA} {
		keys.TypedKey(&fyne.KeyEvent{Name: k})
	}
	for _, label := range []string{"List", "Compare", "Disputes", "Gaps", "Map"} {
		d.tab(label)
	}
}

func TestChangesShowBothPeriods(t *testing.T) {
	d := sit(t, "")
	d.wide()
	d.tab("Compare")
	d.w.Compare("soon", "2024")
	d.sees("A period is a date")
	d.w.Compare("2000/2023", "2024/2026")
	d.settle()
	d.sees("New (", "Told only in the later period.", "2000 – 2023", "2024 – 2026", "No passage.")
	d.line("Japan – Serbia")
	d.sees("Open this tie")
}

func TestDisputesShowBothSides(t *testing.T) {
	d := sit(t, quarrels(t))
	d.wide()
	d.tab("Disputes")
	d.sees("3 contradictions", "Figures that disagree (1 tie)", "112,000 workers", "30,000 workers", "Both are told (1 tie)", "Stated and denied (1 tie)",
		"Japan employs", "Serbia sued", "About JP-RS · Herald")
	d.missesAll("Japan denied that")
}

func TestGapsLeadToTheirPlaces(t *testing.T) {
	d := sit(t, "")
	d.wide()
	d.tab("Gaps")
	d.sees("Named together, with no stated tie", "are named together")
	d.w.SetFilter(data.Filter{Countries: []data.Party{"FJ"}})
	d.settle()
	d.sees("Never named (1 country)", "Fiji")
}

func TestPictureIsExportedAsItStands(t *testing.T) {
	d := sit(t, "")
	for label, want := range map[string]string{"Map": "country_a,country_b", "List": "country_a,country_b", "Matrix": "country,US", "Gaps": "gap,country_a"} {
		d.tab(label)
		path := filepath.Join(t.TempDir(), "out.csv")
		d.do("Export this picture as a table…")
		d.answer(path, "Export")
		got, err := os.ReadFile(path)
		if err != nil || !strings.Contains(string(got), want) {
			t.Errorf("%s: got %.60q, %v; want %q", label, got, err, want)
		}
	}
}
