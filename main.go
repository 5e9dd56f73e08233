// Entente maps who is tied to whom in news articles, and why. This file only wires: arguments, streams and embedded
// files go to app/command, and the window, where the program is built with one, comes from main_window.go.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"entente/app/command"
	"entente/assets"
)

// version is set by the build: -ldflags "-X main.version=1.2.3".
var version = "dev"

// openWindow is set by main_window.go's init; it stays nil in a program built without a window.
var openWindow func(context.Context, command.Start) error

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := command.Run(ctx, command.Program{
		Version: version,
		Assets:  assets.FS,
		Stdin:   os.Stdin,
		Stdout:  os.Stdout,
		Stderr:  os.Stderr,
		Window:  openWindow,
	}, os.Args[1:])
	stop()
	os.Exit(status)
}
