"""Sound buttons: a few giant keys with a sound on each, also for pupils who use one or two switches."""
