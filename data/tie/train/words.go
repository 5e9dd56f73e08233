package main

import (
	"cmp"
	"fmt"
	"slices"

	"entente/data"
	"entente/data/labelled"
	"entente/data/mention"
	"entente/data/text"
	"entente/data/tie"
	"entente/data/tie/internal/learn"
	"entente/data/tie/internal/lexis"
	"entente/data/tie/internal/pairing"
)

// leastSeen is in how many sentences a word must stand at a place for it to be learnt.
const leastSeen = 3

// wordsPenalty holds what words say near to nothing, see learn.Fit.
const wordsPenalty = 4

// plainWords are the sentences that what words say is learnt from.
type plainWords struct {
	numbers  map[lexis.Feature]int // 1 + the place of each feature in features
	features []lexis.Feature
	tones    []learn.Bag   // every two parties that a sentence ties, and every sentence as a whole
	unseen   []*tie.Finder // by part
}

// toneOf gives whether a careful reader takes a passage for hostile, and how surely that is known; 0 for not at all. Where each sentence
// has an answer that is the one of the passage; else it is that of the article, which a passage with its key words shares more surely.
func toneOf(t *labelled.Text, pair data.Pair, span data.Span) (hostile bool, weight float64) {
	if pair == (data.Pair{}) {
		return toneOfSentence(t, span)
	}
	stance, weight := data.Stance(""), 1.0
	if len(t.Said) > 0 {
		for _, s := range t.Said {
			if one := s.Pairs[pair]; one != "" && s.Span.Start < span.End && span.Start < s.Span.End {
				stance = one
			}
		}
	} else if answer, tied := t.Ties[pair]; tied {
		stance = answer.Stances[0]
		if !holds(t.Article.Text, span, answer.Anchor) {
			weight = 0.5
		}
	}
	switch stance {
	case data.Conflict:
		return true, weight
	case data.Cooperation:
		return false, weight
	}
	return false, 0
}

// toneOfSentence does the same for a sentence that may tie several pairs, where all are told of in one way.
func toneOfSentence(t *labelled.Text, span data.Span) (hostile bool, weight float64) {
	good, bad := false, false
	tell := func(s data.Stance) { good, bad = good || s == data.Cooperation, bad || s == data.Conflict }
	for _, s := range t.Said {
		if s.Span.Start < span.End && span.Start < s.Span.End {
			for _, stance := range s.Pairs {
				tell(stance)
			}
		}
	}
	for _, answer := range t.Ties {
		if len(t.Said) == 0 && holds(t.Article.Text, span, answer.Anchor) {
			tell(answer.Stances[0])
		}
	}
	if good == bad {
		return false, 0
	}
	return bad, 1
}

// learnWords learns what words say: from all texts, and for each part of them from the others.
func learnWords(texts []labelled.Text, finder *tie.Finder, mentions *mention.Finder) *plainWords {
	all := &plainWords{numbers: map[lexis.Feature]int{}}
	seen := map[lexis.Feature]int{}
	var instances []pairing.WordsInstance
	var from []*labelled.Text
	blank := finder.Wording(lexis.New(0, nil, nil))
	for i := range texts {
		t := &texts[i]
		doc := text.Parse(&t.Article)
		blank.Learn(&t.Article, doc, mentions.Find(&t.Article, doc), pairing.Lessons{Words: func(in pairing.WordsInstance) {
			if _, weight := toneOf(t, in.Pair, in.Span); weight > 0 {
				instances, from = append(instances, in), append(from, t)
				for _, f := range in.Features {
					seen[f]++
				}
			}
		}})
	}
	for i, in := range instances {
		all.add(from[i], in, seen)
	}
	for fold := range learn.Folds {
		all.unseen = append(all.unseen, finder.Wording(all.fit(func(article string) bool { return learn.FoldOf(article) != fold })))
	}
	return all
}

// finderOf gives a finder whose words were learnt from the texts of other parts than that of an article.
func (all *plainWords) finderOf(article string) *tie.Finder { return all.unseen[learn.FoldOf(article)] }

// add adds the words of a sentence that were seen often enough.
func (all *plainWords) add(t *labelled.Text, in pairing.WordsInstance, seen map[lexis.Feature]int) {
	one := learn.Instance{Features: []learn.Feature{{Index: 0, Amount: 1}}}
	slices.SortFunc(in.Features, func(a, b lexis.Feature) int {
		return cmp.Or(cmp.Compare(a.Place, b.Place), cmp.Compare(a.Word, b.Word))
	})
	for _, f := range in.Features {
		if seen[f] < leastSeen {
			continue
		}
		if all.numbers[f] == 0 {
			all.features = append(all.features, f)
			all.numbers[f] = len(all.features)
		}
		one.Features = append(one.Features, learn.Feature{Index: all.numbers[f], Amount: 1})
	}
	hostile, weight := toneOf(t, in.Pair, in.Span)
	all.tones = append(all.tones, learn.Bag{Article: t.ID, Weight: weight, Tied: hostile, Instances: []learn.Instance{one}})
}

// fit learns what words say from the articles that are wanted.
func (all *plainWords) fit(wanted func(article string) bool) *lexis.Model {
	var bags []learn.Bag
	for _, b := range all.tones {
		if wanted(b.Article) {
			bags = append(bags, b)
		}
	}
	w := learn.Fit(bags, 1+len(all.features), wordsPenalty)
	return lexis.New(w[0], all.features, w[1:])
}

// String tells how much there is to learn from.
func (all *plainWords) String() string {
	return fmt.Sprintf("%d passages, %d words at their places", len(all.tones), len(all.features))
}
