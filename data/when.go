package data

import (
	"strings"
	"time"
)

// ValidWhen says whether s is a time that evidence can have: YYYY, YYYY-MM, YYYY-MM-DD, or two of these with a slash
// between, the earlier one first. The days must be in the calendar.
func ValidWhen(s string) bool {
	from, to, both := strings.Cut(s, "/")
	first, ok := firstDay(from)
	if !ok || !both {
		return ok
	}
	last, ok := firstDay(to)
	return ok && (!last.Before(first) || strings.HasPrefix(from, to))
}

// firstDay reads YYYY, YYYY-MM or YYYY-MM-DD as the first day that it may mean.
func firstDay(s string) (time.Time, bool) {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if len(s) == len(layout) {
			t, err := time.Parse(layout, s)
			return t, err == nil
		}
	}
	return time.Time{}, false
}
