#!/usr/bin/env python3
"""Makes variants_tables.inc, which variants.cc includes, from the Unicode Character Database.

  variants_tables.py UNICODE_FOLDER OUTPUT

UNICODE_FOLDER holds EquivalentUnifiedIdeograph.txt and UnicodeData.txt (Debian: unicode-data, Unicode License). The
output is the same for the same files.
"""
import pathlib
import sys

import table_text

RADICALS = range(0x2E80, 0x2FD6)  # the two blocks of radicals; strokes are no characters of texts
COMPATIBILITY = (*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20))


def radicals(folder):
    for line in folder.joinpath('EquivalentUnifiedIdeograph.txt').read_text(encoding='utf-8').splitlines():
        fields = line.split('#')[0].split(';')
        if len(fields) == 2:
            first, _, last = fields[0].strip().partition('..')
            for c in range(int(first, 16), int(last or first, 16) + 1):
                if c in RADICALS:
                    yield c, int(fields[1], 16)


def compatibility(folder):
    """Those with a singleton decomposition; the twelve unified ideographs of the block have none."""
    for line in folder.joinpath('UnicodeData.txt').read_text(encoding='utf-8').splitlines():
        fields = line.split(';')
        if int(fields[0], 16) in COMPATIBILITY and fields[1].startswith('CJK COMPATIBILITY') and fields[5]:
            yield int(fields[0], 16), int(fields[5], 16)


def main():
    folder = pathlib.Path(sys.argv[1])
    unified = {**dict(radicals(folder)), **dict(compatibility(folder))}
    table_text.write(sys.argv[2], [
        '// Made by variants_tables.py from EquivalentUnifiedIdeograph.txt and UnicodeData.txt (Unicode License).',
        'constexpr Variant kVariants[] = {',
        *(f'    {{0x{c:X}, 0x{unified[c]:X}}},' for c in sorted(unified)),
        '};'])


if __name__ == '__main__':
    main()
