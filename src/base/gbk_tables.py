#!/usr/bin/env python3
"""Makes gbk_tables.inc, which gbk.cc includes, from Python's codec of GB 18030.

  gbk_tables.py OUTPUT

The codec maps all 23,940 pairs of bytes; those of the user-defined areas, and those that had no character in
Unicode when GB 18030-2000 was made, to private-use characters, as code page 936 does. The codec comes with Python
(Debian: python3, Python Software Foundation License); the mapping itself is the standard's. The output is the same
for every Python 3.
"""
import sys

import table_text

# What later editions, and the WHATWG's index, put in place of a private-use character: pair, characters from there on.
LATER = [(0xA6D9, '\uFE10\uFE12\uFE11\uFE13\uFE14\uFE15\uFE16'), (0xA6EC, '\uFE17\uFE18'), (0xA6F3, '\uFE19'),
         (0xA8BC, '\u1E3F'), (0xFE51, '\U00020087\U00020089\U000200CC'), (0xFE59, '\u9FB4'), (0xFE61, '\u9FB5'),
         (0xFE66, '\u9FB6\u9FB7'), (0xFE6C, '\U000215D7\u9FB8'), (0xFE76, '\U0002298F'), (0xFE7E, '\u9FB9'),
         (0xFE90, '\u9FBA\U000241FE'), (0xFEA0, '\u9FBB')]


def character(lead, trail):
    return 0 if trail == 0x7F else ord(bytes([lead, trail]).decode('gb18030'))


def main():
    table = [[character(lead, trail) for trail in range(0x40, 0xFF)] for lead in range(0x81, 0xFF)]
    pairs = {c: (0x81 + i) << 8 | (0x40 + j) for i, row in enumerate(table) for j, c in enumerate(row) if c}
    for first, characters in LATER:
        pairs.update((ord(c), first + i) for i, c in enumerate(characters))
    pages, values = table_text.paged(pairs)
    table_text.write(sys.argv[1], [
        '// Made by gbk_tables.py from the mapping of GB 18030.',
        *table_text.rows('const char16_t kCharacters[126][191]', table),
        *table_text.array('const std::uint8_t kPages[kPageCount]', pages + [0] * (0x300 - len(pages))),
        *table_text.rows('const std::uint16_t kPairs[][256]', values)])


if __name__ == '__main__':
    main()
