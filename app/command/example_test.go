package command_test

import (
	"context"
	"fmt"
	"os"
	"strings"

	"entente/app/command"
	"entente/assets"
)

// A whole run, as main does it, with streams of the caller's.
func ExampleRun() {
	status := command.Run(context.Background(), command.Program{Version: "1.2.3", Assets: assets.FS,
		Stdin: strings.NewReader(""), Stdout: os.Stdout, Stderr: os.Stderr}, []string{"--version"})
	fmt.Println("status", status)
	// Output:
	// entente 1.2.3
	// status 0
}
