package window

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"entente/app"
	"entente/app/job"
	"entente/data/store"
)

// learnAfter is when findings of older rules are looked for in a library: when its map has been painted.
const learnAfter = time.Second

// learn reads the articles again whose findings other rules made, if the library holds any and may be changed.
func (w *Window) learn(lib *store.Library) {
	if lib.ReadOnly() {
		return
	}
	w.o.After(learnAfter, func() {
		if w.library() != lib {
			return
		}
		rules := w.scanner.Rules()
		w.o.Spawn(func() {
			stale, err := lib.Stale(background(), rules)
			w.o.Post(func() {
				switch {
				case w.library() != lib:
				case err != nil:
					slog.Warn("look for old findings", "error", err)
				case len(stale) > 0 && w.running == nil:
					w.rescan(lib, app.Rescan, "rescan.learnt")
				}
			})
		})
	})
}

// readAgain reads every article again.
func (w *Window) readAgain() {
	lib := w.library()
	switch {
	case lib == nil || w.scanner == nil:
	case w.running != nil:
		w.tell(w.say.Say("menu.rescan"), w.say.Say("import.busy"))
	default:
		w.rescan(lib, app.RescanAll, "rescan.done")
	}
}

// rescan makes findings anew in a job that can be cancelled, and tells what came of it; done is the key of that sentence.
func (w *Window) rescan(lib *store.Library, read func(context.Context, *store.Library, *app.Scanner, func(app.Progress)) (int, error), done string) {
	scanner, n := w.scanner, 0
	follow := w.follow(lib)
	w.status.progress(w.say.Say("rescan.running"), job.Progress{})
	w.running = w.jobs.Start(func(ctx context.Context, report func(job.Progress)) (err error) {
		if err := scanner.Load(); err != nil {
			return err
		}
		n, err = read(ctx, lib, scanner, func(p app.Progress) {
			report(job.Progress{Done: int64(p.Done), Total: int64(p.Total), Note: p.Current})
		})
		return err
	}, job.Watch{
		Progress: func(p job.Progress) {
			w.status.progress(w.say.Say("rescan.progress", "title", head(p.Note, titleMost)), p)
			follow()
		},
		End: func(o job.Outcome, err error) {
			w.running = nil
			w.status.idle()
			slog.Debug("rescan done", "outcome", o, "articles", n, "error", err)
			if w.library() == lib {
				w.session.Reload()
				w.reread(o, err, n, done)
			}
		},
	})
}

// reread tells what came of a rescan. Which articles could not be read again is told where that was asked for; they are tried
// again whenever the library is opened.
func (w *Window) reread(o job.Outcome, err error, n int, done string) {
	var unread *app.Unread
	if errors.As(err, &unread) {
		slog.Warn("rescan left articles out", "error", err)
		if done == "rescan.done" {
			w.showSummary(w.say.Say("menu.rescan"), w.say.Count(done, n), unread.Errors)
			return
		}
		if err = nil; n == 0 {
			return
		}
	}
	switch {
	case err != nil:
		w.fail(err)
	case done == "": // a person's correction, which was told already
	case o == job.Cancelled && done == "rescan.done":
		w.toast.show(w.say.Count("rescan.stopped", n))
	case o == job.Cancelled:
		w.toast.show(w.say.Count("rescan.cancelled", n))
	default:
		w.toast.show(w.say.Count(done, n))
	}
}

// titleMost is how many letters of a title the status line shows.
const titleMost = 40
