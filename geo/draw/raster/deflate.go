package raster

import (
	"encoding/binary"
	"math/bits"
)

// deflater writes DEFLATE (RFC 1951) blocks of fixed codes that know one kind of repetition: the byte before, again and
// again. A map filtered by rows is nearly all zeros, so this packs it about as small as a search for all repetitions, in a
// tenth of the time.
type deflater struct {
	out   []byte
	acc   uint64
	count uint // bits in acc
}

// code is bits to be written, the first in the lowest place.
type code struct {
	bits  uint32
	count uint8
}

var literals, runs = fixedCodes()

// fixedCodes makes the codes of section 3.2.6: those of bytes, and those of runs by their length, each together with the
// code of the distance 1.
func fixedCodes() (literals [256]code, runs [259]code) {
	symbol := func(v int) code {
		switch {
		case v < 144:
			return reversed(uint32(0x30+v), 8)
		case v < 256:
			return reversed(uint32(0x190+v-144), 9)
		case v < 280:
			return reversed(uint32(v-256), 7)
		}
		return reversed(uint32(0xc0+v-280), 8)
	}
	for v := range literals {
		literals[v] = symbol(v)
	}
	const distanceBits = 5 // the code of the distance 1 is five zeros
	length := 3
	for v := 257; v < 285; v++ {
		extra := 0
		if v >= 265 {
			extra = (v - 261) / 4
		}
		for i := range 1 << extra {
			c := symbol(v)
			c.bits |= uint32(i) << c.count
			c.count += uint8(extra) + distanceBits
			runs[length] = c
			length++
		}
	}
	runs[258] = symbol(285)
	runs[258].count += distanceBits
	return literals, runs
}

func reversed(v uint32, count uint8) code {
	return code{bits.Reverse32(v) >> (32 - count), count}
}

// block writes data as one block; the last one of a stream ends it, others end on a byte's edge, so that streams can be
// joined.
func (d *deflater) block(data []byte, last bool) []byte {
	d.out, d.acc, d.count = make([]byte, 0, len(data)/16+64), 0, 0
	header := code{0b010, 3} // not the last, fixed codes
	if last {
		header.bits |= 1
	}
	d.put(header)
	for i := 0; i < len(data); {
		v := data[i]
		d.put(literals[v])
		i++
		n := repeats(data[i:], v)
		i += n
		for n >= 258+3 {
			d.put(runs[258])
			n -= 258
		}
		if n > 258 {
			d.put(runs[n-3])
			n = 3
		}
		if n >= 3 {
			d.put(runs[n])
			continue
		}
		for range n {
			d.put(literals[v])
		}
	}
	d.put(code{0, 7}) // the end of the block
	if !last {
		d.put(code{0, 3}) // a stored block without bytes: its header, up to the byte's edge, and its length twice
		d.flush()
		return append(d.out, 0, 0, 0xff, 0xff)
	}
	d.flush()
	return d.out
}

func (d *deflater) put(c code) {
	d.acc |= uint64(c.bits) << d.count
	d.count += uint(c.count)
	if d.count >= 32 {
		d.out = binary.LittleEndian.AppendUint32(d.out, uint32(d.acc))
		d.acc >>= 32
		d.count -= 32
	}
}

// flush writes what is left, up to the edge of a byte.
func (d *deflater) flush() {
	for ; d.count > 0; d.count -= min(d.count, 8) {
		d.out = append(d.out, byte(d.acc))
		d.acc >>= 8
	}
}

// repeats counts how often v stands at the beginning of data.
func repeats(data []byte, v byte) int {
	all := uint64(v) * 0x0101010101010101
	n := 0
	for len(data)-n >= 8 {
		if differ := binary.LittleEndian.Uint64(data[n:]) ^ all; differ != 0 {
			return n + bits.TrailingZeros64(differ)/8
		}
		n += 8
	}
	for n < len(data) && data[n] == v {
		n++
	}
	return n
}
