package pdf

import (
	"strings"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/font"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// face is what is known of a font: which letters its codes stand for, and how wide they are.
type face struct {
	codes   charMap            // what the file says, which counts most
	letters *table             // of a font with codes of a byte
	charset encoding.Encoding  // of a font whose codes are those of an encoding
	wide    bool               // codes are of two bytes, where no character map says otherwise
	widths  map[uint32]float64 // in the text's own unit
	width   float64            // of codes that are not in widths
}

// charsets are the encodings of the character maps that are known by name, by a part of it.
var charsets = []struct {
	part string
	enc  encoding.Encoding
}{
	{"UTF16", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)}, {"UCS2", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	{"RKSJ", japanese.ShiftJIS}, {"GBK", simplifiedchinese.GBK}, {"GB-EUC", simplifiedchinese.GBK}, {"B5", traditionalchinese.Big5},
	{"KSC", korean.EUCKR}, {"EUC-", japanese.EUCJP},
}

// face reads a font. Fonts are kept by their place in the file.
func (r *reader) face(o types.Object) *face {
	ref, isRef := o.(types.IndirectRef)
	if f := r.faces[ref.ObjectNumber.Value()]; isRef && f != nil {
		return f
	}
	d := r.dict(o)
	f := &face{widths: map[uint32]float64{}}
	if maps := r.stream(d["ToUnicode"]); maps != nil {
		f.codes = readCharMap(maps)
	}
	if r.name(d["Subtype"]) == "Type0" {
		r.composite(f, d)
	} else {
		r.simple(f, d)
	}
	if isRef {
		r.faces[ref.ObjectNumber.Value()] = f
	}
	return f
}

// simple reads a font with codes of a byte.
func (r *reader) simple(f *face, d types.Dict) {
	f.letters = r.encoding(d)
	unit := 0.001
	if r.name(d["Subtype"]) == "Type3" {
		if m := r.array(d["FontMatrix"]); len(m) == 6 {
			unit = r.number(m[0])
		}
	}
	first := uint32(max(r.number(d["FirstChar"]), 0))
	for i, w := range r.array(d["Widths"]) {
		f.widths[first+uint32(i)] = r.number(w) * unit
	}
	f.width = r.number(r.dict(d["FontDescriptor"])["MissingWidth"]) * unit
	if len(f.widths) == 0 {
		f.core(r.name(d["BaseFont"]))
	}
}

// coreFonts are the fonts that every reader is to know.
var coreFonts = map[string]string{"Arial": "Helvetica", "ArialMT": "Helvetica", "TimesNewRoman": "Times-Roman", "CourierNew": "Courier"}

// core gives the widths of a font that every reader is to know; half an em where it is another.
func (f *face) core(name string) {
	f.width = 0.5
	if known := coreFonts[name]; known != "" {
		name = known
	}
	if !font.IsCoreFont(name) {
		return
	}
	for code, letters := range f.letters {
		c, _ := utf8.DecodeRuneInString(letters)
		if w, err := font.CharWidth(name, c); err == nil && letters != "" {
			f.widths[uint32(code)] = float64(w) / 1000
		}
	}
}

// encoding gives the letters of the codes of a font with codes of a byte.
func (r *reader) encoding(d types.Dict) *table {
	encoding := r.get(d["Encoding"])
	base := r.name(encoding)
	differences := types.Array(nil)
	if own, ok := encoding.(types.Dict); ok {
		base, differences = r.name(own["BaseEncoding"]), r.array(own["Differences"])
	}
	t := *standard()
	switch {
	case base == "WinAnsiEncoding" || base == "" && r.name(d["Subtype"]) == "TrueType":
		t = *winAnsi()
	case base == "MacRomanEncoding":
		t = *macRoman()
	}
	code := 0
	for _, o := range differences {
		o = r.get(o)
		if glyph, ok := o.(types.Name); ok {
			if code >= 0 && code < len(t) {
				t[code] = lettersOf(string(glyph))
			}
			code++
			continue
		}
		code = int(r.number(o))
	}
	return &t
}

// composite reads a font with codes of several bytes.
func (r *reader) composite(f *face, d types.Dict) {
	f.wide = true
	encoding := r.get(d["Encoding"])
	if maps := r.stream(encoding); maps != nil && len(f.codes.spaces) == 0 {
		f.codes.spaces = readCharMap(maps).spaces
	}
	by := r.name(encoding)
	for _, c := range charsets {
		if f.charset == nil && strings.Contains(by, c.part) {
			f.charset = c.enc
		}
	}
	f.width = 1
	below := r.array(d["DescendantFonts"])
	if len(below) == 0 {
		return
	}
	descendant := r.dict(below[0])
	if w, ok := descendant["DW"]; ok {
		f.width = r.number(w) / 1000
	}
	r.glyphWidths(f, r.array(descendant["W"]))
}

// mostWidths bounds the codes for which a font gives widths.
const mostWidths = 1 << 16

// glyphWidths reads widths that are given as "first [widths]" or as "first last width".
func (r *reader) glyphWidths(f *face, w types.Array) {
	for i := 0; i+1 < len(w); {
		first := int(r.number(w[i]))
		if list := r.array(w[i+1]); list != nil {
			for k, width := range list {
				if first >= 0 && first+k < mostWidths {
					f.widths[uint32(first+k)] = r.number(width) / 1000
				}
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		for code, last := max(first, 0), int(r.number(w[i+1])); code <= last && code < mostWidths; code++ {
			f.widths[uint32(code)] = r.number(w[i+2]) / 1000
		}
		i += 3
	}
}

// unknown stands for letters that the file does not tell.
const unknown = "\uFFFD"

// first gives the first sign of s: its letters, its width, and how many bytes its code has.
func (f *face) first(s string) (letters string, width float64, n int) {
	n = f.length(s)
	code := uint32(0)
	for _, b := range []byte(s[:n]) {
		code = code<<8 | uint32(b)
	}
	width, ok := f.widths[code]
	if !ok {
		width = f.width
		if f.charset != nil && n == 1 {
			width /= 2
		}
	}
	letters, known := f.codes.letters[code]
	switch {
	case known:
	case f.letters != nil && code < 256:
		letters = f.letters[code]
	case f.charset != nil:
		letters = unknown
		if out, err := f.charset.NewDecoder().String(s[:n]); err == nil {
			letters = out
		}
	default:
		letters = unknown
	}
	return letters, width, n
}

// length says how many bytes the first code of s has.
func (f *face) length(s string) int {
	switch {
	case !f.wide:
		return 1
	case f.charset == nil || f.charset == charsets[0].enc:
		for n := 1; n <= min(4, len(s)); n++ {
			for _, space := range f.codes.spaces {
				if len(space[0]) == n && space[0] <= s[:n] && s[:n] <= space[1] {
					return n
				}
			}
		}
		return min(2, len(s))
	case s[0] < 0x80 || f.charset == japanese.ShiftJIS && s[0] >= 0xa0 && s[0] < 0xe0:
		return 1
	}
	return min(2, len(s))
}
