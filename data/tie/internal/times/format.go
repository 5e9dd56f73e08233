package times

import (
	"strconv"
	"time"
)

// format writes a day, or the month where none is told or it has no such day: a slip such as 31 June is in June.
func format(year, month, day int) string {
	var room [len("2006-01-02")]byte
	out := padded(append(padded(room[:0], year, 1000), '-'), month, 10)
	if day > 0 && day <= time.Date(year, time.Month(month+1), 0, 0, 0, 0, 0, time.UTC).Day() {
		out = padded(append(out, '-'), day, 10)
	}
	return string(out)
}

// yearOf writes a year.
func yearOf(year int) string {
	var room [len("2006")]byte
	return string(padded(room[:0], year, 1000))
}

// twoDigits writes the number of a day or month.
func twoDigits(n int) string {
	var room [2]byte
	return string(padded(room[:0], n, 10))
}

// padded appends a number with zeros before it up to the place of the digit given: 10 for two digits, 1000 for four.
func padded(out []byte, n, place int) []byte {
	for ; place > 1 && n < place; place /= 10 {
		out = append(out, '0')
	}
	return strconv.AppendInt(out, int64(n), 10)
}
