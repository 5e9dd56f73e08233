package geo

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// Shape files begin with magic and end with the CRC-32 (IEEE) of all before it, little-endian. Between lie, all as varints:
// the grid's steps per degree; the country codes, two bytes each, that areas refer to; the arcs, each its kind, its number of
// points and their differences from point to point; then the areas and the lakes, each its country (one more than the index
// of its code, 0 for none), its number of rings, and for each ring the arcs it is made of (an index, or its bitwise
// complement when the arc runs the other way). Neighbours share the arc between them, so no gap can open.
const magic = "ENTGEO1\n"

// shore is the kind of an arc that only lakes use: it is not stroked.
const shore = uint64(Disputed) + 1

var errBroken = errors.New("the file is broken")

// checkBody gives what lies between magic and checksum.
func checkBody(raw []byte) ([]byte, error) {
	if len(raw) < len(magic)+4 || string(raw[:len(magic)]) != magic {
		return nil, errors.New("not a file of shapes")
	}
	end := len(raw) - 4
	if crc32.ChecksumIEEE(raw[:end]) != binary.LittleEndian.Uint32(raw[end:]) {
		return nil, errBroken
	}
	return raw[len(magic):end], nil
}

// decodeShapes builds a level from a checked file.
func decodeShapes(body []byte, l Level, w *World) (*Shapes, error) {
	d := decoder{rest: body}
	grid := float64(d.uint())
	countries := make([]int, d.count(2))
	for i := range countries {
		countries[i] = w.Index(string(d.bytes(2)))
	}
	arcs := make([]arc, d.count(2))
	s := &Shapes{Level: l}
	for i := range arcs {
		arcs[i] = arc{kind: d.uint(), sides: [2]int{-1, -1}}
		arcs[i].points = d.points(grid)
	}
	s.Areas = d.areas(arcs, countries)
	s.Lakes = d.areas(arcs, countries)
	for _, a := range arcs {
		if a.kind < shore {
			s.Lines = append(s.Lines, Line{LineKind(a.kind), a.sides, a.points, CapOf(a.points)})
		}
	}
	if d.broken || len(d.rest) > 0 {
		return nil, errBroken
	}
	return s, nil
}

// arc is a line that rings share, with the countries on its two sides.
type arc struct {
	kind   uint64
	points []Vec
	sides  [2]int
}

// side notes that a country lies on one side of the arc.
func (a *arc) side(country int) {
	if a.sides[0] < 0 {
		a.sides[0] = country
	} else {
		a.sides[1] = country
	}
}

// decoder reads varints; once something is wrong it stays broken and gives zeros.
type decoder struct {
	rest   []byte
	broken bool
}

func (d *decoder) fail() {
	d.broken, d.rest = true, nil
}

func (d *decoder) uint() uint64 {
	v, n := binary.Uvarint(d.rest)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.rest = d.rest[n:]
	return v
}

func (d *decoder) int() int64 {
	v, n := binary.Varint(d.rest)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.rest = d.rest[n:]
	return v
}

// count reads a number of things that take at least size bytes each, so that a lie cannot claim more than the file holds.
func (d *decoder) count(size int) int {
	n := d.uint()
	if n > uint64(len(d.rest)/size) {
		d.fail()
		return 0
	}
	return int(n)
}

func (d *decoder) bytes(n int) []byte {
	if len(d.rest) < n {
		d.fail()
		return nil
	}
	b := d.rest[:n]
	d.rest = d.rest[n:]
	return b
}

// points reads one arc, with points added where two are more than a degree apart.
func (d *decoder) points(grid float64) []Vec {
	n := d.count(2)
	points := make([]Vec, 0, n)
	lon, lat := int64(0), int64(0)
	for range n {
		lon += d.int()
		lat += d.int()
		v := VecOf(orb.Point{float64(lon) / grid, float64(lat) / grid})
		if v.X != v.X || v.Z != v.Z {
			d.fail()
			return nil
		}
		if len(points) > 0 {
			points = appendWay(points, v)
		}
		points = append(points, v)
	}
	return points
}

// appendWay adds the points of the great circle to v, a degree apart, without v.
func appendWay(points []Vec, v Vec) []Vec {
	last := points[len(points)-1]
	if last.Dot(v) > math.Cos(degree) {
		return points
	}
	n := math.Ceil(last.Angle(v) / degree)
	for i := 1.0; i < n; i++ {
		points = append(points, last.Between(v, i/n))
	}
	return points
}

func (d *decoder) areas(arcs []arc, countries []int) []Area {
	areas := make([]Area, 0, d.count(3))
	for range cap(areas) {
		a := Area{Country: -1}
		if owner := d.uint(); owner > uint64(len(countries)) {
			d.fail()
		} else if owner > 0 {
			a.Country = countries[owner-1]
		}
		for range d.count(2) {
			a.Rings = append(a.Rings, d.ring(arcs, a.Country))
		}
		if d.broken || len(a.Rings) == 0 {
			d.fail()
			return nil
		}
		a.Cap = CapOf(a.Rings[0])
		areas = append(areas, a)
	}
	return areas
}

// ring joins arcs; the last point of each is the first of the next.
func (d *decoder) ring(arcs []arc, country int) []Vec {
	refs, total := make([]int64, d.count(1)), 0
	for i := range refs {
		refs[i] = d.int()
		index := max(refs[i], ^refs[i])
		if index >= int64(len(arcs)) || len(arcs[index].points) < 2 {
			d.fail()
			return nil
		}
		arcs[index].side(country)
		total += len(arcs[index].points) - 1
	}
	ring := make([]Vec, 0, total)
	for _, ref := range refs {
		if ref >= 0 {
			points := arcs[ref].points
			ring = append(ring, points[:len(points)-1]...)
			continue
		}
		points := arcs[^ref].points
		for i := len(points) - 1; i > 0; i-- {
			ring = append(ring, points[i])
		}
	}
	return ring
}

// parseCountries reads the table of countries: code, anchor, box, dot, tint and neighbours, divided by tabs.
func parseCountries(table string) ([]Country, error) {
	var countries []Country
	n := 0
	for line := range strings.Lines(table) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		c, err := parseCountry(strings.Split(line, "\t"))
		if err == nil && len(countries) > 0 && countries[len(countries)-1].Code >= c.Code {
			err = fmt.Errorf("%q is out of order", c.Code)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		countries = append(countries, c)
	}
	return countries, nil
}

func parseCountry(cells []string) (Country, error) {
	if len(cells) != 10 || len(cells[0]) != 2 {
		return Country{}, errBroken
	}
	c := Country{Code: cells[0], Dot: cells[7] == "1"}
	var numbers [6]float64
	for i := range numbers {
		v, err := strconv.ParseFloat(cells[1+i], 64)
		if err != nil || !(math.Abs(v) <= 540) {
			return Country{}, errBroken
		}
		numbers[i] = v
	}
	tint, err := strconv.Atoi(cells[8])
	if err != nil {
		return Country{}, errBroken
	}
	c.Tint = tint
	c.Anchor = orb.Point{numbers[0], numbers[1]}
	c.Box = orb.Bound{Min: orb.Point{numbers[2], numbers[3]}, Max: orb.Point{numbers[4], numbers[5]}}
	c.Neighbours = strings.Fields(cells[9])
	return c, nil
}
