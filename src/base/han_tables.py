#!/usr/bin/env python3
"""Makes han_tables.inc, which han.cc includes, from OpenCC's dictionaries.

  han_tables.py OPENCC_DICT DICTIONARIES OUTPUT

OPENCC_DICT is the program that reads the compiled dictionaries (Debian: opencc), DICTIONARIES the folder that holds
them (Debian: libopencc-data; Apache License 2.0). The output is the same for the same dictionaries.
"""
import pathlib
import subprocess
import sys
import tempfile

import table_text


def read(tool, folder, name):
    """A dictionary as {key: [value, ...]}, best value first."""
    with tempfile.TemporaryDirectory() as scratch:
        text = pathlib.Path(scratch, name)
        subprocess.run([tool, '-i', str(pathlib.Path(folder, name + '.ocd2')), '-f', 'ocd2', '-t', 'text', '-o', str(text)],
                       check=True, stdout=subprocess.DEVNULL)
        lines = text.read_text(encoding='utf-8').splitlines()
    return {key: values.split(' ') for key, values in (line.split('\t') for line in lines if line)}


def used_in_one_script(c, there, back):
    """Whether the other script never writes `c`: it changes for certain, and nothing changes into it."""
    return c not in there[c] and c not in back and all(len(v) == 1 for v in there[c])


# Used in this script only; begins a phrase; see doubtful(); what converters make of the other form.
ONLY, PHRASE, DOUBTFUL, MADE = 1 << 21, 1 << 22, 1 << 23, 1 << 24


def doubtful(other, back):
    """Whether texts that have the other form may have this one, too: that is used in both scripts, or is a rare one that
    the first edition of Unicode did not have."""
    return other in back.get(other, [other]) or not 0x4E00 <= ord(other) <= 0x9FA5


def characters(name, there, back, phrases):
    """For each character: the other script's (0 for the same) and the flags, in pages of 256."""
    entries = {ord(phrase[0]): PHRASE for phrase in phrases}
    for c, values in there.items():
        if len(c) == 1 and len(values[0]) == 1 and values[0] != c:
            only = ONLY if used_in_one_script(c, there, back) else 0
            doubt = DOUBTFUL if doubtful(values[0], back) else 0
            made = MADE if back.get(values[0], [''])[0] == c else 0
            entries[ord(c)] = entries.get(ord(c), 0) | ord(values[0]) | only | doubt | made
    pages, table = table_text.paged(entries)
    yield from table_text.array(f'constexpr std::uint16_t {name}Pages[]', pages)
    yield from table_text.rows(f'constexpr std::uint32_t {name}[][256]', table)


def slot(first, second, bits):
    """Where han.cc looks whether any phrase begins with these two."""
    return ((first * 0x9E3779B1 ^ second * 0x85EBCA6B) & 0xFFFFFFFF) >> (32 - bits)


def beginnings(name, phrases):
    """A set of the phrases' first two characters, by their hashes: a bit each, some sixteen times as many."""
    bits = (16 * len(phrases)).bit_length()
    words = [0] * (1 << bits - 6)
    for phrase in phrases:
        at = slot(ord(phrase[0]), ord(phrase[1]), bits)
        words[at >> 6] |= 1 << (at & 63)
    yield from table_text.array(f'constexpr std::uint64_t {name}Beginnings[]', words, lambda word: f'{word:#x}U')


def phrases(name, entries, there):
    """All entries end to end, sorted by bytes: KEY, or KEY TAB VALUE where the value is not the characters' own."""
    rows = []
    for key, values in entries.items():
        plain = ''.join(there.get(c, [c])[0] for c in key)
        rows.append((key if values[0] == plain else key + '\t' + values[0]).encode())
    rows.sort(key=lambda row: row.split(b'\t')[0])
    yield f'constexpr char {name}Text[] ='
    yield from ('    ' + table_text.literal(b''.join(rows[i:i + 8])) for i in range(0, len(rows), 8))
    yield '    ;'
    yield f'constexpr std::uint32_t {name}At[] = {{'
    at, offsets = 0, []
    for row in rows:
        offsets.append(at)
        at += len(row)
    offsets.append(at)
    yield from ('    ' + ', '.join(map(str, offsets[i:i + 16])) + ',' for i in range(0, len(offsets), 16))
    yield '};'
    yield f'constexpr First {name}First[] = {{'
    firsts = [ord(row.decode()[0]) for row in rows]
    yield from (f'    {{0x{c:X}, {i}}},' for i, c in enumerate(firsts) if i == 0 or firsts[i - 1] != c)
    yield f'    {{0x110000, {len(rows)}}},'
    yield '};'


def main():
    tool, folder, output = sys.argv[1:]
    ts, st, ts_phrases, st_phrases = (read(tool, folder, name)
                                      for name in ('TSCharacters', 'STCharacters', 'TSPhrases', 'STPhrases'))
    lines = ['// Made by han_tables.py from the dictionaries of OpenCC (Apache License 2.0).',
             *characters('kToSimplified', ts, st, ts_phrases), *characters('kToTraditional', st, ts, st_phrases),
             *phrases('kSimplifiedPhrases', ts_phrases, ts), *phrases('kTraditionalPhrases', st_phrases, st),
             *beginnings('kSimplifiedPhrases', ts_phrases), *beginnings('kTraditionalPhrases', st_phrases)]
    table_text.write(output, lines)


if __name__ == '__main__':
    main()
