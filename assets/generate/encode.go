package main

import (
	"encoding/binary"
	"hash/crc32"
	"math"
)

// encoder writes the shape files that package geo reads; geo/load.go describes them.
type encoder struct {
	out  []byte
	grid float64 // steps per degree
}

func (e *encoder) uint(n int)  { e.out = binary.AppendUvarint(e.out, uint64(n)) }
func (e *encoder) int(n int64) { e.out = binary.AppendVarint(e.out, n) }

// sheet is what goes into one file: land and lakes, each on arcs of its own.
type sheet struct {
	land  []country
	arcs  [][]point
	kinds []arcKind
	lakes [][][]int
	water [][]point
}

// encode makes the bytes of a file on a grid of so many steps per degree. Rings that are left with fewer than three points
// on the grid are dropped.
func encode(s sheet, grid float64) []byte {
	e := &encoder{out: []byte("ENTGEO1\n"), grid: grid}
	e.uint(int(grid))
	codes := map[string]int{"-": 0}
	var names []byte
	for _, c := range s.land {
		if c.code != "-" {
			names = append(names, c.code...)
			codes[c.code] = len(names) / 2
		}
	}
	e.uint(len(names) / 2)
	e.out = append(e.out, names...)

	land, lakes := e.snapAll(s.arcs), e.snapAll(s.water)
	used, wet := map[int]bool{}, map[int]bool{}
	owners, polygons := e.openAll(s.land, codes, land)
	for _, polygon := range polygons {
		markUsed(used, polygon)
	}
	for i, kind := range s.kinds {
		if (kind == dotted || kind == border) && len(land[i]) > 1 {
			used[i] = true
		}
	}
	for _, polygon := range s.lakes {
		markUsed(wet, polygon)
	}
	e.uint(len(used) + len(wet))
	index := e.arcs(0, land, used, func(i int) arcKind { return s.kinds[i] })
	shores := e.arcs(len(index), lakes, wet, func(int) arcKind { return unseen })
	e.uint(len(polygons))
	for i, polygon := range polygons {
		e.area(owners[i], polygon, index)
	}
	e.lakes(s.lakes, lakes, shores)
	return binary.LittleEndian.AppendUint32(e.out, crc32.ChecksumIEEE(e.out))
}

// openAll gives the polygons that have a surface on the grid, and the number in the file of each one's country.
func (e *encoder) openAll(land []country, codes map[string]int, arcs [][][2]int64) (owners []int, polygons [][][]int) {
	for _, c := range land {
		for _, polygon := range c.polygons {
			if polygon = e.open(polygon, arcs); polygon != nil {
				owners, polygons = append(owners, codes[c.code]), append(polygons, polygon)
			}
		}
	}
	return owners, polygons
}

// snapAll puts arcs on the grid and drops points that fall on the one before. Longitudes go on without a jump.
func (e *encoder) snapAll(arcs [][]point) [][][2]int64 {
	snapped := make([][][2]int64, len(arcs))
	for i, arc := range arcs {
		lon := 0.0
		for k, p := range arc {
			if k > 0 {
				lon += math.Remainder(p[0]-lon, 360)
			} else {
				lon = p[0]
			}
			q := [2]int64{int64(math.Round(lon * e.grid)), int64(math.Round(p[1] * e.grid))}
			if n := len(snapped[i]); n == 0 || snapped[i][n-1] != q {
				snapped[i] = append(snapped[i], q)
			}
		}
	}
	return snapped
}

// open gives the rings of a polygon that still have a surface on the grid, without arcs that have shrunk to a point; nil
// when the outer one has not, or was so thin that rounding turned it over.
func (e *encoder) open(polygon [][]int, arcs [][][2]int64) [][]int {
	var rings [][]int
	for i, ring := range polygon {
		var refs []int
		var points []point
		for _, ref := range ring {
			arc := arcs[max(ref, ^ref)]
			if len(arc) < 2 {
				continue
			}
			refs = append(refs, ref)
			for k := range arc[1:] {
				if ref < 0 {
					k = len(arc) - 1 - k
				}
				points = append(points, point{float64(arc[k][0]) / e.grid, float64(arc[k][1]) / e.grid})
			}
		}
		if len(points) >= 3 && (i > 0 || area(points) < 0) {
			rings = append(rings, refs)
		} else if i == 0 {
			return nil
		}
	}
	return rings
}

func markUsed(used map[int]bool, polygon [][]int) {
	for _, ring := range polygon {
		for _, ref := range ring {
			used[max(ref, ^ref)] = true
		}
	}
}

// arcs writes the arcs that are used and gives the index of each in the file, counted from first.
func (e *encoder) arcs(first int, arcs [][][2]int64, used map[int]bool, kind func(i int) arcKind) map[int]int {
	index := map[int]int{}
	for i, arc := range arcs {
		if used[i] {
			index[i] = first + len(index)
			e.arc(kind(i), arc)
		}
	}
	return index
}

func (e *encoder) arc(kind arcKind, arc [][2]int64) {
	e.uint(int(kind))
	e.uint(len(arc))
	var last [2]int64
	for _, p := range arc {
		e.int(p[0] - last[0])
		e.int(p[1] - last[1])
		last = p
	}
}

func (e *encoder) area(owner int, polygon [][]int, index map[int]int) {
	e.uint(owner)
	e.uint(len(polygon))
	for _, ring := range polygon {
		e.uint(len(ring))
		for _, ref := range ring {
			if ref >= 0 {
				e.int(int64(index[ref]))
			} else {
				e.int(^int64(index[^ref]))
			}
		}
	}
}

// lakes writes the lakes that have a surface on the grid.
func (e *encoder) lakes(lakes [][][]int, arcs [][][2]int64, index map[int]int) {
	var polygons [][][]int
	for _, polygon := range lakes {
		if polygon = e.open(polygon, arcs); polygon != nil {
			polygons = append(polygons, polygon)
		}
	}
	e.uint(len(polygons))
	for _, polygon := range polygons {
		e.area(0, polygon, index)
	}
}
