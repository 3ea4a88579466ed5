#!/usr/bin/env python3
"""Makes pinyin_tables.inc, which pinyin.cc includes, from the Unihan database.

  pinyin_tables.py UNICODE_FOLDER OUTPUT

UNICODE_FOLDER holds Unihan_Readings.txt.bz2 and Unihan_Variants.txt.bz2 (Debian: unicode-data, Unicode License). Of each
character of GBK it takes all readings of five fields, the customary one (kMandarin) first; then those of the commonest
use (kHanyuPinlu), of the dictionaries of today (kTGHZ2013, kXHC1983), and of the historic one (kHanyuPinyin). A
Traditional character has those of its Simplified form too, where that is the form of no other: the dictionaries of today
give some readings (說 as shuì) under the Simplified form only. The output is the same for the same files.
"""
import bz2
import pathlib
import re
import sys
import unicodedata

import table_text

FIELDS = ['kMandarin', 'kHanyuPinlu', 'kTGHZ2013', 'kXHC1983', 'kHanyuPinyin']
TONES = '\u0300\u0301\u0304\u030C'
SLOTS = 4096  # of the hash table; at most half are taken
MULTIPLIER = 0x9E3779B97F4A7C15  # 2^64 divided by the golden ratio (Knuth, TAOCP 6.4), as in pinyin.cc


def values(field, text):
    """The readings of one field's value (UAX #38 gives the form of each)."""
    if field == 'kMandarin':
        return text.split()
    if field == 'kHanyuPinlu':
        return re.findall(r'([^ ()]+)\(', text)
    return [reading for place in text.split() for reading in place.split(':')[1].split(',')]


def in_gbk(c):
    try:
        return len(c.encode('gb18030')) == 2
    except UnicodeEncodeError:
        return False


def entries(path, wanted):
    """(character, field, value) of each line with one of the fields."""
    with bz2.open(path, 'rt', encoding='utf-8') as lines:
        for line in lines:
            parts = line.rstrip('\n').split('\t')
            if len(parts) == 3 and parts[1] in wanted:
                yield chr(int(parts[0][2:], 16)), parts[1], parts[2]


def simplified_forms(folder):
    """{Traditional character: its Simplified form}, where the form is that of no other character."""
    for c, _, value in entries(folder / 'Unihan_Variants.txt.bz2', ['kTraditionalVariant']):
        if len(value.split()) == 1:
            yield chr(int(value[2:], 16)), c


def read(folder):
    """{character: [reading, ...]}, of the characters of GBK."""
    fields = {}
    for c, field, value in entries(folder / 'Unihan_Readings.txt.bz2', FIELDS):
        fields.setdefault(c, {})[field] = values(field, value)
    fields.setdefault('\u3007', {})['kMandarin'] = ['l\u00EDng']  # no ideograph by its properties: Unihan leaves it out
    readings = {c: list(dict.fromkeys(unicodedata.normalize('NFC', r) for field in FIELDS for r in found.get(field, [])))
                for c, found in fields.items()}
    for c, form in simplified_forms(folder):
        if c in readings:
            readings[c] += [r for r in readings.get(form, []) if r not in readings[c]]
    return {c: found for c, found in readings.items() if in_gbk(c)}


def toneless(syllable):
    bare = ''.join(c for c in unicodedata.normalize('NFD', syllable) if c not in TONES)
    return unicodedata.normalize('NFC', bare)


def hash_table(keys):
    """Open addressing, linear probing: the number of a key, 0 where the slot is free."""
    slots = [0] * SLOTS
    for number, key in enumerate(keys, 1):
        at = key * MULTIPLIER % 2 ** 64 >> 52
        while slots[at]:
            at = (at + 1) % SLOTS
        slots[at] = number
    return slots


def packed(syllable, codes):
    key = 0
    for c in syllable:
        key = key << 8 | codes[c]
    assert key < 2 ** 64
    return key


def pools(readings, ids):
    """Lists of ids end to end, each after its size, equal ones once; and where each character's list starts."""
    pool, starts, at = [0], {}, {}
    for c in sorted(readings):
        row = tuple(ids[r] for r in readings[c])
        if row not in starts:
            starts[row] = len(pool)
            pool += [len(row), *row]
        at[ord(c)] = starts[row]
    return pool, at


def main():
    readings = read(pathlib.Path(sys.argv[1]))
    toned = {r for row in readings.values() for r in row}
    syllables = sorted(toned | {toneless(r) for r in toned})
    ids = {syllable: i for i, syllable in enumerate(syllables, 1)}
    letters = sorted({c for s in syllables for c in s})
    codes = {c: i for i, c in enumerate(letters, 1)}
    keys = [packed(s, codes) for s in syllables]
    codes.update({'\u0261': codes['g'], '\u0251': codes['a']})  # the letters of the textbooks' typeface
    text = b''.join(s.encode() for s in syllables)
    ends = [0]
    for s in syllables:
        ends.append(ends[-1] + len(s.encode()))
    pool, at = pools(readings, ids)
    code_pages, code_values = table_text.paged({ord(c): code for c, code in codes.items()})
    pages, starts = table_text.paged(at)
    table_text.write(sys.argv[2], [
        '// Made by pinyin_tables.py from the Unihan database (Unicode License).',
        *table_text.array('constexpr std::uint8_t kLetterPages[]', code_pages),
        *table_text.rows('constexpr std::uint8_t kLetters[][256]', code_values),
        *table_text.array('constexpr std::uint64_t kKeys[]', [0, *keys], hex),
        *table_text.array('constexpr std::uint16_t kSlots[]', hash_table(keys)),
        *table_text.array('constexpr bool kToned[]', [0, *(int(toneless(s) != s) for s in syllables)]),
        'constexpr char kText[] =', '    ' + table_text.literal(text), '    ;',
        *table_text.array('constexpr std::uint16_t kTextAt[]', [0, *ends]),
        *table_text.array('constexpr std::uint8_t kPages[]', pages),
        *table_text.rows('constexpr std::uint16_t kStarts[][256]', starts),
        *table_text.array('constexpr std::uint16_t kPool[]', pool)])


if __name__ == '__main__':
    main()
