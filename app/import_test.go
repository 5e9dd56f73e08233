package app_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/app"
	"entente/assets"
	"entente/data"
	"entente/data/ingest"
	"entente/data/store"
)

// madeWords are the parts that made articles are put together from.
var madeWords = struct{ parties, deeds, things, rest []string }{
	parties: []string{"Japan", "Serbia", "Germany", "Brazil", "Kenya", "the United States", "Russia", "Romania", "India", "Egypt", "Chile", "Norway"},
	deeds:   []string{"signed an agreement with", "met officials from", "accused", "will invest in", "imposed sanctions on", "sent aid to", "exported goods to"},
	things:  []string{"trade", "energy", "a railway", "vaccines", "a military exercise", "tourism", "steel", "student exchanges"},
	rest: []string{"Markets hardly moved on the news.", "The opposition asked for a debate in parliament.", "Analysts had expected a longer negotiation.",
		"The weather in the capital was fine, and the streets were full.", "A spokesman declined to give further details on Monday."},
}

// made gives n articles of about 3 KB each. The same seed gives the same articles.
func made(n int, seed uint64) []data.Article {
	r := rand.New(rand.NewPCG(seed, 1))
	pick := func(words []string) string { return words[r.IntN(len(words))] }
	articles := make([]data.Article, n)
	for i := range articles {
		var b strings.Builder
		fmt.Fprintf(&b, "Report %d-%d on %s\n\n", seed, i, pick(madeWords.things))
		for b.Len() < 3000 {
			fmt.Fprintf(&b, "%s %s %s over %s worth %d million euros in %d. %s %s\n\n", strings.ToUpper(pick(madeWords.parties)[:1])+pick(madeWords.parties)[1:],
				pick(madeWords.deeds), pick(madeWords.parties), pick(madeWords.things), r.IntN(900)+1, 2015+r.IntN(10), pick(madeWords.rest), pick(madeWords.rest))
		}
		articles[i] = data.Article{Title: strings.SplitN(b.String(), "\n", 2)[0], Source: fmt.Sprintf("made/%d.txt", i), Language: "en",
			Published: fmt.Sprintf("20%02d-%02d-11", 15+i%10, 1+i%12), Text: b.String()}
	}
	return articles
}

// from is a source of articles in memory.
func from(articles []data.Article) app.Source {
	return func(ctx context.Context, fn ingest.Func) error {
		for _, a := range articles {
			if err := fn(a, ctx.Err()); err != nil {
				return err
			}
		}
		return nil
	}
}

func scanner(t testing.TB) *app.Scanner {
	t.Helper()
	s, err := app.NewScanner(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func open(t testing.TB) *store.Library {
	t.Helper()
	lib, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "test.entente"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	return lib
}

func count(t testing.TB, lib *store.Library) int {
	t.Helper()
	stats, err := lib.Stats(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return stats.Articles
}

func TestImportGoesOnAfterWhatItCannotUse(t *testing.T) {
	folder := t.TempDir()
	for i, a := range made(20, 1) {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%02d.txt", i)), []byte(a.Text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	empty := filepath.Join(folder, "05-empty.txt")
	if err := os.WriteFile(empty, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	lib, told := open(t), 0
	var last app.Progress
	summary, err := app.Import(context.Background(), lib, scanner(t), []string{folder},
		app.ImportOptions{Failed: func(error) { told++ }}, func(p app.Progress) { last = p })
	if err != nil {
		t.Fatal(err)
	}
	if summary.Added != 20 || summary.Failed != 1 || told != 1 || count(t, lib) != 20 {
		t.Errorf("got %+v, told of %d failures, %d in the library; want 20 added, 1 failed", summary, told, count(t, lib))
	}
	var input *data.InputError
	if len(summary.Errors) != 1 || !errors.As(summary.Errors[0], &input) || input.Path != empty {
		t.Errorf("got errors %v, want one about %s", summary.Errors, empty)
	}
	if last.Done != 21 || last.Added != 20 || last.Failed != 1 {
		t.Errorf("the last progress was %+v, want all 21 done", last)
	}
}

func TestImportTellsDuplicates(t *testing.T) {
	lib, s, articles := open(t), scanner(t), made(10, 2)
	for round, want := range []app.Summary{{Added: 10}, {Duplicates: 10}} {
		got, err := app.ImportFrom(context.Background(), lib, s, from(articles), app.ImportOptions{}, nil)
		if err != nil || got.Added != want.Added || got.Duplicates != want.Duplicates {
			t.Errorf("round %d: got %+v, %v; want %+v", round, got, err, want)
		}
	}
}

func TestImportKeepsWhatWasScannedWhenItIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	lib, articles := open(t), made(500, 3)
	cut := func(ctx context.Context, fn ingest.Func) error {
		for i, a := range articles {
			if i == 400 {
				cancel()
			}
			if err := fn(a, nil); err != nil {
				return err
			}
		}
		return nil
	}
	summary, err := app.ImportFrom(ctx, lib, scanner(t), cut, app.ImportOptions{}, nil)
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got error %v, want context.Canceled", err)
	}
	if summary.Added == 0 || summary.Added != count(t, lib) {
		t.Errorf("the summary says %d were added, the library holds %d", summary.Added, count(t, lib))
	}
	again, err := app.ImportFrom(context.Background(), lib, scanner(t), from(articles), app.ImportOptions{}, nil)
	if err != nil || again.Added+again.Duplicates != 500 || count(t, lib) != 500 {
		t.Errorf("going on: got %+v, %v and %d articles; want all 500", again, err, count(t, lib))
	}
}

func TestImportRefusesAReadOnlyLibrary(t *testing.T) {
	lib := open(t)
	path := lib.Path()
	lib.Close()
	lib, err := store.Open(context.Background(), path, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	if _, err := app.ImportFrom(context.Background(), lib, scanner(t), from(made(1, 4)), app.ImportOptions{}, nil); !errors.Is(err, data.ErrReadOnly) || !strings.Contains(err.Error(), path) {
		t.Errorf("got %v, want data.ErrReadOnly and the file", err)
	}
	holder, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer holder.Close()
	second, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if _, err := app.ImportFrom(context.Background(), second, scanner(t), from(made(1, 4)), app.ImportOptions{}, nil); !errors.Is(err, data.ErrBusy) || !strings.Contains(err.Error(), second.Notice()) {
		t.Errorf("got %v, want data.ErrBusy and its notice", err)
	}
}

func TestEachKeepsOrderAndSurvivesPanics(t *testing.T) {
	articles := made(200, 5)
	var got []string
	var failed []error
	err := app.Each(context.Background(), from(articles),
		func(a *data.Article) (string, error) {
			if strings.HasSuffix(a.Source, "7.txt") {
				panic("hostile")
			}
			return a.Source, nil
		},
		func(source string, err error) error {
			if err != nil {
				failed = append(failed, err)
				return nil
			}
			got = append(got, source)
			return nil
		})
	if err != nil || len(got) != 180 || len(failed) != 20 {
		t.Fatalf("got %d results, %d failures, %v; want 180 and 20", len(got), len(failed), err)
	}
	var input *data.InputError
	if !errors.As(failed[0], &input) || input.Path != "made/7.txt" {
		t.Errorf("got %v, want an error about made/7.txt", failed[0])
	}
	at := 0
	for i := range articles {
		if at < len(got) && got[at] == articles[i].Source {
			at++
		}
	}
	if at != len(got) {
		t.Error("the results are out of order")
	}
}

func TestEachStopsAtTheFirstErrorOfDone(t *testing.T) {
	full := errors.New("disk full")
	calls := 0
	err := app.Each(context.Background(), from(made(100, 6)), func(*data.Article) (int, error) { return 0, nil },
		func(int, error) error { calls++; return full })
	if !errors.Is(err, full) || calls != 1 {
		t.Errorf("got %v after %d calls, want the error after the first", err, calls)
	}
}

func TestTheSampleLibraryShowsWhatItIsFor(t *testing.T) {
	path := filepath.Join(t.TempDir(), "folder", "library.entente")
	if err := app.MakeSample(context.Background(), path, assets.FS, scanner(t)); err != nil {
		t.Fatal(err)
	}
	lib, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	ties, err := lib.Ties(context.Background(), data.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	found, disputed := map[data.Pair]bool{}, false
	for _, tie := range ties {
		found[tie.Pair] = true
		disputed = disputed || tie.Disputed
	}
	for _, want := range []data.Pair{data.PairOf("RS", "JP"), data.PairOf("RS", "US"), data.PairOf("RS", "RU"), data.PairOf("JP", "RO")} {
		if !found[want] {
			t.Errorf("the sample library has no tie %s", want)
		}
	}
	if len(found) < 5 || !disputed {
		t.Errorf("got %d ties (disputed: %v), want more than four and a contradiction", len(found), disputed)
	}
	if left, _ := filepath.Glob(path + ".new*"); len(left) > 0 {
		t.Errorf("%v is left behind", left)
	}
	if err := app.MakeSample(context.Background(), path, assets.FS, scanner(t)); err != nil {
		t.Errorf("a library that is there already: %v", err)
	}
}

func TestRescanKeepsDecisions(t *testing.T) {
	ctx, s := context.Background(), scanner(t)
	lib, err := store.Open(ctx, filepath.Join(t.TempDir(), "old.entente"), store.Options{RulesVersion: "older"})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	if _, err := app.ImportFrom(ctx, lib, s, from(made(5, 12)), app.ImportOptions{}, nil); err != nil {
		t.Fatal(err)
	}
	before, err := lib.Evidence(ctx, data.Filter{})
	if err != nil || len(before) == 0 {
		t.Fatalf("got %d pieces of evidence, %v", len(before), err)
	}
	if _, err := lib.Decide(ctx, before[0].ID, data.Accepted); err != nil {
		t.Fatal(err)
	}
	for round, want := range []int{5, 0} {
		if done, err := app.Rescan(ctx, lib, s, nil); err != nil || done != want {
			t.Errorf("round %d: got %d articles, %v; want %d", round, done, err, want)
		}
	}
	accepted, err := lib.Evidence(ctx, data.Filter{Decision: data.OnlyAccepted})
	if err != nil || len(accepted) != 1 || accepted[0].Passage != before[0].Passage || accepted[0].Pair != before[0].Pair {
		t.Errorf("got %d accepted pieces, %v; want the one that was accepted before", len(accepted), err)
	}
}

func TestTemporaryLeavesNothing(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	lib, summary, closing, err := app.Temporary(context.Background(), scanner(t), from(made(3, 7)), app.ImportOptions{})
	if err != nil || summary.Added != 3 || count(t, lib) != 3 {
		t.Fatalf("got %+v, %v", summary, err)
	}
	if err := closing(); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(os.Getenv("TMPDIR")); len(left) > 0 {
		t.Errorf("%v is left behind", left)
	}
}

func TestTheDefaultLibraryLiesInTheDataFolder(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	t.Setenv("LOCALAPPDATA", os.Getenv("XDG_DATA_HOME"))
	path, err := app.DefaultLibrary()
	if err != nil || filepath.Ext(path) != app.Extension {
		t.Fatalf("got %q, %v", path, err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Error("asking for the path made the file")
	}
}

func BenchmarkScan3KB(b *testing.B) {
	articles, s := made(100, 8), scanner(b)
	b.SetBytes(int64(len(articles[0].Text)))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		s.Scan(&articles[i%len(articles)])
	}
}

func BenchmarkScan1MB(b *testing.B) {
	var text strings.Builder
	for _, a := range made(340, 9) {
		text.WriteString(a.Text)
	}
	article, s := data.Article{Text: text.String(), Language: "en"}, scanner(b)
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		s.Scan(&article)
	}
}

func BenchmarkImport1000(b *testing.B) {
	articles, s := made(1000, 10), scanner(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := app.ImportFrom(context.Background(), open(b), s, from(articles), app.ImportOptions{}, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkImport1000OneByOne is the naive twin: each article is scanned and written before the next is looked at.
func BenchmarkImport1000OneByOne(b *testing.B) {
	articles, s := made(1000, 10), scanner(b)
	b.ReportAllocs()
	for b.Loop() {
		lib := open(b)
		for i := range articles {
			if _, err := lib.Add(context.Background(), []store.Item{{Article: articles[i], Findings: s.Scan(&articles[i])}}); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkNewScanner(b *testing.B) {
	for b.Loop() {
		scanner(b)
	}
}
