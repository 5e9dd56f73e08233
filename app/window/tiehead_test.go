package window_test

import (
	"testing"

	"entente/data"
)

func TestHowSureATieIsStandsBesideItsStance(t *testing.T) {
	d := sit(t, quarrels(t))
	d.openTie(data.PairOf("JP", "RS"))
	d.sees("Conflict · tie 99% sure")
	d.missesAll("passages; ", "passage; ")
}
