package window_test

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"entente/data"
	"entente/geo/proj"
)

// exportTo exports the map as it is.
func (d *desk) exportTo(path string) {
	d.t.Helper()
	d.do("Export the map…")
	d.answer(path, "Export")
}

func (d *desk) drop(path string) {
	d.w.Drop([]fyne.URI{storage.NewFileURI(path)})
	d.settle()
}

func TestADroppedPictureShowsItsViewAgain(t *testing.T) {
	for _, format := range []string{"png", "svg", "pdf"} {
		t.Run(format, func(t *testing.T) {
			d := sit(t, "")
			path := filepath.Join(t.TempDir(), "balkans."+format)
			d.choose("Projection", "Mercator")
			d.choose("Part of the world", "The Balkans")
			d.w.SetFilter(data.Filter{Countries: []data.Party{"RS"}, Fields: []data.Field{"diplomacy"}})
			d.settle()
			d.openTie(data.PairOf("JP", "RS"))
			want, filter := d.w.View(), d.w.Filter()
			d.exportTo(path)

			d.w.SetFilter(data.Filter{})
			d.w.Go("", data.Pair{})
			d.choose("Projection", "Orthographic")
			d.settle()
			d.drop(path)
			got := d.w.View()
			if got.Projection != proj.Mercator || got.Lon != want.Lon || math.Abs(got.Scale/want.Scale-1) > 0.5 {
				t.Errorf("got the view %+v, want %+v", got, want)
			}
			if !reflect.DeepEqual(d.w.Filter(), filter) {
				t.Errorf("got the filter %+v, want %+v", d.w.Filter(), filter)
			}
			d.sees("Told by", "The map shows what balkans."+format+" shows.")
		})
	}
}

func TestADroppedPictureOfAnotherLibrarySaysSo(t *testing.T) {
	d := sit(t, "")
	path := filepath.Join(t.TempDir(), "map.png")
	d.exportTo(path)
	d.w.OpenLibrary(emptyLibrary(t, "mine"))
	d.settle()
	d.drop(path)
	d.sees("None of the evidence behind map.png is in this library.")
}

func TestAPictureWithoutEvidenceSaysSo(t *testing.T) {
	d := sit(t, "")
	before := d.w.View()
	folder := t.TempDir()
	other, gone := filepath.Join(folder, "other.svg"), filepath.Join(folder, "gone.png")
	if err := os.WriteFile(other, []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), 0o644); err != nil {
		t.Fatal(err)
	}
	d.drop(other)
	d.sees("other.svg carries no evidence")
	d.drop(gone)
	if d.w.View() != before {
		t.Error("the map has moved")
	}
}

func TestAPictureIsOpenedLikeALibrary(t *testing.T) {
	d := sit(t, "")
	path := filepath.Join(t.TempDir(), "map.svg")
	d.exportTo(path)
	d.do("Open library…")
	d.answer(path, "Open")
	d.sees("The map shows what map.svg shows.")
}
