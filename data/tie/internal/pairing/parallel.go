package pairing

import (
	"cmp"
	"slices"

	"entente/data"
)

// apart says whether a sentence sets two parties against each other as places and says no more of them: "in Peru prices fell,
// while in Chile they rose".
func (s *Article) apart(sentence int, pair data.Pair) bool {
	sen := &s.Doc.Sentences[sentence]
	i, _ := slices.BinarySearchFunc(s.Mentions, sen.Start, func(m data.Mention, at int) int { return cmp.Compare(m.Start, at) })
	before, contrast := sen.First, false
	var seen [2]bool
	for ; i < len(s.Mentions) && s.Mentions[i].Start < sen.End; i++ {
		m := &s.Mentions[i]
		if !pair.Has(m.Country) {
			continue
		}
		at := s.Doc.TokenAt(m.Start)
		if !s.inPlaceAt(at, sen.First) {
			return false
		}
		if seen[0] || seen[1] {
			contrast = contrast || s.contrastIn(before, at)
		}
		seen[0], seen[1], before = seen[0] || m.Country == pair[0], seen[1] || m.Country == pair[1], at
	}
	return seen[0] && seen[1] && (contrast || s.severally(sen.First, sen.Last))
}

// severally says whether tokens tell that what is told of several is done by each alone: "working separately", "for different reasons".
func (s *Article) severally(from, to int) bool {
	for i := from; i < to; i++ {
		switch s.Doc.Fold(i) {
		case "separately", "respectively", "independently", "different", "unrelated":
			return true
		}
	}
	return false
}

// districtReach is how far before a name "in the western districts of" may begin.
const districtReach = 5

// inPlaceAt says whether "in" or "across" stands before a token, in a sentence that begins at first.
func (s *Article) inPlaceAt(at, first int) bool {
	if at--; at >= first && s.Doc.Fold(at) == "the" {
		at--
	}
	if at >= first && s.Doc.Fold(at) == "of" {
		for k := at - 1; k >= max(first, at-districtReach); k-- {
			if s.Doc.Fold(k) == "in" {
				return true
			}
		}
	}
	if at < first {
		return false
	}
	switch s.Doc.Fold(at) {
	case "in", "across", "throughout", "at":
		return true
	}
	return false
}

// contrastIn says whether a word or sign that parts what is told of one place from what is told of the next stands between tokens.
func (s *Article) contrastIn(from, to int) bool {
	for i := from; i < to; i++ {
		switch s.Doc.Fold(i) {
		case "while", "whereas", "but", "though", "although", ";":
			return true
		case "and", "as":
			if i > from && s.Doc.Fold(i-1) == "," { // "prices rose in Peru, and a storm shut the mines in Chile"
				return true
			}
		}
	}
	return false
}
