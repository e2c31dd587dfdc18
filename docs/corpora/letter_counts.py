#!/usr/bin/env python3
"""Counts the letters A to Z of running text in the HTML pages of a folder.

The French and English counts of `crypto.vigenere-unknown-length` come from the Debian package debian-handbook
(R. Hertzog, R. Mas, The Debian Administrator's Handbook; GPL-2.0+ or CC BY-SA 3.0), in these steps:

    apt-get download debian-handbook=11.20220922 && dpkg-deb -x debian-handbook_11.20220922_all.deb handbook
    python3 letter_counts.py en handbook/usr/share/doc/debian-handbook/html/en-US
    python3 letter_counts.py fr handbook/usr/share/doc/debian-handbook/html/fr-FR

Only paragraphs count (<div class="para">), without code, commands, addresses and file names (<code>, <pre>, <tt>,
<kbd>), and only those with more common words of the language wanted than of the other: some pages of the French book
are not translated. Accents are taken off, œ is read as oe and æ as ae. Standard library only.
"""

import html.parser
import pathlib
import re
import sys
import unicodedata

SKIPPED = {"code", "pre", "tt", "kbd", "script", "style", "head"}
COMMON = {
    "en": {"THE", "OF", "AND", "TO", "IS", "IN", "IT", "THAT"},
    "fr": {"LE", "LA", "LES", "DE", "ET", "DES", "EST", "UN", "UNE"},
}
VOID = {"br", "img", "hr", "meta", "link", "input", "col", "area", "base", "wbr"}


class Paragraphs(html.parser.HTMLParser):
    """Collects the texts of paragraphs without their code."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.texts = []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            is_paragraph = "para" in (dict(attrs).get("class") or "").split()
            self.open.append((tag, is_paragraph))
            if is_paragraph:
                self.texts.append("")

    def handle_endtag(self, tag):
        while self.open:
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data):
        if any(para for _, para in self.open) and not any(tag in SKIPPED for tag, _ in self.open):
            self.texts[-1] += data


def folded(text):
    text = text.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE")
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).upper()


def is_in(language, text):
    words = re.findall("[A-Z]+", text)
    found = {name: sum(word in common for word in words) for name, common in COMMON.items()}
    return found[language] > sum(found.values()) - found[language]


def letters(language, folder):
    for page in sorted(pathlib.Path(folder).glob("*.html")):
        parser = Paragraphs()
        parser.feed(page.read_text(encoding="utf-8"))
        for text in map(folded, parser.texts):
            if is_in(language, text):
                yield from (c for c in text if "A" <= c <= "Z")


def main():
    counts = [0] * 26
    for c in letters(sys.argv[1], sys.argv[2]):
        counts[ord(c) - ord("A")] += 1
    total = sum(counts)
    print("letters", total)
    print(", ".join(str(n) for n in counts))
    print("per mille", " ".join(f"{chr(65 + i)}{1000 * n / total:.1f}" for i, n in enumerate(counts)))
    print("two equal letters", round(sum((n / total) ** 2 for n in counts), 4))


if __name__ == "__main__":
    main()
