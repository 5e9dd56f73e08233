package mapview_test

import (
	"math"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/paulmach/orb"

	"entente/app/mapview"
	"entente/app/scene"
	"entente/data"
	"entente/geo/proj"
)

// inSight says whether a place lies within the map.
func (b *table) inSight(lon, lat float64) bool {
	x, y, ok := b.view.View().Project(orb.Point{lon, lat})
	return ok && x >= 0 && y >= 0 && x <= float64(b.view.Size().Width) && y <= float64(b.view.Size().Height)
}

func TestKeysShowPartsOfTheWorld(t *testing.T) {
	belgrade, paris, cairo, nairobi, delhi, lima, sydney := orb.Point{20.5, 44.8}, orb.Point{2.3, 48.9}, orb.Point{31.2, 30},
		orb.Point{36.8, -1.3}, orb.Point{77.2, 28.6}, orb.Point{-77, -12}, orb.Point{151.2, -33.9}
	tests := []struct {
		name      string
		key       rune
		seen, not orb.Point
	}{
		{"1 shows the Balkans", '1', belgrade, paris},
		{"b shows the Balkans too", 'b', belgrade, paris},
		{"2 shows Europe", '2', paris, nairobi},
		{"3 shows the Middle East", '3', cairo, paris},
		{"4 shows Africa", '4', nairobi, lima},
		{"5 shows Asia", '5', delhi, lima},
		{"6 shows the Americas", '6', lima, delhi},
		{"7 shows Oceania", '7', sydney, delhi},
	}
	for _, name := range proj.Names() {
		for _, tt := range tests {
			t.Run(name+": "+tt.name, func(t *testing.T) {
				b := lay(t)
				b.view.SetProjection(name)
				b.view.TypedRune(tt.key)
				if !b.inSight(tt.seen[0], tt.seen[1]) || b.inSight(tt.not[0], tt.not[1]) {
					t.Errorf("%v in sight: %v, %v in sight: %v; want true, false", tt.seen, b.inSight(tt.seen[0], tt.seen[1]), tt.not, b.inSight(tt.not[0], tt.not[1]))
				}
				b.view.TypedRune('0')
				if !b.view.Fitted() {
					t.Error("0 does not show the whole map again")
				}
			})
		}
	}
}

func TestKeysShowTiesAndPartners(t *testing.T) {
	b := lay(t)
	whole := b.view.View().Scale
	b.view.SetTies([]data.Tie{{Pair: data.PairOf("RS", "XK"), Reports: 1}, {Pair: data.PairOf("BA", "RS"), Reports: 1}})
	b.view.TypedRune('t')
	if !b.inSight(20.5, 44.8) || b.view.View().Scale < 4*whole {
		t.Errorf("t shows %+v, want Serbia and its neighbours close up", b.view.View())
	}
	b.view.SetTies(ties)
	b.view.SetSelected(scene.Target{Country: "BR"})
	b.view.TypedRune('p')
	if !b.inSight(-53, -11) || !b.inSight(104, 36) || b.view.Fitted() {
		t.Error("p does not show Brazil and China")
	}
	b.view.SetSelected(scene.Target{Pair: serbiaJapan})
	b.view.TypedRune('p')
	if !b.inSight(21, 44) || !b.inSight(138, 37) {
		t.Error("p does not show both ends of the chosen tie")
	}
	b.view.SetSelected(scene.Target{})
	b.view.TypedRune('p')
	if !b.view.Fitted() {
		t.Error("p with nothing chosen does not show the whole map")
	}
}

func TestTheMapKeepsTheMiddleThatTheUserChose(t *testing.T) {
	b := lay(t)
	serbia := orb.Point{20.9, 44.2}
	b.view.Around(serbia)
	if v := b.view.View(); v.Projection != proj.Equidistant || v.Lon != serbia[0] || v.Lat != serbia[1] || !b.view.Fitted() {
		t.Errorf("got %+v, want all of the world around Serbia", v)
	}
	b.view.TypedRune('2')
	b.view.TypedRune('0')
	if v := b.view.View(); v.Lon != serbia[0] || v.Lat != serbia[1] {
		t.Errorf("after Europe and the whole map it lies around %v, %v", v.Lon, v.Lat)
	}
	b.view.SetProjection(proj.EqualEarth)
	if v := b.view.View(); v.Lon != serbia[0] || v.Lat != 0 {
		t.Errorf("a sheet is turned to %v, %v, want the meridian of Serbia", v.Lon, v.Lat)
	}
	b.view.SetProjection(proj.Orthographic)
	if v := b.view.View(); v.Lon != serbia[0] || v.Lat != serbia[1] {
		t.Errorf("a globe is turned to %v, %v, want Serbia", v.Lon, v.Lat)
	}
	b.view.SetProjection(proj.EqualEarth)
	kept := b.view.View()
	b.view.Uncentre()
	begin := scene.Fit(proj.View{Projection: proj.EqualEarth}, 900, 500).Lon
	if v := b.view.View(); v.Lon != begin || b.view.Centred() {
		t.Errorf("got the meridian %v without a middle, want %v", v.Lon, begin)
	}
	b.view.SetView(kept, true)
	if !b.view.Centred() {
		t.Error("a view that comes back forgets its middle")
	}
}

func TestGShowsTheGlobeAndWhatWasBefore(t *testing.T) {
	b := lay(t)
	b.view.SetProjection(proj.Mercator)
	b.view.TypedRune('g')
	if got := b.view.View().Projection; got != proj.Orthographic {
		t.Errorf("g shows %s, want the globe", got)
	}
	b.view.TypedRune('g')
	if got := b.view.View().Projection; got != proj.Mercator {
		t.Errorf("g again shows %s, want the sheet that was there", got)
	}
}

func TestShiftTurnsTheSphereUnderASheet(t *testing.T) {
	b := lay(t)
	before := b.view.View()
	at := b.place(20, 0)
	b.view.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary, Modifier: fyne.KeyModifierShift})
	for range 4 {
		at = at.AddXY(25, 0)
		b.view.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: fyne.NewDelta(25, 0)})
	}
	b.view.DragEnd()
	v := b.view.View()
	if got, _ := v.Invert(float64(at.X), float64(at.Y)); math.Abs(got[0]-20) > 0.1 {
		t.Errorf("under the pointer lies %v, want longitude 20", got)
	}
	if v.X != before.X || v.Y != before.Y || v.Scale != before.Scale || v.Lat != 0 || !b.view.Fitted() {
		t.Errorf("got %+v, want the same place in the window as %+v", v, before)
	}
}

func TestSecondaryButtonTellsWhatIsThere(t *testing.T) {
	b := lay(t)
	click := func(at fyne.Position) {
		e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}, Button: desktop.MouseButtonSecondary}
		b.view.MouseDown(e)
		b.view.MouseUp(e)
	}
	click(b.place(134, -25))
	if b.spot.Country != "AU" || !b.spot.OnMap || math.Abs(b.spot.Place[0]-134) > 0.1 {
		t.Errorf("got %+v, want Australia at longitude 134", b.spot)
	}
	click(b.middle(serbiaJapan))
	if b.spot.Pair != serbiaJapan {
		t.Errorf("got %+v, want the tie of Serbia and Japan", b.spot)
	}
	click(fyne.NewPos(2, 2))
	if !b.spot.Empty() || b.spot.OnMap {
		t.Errorf("got %+v beside the globe", b.spot)
	}
}

func TestPartsAreLeftOutOfThePicture(t *testing.T) {
	b := lay(t)
	if in := b.view.Snapshot(); !in.Graticule || !in.Legend || !b.view.Parts().Inset || in.TieName != nil {
		t.Error("a new map leaves out its graticule, legend or inset, or names its ties")
	}
	b.view.SetParts(mapview.Parts{TieNames: true})
	if in := b.view.Snapshot(); in.Graticule || !in.NoInset || in.TieName == nil {
		t.Error("the graticule or the inset is drawn all the same, or the names of ties are not")
	}
	b.view.SetParts(mapview.Parts{})
	if b.view.LegendShown() {
		t.Error("the legend is shown all the same")
	}
	b.view.ToggleLegend()
	if got := b.view.Parts(); !reflect.DeepEqual(got, mapview.Parts{Legend: true}) {
		t.Errorf("got %+v after the legend was asked for", got)
	}
	b.window.Resize(fyne.NewSize(400, 300))
	if !b.view.LegendFolds() || b.view.LegendShown() {
		t.Error("on a small map the legend is not folded")
	}
	b.view.ToggleLegend()
	if !b.view.LegendShown() || !b.view.Parts().Legend {
		t.Error("the legend of a small map does not unfold")
	}
}

func TestAPictureOfAnotherSizeIsSeenAgain(t *testing.T) {
	b := lay(t)
	europe, _ := scene.FitRegion(proj.View{Projection: proj.NaturalEarth}, "europe", 1600, 1200)
	b.view.Reopen(europe, false)
	for _, corner := range [][2]float64{{100, 100}, {1500, 1100}, {800, 600}} {
		place, ok := europe.Invert(corner[0], corner[1])
		if !ok || !b.inSight(place[0], place[1]) {
			t.Errorf("%v of the picture is not on the map", place)
		}
	}
	if v := b.view.View(); v.Projection != proj.NaturalEarth || b.view.Fitted() {
		t.Errorf("got %+v", v)
	}
	b.view.Reopen(proj.View{Projection: proj.Equidistant, Lon: 21, Lat: 44}.FitAll(1600, 900, 0), true)
	if v := b.view.View(); v.Lon != 21 || v.Lat != 44 || !b.view.Fitted() || !b.view.Centred() {
		t.Errorf("got %+v, want the whole world around 21, 44", v)
	}
	b.view.Reopen(proj.View{Projection: "flat", Scale: math.NaN(), Width: math.Inf(1)}, false)
	if v := b.view.View(); !(v.Scale > 0) || !b.view.Fitted() {
		t.Errorf("a damaged view gave %+v, want the whole map", v)
	}
}
