//! What bookkeeping packages call their columns, in Dutch, English and German.

/// A header without capitals, accents, blanks and signs, so that "Deb.nr." is `debnr`.
pub(crate) fn normalise(header: &str) -> String {
    let mut plain = String::with_capacity(header.len());
    for c in header.chars().flat_map(char::to_lowercase) {
        match c {
            'á' | 'à' | 'â' | 'ä' | 'ã' => plain.push('a'),
            'é' | 'è' | 'ê' | 'ë' => plain.push('e'),
            'í' | 'ì' | 'î' | 'ï' => plain.push('i'),
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' => plain.push('o'),
            'ú' | 'ù' | 'û' | 'ü' => plain.push('u'),
            'ß' => plain.push_str("ss"),
            'ç' => plain.push('c'),
            'ñ' => plain.push('n'),
            _ if c.is_alphanumeric() => plain.push(c),
            _ => {}
        }
    }
    plain
}
