"""The pictures of a lesson are loaded once, here, so that no later stage reads files."""

from collections.abc import Iterator
from pathlib import Path as FilePath

from lessonbuild.model.item import items_in
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.pictures import Picture
from lessonbuild.problems import Problem

_SIGNATURES = {b"\x89PNG\r\n\x1a\n": b"IEND\xaeB`\x82", b"\xff\xd8\xff": b"\xff\xd9"}  # how a file begins and ends


def load_pictures(lesson: Lesson, folder: FilePath) -> Iterator[Problem]:
    """Give every picture its bytes; what cannot be loaded is a problem at its path in the file."""
    for picture in items_in(lesson):
        if isinstance(picture, Picture):
            found = _loaded(picture.file, folder)
            if isinstance(found, bytes):
                picture._data = found
            else:
                code, message, hint = found
                yield Problem(code, f'the picture "{picture.file}" {message}', picture.place_of("file"), hint)


def _loaded(name: str, folder: FilePath) -> bytes | tuple[str, str, str]:
    """The bytes, or else code, message and hint."""
    hint = f"its path begins in the folder of the lesson file ({folder})"
    path = folder / name
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            return "picture-outside", "lies outside the folder of the lesson file", "copy it into that folder"
        data = path.read_bytes()
    except FileNotFoundError:
        return "no-such-picture", "is not there", hint
    except (OSError, ValueError) as error:
        reason = "it is a folder" if path.is_dir() else getattr(error, "strerror", None) or str(error)
        return "no-such-picture", f"cannot be read: {reason}", hint
    return _fault(data) or data


def _fault(data: bytes) -> tuple[str, str, str] | None:
    end = next((end for start, end in _SIGNATURES.items() if data.startswith(start)), None)
    if end is None:
        return (
            "picture-format",
            "is neither PNG nor JPEG",
            "save it as PNG or JPEG; another ending of the name is not enough",
        )
    if end not in data[-64:]:
        return "picture-format", "is not complete", "copy the file again"
    return None
