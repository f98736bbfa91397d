"""Types that no schema describes, written by hand; the generator leaves this folder alone."""
