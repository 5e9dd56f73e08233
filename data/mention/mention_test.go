package mention_test

import (
	"math"
	"os"
	"strings"
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

// find gives the mentions of an English text.
func find(t testing.TB, f *mention.Finder, words string) []data.Mention {
	t.Helper()
	a := &data.Article{Text: text.Normalise(words), Language: "en"}
	found := f.Find(a, text.Parse(a))
	if err := sound(a.Text, found); err != nil {
		t.Errorf("%q: %v", words, err)
	}
	return found
}

func TestFindGivesTheKindOfEachMention(t *testing.T) {
	f := load(t)
	got := map[string]data.MentionKind{}
	for _, m := range find(t, f, "Serbia and the Japanese met in Tokyo and Osaka, JICA said; Vučić called the Kremlin, and Japan agreed.") {
		got[m.Text] = m.Kind
	}
	for words, want := range map[string]data.MentionKind{"Serbia": data.ByName, "Japanese": data.ByDemonym, "Tokyo": data.ByCapital,
		"Osaka": data.ByCity, "JICA": data.ByOrganisation, "Vučić": data.ByPerson, "Kremlin": data.ByOrganisation} {
		if got[words] != want {
			t.Errorf("%s is %q, want %q", words, got[words], want)
		}
	}
}

func TestFindPlacesCitiesWhereTheyLieAndCountriesOnTheirLand(t *testing.T) {
	f := load(t)
	for _, c := range []struct {
		words, mention string
		lat, lon       float64
		within         float64
	}{
		{"Talks were held in Belgrade.", "Belgrade", 44.8, 20.5, 0.2},
		{"Shanghai grew.", "Shanghai", 31.2, 121.5, 0.3},
		{"Serbia agreed.", "Serbia", 44.2, 20.8, 1.5},
		{"The Fijian team won in Fiji.", "Fiji", -17.8, 178, 1.5},
		{"The Americans left.", "Americans", 38.5, -95, 8},
	} {
		found := find(t, f, c.words)
		last := found[len(found)-1]
		if last.Text != c.mention || math.Abs(last.Lat-c.lat) > c.within || math.Abs(last.Lon-c.lon) > c.within {
			t.Errorf("%q: %s at %v, %v", c.words, last.Text, last.Lat, last.Lon)
		}
	}
}

func TestFindTellsPlacesFromGovernments(t *testing.T) {
	f := load(t)
	for _, c := range []struct {
		words string
		venue map[string]bool
	}{
		{"Tokyo said that it would pay.", map[string]bool{"Tokyo": false}},
		{"Ministers met in Tokyo and Osaka, and Japan paid.", map[string]bool{"Tokyo": true, "Osaka": true}},
		{"MOSCOW — Beijing will sell gas to Hanoi.", map[string]bool{"MOSCOW": true, "Beijing": false, "Hanoi": false}},
		{"He flew to Belgrade from Vienna.", map[string]bool{"Belgrade": true}},
		{"Talks between Tokyo and Belgrade resumed.", map[string]bool{"Tokyo": false, "Belgrade": false}},
		{"Seoul's envoy left the Geneva-based group.", map[string]bool{"Seoul": false}},
		{"Nairobi, 6 March 2024. Kenya pays.", map[string]bool{"Nairobi": true}},
		{"The Prague summit ended.", map[string]bool{"Prague": true}},
		{"Relations of Ankara with Athens improved.", map[string]bool{"Ankara": false, "Athens": false}},
	} {
		seen := 0
		for _, m := range find(t, f, c.words) {
			want, asked := c.venue[m.Text]
			if !asked {
				continue
			}
			if seen++; m.Venue != want {
				t.Errorf("%q: %s as a place is %v", c.words, m.Text, m.Venue)
			}
		}
		if seen != len(c.venue) {
			t.Errorf("%q: %d of %d were found", c.words, seen, len(c.venue))
		}
	}
}

func TestFurnitureHasNoMentions(t *testing.T) {
	f := load(t)
	a := &data.Article{Text: "Menu: France, Spain.\n\nSerbia met Japan.\n\nMore: China, Peru.", Language: "en"}
	menu, more := strings.Index(a.Text, "\n"), strings.Index(a.Text, "More")
	a.Omitted = []data.Omitted{{Span: data.Span{Start: 0, End: menu}, Reason: data.Navigation},
		{Span: data.Span{Start: more, End: len(a.Text)}, Reason: data.Related}}
	var got []string
	for _, m := range f.Find(a, text.Parse(a)) {
		got = append(got, m.Text)
	}
	if g := strings.Join(got, " "); g != "Serbia Japan" {
		t.Errorf("got %q", g)
	}
}

func TestWordsForSeveralCountriesGiveAMentionForEach(t *testing.T) {
	f := load(t)
	found := find(t, f, "The two Koreas met.")
	if len(found) != 2 || found[0].Span != found[1].Span || found[0].Country != "KP" || found[1].Country != "KR" {
		t.Errorf("got %+v", found)
	}
	a := &data.Article{Text: "日中韓の首脳が会談した。", Language: "ja"}
	var got string
	for _, m := range f.Find(a, text.Parse(a)) {
		got += m.Text + string(m.Country)
	}
	if got != "日JP中CN韓KR" {
		t.Errorf("got %q", got)
	}
}

func TestExplainGivesTheReasonsForBoth(t *testing.T) {
	f := load(t)
	a := &data.Article{Text: "Chad Ellingham read the Paris Agreement in Chad, with NATO and with Toyota.", Language: "en"}
	reasons := map[string]string{}
	for _, c := range f.Explain(a, text.Parse(a)) {
		reasons[c.Text] = c.Why
		if c.Text == "Chad" && c.Start == 0 && c.Accepted {
			t.Error("the first Chad is a person")
		}
	}
	for words, part := range map[string]string{"Paris Agreement": "agreement", "NATO": "several countries", "Toyota": "does not name the country",
		"Chad": "name of the country"} {
		if !strings.Contains(reasons[words], part) {
			t.Errorf("%s: %q does not speak of %q", words, reasons[words], part)
		}
	}
}

func TestLeadersAreReadByTheirTermOfOffice(t *testing.T) {
	f := load(t)
	for _, c := range []struct{ published, words, want string }{
		{"2005-05-01", "Obama spoke.", "-"},
		{"2019-05-01", "Merkel spoke.", "DE"},
		{"2024-11-02", "Rutte spoke; Mark Rutte had not slept.", "-"},
		{"2015-11-02", "Mark Rutte spoke.", "NL"},
		{"2024-03-02", "Kaja Kallas spoke.", "EE"},
		{"2025-03-02", "Kaja Kallas spoke.", "EU"},
		{"", "Kaja Kallas spoke.", "EU"},
	} {
		a := &data.Article{Text: c.words, Language: "en", Published: c.published}
		got := "-"
		for _, m := range f.Find(a, text.Parse(a)) {
			got = string(m.Country)
		}
		if got != c.want {
			t.Errorf("%s %q: %s, want %s", c.published, c.words, got, c.want)
		}
	}
}

func TestFindSurvivesNastyTexts(t *testing.T) {
	f := load(t)
	for _, s := range []string{"", " ", "\n", ".", "’s", "US", "Sino-", "Paris,", "President", "the North", "U.S", "\"Serbia", "(Serbia", "日中",
		strings.Repeat("Georgia, ", 3000), strings.Repeat("President ", 3000), strings.Repeat("\"", 3000), "Ser\u0301bia", "S e r b i a"} {
		for _, lang := range append([]string{"", "xx", "hr"}, gazetteer.Languages...) {
			a := &data.Article{Text: text.Normalise(s), Language: lang}
			if err := sound(a.Text, f.Find(a, text.Parse(a))); err != nil {
				t.Errorf("%s %.20q: %v", lang, s, err)
			}
		}
	}
}

func TestFinderServesGoroutinesAtOnce(t *testing.T) {
	f := load(t)
	done := make(chan string)
	for i := range 8 {
		go func() {
			lang := gazetteer.Languages[i%len(gazetteer.Languages)]
			a := &data.Article{Text: "Japan, Japan and Iran.", Language: lang}
			got := ""
			for _, m := range f.Find(a, text.Parse(a)) {
				got += string(m.Country)
			}
			done <- got
		}()
	}
	for range 8 {
		if got := <-done; got != "JPJPIR" {
			t.Errorf("got %q", got)
		}
	}
}
