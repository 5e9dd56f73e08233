package mention_test

import (
	"fmt"
	"os"

	"entente/data"
	"entente/data/gazetteer"
	"entente/data/mention"
	"entente/data/text"
)

func Example() {
	g, err := gazetteer.Load(os.DirFS("../../assets"))
	if err != nil {
		fmt.Println(err)
		return
	}
	article := &data.Article{Text: "Jordan Price of Paris, Texas, flew to Jordan.", Language: "en"}
	for _, c := range mention.New(g).Explain(article, text.Parse(article)) {
		fmt.Printf("%v %s %s: %s\n", c.Accepted, c.Country, c.Text, c.Why)
	}
	// Output:
	// false JO Jordan: a first name before a surname
	// false FR Paris: a town in a state of the United States or Canada
	// false US Texas: could be something else, and the article does not name the country more plainly
	// true JO Jordan: a name of the country
}
