package store_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"entente/data/store"
	"entente/data/store/storetest"
)

// Environment of the child processes that some tests start: the same program again, told what to do.
const (
	childTask    = "ENTENTE_STORE_TEST_CHILD"
	childLibrary = "ENTENTE_STORE_TEST_LIBRARY"
)

func TestMain(m *testing.M) {
	switch os.Getenv(childTask) {
	case "":
		status := m.Run()
		if benchDir != "" {
			os.RemoveAll(benchDir)
		}
		os.Exit(status)
	case "import":
		childImport(os.Getenv(childLibrary))
	case "judge":
		childJudge(os.Getenv(childLibrary))
	case "read-only":
		childReadOnly(os.Getenv(childLibrary))
	}
}

// crashArticles is how many articles the child imports, in batches of crashBatch.
const (
	crashArticles = 400
	crashBatch    = 10
)

// childImport adds articles that are not there yet and names each one as soon as it is reported as added.
func childImport(path string) {
	l, err := store.Open(context.Background(), path, store.Options{RulesVersion: "1"})
	if err != nil || l.ReadOnly() {
		fmt.Println("error", err, l.Notice())
		os.Exit(1)
	}
	for from := 0; from < crashArticles; from += crashBatch {
		items := storetest.Items(1, from, from+crashBatch)
		if _, err := l.Add(context.Background(), items); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		for i := range items {
			fmt.Println(items[i].Article.Hash())
		}
	}
	if err := l.Close(); err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// TestAnImportThatIsKilledLosesNothingThatWasReported kills the importing process at random moments, again and again on
// the same library, until one import comes to its end.
func TestAnImportThatIsKilledLosesNothingThatWasReported(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.entente")
	r := rand.New(rand.NewPCG(1, 1))
	reported := map[string]bool{}
	const rounds = 8
	for round := range rounds {
		after := r.IntN(crashArticles / 2)
		switch round {
		case 0:
			after = -1 // at once
		case rounds - 1:
			after = crashArticles * 2 // never
		}
		killed := runImport(t, path, after, reported)
		if killed == (round == rounds-1) {
			t.Fatalf("round %d: killed %v", round, killed)
		}
		l := open(t, path, store.Options{})
		if l.ReadOnly() {
			t.Fatalf("after a kill: %s", l.Notice())
		}
		for hash := range reported {
			if ok, err := l.Has(t.Context(), hash); !ok || err != nil {
				t.Fatalf("round %d: article %s is lost, error %v", round, hash, err)
			}
		}
		whole(t, l)
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	reads(t, open(t, path, store.Options{}), crashArticles)
}

// runImport starts a child and kills it once it has reported so many articles, without waiting for its next batch.
func runImport(t *testing.T, path string, after int, reported map[string]bool) (killed bool) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childTask+"=import", childLibrary+"="+path)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	if after < 0 {
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		killed = true
	}
	lines := bufio.NewScanner(out)
	for n := 0; lines.Scan(); n++ {
		if strings.HasPrefix(lines.Text(), "error") {
			t.Error(lines.Text())
		}
		reported[lines.Text()] = true
		if n == after {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			killed = true
		}
	}
	if err := child.Wait(); err != nil && !killed {
		t.Fatal(err)
	}
	return killed
}
