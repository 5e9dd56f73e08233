package window_test

import (
	"archive/zip"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"entente/app/proof"
)

func TestWhatIsExportedCarriesItsEvidence(t *testing.T) {
	for name, action := range map[string]string{"map.svg": "Export the map…", "map.pdf": "Export the map…", "my.map": "Export the map…",
		"ties.html": "Export a briefing…"} {
		t.Run(name, func(t *testing.T) {
			d := sit(t, "")
			path := filepath.Join(t.TempDir(), name)
			d.do(action)
			d.answer(path, "Export")
			format := filepath.Ext(path)[1:]
			if format == "map" { // no format, so the usual one is added
				path, format = path+".png", "png"
			}
			file, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			r, err := proof.Verify(t.Context(), file, nil)
			if err != nil {
				t.Fatal(err)
			}
			if r.Format != format || len(r.Problems) > 0 || r.Carried == 0 || len(r.Record.Ties) != d.w.Ties() {
				t.Errorf("a %s with %d passages of %d ties, problems %v; the window has %d ties", r.Format, r.Carried, len(r.Record.Ties),
					r.Problems, d.w.Ties())
			}
		})
	}
}

func TestABriefingsMapIsMadeForThePage(t *testing.T) {
	d := sit(t, "")
	path := filepath.Join(t.TempDir(), "ties.docx")
	d.do("Export a briefing…")
	d.answer(path, "Export")
	parts, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer parts.Close()
	file, err := parts.Open("word/media/map.png")
	if err != nil {
		t.Fatal(err)
	}
	size, err := png.DecodeConfig(file)
	if err != nil {
		t.Fatal(err)
	}
	if size.Width < 1890 { // 16 cm at 300 dots an inch
		t.Errorf("the picture is %d pixels wide, too few to be printed", size.Width)
	}
	if units := float64(size.Width) / 3; units > 900 { // 10 units are then 5 points or more
		t.Errorf("the picture is %g units wide, so that its letters cannot be read on a page", units)
	}
}
