package app_test

import (
	"fmt"

	"entente/app"
	"entente/assets"
	"entente/data"
)

func ExampleScanner_Scan() {
	s, err := app.NewScanner(assets.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	article := data.Article{Language: "en", Text: "Japan signed a trade agreement with Serbia on Monday."}
	for _, tie := range data.Ties(s.Scan(&article).Evidence, nil) {
		fmt.Println(tie.Pair, tie.Stance)
	}
	// Output: JP-RS cooperation
}
