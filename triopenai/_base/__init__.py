"""Layer 0: the vocabulary that every other layer speaks. No I/O, no OpenAI endpoints."""
