"""Line mode: a line is typed, a line or two answer it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from studio.errors import StudioError
from studio.plain.shaping import change, change_lines, louder, tidy
from studio.plain.sounding import LineIO, Speakers
from studio.plain.words import menu_lines, sound_words, understood
from studio.wording import count, length_in_words

if TYPE_CHECKING:
    from evidence.library import Library
    from evidence.sound import Sound

_NONE_YET = "There are no sounds yet. Type record to make one."

Read = Callable[[str], str | None]
"""Asks for a line -> what was typed; `None` at the end of the input."""
Write = Callable[[str], None]


class NoSuchNumber(StudioError):
    """A number that no sound of the list has."""


class PlainSession:
    """One person at the keyboard; the chosen sound is the one that words are about."""

    def __init__(self, library: Library, sound_io: LineIO, *, read: Read, write: Write) -> None:
        self.library = library
        self.sound_io = sound_io
        self.speakers = Speakers(sound_io)
        self.read = read
        self.write = write
        self.sound: Sound | None = next(iter(self.sounds()), None)
        self.binned: Sound | None = None
        """The sound that went into the bin last, until another is chosen."""
        self._said = ""

    def run(self) -> int:
        """Answer lines until somebody leaves, or there are no more."""
        school = self.library.school or "Our school"
        self.write(f"Soundingboard, {school}. {count(len(self.sounds()), 'sound')}.")
        self._tell_chosen()
        self.write("Type a word or its number, then Enter.")
        self.do_help("")
        while (line := self.read("> ")) is not None:
            if line.strip() and not self.answer(line):
                break
        else:  # nobody is there to type any more: what plays is heard to its end
            self.speakers.wait()
        self._say_silence()
        self.speakers.stop()
        self.write("Everything is kept. Goodbye.")
        return 0

    def answer(self, line: str) -> bool:
        """Do what a line says; false when it says to leave."""
        meant = understood(line)
        if meant is None:
            self.write("I do not know that word. Type help for the words there are.")
            return True
        word, rest = meant
        if word == "leave":
            return False
        try:
            getattr(self, f"do_{word}")(rest)
        except StudioError as error:
            self.write(str(error))
        except OSError as error:
            self.write(f"A file did not answer: {(error.strerror or 'unknown').lower()}. Try again.")
        self._say_silence()
        return True

    def _say_silence(self) -> None:
        """Why nothing is heard, once: speakers tell it a moment after they were asked."""
        problem = self.speakers.problem
        if problem is not None and str(problem) != self._said:
            self._said = str(problem)
            self.write(self._said)

    def sounds(self) -> tuple[Sound, ...]:
        """Those that are not in the bin, the newest first."""
        there = (sound for sound in self.library.sounds() if not sound.binned)
        return tuple(sorted(there, key=lambda sound: (sound.made, sound.id), reverse=True))

    def _tell_chosen(self) -> None:
        self.write(_NONE_YET if self.sound is None else f"Chosen: {sound_words(self.sound)}.")

    def _took(self, sound: Sound, said: str) -> None:
        """The chosen sound as it is now, and what was done, which is heard at once."""
        self.sound, self.binned = sound, None
        self.write(said)
        self.do_play("")

    def _need(self) -> Sound:
        if self.sound is None:
            raise NoSuchNumber("There is no sound yet.", "Type record to make one.")
        return self.sound

    # What one can type

    def do_record(self, _: str) -> None:
        """Until the next line."""
        from studio.takes import keep_take

        self.speakers.stop()
        recorder = self.sound_io.recorder(self.library.takes, None)
        recorder.start()
        with suppress(KeyboardInterrupt):  # Ctrl and C ends a take, too, and it is kept
            self.read("Recording. Press Enter to stop.")
        take = recorder.stop()
        if take.problem is not None:
            self.write(str(take.problem))
        self._took(keep_take(self.library, take), f"Recorded, {length_in_words(take.seconds)}.")

    def do_list(self, _: str) -> None:
        """A line a sound."""
        there = self.sounds()
        for number, sound in enumerate(there, 1):
            chosen = " Chosen." if self.sound is not None and sound.id == self.sound.id else ""
            self.write(f"{number}. {sound_words(sound)}.{chosen}")
        if not there:
            self.write(_NONE_YET)

    def do_choose(self, number: str) -> None:
        """By its number in the list, or its name."""
        self.sound, self.binned = self._named(number), None
        self._tell_chosen()

    def _named(self, text: str) -> Sound:
        there = self.sounds()
        if text.isascii() and text.isdecimal() and 1 <= int(text[:9]) <= len(there):
            return there[int(text[:9]) - 1]
        wanted = text.casefold()
        found = [sound for sound in there if wanted and sound.title.casefold() == wanted]
        if not found:
            raise NoSuchNumber("That is no sound of the list.", "Type list, then choose and its number.")
        return found[0]

    def do_play(self, number: str) -> None:
        """The chosen one, or another."""
        from studio.takes import rendition

        if number:
            self.do_choose(number)
        sound = self._need()
        self.speakers.play(lambda: rendition(self.library, sound))

    def do_tidy(self, _: str) -> None:
        """Cut the silence off."""
        self._took(*tidy(self.library, self._need()))

    def do_check(self, _: str) -> None:
        """What is good or wrong about it."""
        from studio.takes import check_sound

        self.write(check_sound(self.library, self._need()).child)

    def do_louder(self, _: str) -> None:
        """As loud as it goes."""
        self._took(*louder(self.library, self._need()))

    def do_change(self, what: str) -> None:
        """One of the changes, by its number or name."""
        if not what:
            for line in change_lines():
                self.write(line)
            return
        self._took(*change(self.library, self._need(), what))

    def do_undo(self, _: str) -> None:
        """Out of the bin, or one change back."""
        from studio.takes import unbin, undo

        if self.binned is not None:
            self._took(unbin(self.library, self.binned), "Out of the bin.")
            return
        sound = self._need()
        if not sound.recipe.can_undo:
            self.write("There is nothing to take back.")
            return
        back = undo(self.library, sound)
        self._took(back, f"Taken back. {sound_words(back)}.")

    def do_keep(self, name: str) -> None:
        """Under a name."""
        from studio.takes import keep

        sound = self._need()
        title = name or (self.read(f"What is it called? Enter alone for {sound.title}. ") or "").strip()
        self.sound = keep(self.library, sound, title or None)
        self.write(f"Kept: {self.sound.title}.")

    def do_bin(self, _: str) -> None:
        """Into the bin."""
        from studio.takes import bin_sound

        self.speakers.stop()
        self.binned = bin_sound(self.library, self._need())
        self.sound = next(iter(self.sounds()), None)
        self.write(f"{self.binned.title} is in the bin. Type undo to take it out.")

    def do_stop(self, _: str) -> None:
        """Be quiet."""
        self.speakers.stop()
        self.write("Quiet.")

    def do_help(self, _: str) -> None:
        """The menu."""
        for line in menu_lines():
            self.write(line)
