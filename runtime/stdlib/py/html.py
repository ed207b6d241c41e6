"""Text in HTML."""

import re

__all__ = ['escape', 'unescape']

# Of the names that HTML knows, those of Latin-1 in their order, and the usual ones beyond.
_LATIN1 = ('nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot '
           'cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml '
           'Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig '
           'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute '
           'ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml').split()
_names = {name: chr(160 + i) for i, name in enumerate(_LATIN1)}
_names.update(amp='&', lt='<', gt='>', quot='"', apos="'", ndash='–', mdash='—', lsquo='‘', rsquo='’', sbquo='‚', ldquo='“', rdquo='”',
              bdquo='„', dagger='†', Dagger='‡', bull='•', hellip='…', permil='‰', lsaquo='‹', rsaquo='›', euro='€', trade='™', larr='←',
              uarr='↑', rarr='→', darr='↓', harr='↔', infin='∞', ne='≠', le='≤', ge='≥', sum='∑', radic='√', alpha='α', beta='β', gamma='γ',
              delta='δ', lambda_='λ', pi='π', sigma='σ', omega='ω', Delta='Δ', Omega='Ω', check='✓', hearts='♥')
_names['lambda'] = _names.pop('lambda_')


def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s


def _character(match):
    text = match[1]
    if text[0] == '#':
        number = int(text[2:].rstrip(';'), 16) if text[1] in 'xX' else int(text[1:].rstrip(';'))
        return '\ufffd' if number == 0 or 0xD800 <= number < 0xE000 or number > 0x10FFFF else chr(number)
    return _names.get(text.rstrip(';'), match[0])


def unescape(s):
    return re.sub(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;)', _character, s) if '&' in s else s
