package command

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/app/words"
)

// english is the language of tables and messages, and of files where no other is asked for.
const english = "en"

// languageFlag adds the flag for the language of what a command writes.
func languageFlag(cmd *cobra.Command) *string {
	return cmd.Flags().String("language", english, "the language of names and words in the file, such as de or sr-Latn")
}

// speak loads a language that a flag names.
func (r *runner) speak(code string) (*words.Table, error) {
	if all := words.Languages(r.Assets); !slices.Contains(all, code) {
		return nil, usageError{fmt.Errorf("--language %q is not one of %s", code, strings.Join(all, ", "))}
	}
	return words.Load(r.Assets, code)
}
