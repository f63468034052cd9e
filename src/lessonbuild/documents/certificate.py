"""The certificate: a name, what was done, the hours, the objectives, signatures."""

from lessonbuild.documents.publication import document, words_of
from lessonbuild.documents.timetable import duration
from lessonbuild.markdown import line
from lessonbuild.model.blocks import Certificate, Named, TextField
from lessonbuild.model.document import Audience, Document, Section
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import text


def certificate(lesson: Lesson) -> tuple[Document, ...]:
    """One certificate to fill in, where the lesson has a `certificate`."""
    data = lesson.certificate
    if not data:
        return ()
    w = words_of(lesson)
    block = Certificate(
        name=TextField("name", text(w("certificate.name"))),
        did=line(data.text),
        title=line(lesson.title),
        subtitle=line(lesson.subtitle) if lesson.subtitle else (),
        facts=(Named(text(w("guide.duration")), text(duration(lesson.minutes, w))),),
        reached=text(w("certificate.reached")),
        objectives=tuple(line(o.text) for o in lesson.objectives.values() if not o.supports),
        signatures=(
            TextField("certificate-date", text(w("certificate.date")), date=True),
            *(TextField(f"signature-{number}", line(who)) for number, who in enumerate(data.signatures, 1)),
        ),
    )
    sections = (Section(text(w("documents.certificate")), (block,), place=data.place),)
    return (document(lesson, "certificate", Audience.LEARNER, sections, wide=True),)
