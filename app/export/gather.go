package export

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"entente/app/words"
	"entente/data"
	"entente/data/gazetteer"
)

// Library is what Gather asks of a library.
type Library interface {
	Ties(context.Context, data.Filter) ([]data.Tie, error)
	EachEvidence(context.Context, data.Filter, func(data.Evidence) error) error
	Article(context.Context, int64) (data.Article, data.Findings, error)
	ReportOf(context.Context) (func(article int64) int64, error)
	Grades(context.Context, []data.Article) (map[int64]data.Grade, error)
}

// Gather reads what a filter takes of a library: ties by weight, their evidence, the articles it stands in, and
// the filter in words, in the language of say. Title and Made are left to the caller.
func Gather(ctx context.Context, lib Library, f data.Filter, places *gazetteer.Gazetteer, say *words.Table) (*Set, error) {
	ties, err := lib.Ties(ctx, f)
	if err != nil {
		return nil, err
	}
	s := &Set{Ties: ties, Filter: Conditions(f, places, say), Party: PartyIn(places, say.Code())}
	at := make(map[data.Pair]int, len(ties))
	for i := range ties {
		at[ties[i].Pair] = i
		ties[i].Evidence = nil
	}
	whole := f
	whole.Stances = nil // the ties are chosen: each comes with all that speaks for and against it
	seen := map[int64]bool{}
	var articles []int64
	err = lib.EachEvidence(ctx, whole, func(e data.Evidence) error {
		i, ok := at[e.Pair]
		if !ok {
			return nil // not among the ties chosen, or denied and nothing else ties the pair
		}
		ties[i].Evidence = append(ties[i].Evidence, e)
		if !seen[e.Article] {
			seen[e.Article] = true
			articles = append(articles, e.Article)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i := range ties {
		slices.SortStableFunc(ties[i].Evidence, fairlySureFirst)
	}
	for _, id := range articles {
		a, _, err := lib.Article(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("gather: %w", err)
		}
		s.Articles = append(s.Articles, a)
	}
	if s.Grades, err = lib.Grades(ctx, s.Articles); err != nil {
		return nil, err
	}
	report, err := lib.ReportOf(ctx)
	if err != nil {
		return nil, err
	}
	s.report = report
	s.Reports, s.Period = s.reports(), s.period()
	return s, nil
}

// fairlySureFirst orders evidence by whether it is fairly sure, so that what says most of a tie is quoted first.
func fairlySureFirst(a, b data.Evidence) int {
	switch sure := a.Sure(data.FairlySure); {
	case sure == b.Sure(data.FairlySure):
		return 0
	case sure:
		return -1
	}
	return 1
}

// period gives the first and the last year of the evidence as "FROM/TO". Evidence without a date counts by its article's.
func (s *Set) period() string {
	published := map[int64]string{}
	for i := range s.Articles {
		published[s.Articles[i].ID] = s.Articles[i].Published
	}
	first, last := "9999", ""
	for i := range s.Ties {
		for j := range s.Ties[i].Evidence {
			e := &s.Ties[i].Evidence[j]
			for _, date := range strings.Split(cmp.Or(e.When, published[e.Article]), "/") {
				if year := date[:min(4, len(date))]; len(year) == 4 {
					first, last = min(first, year), max(last, year)
				}
			}
		}
	}
	switch last {
	case "", first:
		return last
	}
	return first + "/" + last
}

// PartyIn tells parties by their names in a language and the middle of their countries.
func PartyIn(places *gazetteer.Gazetteer, language string) func(data.Party) Party {
	return func(c data.Party) Party {
		country, _ := places.Country(c)
		return Party{Code: c, Name: places.Name(c, language), Lat: country.Lat, Lon: country.Lon}
	}
}
