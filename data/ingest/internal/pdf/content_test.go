package pdf

import "testing"

// FuzzPaint shows that every content stream and character map comes to an end. Files are mostly packed, so that fuzzing them
// whole hardly reaches these.
func FuzzPaint(f *testing.F) {
	for _, s := range []string{"BT /F 12 Tf 1 0 0 1 50 700 Tm [(a) -200 <62>] TJ T* (c) ' ET", "q 1 0 0 1 cm /X Do Q BI /W 1 ID x EI", "/Artifact <</A [1 2]>> BDC (((", "<0001> <00ff> <0041> endbfrange 1 begincodespacerange <00> <ff> endcodespacerange"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		m := readCharMap(raw)
		p := painter{reader: &reader{}, state: state{place: identity, across: 1, size: 10, font: &face{codes: m, letters: standard(), width: 0.5}}}
		p.paint(raw)
		if doc := compose([]page{newPage(p.glyphs), newPage(p.glyphs)}, func() {}); doc == nil {
			t.Fatal("got no document")
		}
	})
}
