package remote

import (
	"fmt"
	"runtime/debug"
)

// Panic is a fault in the program that was caught before it could end the server.
type Panic struct {
	Value any
	Stack []byte
}

func (p *Panic) Error() string { return fmt.Sprintf("panic: %v", p.Value) }

// Safely does something in a goroutine of its own. Go ends the whole process when a goroutine panics and nobody catches
// that; here it is caught and told to caught, on the same goroutine. Servers start no goroutine in any other way.
func Safely(caught func(*Panic), do func()) {
	go func() {
		defer Catch(caught)
		do()
	}()
}

// Catch is deferred around what may panic.
func Catch(caught func(*Panic)) {
	if v := recover(); v != nil {
		caught(&Panic{v, debug.Stack()})
	}
}
