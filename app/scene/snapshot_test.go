package scene_test

import (
	"math"
	"strings"
	"testing"

	"entente/app/scene"
	"entente/data"
	"entente/geo/draw"
)

func TestSnapshotTellsWhereItComesFrom(t *testing.T) {
	world, fonts := assets()
	in := scene.SnapshotInput{Input: input(1000, 600, sample()), FigureWidth: 900, FigureHeight: 700, Title: "Ties of Serbia",
		Period: "2019 – 2025", Made: "3 May 2025", Sources: strings.Repeat("The Long Gazette, ", 20), Reports: 21}
	f := scene.New(world, fonts).Snapshot(in)
	r := &draw.Recorder{Width: 900, Height: 700}
	f.Draw(r)
	all := strings.Join(texts(r.Ops), "\n")
	for _, want := range []string{"Ties of Serbia", "12 ties between 12 countries, from 21 reports", "Equal Earth projection, centred on 11° E, 0° N.",
		"Tells of 2019 – 2025.", "Made on 3 May 2025 with Entente.", "The Long Gazette", "Natural Earth", "no side in any dispute", "Cooperation (7)"} {
		if !strings.Contains(all, want) {
			t.Errorf("nowhere does it say %q", want)
		}
	}
	for _, op := range r.In("notes") {
		if end := op.Text.X + fonts.Width(op.Text.Text, op.Text.Size, op.Text.Weight); end > 900 || op.Text.Y > 700 {
			t.Errorf("%q leaves the page", op.Text.Text)
		}
	}
	for _, size := range [][2]float64{{0, 0}, {30, 20}, {math.NaN(), 100}, {3000, 60}} {
		in.FigureWidth, in.FigureHeight = size[0], size[1]
		scene.New(world, fonts).Snapshot(in).Draw(&draw.Recorder{Width: 10, Height: 10})
	}
}

func TestFiguresFitTheirPage(t *testing.T) {
	world, fonts := assets()
	long := strings.Repeat("Ties of many countries in a very long title ", 8)
	sources := strings.Repeat("The Very Long Gazette of Somewhere; ", 80)
	for _, c := range []struct {
		name, title, sources string
		width, height        float64
		ties                 []data.Tie
	}{
		{"A4", "Ties", "The Gazette", 1122.5, 793.7, sample()},
		{"A4 upright", "Ties", "The Gazette", 793.7, 1122.5, sample()},
		{"a slide with a long title", long, "The Gazette", 1280, 720, sample()},
		{"many sources", "Ties", sources, 1122.5, 793.7, sample()},
		{"all long, on a small page", long, sources, 700, 500, sample()},
		{"no ties", "Ties", "", 1122.5, 793.7, nil},
	} {
		in := scene.SnapshotInput{Input: input(1000, 600, c.ties), FigureWidth: c.width, FigureHeight: c.height, Title: c.title, Sources: c.sources,
			Period: "2019", Made: "3 May 2025"}
		f := scene.New(world, fonts).Snapshot(in)
		r := &draw.Recorder{Width: c.width, Height: c.height}
		f.Draw(r)
		var last float64
		for _, op := range r.In("notes") {
			text := op.Text
			if end := text.X + fonts.Width(text.Text, text.Size, text.Weight); end > c.width-20 || text.Y > c.height-20 {
				t.Errorf("%s: %q leaves the page", c.name, text.Text)
			}
			last = math.Max(last, text.Y)
		}
		all := strings.Join(texts(r.Ops), " ")
		if !strings.Contains(all, "in any dispute") || !strings.Contains(all, "Equal Earth projection") || last == 0 {
			t.Errorf("%s: the notes are not there", c.name)
		}
		if none := strings.Contains(all, "No tie meets the conditions."); none != (c.ties == nil) {
			t.Errorf("%s: it says that there are no ties: %v", c.name, none)
		}
		if area := r.In(scene.WaterLayer); len(area) == 0 {
			t.Errorf("%s: there is no map", c.name)
		} else if box, _ := area[0].Path.Bounds(); box.Height() < 0.3*c.height {
			t.Errorf("%s: the map is %.0f high on a page of %.0f", c.name, box.Height(), c.height)
		}
	}
}
