package geo_test

import (
	"encoding/binary"
	"hash/crc32"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"entente/geo"
)

// whole is the real assets as a file system that tests may spoil.
func whole(t testing.TB) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	for _, name := range []string{"world/countries.tsv", "world/overview.bin", "world/medium.bin", "world/fine.bin"} {
		raw, err := fs.ReadFile(assets(), name)
		if err != nil {
			t.Fatal(err)
		}
		m[name] = &fstest.MapFile{Data: raw}
	}
	return m
}

func TestLoadNamesTheFileThatIsBroken(t *testing.T) {
	for _, test := range []struct {
		name, file string
		spoil      func(raw []byte) []byte
	}{
		{"missing table", "world/countries.tsv", func([]byte) []byte { return nil }},
		{"table with a short line", "world/countries.tsv", func(raw []byte) []byte { return []byte("AD\t1\t2\n") }},
		{"table with a word for a number", "world/countries.tsv", func(raw []byte) []byte { return []byte("AD\tx\t1\t1\t1\t1\t1\t0\t0\t\n") }},
		{"table with NaN", "world/countries.tsv", func(raw []byte) []byte { return []byte("AD\tNaN\t1\t1\t1\t1\t1\t0\t0\t\n") }},
		{"table out of order", "world/countries.tsv", func(raw []byte) []byte { return append(raw, "AA\t1\t1\t1\t1\t1\t1\t0\t0\t\n"...) }},
		{"empty shapes", "world/medium.bin", func([]byte) []byte { return nil }},
		{"shapes of another kind", "world/fine.bin", func([]byte) []byte { return []byte(strings.Repeat("PNG ", 100)) }},
		{"shapes cut short", "world/overview.bin", func(raw []byte) []byte { return raw[:len(raw)/2] }},
		{"one bit turned", "world/medium.bin", func(raw []byte) []byte { raw[len(raw)/3] ^= 4; return raw }},
	} {
		m := whole(t)
		m[test.file].Data = test.spoil(append([]byte(nil), m[test.file].Data...))
		if m[test.file].Data == nil && strings.Contains(test.name, "missing") {
			delete(m, test.file)
		}
		_, err := geo.Load(m)
		if err == nil || !strings.Contains(err.Error(), test.file) {
			t.Errorf("%s: got error %v, want one that names %s", test.name, err, test.file)
		}
	}
}

// seal wraps a body as a file of shapes with the right checksum.
func seal(body []byte) []byte {
	raw := append([]byte("ENTGEO1\n"), body...)
	return binary.LittleEndian.AppendUint32(raw, crc32.ChecksumIEEE(raw))
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte{100, 1, 'R', 'S', 1, 0, 4, 0, 0, 2, 0, 0, 2, 1, 1, 1, 1, 1, 1, 0, 0})
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1})
	table, err := fs.ReadFile(assets(), "world/countries.tsv")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		file := &fstest.MapFile{Data: seal(body)}
		w, err := geo.Load(fstest.MapFS{"world/countries.tsv": {Data: table}, "world/overview.bin": file, "world/medium.bin": file, "world/fine.bin": file})
		if err != nil {
			return
		}
		s, err := w.Shapes(geo.Overview)
		if err != nil {
			t.Fatalf("loaded, but: %v", err)
		}
		for _, a := range s.Areas {
			if a.Country >= len(w.Countries) || len(a.Rings) == 0 {
				t.Fatalf("an area of country %d with %d rings", a.Country, len(a.Rings))
			}
		}
	})
}
