package index

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"entente/data"
)

// recordSize is the size of one packed piece of evidence: two parties, fields, flags, bonds, the first and last day of its
// time, confidence.
const recordSize = 24

// The flags of a record: two bits of stance, three of modality, two of verdict, one for disputed figures.
const (
	modalityShift = 2
	verdictShift  = 5
	disputed      = 1 << 7
)

// The bonds of a record: whether it shares the passage of the one before, and who acts upon the other. A record of a library
// of schema 1 tells no direction.
const (
	shares     = 1 << 0
	fromFirst  = 1 << 1
	fromSecond = 1 << 2
)

// bondsAt is where a record has its bonds.
const bondsAt = 7

var verdicts = []data.Verdict{data.Undecided, data.Accepted, data.Rejected}

// accepted is the place of data.Accepted in verdicts.
const accepted = 1

// Pack turns an article's evidence into records, in the order given. It gives data.ErrInvalid for a field, stance,
// modality or verdict that data does not list.
func Pack(evidence []data.Evidence) ([]byte, error) {
	packed := make([]byte, 0, len(evidence)*recordSize)
	for i := range evidence {
		e := &evidence[i]
		if !e.Pair.Valid() {
			return nil, fmt.Errorf("pair %q: %w", e.Pair, data.ErrInvalid)
		}
		fields, err := fieldMask(e.Fields)
		if err != nil {
			return nil, err
		}
		flags, err := flagsOf(e)
		if err != nil {
			return nil, err
		}
		when := parseWhen(e.When)
		packed = append(packed, e.Pair[0][0], e.Pair[0][1], e.Pair[1][0], e.Pair[1][1])
		packed = binary.LittleEndian.AppendUint16(packed, fields)
		bonds := senderOf(e)
		if i > 0 && e.Span == evidence[i-1].Span {
			bonds |= shares
		}
		packed = append(packed, flags, bonds)
		packed = binary.LittleEndian.AppendUint32(packed, uint32(when.lo))
		packed = binary.LittleEndian.AppendUint32(packed, uint32(when.hi))
		packed = binary.LittleEndian.AppendUint64(packed, math.Float64bits(e.Confidence))
	}
	return packed, nil
}

// senderOf tells who acts upon the other, as bonds.
func senderOf(e *data.Evidence) uint8 {
	switch e.From {
	case e.Pair[0]:
		return fromFirst
	case e.Pair[1]:
		return fromSecond
	}
	return 0
}

func fieldMask(fields []data.Field) (uint16, error) {
	var mask uint16
	for _, f := range fields {
		i := slices.Index(data.Fields, f)
		if i < 0 {
			return 0, fmt.Errorf("field %q: %w", f, data.ErrInvalid)
		}
		mask |= 1 << i
	}
	return mask, nil
}

func flagsOf(e *data.Evidence) (uint8, error) {
	stance, modality := slices.Index(data.Stances, e.Stance), slices.Index(data.Modalities, e.Modality)
	verdict := slices.Index(verdicts, e.Decision)
	switch {
	case stance < 0 || e.Stance == data.Mixed:
		return 0, fmt.Errorf("stance %q: %w", e.Stance, data.ErrInvalid)
	case modality < 0:
		return 0, fmt.Errorf("modality %q: %w", e.Modality, data.ErrInvalid)
	case verdict < 0:
		return 0, fmt.Errorf("decision %q: %w", e.Decision, data.ErrInvalid)
	}
	flags := uint8(stance | modality<<modalityShift | verdict<<verdictShift)
	for _, f := range e.Figures {
		if f.Dispute {
			flags |= disputed
		}
	}
	return flags, nil
}

// SameFindings says whether two packed lists hold the same evidence. Their bonds may differ: a library of schema 1 that
// cannot be upgraded lacks them.
func SameFindings(a, b []byte) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && i%recordSize != bondsAt {
			return false
		}
	}
	return true
}

// row is one piece of evidence in memory. pair is a number that the index gives.
type row struct {
	when       span
	confidence float64
	pair       uint32
	fields     uint16
	flags      uint8
	bonds      uint8
}

func (r *row) stance() uint8   { return r.flags & 3 }
func (r *row) modality() uint8 { return r.flags >> modalityShift & 7 }
func (r *row) verdict() uint8  { return r.flags >> verdictShift & 3 }
func (r *row) disputed() bool  { return r.flags&disputed != 0 }

// sure is data.Evidence.Sure with the least confidence.
func (r *row) sure(least float64) bool { return r.confidence >= least || r.verdict() == accepted }

// tenths is how many tenths of all confidence the row reaches, as data.Evidence.Sure has it.
func (r *row) tenths() uint8 {
	if r.verdict() == accepted {
		return Tenths - 1
	}
	n := min(uint8(10*r.confidence), Tenths-1)
	if n < Tenths-1 && r.confidence >= tenthsFrom[n+1] { // each begins a little below itself
		n++
	}
	return n
}

// tenthsFrom is where each tenth of all confidence begins.
var tenthsFrom = func() (from [Tenths]float64) {
	for n := range from {
		from[n] = data.LeastConfidence(10 * n)
	}
	return from
}()

// shares says whether the row stands in the passage of the row before, in the same article.
func (r *row) shares() bool { return r.bonds&shares != 0 }

// unpack reads one record. The pair is left to the index.
func unpack(rec []byte) row {
	le := binary.LittleEndian
	return row{
		fields:     le.Uint16(rec[4:]),
		flags:      rec[6],
		bonds:      rec[bondsAt],
		when:       span{int32(le.Uint32(rec[8:])), int32(le.Uint32(rec[12:]))},
		confidence: math.Float64frombits(le.Uint64(rec[16:])),
	}
}
