"""Clock times are computed, and always add up."""

from hypothesis import given
from hypothesis import strategies as st

from lessonbuild.documents.naming import number_range
from lessonbuild.documents.timetable import clock, duration
from lessonbuild.words import words


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_clock_time_names_its_minute(hour: int, minute: int) -> None:
    assert clock(hour * 60 + minute) == f"{hour:02d}:{minute:02d}"


def test_a_session_may_run_past_midnight() -> None:
    assert clock(24 * 60 + 5) == "00:05"


def test_durations_are_said_as_people_say_them() -> None:
    w = words("en")
    assert [duration(n, w) for n in (5, 30, 45, 60, 90, 180)] == [
        "5 minutes", "30 minutes", "45 minutes", "1 hour", "90 minutes", "3 hours",
    ]  # fmt: skip


@given(st.sets(st.integers(1, 99), min_size=1))
def test_a_range_of_slides_names_every_slide_once(numbers: set[int]) -> None:
    named: list[int] = []
    for part in number_range(list(numbers)).split(", "):
        first, _, last = part.partition("–")
        named += range(int(first), int(last or first) + 1)
    assert named == sorted(numbers)
