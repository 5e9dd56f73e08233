package rules

import (
	"fmt"
	"io/fs"
	"reflect"
	"strings"
)

// Lists are the words that single rules ask for: those of assets/rules/lists.tsv, a field for each list there, which tells what
// its words are. ToBlame holds the list to-blame.
type Lists struct {
	Access, Ahead, Amends, AnyFirm, Apt, Arrests, AsksFor, Bombs, Borderly, BothHeaded, Catch, Ceasing, Chief, Closed,
	Consumes, Costs, Counterparts, Courts, Crowds, Custody, Debts, Defects, Deplores, Disasters, Due, Duties, Easy,
	Ending, Entering, Exiles, Fears, Fences, Fighters, Fights, Folk, Freed, Frontier, Fuels, Gates, Gets, Gone, Healing,
	Helpers, Holdings, IllNames, Intents, Invites, Isles, Judges, Keeps, Lapses, Lasting, Leaving, LetLapse, Levied, Liftings,
	Lives, Looms, Loss, Lower, ManyPeople, Marks, Matters, Mending, Money, Nature, Nowise, Occurs, OfState, OfVerbs,
	Offers, Outrages, Overdue, Owed, Owes, OwnPeople, Papers, Partnering, Passes, Passing, Peace, People, Perhaps, Perils,
	Persons, Plies, Poisons, Pondering, Portions, Possible, Posts, Proofs, Ranks, Reaches, Registers, Reins, Replies, Resuming,
	Risking, Rulers, Sayings, Seafarers, Senses, Serves, Ships, Shrugs, Soothing, Sources, Spans, Staffs, Standstill,
	Startles, Stiff, Stopping, Suffers, Supposals, Taxes, ToBlame, Under, Undertakings, Untrue, Unwilling, Volleys,
	Walls, Waning, Watches, Wields, Wishes, Wooed, Works Words
}

// loadLists reads the lists. Each has at least one word, and none has a word twice.
func loadLists(fsys fs.FS) (*Lists, error) {
	const table = "rules/lists.tsv"
	l := &Lists{}
	named := l.named()
	err := Table(fsys, table, 2, func(c []string) error {
		w := named[c[0]]
		switch {
		case w == nil:
			return fmt.Errorf("unknown list %q", c[0])
		case c[1] == "":
			return fmt.Errorf("no word in a row of %s", c[0])
		case w.Has(c[1]):
			return fmt.Errorf("word %q is twice in %s", c[1], c[0])
		}
		w.add(c[1])
		return nil
	})
	if err != nil {
		return nil, err
	}
	for name, w := range named {
		if len(w.list) == 0 {
			return nil, fmt.Errorf("read %s: no word of %s", table, name)
		}
	}
	return l, nil
}

// named gives the lists by their names in the table.
func (l *Lists) named() map[string]*Words {
	out := map[string]*Words{}
	fields := reflect.ValueOf(l).Elem()
	for i := range fields.NumField() {
		out[listName(fields.Type().Field(i).Name)] = fields.Field(i).Addr().Interface().(*Words)
	}
	return out
}

// listName gives the name in the table of a field: "to-blame" for ToBlame.
func listName(field string) string {
	var b strings.Builder
	for i, r := range strings.ToLower(field) {
		if i > 0 && field[i] != byte(r) {
			b.WriteByte('-')
		}
		b.WriteRune(r)
	}
	return b.String()
}
