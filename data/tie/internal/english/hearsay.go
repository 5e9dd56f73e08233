package english

import "entente/data/tie/internal/rules"

// posted are words for what people pass on that nobody vouches for.
var posted = rules.WordsOf("post", "posts", "claim", "claims", "caption", "captions", "video", "videos", "tweet", "tweets", "screenshot", "screenshots")

// hearsay says whether what a sentence tells is only what a post says: "Peru bought the port, reads the claim", "posts that claim
// Peru bought the port".
func (s *Reader) hearsay() bool {
	if !s.Has(&posted) {
		return false
	}
	for i := range s.Nodes {
		if !posted.Has(s.Fold(i)) {
			continue
		}
		next := i + 1
		if s.Fold(next) == "that" || s.Fold(next) == "which" {
			next++
		}
		if claiming(s.Fold(next)) || i > 1 && claiming(s.Fold(i-2)) {
			return true
		}
	}
	return false
}

// claiming says whether a word tells that something says so which may well be untrue.
func claiming(word string) bool {
	switch word {
	case "claim", "claims", "claimed", "claiming", "reads", "read", "alleges", "alleging", "purports", "purporting", "falsely":
		return true
	}
	return false
}

// asks says whether a heading or the first sentence asks whether something is so: "Has Peru bought the port?"
func (s *Reader) asks() bool {
	n := len(s.Nodes)
	if s.Index > 0 && !s.Sentence.Heading || n < 2 || s.Fold(n-1) != "?" {
		return false
	}
	switch s.Fold(0) {
	case "did", "does", "do", "has", "have", "had", "is", "are", "was", "were", "will", "would", "could", "can", "should", "may", "might":
		return true
	}
	return false
}
