package scene_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strings"
	"testing"

	"entente/app/scene"
	"entente/geo/draw"
	"entente/geo/draw/pdf"
	"entente/geo/draw/svg"
)

// objects counts what a picture is made of.
type objects struct{ areas, lines, texts int }

func TestEveryBackendHoldsTheSameObjects(t *testing.T) {
	world, fonts := assets()
	in := input(1000, 600, sample())
	in.Graticule, in.Selected.Country = true, "JP"
	figure := scene.New(world, fonts).Snapshot(scene.SnapshotInput{Input: in, Title: "Ties of Serbia – 日本", Made: "3 May 2025"})
	recorder := &draw.Recorder{Width: 1000, Height: 600}
	figure.Draw(recorder)
	var want objects
	var words []string
	for _, op := range recorder.Ops {
		switch {
		case op.Kind == draw.FillOp && op.Path.Points() > 2:
			want.areas++
		case op.Kind == draw.StrokeOp && op.Path.Points() > 0:
			want.lines++
		case op.Kind == draw.TextOp && op.Text.Text != "":
			want.texts++
			words = append(words, op.Text.Text)
			if op.Text.Spread > 0 {
				want.lines++ // the halo
			}
		}
	}
	if want.areas < 15 || want.lines < 20 || want.texts < 20 {
		t.Fatalf("the picture holds only %+v", want)
	}

	t.Run("svg", func(t *testing.T) {
		c := svg.New(1000, 600, fonts)
		figure.Draw(c)
		var file bytes.Buffer
		if _, err := c.WriteTo(&file); err != nil {
			t.Fatal(err)
		}
		got := objects{texts: strings.Count(file.String(), "<text "), lines: strings.Count(file.String(), `fill="none"`)}
		got.areas = strings.Count(file.String(), "<path ") - got.lines
		if got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
		plain := regexp.MustCompile(`</tspan><tspan[^>]*>`).ReplaceAllString(file.String(), "")
		for _, word := range words {
			if escaped := strings.NewReplacer("&", "&amp;", "'", "&#39;").Replace(word); !strings.Contains(plain, ">"+escaped+"<") {
				t.Errorf("the words %q are missing", word)
			}
		}
	})
	t.Run("pdf", func(t *testing.T) {
		c := pdf.New(1000, 600, fonts)
		figure.Draw(c)
		var file bytes.Buffer
		if _, err := c.WriteTo(&file); err != nil {
			t.Fatal(err)
		}
		stream := regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`).FindSubmatch(file.Bytes())
		z, err := zlib.NewReader(bytes.NewReader(stream[1]))
		if err != nil {
			t.Fatal(err)
		}
		page, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		got := objects{strings.Count(string(page), "\nf\n") + strings.Count(string(page), "\nf*\n"), strings.Count(string(page), "\nS\n"), strings.Count(string(page), " Tj ")}
		want := want
		want.texts++ // the title is in two fonts
		if got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	})
}
