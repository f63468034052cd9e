"""The one animation: a bar that empties on a click, over the minutes of the activity (ECMA-376, 19.5: p:timing)."""

from lessonbuild.writers.pptx.markup import SPACES

_WIPE = 'presetID="22" presetClass="exit" presetSubtype="2"'  # PowerPoint's numbers: wipe, from the right


def empties(shape: int, seconds: int) -> str:
    """The timing of a slide on which the shape is wiped away in that time, from the first click on."""
    effect = _turn(5, f'{_WIPE} fill="hold" grpId="0" nodeType="clickEffect"', "0", _wiped(shape, seconds))
    click = _turn(3, 'fill="hold"', "indefinite", _turn(4, 'fill="hold"', "0", effect))
    main = f'<p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>{click}</p:childTnLst></p:cTn>'
    sequence = f'<p:seq concurrent="1" nextAc="seek">{main}{_ends("prev")}{_ends("next")}</p:seq>'
    root = '<p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot">'
    nodes = f"<p:tnLst><p:par>{root}<p:childTnLst>{sequence}</p:childTnLst></p:cTn></p:par></p:tnLst>"
    built = f'<p:bldLst><p:bldP spid="{shape}" grpId="0" animBg="1"/></p:bldLst>'
    return f"<p:timing {SPACES}>{nodes}{built}</p:timing>"


def _wiped(shape: int, seconds: int) -> str:
    """The wipe, and at its very end the shape's disappearance."""
    target = f'<p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl>'
    over = f'<p:cTn id="6" dur="{seconds * 1000}"/>'
    end = f'<p:cTn id="7" dur="1" fill="hold">{_starts(str(seconds * 1000 - 1))}</p:cTn>'
    seen = "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst>"
    return (
        f'<p:animEffect transition="out" filter="wipe(right)"><p:cBhvr>{over}{target}</p:cBhvr></p:animEffect>'
        f'<p:set><p:cBhvr>{end}{target}{seen}</p:cBhvr><p:to><p:strVal val="hidden"/></p:to></p:set>'
    )


def _turn(number: int, attributes: str, delay: str, children: str) -> str:
    inner = f"{_starts(delay)}<p:childTnLst>{children}</p:childTnLst>"
    return f'<p:par><p:cTn id="{number}" {attributes}>{inner}</p:cTn></p:par>'


def _starts(delay: str) -> str:
    return f'<p:stCondLst><p:cond delay="{delay}"/></p:stCondLst>'


def _ends(turn: str) -> str:
    """The slide's own turning back and on."""
    slide = f'<p:cond evt="on{turn.capitalize()}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'
    return f"<p:{turn}CondLst>{slide}</p:{turn}CondLst>"
