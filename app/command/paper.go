package command

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// paper is a size that has a name: of a sheet in millimetres, or of a screen in pixels.
type paper struct {
	name          string
	width, height float64
	pixels        bool
}

// papers are the sizes with names. A slide is 13.33 by 7.5 inches, as presentations have it.
var papers = []paper{
	{"a4", 297, 210, false}, {"a4-portrait", 210, 297, false}, {"a3", 420, 297, false}, {"a3-portrait", 297, 420, false},
	{"slide", 338.67, 190.5, false}, {"4k", 3840, 2160, true}, {"8k", 7680, 4320, true},
}

// The dots an inch that a sheet can have.
const (
	leastDPI = 48
	mostDPI  = 768
	unitsDPI = 96 // at which a unit is a dot
	inch     = 25.4
)

func paperNames() string {
	var names []string
	for _, p := range papers {
		names = append(names, p.name)
	}
	return strings.Join(names, ", ")
}

// sizeOf reads "1920x1080" or the name of a paper, which has dpi dots an inch. scale is that of letters in their true size on
// paper, and 0 for pixels.
func sizeOf(size string, dpi int) (width, height int, scale float64, err error) {
	if dpi < leastDPI || dpi > mostDPI {
		return 0, 0, 0, usageError{fmt.Errorf("--dpi %d is not between %d and %d", dpi, leastDPI, mostDPI)}
	}
	size = strings.ToLower(size)
	if i := slices.IndexFunc(papers, func(p paper) bool { return p.name == size }); i >= 0 {
		p := papers[i]
		if p.pixels {
			return int(p.width), int(p.height), 0, nil
		}
		dots := func(mm float64) int { return int(math.Round(mm / inch * float64(dpi))) }
		return dots(p.width), dots(p.height), float64(dpi) / unitsDPI, nil
	}
	w, h, ok := strings.Cut(size, "x")
	width, errW := strconv.Atoi(w)
	height, errH := strconv.Atoi(h)
	if !ok || errW != nil || errH != nil {
		return 0, 0, 0, usageError{fmt.Errorf("--size %q is no size: write 1920x1080, or %s", size, paperNames())}
	}
	if min(width, height) < leastSide || max(width, height) > mostSide {
		return 0, 0, 0, usageError{fmt.Errorf("--size %s: each side must be between %d and %d pixels", size, leastSide, mostSide)}
	}
	return width, height, 0, nil
}
