#!/usr/bin/env python3
"""The words that a passphrase is drawn from: enough of them, plain, and none like another.

    passphrase_words.py FILE
"""
import re
import sys

# Four dice a word: what others draw from has as many.
ENOUGH = 6 ** 4


def one_slip(a, b):
    """Whether one is the other with a letter more, less, changed, or two that changed places."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    at = 0
    while at < len(a) and a[at] == b[at]:
        at += 1
    rest, other = a[at:], b[at:]
    if len(a) < len(b):
        return rest == other[1:]
    return rest[1:] == other[1:] or (rest[2:] == other[2:] and rest[:2] == other[:2][::-1])


def faults_of(words):
    if len(words) < ENOUGH:
        yield 'there are %d words, and %d are enough' % (len(words), ENOUGH)
    if words != sorted(set(words)):
        yield 'they are not in order, each once'
    for word in words:
        if not re.fullmatch('[a-z]{4,8}', word):
            yield '"%s" is not four to eight plain letters' % word
    for i, word in enumerate(words):
        for other in words[i + 1:]:
            if one_slip(word, other) or other.startswith(word):
                yield '"%s" and "%s" are easily mistaken' % (word, other)


def able_to_fail():
    good = ['tango', 'walrus']
    slips = [['tango', 'tangy'], ['boat', 'boats'], ['snail', 'nail'], ['form', 'from'],
             ['foot', 'football'], ['zebra', 'apple'], ['cat', 'dog'], ['Anna', 'bella']]
    def faults(words):
        return [f for f in faults_of(words) if 'enough' not in f]
    return not faults(good) and all(faults(words) for words in slips)


def main():
    with open(sys.argv[1], encoding='ascii') as file:
        found = list(faults_of(file.read().split('\n')[:-1]))
    for fault in found[:20]:
        print('# ' + fault)
    print('1..2')
    print('%s 1 the words are enough, plain, and not easily mistaken' % ('not ok' if found else 'ok'))
    print('%s 2 this test is able to fail' % ('ok' if able_to_fail() else 'not ok'))


main()
