"""How records are kept: small files behind one log, changed in turns."""
