package export_test

import (
	"fmt"
	"testing"

	"entente/app/export"
	"entente/data"
)

func TestASetIsShortenedToWhatSaysMost(t *testing.T) {
	set := func() *export.Set {
		return export.Reported(&export.Set{
			Ties: []data.Tie{
				{Pair: data.PairOf("JP", "RS"), Evidence: []data.Evidence{
					{ID: 1, Article: 1, Stance: data.Cooperation, Confidence: 0.8, When: "2020/2023", Modality: data.Done},
					{ID: 2, Article: 1, Stance: data.Cooperation, Confidence: 0.9, When: "2021", Modality: data.Done},
					{ID: 3, Article: 2, Stance: data.Conflict, Confidence: 0.5, When: "2025", Modality: data.Planned},
					{ID: 4, Article: 3, Stance: data.Cooperation, Confidence: 0.6, Decision: data.Accepted},
					{ID: 5, Article: 3, Stance: data.Neutral, Confidence: 0.2, Figures: []data.Figure{{Dispute: true}}},
				}},
				{Pair: data.PairOf("CL", "NO"), Evidence: []data.Evidence{{ID: 6, Article: 4, Stance: data.Cooperation, Confidence: 0.7}}},
			},
			Articles: []data.Article{{ID: 1}, {ID: 2}, {ID: 3}, {ID: 4, Published: "1999"}},
		})
	}
	for name, c := range map[string]struct {
		ties, passages    int
		want              string // passages and articles
		left, leftOfFirst int
		reports           int
	}{
		"nothing asked leaves all":                        {0, 0, "[[1 2 3 4 5] [6]] 1 2 3 4", 0, 0, 4},
		"more than there is leaves all":                   {9, 9, "[[1 2 3 4 5] [6]] 1 2 3 4", 0, 0, 4},
		"the lighter tie goes with its article":           {1, 0, "[[1 2 3 4 5]] 1 2 3", 1, 0, 3},
		"one passage is what was accepted":                {1, 1, "[[4 5]] 3", 1, 3, 1},
		"of two one speaks against, and a dispute stays":  {0, 2, "[[3 4 5] [6]] 2 3 4", 0, 2, 3},
		"the third tells the last date, in their order":   {0, 3, "[[1 3 4 5] [6]] 1 2 3 4", 0, 1, 4},
		"ties and passages together, and the articles go": {1, 2, "[[3 4 5]] 2 3", 1, 2, 2},
	} {
		t.Run(name, func(t *testing.T) {
			s := set()
			left := s.Shorten(c.ties, c.passages)
			var passages [][]int64
			for _, tie := range s.Ties {
				var ids []int64
				for _, e := range tie.Evidence {
					ids = append(ids, e.ID)
				}
				passages = append(passages, ids)
			}
			got := fmt.Sprint(passages)
			for _, a := range s.Articles {
				got += fmt.Sprint(" ", a.ID)
			}
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if first := left.Passages[data.PairOf("JP", "RS")]; left.Ties != c.left || first != c.leftOfFirst || s.Reports != c.reports {
				t.Errorf("left out %d ties and %d passages, %d reports, want %d, %d and %d", left.Ties, first, s.Reports, c.left, c.leftOfFirst, c.reports)
			}
		})
	}
}

func TestAShortTieIsQuotedFromAllReportsAndNotTwiceTheSameWords(t *testing.T) {
	e := func(id, article int64, start int, stance data.Stance, sure float64) data.Evidence {
		e := data.Evidence{ID: id, Stance: stance, Confidence: sure}
		e.Article, e.Span = article, data.Span{Start: start, End: start + 9}
		return e
	}
	for name, c := range map[string]struct {
		room int
		want string
	}{
		"the conflict is that of other words, surer or not":     {2, "[1 3]"},
		"the other report comes before more of the first":       {3, "[1 3 6]"},
		"other words come before the same ones, unsure reports": {4, "[1 3 4 6]"},
		"what is unsure has room before what repeats":           {5, "[1 3 4 6 7]"},
		"at last the same words twice":                          {6, "[1 2 3 4 6 7]"},
	} {
		set := export.Reported(&export.Set{Ties: []data.Tie{{Pair: data.PairOf("CN", "US"), Evidence: []data.Evidence{
			e(1, 1, 0, data.Cooperation, 0.99), e(2, 1, 0, data.Conflict, 0.99), e(3, 1, 50, data.Conflict, 0.9),
			e(4, 1, 80, data.Neutral, 0.95), e(6, 2, 0, data.Cooperation, 0.8), e(7, 3, 0, data.Cooperation, 0.3),
		}}}, Articles: []data.Article{{ID: 1}, {ID: 2}, {ID: 3}}})
		set.Shorten(0, c.room)
		var ids []int64
		for _, e := range set.Ties[0].Evidence {
			ids = append(ids, e.ID)
		}
		if got := fmt.Sprint(ids); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}
