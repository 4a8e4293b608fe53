package debrief

import (
	"context"
	"runtime"
	"sync"
)

// Crowd does n pieces of work on as many goroutines as there are processors. Each goroutine gets a worker of its own
// from make and hands it the numbers of the pieces; results go where the piece's number says, so that it does not matter
// who does what. It tells how many are done, never twice at once. When ctx is done no more pieces are begun; the error
// is that of ctx or of a piece.
func Crowd[W any](ctx context.Context, n int, make func() W, do func(W, int) error, done func(int)) error {
	var (
		mu     sync.Mutex
		wait   sync.WaitGroup
		next   int
		count  int
		failed error
	)
	take := func() int {
		mu.Lock()
		defer mu.Unlock()
		if next == n || failed != nil || ctx.Err() != nil {
			return -1
		}
		next++
		return next - 1
	}
	finish := func(err error) {
		mu.Lock()
		defer mu.Unlock()
		if count++; err != nil && failed == nil {
			failed = err
		} else if done != nil {
			done(count)
		}
	}
	for range min(runtime.GOMAXPROCS(0), n) {
		wait.Go(func() {
			w := make()
			for i := take(); i >= 0; i = take() {
				finish(do(w, i))
			}
		})
	}
	wait.Wait()
	if failed != nil {
		return failed
	}
	return ctx.Err()
}
