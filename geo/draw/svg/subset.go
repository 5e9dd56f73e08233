package svg

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

var errFont = errors.New("the font is broken")

// subset cuts a TrueType font down to some letters and packs it as WOFF. Glyphs keep their numbers, those left out become
// empty, so that no other table has to change; packing makes the emptiness cost little.
func subset(data []byte, letters map[rune]bool) ([]byte, error) {
	tables, err := readTables(data)
	if err != nil {
		return nil, err
	}
	f := &source{head: tables["head"], loca: tables["loca"], glyf: tables["glyf"]}
	if len(f.head) < 54 || len(tables["maxp"]) < 6 || len(tables["cmap"]) < 4 {
		return nil, errFont
	}
	f.glyphs = int(binary.BigEndian.Uint16(tables["maxp"][4:]))
	f.long = binary.BigEndian.Uint16(f.head[50:]) != 0
	numbers := map[rune]int{}
	keep := map[int]bool{0: true}
	for r := range letters {
		if g := glyphOf(tables["cmap"], r); g > 0 {
			numbers[r] = g
			if err := f.keep(g, keep, 0); err != nil {
				return nil, err
			}
		}
	}
	glyf, loca, err := f.cut(keep)
	if err != nil {
		return nil, err
	}
	head := slices.Clone(f.head)
	binary.BigEndian.PutUint16(head[50:], 1) // long offsets
	out := map[string][]byte{"head": head, "glyf": glyf, "loca": loca, "cmap": writeCmap(numbers), "post": plainPost(tables["post"])}
	for _, name := range []string{"hhea", "hmtx", "maxp", "OS/2", "name", "kern"} {
		if t, ok := tables[name]; ok {
			out[name] = t
		}
	}
	return writeWOFF(out), nil
}

func readTables(data []byte) (map[string][]byte, error) {
	if len(data) < 12 {
		return nil, errFont
	}
	n := int(binary.BigEndian.Uint16(data[4:]))
	if len(data) < 12+16*n {
		return nil, errFont
	}
	tables := map[string][]byte{}
	for i := range n {
		entry := data[12+16*i:]
		from, size := uint64(binary.BigEndian.Uint32(entry[8:])), uint64(binary.BigEndian.Uint32(entry[12:]))
		if from+size > uint64(len(data)) {
			return nil, errFont
		}
		tables[string(entry[:4])] = data[from : from+size]
	}
	return tables, nil
}

// source is the tables that hold a font's outlines.
type source struct {
	head, loca, glyf []byte
	glyphs           int
	long             bool
}

// glyph gives the bytes of a glyph; an empty one has none.
func (f *source) glyph(i int) ([]byte, error) {
	offset := func(i int) (int, bool) {
		if f.long {
			if 4*i+4 > len(f.loca) {
				return 0, false
			}
			return int(binary.BigEndian.Uint32(f.loca[4*i:])), true
		}
		if 2*i+2 > len(f.loca) {
			return 0, false
		}
		return 2 * int(binary.BigEndian.Uint16(f.loca[2*i:])), true
	}
	from, ok1 := offset(i)
	to, ok2 := offset(i + 1)
	if !ok1 || !ok2 || from > to || to > len(f.glyf) {
		return nil, fmt.Errorf("glyph %d: %w", i, errFont)
	}
	return f.glyf[from:to], nil
}

// keep marks a glyph and those that it is composed of.
func (f *source) keep(i int, keep map[int]bool, depth int) error {
	if keep[i] && i != 0 || depth > 8 {
		return nil
	}
	keep[i] = true
	g, err := f.glyph(i)
	if err != nil || len(g) < 10 || int16(binary.BigEndian.Uint16(g)) >= 0 {
		return err
	}
	const wide, scale, more, scaleBoth, matrix = 1, 8, 32, 64, 128
	for at := 10; at+4 <= len(g); {
		flags := binary.BigEndian.Uint16(g[at:])
		if err := f.keep(int(binary.BigEndian.Uint16(g[at+2:])), keep, depth+1); err != nil {
			return err
		}
		at += 6
		if flags&wide != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&scaleBoth != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if flags&more == 0 {
			break
		}
	}
	return nil
}

// cut writes the outlines of the glyphs to keep, and where each begins.
func (f *source) cut(keep map[int]bool) (glyf, loca []byte, err error) {
	for i := range f.glyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if !keep[i] {
			continue
		}
		g, err := f.glyph(i)
		if err != nil {
			return nil, nil, err
		}
		glyf = append(glyf, g...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf))), nil
}

// glyphOf looks a letter up in the font's own table of letters: format 12 where there is one, else format 4.
func glyphOf(cmap []byte, r rune) int {
	best, format := []byte(nil), uint16(0)
	for i := range int(binary.BigEndian.Uint16(cmap[2:])) {
		if 4+8*i+8 > len(cmap) {
			break
		}
		at := uint64(binary.BigEndian.Uint32(cmap[4+8*i+4:]))
		if at+16 > uint64(len(cmap)) {
			continue
		}
		if f := binary.BigEndian.Uint16(cmap[at:]); (f == 4 || f == 12) && f > format {
			best, format = cmap[at:], f
		}
	}
	switch format {
	case 12:
		return inGroups(best, uint32(r))
	case 4:
		return inSegments(best, uint32(r))
	}
	return 0
}

func inGroups(t []byte, r uint32) int {
	for i := range int(binary.BigEndian.Uint32(t[12:])) {
		g := 16 + 12*i
		if g+12 > len(t) {
			break
		}
		first, last := binary.BigEndian.Uint32(t[g:]), binary.BigEndian.Uint32(t[g+4:])
		if r >= first && r <= last {
			return int(binary.BigEndian.Uint32(t[g+8:]) + r - first)
		}
	}
	return 0
}

func inSegments(t []byte, r uint32) int {
	n := int(binary.BigEndian.Uint16(t[6:])) / 2
	at := func(i int) uint32 {
		if i+2 > len(t) {
			return 0
		}
		return uint32(binary.BigEndian.Uint16(t[i:]))
	}
	for i := range n {
		last, first := at(14+2*i), at(16+2*n+2*i)
		if r < first || r > last {
			continue
		}
		delta, offset := at(16+4*n+2*i), at(16+6*n+2*i)
		if offset == 0 {
			return int((r + delta) & 0xffff)
		}
		if g := at(16 + 6*n + 2*i + int(offset) + 2*int(r-first)); g != 0 {
			return int((g + delta) & 0xffff)
		}
	}
	return 0
}

// writeCmap writes a table of letters in format 12, one group a letter.
func writeCmap(numbers map[rune]int) []byte {
	letters := make([]rune, 0, len(numbers))
	for r := range numbers {
		letters = append(letters, r)
	}
	slices.Sort(letters)
	const header = 12 // one table: platform 3 (Windows), encoding 10 (all of Unicode)
	t := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, header, 0, 12, 0, 0}
	t = binary.BigEndian.AppendUint32(t, uint32(16+12*len(letters)))
	t = binary.BigEndian.AppendUint32(t, 0) // any language
	t = binary.BigEndian.AppendUint32(t, uint32(len(letters)))
	for _, r := range letters {
		t = binary.BigEndian.AppendUint32(t, uint32(r))
		t = binary.BigEndian.AppendUint32(t, uint32(r))
		t = binary.BigEndian.AppendUint32(t, uint32(numbers[r]))
	}
	return t
}

// plainPost is the table of PostScript names, without names.
func plainPost(post []byte) []byte {
	out := make([]byte, 32)
	copy(out, post)
	binary.BigEndian.PutUint32(out, 0x00030000)
	return out
}

// writeWOFF packs tables as WOFF 1.0.
func writeWOFF(tables map[string][]byte) []byte {
	names := make([]string, 0, len(tables))
	for name := range tables {
		names = append(names, name)
	}
	slices.Sort(names)
	const header, entry = 44, 20
	directory, body := []byte{}, []byte{}
	total := 12 + 16*len(names)
	for _, name := range names {
		raw := tables[name]
		packed := deflate(raw)
		directory = append(directory, name...)
		for _, v := range []int{header + entry*len(names) + len(body), len(packed), len(raw)} {
			directory = binary.BigEndian.AppendUint32(directory, uint32(v))
		}
		directory = binary.BigEndian.AppendUint32(directory, checksum(raw))
		body = append(body, packed...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
		total += (len(raw) + 3) / 4 * 4
	}
	out := []byte("wOFF\x00\x01\x00\x00")
	out = binary.BigEndian.AppendUint32(out, uint32(header+len(directory)+len(body)))
	out = binary.BigEndian.AppendUint16(out, uint16(len(names)))
	out = append(out, 0, 0)
	out = binary.BigEndian.AppendUint32(out, uint32(total))
	out = append(out, make([]byte, header-len(out))...) // no version, no metadata, no private data
	return append(append(out, directory...), body...)
}

// deflate packs a table, or gives it as it is when packing makes it no smaller.
func deflate(raw []byte) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write(raw) // a bytes.Buffer takes everything
	z.Close()
	if b.Len() >= len(raw) {
		return raw
	}
	return b.Bytes()
}

func checksum(t []byte) uint32 {
	sum := uint32(0)
	for ; len(t) >= 4; t = t[4:] {
		sum += binary.BigEndian.Uint32(t)
	}
	if len(t) > 0 {
		sum += binary.BigEndian.Uint32(append(slices.Clone(t), 0, 0, 0)[:4])
	}
	return sum
}
