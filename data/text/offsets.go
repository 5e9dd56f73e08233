package text

import "unicode/utf8"

// stride is the distance in bytes between the positions that Offsets remembers.
const stride = 256

// Offsets converts byte offsets of one text to code points, without reading the text from its start each time.
type Offsets struct {
	text  string
	runes []int32 // runes[i] is the number of code points that start before byte i*stride
}

// NewOffsets reads the text once.
func NewOffsets(text string) *Offsets {
	o := &Offsets{text: text, runes: make([]int32, 0, len(text)/stride+1)}
	count := int32(0)
	for i := 0; i < len(text); i++ {
		if i%stride == 0 {
			o.runes = append(o.runes, count)
		}
		if utf8.RuneStart(text[i]) {
			count++
		}
	}
	if len(text)%stride == 0 {
		o.runes = append(o.runes, count)
	}
	return o
}

// Rune gives the number of code points before the byte offset. Offsets outside the text count as its nearest end.
func (o *Offsets) Rune(byteOffset int) int {
	byteOffset = max(0, min(byteOffset, len(o.text)))
	block := byteOffset / stride
	count := int(o.runes[block])
	for i := block * stride; i < byteOffset; i++ {
		if utf8.RuneStart(o.text[i]) {
			count++
		}
	}
	return count
}
