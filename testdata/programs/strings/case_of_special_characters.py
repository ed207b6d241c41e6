# Characters whose other case is several characters, final sigma, title case letters.
for s in ['straße', 'ﬁn ﬂow', 'İSTANBUL', 'ΟΔΥΣΣΕΥΣ', 'ΑΣ ΑΣΑ Σ Α.Σ', 'ŉoot', 'ǆungla', 'ᾳ ᾼ', "they're bill's", '日a b日c', 'ẞ', 'ıI', 'Ⓐⓑ', 'ΐ']:
    print(ascii([s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold()]), s.istitle(), s.isupper(), s.islower())
