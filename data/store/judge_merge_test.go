package store_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"entente/data"
	"entente/data/store"
)

func TestMergeBringsEveryKindOfDecision(t *testing.T) {
	theirs := judged(t)
	add(t, theirs, article("Japan and Romania talked."), article("Serbia slept."))
	for _, say := range []func() (data.Decision, error){
		func() (data.Decision, error) {
			return theirs.Edit(t.Context(), 2, statement("Later Japan and Serbia quarrelled.", "RS", "CD"))
		},
		func() (data.Decision, error) { return theirs.Note(t.Context(), 1, "see") },
		func() (data.Decision, error) {
			return theirs.AddEvidence(t.Context(), 1, statement("Serbia paid.", "RS", "US"))
		},
		func() (data.Decision, error) { return theirs.GradeItem(t.Context(), 1, "3") },
		func() (data.Decision, error) { return theirs.Join(t.Context(), 2, 1) },
		func() (data.Decision, error) {
			return theirs.Correct(t.Context(), 1, data.Correction{Passage: passageIn(treaty, "Japan"), Scope: data.InLibrary, Country: "CN"}, "JP")
		},
		func() (data.Decision, error) {
			return theirs.Furnish(t.Context(), 3, data.Span{Start: 0, End: 6}, data.ByHand)
		},
	} {
		if _, err := say(); err != nil {
			t.Fatal(err)
		}
	}
	want := shown(t, theirs)
	ours := open(t, filepath.Join(t.TempDir(), "ours.entente"), store.Options{RulesVersion: "1", Who: "Boris"})
	add(t, ours, article(treaty, "Serbia and Japan signed a treaty.", "Later Japan and Serbia quarrelled."))
	if _, err := ours.GradeItem(t.Context(), 1, "1"); err != nil {
		t.Fatal(err)
	}
	m, err := ours.Merge(t.Context(), theirs, nil)
	if err != nil || m.Added != 2 || m.Outweighed != 1 {
		t.Fatalf("merged %+v, error %v", m, err)
	}
	sees(t, ours, want...)
	infos, err := ours.Articles(t.Context(), data.Filter{}, store.Page{})
	if err != nil || infos[0].Grade.Item != "1" || infos[1].Report != infos[0].Report || infos[2].Report == infos[0].Report {
		t.Errorf("articles %+v, error %v", infos, err)
	}
	a, _, err := ours.Article(t.Context(), 3)
	if err != nil || len(a.Omitted) != 1 || a.Omitted[0].Reason != data.ByHand {
		t.Errorf("furniture %+v, error %v", a.Omitted, err)
	}
	if stale, err := ours.Stale(t.Context(), "1"); err != nil || len(stale) != 3 {
		t.Errorf("stale %v, error %v; want all, which corrections are about", stale, err)
	}
	all, err := ours.Decisions(t.Context())
	if err != nil || all[0].Who != "Boris" || all[1].Who != "Ana" {
		t.Errorf("history %+v, error %v", all, err)
	}
	again, err := ours.Merge(t.Context(), theirs, nil)
	if err != nil || again.Decisions != 0 || again.Added != 0 {
		t.Errorf("merged again %+v, error %v", again, err)
	}
	undo(t, ours, true)
	sees(t, ours, signed, quarrelled)
	if _, _, err = ours.Article(t.Context(), 3); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("error %v, want the article that came taken out again", err)
	}
	redo(t, ours, true)
	sees(t, ours, want...)
	if a, _, err = ours.Article(t.Context(), 3); err != nil || len(a.Omitted) != 1 {
		t.Errorf("furniture %+v, error %v", a.Omitted, err)
	}
	whole(t, ours)
}

// childDecisions is how many decisions the child tries to make.
const childDecisions = 150

// childJudge decides this and that and reports the number of each decision as soon as it was made.
func childJudge(path string) {
	ctx := context.Background()
	l, err := store.Open(ctx, path, store.Options{RulesVersion: "1", Who: "Ana"})
	if err != nil || l.ReadOnly() {
		fmt.Println("error", err)
		os.Exit(1)
	}
	r := rand.New(rand.NewPCG(7, uint64(os.Getpid())))
	for range childDecisions {
		_, f, err := l.Article(ctx, 1)
		if err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		e := f.Evidence[r.IntN(len(f.Evidence))]
		var d data.Decision
		switch r.IntN(6) {
		case 0:
			d, err = l.Decide(ctx, e.ID, []data.Verdict{data.Accepted, data.Rejected, data.Undecided}[r.IntN(3)])
		case 1:
			s := e.Statement()
			s.Stance = []data.Stance{data.Conflict, data.Cooperation, data.Neutral}[r.IntN(3)]
			d, err = l.Edit(ctx, e.ID, s)
		case 2:
			d, err = l.Note(ctx, e.ID, fmt.Sprint("note ", r.IntN(1000)))
		case 3:
			d, err = l.Furnish(ctx, 1, passageIn(treaty, "Serbia paid.").Span, []data.Reason{data.ByHand, ""}[r.IntN(2)])
		case 4:
			d, err = l.GradeItem(ctx, 1, data.ItemGrades[r.IntN(6)])
		case 5:
			d, err = l.Correct(ctx, 1, data.Correction{Passage: passageIn(treaty, "Japan"), Scope: data.InLibrary,
				Country: []data.Party{"CN", "KR", ""}[r.IntN(3)]}, "JP")
		}
		if err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		fmt.Println(d.ID)
	}
	os.Exit(0)
}

// TestDecisionsThatAreKilledAreThereOrNot kills a program that decides at random moments: what it reported is there, and
// the library shows what its decisions leave.
func TestDecisionsThatAreKilledAreThereOrNot(t *testing.T) {
	l := judged(t)
	path := l.Path()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(3, 3))
	for round := range 6 {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), childTask+"=judge", childLibrary+"="+path)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		after, last := r.IntN(childDecisions/2), "0"
		lines := bufio.NewScanner(out)
		for n := 0; lines.Scan(); n++ {
			if strings.HasPrefix(lines.Text(), "error") {
				t.Error(lines.Text())
			}
			if lines.Text() != "0" { // nothing was new
				last = lines.Text()
			}
			if n == after {
				if err := child.Process.Kill(); err != nil {
					t.Fatal(err)
				}
			}
		}
		_ = child.Wait() // it was killed
		l := open(t, path, store.Options{RulesVersion: "1"})
		whole(t, l)
		all, err := l.Decisions(t.Context())
		if err != nil || len(all) == 0 && last != "0" {
			t.Fatalf("round %d: %d decisions, error %v", round, len(all), err)
		}
		there := false
		for _, d := range all {
			there = there || fmt.Sprint(d.ID) == last
		}
		if !there && last != "0" {
			t.Errorf("round %d: decision %s was reported and is lost", round, last)
		}
		undo(t, l, len(all) > 0)
		whole(t, l)
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
