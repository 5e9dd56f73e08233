package words_test

import (
	"encoding/json"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"entente/app/words"
	"entente/assets"
)

// sentences reads a language as it is written: by key and plural form.
func sentences(t *testing.T, code string) map[string]map[string]string {
	t.Helper()
	content, err := fs.ReadFile(assets.FS, "lang/"+code+".json")
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(content, &raw); err != nil {
		t.Fatalf("%s: %v", code, err)
	}
	all := map[string]map[string]string{}
	for key, value := range raw {
		var one string
		forms := map[string]string{}
		if json.Unmarshal(value, &one) == nil {
			forms[""] = one
		} else if err := json.Unmarshal(value, &forms); err != nil {
			t.Fatalf("%s: %s: %v", code, key, err)
		}
		all[key] = forms
	}
	return all
}

// asked gives the plural forms that a language asks for when whole things are counted.
func asked(code string) []string {
	names := map[plural.Form]string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two",
		plural.Few: "few", plural.Many: "many"}
	var forms []string
	for n := range 200 {
		if f := names[plural.Cardinal.MatchPlural(language.Make(code), n, 0, 0, 0, 0)]; !slices.Contains(forms, f) {
			forms = append(forms, f)
		}
	}
	return forms
}

var places = regexp.MustCompile(`\{[a-z]+\}`)

// placesOf are the different places for values in a sentence, in order. A number may be left out where a word says it.
func placesOf(sentence string) []string {
	found := places.FindAllString(sentence, -1)
	slices.Sort(found)
	return slices.DeleteFunc(slices.Compact(found), func(p string) bool { return p == "{n}" })
}

func TestTranslationsHaveTheirPlacesAndForms(t *testing.T) {
	english := sentences(t, "en")
	for _, code := range words.Languages(assets.FS) {
		forms := asked(code)
		for key, said := range sentences(t, code) {
			_, counted := english[key]["other"]
			if _, ok := said[""]; counted == ok {
				t.Errorf("%s: %s is counted in one of this language and English, and not in the other", code, key)
				continue
			}
			for _, f := range forms {
				if counted && said[f] == "" {
					t.Errorf("%s: %s lacks the form %q", code, key, f)
				}
			}
			for form, sentence := range said {
				want := english[key][""] + english[key]["other"]
				if got := placesOf(sentence); !slices.Equal(got, placesOf(want)) {
					t.Errorf("%s: %s %s: got the places %v, want %v", code, key, form, got, placesOf(want))
				}
			}
		}
	}
}

func TestTiesOfWhichBothAreToldAreNotNamedAsTheStanceThatFewerHave(t *testing.T) {
	for _, code := range words.Languages(assets.FS) {
		w, err := words.Load(assets.FS, code)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Count("disputes.mixed", 43); strings.HasPrefix(got, w.Say("stance.mixed")) {
			t.Errorf("%s: the heading %q counts other ties than the legend does under these words", code, got)
		}
	}
}
