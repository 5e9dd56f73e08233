package raster

import (
	"encoding/binary"
	"image/color"

	"entente/geo/draw"
)

// ink is a colour ready for blending. A pixel is one word of its four bytes; spread out, with room for a byte between them,
// one multiplication does all four channels. Which channel lies where depends on the processor's byte order and does not
// matter. Alpha is applied through the weight.
type ink struct {
	wide      uint64 // the pixel where the ink covers fully, spread out
	solid     uint32 // the pixel where the ink covers fully
	alpha     float32
	weight256 int // alpha in 256ths
}

func newInk(c color.NRGBA) ink {
	solid := binary.NativeEndian.Uint32([]byte{c.R, c.G, c.B, 0xff})
	alpha := float32(c.A) * (256.0 / 255.0)
	return ink{wide: newWide(solid), solid: solid, alpha: alpha, weight256: int(alpha + 0.5)}
}

// newWide spreads a pixel out.
func newWide(pixel uint32) uint64 { return uint64(pixel)&0xff00ff | uint64(pixel)&0xff00ff00<<24 }

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
	return uint32(int32(cover*k.alpha + 0.5))
}

// blend gives a pixel with the ink over it, at a weight of 0 to 256.
func (k *ink) blend(old, weight uint32) uint32 { return blend(old, k.wide, weight) }

// blend is for loops that keep the ink's spread out colour at hand.
func blend(old uint32, over uint64, weight uint32) uint32 {
	wide := newWide(old)
	wide = (wide<<8 + (over-wide)*uint64(weight) + 0x0080008000800080) >> 8 & 0x00ff00ff00ff00ff
	return uint32(wide) | uint32(wide>>24)
}

// span lays the ink over whole pixels.
func (k *ink) span(pixels []uint32, weight uint32) {
	switch {
	case weight == 0:
	case weight < 256:
		over := k.wide
		for i, old := range pixels {
			pixels[i] = blend(old, over, weight)
		}
	default:
		fill(pixels, k.solid)
	}
}

// chunk is how many pixels of a long run are set one by one, before they are copied on: copying moves many at once.
const chunk = 32

// fill sets all pixels.
func fill(pixels []uint32, pixel uint32) {
	done := min(len(pixels), chunk)
	for i := range done {
		pixels[i] = pixel
	}
	for done < len(pixels) {
		done += copy(pixels[done:], pixels[:done])
	}
}

// sweepRow paints one row of summed edges onto its pixels and empties it.
func (f *filler) sweepRow(y int, pixels []uint32, k *ink, rule draw.Rule) {
	cells := f.cells[y*f.stride : (y+1)*f.stride]
	marks := f.marks[y*f.words : y*f.words+f.right]
	sum, done := float32(0), 0
	for x := next(marks, f.left<<6, f.stride); x < f.stride; x = next(marks, x+1, f.stride) {
		if x > done && done < f.width {
			k.span(pixels[done:min(x, f.width)], k.weight(sum, rule))
		}
		sum += cells[x]
		cells[x] = 0
		if x < f.width {
			if w := k.weight(sum, rule); w > 0 {
				pixels[x] = k.blend(pixels[x], w)
			}
		}
		done = x + 1
	}
	if done > 0 && done < f.width {
		k.span(pixels[done:], k.weight(sum, rule))
	}
	clear(marks[f.left:])
}

// coverRow paints one row of covered shares onto its pixels and empties it.
func (f *filler) coverRow(y int, pixels []uint32, k *ink) {
	cells := f.cells[y*f.stride : (y+1)*f.stride]
	marks := f.marks[y*f.words : y*f.words+f.right]
	for x := next(marks, f.left<<6, f.width); x < f.width; x = next(marks, x+1, f.width) {
		if w := k.weight(cells[x], draw.NonZero); w > 0 {
			pixels[x] = k.blend(pixels[x], w)
		}
		cells[x] = 0
	}
	clear(marks[f.left:])
}
