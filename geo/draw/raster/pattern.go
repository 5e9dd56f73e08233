package raster

import "math"

// pattern is a dashing laid out as a table over one period, so that a ribbon finds by looking up how much of a pixel its dashes
// cover. That costs a fraction of drawing every dash by itself.
type pattern struct {
	share [patternSteps]float32 // covered
	turn  float64               // of the wheel for a pixel along the line; a whole turn, 1<<32, is a period
	start uint32                // of the wheel at the start of a line
}

const (
	patternSteps = 1 << patternBits
	patternBits  = 10
	maxPatterns  = 512 // that are kept
)

// solid is the pattern of a line without gaps.
var solid = func() *pattern {
	p := &pattern{}
	for i := range p.share {
		p.share[i] = 1
	}
	return p
}()

// patternKey is all that a pattern depends on.
type patternKey struct {
	lengths [4]float64
	phase   float64
}

// pattern gives the table of the dashes, from memory when it was made before; nil for more lengths than a key holds.
func (d *dasher) pattern() *pattern {
	key := patternKey{phase: d.phase}
	if len(d.lengths) > len(key.lengths) {
		return nil
	}
	copy(key.lengths[:], d.lengths)
	p := d.patterns[key]
	if p == nil {
		if d.patterns == nil || len(d.patterns) >= maxPatterns {
			d.patterns = map[patternKey]*pattern{}
		}
		p = d.lay()
		d.patterns[key] = p
	}
	return p
}

// lay works the table out: at each step the part of a pixel around it that lies on dashes.
func (d *dasher) lay() *pattern {
	p := &pattern{turn: (1 << 32) / d.total, start: uint32(int64(d.phase / d.total * (1 << 32)))}
	for i := range p.share {
		at := (float64(i) + 0.5) / patternSteps * d.total
		p.share[i] = float32(d.covered(at+0.5) - d.covered(at-0.5))
	}
	return p
}

// covered gives the length of the dashes from the start of the pattern to a place, negative before it.
func (d *dasher) covered(to float64) float64 {
	on := 0.0
	for i := 0; i < len(d.lengths); i += 2 {
		on += d.lengths[i]
	}
	periods := math.Floor(to / d.total)
	sum, rest := periods*on, to-periods*d.total
	for i, l := range d.lengths {
		if i%2 == 0 {
			sum += math.Min(rest, l)
		}
		if rest -= l; rest <= 0 {
			break
		}
	}
	return sum
}
