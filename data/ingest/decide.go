package ingest

import (
	"entente/data"
)

// state is what a block is: the article, or furniture for one of the reasons.
type state uint8

const (
	articleState state = iota
	navigationState
	relatedState
	advertState
	footerState
	subscriptionState
	sharingState
	captionState
	metadataState
	noticeState
	states
)

// reasonOf holds the reason for each state but the article.
var reasonOf = [states]data.Reason{"", data.Navigation, data.Related, data.Advert, data.Footer, data.Subscription,
	data.Sharing, data.Caption, data.Metadata, data.Notice}

func stateOf(r data.Reason) state {
	for s, known := range reasonOf {
		if known == r {
			return state(s)
		}
	}
	return noticeState
}

// What a change of state costs. Going over to furniture and back costs more than a weak sign is worth, so that a single
// doubtful line stays in the article.
const (
	leave  = 1.2 // from the article to furniture
	resume = 1.0 // from furniture to the article
	change = 0.3 // between two kinds of furniture
	begin  = 0.7 // to begin with furniture
)

// decide says what each block is: the cheapest course through all blocks, given the scores of each.
func decide(blocks []block, scores []hints) []state {
	if len(blocks) == 0 {
		return nil
	}
	var best hints
	for s := range best {
		best[s] = scores[0][s]
		if state(s) != articleState {
			best[s] -= begin
		}
	}
	from := make([][states]state, len(blocks))
	for i := 1; i < len(blocks); i++ {
		best = step(best, &scores[i], &from[i])
	}
	end := articleState
	for s := range best {
		if best[s] > best[end] {
			end = state(s)
		}
	}
	out := make([]state, len(blocks))
	for i := len(blocks) - 1; i >= 0; i-- {
		out[i] = end
		end = from[i][end]
	}
	return out
}

// step goes on by one block. Only the best kind of furniture need be looked at for a change, so a step takes the same
// time whatever the number of states squared.
func step(best hints, score *hints, from *[states]state) hints {
	top := navigationState
	for s := navigationState + 1; s < states; s++ {
		if best[s] > best[top] {
			top = s
		}
	}
	var next hints
	for s := state(0); s < states; s++ {
		value, source := best[s], s
		if s == articleState {
			value, source = better(value, source, best[top]-resume, top)
		} else {
			value, source = better(value, source, best[articleState]-leave, articleState)
			value, source = better(value, source, best[top]-change, top)
		}
		next[s], from[s] = value+score[s], source
	}
	return next
}

func better(value float32, source state, other float32, from state) (float32, state) {
	if other > value {
		return other, from
	}
	return value, source
}

// omit turns the blocks that are not article into the list of omitted parts; neighbours of one reason become one part.
func omit(blocks []block, what []state) []data.Omitted {
	var out []data.Omitted
	for i, s := range what {
		if s == articleState {
			continue
		}
		if n := len(out); n > 0 && i > 0 && what[i-1] == s {
			out[n-1].End = blocks[i].End
			continue
		}
		out = append(out, data.Omitted{Span: blocks[i].Span, Reason: reasonOf[s]})
	}
	return out
}
