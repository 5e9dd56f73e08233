package index_test

import (
	"errors"
	"math/rand/v2"
	"testing"

	"entente/data"
	"entente/data/store/internal/index"
)

func TestAConditionThatIsNoneIsRefused(t *testing.T) {
	for name, f := range map[string]data.Filter{
		"a country that is no code":       {Countries: []data.Party{"Serbia"}},
		"an unknown field":                {Fields: []data.Field{"love"}},
		"an unknown stance":               {Stances: []data.Stance{"friendly"}},
		"an unknown modality":             {Modalities: []data.Modality{"maybe"}},
		"a from that is no date":          {From: "last year"},
		"a to with a month that is none":  {To: "2022-13"},
		"a to with a day that is none":    {To: "2023-02-29"},
		"a decision that is none":         {Decision: "perhaps"},
		"a range where one date is meant": {From: "2020/2021"},
	} {
		if _, err := index.New().Choose(f, nil); !errors.Is(err, data.ErrInvalid) {
			t.Errorf("%s: error %v, want data.ErrInvalid", name, err)
		}
	}
}

func TestDatesMeetByTheDaysThatTheyMayMean(t *testing.T) {
	for _, c := range []struct {
		name, when, published, from, to string
		want                            bool
	}{
		{"a year meets a month of it", "2022", "", "2022-05", "2022-05", true},
		{"a month meets its last day", "2024-02", "", "2024-02-29", "", true},
		{"a month ends before the next one", "2024-02", "", "2024-03-01", "", false},
		{"a day before the first", "2022-02-27", "", "2022-02-28", "", false},
		{"a range that goes through the period", "2020/2024", "", "2022", "2022", true},
		{"a range that ends before it", "2020/2021-06", "", "2021-07", "", false},
		{"without a time the article's date counts", "", "2022-05-01", "2022", "2022", true},
		{"a time goes before the article's date", "2019", "2022-05-01", "2022", "2022", false},
		{"a time that cannot be read counts as none", "soon", "2022-05-01", "2022", "2022", true},
		{"nothing is known", "", "", "1000", "3000", false},
		{"nothing is known and nothing is asked", "", "", "", "", true},
		{"a period that ends before it starts", "2022", "", "2023", "2021", false},
		{"before 1970", "1945-05-08", "", "1945", "1945", true},
	} {
		a := article{id: 1, report: 1, published: c.published, evidence: []data.Evidence{{
			ID: 1, Pair: data.PairOf("JP", "RS"), Fields: data.Fields[:1], Stance: data.Neutral, Modality: data.Done, When: c.when}}}
		choice, err := build(t, []article{a}).Choose(data.Filter{From: c.from, To: c.to}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(choice.Ties()) == 1; got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestEvidenceThatDataDoesNotListIsRefused(t *testing.T) {
	good := data.Evidence{Pair: data.PairOf("JP", "RS"), Fields: data.Fields[:1], Stance: data.Neutral, Modality: data.Done}
	for name, spoil := range map[string]func(*data.Evidence){
		"a pair out of order":   func(e *data.Evidence) { e.Pair = data.Pair{"RS", "JP"} },
		"a pair of one":         func(e *data.Evidence) { e.Pair = data.Pair{"RS", "RS"} },
		"no pair":               func(e *data.Evidence) { e.Pair = data.Pair{} },
		"an unknown field":      func(e *data.Evidence) { e.Fields = []data.Field{"love"} },
		"a mixed stance":        func(e *data.Evidence) { e.Stance = data.Mixed },
		"an unknown modality":   func(e *data.Evidence) { e.Modality = "maybe" },
		"an unknown decision":   func(e *data.Evidence) { e.Decision = "perhaps" },
		"an empty stance":       func(e *data.Evidence) { e.Stance = "" },
		"a modality left empty": func(e *data.Evidence) { e.Modality = "" },
	} {
		e := good
		spoil(&e)
		if _, err := index.Pack([]data.Evidence{e}); !errors.Is(err, data.ErrInvalid) {
			t.Errorf("%s: error %v, want data.ErrInvalid", name, err)
		}
	}
	if _, err := index.Pack([]data.Evidence{good}); err != nil {
		t.Errorf("good evidence: %v", err)
	}
}

func FuzzChoose(f *testing.F) {
	articles := random(rand.New(rand.NewPCG(7, 8)), 30)
	x := build(f, articles)
	f.Add("RS", "trade", "conflict", "done", "2021", "2022-03", int64(3), 2, "any")
	f.Add("", "", "", "", "", "", int64(0), 0, "")
	f.Add("XX", "energy", "mixed", "denied", "2023-02-29", "0000-00", int64(-1), -5, "rejected")
	f.Fuzz(func(t *testing.T, country, field, stance, modality, from, to string, id int64, reports int, decision string) {
		filter := data.Filter{From: from, To: to, MinReports: reports, Decision: data.DecisionFilter(decision)}
		if country != "" {
			filter.Countries = []data.Party{data.Party(country)}
		}
		if field != "" {
			filter.Fields = []data.Field{data.Field(field)}
		}
		if stance != "" {
			filter.Stances = []data.Stance{data.Stance(stance)}
		}
		if modality != "" {
			filter.Modalities = []data.Modality{data.Modality(modality)}
		}
		if id != 0 {
			filter.Articles = []int64{id}
		}
		c, err := x.Choose(filter, nil)
		if errors.Is(err, data.ErrInvalid) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		all, _ := x.Choose(data.Filter{Decision: data.AnyDecision}, nil)
		if got, most := len(c.Evidence()), len(all.Evidence()); got > most {
			t.Errorf("%d pieces of evidence of %d", got, most)
		}
		c.Counts()
		c.Articles(index.ByEvidence, true, 0, 0)
	})
}
