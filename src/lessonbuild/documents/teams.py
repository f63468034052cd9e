"""How many teams there are, and how many people each has."""

from lessonbuild.model.lesson import Lesson

_USUAL = 4


def team_sizes(lesson: Lesson) -> tuple[int, ...]:
    """The learners spread over the teams, no two teams more than one apart."""
    count = lesson.teams or max(lesson.learners // _USUAL, 1)
    whole, more = divmod(lesson.learners, count)
    return tuple(whole + (number < more) for number in range(count))
