package briefing_test

import (
	"fmt"
	"time"

	"entente/app/briefing"
	"entente/app/words"
	"entente/assets"
	"entente/data"
)

func ExampleNew() {
	english, err := words.Load(assets.FS, "en")
	if err != nil {
		fmt.Println(err)
		return
	}
	article := data.Article{ID: 1, Title: "A visit", Published: "2024-10-05", Text: "Japan will invest in Serbia."}
	evidence := data.Evidence{Article: 1, Pair: data.PairOf("JP", "RS"), Passage: data.PassageOf(article.Text, data.Span{End: 27}),
		Fields: []data.Field{data.Investment}, Stance: data.Cooperation, Modality: data.Planned, Confidence: 0.9}

	d, err := briefing.New(briefing.Input{Made: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), Ties: data.Ties([]data.Evidence{evidence}, nil),
		Articles: []data.Article{article}, Name: func(p data.Party) string { return string(p) }, Words: english})
	if err != nil {
		fmt.Println(err)
		return
	}
	passage := d.Ties[0].Passages[0]
	fmt.Printf("%s: [%d] “%s” (%s)\n", d.Ties[0].Heading, passage.Number, passage.Quote, d.Sources[passage.Source-1])
	// Output: JP – RS: [1] “Japan will invest in Serbia” (A visit, 5 October 2024, Grade F6 (not graded yet))
}
