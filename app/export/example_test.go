package export_test

import (
	"fmt"

	"entente/app/export"
	"entente/data"
)

// A record counts code points, whatever bytes the letters take.
func ExampleRecordOf() {
	article := data.Article{Source: "visit.txt", Text: "Vučić visits Japan."}
	japan := data.Span{Start: 15, End: 20} // bytes: č and ć take two each
	found := data.Findings{Mentions: []data.Mention{{Passage: data.PassageOf(article.Text, japan), Country: "JP", Kind: data.ByName}}}

	record := export.RecordOf(&article, found)
	m := record.Mentions[0]
	fmt.Println(m.Start, m.End, string([]rune(record.Text)[m.Start:m.End]))
	// Output: 13 18 Japan
}
