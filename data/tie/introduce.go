package tie

// introduce reads what the head of an article says of it as a whole: whether it is about sport, and who "we" are.
func (r *reader) introduce() {
	hits, seen := 0, map[string]bool{}
	for i := range r.doc.Tokens {
		w := r.vocab.at(r.doc.Fold(i))
		if w == nil || w.classes&isSport == 0 || seen[r.doc.Fold(i)] {
			continue
		}
		seen[r.doc.Fold(i)] = true
		hits++
	}
	r.sport = hits >= 3 && hits*300 >= len(r.doc.Tokens)
}
