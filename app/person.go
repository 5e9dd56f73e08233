package app

import (
	"cmp"
	"os"
	"os/user"
	"strings"
)

// Person is the name of whoever sits at this computer, for the history of decisions: the full name that the system knows,
// else the name of the account, else "".
func Person() string {
	name := ""
	if u, err := user.Current(); err == nil {
		full, _, _ := strings.Cut(u.Name, ",") // Unix keeps rooms and telephones behind commas
		name = cmp.Or(strings.TrimSpace(full), u.Username)
	}
	return cmp.Or(name, os.Getenv("USER"), os.Getenv("USERNAME"))
}
