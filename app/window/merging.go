package window

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"entente/app"
	"entente/app/job"
	"entente/app/proof"
	"entente/data"
	"entente/data/store"
)

// mergeLibrary asks for another library and adds its articles and decisions to the open one.
func (w *Window) mergeLibrary() {
	w.askPath(pathQuestion{title: "merge.title", hint: "merge.hint", confirm: "merge.confirm", extensions: []string{app.Extension},
		start: w.folder() + string(filepath.Separator), done: w.merge})
}

// merge adds another library in a job, all of it or nothing.
func (w *Window) merge(path string) {
	lib := w.library()
	switch {
	case lib == nil:
		return
	case w.running != nil:
		w.tell(w.say.Say("merge.title"), w.say.Say("import.busy"))
		return
	}
	var got store.Merged
	w.status.progress(w.say.Say("merge.running", "file", filepath.Base(path)), job.Progress{})
	w.running = w.jobs.Start(func(ctx context.Context, report func(job.Progress)) error {
		other, err := store.Open(ctx, path, store.Options{ReadOnly: true})
		if err != nil {
			return err
		}
		got, err = lib.Merge(ctx, other, func(done, total int) { report(job.Progress{Done: int64(done), Total: int64(total)}) })
		return errors.Join(err, other.Close())
	}, job.Watch{
		Progress: func(p job.Progress) { w.status.progress(w.say.Say("merge.running", "file", filepath.Base(path)), p) },
		End:      func(o job.Outcome, err error) { w.merged(lib, path, o, err, got) },
	})
}

// merged tells what came of a merge.
func (w *Window) merged(lib *store.Library, path string, o job.Outcome, err error, m store.Merged) {
	w.running = nil
	w.status.idle()
	slog.Debug("merged", "file", path, "outcome", o, "added", m.Added, "known", m.Known, "decisions", m.Decisions, "error", err)
	if w.library() != lib {
		return
	}
	switch {
	case errors.Is(err, data.ErrInvalid):
		w.tell(w.say.Say("merge.title"), w.say.Say("merge.same"))
		return
	case o == job.Cancelled:
		w.toast.show(w.say.Say("merge.cancelled"))
		return
	case err != nil:
		w.tell(w.say.Say("merge.title"), w.explainOpen(path, err))
		return
	}
	w.session.Reload()
	lines := []string{w.say.Count("merge.added", m.Added)}
	for _, part := range []struct {
		key string
		n   int
	}{{"merge.known", m.Known}, {"merge.decisions", m.Decisions}, {"merge.outweighed", m.Outweighed}, {"merge.refused", m.Refused}} {
		if part.n > 0 {
			lines = append(lines, w.say.Count(part.key, part.n))
		}
	}
	offers := w.afterArrival(m.Added+m.Decisions > 0)
	if m.Refused > 0 {
		w.showSummary(w.say.Say("merge.title"), strings.Join(lines, "\n"), m.Errors, offers...)
		return
	}
	w.toast.show(strings.Join(lines, " "), offers...)
}

// verifyFile asks for a picture or briefing and checks it against its evidence.
func (w *Window) verifyFile() {
	w.askPath(pathQuestion{title: "verify.title", hint: "verify.hint", confirm: "verify.confirm",
		start: w.folder() + string(filepath.Separator), done: w.verify})
}

// verify holds a file against what it says of itself, and against the open library.
func (w *Window) verify(path string) {
	var texts proof.Texts
	if lib := w.library(); lib != nil {
		texts = lib
	}
	w.status.working(w.say.Say("verify.running", "file", filepath.Base(path)))
	w.o.Spawn(func() {
		var report *proof.Report
		file, err := os.ReadFile(path)
		if err == nil {
			report, err = proof.Verify(background(), file, texts)
		}
		w.o.Post(func() {
			w.status.idle()
			slog.Debug("verified", "file", path, "error", err)
			w.tell(w.say.Say("verify.title"), w.verified(filepath.Base(path), report, err))
		})
	})
}

// problemsMost is how many problems of a file are told.
const problemsMost = 8

// verified says in plain words what holds of a file and what does not.
func (w *Window) verified(file string, r *proof.Report, err error) string {
	switch {
	case errors.Is(err, proof.ErrNone):
		return w.say.Say("verify.none", "file", file)
	case err != nil:
		return w.explain(err)
	}
	var lines []string
	if r.InLibrary > 0 {
		lines = append(lines, w.say.Count("verify.library", r.InLibrary))
	}
	if r.Carried > 0 {
		lines = append(lines, w.say.Count("verify.carried", r.Carried))
	}
	if len(r.Problems) == 0 {
		return strings.Join(append([]string{w.say.Say("verify.good", "file", file)}, lines...), "\n")
	}
	lines = append([]string{w.say.Count("verify.bad", len(r.Problems), "file", file)}, lines...)
	for _, p := range r.Problems[:min(len(r.Problems), problemsMost)] {
		lines = append(lines, w.say.Say("verify.problem", "where", w.reasons.Say(p.Where), "what", w.reasons.Say(p.What)))
	}
	return strings.Join(lines, "\n")
}
