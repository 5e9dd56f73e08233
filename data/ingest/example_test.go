package ingest_test

import (
	"fmt"
	"strings"

	"entente/data/ingest"
)

func ExampleRead() {
	page := `Home | News | Sport
Peru and Chile share a telescope
The Andes Courier, 4 May 2024

Peru and Chile will build a telescope together, the two governments said. It will stand on the border.

Related news
Brazil buys ships from Italy
`
	articles, err := ingest.Read(strings.NewReader(page), "telescope.txt", ingest.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	a := articles[0]
	fmt.Printf("%s (%s, %s, %s)\n", a.Title, a.Publisher, a.Published, a.Language)
	for _, o := range a.Omitted {
		fmt.Printf("%s: %q\n", o.Reason, a.Text[o.Start:o.End])
	}
	// Output:
	// Peru and Chile share a telescope (The Andes Courier, 2024-05-04, en)
	// navigation: "Home | News | Sport"
	// related: "Related news\nBrazil buys ships from Italy"
}
