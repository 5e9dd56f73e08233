package tie_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/data"
	"entente/data/text"
)

// goldByLanguage reads the articles of testdata/gold in languages other than English, by the kind that each .gold names.
func goldByLanguage(tb testing.TB) map[string][]string {
	tb.Helper()
	paths, err := filepath.Glob("../../testdata/gold/build/*.gold")
	if err != nil || len(paths) == 0 {
		tb.Fatalf("no articles in testdata/gold: %v", err)
	}
	out := map[string][]string{}
	for _, p := range paths {
		answers, err := os.ReadFile(p)
		if err != nil {
			tb.Fatal(err)
		}
		words, err := os.ReadFile(strings.TrimSuffix(p, "gold") + "txt")
		if err != nil {
			tb.Fatal(err)
		}
		language, _, _ := strings.Cut(strings.TrimPrefix(string(answers), "kind "), "-")
		if len(language) != 2 {
			continue // in English
		}
		out[language] = append(out[language], text.Normalise(string(words)))
	}
	return out
}

func benchmarkAbroad(b *testing.B, language string, texts []string) {
	m, f := finders(b)
	var size int64
	find := make([]func(), len(texts))
	for i, t := range texts {
		a := &data.Article{Text: t, Language: language, Published: "2025-01-08"}
		d := text.Parse(a)
		ms := m.Find(a, d)
		find[i] = func() { f.Find(a, d, ms) }
		size += int64(len(t))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, f := range find {
			f()
		}
	}
}

func BenchmarkFindArticlesAbroad(b *testing.B) {
	for language, texts := range goldByLanguage(b) {
		b.Run(language, func(b *testing.B) { benchmarkAbroad(b, language, texts) })
	}
}

func BenchmarkFind1MBOneLineAbroad(b *testing.B) {
	benchmarkAbroad(b, "sr", []string{strings.Repeat("Peru i Čile i Norveška su se sastali, ", 1_000_000/40)})
}

func BenchmarkFind1MBOneSentenceJapanese(b *testing.B) {
	benchmarkAbroad(b, "ja", []string{strings.Repeat("日本とペルーは協定に署名し、", 1_000_000/42)})
}

func BenchmarkFind1MBArticleRussian(b *testing.B) {
	one := strings.Join(goldByLanguage(b)["ru"], "\n\n")
	benchmarkAbroad(b, "ru", []string{strings.Repeat(one+"\n\n", 1_000_000/len(one)+1)})
}

func BenchmarkFind64KBNamesSideBySideJapanese(b *testing.B) {
	benchmarkAbroad(b, "ja", []string{strings.Repeat("Peru Chile Norway Japan Kenya France Germany India China Russia ", 1000)})
}
