package scene_test

import (
	"math"
	"strings"
	"testing"

	"entente/app/scene"
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
		"Evidence from 2019 – 2025.", "Made on 3 May 2025 with Entente.", "The Long Gazette", "Natural Earth", "no side in any dispute", "Cooperation (7)"} {
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
