package export

import (
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"time"
)

// writeXML writes a document with its declaration, indented.
func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

type gexf struct {
	XMLName xml.Name `xml:"http://gexf.net/1.3 gexf"`
	Version string   `xml:"version,attr"`
	Meta    struct {
		Modified    string `xml:"lastmodifieddate,attr"`
		Creator     string `xml:"creator"`
		Description string `xml:"description"`
	} `xml:"meta"`
	Graph struct {
		Direction  string           `xml:"defaultedgetype,attr"`
		Attributes []gexfAttributes `xml:"attributes"`
		Nodes      []gexfNode       `xml:"nodes>node"`
		Edges      []gexfEdge       `xml:"edges>edge"`
	} `xml:"graph"`
}

type gexfAttributes struct {
	Class string          `xml:"class,attr"`
	List  []gexfAttribute `xml:"attribute"`
}

type gexfAttribute struct {
	ID    string `xml:"id,attr"`
	Title string `xml:"title,attr"`
	Type  string `xml:"type,attr"`
}

type gexfValue struct {
	For   string `xml:"for,attr"`
	Value string `xml:"value,attr"`
}

type gexfNode struct {
	ID     string      `xml:"id,attr"`
	Label  string      `xml:"label,attr"`
	Values []gexfValue `xml:"attvalues>attvalue"`
}

type gexfEdge struct {
	ID     string      `xml:"id,attr"`
	Source string      `xml:"source,attr"`
	Target string      `xml:"target,attr"`
	Weight int         `xml:"weight,attr"`
	Values []gexfValue `xml:"attvalues>attvalue"`
}

// attribute is a property of a tie or a country in a graph. kind is graphml's name of the type.
type attribute struct{ id, kind string }

var (
	nodeAttributes = []attribute{{"name", "string"}, {"lat", "double"}, {"lon", "double"}}
	edgeAttributes = []attribute{{"stance", "string"}, {"fields", "string"}, {"reports", "int"}, {"articles", "int"},
		{"passages", "int"}, {"confidence", "double"}, {"planned", "boolean"}, {"disputed", "boolean"}}
)

func nodeValues(p Party) []string {
	return []string{p.Name, number(p.Lat), number(p.Lon)}
}

func edgeValues(t TieRow) []string {
	return []string{string(t.Stance), fieldList(t.Fields), strconv.Itoa(t.Reports), strconv.Itoa(t.Articles), strconv.Itoa(t.Passages),
		number(t.Confidence), strconv.FormatBool(t.Planned), strconv.FormatBool(t.Disputed)}
}

// writeGEXF writes countries as nodes and ties as edges weighted by reports, for Gephi.
func writeGEXF(w io.Writer, s *Set, _ Options) error {
	g := gexf{Version: "1.3"}
	g.Meta.Modified, g.Meta.Creator, g.Meta.Description = s.Made.UTC().Format(time.DateOnly), "Entente", s.Title
	g.Graph.Direction = "undirected"
	g.Graph.Attributes = []gexfAttributes{gexfList("node", nodeAttributes), gexfList("edge", edgeAttributes)}
	for _, p := range s.parties() {
		g.Graph.Nodes = append(g.Graph.Nodes, gexfNode{ID: string(p.Code), Label: p.Name,
			Values: gexfValues(nodeAttributes, nodeValues(p))})
	}
	for _, t := range s.tieRows() {
		g.Graph.Edges = append(g.Graph.Edges, gexfEdge{ID: t.Countries.String(), Source: string(t.Countries[0]),
			Target: string(t.Countries[1]), Weight: t.Reports, Values: gexfValues(edgeAttributes, edgeValues(t))})
	}
	return writeXML(w, g)
}

func gexfList(class string, list []attribute) gexfAttributes {
	out := gexfAttributes{Class: class}
	for _, a := range list {
		kind := a.kind
		if kind == "int" {
			kind = "integer"
		}
		out.List = append(out.List, gexfAttribute{ID: a.id, Title: a.id, Type: kind})
	}
	return out
}

func gexfValues(list []attribute, values []string) []gexfValue {
	out := make([]gexfValue, len(list))
	for i, a := range list {
		out[i] = gexfValue{a.id, values[i]}
	}
	return out
}

type graphML struct {
	XMLName xml.Name     `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []graphMLKey `xml:"key"`
	Graph   struct {
		ID        string        `xml:"id,attr"`
		Direction string        `xml:"edgedefault,attr"`
		Nodes     []graphMLItem `xml:"node"`
		Edges     []graphMLItem `xml:"edge"`
	} `xml:"graph"`
}

type graphMLKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graphMLItem struct {
	ID     string        `xml:"id,attr"`
	Source string        `xml:"source,attr,omitempty"`
	Target string        `xml:"target,attr,omitempty"`
	Data   []graphMLData `xml:"data"`
}

type graphMLData struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

// writeGraphML writes the same graph for yEd, NetworkX, igraph and others.
func writeGraphML(w io.Writer, s *Set, _ Options) error {
	var g graphML
	g.Graph.ID, g.Graph.Direction = "ties", "undirected"
	g.Keys = append(graphMLKeys("node", nodeAttributes), graphMLKeys("edge", edgeAttributes)...)
	for _, p := range s.parties() {
		g.Graph.Nodes = append(g.Graph.Nodes, graphMLItem{ID: string(p.Code), Data: graphMLValues("node", nodeAttributes, nodeValues(p))})
	}
	for _, t := range s.tieRows() {
		g.Graph.Edges = append(g.Graph.Edges, graphMLItem{ID: t.Countries.String(), Source: string(t.Countries[0]),
			Target: string(t.Countries[1]), Data: graphMLValues("edge", edgeAttributes, edgeValues(t))})
	}
	return writeXML(w, g)
}

func graphMLKeys(class string, list []attribute) []graphMLKey {
	out := make([]graphMLKey, len(list))
	for i, a := range list {
		out[i] = graphMLKey{ID: fmt.Sprintf("%s-%s", class, a.id), For: class, Name: a.id, Type: a.kind}
	}
	return out
}

func graphMLValues(class string, list []attribute, values []string) []graphMLData {
	out := make([]graphMLData, len(list))
	for i, a := range list {
		out[i] = graphMLData{Key: fmt.Sprintf("%s-%s", class, a.id), Value: values[i]}
	}
	return out
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func round6(v float64) float64 { return math.Round(v*1e6) / 1e6 }
