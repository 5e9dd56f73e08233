package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// seats corrects GeoNames where it names no capital or another than the seat of government.
var seats = map[string]string{"BO": "La Paz", "EH": "Laayoune", "IL": "Jerusalem", "LK": "Colombo", "PS": "Ramallah"}

// place is one row of GeoNames.
type place struct {
	name, code, country string
	others              string // other names, of any language, between commas
	lat, lon            float64
	people              int64
}

// writeCities picks the places worth knowing and, on the way, every country's capital and middle.
func (r *run) writeCities(nations map[string]*nation) error {
	content, err := r.file(places, "dist/cities500.txt", placesSum)
	if err != nil {
		return err
	}
	rows, err := readPlaces(string(content))
	if err != nil {
		return err
	}
	for i := range rows {
		if n := nations[rows[i].country]; n != nil {
			n.weigh(&rows[i])
		}
	}
	known, called := map[string]string{}, map[string][]*place{}
	for i := range rows {
		p := &rows[i]
		name := folded(p.name)
		called[name] = append(called[name], p)
		if p.wanted() {
			known[name] += p.country
		}
	}
	var cities []string
	for i := range rows {
		p := &rows[i]
		n := nations[p.country]
		if n == nil {
			continue
		}
		n.settle(p)
		if seats[n.code] == p.name || seats[n.code] == "" && p.code == "PPLC" {
			n.capital, n.capLat, n.capLon = p.name, p.lat, p.lon
		}
		if p.wanted() {
			cities = append(cities, fmt.Sprintf("%s\t%s\t%s\t%.2f\t%.2f\t%d\t%s\t%s", p.country, p.name, p.rank(), p.lat, p.lon, p.people/1000,
				strings.Join(p.spellings(known), "; "), p.namesakes(called[folded(p.name)])))
		}
	}
	eu, be := nations["EU"], nations["BE"]
	eu.lat, eu.lon, eu.capital, eu.capLat, eu.capLon = be.capLat, be.capLon, be.capital, be.capLat, be.capLon
	return r.writeTable("cities", placeHeading, cities)
}

// near lists the countries of which smaller towns are kept, too: those that the sample library is about, and round them.
var near = []string{"AL", "BA", "BG", "HR", "ME", "MK", "RO", "RS", "SI", "XK"}

// harbours are ports and meeting places too small for the cut that news speaks of all the same, with their country
// where others are called so.
var harbours = []string{"Davos", "Gwadar", "Piraeus", "Sveti Stefan", "Yalta", "Brest", "Kerch", "Tartus", "Berbera", "Lobito", "Chabahar",
	"Hambantota", "Narvik", "Kirkenes", "Aktau", "Poti", "Batumi", "Lampedusa", "Ceuta", "Melilla", "Goma", "Matadi", "Biella",
	"Mantova", "Gioia Tauro", "Sines", "FR Grasse", "Kiruna", "Ust’-Luga", "Erenhot", "CA Leamington", "GB Dover", "Felixstowe", "Galveston",
	"ME Kotor", "Kidal", "Janīn", "Ţūlkarm", "PS Bethlehem", "Zeebrugge", "Zakho", "Cizre", "Ventimiglia", "Hammerfest", "Vardø", "Longyearbyen",
	"Ystad", "Świnoujście", "Paldiski", "Sillamäe", "Narva", "Kourou", "Baykonyr", "Sharm el-Sheikh", "Norðurþing", "Hirtshals", "Skagen",
	"Medyka", "Spīn Bōldak", "Chernobyl", "Slavutych", "Famagusta", "Kyrenia", "Monfalcone", "Tychy", "Esbjerg", "Nuuk", "Naţanz", "Calexico"}

// misleading are smaller towns whose names mostly mean something else in news: words, first names, brands.
var misleading = []string{"Acton", "Adler", "Ajax", "Alameda", "Amora", "Anan", "Anderson", "Antony", "Arcadia",
	"Archway", "Ariana", "Asahi", "Asker", "Aurora", "Babu", "Bade", "Banes", "Barking", "Bela", "Bello", "Bimbo",
	"Boulder", "Bowie", "Brandon", "Brent", "Brits", "Bryan", "Būsh", "Capas", "Carol", "Cary", "Casper", "Centennial",
	"Centurion", "Chico", "Chās", "Comal", "Commerce", "Concordia", "Corona", "Coronel", "Cruzeiro", "Dalai", "Dale",
	"Dasha", "Dashi", "Date", "Davis", "Daye", "Deva", "Divo", "Douane", "Eisen", "El Banco", "Elda", "Elizabeth",
	"Estância", "Eugene", "Everett", "Forest", "Frederick", "Frontera", "García", "George", "Gilbert", "Goodyear",
	"Grays", "Guider", "Harper", "Harrow", "Hastings", "Highland", "Hoover", "Hūn", "Ina", "Jefferson", "Johnson",
	"Kai", "Kara", "Kendall", "Kikuyu", "La Victoria", "Largo", "Lawrence", "Leme", "Logan", "Loni", "Lorena", "Lynn",
	"Maldonado", "Manta", "Mariano", "Martin", "Mary", "Mascara", "Massa", "Mesquite", "Midland", "Miki", "Mission",
	"Moa", "Modica", "Mora", "Morena", "Most", "Muling", "Nandu", "Napa", "Nigel", "Nikki", "Nola", "Normal", "Norton",
	"Obra", "Ode", "Of", "Ogre", "Pantin", "Pare", "Pereira", "Pilar", "Ponce", "Redwood", "Rodriguez", "Rogers",
	"Rouse", "Rubio", "Sandy", "Santana", "Sig", "Silvan", "Soma", "Spring", "Sutton", "Söke", "Tall", "Talā", "Taylor",
	"Tena", "Timon", "Tome", "Tonk", "Torrent", "Turbo", "Uman", "Valence", "Vaughan", "Victorias", "Viejo", "Vista",
	"Vulcan", "Wayne", "Woodlands", "Yasu", "Ōi"}

// wanted says whether a place is worth knowing.
func (p *place) wanted() bool {
	small := 50_000
	if p.country == "US" {
		small = 100_000 // where smaller ones are called like people
	}
	switch {
	case p.people < 200_000 && (!p.seat() || p.people < 30_000) && slices.Contains(misleading, p.name):
		return false
	case p.people >= 200_000, p.code == "PPLC", p.code == "PPLA" && p.people >= 15_000, p.people >= int64(small) && p.code != "PPLX":
		return true
	case p.people >= 20_000 && slices.Contains(near, p.country):
		return true
	}
	return p.people >= 2_000 && (slices.Contains(harbours, p.name) || slices.Contains(harbours, p.country+" "+p.name))
}

// namesakes gives the other countries where a place is called so that is not lost beside this one.
func (p *place) namesakes(called []*place) string {
	var codes []string
	for _, other := range called {
		if other.country != p.country && 100*other.people >= p.people && !slices.Contains(codes, other.country) {
			codes = append(codes, other.country)
		}
	}
	slices.Sort(codes)
	return strings.Join(codes, " ")
}

// seat says whether a place is the capital of a country or of one of its regions.
func (p *place) seat() bool { return p.code == "PPLC" || p.code == "PPLA" }

// rank gives "seat" for one.
func (p *place) rank() string {
	if p.seat() {
		return "seat"
	}
	return ""
}

// readPlaces reads GeoNames' table of 19 columns.
func readPlaces(table string) ([]place, error) {
	var rows []place
	for line := range strings.Lines(table) {
		c := strings.Split(line, "\t")
		if len(c) < 15 {
			return nil, fmt.Errorf("place %d has %d columns, not 19", len(rows)+1, len(c))
		}
		p := place{name: c[1], others: c[3], code: c[7], country: c[8]}
		var err error
		if p.lat, err = strconv.ParseFloat(c[4], 64); err != nil {
			return nil, fmt.Errorf("place %s: %w", p.name, err)
		}
		if p.lon, err = strconv.ParseFloat(c[5], 64); err != nil {
			return nil, fmt.Errorf("place %s: %w", p.name, err)
		}
		p.people, _ = strconv.ParseInt(c[14], 10, 64) // empty for none
		rows = append(rows, p)
	}
	return rows, nil
}

// weigh adds a place's people to the middle of its country, on the sphere: the antimeridian is no edge there.
func (n *nation) weigh(p *place) {
	v := onSphere(p.lat, p.lon)
	for i := range v {
		n.middle[i] += v[i] * (float64(p.people) + 1)
	}
}

// settle keeps the place that is nearest to the middle: a country is shown on its land, not in a bay.
func (n *nation) settle(p *place) {
	v := onSphere(p.lat, p.lon)
	near := v[0]*n.middle[0] + v[1]*n.middle[1] + v[2]*n.middle[2]
	if near > n.near {
		n.near, n.lat, n.lon = near, p.lat, p.lon
	}
}

func onSphere(lat, lon float64) [3]float64 {
	sinLat, cosLat := math.Sincos(lat * math.Pi / 180)
	sinLon, cosLon := math.Sincos(lon * math.Pi / 180)
	return [3]float64{cosLat * cosLon, cosLat * sinLon, sinLat}
}
