package mention_test

import (
	"os"
	"testing"

	"entente/data"
	"entente/data/gazetteer"
	"entente/data/mention"
	"entente/data/text"
)

func load(t testing.TB) *mention.Finder {
	t.Helper()
	g, err := gazetteer.Load(os.DirFS("../../assets"))
	if err != nil {
		t.Fatal(err)
	}
	return mention.New(g)
}

func TestFindSimple(t *testing.T) {
	f := load(t)
	a := &data.Article{Text: "Serbia and the Japanese met in Tokyo; the U.S. told us.", Language: "en"}
	var got string
	for _, m := range f.Find(a, text.Parse(a)) {
		got += string(m.Country) + ":" + m.Text + " "
	}
	if want := "RS:Serbia JP:Japanese JP:Tokyo US:U.S. "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
