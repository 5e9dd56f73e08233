package draw_test

import (
	"math"
	"testing"

	"entente/geo/draw"
)

func TestPartsJoinUpToTheRun(t *testing.T) {
	fonts := loadFonts(t)
	tests := []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", nil},
		{"one face", "Serbia", []string{"Serbia"}},
		{"two faces", "Ties 日本 and 中国", []string{"Ties ", "日本", " and ", "中国"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			run := fonts.Run(tt.text, draw.Bold)
			parts := run.Parts()
			if len(parts) != len(tt.want) {
				t.Fatalf("got %+v, want %q", parts, tt.want)
			}
			end := 0.0
			for i, p := range parts {
				if p.Text != tt.want[i] || math.Abs(p.X-end) > 1e-9 {
					t.Errorf("part %d is %q at %g, want %q at %g", i, p.Text, p.X, tt.want[i], end)
				}
				end = p.X + p.Width
			}
			if math.Abs(end-run.Width) > 1e-9 {
				t.Errorf("the parts end at %g, the run at %g", end, run.Width)
			}
		})
	}
}

func TestOutlinesStandWhereTheTextDoes(t *testing.T) {
	fonts := loadFonts(t)
	text := draw.Text{Text: "HHH", X: 100, Y: 50, Size: 20, Anchor: draw.Middle}
	var p draw.Path
	fonts.Outlines(&p, text, 0.1)
	box, _ := p.Bounds()
	if math.Abs((box.MinX+box.MaxX)/2-100) > 1 || math.Abs(box.MaxY-50) > 0.1 {
		t.Errorf("got %v, want it about x 100 and on y 50", box)
	}
	p.Reset()
	text.Rotate = 90
	fonts.Outlines(&p, text, 0.1)
	turned, _ := p.Bounds()
	if math.Abs(turned.Height()-box.Width()) > 0.01 || math.Abs(turned.MinX-100) > 0.1 {
		t.Errorf("turned by 90°: got %v, was %v", turned, box)
	}
}
