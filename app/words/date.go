package words

import (
	"strconv"
	"strings"
)

// Date writes YYYY, YYYY-MM, YYYY-MM-DD or "FROM/TO" of these as people read it: "24 October 2024", "October 2024". What
// has another form is given back as it is.
func (t *Table) Date(iso string) string {
	if from, to, ok := strings.Cut(iso, "/"); ok {
		return t.Say("date.range", "from", t.Date(from), "to", t.Date(to))
	}
	parts := strings.Split(iso, "-")
	for _, p := range parts {
		if _, err := strconv.ParseUint(p, 10, 16); err != nil {
			return iso
		}
	}
	if len(parts) > 1 && !t.Has("month."+month(parts[1])) {
		return iso
	}
	switch len(parts) {
	case 1:
		return t.Say("date.year", "year", iso)
	case 2:
		return t.Say("date.month", "month", t.Say("month."+month(parts[1])), "year", parts[0])
	case 3:
		return t.Say("date.day", "day", strings.TrimLeft(parts[2], "0"), "month", t.Say("month.day."+month(parts[1])), "year", parts[0])
	}
	return iso
}

// month is the name of a month's key: a language may bend the month's name after a day.
func month(two string) string { return strings.TrimLeft(two, "0") }
