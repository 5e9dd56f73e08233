package svg

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"os"
	"slices"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// unpack turns WOFF back into a plain font, by the format's description.
func unpack(t *testing.T, woff []byte) []byte {
	t.Helper()
	n := int(binary.BigEndian.Uint16(woff[12:]))
	out := append([]byte{0, 1, 0, 0}, woff[12:14]...)
	out = append(out, 0, 0, 0, 0, 0, 0)
	at := uint32(12 + 16*n)
	var body []byte
	for i := range n {
		e := woff[44+20*i:]
		from, packed, size := binary.BigEndian.Uint32(e[4:]), binary.BigEndian.Uint32(e[8:]), binary.BigEndian.Uint32(e[12:])
		raw := woff[from : from+packed]
		if packed < size {
			z, err := zlib.NewReader(bytes.NewReader(raw))
			if err != nil {
				t.Fatal(err)
			}
			if raw, err = io.ReadAll(z); err != nil || uint32(len(raw)) != size {
				t.Fatalf("table %s: %v", e[:4], err)
			}
		}
		out = append(out, e[:4]...)
		out = append(out, e[16:20]...)
		out = binary.BigEndian.AppendUint32(out, at+uint32(len(body)))
		out = binary.BigEndian.AppendUint32(out, size)
		body = append(body, raw...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(out, body...)
}

func TestSubsetHasTheSameLetters(t *testing.T) {
	for file, letters := range map[string]string{"NotoSans-Regular.ttf": "AbđşČЖé –", "DroidSansFallback.ttf": "日本語中国 "} {
		data, err := os.ReadFile("../../../assets/fonts/" + file)
		if err != nil {
			t.Fatal(err)
		}
		want := map[rune]bool{}
		for _, r := range letters {
			want[r] = true
		}
		woff, err := subset(data, want)
		if err != nil {
			t.Fatal(err)
		}
		whole, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		part, err := sfnt.Parse(unpack(t, woff))
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		var buf sfnt.Buffer
		for _, r := range letters {
			a, _ := whole.GlyphIndex(&buf, r)
			b, _ := part.GlyphIndex(&buf, r)
			if a != b || a == 0 {
				t.Errorf("%s: %q is glyph %d, want %d", file, r, b, a)
				continue
			}
			one, err1 := whole.LoadGlyph(&buf, a, fixed.I(1000), nil)
			shape := slices.Clone(one)
			two, err2 := part.LoadGlyph(&buf, b, fixed.I(1000), nil)
			if err1 != nil || err2 != nil || !slices.Equal(shape, two) {
				t.Errorf("%s: %q has another shape: %v, %v", file, r, err1, err2)
			}
		}
		if g, _ := part.GlyphIndex(&buf, 'z'); g != 0 {
			t.Errorf("%s: it has letters that nobody asked for", file)
		}
	}
}

func TestSubsetOfABrokenFontIsAnError(t *testing.T) {
	data, err := os.ReadFile("../../../assets/fonts/NotoSans-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	for _, broken := range [][]byte{nil, {}, []byte("no font"), data[:100], data[:len(data)/2]} {
		if _, err := subset(broken, map[rune]bool{'a': true}); err == nil {
			t.Errorf("%d bytes of a font were taken", len(broken))
		}
	}
}

func FuzzSubset(f *testing.F) {
	data, err := os.ReadFile("../../../assets/fonts/NotoSans-Regular.ttf")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(0), uint8(0), "abc")
	f.Add(uint32(400), uint8(77), "é")
	f.Fuzz(func(t *testing.T, at uint32, value uint8, letters string) {
		// One changed byte in the tables' directory or beginning: no panic, whatever comes of it.
		changed := slices.Clone(data)
		changed[int(at)%len(changed)] = value
		want := map[rune]bool{}
		for _, r := range letters {
			want[r] = true
		}
		subset(changed, want)
	})
}
