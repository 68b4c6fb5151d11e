#!/usr/bin/env bash
# Makes the files beside it from orsk.md, with the programs that people use: pandoc, LibreOffice and Chromium.
# Run it anew only to change the article: the files are kept, so that the tests need none of these programs.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for format in docx odt html; do
  pandoc orsk.md -s --shift-heading-level-by=-1 -o "orsk.pandoc.$format"
done
pandoc orsk.md -s --shift-heading-level-by=-1 -t asciidoc -o orsk.adoc
pandoc orsk.md -s -t rst -o orsk.rst
office() { # FROM TO: LibreOffice's version of pandoc's file
  soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "$2" --outdir "$work" "orsk.pandoc.$1" >/dev/null
  cp "$work/orsk.pandoc.${2%%:*}" "orsk.libreoffice.${2%%:*}"
}
office odt 'docx:MS Word 2007 XML'
office docx odt
office docx pdf
office docx html
chromium --headless --no-sandbox --disable-gpu "--print-to-pdf=$work/page.pdf" "file://$PWD/orsk.pandoc.html" 2>/dev/null
cp "$work/page.pdf" orsk.chromium.pdf
cd ../refused
qpdf --encrypt secret secret 256 -- ../articles/orsk.chromium.pdf encrypted.pdf
echo '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><rect width="50" height="50"/></svg>' > "$work/a.svg"
echo '<img src=a.svg>' > "$work/a.html"
chromium --headless --no-sandbox --no-pdf-header-footer --print-to-pdf=scanned.pdf "file://$work/a.html" 2>/dev/null
cd ../pages  # two columns, hyphens at the ends of lines, and the browser's running heads and page numbers
chromium --headless --no-sandbox --disable-gpu "--print-to-pdf=$work/page.pdf" "file://$PWD/columns.html" 2>/dev/null
cp "$work/page.pdf" columns.pdf
# orsk.chromium.mhtml is the pandoc page as Chromium's DevTools save it (Page.captureSnapshot), its address changed.
