"""The OpenAI API for Trio: a client built on structured concurrency from the socket up."""
