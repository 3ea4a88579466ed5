#!/usr/bin/env python3
"""How much of what winnow removes stands in the gold text: what a reader would have wanted to keep.

  removed_in_gold.py BENCH WORK [--list N] [--set SET ...]

BENCH is the folder with a gold.json for each set, WORK the folder that its score.py wrote (--work), with winnow's
output of each page in WORK/SET/out. Looked at are the sets whose gold is a whole text. Of each entry of `removed`, each line of at
least 15 characters counts with its characters when it stands in the gold (white space collapsed); the figure is their
share of all characters removed. `lost` leaves out lines that the article's text has too: they were removed elsewhere on
the page. --list shows the N longest lost lines.
"""
import argparse
import collections
import json
import pathlib
import re

SETS = ('scrapinghub', 'gne', 'zhds', 'magic_article', 'fundus')
SHORTEST = 15


def squeeze(text):
    return re.sub(r'\s+', ' ', text).strip()


def look(article, gold, counts, found):
    """Adds the characters of one page's removed lines to the counts of their kinds."""
    gold, text = squeeze(gold), squeeze(article.get('text', ''))
    for entry in article.get('removed', []):
        kind = counts[entry['kind']]
        for line in entry['text'].split('\n'):
            line = squeeze(line).rstrip('…').strip()
            kind['all'] += len(line)
            if len(line) < SHORTEST or line not in gold:
                continue
            kind['gold'] += len(line)
            if line not in text:
                kind['lost'] += len(line)
                found.append((len(line), entry['kind'], line))


def show(name, counts):
    total = {key: sum(kind[key] for kind in counts.values()) for key in ('all', 'gold', 'lost')}
    share = lambda key: 100 * total[key] / max(total['all'], 1)
    print(f"{name:<14}{total['all']:>8} characters removed, {total['gold']:>6} in the gold ({share('gold'):.2f} %), "
          f"{total['lost']:>6} lost ({share('lost'):.2f} %)")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('bench', type=pathlib.Path), ap.add_argument('work', type=pathlib.Path)
    ap.add_argument('--list', type=int, default=0), ap.add_argument('--set', action='append')
    o = ap.parse_args()
    new = lambda: collections.defaultdict(collections.Counter)
    all_counts, all_found = new(), []
    for name in o.set or SETS:
        counts, found = new(), []
        for page, gold in json.loads((o.bench / name / 'gold.json').read_text(encoding='utf-8')).items():
            out = o.work / name / 'out' / f'{page}.json'
            if out.is_file():
                look(json.loads(out.read_text(encoding='utf-8')), gold['text'], counts, found)
        show(name, counts)
        for kind, count in counts.items():
            all_counts[kind].update(count)
        all_found += [(*row, name) for row in found]
    for kind, count in sorted(all_counts.items()):
        show('  ' + kind, {kind: count})
    show('all', all_counts)
    for length, kind, line, name in sorted(all_found, reverse=True)[:o.list]:
        print(f'  {length:>5} {kind:<11} {name:<13} {line[:120]}')


if __name__ == '__main__':
    main()
