package window_test

import (
	"math"
	"strings"
	"testing"

	"entente/app/mapview"
	"entente/geo/proj"
	"fyne.io/fyne/v2"
)

// choose takes an entry of a menu inside the menu, by its words.
func (d *desk) choose(menu, label string) {
	d.t.Helper()
	for _, m := range d.win.MainMenu().Items {
		for _, i := range m.Items {
			if i.Label == menu {
				d.take(i.ChildMenu, label)
				return
			}
		}
	}
	d.t.Fatalf("there is no menu %q", menu)
}

// take takes an entry of a menu by its words.
func (d *desk) take(m *fyne.Menu, label string) {
	d.t.Helper()
	for _, i := range m.Items {
		if i.Label == label || strings.HasPrefix(i.Label, label+"  ") {
			i.Action()
			d.settle()
			return
		}
	}
	d.t.Fatalf("the menu has no %q", label)
}

func TestMenuShowsPartsOfTheWorld(t *testing.T) {
	d := sit(t, "")
	whole := d.w.View().Scale
	d.choose("Part of the world", "The Balkans")
	close := d.w.View()
	if x, y, ok := close.Project([2]float64{20.5, 44.8}); !ok || x < 0 || y < 0 || x > close.Width || y > close.Height || close.Scale < 4*whole {
		t.Errorf("got %+v, want the Balkans close up", close)
	}
	d.choose("Part of the world", "All ties")
	if got := d.w.View().Scale; got >= close.Scale {
		t.Errorf("all ties are shown at scale %.0f, the Balkans at %.0f", got, close.Scale)
	}
}

func TestMenuOfACountryCentresTheMap(t *testing.T) {
	d := sit(t, "")
	d.take(d.w.MapMenu("JP"), "Distances from Japan")
	if v := d.w.View(); v.Projection != proj.Equidistant || math.Abs(v.Lon-138) > 3 || math.Abs(v.Lat-37) > 3 {
		t.Errorf("got %+v, want the world around Japan", v)
	}
	d.sees("Azimuthal equidistant")
	d.choose("Projection", "Equal Earth")
	if v := d.w.View(); math.Abs(v.Lon-138) > 3 || v.Lat != 0 {
		t.Errorf("a sheet forgets the chosen middle: it is turned to %v, %v", v.Lon, v.Lat)
	}
	d.choose("Projection", "Centre as at the beginning")
	if v := d.w.View(); math.Abs(v.Lon-138) < 3 {
		t.Error("the middle stays")
	}
	d.take(d.w.MapMenu("JP"), "Show Japan and its partners")
	if x, y, ok := d.w.View().Project([2]float64{20.5, 44.8}); !ok || x < 0 || y < 0 || x > d.w.View().Width || y > d.w.View().Height {
		t.Error("Serbia, to which Japan is tied, is out of sight")
	}
	d.take(d.w.MapMenu("JP"), "All ties of Japan")
	d.sees("Show only ties of Japan")
}

func TestACountryToCentreOnIsTyped(t *testing.T) {
	d := sit(t, "")
	d.choose("Projection", "Centre on a country…")
	d.sees("Centre the map on a country", "Afghanistan")
	d.w.TypePath(d.win, "zea")
	d.sees("New Zealand")
	d.w.Submit(d.win)
	if v := d.w.View(); math.Abs(v.Lon-171) > 5 {
		t.Errorf("the map is turned to %v, want New Zealand", v.Lon)
	}
	d.missesAll("Centre the map on a country")
}

func TestPartsOfTheMapAreRemembered(t *testing.T) {
	d := sit(t, "")
	if !d.w.Parts().Legend || !d.w.Parts().Graticule {
		t.Error("a new map has no legend or graticule")
	}
	d.choose("On the map", "Meridians and parallels")
	d.choose("On the map", "Fields along the ties")
	d.choose("On the map", "Inset where ties crowd")
	d.choose("On the map", "Legend")
	if got, want := d.w.Parts(), (mapview.Parts{TieNames: true}); got != want {
		t.Errorf("got %+v after each was switched, want %+v", got, want)
	}
	d.w.Speak("en")
	d.settle()
	if got, want := d.w.Parts(), (mapview.Parts{TieNames: true}); got != want {
		t.Errorf("the map that is made anew draws %+v, want %+v", got, want)
	}
	d.choose("On the map", "Legend")
	if !d.w.Parts().Legend {
		t.Error("the legend does not come back")
	}
}
