// Package storetest is what every store of workshops has to do, as tests that run against any of them.
package storetest
