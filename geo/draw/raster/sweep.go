package raster

import (
	"encoding/binary"
	"image/color"

	"entente/geo/draw"
)

// ink is a colour ready for blending: its red and blue, and its green and alpha, each pair in one word with room between,
// so that one multiplication does two channels.
type ink struct {
	rb, ga uint32 // 0x00BB00RR, 0x00FF00GG: alpha is applied through the weight
	solid  uint32 // the pixel where the ink covers fully
	alpha  float32
}

func newInk(c color.NRGBA) ink {
	return ink{
		rb:    uint32(c.R) | uint32(c.B)<<16,
		ga:    uint32(c.G) | 0xff0000,
		solid: uint32(c.R) | uint32(c.G)<<8 | uint32(c.B)<<16 | 0xff000000,
		alpha: float32(c.A) * (256.0 / 255.0),
	}
}

// weight turns a covered share into the ink's share of the pixel, in 256ths.
func (k *ink) weight(cover float32, rule draw.Rule) uint32 {
	if cover < 0 {
		cover = -cover
	}
	if rule == draw.EvenOdd {
		cover -= 2 * float32(int(cover/2))
		if cover > 1 {
			cover = 2 - cover
		}
	} else if cover > 1 {
		cover = 1
	}
	return uint32(cover*k.alpha + 0.5)
}

// blend lays the ink over one pixel of four bytes, with a weight of 0 to 256.
func (k *ink) blend(p []byte, weight uint32) {
	old := binary.LittleEndian.Uint32(p)
	rest := 256 - weight
	rb := ((old&0xff00ff)*rest + k.rb*weight + 0x800080) >> 8 & 0xff00ff
	ga := ((old>>8&0xff00ff)*rest + k.ga*weight + 0x800080) >> 8 & 0xff00ff
	binary.LittleEndian.PutUint32(p, rb|ga<<8)
}

// span lays the ink over whole pixels.
func (k *ink) span(p []byte, weight uint32) {
	if weight == 0 {
		return
	}
	if weight < 256 {
		for ; len(p) >= 4; p = p[4:] {
			k.blend(p, weight)
		}
		return
	}
	two := uint64(k.solid) | uint64(k.solid)<<32
	for ; len(p) >= 32; p = p[32:] {
		binary.LittleEndian.PutUint64(p[0:8], two)
		binary.LittleEndian.PutUint64(p[8:16], two)
		binary.LittleEndian.PutUint64(p[16:24], two)
		binary.LittleEndian.PutUint64(p[24:32], two)
	}
	for ; len(p) >= 4; p = p[4:] {
		binary.LittleEndian.PutUint32(p, k.solid)
	}
}

// sweepRow paints one row of summed edges onto its pixels and empties it.
func (f *filler) sweepRow(y int, pixels []byte, k *ink, rule draw.Rule) {
	cells := f.cells[y*f.stride : (y+1)*f.stride]
	marks := f.marks[y*f.words : y*f.words+f.right]
	sum, done := float32(0), 0
	for x := next(marks, f.left<<6, f.stride); x < f.stride; x = next(marks, x+1, f.stride) {
		if x > done && done < f.width {
			k.span(pixels[4*done:4*min(x, f.width)], k.weight(sum, rule))
		}
		sum += cells[x]
		cells[x] = 0
		if x < f.width {
			if w := k.weight(sum, rule); w > 0 {
				k.blend(pixels[4*x:4*x+4], w)
			}
		}
		done = x + 1
	}
	if done > 0 && done < f.width {
		k.span(pixels[4*done:], k.weight(sum, rule))
	}
	clear(marks[f.left:])
}

// coverRow paints one row of covered shares onto its pixels and empties it.
func (f *filler) coverRow(y int, pixels []byte, k *ink) {
	cells := f.cells[y*f.stride : (y+1)*f.stride]
	marks := f.marks[y*f.words : y*f.words+f.right]
	for x := next(marks, f.left<<6, f.width); x < f.width; x = next(marks, x+1, f.width) {
		if w := k.weight(cells[x], draw.NonZero); w > 0 {
			k.blend(pixels[4*x:4*x+4], w)
		}
		cells[x] = 0
	}
	clear(marks[f.left:])
}
