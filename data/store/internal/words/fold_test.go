package words_test

import (
	"slices"
	"testing"

	"entente/data"
	"entente/data/store/internal/words"
)

func TestWordsThatPeopleTakeForTheSameFoldToOne(t *testing.T) {
	for _, c := range []struct {
		name, want string
		words      []string
	}{
		{"accents and case", "vucic", []string{"Vučić", "VUČIĆ", "Vucic", "vuc\u030cic\u0301"}},
		{"the Serbian alphabets", "vucic", []string{"Вучић", "ВУЧИЋ"}},
		{"letters that have no accent to lose", "dokovic", []string{"Đoković", "Ђоковић", "Dokovic"}},
		{"sharp s", "strasse", []string{"Straße", "STRASSE", "STRAẞE"}},
		{"Nordic letters", "orsted", []string{"Ørsted", "ørsted"}},
		{"Polish letters", "lodz", []string{"Łódź", "Lodz"}},
		{"Romanian with comma or cedilla", "iasi", []string{"Iași", "Iaşi"}},
		{"Turkish i with and without a dot", "istanbul", []string{"İstanbul", "Istanbul", "ıstanbul"}},
		{"ligatures and full width", "fina", []string{"ﬁna", "ＦＩＮＡ"}},
		{"Russian", "sojgu", []string{"Шойгу", "шойгу"}},
		{"the last sigma", "σοφοσ", []string{"σοφός", "ΣΟΦΟΣ"}},
	} {
		for _, w := range c.words {
			if got := words.Fold(w); got != c.want {
				t.Errorf("%s: %q folds to %q, want %q", c.name, w, got, c.want)
			}
		}
	}
}

func TestAQueryWordIsLookedForInItsOtherSpellings(t *testing.T) {
	for word, want := range map[string][]string{
		"Vučić":      {"vucic"},
		"Đukanović":  {"dukanovic", "djukanovic"},
		"Djukanovic": {"djukanovic", "dukanovic"},
		"Müller":     {"muller", "mueller"},
		"Mueller":    {"mueller", "muller"},
		"Ålesund":    {"alesund", "aalesund"},
		"does":       {"does"}, // too short to be taken for dös
	} {
		if got := words.Spellings(word); !slices.Equal(got, want) {
			t.Errorf("%q is looked for as %q, want %q", word, got, want)
		}
	}
}

func TestTextIsCutIntoWords(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", nil},
		{"only signs", " –—…!\n\t", nil},
		{"an apostrophe parts", "Serbia's", []string{"serbia", "s"}},
		{"digits are words", "COVID-19, 4.2", []string{"covid", "19", "4", "2"}},
		{"marks stay with their letter", "Vuc\u030cic\u0301 x", []string{"vucic", "x"}},
		{"a script without spaces", "日本政府", []string{"日本", "本政", "政府", "府"}},
		{"one sign alone", "a 日 b", []string{"a", "日", "b"}},
		{"scripts side by side", "EU加盟2025年", []string{"eu", "加盟", "盟", "2025", "年"}},
		{"kana with a long vowel", "データ", []string{"デー", "ータ", "タ"}},
		{"Korean", "일본은", []string{"일본", "본은", "은"}},
		{"broken UTF-8", "a\xff\xfeb", []string{"a", "b"}},
		{"a lone mark", "\u0301 x", []string{"x"}},
	} {
		var got []string
		for _, token := range words.Tokens(c.text) {
			got = append(got, token.Word)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestJoinLeavesOutWhatIsSkipped(t *testing.T) {
	text := "Menu\nSerbia and Japan\nFooter"
	got := words.Join(text, func(s data.Span) bool { return s.End <= 5 || s.Start >= 22 })
	if want := "serbia and japan "; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"", "Vučić", "日本 x", "a\xffb", "İ\u0307", "Ǆ ﬃ ½ ①", "\u0301a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, token := range words.Tokens(s) {
			if token.Word == "" || token.Start < 0 || token.Start >= token.End || token.End > len(s) {
				t.Fatalf("token %+v of %q", token, s)
			}
			if token.Start < end {
				end = token.Start // pairs overlap, but never go back
			}
			if again := words.Tokens(token.Word); len(again) == 0 || again[0].Word != words.Fold(token.Word) && again[0].Word != token.Word {
				t.Errorf("word %q is cut into %+v", token.Word, again)
			}
		}
	})
}
