"""Sessions over WebSocket: ``client.realtime.connect``, ``client.responses.connect`` and their like."""
