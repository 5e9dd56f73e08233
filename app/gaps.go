package app

import (
	"context"
	"slices"

	"entente/data"
	"entente/data/gazetteer"
	"entente/data/store"
)

// GapKind says what is missing.
type GapKind string

// The kinds of gap.
const (
	NamedTogether GapKind = "together" // a pair named within a sentence's length of each other, with no tie
	SingleReport  GapKind = "single"   // a tie that one report alone tells
	NoTie         GapKind = "untied"   // a country that is named and has no tie
	NeverNamed    GapKind = "unnamed"  // a country that no article names
)

// GapKinds lists every GapKind in the order in which they are shown.
var GapKinds = []GapKind{NamedTogether, SingleReport, NoTie, NeverNamed}

// Gap is something that the articles do not tell, or tell once.
type Gap struct {
	Kind              GapKind
	Countries         []data.Party // one or two
	Articles, Reports int          // that name the countries, or of the tie; Reports only of pairs
}

// FindGaps tells what the articles under the filter leave open, by kind; the pairs by reports, countries that are named
// by articles. Conditions on countries count for all kinds, so that the filter for one country gives its own gaps.
func FindGaps(ctx context.Context, l *store.Library, f data.Filter, places *gazetteer.Gazetteer) ([]Gap, error) {
	untied, err := l.Untied(ctx, f)
	if err != nil {
		return nil, err
	}
	ties, err := l.Ties(ctx, f)
	if err != nil {
		return nil, err
	}
	var gaps []Gap
	for _, t := range untied.Pairs {
		gaps = append(gaps, Gap{NamedTogether, t.Pair[:], t.Articles, t.Reports})
	}
	tied := map[data.Party]bool{}
	for i := range ties {
		t := &ties[i]
		tied[t.Pair[0]], tied[t.Pair[1]] = true, true
		if t.Reports == 1 {
			gaps = append(gaps, Gap{SingleReport, t.Pair[:], t.Articles, 1})
		}
	}
	return append(gaps, countryGaps(untied.Parties, tied, f, places)...), nil
}

// countryGaps gives the countries that are named without a tie, the most named first, and those that are never named.
func countryGaps(named map[data.Party]int, tied map[data.Party]bool, f data.Filter, places *gazetteer.Gazetteer) []Gap {
	var untied, unnamed []Gap
	for _, c := range places.Countries() {
		switch n := named[c.Code]; {
		case len(f.Countries) > 0 && !slices.Contains(f.Countries, c.Code):
		case n == 0 && !tied[c.Code]:
			unnamed = append(unnamed, Gap{Kind: NeverNamed, Countries: []data.Party{c.Code}})
		case !tied[c.Code]:
			untied = append(untied, Gap{Kind: NoTie, Countries: []data.Party{c.Code}, Articles: n})
		}
	}
	slices.SortStableFunc(untied, func(a, b Gap) int { return b.Articles - a.Articles })
	return append(untied, unnamed...)
}
