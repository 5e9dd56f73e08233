package tie_test

import (
	"testing"

	"entente/data"
	"entente/data/text"
)

// The levels that the finder has reached on testdata/abroad.txt, all languages together; raise them with it.
const (
	abroadPrecision = 0.98
	abroadRecall    = 0.98
	abroadStance    = 0.98
)

func TestSentencesInOtherLanguagesTieWhatTheyTie(t *testing.T) {
	linesOf(t, "abroad.txt").check(t, abroadPrecision, abroadRecall, abroadStance)
}

func FuzzFindAbroad(f *testing.F) {
	for _, s := range []string{"Srbija i Peru, koji … (Čile) – potpisali su.", "日本とペルーとの間で、協定に署名しなかった。", "中国与秘鲁之间，没有签署。",
		"Die Türkei, der Peru Öl liefert, fördert «Chile».", "L'accord entre le Pérou et d'autres, 5 millions d'euros", "Россия 2 млрд. назад Перу; друг друга"} {
		f.Add(s, uint8(len(s)))
	}
	m, find := finders(f)
	f.Fuzz(func(t *testing.T, words string, n uint8) {
		a := &data.Article{Text: text.Normalise(words), Language: otherLanguages[int(n)%len(otherLanguages)], Published: "2025-06-18"}
		d := text.Parse(a)
		for _, e := range find.Find(a, d, m.Find(a, d)) {
			if !e.Pair.Valid() || a.Text[e.Start:e.End] != e.Text || len(e.Fields) == 0 {
				t.Errorf("evidence %+v of %q", e, words)
			}
		}
	})
}
