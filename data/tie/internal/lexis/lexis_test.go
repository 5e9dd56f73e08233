package lexis_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"entente/data/tie/internal/lexis"
)

func TestWhatIsWrittenIsRead(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, filepath.FromSlash(lexis.Table))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("# a comment\n# another\nold\tbetween\t1.00\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	m := lexis.New(-0.5, []lexis.Feature{{Place: lexis.Between, Word: "accus"}, {Place: lexis.After, Word: "accus"}, {Place: lexis.Shape, Word: "faint"}},
		[]float64{1.25, -0.75, 0.01})
	if err := m.Write(path); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const want = "# a comment\n# another\n*\tshape\t-0.50\naccus\tbetween\t1.25\naccus\tafter\t-0.75\n"
	if string(got) != want {
		t.Errorf("wrote %q, want %q", got, want)
	}
	again, err := lexis.Load(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	if w := again.Of("accus"); w == nil || w[lexis.Between] != 1.25 || w[lexis.After] != -0.75 || w[lexis.Before] != 0 || again.Start() != -0.5 {
		t.Errorf("read %v, starting from %v", w, again.Start())
	}
	if again.Of("old") != nil || again.Of("faint") != nil {
		t.Error("words that say nothing any more are known")
	}
}

func TestATableThatCannotBeReadIsNamed(t *testing.T) {
	for _, row := range []string{"accus\tbetween\tmuch", "accus\tnowhere\t1.00", "accus\tbetween"} {
		fsys := fstest.MapFS{lexis.Table: {Data: []byte(row + "\n")}}
		if _, err := lexis.Load(fsys); err == nil || !strings.Contains(err.Error(), lexis.Table) {
			t.Errorf("%q: %v does not name the table", row, err)
		}
	}
}

func TestStem(t *testing.T) {
	for word, want := range map[string]string{"accused": "accus", "accuse": "accus", "accuses": "accus", "talks": "talk", "ties": "ties", "using": "using",
		"trading": "trad", "trade": "trad", "the": "the", "": ""} {
		if got := lexis.Stem(word); got != want {
			t.Errorf("the stem of %q is %q, want %q", word, got, want)
		}
	}
}
