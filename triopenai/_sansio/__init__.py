"""Layer 1: the protocol as pure functions and feed/finish decoders.

Nothing here waits, reads a clock, draws a random number or looks at the environment: such things are
arguments. That is what makes every rule of the protocol testable without a network.
"""
