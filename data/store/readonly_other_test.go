//go:build !linux

package store_test

// childReadOnly is only used on Linux.
func childReadOnly(string) {}
