package proof

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	imagedraw "image/draw"
	"image/png"
	"io"

	"entente/geo/draw"
	"entente/geo/draw/raster"
)

// keyword names the text chunk of a PNG that holds the record.
const keyword = "entente"

// pngMagic begins every PNG, and pngEnd, the empty last chunk, ends it.
var (
	pngMagic = []byte("\x89PNG\r\n\x1a\n")
	pngEnd   = []byte("\x00\x00\x00\x00IEND\xae\x42\x60\x82")
)

// mostPixels bounds a side of a picture that is read, and mostRecord the bytes of a record: more is no file of Entente's.
const (
	mostPixels = 16384
	mostRecord = 256 << 20
)

// WritePNG draws a picture of width by height pixels, with scale pixels to a unit, and writes it as PNG with its record.
// The drawing's digest is that of the pixels, so it also holds after another program has packed the file better.
func WritePNG(w io.Writer, r *raster.Renderer, width, height int, scale float64, paint func(draw.Canvas), rec *Record, notes ...raster.Note) error {
	if width < 1 || height < 1 || width > mostPixels || height > mostPixels {
		return fmt.Errorf("draw picture: %d by %d pixels cannot be drawn", width, height)
	}
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	r.Draw(img, scale, paint)
	drawing := make(chan string, 1)
	go func() { drawing <- pixels(img) }() // beside the packing, which takes longer
	var file bytes.Buffer
	if err := raster.EncodePNG(&file, img, 96*scale, notes...); err != nil {
		return err
	}
	sealed, err := rec.sealed(<-drawing)
	if err != nil {
		return err
	}
	body, ok := bytes.CutSuffix(file.Bytes(), pngEnd)
	if !ok {
		return fmt.Errorf("draw picture: the file has no end")
	}
	for _, part := range [][]byte{body, textChunk(sealed), pngEnd} {
		if _, err := w.Write(part); err != nil {
			return fmt.Errorf("write picture: %w", err)
		}
	}
	return nil
}

// textChunk makes an iTXt chunk of compressed text.
func textChunk(text []byte) []byte {
	var b bytes.Buffer
	b.WriteString("\x00\x00\x00\x00iTXt" + keyword + "\x00\x01\x00\x00\x00") // compressed, by zlib, in no language
	z := zlib.NewWriter(&b)
	z.Write(text) // a bytes.Buffer takes everything
	z.Close()
	chunk := b.Bytes()
	binary.BigEndian.PutUint32(chunk, uint32(len(chunk)-8))
	return binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
}

// pixels is the digest of a picture: its size, then red, green and blue of every pixel by rows.
func pixels(img *image.RGBA) string {
	width, height := img.Rect.Dx(), img.Rect.Dy()
	sum := sha256.New()
	sum.Write(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(width)), uint32(height)))
	row := make([]byte, 3*width)
	for y := range height {
		pix := img.Pix[y*img.Stride : y*img.Stride+4*width]
		for i, k := 0, 0; k+3 < len(pix); i, k = i+3, k+4 {
			row[i], row[i+1], row[i+2] = pix[k], pix[k+1], pix[k+2]
		}
		sum.Write(row)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// readPNG gives the record in a PNG and the digest of its pixels.
func readPNG(file []byte) (sealed []byte, drawing string, err error) {
	for rest := file[len(pngMagic):]; len(rest) >= 12; {
		n := int(binary.BigEndian.Uint32(rest))
		if n > len(rest)-12 {
			break
		}
		body, ok := bytes.CutPrefix(rest[4:8+n], []byte("iTXt"+keyword+"\x00"))
		if rest = rest[12+n:]; !ok {
			continue
		}
		if sealed, err = unpackText(body); err != nil {
			return nil, "", err
		}
	}
	if sealed == nil {
		return nil, "", ErrNone
	}
	size, err := png.DecodeConfig(bytes.NewReader(file))
	if err == nil && (size.Width > mostPixels || size.Height > mostPixels) {
		err = fmt.Errorf("%d by %d pixels are too many", size.Width, size.Height)
	}
	var img image.Image
	if err == nil {
		img, err = png.Decode(bytes.NewReader(file))
	}
	if err != nil { // a broken picture is not the one that was drawn
		return sealed, "", nil
	}
	plain, ok := img.(*image.RGBA)
	if !ok {
		plain = image.NewRGBA(image.Rectangle{Max: img.Bounds().Size()})
		imagedraw.Draw(plain, plain.Rect, img, img.Bounds().Min, imagedraw.Src)
	}
	return sealed, pixels(plain), nil
}

// unpackText reads the rest of an iTXt chunk, packed or not: another program may have written it anew.
func unpackText(b []byte) ([]byte, error) {
	if len(b) < 2 {
		return nil, unreadable(errors.New("the text chunk is cut off"))
	}
	packed, body := b[0] == 1, b[2:]
	for range 2 { // language, translated keyword
		at := bytes.IndexByte(body, 0)
		if at < 0 {
			return nil, unreadable(errors.New("the text chunk is cut off"))
		}
		body = body[at+1:]
	}
	if !packed {
		return body, nil
	}
	return inflate(body)
}

// inflate unpacks zlib data up to a sensible size.
func inflate(b []byte) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, unreadable(err)
	}
	out, err := io.ReadAll(io.LimitReader(z, mostRecord+1))
	if err != nil {
		return nil, unreadable(err)
	}
	if len(out) > mostRecord {
		return nil, unreadable(errors.New("it is too large"))
	}
	return out, nil
}
