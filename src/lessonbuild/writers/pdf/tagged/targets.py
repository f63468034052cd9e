"""What a stretch of a paragraph leads to and in which language it is, in the one word that reportlab carries along."""

_LANGUAGE = "lang:"


def carried(link: str | None, language: str | None) -> str:
    """The address, after the language where it is not the document's."""
    return " ".join(part for part in (language and _LANGUAGE + language, link) if part)


def parted(target: str) -> tuple[str, str]:
    """The address and the language again; each is empty where there is none."""
    if not target.startswith(_LANGUAGE):
        return target, ""
    language, _, address = target.removeprefix(_LANGUAGE).partition(" ")
    return address, language
