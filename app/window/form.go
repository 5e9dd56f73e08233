package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// form is a dialog that asks for something to be filled in. Escape leaves it, and so does confirming it unless problem
// says what is still wrong.
type form struct {
	w       *Window
	dialog  *dialog.CustomDialog
	body    *fyne.Container
	scroll  *container.Scroll
	width   float32
	problem *widget.Label
	confirm func() (problem string)
	yes     *formButton
}

// ask shows a form. title and yes are keys of sentences.
func (w *Window) ask(title, yes string, width float32, body fyne.CanvasObject, confirm func() (problem string)) *form {
	f := &form{w: w, width: width, confirm: confirm, problem: widget.NewLabel("")}
	f.problem.Importance, f.problem.Wrapping = widget.DangerImportance, fyne.TextWrapWord
	f.problem.Hide()
	f.body = container.New(column{width}, container.NewVBox(body, f.problem))
	f.scroll = container.NewVScroll(container.New(insetRight{}, f.body))
	f.scroll.SetMinSize(f.room())
	f.dialog = dialog.NewCustomWithoutButtons(w.say.Say(title), f.scroll, w.win)
	f.yes = newFormButton(w, w.say.Say(yes), f.submit)
	f.yes.Importance = widget.HighImportance
	f.dialog.SetButtons([]fyne.CanvasObject{newFormButton(w, w.say.Say("dialog.cancel"), f.dialog.Hide), f.yes})
	w.forms = append(w.forms, f)
	f.dialog.SetOnClosed(func() {
		w.forms = slices.DeleteFunc(w.forms, func(o *form) bool { return o == f })
	})
	f.dialog.Show()
	return f
}

// submit confirms what was filled in, or says what is wrong with it.
func (f *form) submit() {
	if p := f.confirm(); p != "" {
		f.problem.SetText(p)
		f.problem.Show()
		f.w.fitForm()
		return
	}
	f.dialog.Hide()
}

// room is how large a form is to be: as what is in it needs, where the window has so much room.
func (f *form) room() fyne.Size {
	return fyne.NewSize(f.width+insetBy+2, min(f.body.MinSize().Height, f.w.win.Canvas().Size().Height-150))
}

// fitForm gives the uppermost form the room that what is in it needs now.
func (w *Window) fitForm() {
	if n := len(w.forms); n > 0 {
		f := w.forms[n-1]
		f.body.Refresh()
		f.scroll.SetMinSize(f.room())
		f.dialog.Resize(f.dialog.MinSize())
	}
}

// formKey hands keys that no field takes to the uppermost form.
func (w *Window) formKey(e *fyne.KeyEvent) bool {
	n := len(w.forms)
	if n == 0 {
		return false
	}
	switch e.Name {
	case fyne.KeyEscape:
		w.forms[n-1].dialog.Hide()
	case fyne.KeyReturn, fyne.KeyEnter:
		w.forms[n-1].submit()
	}
	return true
}

// insetRight keeps what a form has clear of its scroll bar.
type insetRight struct{}

const insetBy = 12

func (insetRight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(fyne.NewSize(size.Width-insetBy, size.Height))
	}
}

func (insetRight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := objects[0].MinSize()
	return fyne.NewSize(m.Width+insetBy, m.Height)
}
