package export

import (
	"slices"
	"strconv"
	"strings"

	"entente/data"
	"entente/data/gazetteer"
)

// Conditions says in words what a filter lets through: "ties of Serbia; in trade; from 2022". It is "" for everything.
func Conditions(f data.Filter, places *gazetteer.Gazetteer) string {
	var parts []string
	add := func(what string, values ...string) {
		if len(values) > 0 && values[0] != "" {
			parts = append(parts, what+" "+strings.Join(values, ", "))
		}
	}
	names := make([]string, len(f.Countries))
	for i, c := range f.Countries {
		names[i] = places.Name(c, "en")
	}
	ids := make([]string, len(f.Articles))
	for i, id := range f.Articles {
		ids[i] = strconv.FormatInt(id, 10)
	}
	add("ties of", names...)
	add("in", texts(f.Fields)...)
	add("stance", texts(f.Stances)...)
	add("modality", texts(f.Modalities)...)
	add("from", f.From)
	add("to", f.To)
	add("articles", ids...)
	add("published by", publishers(f.Publishers)...)
	if f.MinReports > 1 {
		add("told by at least", strconv.Itoa(f.MinReports)+" reports")
	}
	add("decision", string(f.Decision))
	add("articles with the words", f.Search)
	return strings.Join(parts, "; ")
}

// publishers names the one that is not known.
func publishers(names []string) []string {
	out := slices.Clone(names)
	for i, name := range out {
		if name == "" {
			out[i] = "an unknown publisher"
		}
	}
	return out
}

func texts[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}
