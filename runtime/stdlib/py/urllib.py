"""Package urllib: parse, request, error."""
