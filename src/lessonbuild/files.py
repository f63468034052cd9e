"""The only place that writes: all files of a build are replaced together, each in one step, or none is touched."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from lessonbuild.problems import Problem, SourceError


def replace_all(made: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Put the bytes in their files, and name the files that changed; equal bytes are not written again.

    Everything is written beside its goal before the first goal is replaced, so that a full disk or a locked folder
    leaves all as it was. Raises SourceError.
    """
    changed = {file: data for file, data in made.items() if not _holds(file, data)}
    written: dict[Path, Path] = {}
    try:
        for file, data in changed.items():
            _folder(file.parent)
            written[file] = file.with_name(f".{file.name}.{os.getpid()}")  # same folder: a move within one file system
            _write(written[file], data)
        for file, beside in written.items():
            _move(beside, file)
    finally:
        for beside in written.values():
            beside.unlink(missing_ok=True)
    return tuple(changed)


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for what is needed only while something is made; it is gone afterwards, whatever happened."""
    with TemporaryDirectory(prefix="lessonbuild-", ignore_cleanup_errors=True) as folder:
        yield Path(folder).resolve()


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def _folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        in_the_way = next((part for part in (folder, *folder.parents) if part.exists() and not part.is_dir()), None)
        reason = f'"{in_the_way}" is a file' if in_the_way else _reason(error)
        raise _cannot(f'the folder "{folder}" cannot be made: {reason}', "choose another one with --output") from None


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        file.unlink(missing_ok=True)
        message = f'nothing can be written in "{file.parent}": {_reason(error)}'
        raise _cannot(message, "choose another folder with --output") from None


def _move(beside: Path, file: Path) -> None:
    try:
        beside.replace(file)
    except OSError as error:
        reason = "it is a folder" if file.is_dir() else _reason(error)
        raise _cannot(f'"{file}" cannot be replaced: {reason}', "is it open in another program?") from None


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _cannot(message: str, hint: str) -> SourceError:
    return SourceError([Problem("cannot-write", message, None, hint)])
