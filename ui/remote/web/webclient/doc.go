// Package webclient is a browser without a screen: it speaks the protocol of package web, for load programs and tests.
package webclient
