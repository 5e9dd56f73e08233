package command_test

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSnapshotDrawsThePictureThatWasAskedFor(t *testing.T) {
	path := library(t)
	for name, flags := range map[string][]string{
		"the world":          {"--size", "640x360"},
		"a region, dark":     {"--size", "400x300", "--region", "balkans", "--theme", "dark"},
		"a country, globe":   {"--size", "300x400", "--region", "Serbia", "--projection", "orthographic"},
		"the ties, filtered": {"--size", "640x360", "--region", "ties", "--country", "JP", "--title", "Japan"},
		"no tie":             {"--size", "640x360", "--region", "ties", "--country", "Fiji"},
		"greater letters":    {"--size", "640x360", "--scale", "2"},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "map.png")
			run(t, append([]string{"snapshot", "--library", path, "-o", file}, flags...)...).wants(t, 0)
			f, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			img, err := png.Decode(f)
			if err != nil {
				t.Fatal(err)
			}
			if got := img.Bounds().Size(); got.String() != "("+strings.Replace(flags[1], "x", ",", 1)+")" {
				t.Errorf("got %v, want %s", got, flags[1])
			}
			colours := map[any]bool{}
			for x := range img.Bounds().Dx() {
				colours[img.At(x, img.Bounds().Dy()/2)] = true
			}
			if len(colours) < 3 {
				t.Errorf("a line across the picture has %d colours, want land, water and more", len(colours))
			}
		})
	}
}

func TestPicturesNameWhatIsAllowed(t *testing.T) {
	article := write(t, "visit.txt", visit)
	for name, c := range map[string]struct {
		flags []string
		says  string
	}{
		"no file":            {[]string{}, "-o FILE"},
		"another format":     {[]string{"-o", "map.gif"}, ".png"},
		"an odd size":        {[]string{"-o", "map.png", "--size", "large"}, "1920x1080"},
		"no width":           {[]string{"-o", "map.png", "--size", "0x100"}, "between"},
		"a size beyond all":  {[]string{"-o", "map.png", "--size", "100000x100000"}, "between"},
		"unknown projection": {[]string{"-o", "map.png", "--projection", "flat"}, "equal-earth"},
		"unknown theme":      {[]string{"-o", "map.png", "--theme", "pink"}, "greyscale"},
		"unknown region":     {[]string{"-o", "map.png", "--region", "narnia"}, "balkans"},
		"no such paper":      {[]string{"-o", "map.png", "--size", "a9"}, "a4-portrait"},
		"too many dots":      {[]string{"-o", "map.png", "--size", "a4", "--dpi", "5000"}, "between 48 and 768"},
		"dots below nothing": {[]string{"-o", "map.png", "--dpi", "-1"}, "--dpi -1 is not between 48 and 768"},
		"unknown tie names":  {[]string{"-o", "map.png", "--tie-names", "all"}, "none, field, figure"},
		"scale of nothing":   {[]string{"-o", "map.png", "--scale", "-1"}, "between 0.5 and 8"},
	} {
		t.Run(name, func(t *testing.T) {
			run(t, append(append([]string{"snapshot"}, c.flags...), "--", article)...).wants(t, 2, c.says)
		})
	}
	run(t, "briefing", "-o", "a.rtf", "--", article).wants(t, 2, ".docx")
	run(t, "briefing", "--", article).wants(t, 2, "-o FILE")
	run(t, "briefing", "-o", "a.md", "--dpi", "-1", "--", article).wants(t, 2, "--dpi -1 is not between 48 and 768")
	run(t, "briefing", "-o", "a.md", "--top", "-1", "--", article).wants(t, 2, "--top and --passages are 0 or more")
	run(t, "snapshot", "-o", filepath.Join(t.TempDir(), "none", "map.png"), "--size", "200x200", "--", article).wants(t, 1, "the folder does not exist")
}

func TestBriefingIsMadeShorter(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ties.md")
	more := write(t, "more.txt", "Norway and Chile signed an agreement on fishing. Norway and Chile signed an agreement on energy.\n\nPeru and Fiji signed a trade agreement.")
	run(t, "briefing", "-o", file, "--size", "400x300", "--top", "1", "--passages", "1", "--", more).wants(t, 0)
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Chile – Norway", "1 lighter tie was left out.", "1 more passage was left out.", "It shows the whole world"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the briefing does not hold %q", want)
		}
	}
	if strings.Contains(string(page), "Fiji") {
		t.Error("the briefing holds a tie that was left out")
	}
	run(t, "verify", file).wants(t, 0)
}

func TestBriefingQuotesItsPassages(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ties.html")
	run(t, "briefing", "-o", file, "--size", "400x300", "--title", "A visit", "--", write(t, "visit.txt", visit)).wants(t, 0)
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<h1>A visit</h1>", "Japan – Serbia", "data:image/png;base64,", "will invest 200 million euros in Serbia", `id="source-1"`} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page does not hold %q", want)
		}
	}
}

func TestPicturesGoToStandardOutput(t *testing.T) {
	got := run(t, "snapshot", "-o", "-", "--size", "200x200", "--", write(t, "visit.txt", visit))
	got.wants(t, 0)
	if _, err := png.Decode(strings.NewReader(got.out)); err != nil {
		t.Errorf("standard output is no picture: %v", err)
	}
}

func TestPaperHasItsSize(t *testing.T) {
	article := write(t, "visit.txt", visit)
	for _, c := range []struct {
		flags []string
		want  string // width by height
	}{
		{[]string{"--size", "a4", "--dpi", "72"}, "842x595"},
		{[]string{"--size", "A3-portrait", "--dpi", "50"}, "585x827"},
		{[]string{"--size", "slide", "--dpi", "96", "--tie-names", "field", "--no-inset"}, "1280x720"},
	} {
		got := run(t, append(append([]string{"snapshot", "-o", "-"}, c.flags...), "--", article)...)
		got.wants(t, 0)
		img, err := png.DecodeConfig(strings.NewReader(got.out))
		if err != nil {
			t.Fatal(err)
		}
		if size := fmt.Sprintf("%dx%d", img.Width, img.Height); size != c.want {
			t.Errorf("%v: got %s, want %s", c.flags, size, c.want)
		}
	}
	file := filepath.Join(t.TempDir(), "page.pdf")
	run(t, "snapshot", "-o", file, "--size", "a4", "--", article).wants(t, 0)
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), "/MediaBox [0 0 842.") && !strings.Contains(string(page), "/MediaBox [0 0 841.") {
		t.Error("the page of the PDF is not 842 points wide, as A4 is")
	}
}
