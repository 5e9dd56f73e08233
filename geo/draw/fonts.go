package draw

import (
	"fmt"
	"io/fs"
	"sync"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// The font files, below the file system given to LoadFonts. The fallback has the Chinese, Japanese and Korean letters
// that Noto Sans lacks; it may be absent.
const (
	regularFile  = "fonts/NotoSans-Regular.ttf"
	boldFile     = "fonts/NotoSans-Bold.ttf"
	fallbackFile = "fonts/DroidSansFallback.ttf"
)

// Metrics of Noto Sans, in ems, for placing text by its looks.
const (
	CapHeight = 0.714 // of a capital letter above the baseline
	XHeight   = 0.536 // of a small letter without ascender
	Ascent    = 0.80  // of the tallest letters, marks on capitals left out
	Descent   = 0.24  // of letters below the baseline
)

// Fonts are the faces that text is measured and drawn with. They are the same for every backend, so a text is as wide
// in a PDF as on the screen. The same Fonts can be used by any number of goroutines.
type Fonts struct {
	fsys fs.FS
	mu   sync.RWMutex
	runs map[runKey]*Run
	face [3]*face // by Weight, then the fallback; nil until needed
	buf  sfnt.Buffer
}

type face struct {
	font *sfnt.Font
	data []byte
	em   fixed.Int26_6
}

type runKey struct {
	text   string
	weight Weight
}

// Glyph is one letter shape of a Run.
type Glyph struct {
	Face  int     // which face, for Fonts.Data; the same number always means the same file
	Index uint16  // in the face
	Rune  rune    // the character it stands for, after replacing those that no font has
	X     float64 // its origin, in ems from the start of the run
}

// Run is a text laid out along a line, in ems: multiply by the size of the text.
type Run struct {
	Glyphs []Glyph
	Width  float64
}

// maxRuns bounds the memory that remembered runs can take; a map shows some hundred texts at a time.
const maxRuns = 4096

// fallbackFace is the index of the fallback in Fonts.face.
const fallbackFace = 2

// LoadFonts reads the faces from fsys, which is laid out as assets.FS.
func LoadFonts(fsys fs.FS) (*Fonts, error) {
	f := &Fonts{fsys: fsys, runs: map[runKey]*Run{}}
	for i, name := range []string{regularFile, boldFile} {
		var err error
		if f.face[i], err = loadFace(fsys, name); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// Width is the length of a text in units.
func (f *Fonts) Width(text string, size float64, w Weight) float64 {
	return f.Run(text, w).Width * size
}

// Run lays out a text, with kerning. The Run is shared: read it only.
func (f *Fonts) Run(text string, w Weight) *Run {
	key := runKey{text, w}
	f.mu.RLock()
	run := f.runs[key]
	f.mu.RUnlock()
	if run != nil {
		return run
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.runs) >= maxRuns {
		clear(f.runs)
	}
	run = f.layOut(text, w)
	f.runs[key] = run
	return run
}

// Outline adds a glyph's shape to p at (x, y) on the baseline, curves cut into lines that stay within tolerance units.
func (f *Fonts) Outline(p *Path, g Glyph, size, x, y, tolerance float64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	fc := f.at(g.Face)
	if fc == nil {
		return
	}
	segments, err := fc.font.LoadGlyph(&f.buf, sfnt.GlyphIndex(g.Index), fc.em, nil)
	if err != nil {
		return
	}
	scale := size / float64(fc.em)
	o := outline{path: p, scale: scale, x: x, y: y, tolerance: tolerance}
	for i := range segments {
		o.add(&segments[i])
	}
	if o.started {
		p.Close()
	}
}

// Data gives the bytes of the font file behind Glyph.Face, for embedding; nil when there is no such face.
func (f *Fonts) Data(faceIndex int) []byte {
	f.mu.Lock()
	defer f.mu.Unlock()
	if fc := f.at(faceIndex); fc != nil {
		return fc.data
	}
	return nil
}

// at gives a face, loading the fallback at its first use. Needs the lock.
func (f *Fonts) at(i int) *face {
	if i < 0 || i >= len(f.face) {
		return nil
	}
	if i == fallbackFace && f.face[i] == nil && f.fsys != nil {
		// Without a usable fallback the characters it would have are replaced, which is what an absent file asks for.
		f.face[i], _ = loadFace(f.fsys, fallbackFile)
		if f.face[i] == nil {
			f.fsys = nil
		}
	}
	return f.face[i]
}

func (f *Fonts) layOut(text string, w Weight) *Run {
	run := &Run{}
	last := -1
	for _, r := range norm.NFC.String(text) {
		if r == '\n' || r == '\t' || r == '\r' || r == '\u00a0' || r == '\u202f' {
			r = ' '
		}
		if r == utf8.RuneError {
			r = '?' // the sign for it is in the fonts, and looks as bad as a box
		}
		if invisible(r) {
			continue
		}
		g, ok := f.glyph(r, w)
		if !ok {
			continue
		}
		fc := f.face[g.Face]
		if last >= 0 && run.Glyphs[last].Face == g.Face {
			kern, err := fc.font.Kern(&f.buf, sfnt.GlyphIndex(run.Glyphs[last].Index), sfnt.GlyphIndex(g.Index), fc.em, font.HintingNone)
			if err == nil {
				run.Width += float64(kern) / float64(fc.em)
			}
		}
		g.X = run.Width
		run.Glyphs = append(run.Glyphs, g)
		last = len(run.Glyphs) - 1
		if advance, err := fc.font.GlyphAdvance(&f.buf, sfnt.GlyphIndex(g.Index), fc.em, font.HintingNone); err == nil {
			run.Width += float64(advance) / float64(fc.em)
		}
	}
	return run
}

// glyph finds a shape for r: in the weight's own face, in the fallback, as its base letter, as a question mark.
func (f *Fonts) glyph(r rune, w Weight) (Glyph, bool) {
	candidates := []rune{r}
	if base := []rune(norm.NFKD.String(string(r))); len(base) > 0 && base[0] != r {
		candidates = append(candidates, base[0])
	}
	for _, c := range append(candidates, '?') {
		for _, i := range [2]int{int(min(w, Bold)), fallbackFace} {
			fc := f.at(i)
			if fc == nil {
				continue
			}
			if index, err := fc.font.GlyphIndex(&f.buf, c); err == nil && index != 0 {
				return Glyph{Face: i, Index: uint16(index), Rune: c}, true
			}
		}
	}
	return Glyph{}, false
}

// invisible tells characters that take no room: joiners, direction marks, variation selectors, combining marks that
// stand alone after normalising.
func invisible(r rune) bool {
	return r < ' ' || r == '\u00ad' || (r >= 0x200b && r <= 0x200f) || (r >= 0x202a && r <= 0x202e) ||
		(r >= 0x2060 && r <= 0x2069) || (r >= 0xfe00 && r <= 0xfe0f) || r == 0xfeff || (r >= 0x300 && r <= 0x36f)
}

func loadFace(fsys fs.FS, name string) (*face, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("load font %s: %w", name, err)
	}
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("load font %s: %w", name, err)
	}
	return &face{font: parsed, data: data, em: fixed.I(int(parsed.UnitsPerEm()))}, nil
}
