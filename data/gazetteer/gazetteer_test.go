package gazetteer_test

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"entente/data"
	"entente/data/gazetteer"
	"entente/data/text"
)

func load(t testing.TB) *gazetteer.Gazetteer {
	t.Helper()
	g, err := gazetteer.Load(os.DirFS("../../assets"))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestCountryKnowsEveryMemberOfTheUnitedNationsAndWhereItLies(t *testing.T) {
	g := load(t)
	members := 0
	for _, c := range g.Countries() {
		if !c.Code.Valid() {
			t.Errorf("%q is no code", c.Code)
		}
		if c.Lat < -90 || c.Lat > 90 || c.Lon < -180 || c.Lon > 180 {
			t.Errorf("%s lies at %v, %v", c.Code, c.Lat, c.Lon)
		}
		if c.UN {
			members++
			if c.Capital == "" || c.CapitalLat == 0 && c.CapitalLon == 0 || c.Lat == 0 && c.Lon == 0 {
				t.Errorf("%s has no capital or no place", c.Code)
			}
		}
	}
	if members != 193 {
		t.Errorf("%d members, want 193", members)
	}
	for code, capital := range map[data.Party]string{"RS": "Belgrade", "XK": "Pristina", "TW": "Taipei", "PS": "Ramallah", "EU": "Brussels", "BO": "La Paz"} {
		if c, ok := g.Country(code); !ok || c.Capital != capital {
			t.Errorf("the capital of %s is %q, want %q", code, c.Capital, capital)
		}
	}
	if _, ok := g.Country("ZZ"); ok {
		t.Error("ZZ is a country")
	}
}

func TestNameFallsBackToEnglishThenToTheCode(t *testing.T) {
	g := load(t)
	for _, c := range []struct {
		party      data.Party
		lang, want string
	}{
		{"RS", "en", "Serbia"}, {"RS", "sr", "Србија"}, {"RS", "sr-Latn", "Srbija"}, {"JP", "ja", "日本"}, {"JP", "de", "Japan"},
		{"RO", "ro", "România"}, {"XK", "en", "Kosovo"}, {"EU", "fr", "Union européenne"}, {"TR", "en", "Türkiye"},
		{"RS", "tlh", "Serbia"}, {"RS", "", "Serbia"}, {"ZZ", "en", "ZZ"},
	} {
		if got := g.Name(c.party, c.lang); got != c.want {
			t.Errorf("%s in %q is %q, want %q", c.party, c.lang, got, c.want)
		}
	}
}

func TestLookupReadsWhatPeopleType(t *testing.T) {
	g := load(t)
	for words, want := range map[string]data.Party{
		"RS": "RS", "rs": "RS", "SRB": "RS", "Serbia": "RS", " serbia ": "RS", "Srbija": "RS", "Србија": "RS", "србија": "RS",
		"Serbie": "RS", "セルビア": "RS", "塞尔维亚": "RS", "the Netherlands": "NL", "Holland": "NL", "Turkey": "TR", "turkiye": "TR",
		"Türkiye": "TR", "cote d'ivoire": "CI", "Côte d’Ivoire": "CI", "Ivory Coast": "CI", "U.S.A.": "US", "usa": "US", "us": "US",
		"uk": "GB", "England": "GB", "DRC": "CD", "xk": "XK", "XKX": "XK", "Kosova": "XK", "eu": "EU", "European Union": "EU",
		"Bosnia and Herzegovina": "BA", "Serbian": "RS", "Burma": "MM", "México": "MX", "in": "IN", "IT": "IT",
	} {
		if got, ok := g.Lookup(words); !ok || got != want {
			t.Errorf("%q is %q, want %q", words, got, want)
		}
	}
	for _, words := range []string{"", " ", "Atlantis", "S", "Congolese", "the", "\xff"} {
		if got, ok := g.Lookup(words); ok {
			t.Errorf("%q is %q, want nothing", words, got)
		}
	}
}

func TestLexiconTakesTheLongestWords(t *testing.T) {
	lex := load(t).Lexicon("en")
	for _, c := range []struct {
		words string
		end   int
		party data.Party
	}{
		{"Guinea", 1, "GN"}, {"Guinea-Bissau", 3, "GW"}, {"Papua New Guinea", 3, "PG"}, {"South Sudan", 2, "SS"},
		{"Democratic Republic of the Congo", 5, "CD"}, {"Republic of the moon", 0, ""}, {"Nobody", 0, ""}, {"Côte d’Ivoire", 3, "CI"},
	} {
		d := text.Parse(&data.Article{Text: c.words})
		senses, end := lex.Longest(d, 0, len(d.Tokens))
		if end != c.end || end > 0 && senses[0].Party != c.party {
			t.Errorf("%q: %d tokens of %+v, want %d of %s", c.words, end, senses, c.end, c.party)
		}
	}
}

func TestTownsAreKnownBySpellingsAndWithTheirNamesakes(t *testing.T) {
	lex := load(t).Lexicon("en")
	for _, c := range []struct {
		words string
		want  []data.Party
	}{
		{"Vinnytsia", []data.Party{"UA"}}, {"Vinnytsya", []data.Party{"UA"}}, {"Hai Phong", []data.Party{"VN"}}, {"Bruges", []data.Party{"BE"}},
		{"Hyderabad", []data.Party{"IN", "PK"}}, {"Valencia", []data.Party{"ES", "VE"}}, {"Trieste", []data.Party{"IT"}},
	} {
		d := text.Parse(&data.Article{Text: c.words})
		senses, _ := lex.Longest(d, 0, len(d.Tokens))
		var got []data.Party
		for _, s := range senses {
			got = append(got, s.Party)
		}
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.words, got, c.want)
		}
	}
}

func TestLexiconInflectsInEveryLanguage(t *testing.T) {
	g := load(t)
	for lang, cases := range map[string]map[string]data.Party{
		"sr": {"Srbije": "RS", "Србијом": "RS", "srpskoga": "RS", "Nemačkoj": "DE", "Немачком": "DE", "Severnoj Makedoniji": "MK",
			"Japancima": "JP", "Moskve": "RU", "Беча": "AT", "Egipta": "EG", "Vučićem": "RS", "Bugari": "BG"},
		"hr": {"Hrvatskoj": "HR", "Njemačke": "DE"},
		"ru": {"Сербией": "RS", "сербских": "RS", "Китаю": "CN", "китайцев": "CN", "бразильцев": "BR", "Северной Македонии": "MK", "Белграде": "RS",
			"Израилем": "IL", "Путина": "RU", "болгары": "BG"},
		"ro": {"Serbiei": "RS", "sârbii": "RS", "românești": "RO", "Bucureștiului": "RO", "Coreei de Sud": "KR", "chineză": "CN"},
		"de": {"Serbiens": "RS", "serbischen": "RS", "Serbin": "RS", "Polens": "PL", "Moskauer": "RU"},
		"fr": {"sénégalaises": "SN", "Serbes": "RS", "guinéennes": "GN", "françaises": "FR"},
		"es": {"japonesas": "JP", "serbios": "RS", "españolas": "ES", "israelíes": "IL"},
	} {
		lex := g.Lexicon(lang)
		for words, want := range cases {
			d := text.Parse(&data.Article{Text: words})
			senses, end := lex.Longest(d, 0, len(d.Tokens))
			if end != len(d.Tokens) || senses[0].Party != want {
				t.Errorf("%s: %q is %+v up to token %d, want %s", lang, words, senses, end, want)
			}
		}
	}
}

func TestLexiconOfAnUnknownLanguageIsEnglish(t *testing.T) {
	g := load(t)
	if got := g.Lexicon("tlh"); got != g.Lexicon("en") {
		t.Errorf("it is %q", got.Language)
	}
}

func TestSetsTellWhatStandsBesideAName(t *testing.T) {
	lex := load(t).Lexicon("en")
	if s := lex.Sets("president"); !s.Has(gazetteer.Head|gazetteer.Title) || s.Any(gazetteer.Street) {
		t.Errorf("president is in %b", s)
	}
	if s := lex.Sets("unheard-of"); s != 0 {
		t.Errorf("an unknown word is in %b", s)
	}
}

func TestLoadNamesTheFileAndLineOfABrokenRow(t *testing.T) {
	whole := fstest.MapFS{}
	entries, err := os.ReadDir("../../assets/names")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		content, err := os.ReadFile("../../assets/names/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		whole["names/"+e.Name()] = &fstest.MapFile{Data: content}
	}
	if _, err := gazetteer.Load(whole); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"countries": "code\nserbia\tx\t\t1\t1\t1\tB\t1\t1\n",
		"cities":    "code\nRS\tNiš\t\tnorth\t21\t250\t\t\n",
		"people":    "name\nA\tB\n",
		"traps":     "language\n\nen\t\twhat\n",
		"aliases":   "code\nRS\ten\t\n",
	} {
		broken := fstest.MapFS{}
		for k, v := range whole {
			broken[k] = v
		}
		broken["names/"+name+".tsv"] = &fstest.MapFile{Data: []byte(content)}
		_, err := gazetteer.Load(broken)
		var input *data.InputError
		if !errors.As(err, &input) || input.Line < 2 || !strings.Contains(input.Path, name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := gazetteer.Load(fstest.MapFS{}); err == nil {
		t.Error("no tables at all were read")
	}
}

func TestKnowsTheLanguagesWithALexiconAndTheirTwins(t *testing.T) {
	g := load(t)
	for _, lang := range append([]string{"", "hr", "bs"}, gazetteer.Languages...) {
		if !g.Knows(lang) {
			t.Errorf("%q is not known", lang)
		}
	}
	if g.Knows("tlh") {
		t.Error("Klingon is known")
	}
}

func FuzzLookup(f *testing.F) {
	g := load(f)
	for _, s := range []string{"", "RS", "the ", "the", ".", "Côte d’Ivoire", "\xff\xfe", "日本", "İ", "ß"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if p, ok := g.Lookup(s); ok {
			if _, known := g.Country(p); !known {
				t.Errorf("%q is %q, which is no country", s, p)
			}
		}
	})
}
