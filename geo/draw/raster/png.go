package raster

import (
	"encoding/binary"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"image"
	"io"
	"math"
	"runtime"
	"sync"
)

// Note is a text that a PNG file carries beside its picture.
type Note struct {
	Keyword string // Latin letters, up to 79 of them: "Title", "Source"
	Text    string // UTF-8
}

// EncodePNG writes an opaque picture as PNG, compressing on all cores. It suits drawings with large even areas; photographs come out large. The resolution is dpi dots an inch, or not told when
// that is not positive. Transparent pixels lose their transparency.
func EncodePNG(w io.Writer, img *image.RGBA, dpi float64, notes ...Note) error {
	width, height := img.Rect.Dx(), img.Rect.Dy()
	if width <= 0 || height <= 0 {
		return fmt.Errorf("encode picture: %d by %d pixels hold nothing", width, height)
	}
	e := &encoder{w: w}
	e.write([]byte("\x89PNG\r\n\x1a\n"))
	header := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(width)), uint32(height))
	e.chunk("IHDR", append(header, 8, 2, 0, 0, 0)) // eight bits of red, green and blue, not interlaced
	if dpi > 0 {
		perMetre := uint32(math.Round(dpi / 0.0254))
		e.chunk("pHYs", append(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, perMetre), perMetre), 1))
	}
	for _, n := range notes {
		// Keyword, not compressed, no language, no translated keyword, text.
		e.chunk("iTXt", []byte(n.Keyword+"\x00\x00\x00\x00\x00"+n.Text))
	}
	for _, part := range compress(img) {
		e.chunk("IDAT", part)
	}
	e.chunk("IEND", nil)
	if e.err != nil {
		return fmt.Errorf("encode picture: %w", e.err)
	}
	return nil
}

// encoder writes chunks until the first error.
type encoder struct {
	w   io.Writer
	err error
}

func (e *encoder) write(b []byte) {
	if e.err == nil {
		_, e.err = e.w.Write(b)
	}
}

func (e *encoder) chunk(kind string, data []byte) {
	head := append(binary.BigEndian.AppendUint32(nil, uint32(len(data))), kind...)
	sum := crc32.Update(crc32.ChecksumIEEE(head[4:]), crc32.IEEETable, data)
	e.write(head)
	e.write(data)
	e.write(binary.BigEndian.AppendUint32(nil, sum))
}

// stripRows is how many rows are compressed together. Every strip begins afresh, which costs some bytes and lets all cores
// work.
const stripRows = 128

// compress gives the picture as pieces of one zlib stream.
func compress(img *image.RGBA) [][]byte {
	height := img.Rect.Dy()
	strips := (height + stripRows - 1) / stripRows
	parts, sums := make([][]byte, strips), make([]uint32, strips)
	var wait sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), strips) {
		wait.Go(func() {
			s := newStrip(img)
			for i := range next {
				parts[i], sums[i] = s.compress(i*stripRows, min((i+1)*stripRows, height))
			}
		})
	}
	for i := range strips {
		next <- i
	}
	close(next)
	wait.Wait()
	row := 1 + 3*img.Rect.Dx()
	sum := uint32(1)
	for i := range strips {
		sum = joinSums(sum, sums[i], row*(min((i+1)*stripRows, height)-i*stripRows))
	}
	parts[0] = append([]byte{0x78, 0x01}, parts[0]...)
	parts[strips-1] = binary.BigEndian.AppendUint32(parts[strips-1], sum)
	return parts
}

// strip compresses some rows at a time, in memory that it keeps.
type strip struct {
	img        *image.RGBA
	raw        []byte
	last, this []byte
	deflate    deflater
}

func newStrip(img *image.RGBA) *strip {
	n := 3 * img.Rect.Dx()
	return &strip{img: img, last: make([]byte, n), this: make([]byte, n)}
}

// compress gives rows from to end, and the Adler-32 sum of what was compressed.
func (s *strip) compress(from, end int) ([]byte, uint32) {
	s.raw = s.raw[:0]
	for y := from; y < end; y++ {
		s.filter(y, y > from)
	}
	return s.deflate.block(s.raw, end == s.img.Rect.Dy()), adler32.Checksum(s.raw)
}

// filter appends a row as its difference from the one above, which on a map is mostly zeros; the first of a strip as the
// difference from the pixel to the left, since another core has the row above.
func (s *strip) filter(y int, above bool) {
	s.last, s.this = s.this, s.last
	pix := s.img.Pix[y*s.img.Stride : y*s.img.Stride+4*s.img.Rect.Dx()]
	this := s.this
	for i, k := 0, 0; k+3 < len(pix); i, k = i+3, k+4 {
		this[i], this[i+1], this[i+2] = pix[k], pix[k+1], pix[k+2]
	}
	start := len(s.raw)
	s.raw = append(s.raw, 2)
	s.raw = append(s.raw, this...)
	raw := s.raw[start+1:]
	if above {
		last := s.last[:len(raw)]
		for i := range raw {
			raw[i] -= last[i]
		}
		return
	}
	s.raw[start] = 1
	for i := len(raw) - 1; i >= 3; i-- {
		raw[i] -= raw[i-3]
	}
}

// joinSums gives the Adler-32 sum of two stretches of bytes from the sum of each and the length of the second.
func joinSums(first, second uint32, length int) uint32 {
	const mod = 65521
	n := uint32(length % mod)
	a1, b1 := first&0xffff, first>>16
	a2, b2 := second&0xffff, second>>16
	a := (a1 + a2 + mod - 1) % mod
	b := uint32((uint64(b1) + uint64(b2) + uint64(n)*uint64((a1+mod-1)%mod)) % mod)
	return b<<16 | a
}
