package proof_test

import (
	"context"
	"fmt"

	"entente/app/export"
	"entente/app/proof"
	"entente/data"
)

func Example() {
	const text = "Japan invested in Serbia."
	evidence := []data.Evidence{{Article: 1, Pair: data.PairOf("JP", "RS"), Passage: data.PassageOf(text, data.Span{End: 14}),
		Fields: []data.Field{data.Investment}, Stance: data.Cooperation, Modality: data.Done}}
	record, err := proof.Of(proof.Briefing, &export.Set{Ties: data.Ties(evidence, nil),
		Articles: []data.Article{{ID: 1, Text: text}}}, nil, "Entente 1.0")
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := proof.SealMarkdown([]byte("Japan and Serbia: “Japan invested”\n"), record)
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := proof.Verify(context.Background(), page, nil)
	fmt.Println(report.Format, report.Carried, len(report.Problems), err)
	// Output: md 1 0 <nil>
}
