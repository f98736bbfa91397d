"""Layer 2: bytes over time. Knows HTTP, and nothing of OpenAI."""
