#!/usr/bin/env python3
"""Makes han_tables.inc, which han.cc includes, from OpenCC's dictionaries.

  han_tables.py OPENCC_DICT DICTIONARIES OUTPUT

OPENCC_DICT is the program that reads the compiled dictionaries (Debian: opencc), DICTIONARIES the folder that holds
them (Debian: libopencc-data). The output is the same for the same dictionaries.
"""
import pathlib
import subprocess
import sys
import tempfile


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


def characters(name, there, back):
    yield f'constexpr Pair {name}[] = {{'
    for c in sorted(there):
        if len(c) == 1 and len(there[c][0]) == 1 and there[c][0] != c:
            only = int(used_in_one_script(c, there, back))
            yield f'    {{0x{ord(c):X}, 0x{ord(there[c][0]):X}, {only}}},'
    yield '};'


def literal(data):
    """Bytes as a C++ string literal; three octal digits each, so that no escape runs on."""
    return '"' + ''.join(chr(b) if 32 <= b < 127 and b not in b'"\\?' else f'\\{b:03o}' for b in data) + '"'


def phrases(name, entries, there):
    """All entries end to end, sorted by bytes: KEY, or KEY TAB VALUE where the value is not the characters' own."""
    rows = []
    for key, values in entries.items():
        plain = ''.join(there.get(c, [c])[0] for c in key)
        rows.append((key if values[0] == plain else key + '\t' + values[0]).encode())
    rows.sort(key=lambda row: row.split(b'\t')[0])
    yield f'constexpr char {name}Text[] ='
    yield from ('    ' + literal(b''.join(rows[i:i + 8])) for i in range(0, len(rows), 8))
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
             *characters('kToSimplified', ts, st), *characters('kToTraditional', st, ts),
             *phrases('kSimplifiedPhrases', ts_phrases, ts), *phrases('kTraditionalPhrases', st_phrases, st)]
    pathlib.Path(output).write_text('\n'.join(lines) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
