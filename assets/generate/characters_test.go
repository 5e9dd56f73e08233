package main

import "testing"

func TestCharacterLinesGatherTheOldFormsOfASign(t *testing.T) {
	got := characterLines("# remark\n發\t发\n髮\t发\n乾\t干 乾\n一\t一\n㑯\t㑔\n")
	if want := "发發髮\n干乾\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
