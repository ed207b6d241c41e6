package stdlib

import "crypto/sha512"

// sha512Sum is the digest with which strings seed module random.
func sha512Sum(text string) [64]byte { return sha512.Sum512([]byte(text)) }
