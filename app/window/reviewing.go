package window

import (
	"log/slog"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/app/window/look"
	"entente/app/window/tip"
	"entente/data"
	"entente/data/store"
)

// review walks over the passages under the filter that nobody has judged, by keys alone.
type review struct {
	w      *Window
	object fyne.CanvasObject
	place  *widget.Label
	claim  *widget.Label // what the passage is taken to say: that is what is judged
	doubts []store.Doubt
	judged map[store.Doubt]bool
	at     int
	on     bool
	keys   []*tip.Button // that change something
}

func newReview(w *Window) *review {
	r := &review{w: w, place: widget.NewLabel(""), claim: widget.NewLabel("")}
	r.place.TextStyle.Bold = true
	r.claim.Wrapping = fyne.TextWrapWord
	button := func(icon fyne.Resource, label, tip string, do func()) *tip.Button {
		return w.tips.Button(icon, label, w.say.Say(tip), do)
	}
	accept := button(theme.ConfirmIcon(), w.say.Say("review.accept"), "review.accept.tip", func() { r.decide(data.Accepted) })
	reject := button(theme.CancelIcon(), w.say.Say("review.reject"), "review.reject.tip", func() { r.decide(data.Rejected) })
	edit := button(theme.DocumentCreateIcon(), w.say.Say("review.edit"), "review.edit.tip", r.edit)
	note := button(theme.MailComposeIcon(), w.say.Say("review.note"), "review.note.tip", r.note)
	back := button(theme.NavigateBackIcon(), "", "review.before.tip", func() { r.step(-1) })
	ahead := button(theme.NavigateNextIcon(), "", "review.after.tip", func() { r.step(1) })
	leave := button(theme.CancelIcon(), "", "review.leave.tip", r.leave)
	r.keys = []*tip.Button{accept, reject, edit, note}
	head := container.NewBorder(nil, nil, r.place, container.NewHBox(back, ahead, leave))
	r.object = container.NewStack(newGround(look.Notice, 0), container.NewVBox(head, r.claim, container.New(flow{}, accept, reject, edit, note)))
	r.object.Hide()
	return r
}

// startReview begins a review of what the filter leaves.
func (w *Window) startReview() {
	lib, filter := w.session.Library(), w.session.Filter()
	if lib == nil || w.panel == nil {
		return
	}
	w.o.Spawn(func() {
		doubts, err := app.Doubts(background(), lib, filter)
		w.o.Post(func() {
			switch {
			case err != nil:
				w.fail(err)
			case w.session.Library() != lib:
			case len(doubts) == 0:
				w.toast.show(w.say.Say("review.nothing"))
			default:
				w.panel.review.start(doubts)
			}
		})
	})
}

func (r *review) start(doubts []store.Doubt) {
	r.doubts, r.judged, r.at, r.on = doubts, map[store.Doubt]bool{}, 0, true
	r.claim.SetText("")
	r.w.win.Canvas().Unfocus()
	for _, b := range r.keys {
		able(b, r.w.writable())
	}
	r.object.Show()
	r.w.panel.layout.Refresh()
	slog.Debug("review started", "passages", len(doubts))
	r.show()
}

// show goes to the passage that is next.
func (r *review) show() {
	d := r.doubts[r.at]
	r.w.session.Go(app.Route{Pair: d.Pair, Article: d.Article, Span: d.Span})
	r.progress()
	r.tell() // the passage may be open already
	slog.Debug("review at", "at", r.at+1, "of", len(r.doubts), "pair", d.Pair)
}

// tell says what the passage is taken to state, once it is shown.
func (r *review) tell() {
	if !r.on {
		return
	}
	if e, ok := r.evidence(); ok {
		facts := []string{r.w.evidenceFacts(&e)}
		for _, f := range e.Figures {
			facts = append(facts, figureWords(r.w.say, f))
		}
		r.claim.SetText(r.w.pairName(e.Pair) + "\n" + strings.Join(facts, " · "))
		r.w.panel.layout.Refresh()
	}
}

func (r *review) progress() {
	say := r.w.say
	r.place.SetText(say.Say("review.place", "at", say.Number(r.at+1), "of", say.Number(len(r.doubts)),
		"left", say.Number(len(r.doubts)-len(r.judged))))
}

// step goes on or back; it reports whether there was anything to go to.
func (r *review) step(by int) bool {
	if r.at+by < 0 || r.at+by >= len(r.doubts) {
		return false
	}
	r.at += by
	r.show()
	return true
}

// evidence gives the passage that is being judged, once it is shown.
func (r *review) evidence() (e data.Evidence, ok bool) {
	d := r.doubts[r.at]
	list := r.w.session.Detail().Findings.Evidence
	for i := range list {
		if list[i].Article == d.Article && list[i].Pair == d.Pair && list[i].Span == d.Span {
			return list[i], true
		}
	}
	return e, false
}

// asks says whether a passage is the one that is to be judged now.
func (r *review) asks(e data.Evidence) bool {
	if !r.on {
		return false
	}
	now, ok := r.evidence()
	return ok && now.ID == e.ID
}

// decide records a verdict and goes on to the next passage that has none.
func (r *review) decide(v data.Verdict) {
	e, ok := r.evidence()
	switch {
	case !ok:
		r.show() // something else was looked at meanwhile
	case r.w.writable():
		r.w.decide(e.ID, v)
		r.next()
	}
}

// turned goes back to a passage whose verdict or correction was taken back, or on from one for which it holds again.
func (r *review) turned(d data.Decision) {
	if !r.on || d.Action != data.ActVerdict && d.Action != data.ActEdit {
		return
	}
	for i, doubt := range r.doubts {
		if doubt.Span != d.Span || doubt.Pair != d.Pair {
			continue
		}
		if d.Undone {
			delete(r.judged, doubt)
			r.at = i
			r.show()
		} else {
			r.judged[doubt] = true
			r.progress()
		}
		return
	}
}

// next goes on to the next passage without a verdict; after the last one the review is done.
func (r *review) next() {
	r.judged[r.doubts[r.at]] = true
	for n := 1; n <= len(r.doubts); n++ {
		if at := (r.at + n) % len(r.doubts); !r.judged[r.doubts[at]] {
			r.at = at
			r.show()
			return
		}
	}
	n := len(r.doubts)
	r.leave()
	r.w.toast.show(r.w.say.Count("review.done", n))
	slog.Debug("review done", "passages", n)
}

func (r *review) edit() {
	if e, ok := r.evidence(); ok && r.w.writable() {
		r.w.editPassage(e, r.next)
	}
}

func (r *review) note() {
	if e, ok := r.evidence(); ok && r.w.writable() {
		r.w.notePassage(e)
	}
}

func (r *review) leave() {
	if r.on {
		r.on = false
		r.object.Hide()
		r.w.panel.layout.Refresh()
		slog.Debug("review left")
	}
}

// key takes a key of the review; it reports whether it did.
func (r *review) key(k fyne.KeyName) bool {
	if !r.on {
		return false
	}
	switch k {
	case fyne.KeyRight, fyne.KeyDown:
		r.step(1)
	case fyne.KeyLeft, fyne.KeyUp:
		r.step(-1)
	case fyne.KeyA:
		r.decide(data.Accepted)
	case fyne.KeyR:
		r.decide(data.Rejected)
	case fyne.KeyE:
		r.w.o.Post(r.edit) // after the letter itself has come, which is not meant for the form
	case fyne.KeyN:
		r.w.o.Post(r.note)
	case fyne.KeyEscape:
		r.leave()
	default:
		return false
	}
	return true
}
