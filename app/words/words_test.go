package words_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"entente/app/words"
	"entente/assets"
	"entente/data"
)

var toy = fstest.MapFS{
	"lang/en.json": {Data: []byte(`{"hello": "Hello, {name}.", "ties": {"one": "{n} tie", "other": "{n} ties"}}`)},
	"lang/sr.json": {Data: []byte(`{"ties": {"one": "{n} veza", "few": "{n} veze", "other": "{n} veza ukupno"}}`)},
	"lang/ja.json": {Data: []byte(`{"ties": "関係 {n} 件", "because.one-clause": "同じ節にある", "because.verb": "動詞「{word}」が結ぶ"}`)},
	"lang/xx.json": {Data: []byte(`{"ties": {"one": "without other"}}`)},
	"lang/yy.json": {Data: []byte(`{"ties": 5}`)},
}

func load(t *testing.T, code string) *words.Table {
	t.Helper()
	w, err := words.Load(toy, code)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestSay(t *testing.T) {
	w := load(t, "en")
	for _, c := range []struct{ name, got, want string }{
		{"a value goes to its place", w.Say("hello", "name", "Ana"), "Hello, Ana."},
		{"a value is not filled again", w.Say("hello", "name", "{name}"), "Hello, {name}."},
		{"a missing value leaves its place", w.Say("hello"), "Hello, {name}."},
		{"a value without a name is left out", w.Say("hello", "name"), "Hello, {name}."},
		{"an unknown key gives itself", w.Say("nothing.here"), "nothing.here"},
		{"the zero table gives keys", new(words.Table).Say("hello", "name", "Ana"), "hello"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestMatch(t *testing.T) {
	some := fstest.MapFS{"lang/en.json": nil, "lang/de.json": nil, "lang/sr.json": nil, "lang/sr-Latn.json": nil, "lang/ja.json": nil}
	for _, c := range []struct {
		name   string
		wanted []string
		want   string
	}{
		{"the language itself", []string{"ja"}, "ja"},
		{"of a country", []string{"de-AT"}, "de"},
		{"as systems write it", []string{"ja_JP"}, "ja"},
		{"by script", []string{"sr-Latn-RS"}, "sr-Latn"},
		{"by the script that the language has by itself", []string{"sr-RS"}, "sr"},
		{"the second where the first is not there", []string{"fi", "de"}, "de"},
		{"English where none is there", []string{"fi"}, "en"},
		{"English for what is no language", []string{"", "C", "?"}, "en"},
		{"English for nothing", nil, "en"},
	} {
		if got := words.Match(some, c.wanted...); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestCountFollowsTheLanguage(t *testing.T) {
	for _, c := range []struct {
		code string
		n    int
		want string
	}{
		{"en", 0, "0 ties"}, {"en", 1, "1 tie"}, {"en", 2, "2 ties"}, {"en", 12345, "12,345 ties"},
		{"sr", 1, "1 veza"}, {"sr", 3, "3 veze"}, {"sr", 5, "5 veza ukupno"}, {"sr", 21, "21 veza"},
		{"ja", 1, "関係 1 件"}, {"ja", 2, "関係 2 件"},
	} {
		if got := load(t, c.code).Count("ties", c.n); got != c.want {
			t.Errorf("%s %d: got %q, want %q", c.code, c.n, got, c.want)
		}
	}
}

func TestBadLanguagesAreRefused(t *testing.T) {
	for _, code := range []string{"xx", "yy", "none", "../../etc/passwd", ""} {
		if _, err := words.Load(toy, code); err == nil {
			t.Errorf("language %q was loaded", code)
		}
	}
	if got, want := words.Languages(toy), []string{"en", "ja", "sr", "xx", "yy"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got languages %v, want %v", got, want)
	}
}

func english(t *testing.T) *words.Table {
	t.Helper()
	w, err := words.Load(assets.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestFiguresReadAsPeopleWriteThem(t *testing.T) {
	w := english(t)
	for _, c := range []struct {
		f    data.Figure
		want string
	}{
		{data.Figure{Value: 2e8, Unit: "EUR", Bound: "more than"}, "more than EUR 200 million"},
		{data.Figure{Value: 4.2e9, Unit: "USD", Per: "year"}, "USD 4.2 billion a year"},
		{data.Figure{Value: 112000, Unit: "workers"}, "112,000 workers"},
		{data.Figure{Value: 35, Unit: "%", Bound: "about"}, "about 35%"},
		{data.Figure{Value: 500, Unit: "MWH"}, "500 MWH"},
		{data.Figure{Value: -1.5e12, Unit: ""}, "-1.5 trillion"},
		{data.Figure{}, "0"},
	} {
		if got := w.Figure(c.f); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestPercentNeverRoundsUpToAll(t *testing.T) {
	w := english(t)
	for share, want := range map[float64]string{0: "0%", 0.826: "83%", 0.994: "99%", 0.9951: "over 99%", 1: "100%"} {
		if got := w.Percent(share); got != want {
			t.Errorf("%v: got %q, want %q", share, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	w := english(t)
	for iso, want := range map[string]string{
		"":                        "",
		"2024":                    "2024",
		"2024-10":                 "October 2024",
		"2024-10-05":              "5 October 2024",
		"2023/2024-06":            "2023 – June 2024",
		"soon":                    "soon",
		"2024-13":                 "2024-13",
		"2024-10-05T10:00:00Z":    "2024-10-05T10:00:00Z",
		"2024-10-05-7":            "2024-10-05-7",
		"-1":                      "-1",
		"2024-01-01/2024-12-31/x": "1 January 2024 – 31 December 2024 – x",
	} {
		if got := w.Date(iso); got != want {
			t.Errorf("%q: got %q, want %q", iso, got, want)
		}
	}
}

func TestLargeNumbersAreNamedAsTheLanguageNamesThem(t *testing.T) {
	for _, c := range []struct {
		code string
		v    float64
		want string
	}{
		{"en", 200e6, "EUR 200 million"}, {"en", 38e9, "EUR 38 billion"}, {"en", 12500, "EUR 12,500"},
		{"ja", 200e6, "2億 EUR"}, {"ja", 38e9, "380億 EUR"}, {"ja", 125000, "12.5万 EUR"}, {"ja", 9999, "9,999 EUR"},
		{"de", 38e9, "38 Milliarden EUR"},
	} {
		w, err := words.Load(assets.FS, c.code)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Figure(data.Figure{Value: c.v, Unit: "EUR"}); got != c.want {
			t.Errorf("%s %g: got %q, want %q", c.code, c.v, got, c.want)
		}
	}
	for _, code := range words.Languages(assets.FS) {
		w, err := words.Load(assets.FS, code)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := w.Figure(data.Figure{Value: 3e12}), w.Say("number.trillion", "n", "3"); got != want {
			t.Errorf("%s: got %q, want %q", code, got, want)
		}
	}
}

func TestUnitsAreSaidInTheLanguage(t *testing.T) {
	for _, c := range []struct {
		code, unit string
		v          float64
		want       string
	}{
		{"en", "people", 1, "1 person"}, {"en", "workers", 112000, "112,000 workers"}, {"en", "MW", 40, "40 MW"}, {"en", "percentage points", 1.5, "1.5 percentage points"},
		{"de", "workers", 30000, "30.000 Arbeitskräfte"}, {"de", "Gefängniszellen", 300, "300 Gefängniszellen"},
		{"fr", "people", 2e6, "2 millions de personnes"}, {"fr", "people", 1.5, "1,5 personne"}, {"fr", "jobs", 3e6, "3 millions d’emplois"},
		{"es", "people", 2e6, "2 millones de personas"}, {"es", "people", 30, "30 personas"},
		{"ro", "people", 12, "12 persoane"}, {"ro", "people", 30, "30 de persoane"},
		{"ru", "countries", 2, "2 страны"}, {"ru", "countries", 5, "5 стран"}, {"ru", "people", 1.2e6, "1,2 млн человек"}, {"ru", "acres", 2.5, "2,5 акра"},
		{"ja", "workers", 112000, "労働者11.2万人"}, {"sr", "people", 3, "3 особе"}, {"sr-Latn", "people", 21, "21 osoba"},
	} {
		w, err := words.Load(assets.FS, c.code)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.ReplaceAll(w.Figure(data.Figure{Value: c.v, Unit: c.unit}), "\u00a0", " "); got != c.want {
			t.Errorf("%s, %g %s: got %q, want %q", c.code, c.v, c.unit, got, c.want)
		}
	}
}

func TestEveryLanguageLoads(t *testing.T) {
	codes := words.Languages(assets.FS)
	if len(codes) == 0 {
		t.Fatal("no languages among the assets")
	}
	want := english(t).Keys()
	for _, code := range codes {
		w, err := words.Load(assets.FS, code)
		if err != nil {
			t.Errorf("%s: %v", code, err)
			continue
		}
		if got := w.Keys(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: keys differ from those of English: got %s", code, strings.Join(got, " "))
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"", "2024-10", "2024/2025", "-", "/", "2024-1-1"} {
		f.Add(s)
	}
	w, err := words.Load(assets.FS, "en")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) { w.Date(s) })
}

func ExampleTable() {
	w, err := words.Load(fstest.MapFS{
		"lang/en.json": {Data: []byte(`{"ties": {"one": "{n} tie with {country}.", "other": "{n} ties with {country}."}}`)},
	}, "en")
	if err != nil {
		panic(err)
	}
	fmt.Println(w.Count("ties", 1, "country", "Japan"))
	fmt.Println(w.Count("ties", 14, "country", "Japan"))
	// Output:
	// 1 tie with Japan.
	// 14 ties with Japan.
}

func TestANameIsThatOfTheWholeTable(t *testing.T) {
	files := fstest.MapFS{
		"lang/de.json": {Data: []byte(`{"language.name": "First", "hello": "Hi"}`)},
		"lang/fr.json": {Data: []byte(`{"hello": "Hi", "language.name": "Later"}`)},
		"lang/ja.json": {Data: []byte(`{"hello": "Hi"}`)},
	}
	for code, want := range map[string]string{"de": "First", "fr": "Later", "ja": "language.name"} {
		if got, err := words.Name(files, code); err != nil || got != want {
			t.Errorf("%s: got %q, %v, want %q", code, got, err, want)
		}
	}
	for _, code := range words.Languages(assets.FS) {
		whole, err := words.Load(assets.FS, code)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := words.Name(assets.FS, code); err != nil || got != whole.Say("language.name") {
			t.Errorf("%s: got %q, %v, want %q", code, got, err, whole.Say("language.name"))
		}
	}
	for name, fsys := range map[string]fstest.MapFS{"no file": {}, "no JSON": {"lang/de.json": {Data: []byte(`{`)}}, "no text": {"lang/de.json": {Data: []byte(`{"language.name": 5}`)}}} {
		if got, err := words.Name(fsys, "de"); err == nil {
			t.Errorf("%s: got %q, want an error", name, got)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := words.Load(assets.FS, "en"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkName9Languages(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, code := range words.Languages(assets.FS) {
			if _, err := words.Name(assets.FS, code); err != nil {
				b.Fatal(err)
			}
		}
	}
}
