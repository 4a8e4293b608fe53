// Package pgtest gives tests a PostgreSQL server that is thrown away after them.
package pgtest
