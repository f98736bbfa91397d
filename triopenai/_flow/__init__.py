"""Layer 2: structured concurrency. Knows neither HTTP nor OpenAI."""
