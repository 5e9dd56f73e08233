package raster_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"testing"

	"entente/geo/draw/raster"
)

func TestEncodePNGIsReadByOthers(t *testing.T) {
	for _, size := range []image.Point{{1, 1}, {3, 200}, {257, 129}, {300, 128}} {
		img := white(size.X, size.Y)
		paint(raster.New(img, 1, nil))
		var file bytes.Buffer
		if err := raster.EncodePNG(&file, img, 192, raster.Note{Keyword: "Title", Text: "Тесты"}); err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(bytes.NewReader(file.Bytes()))
		if err != nil {
			t.Fatalf("%v: %v", size, err)
		}
		if got.Bounds() != img.Rect {
			t.Fatalf("got size %v, want %v", got.Bounds(), img.Rect)
		}
		for y := range size.Y {
			for x := range size.X {
				if got := color.RGBAModel.Convert(got.At(x, y)).(color.RGBA); got != img.RGBAAt(x, y) {
					t.Fatalf("%v: pixel %d, %d is %v, want %v", size, x, y, got, img.RGBAAt(x, y))
				}
			}
		}
		if !bytes.Contains(file.Bytes(), []byte("iTXtTitle\x00\x00\x00\x00\x00Тесты")) {
			t.Error("the note is not in the file")
		}
	}
	if err := raster.EncodePNG(&bytes.Buffer{}, image.NewRGBA(image.Rectangle{}), 0); err == nil {
		t.Error("an empty picture was encoded")
	}
	if err := raster.EncodePNG(full{}, white(5, 5), 0); err == nil {
		t.Error("a full disk was not noticed")
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, os.ErrClosed }

func BenchmarkEncodePNG3840x2160(b *testing.B) {
	img := white(3840, 2160)
	paint(raster.New(img, 10, nil))
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			raster.EncodePNG(&bytes.Buffer{}, img, 96)
		}
	})
	b.Run("standard library", func(b *testing.B) {
		e := png.Encoder{CompressionLevel: png.BestSpeed}
		for b.Loop() {
			e.Encode(&bytes.Buffer{}, img)
		}
	})
}
