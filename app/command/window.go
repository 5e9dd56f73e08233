package command

import (
	"context"
	"errors"
	"os"
	"runtime"
)

// openWindow hands over to the window, or says why there is none and what to do.
func (r *runner) openWindow(ctx context.Context) error {
	if r.Window == nil {
		return errors.New("this entente was built without a window. Build it with a C compiler (`make run` does all that is " +
			"needed), or use a command: `entente --help` lists them")
	}
	if !display() {
		return errors.New("there is no display to open a window on. Use a command instead: " +
			"`entente snapshot -o map.png` draws the map, `entente --help` lists the others")
	}
	return r.Window(ctx, Start{Version: r.Version, Assets: r.Assets, Library: r.library})
}

// display says whether a window can be shown. Only on Unix systems other than macOS can it be missing.
func display() bool {
	switch runtime.GOOS {
	case "windows", "darwin", "android", "ios":
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}
