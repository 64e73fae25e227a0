"""Our own widgets: the slim lines round a screen, the meter, the waveform and the grids."""
