package tip_test

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"entente/app/window/tip"
)

// alarm stands for the clock: it keeps what waits until the test lets the time pass.
type alarm struct{ waiting func() }

func (a *alarm) after(_ time.Duration, f func()) func() {
	a.waiting = f
	return func() { a.waiting = nil }
}

func (a *alarm) ring() {
	if f := a.waiting; f != nil {
		a.waiting = nil
		f()
	}
}

func scene(t *testing.T) (*alarm, *tip.Layer, *tip.Button, fyne.Window) {
	test.NewTempApp(t)
	a := &alarm{}
	l := tip.NewLayer(a.after)
	b := l.Button(theme.ZoomInIcon(), "", "Zoom in", func() {})
	w := test.NewTempWindow(t, container.NewStack(container.NewBorder(nil, b, nil, nil), l))
	w.Resize(fyne.NewSize(200, 200))
	return a, l, b, w
}

func TestTipAppearsWhereThePointerRests(t *testing.T) {
	a, l, b, w := scene(t)
	test.MoveMouse(w.Canvas(), fyne.NewPos(100, 190))
	if got := l.Shown(); got != "" {
		t.Errorf("got tip %q at once, want none before the pointer has rested", got)
	}
	a.ring()
	if got := l.Shown(); got != "Zoom in" {
		t.Errorf("got tip %q, want %q", got, "Zoom in")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(100, 20))
	if got := l.Shown(); got != "" {
		t.Errorf("got tip %q after the pointer left, want none", got)
	}
	b.SetTip("Closer")
	test.MoveMouse(w.Canvas(), fyne.NewPos(100, 190))
	a.ring()
	if got := l.Shown(); got != "Closer" {
		t.Errorf("got tip %q, want the changed one", got)
	}
}

func TestTapPutsTheTipAway(t *testing.T) {
	a, l, b, w := scene(t)
	tapped := 0
	b.OnTapped = func() { tapped++ }
	test.MoveMouse(w.Canvas(), fyne.NewPos(100, 190))
	test.Tap(b)
	a.ring()
	if l.Shown() != "" || tapped != 1 {
		t.Errorf("got tip %q and %d taps, want none and 1", l.Shown(), tapped)
	}
}

func ExampleLayer() {
	test.NewApp()
	l := tip.NewLayer(func(_ time.Duration, f func()) func() { return func() {} })
	b := l.Button(theme.ZoomInIcon(), "", "Zoom in", func() { fmt.Println("closer") })
	test.Tap(b)
	fmt.Println(b.Tip())
	// Output:
	// closer
	// Zoom in
}
