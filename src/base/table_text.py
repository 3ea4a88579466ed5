"""What the scripts that make tables share: C++ text of constant arrays. Standard library only, the same text for the same values."""
import pathlib


def array(declaration, values, form=str):
    """Lines that define an array: `declaration` is all that stands before the equals sign."""
    values = list(values)
    yield f'{declaration} = {{'
    yield from ('    ' + ', '.join(map(form, values[i:i + 24])) + ',' for i in range(0, len(values), 24))
    yield '};'


def rows(declaration, table, form=str):
    """Lines that define an array of arrays."""
    yield f'{declaration} = {{'
    yield from ('    {' + ', '.join(map(form, row)) + '},' for row in table)
    yield '};'


def paged(values):
    """{code point: value} as (pages, values): values[pages[c >> 8]][c & 0xFF], 0 where there is none; page 0 is empty."""
    numbers = {page: i + 1 for i, page in enumerate(sorted({c >> 8 for c in values}))}
    table = [[0] * 256 for _ in range(len(numbers) + 1)]
    for c, value in values.items():
        table[numbers[c >> 8]][c & 0xFF] = value
    return [numbers.get(page, 0) for page in range(max(numbers) + 1)], table


def literal(data):
    """Bytes as a C++ string literal; three octal digits each, so that no escape runs on."""
    return '"' + ''.join(chr(b) if 32 <= b < 127 and b not in b'"\\?' else f'\\{b:03o}' for b in data) + '"'


def write(output, lines):
    pathlib.Path(output).write_text('\n'.join(lines) + '\n', encoding='utf-8')
