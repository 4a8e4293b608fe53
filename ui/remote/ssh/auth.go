package ssh

import (
	gossh "golang.org/x/crypto/ssh"
)

// keyProved is where the fingerprint of the key stands that a caller signed with.
const keyProved = "callout-key"

// config lets everybody in, and remembers with which key. The callback for keys is also asked about those that a caller
// only names; what it returns counts when the signature does, and x/crypto/ssh keeps it with the connection. So nothing is
// noted here.
func (s *Server) config(c *connection) *gossh.ServerConfig {
	return &gossh.ServerConfig{
		Config:        gossh.Config{Rand: newExchanges(func() { s.counters.flooded.Add(1) })},
		ServerVersion: "SSH-2.0-Callout",
		MaxAuthTries:  mostTries,
		PublicKeyCallback: func(_ gossh.ConnMetadata, key gossh.PublicKey) (*gossh.Permissions, error) {
			return &gossh.Permissions{Extensions: map[string]string{keyProved: gossh.FingerprintSHA256(key)}}, nil
		},
		KeyboardInteractiveCallback: func(gossh.ConnMetadata, gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
			return &gossh.Permissions{}, nil // no questions
		},
		AuthLogCallback: func(_ gossh.ConnMetadata, _ string, err error) {
			if err == nil {
				s.gate.leave(c)
				c.step(s.limits.Handshake)
			}
		},
	}
}

// proved is the fingerprint of the key that a connection's user proved to have, or empty.
func proved(conn *gossh.ServerConn) string {
	if conn.Permissions == nil {
		return ""
	}
	return conn.Permissions.Extensions[keyProved]
}
