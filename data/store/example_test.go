package store_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"entente/data"
	"entente/data/store"
)

func Example() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "library")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)

	l, err := store.Open(ctx, filepath.Join(dir, "news.entente"), store.Options{RulesVersion: "1"})
	if err != nil {
		log.Fatal(err)
	}
	defer l.Close()

	text := "President Vučić received the ambassador of Japan in Belgrade."
	_, err = l.Add(ctx, []store.Item{{
		Article: data.Article{Title: "A visit", Text: text},
		Findings: data.Findings{Evidence: []data.Evidence{{
			Passage: data.PassageOf(text, data.Span{Start: 0, End: len(text)}), Pair: data.PairOf("RS", "JP"),
			Fields: []data.Field{data.Diplomacy}, Stance: data.Cooperation, Modality: data.Done, Confidence: 0.9,
		}}},
	}})
	if err != nil {
		log.Fatal(err)
	}

	ties, err := l.Ties(ctx, data.Filter{Countries: []data.Party{"RS"}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(ties[0].Pair, ties[0].Stance, ties[0].Fields)

	hits, err := l.Search(ctx, "vucic", store.SearchOptions{})
	if err != nil {
		log.Fatal(err)
	}
	m := hits[0].Marks[0]
	fmt.Println(hits[0].Title, "has", hits[0].Snippet[m.Start:m.End])
	// Output:
	// JP-RS cooperation [diplomacy]
	// A visit has Vučić
}
