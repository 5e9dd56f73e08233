package ingest

// scoring holds what the scores of a text's blocks are worked out from.
type scoring struct {
	text   string
	blocks []block
	first  int // first block of prose, or len(blocks)
	last   int // last block of prose that is under no heading of furniture, or -1
	title  int // block of the title, or -1
	tail   int // first sign of furniture after last, or len(blocks)
}

// scoreAll gives each block a score for each state, and the index of the title or -1. It says false when nothing at all
// hints at furniture; then there are no scores.
//
// With sections false the headings of furniture speak for themselves alone and not for what follows them.
func scoreAll(s string, blocks []block, sections bool) (scores []hints, hinted bool, title int) {
	sc := scoring{text: s, blocks: blocks, first: len(blocks), last: -1}
	sc.overlaps()
	under := sc.headings(sections)
	for i := range blocks {
		if blocks[i].prose() && under[i].reason == articleState {
			if sc.first == len(blocks) && sc.settled(i) {
				sc.first = i
			}
			sc.last = i
		}
	}
	sc.tail = sc.last + 1
	for sc.tail < len(blocks) && !(blocks[sc.tail].cued && blocks[sc.tail].cue.mode != weakLine) {
		sc.tail++
	}
	sc.title = titleOf(s, blocks, sc.first)
	if !anyHint(blocks) {
		return nil, false, sc.title
	}
	scores = make([]hints, len(blocks))
	for i := range blocks {
		sc.score(i, under[i], &scores[i])
	}
	sc.headlines(scores)
	sc.menus(scores)
	return scores, true, sc.title
}

// enough headlines in a row, after the last running text, are no part of the article.
const enough = 3

// anyHint says whether anything at all suggests furniture. Most clean texts are done here.
func anyHint(blocks []block) bool {
	run := 0
	for i := range blocks {
		b := &blocks[i]
		if b.cued || b.truncated || b.link > 0 || b.repeated || b.bullet || b.hint != (hints{}) {
			return true
		}
		if run++; !b.headline() || b.words < 5 {
			run = 0
		}
		if run >= enough {
			return true
		}
	}
	return false
}

// settled says whether running text has begun at block i: a little farther on there is more. A lone paragraph above the
// menu is a banner.
func (sc *scoring) settled(i int) bool {
	if b := &sc.blocks[i]; b.overlap > 0.2 || b.words >= 30 {
		return true
	}
	for k := i + 1; k < len(sc.blocks) && k <= i+60; k++ {
		if sc.blocks[k].sentence && sc.blocks[k].words >= 8 && !sc.blocks[k].cued {
			return k <= i+8
		}
	}
	return true // there is no other
}

// prose says whether a block is surely running text.
func (b *block) prose() bool { return b.sentence && b.words >= 12 && !(b.cued && b.words < 30) }

// headline says whether a block has the form of a headline.
func (b *block) headline() bool {
	return !b.sentence && b.words >= 3 && b.words <= 22 && b.capital && !b.truncated
}

// score fills in the scores of block i.
func (sc *scoring) score(i int, under section, out *hints) {
	b := &sc.blocks[i]
	*out = b.hint
	out[articleState] += b.body() - sc.doubt(i)
	if i > sc.tail && sc.last >= 0 && (!b.sentence || b.words < 8) {
		out[articleState] = min(out[articleState], b.hint[articleState]) - 0.3 // only running text takes up an article that is over
	}
	if b.cued {
		out[b.cue.reason] += b.strength()
	}
	out[navigationState] += b.link
	if b.repeated {
		out[navigationState] += 1.6
	}
	if b.bullet && !b.sentence {
		out[relatedState] += 0.7
	}
	sc.teaser(i, out)
	if under.resumed {
		out[articleState] += 1.2
	}
	if under.reason != articleState {
		sc.below(i, under, out)
	}
	switch {
	case b.title:
		out[articleState] += 6
	case i == sc.title:
		out[articleState] += 4
	case (i < sc.first+3 || i > sc.last) && b.words <= 16 && byline(sc.text[b.Start:b.End]):
		out[metadataState] += 4
	}
}

// teaser adds what breaking off tells: a headline and a sentence that ends in dots are a teaser. Where all is cut short,
// that is the article.
func (sc *scoring) teaser(i int, out *hints) {
	b := &sc.blocks[i]
	long := func(o *block) bool { return o.truncated && o.words >= 8 }
	if sc.last < 0 {
		if long(b) && b.link == 0 {
			out[articleState] += 4
		}
		return
	}
	if b.truncated {
		out[relatedState] += truncation(b)
	}
	if long(b) && i > 0 && sc.blocks[i-1].headline() {
		out[relatedState]++
	}
	if b.headline() && i+1 < len(sc.blocks) && long(&sc.blocks[i+1]) {
		out[relatedState] += 1.5
	}
}

// doubt is what running text loses by its place: above the title, or after many signs of furniture when it speaks of
// something else.
func (sc *scoring) doubt(i int) float32 {
	b := &sc.blocks[i]
	if !b.sentence || b.words < 8 || b.title || i == sc.title {
		return 0
	}
	if b.overlap < 0 || b.overlap > 0.25 {
		return 0
	}
	if i < sc.title {
		return 1.5
	}
	cues := 0
	for k := i - 1; k > sc.title && k > i-40; k-- {
		switch o := &sc.blocks[k]; {
		case o.prose() && o.overlap > 0.25:
			k = 0
		case o.cued && o.cue.mode != weakLine:
			cues++
		}
	}
	return min(3, 0.8*float32(max(cues-6, 0)))
}

// menus adds what short lines between a menu and the title are: more of the menu.
func (sc *scoring) menus(scores []hints) {
	const many = 8
	seen := false
	for i := 0; i < len(sc.blocks) && i < sc.title; i++ {
		b := &sc.blocks[i]
		seen = seen || b.cued && b.cue.reason != metadataState || b.link > 1
		if seen && !b.sentence && (b.words <= 3 && b.capital || sc.title > many) {
			scores[i][navigationState] += 0.4
		}
	}
}

// body scores a block for being article, from its form and from its words.
func (b *block) body() float32 {
	score := float32(0.1) // in doubt it is the article
	switch {
	case b.truncated && b.ownWords():
		score = 1.5
	case b.truncated && b.words >= 8:
		score = -0.5
	case b.truncated:
		score = -0.8
	case b.sentence && b.words >= 30:
		score = 5
	case b.sentence && b.words >= 20:
		score = 4
	case b.sentence && b.words >= 12:
		score = 3
	case b.sentence && b.words >= 8:
		score = 2
	case b.sentence && b.words >= 4:
		score = 1
	case b.words > 22 && !b.sentence:
		score = 1.5
	case b.sentence:
		score = 0.3
	}
	if b.overlap >= 0 && b.words >= 5 {
		score += 2 * (b.overlap - 0.2)
	}
	return score
}

// strength is what a block's cue is worth: less in a full sentence, which may use the words in earnest.
func (b *block) strength() float32 {
	s := strengths[b.cue.mode]
	switch {
	case b.cue.mode == atStart && b.sentence && b.words > 12 && b.cue.reason != footerState:
		return 1.5
	case b.cue.mode >= atStart && b.sentence && b.words > 12:
		return s + b.body()/2 // it would else be kept as prose
	case b.cue.mode == atStart && b.cue.reason == relatedState && b.label:
		return s + 1 // "Read also: Title of another article"
	case b.cue.mode == atStart && b.words > 12:
		return 3
	}
	return s
}

// ownWords says whether a text that breaks off is long and on the subject: some writers like to end with dots.
func (b *block) ownWords() bool { return b.words >= 30 && b.overlap > 0.3 }

func truncation(b *block) float32 {
	switch {
	case b.ownWords():
		return 0.5
	case b.words >= 8:
		return 1.5
	}
	return 1
}

// headlines adds what a run of headlines after the last running text tells: no article ends with three of them.
func (sc *scoring) headlines(scores []hints) {
	run := 0
	for i := sc.last + 1; i <= len(sc.blocks); i++ {
		if i < len(sc.blocks) && sc.blocks[i].headline() && sc.blocks[i].words >= 5 && sc.blocks[i].overlap < 0.4 {
			run++
			continue
		}
		list := i-run > 0 && sc.blocks[i-run-1].colon // "Signed were:"
		if run >= enough && sc.last >= 1 && !list {
			for k := i - run; k < i; k++ {
				scores[k][relatedState] += 0.8
			}
		}
		run = 0
	}
}
