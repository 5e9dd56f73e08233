package words_test

import (
	"io/fs"
	"strings"
	"testing"

	"entente/app/words"
	"entente/assets"
)

// reasons reads a table of assets/rules: the words of each reason by its key.
func reasons(table string) map[string]string {
	content, err := fs.ReadFile(assets.FS, "rules/"+table+".tsv")
	if err != nil {
		panic(err)
	}
	all := map[string]string{}
	for line := range strings.Lines(string(content)) {
		if columns := strings.Split(strings.TrimSpace(line), "\t"); len(columns) == 3 && !strings.HasPrefix(line, "#") {
			all[columns[0]] = columns[2]
		}
	}
	return all
}

func TestReasonsAreThoseOfTheRules(t *testing.T) {
	en := english(t)
	for _, table := range []string{"weights", "model"} {
		for key, want := range reasons(table) {
			if got := strings.ReplaceAll(en.Say("because."+key), "{word}", "%s"); got != want {
				t.Errorf("%s: %s: English has %q, the rules %q", table, key, got, want)
			}
		}
	}
}

func TestReasonsInAnotherLanguage(t *testing.T) {
	r := words.NewReasons(english(t), load(t, "ja"))
	for _, c := range []struct{ name, english, want string }{
		{"without a word", "named in one clause", "同じ節にある"},
		{"with a word of the article", "the verb “signed” relates them", "動詞「signed」が結ぶ"},
		{"with a word that has quotes of its own", "the verb “signed “off”” relates them", "動詞「signed “off”」が結ぶ"},
		{"one that is not known stays", "an older reason", "an older reason"},
	} {
		if got := r.Say(c.english); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
