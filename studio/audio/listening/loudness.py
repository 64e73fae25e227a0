"""Loudness, among all that is listened for; it is worked out where steps can use it too."""

from studio.audio.loudness import SILENCE_LUFS, loudness_lufs

__all__ = ["SILENCE_LUFS", "loudness_lufs"]
