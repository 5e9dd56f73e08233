package geo_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/paulmach/orb"

	"entente/geo"
)

// world loads the shapes that the program carries.
func world(t testing.TB) *geo.World {
	t.Helper()
	w, err := geo.Load(assets())
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func assets() fs.FS { return os.DirFS("../assets") }

// members are the 193 members of the United Nations.
var members = strings.Fields(`AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD
CL CN CO KM CG CD CR CI HR CU CY CZ KP DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS
IN ID IR IQ IE IL IT JM JP JO KZ KE KI KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA
NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA KR RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES
LK SD SR SE CH SY TJ TH TL TG TO TT TN TR TM TV UG UA AE GB TZ US UY UZ VU VE VN YE ZM ZW`)

func TestEveryMemberOfTheUnitedNationsCanBeDrawnAndHit(t *testing.T) {
	w := world(t)
	if len(members) != 193 {
		t.Fatalf("the list has %d members, want 193", len(members))
	}
	shapes, err := w.Shapes(geo.Overview)
	if err != nil {
		t.Fatal(err)
	}
	drawn := map[int]bool{}
	for _, a := range shapes.Areas {
		drawn[a.Country] = true
	}
	for _, code := range append(slices.Clone(members), "XK", "PS", "TW", "EH", "VA", "HK", "GL", "GI", "GF", "TK", "SJ") {
		c, ok := w.Country(code)
		if !ok {
			t.Errorf("%s is missing", code)
			continue
		}
		if !c.Dot && !drawn[w.Index(code)] {
			t.Errorf("%s is neither a dot nor has a shape in the overview", code)
		}
		if got, _ := w.At(c.Anchor, geo.Medium, 0.05); got != code {
			t.Errorf("at the label point of %s, %v, lies %q", code, c.Anchor, got)
		}
	}
}

func TestCountriesAreSortedAndComplete(t *testing.T) {
	w := world(t)
	for i, c := range w.Countries {
		if i > 0 && w.Countries[i-1].Code >= c.Code {
			t.Errorf("%s stands before %s", w.Countries[i-1].Code, c.Code)
		}
		if w.Index(c.Code) != i {
			t.Errorf("index of %s: got %d, want %d", c.Code, w.Index(c.Code), i)
		}
		if got, ok := w.At(c.Anchor, geo.Medium, 0.05); got != c.Code {
			t.Errorf("at the label point of %s, %v, lies %q, %v", c.Code, c.Anchor, got, ok)
		}
		if c.Tint < 0 || c.Tint > 5 {
			t.Errorf("%s has tint %d", c.Code, c.Tint)
		}
		for _, n := range c.Neighbours {
			other, ok := w.Country(n)
			if !ok || !slices.Contains(other.Neighbours, c.Code) {
				t.Errorf("%s has the neighbour %s, but not the other way", c.Code, n)
			}
			if other.Tint == c.Tint {
				t.Errorf("%s and its neighbour %s have the same tint", c.Code, n)
			}
		}
		if c.Box.Max[0] < c.Box.Min[0] || c.Box.Max[0] > 360 || c.Box.Min[0] < -180 || c.Box.Min[1] > c.Box.Max[1] {
			t.Errorf("%s has the box %v", c.Code, c.Box)
		}
		if east := c.Anchor; !c.Box.Contains(east) && !c.Box.Contains(orb.Point{east[0] + 360, east[1]}) {
			t.Errorf("%s has its label point %v outside its box %v", c.Code, c.Anchor, c.Box)
		}
	}
	if _, ok := w.Country("QQ"); ok || w.Index("") != -1 {
		t.Error("a country that is none is found")
	}
}

func TestSmallStatesAreDots(t *testing.T) {
	w := world(t)
	small := strings.Fields("VA TV MC NR MV MH SM LI SC KN TO MT AG GD VC FM PW KI BB AD SG BH LC DM ST CV KM")
	for _, code := range members {
		c, _ := w.Country(code)
		if want := slices.Contains(small, code); c.Dot != want && code != "VA" {
			t.Errorf("%s is a dot: got %v, want %v", code, c.Dot, want)
		}
	}
}

// The rows are the disputed places of assets/generate/disputes.tsv and places that the sources get wrong.
func TestPlacesLieInTheirCountries(t *testing.T) {
	w := world(t)
	for _, test := range []struct {
		name  string
		place orb.Point
		want  string
	}{
		{"Belgrade", orb.Point{20.46, 44.81}, "RS"},
		{"Pristina", orb.Point{21.16, 42.66}, "XK"},
		{"Mitrovica", orb.Point{20.87, 42.89}, "XK"},
		{"Taipei", orb.Point{121.52, 25.03}, "TW"},
		{"Ramallah", orb.Point{35.2, 31.9}, "PS"},
		{"Golan", orb.Point{35.8, 33.0}, "IL"},
		{"Simferopol", orb.Point{34.1, 44.95}, "UA"},
		{"Sevastopol", orb.Point{33.6, 44.6}, "UA"},
		{"Krasnodar", orb.Point{38.98, 45.04}, "RU"},
		{"Laayoune", orb.Point{-13.19, 27.13}, "EH"},
		{"Dakhla's hinterland", orb.Point{-15.5, 23.7}, "EH"},
		{"Tifariti", orb.Point{-10.57, 26.16}, "EH"},
		{"Tarfaya", orb.Point{-12.9, 27.85}, "MA"},
		{"Agadir", orb.Point{-9.58, 30.42}, "MA"},
		{"Kyrenia's hinterland", orb.Point{33.3, 35.25}, "CY"},
		{"Nicosia's south", orb.Point{33.3, 35.05}, "CY"},
		{"Hargeisa", orb.Point{44.06, 9.56}, "SO"},
		{"Mogadishu's hinterland", orb.Point{45.2, 2.2}, "SO"},
		{"Siachen", orb.Point{77.05, 35.4}, ""},
		{"Srinagar", orb.Point{74.8, 34.08}, "IN"},
		{"Gilgit", orb.Point{74.3, 35.9}, "PK"},
		{"Aksai Chin", orb.Point{79.5, 35.2}, "CN"},
		{"Kunashir", orb.Point{145.9, 44.1}, "RU"},
		{"Halaib", orb.Point{36.0, 22.4}, "EG"},
		{"Tiraspol", orb.Point{29.64, 46.84}, "MD"},
		{"Sukhumi's hinterland", orb.Point{41.2, 43.1}, "GE"},
		{"Baikonur", orb.Point{63.3, 45.95}, "KZ"},
		{"Provideniya's hinterland, beyond the antimeridian", orb.Point{-175, 66}, "RU"},
		{"Anadyr's hinterland, before it", orb.Point{175, 66}, "RU"},
		{"on the antimeridian itself", orb.Point{180, 67.5}, "RU"},
		{"the South Pole", orb.Point{0, -90}, "AQ"},
		{"the North Pole", orb.Point{0, 90}, ""},
		{"the Gulf of Guinea", orb.Point{0, 0}, ""},
		{"Lesotho, a hole in South Africa", orb.Point{28.2, -29.6}, "LS"},
		{"on a longitude of more than a turn", orb.Point{20.46 + 360, 44.81}, "RS"},
	} {
		for _, level := range []geo.Level{geo.Medium, geo.Fine} {
			if got, _ := w.At(test.place, level, 0); got != test.want {
				t.Errorf("level %d: %s lies in %q, want %q", level, test.name, got, test.want)
			}
		}
	}
}

func TestDotsAreFoundWithinReach(t *testing.T) {
	w := world(t)
	for _, test := range []struct {
		name  string
		place orb.Point
		reach float64
		want  string
	}{
		{"Vatican before Italy", orb.Point{12.5, 41.9}, 0.3, "VA"},
		{"Italy without reach", orb.Point{12.6, 42.0}, 0, "IT"},
		{"Nauru from the sea", orb.Point{167.5, -0.5}, 1, "NR"},
		{"the sea beyond reach", orb.Point{167.5, -0.5}, 0.2, ""},
		{"the nearer of two", orb.Point{-61.5, 13.2}, 3, "VC"},
		{"Gibraltar, which has no shape", orb.Point{-5.35, 36.1}, 0.2, "GI"},
	} {
		if got, _ := w.At(test.place, geo.Medium, test.reach); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestLevelsHoldWhatTheyShould(t *testing.T) {
	w := world(t)
	for _, test := range []struct {
		level                            geo.Level
		areas, lines, lakes              int
		ringPoints, borders, disputedMin int
	}{
		{geo.Overview, 1594, 1941, 18, 32946, 347, 10},
		{geo.Medium, 1594, 1941, 55, 74247, 347, 10},
		{geo.Fine, 4203, 4592, 55, 261734, 357, 10},
	} {
		s, err := w.Shapes(test.level)
		if err != nil {
			t.Fatal(err)
		}
		points, kinds := 0, [3]int{}
		for _, a := range s.Areas {
			for i, ring := range a.Rings {
				points += len(ring)
				if len(ring) < 3 {
					t.Errorf("level %d: a ring of %d points", test.level, len(ring))
				}
				if i == 0 && geo.RingArea(ring) <= 0 {
					t.Errorf("level %d: an outer ring with its inside on the left, near %v", test.level, ring[0].Point())
				}
			}
		}
		for _, l := range s.Lines {
			kinds[l.Kind]++
			if len(l.Points) < 2 {
				t.Errorf("level %d: a line of %d points", test.level, len(l.Points))
			}
		}
		if len(s.Areas) != test.areas || len(s.Lines) != test.lines || len(s.Lakes) != test.lakes || points != test.ringPoints {
			t.Errorf("level %d: got %d areas, %d lines, %d lakes, %d points; want %d, %d, %d, %d", test.level,
				len(s.Areas), len(s.Lines), len(s.Lakes), points, test.areas, test.lines, test.lakes, test.ringPoints)
		}
		if kinds[geo.Border] != test.borders || kinds[geo.Disputed] < test.disputedMin {
			t.Errorf("level %d: got %d borders and %d disputed ones, want %d and at least %d", test.level,
				kinds[geo.Border], kinds[geo.Disputed], test.borders, test.disputedMin)
		}
	}
}

func TestNoLineRunsAlongTheAntimeridian(t *testing.T) {
	w := world(t)
	for l := range geo.Level(geo.Levels) {
		s, err := w.Shapes(l)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range s.Lines {
			for i := 1; i < len(line.Points); i++ {
				a, b := line.Points[i-1], line.Points[i]
				on := func(v geo.Vec) bool { return v.X < 0 && v.Y*v.Y < 1e-12 && v.Z > -0.99 && v.Z < 0.99 }
				if on(a) && on(b) && a.Angle(b) > 1e-6 {
					t.Errorf("level %d: a line from %v to %v", l, a.Point(), b.Point())
				}
			}
		}
	}
}

func TestLevelForIsFinerForGreaterScales(t *testing.T) {
	last := geo.Overview
	for radius := 10.0; radius < 1e5; radius *= 1.1 {
		l := geo.LevelFor(radius)
		if l < last {
			t.Fatalf("radius %g: got level %d after %d", radius, l, last)
		}
		last = l
	}
	if last != geo.Fine {
		t.Errorf("got level %d at the end, want %d", last, geo.Fine)
	}
}

func BenchmarkCountryAtPoint(b *testing.B) {
	w := world(b)
	places := []orb.Point{{20.46, 44.81}, {-150, 10}, {100, 62}, {-100, 40}, {139.7, 35.7}, {0, -80}, {12.45, 41.9}}
	for _, level := range []geo.Level{geo.Medium, geo.Fine} {
		b.Run([]string{"overview", "medium", "fine"}[level], func(b *testing.B) {
			w.At(places[0], level, 0)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				w.At(places[i%len(places)], level, 0.2)
			}
		})
	}
}

// BenchmarkCountryAtPointNaive looks at every ring, without caps.
func BenchmarkCountryAtPointNaive(b *testing.B) {
	w := world(b)
	s, err := w.Shapes(geo.Medium)
	if err != nil {
		b.Fatal(err)
	}
	areas := slices.Clone(s.Areas)
	for i := range areas {
		areas[i].Cap.Radius = 4
	}
	v := geo.VecOf(orb.Point{139.7, 35.7})
	for b.Loop() {
		for i := range areas {
			if areas[i].Contains(v) {
				break
			}
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	b.Run("overview", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			world(b)
		}
	})
	b.Run("all levels", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := world(b).Warm(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func TestNeighbours(t *testing.T) {
	w := world(t)
	pairs := 0
	for _, c := range w.Countries {
		pairs += len(c.Neighbours)
	}
	if pairs/2 != 321 {
		t.Errorf("got %d pairs of neighbours, want 321", pairs/2)
	}
	for code, want := range map[string]string{
		"RS": "BA BG HR HU ME MK RO XK",
		"XK": "AL ME MK RS",
		"UA": "BY HU MD PL RO RU SK",
		"EH": "DZ MA MR",
		"LS": "ZA",
		"JP": "",
	} {
		c, _ := w.Country(code)
		if got := strings.Join(c.Neighbours, " "); got != want {
			t.Errorf("neighbours of %s: got %s, want %s", code, got, want)
		}
	}
}

func TestAWorldServesManyAtOnce(t *testing.T) {
	w := world(t)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if err := w.Warm(); err != nil {
				t.Error(err)
			}
			if got, _ := w.At(orb.Point{20.46, 44.81}, geo.Fine, 0); got != "RS" {
				t.Errorf("Belgrade lies in %q", got)
			}
		})
	}
	wait.Wait()
}
