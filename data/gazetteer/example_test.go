package gazetteer_test

import (
	"fmt"
	"os"

	"entente/data/gazetteer"
)

func Example() {
	g, err := gazetteer.Load(os.DirFS("../../assets"))
	if err != nil {
		fmt.Println(err)
		return
	}
	party, _ := g.Lookup("srbija")
	country, _ := g.Country(party)
	fmt.Println(party, g.Name(party, "ja"), country.Capital)
	// Output: RS セルビア Belgrade
}
