package export_test

import (
	"context"
	"slices"
	"testing"

	"entente/app/export"
	"entente/app/words"
	"entente/assets"
	"entente/data"
	"entente/data/gazetteer"
)

// shelf is a library of four articles: 1 and 2 tell one story, 3 another, and in 4 stands no tie.
type shelf struct{ evidence []data.Evidence }

func (s shelf) Ties(context.Context, data.Filter) ([]data.Tie, error) {
	return data.Ties(s.evidence, nil), nil
}

func (s shelf) EachEvidence(_ context.Context, _ data.Filter, take func(data.Evidence) error) error {
	for _, e := range s.evidence {
		if err := take(e); err != nil {
			return err
		}
	}
	return nil
}

func (s shelf) Article(_ context.Context, id int64) (data.Article, data.Findings, error) {
	return data.Article{ID: id}, data.Findings{}, nil
}

func (s shelf) ReportOf(context.Context) (func(int64) int64, error) {
	return func(article int64) int64 {
		if article == 2 {
			return 1
		}
		return article
	}, nil
}

func (s shelf) Grades(_ context.Context, articles []data.Article) (map[int64]data.Grade, error) {
	return map[int64]data.Grade{articles[0].ID: {Source: "B"}}, nil
}

func TestReportsAreThoseBehindTheTies(t *testing.T) {
	places, err := gazetteer.Load(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	say, err := words.Load(assets.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	var evidence []data.Evidence
	for article := range int64(3) {
		evidence = append(evidence, data.Evidence{Article: article + 1, Pair: data.Pair{"JP", "RS"}, Stance: data.Cooperation,
			Fields: []data.Field{data.Trade}, Modality: data.Done, When: "2024", Confidence: 0.8})
	}
	set, err := export.Gather(t.Context(), shelf{evidence}, data.Filter{}, places, say)
	if err != nil {
		t.Fatal(err)
	}
	if set.Reports != 2 || len(set.Articles) != 3 || len(set.Ties) != 1 || set.Period != "2024" {
		t.Errorf("got %d reports in %d articles, %d ties of %s; want 2 reports in 3 articles, one tie of 2024",
			set.Reports, len(set.Articles), len(set.Ties), set.Period)
	}
	if got := set.Grades[set.Articles[0].ID]; len(set.Grades) != 1 || got.Source != "B" {
		t.Errorf("got grades %v, want that of the first article", set.Grades)
	}
}

func TestWhatIsFairlySureComesFirstInATie(t *testing.T) {
	places, err := gazetteer.Load(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	var evidence []data.Evidence
	for i, sure := range []float64{0.6, 0.9, 0.3, 0.7} {
		evidence = append(evidence, data.Evidence{ID: int64(i), Article: 1, Pair: data.Pair{"JP", "RS"}, Stance: data.Cooperation,
			Fields: []data.Field{data.Trade}, Modality: data.Done, Confidence: sure})
	}
	evidence[2].Decision = data.Accepted
	set, err := export.Gather(t.Context(), shelf{evidence}, data.Filter{}, places, &words.Table{})
	if err != nil {
		t.Fatal(err)
	}
	var order []int64
	for _, e := range set.Ties[0].Evidence {
		order = append(order, e.ID)
	}
	if want := []int64{1, 2, 3, 0}; !slices.Equal(order, want) {
		t.Errorf("got the passages %v, want %v", order, want)
	}
}
