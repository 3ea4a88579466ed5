#!/usr/bin/env python3
"""Makes han_model_tables.inc, which han_model.cc includes, from jieba's dictionary of words with their frequencies.

  han_model_tables.py DICTIONARY OUTPUT

DICTIONARY is jieba's dict.txt (Debian: python3-jieba, MIT License). The output is the same for the same file.
"""
import collections
import math
import re
import sys

import table_text

HAN = re.compile('[\u3007\u3400-\u9FFF]+')
KEPT = .97      # share of what the words say; the rest is for any character anywhere. Fitted, and flat around the best
UNSEEN = .5     # how often a character that no word has is taken to occur
RAREST = 3      # the least frequent words of the dictionary that are more than names of persons
STEP = 16       # weights of words: so many to a factor of e
PAIR_STEP = 12  # the same for pairs, whose logarithms go down to -255 / 12


def read(path):
    """{word: frequency}, of words in Chinese characters only."""
    words = {}
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            word, frequency, *_ = line.rsplit(' ', 2)
            if HAN.fullmatch(word):
                words[word] = int(frequency)
    words['的'] *= 10 if words['的'] < words['了'] else 1  # the dictionary lost a digit of the commonest of all
    return words


class Counts:
    def __init__(self, words):
        self.characters, self.pairs, self.first, self.last = (collections.Counter() for _ in range(4))
        for word, n in words.items():
            self.first[word[0]] += n
            self.last[word[-1]] += n
            for c in word:
                self.characters[c] += n
            for pair in zip(word, word[1:]):
                self.pairs[pair] += n
        self.words = sum(words.values())
        self.total = sum(self.characters.values()) + UNSEEN * len(self.characters)

    def anywhere(self, c):
        return (self.characters[c] + UNSEEN) / self.total

    def ends(self, c):
        """How likely a word ends behind `c`."""
        return (self.last[c] + UNSEEN) / (self.characters[c] + UNSEEN)

    def begins(self, c):
        """How likely a word begins with `c`, as a part of log_pair's sum."""
        return KEPT * self.first[c] / self.words

    def follows(self, a, b):
        inside = KEPT * self.pairs[a, b] / (self.characters[a] + UNSEEN)
        return inside + self.ends(a) * self.begins(b) + (1 - KEPT) * self.anywhere(b)


def weight(frequency):
    return min(255, 1 + round(STEP * math.log(frequency)))


def number(value):
    return f'{value:.6g}' + ('F' if '.' in f'{value:.6g}' or 'e' in f'{value:.6g}' else '.F')


def pair_tables(counts, words, ids):
    pairs = sorted(counts.pairs)
    starts = [0] * (len(ids) + 2)
    for a, _ in pairs:
        starts[ids[a] + 1] += 1
    for i in range(len(ids) + 1):
        starts[i + 1] += starts[i]
    yield from table_text.array('constexpr std::uint32_t kPairsAt[]', starts)
    yield from table_text.array('constexpr std::uint16_t kSecond[]', (ids[b] for _, b in pairs))
    yield from table_text.array('constexpr std::uint8_t kPairLog[]',
                                (min(255, round(-PAIR_STEP * math.log(counts.follows(a, b)))) for a, b in pairs))
    yield from table_text.array('constexpr std::uint8_t kPairWeight[]',
                                (weight(words[a + b]) if words.get(a + b, 0) >= RAREST else 0 for a, b in pairs))


def word_tables(name, size, words, ids):
    """Words of one size: sorted keys, 14 bits a character, and weights."""
    rows = sorted((sum(ids[c] << 14 * i for i, c in enumerate(reversed(word))), weight(n))
                  for word, n in words.items() if len(word) == size and n >= RAREST)
    yield from table_text.array(f'constexpr std::uint64_t k{name}Words[]', (key for key, _ in rows))
    yield from table_text.array(f'constexpr std::uint8_t k{name}Weight[]', (w for _, w in rows))


def main():
    words = read(sys.argv[1])
    counts = Counts(words)
    characters = sorted(counts.characters)
    assert len(characters) < 1 << 14
    ids = {c: i for i, c in enumerate(characters, 1)}
    pages, numbers = table_text.paged({ord(c): i for c, i in ids.items()})
    known = ['', *characters]  # number 0 stands for all other characters
    table_text.write(sys.argv[2], [
        "// Made by han_model_tables.py from jieba's dict.txt (MIT License).",
        f'constexpr float kAny = {number(1 - KEPT)};',
        f'constexpr float kStep = {STEP}.F;',
        f'constexpr float kPairStep = {PAIR_STEP}.F;',
        f'constexpr float kLogWords = {number(math.log(counts.words))};',
        *table_text.array('constexpr std::uint8_t kPages[]', pages),
        *table_text.rows('constexpr std::uint16_t kNumbers[][256]', numbers),
        *table_text.array('constexpr float kAnywhere[]', map(counts.anywhere, known), number),
        *table_text.array('constexpr float kEnds[]', map(counts.ends, known), number),
        *table_text.array('constexpr float kBegins[]', map(counts.begins, known), number),
        *pair_tables(counts, words, ids),
        *word_tables('Three', 3, words, ids), *word_tables('Four', 4, words, ids)])


if __name__ == '__main__':
    main()
