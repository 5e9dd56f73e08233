package export

import (
	"cmp"
	"strings"

	"entente/app/words"
	"entente/data"
	"entente/data/gazetteer"
)

// Conditions says in words what a filter lets through: "ties of Serbia; in trade; from 2022". It is "" for everything.
func Conditions(f data.Filter, places *gazetteer.Gazetteer, say *words.Table) string {
	var parts []string
	add := func(key string, values []string) {
		if len(values) > 0 {
			parts = append(parts, say.Say(key, "values", listed(values, say)))
		}
	}
	add("condition.country", each(f.Countries, func(c data.Party) string { return places.Name(c, say.Code()) }))
	add("condition.between", each(f.Between, func(c data.Party) string { return places.Name(c, say.Code()) }))
	add("condition.field", each(f.Fields, func(v data.Field) string { return say.Say("field." + string(v)) }))
	add("condition.stance", each(f.Stances, func(v data.Stance) string { return say.Say("stance." + string(v)) }))
	add("condition.modality", each(f.Modalities, func(v data.Modality) string { return say.Say("modality." + string(v)) }))
	add("condition.from", each(one(f.From), say.Date))
	add("condition.to", each(one(f.To), say.Date))
	if len(f.Articles) > 0 {
		parts = append(parts, say.Count("condition.articles", len(f.Articles)))
	}
	add("condition.publisher", each(f.Publishers, func(name string) string { return cmp.Or(name, say.Say("condition.nobody")) }))
	if f.MinReports > 1 {
		parts = append(parts, say.Count("condition.reports", f.MinReports))
	}
	if f.MinConfidence > 0 {
		parts = append(parts, say.Say("condition.confidence", "sure", say.Percent(float64(f.MinConfidence)/100)))
	}
	if f.Decision != data.NotRejected {
		parts = append(parts, say.Say("condition.decision."+string(f.Decision)))
	}
	add("condition.search", one(f.Search))
	return strings.Join(parts, "; ")
}

// one is a list of a condition with at most one value.
func one(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

func each[T any](values []T, name func(T) string) []string {
	var out []string
	for _, v := range values {
		out = append(out, name(v))
	}
	return out
}

// listed joins values as the language joins them.
func listed(values []string, say *words.Table) string {
	all := values[0]
	for _, v := range values[1:] {
		all = say.Say("list", "first", all, "next", v)
	}
	return all
}
