package window

import (
	"testing"

	"entente/data/store"
)

func TestPeriodsToCompareAreWhereMostPassagesAre(t *testing.T) {
	years := func(list ...any) (out []store.Period) {
		for i := 0; i < len(list); i += 2 {
			out = append(out, year(list[i].(string), list[i+1].(int)))
		}
		return out
	}
	for _, c := range []struct {
		name           string
		counts         store.Counts
		before, after  string // of the halves
		last, lastBut1 string // of the years
	}{
		{"nothing is dated", store.Counts{}, "", "", "", ""},
		{"one year without months", store.Counts{Years: years("2024", 9)}, "", "", "", ""},
		{"one year by months", store.Counts{Years: years("2024", 9), Months: years("2024-02", 5, "2024-07", 4)}, "2024-02", "2024-07", "", ""},
		{"two years", store.Counts{Years: years("2023", 6, "2024", 9)}, "2023", "2024", "2024", "2023"},
		{"a treaty long ago", store.Counts{Years: years("1622", 1, "1945", 2, "2021", 8, "2022", 9, "2023", 9, "2024", 8)},
			"2021/2022", "2023/2024", "2024", "2023"},
		{"plans for far years", store.Counts{Years: years("2022", 9, "2023", 11, "2024", 12, "2030", 1, "2050", 2)},
			"2022/2023", "2024", "2024", "2023"},
		{"two times with a gap", store.Counts{Years: years("1999", 10, "2023", 10)}, "1999", "2023", "2023", "1999"},
		{"nearly all in one year", store.Counts{Years: years("2022", 1, "2023", 30)}, "2022", "2023", "2023", "2022"},
		{"nearly all in one year, by months", store.Counts{Years: years("2022", 1, "2023", 30),
			Months: years("2022-01", 1, "2023-03", 10, "2023-04", 10, "2023-05", 10)}, "2023-03/2023-04", "2023-05", "2023", "2022"},
		{"a thin year at the end of what most is from", store.Counts{Years: years("1900", 9, "1950", 10, "2021", 25, "2022", 25, "2023", 28, "2024", 2)},
			"2021/2022", "2023", "2023", "2022"},
		{"a thin year at the end", store.Counts{Years: years("2019", 1, "2021", 20, "2022", 30, "2023", 20, "2024", 1)},
			"2021/2022", "2023", "2023", "2022"},
	} {
		two := halves(c.counts)
		if two[0].String() != c.before || two[1].String() != c.after {
			t.Errorf("%s: halves %v and %v, want %s and %s", c.name, two[0], two[1], c.before, c.after)
		}
		two = lastTwo(c.counts.Years, byYear)
		if two[0].String() != c.lastBut1 || two[1].String() != c.last {
			t.Errorf("%s: last years %v and %v, want %s and %s", c.name, two[0], two[1], c.lastBut1, c.last)
		}
	}
}
