// Package screentest compares screens with the pictures of them that lie in testdata. It is for tests only. With -update the
// pictures are written anew: look at each before committing it.
package screentest
