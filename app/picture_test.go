package app_test

import (
	"testing"

	"entente/app"
	"entente/data"
)

func TestPicturesAreStepsOfTheHistory(t *testing.T) {
	d := newDesk(t)
	s := d.session
	pair := data.PairOf("JP", "RS")
	s.Show(app.TablePicture)
	s.Go(app.Route{Pair: pair})
	s.Show(app.MatrixPicture)
	d.settle()
	if s.Picture() != app.MatrixPicture || s.Route().Pair != pair {
		t.Fatalf("got %q at %v, want the matrix at the tie", s.Picture(), s.Route())
	}
	for i, want := range []struct {
		picture app.Picture
		pair    data.Pair
	}{{app.TablePicture, pair}, {app.TablePicture, data.Pair{}}, {app.MapPicture, data.Pair{}}} {
		if !s.Back() || s.Picture() != want.picture || s.Route().Pair != want.pair {
			t.Errorf("step %d back: got %q at %v, want %q at %v", i+1, s.Picture(), s.Route(), want.picture, want.pair)
		}
		d.settle()
	}
	if !s.Forward() || s.Picture() != app.TablePicture {
		t.Errorf("forward: got %q, want the table", s.Picture())
	}
}

func TestAnotherPictureAsksTheLibraryNothing(t *testing.T) {
	d := newDesk(t)
	d.session.Go(app.Route{Country: "RS"})
	d.settle()
	d.told = 0
	d.session.Show(app.GapsPicture)
	if len(d.beside) > 0 || d.told != app.PictureChanged {
		t.Errorf("got %d questions and changes %b, want none and only the picture's", len(d.beside), d.told)
	}
	d.session.Show("nonsense")
	if got := d.session.Picture(); got != app.MapPicture {
		t.Errorf("got %q for what is no picture, want the map", got)
	}
	d.session.Show(app.TablePicture)
	d.session.SetLibrary(d.lib)
	if got := d.session.Picture(); got != app.MapPicture {
		t.Errorf("got %q in another library, want the map", got)
	}
}
