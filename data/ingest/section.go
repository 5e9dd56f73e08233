package ingest

// section is the heading of furniture that a block stands under.
type section struct {
	reason  state // articleState for none
	at      int   // blocks since the heading, 1 for the first
	resumed bool  // the block ended the heading's reach by going on with the article
}

// prose counts the running words in the first n blocks.
func (sc *scoring) prose(n int) int {
	words := 0
	for i := range sc.blocks[:n] {
		if sc.blocks[i].prose() {
			words += sc.blocks[i].words
		}
	}
	return words
}

// reach is how many blocks a heading of furniture can have below it.
var reach = [states]int{navigationState: 12, relatedState: 60, advertState: 2, footerState: 12, subscriptionState: 4, sharingState: 1 << 30,
	captionState: 1, metadataState: 3, noticeState: 3}

// headings finds for each block the heading of furniture it stands under. A heading's reach ends with running text that
// has no headline before it and speaks of what the body speaks of. Unless wanted, no block stands under any.
func (sc *scoring) headings(wanted bool) []section {
	out := make([]section, len(sc.blocks))
	if !wanted {
		return out
	}
	var now section
	above, all := 0, sc.prose(len(sc.blocks))
	for i := range sc.blocks {
		b := &sc.blocks[i]
		if b.prose() {
			above += b.words
		}
		switch {
		case b.cued && b.cue.reason == sharingState && (above == 0 || above*4 < all && !sc.comments(i)): // buttons above the article
		case b.cued && (b.cue.mode == headLine || b.opens() || sc.comments(i)):
			now = section{reason: b.cue.reason}
			out[i] = section{}
			continue
		case now.reason != articleState && sc.resumes(i, now):
			now = section{}
			out[i] = section{resumed: true}
			continue
		case now.at >= reach[now.reason]:
			now = section{}
		}
		if now.reason != articleState {
			now.at++
		}
		out[i] = now
	}
	return out
}

// opens says whether a cue that is no whole line still announces what follows: "More from The Region".
func (b *block) opens() bool {
	return b.cue.reason == relatedState && b.cue.mode == atStart && b.words <= 9 && !b.sentence && !b.label
}

// replies are buttons that stand below what readers wrote, as keys.
var replies = map[string]bool{"reply": true, "report": true, "odgovori": true, "одговори": true, "ответить": true, "raspunde": true,
	"antworten": true, "repondre": true, "responder": true, "返信": true, "返信する": true, "回复": true, "rispondi": true}

// comments says whether block i heads what readers wrote: a sign of sharing with a button for replies soon below.
func (sc *scoring) comments(i int) bool {
	if sc.blocks[i].cue.reason != sharingState {
		return false
	}
	for k := i + 1; k < len(sc.blocks) && k <= i+8; k++ {
		if b := &sc.blocks[k]; b.words <= 2 && replies[keyOf(sc.text[b.Start:b.End], nil)] {
			return true
		}
	}
	return false
}

// resumes says whether block i takes the article up again below a heading of furniture.
func (sc *scoring) resumes(i int, now section) bool {
	b := &sc.blocks[i]
	if !b.sentence || b.words < 8 || b.truncated || b.cued {
		return false
	}
	after := i > 0 && sc.blocks[i-1].prose() && now.at > 1
	headline := i > 0 && sc.blocks[i-1].headline() && !sc.blocks[i-1].cued
	list := headline && now.at >= 2 && sc.blocks[i-2].headline() && !sc.blocks[i-2].cued // headlines without summaries
	switch now.reason {
	case relatedState, navigationState:
		none := now.at == 0 && b.words >= 20 // the heading's links were lost in copying
		return list || none || b.prose() && !headline && (b.overlap > 0.3 || after && b.overlap > 0.15) || after && b.words > 40
	case sharingState: // what readers wrote is long and on the subject
		return false
	}
	return b.words > 40 || b.prose() && b.overlap > 0.3
}

// below adds what standing under a heading of furniture tells.
func (sc *scoring) below(i int, under section, out *hints) {
	b := &sc.blocks[i]
	switch under.reason {
	case relatedState, navigationState:
		switch {
		case b.truncated:
			out[under.reason]++
		case b.prose() && i > 0 && sc.blocks[i-1].headline():
			out[under.reason] += b.body() * (1 - 0.8*max(b.overlap, 0)) // a headline and its summary
		case b.prose():
			out[under.reason] += 0.35 * b.body()
		case b.headline():
			out[under.reason] += 0.7
		default:
			out[under.reason] += 0.4
		}
	case advertState:
		switch overlap := max(b.overlap, 0); {
		case under.at == 1 && b.words <= 14:
			out[advertState] += max(0, 4-6*overlap)
		case under.at == 1 && b.words <= 30:
			out[advertState] += max(0, 1.5-3*overlap)
		}
	case subscriptionState, metadataState, noticeState:
		if under.at <= 2 && b.words <= 45 {
			out[under.reason] += 3 - 4*max(b.overlap, 0)
		}
	case sharingState:
		out[sharingState] += 0.5 + 0.8*b.body()
	}
}
