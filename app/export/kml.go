package export

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"entente/data"
)

type kml struct {
	XMLName  xml.Name `xml:"http://www.opengis.net/kml/2.2 kml"`
	Document struct {
		Name    string      `xml:"name"`
		Styles  []kmlStyle  `xml:"Style"`
		Folders []kmlFolder `xml:"Folder"`
	} `xml:"Document"`
}

type kmlStyle struct {
	ID    string `xml:"id,attr"`
	Color string `xml:"LineStyle>color"`
	Width int    `xml:"LineStyle>width"`
}

type kmlFolder struct {
	Name   string         `xml:"name"`
	Places []kmlPlacemark `xml:"Placemark"`
}

type kmlPlacemark struct {
	ID          string    `xml:"id,attr"`
	Name        string    `xml:"name"`
	Description string    `xml:"description,omitempty"`
	Style       string    `xml:"styleUrl,omitempty"`
	Point       *kmlPoint `xml:"Point"`
	Line        *kmlLine  `xml:"LineString"`
}

type kmlPoint struct {
	Coordinates string `xml:"coordinates"`
}

type kmlLine struct {
	Tessellate  int    `xml:"tessellate"`
	Coordinates string `xml:"coordinates"`
}

// kmlColours are the stances' colours in KML's order: opacity, blue, green, red.
var kmlColours = map[data.Stance]string{data.Cooperation: "ffb27200", data.Conflict: "ff005ed5", data.Mixed: "ff9944aa",
	data.Neutral: "ff80726b"}

// writeKML writes the map for Google Earth and the like; its tessellated lines follow great circles by themselves.
func writeKML(w io.Writer, s *Set, _ Options) error {
	rows, err := s.evidenceRows()
	if err != nil {
		return err
	}
	var k kml
	k.Document.Name = s.Title
	for _, stance := range data.Stances {
		k.Document.Styles = append(k.Document.Styles, kmlStyle{ID: string(stance), Color: kmlColours[stance], Width: 3})
	}
	countries, ties := kmlFolder{Name: "Countries"}, kmlFolder{Name: "Ties"}
	for _, p := range s.parties() {
		countries.Places = append(countries.Places, kmlPlacemark{ID: string(p.Code), Name: p.Name,
			Point: &kmlPoint{number(p.Lon) + "," + number(p.Lat)}})
	}
	for i, t := range s.tieRows() {
		a, b, n := s.Party(t.Countries[0]), s.Party(t.Countries[1]), len(s.Ties[i].Evidence)
		ties.Places = append(ties.Places, kmlPlacemark{ID: t.Countries.String(), Name: t.Names[0] + " – " + t.Names[1],
			Description: kmlWords(t, rows[:n]), Style: "#" + string(t.Stance), Line: &kmlLine{1,
				fmt.Sprintf("%s,%s %s,%s", number(a.Lon), number(a.Lat), number(b.Lon), number(b.Lat))}})
		rows = rows[n:]
	}
	k.Document.Folders = []kmlFolder{countries, ties}
	return writeXML(w, k)
}

// kmlWords is a tie's description: what it is, then each passage with its article.
func kmlWords(t TieRow, evidence []EvidenceRow) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s. Reports: %d.\n", t.Stance, fieldList(t.Fields), t.Reports)
	for _, e := range evidence {
		fmt.Fprintf(&b, "\n“%s”\n%s\n", e.Text, strings.Trim(strings.Join([]string{e.Title, e.Publisher, e.Published}, ", "), ", "))
	}
	return b.String()
}
