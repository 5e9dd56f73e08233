package proof

import (
	"entente/data"
	"entente/geo/proj"
)

// View is what the map of the file shows, and what it was made from: enough to see it again in a window.
type View struct {
	proj.View
	Theme   string     `json:"theme"`
	Region  string     `json:"region,omitempty"`  // that the map was fitted to
	Pair    *data.Pair `json:"pair,omitempty"`    // the tie that stands out
	Country data.Party `json:"country,omitempty"` // or the country
	Filter  *Filter    `json:"filter,omitempty"`  // nil for files without one, and where it lets everything through
}

// World is the region of a view that shows all of the map.
const World = "world"

// Filter is data.Filter as files keep it.
type Filter struct {
	Countries  []data.Party        `json:"countries,omitempty"`
	Between    []data.Party        `json:"between,omitempty"`
	Fields     []data.Field        `json:"fields,omitempty"`
	Stances    []data.Stance       `json:"stances,omitempty"`
	Modalities []data.Modality     `json:"modalities,omitempty"`
	From       string              `json:"from,omitempty"`
	To         string              `json:"to,omitempty"`
	Articles   bool                `json:"articles,omitempty"` // only those that the record lists were taken
	Publishers []string            `json:"publishers,omitempty"`
	MinReports int                 `json:"min_reports,omitempty"`
	Confidence int                 `json:"min_confidence,omitempty"`
	Decision   data.DecisionFilter `json:"decision,omitempty"`
	Search     string              `json:"search,omitempty"`
}

// Keep notes the conditions that the view was made with, and what stands out in it.
func (v *View) Keep(f data.Filter, pair data.Pair, country data.Party) {
	v.Pair, v.Country, v.Filter = nil, country, nil
	if pair != (data.Pair{}) {
		v.Pair = &pair
	}
	if !f.Empty() {
		v.Filter = &Filter{Countries: f.Countries, Between: f.Between, Fields: f.Fields, Stances: f.Stances, Modalities: f.Modalities, From: f.From, To: f.To,
			Articles: len(f.Articles) > 0, Publishers: f.Publishers, MinReports: f.MinReports, Confidence: f.MinConfidence, Decision: f.Decision, Search: f.Search}
	}
}

// Conditions gives the filter that the view was made with. Which articles it takes is for the caller to find, by the record's
// hashes: libraries number their articles each in their own way. Parties that are none are left out.
func (v *View) Conditions() (f data.Filter, someArticles bool) {
	k := v.Filter
	if k == nil {
		return f, false
	}
	f.Countries, f.Between = valid(k.Countries), valid(k.Between)
	f.Fields, f.Stances, f.Modalities, f.From, f.To = k.Fields, k.Stances, k.Modalities, k.From, k.To
	f.Publishers, f.MinReports, f.MinConfidence, f.Decision, f.Search = k.Publishers, k.MinReports, k.Confidence, k.Decision, k.Search
	return f, k.Articles
}

func valid(parties []data.Party) (out []data.Party) {
	for _, p := range parties {
		if p.Valid() {
			out = append(out, p)
		}
	}
	return out
}
