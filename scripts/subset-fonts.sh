#!/bin/sh
# Makes public/fonts from the packages of Inter and JetBrains Mono (both SIL OFL 1.1): the letters of
# English and Spanish, the Greek of the formulas, weights 400 to 700. Needs Python's fonttools and brotli.
# Run from the root of the project after `npm install` when the pages need a new sign.
set -eu
inter=node_modules/@fontsource-variable/inter/files
mono=node_modules/@fontsource-variable/jetbrains-mono/files
out=public/fonts
work=$(mktemp -d)
mkdir -p "$out"

# subset NAME SOURCE UNICODES FEATURES
subset() {
  fonttools varLib.instancer "$2" wght=400:700 --output "$work/$1.ttf" --quiet
  pyftsubset "$work/$1.ttf" --unicodes="$3" --layout-features="$4" --flavor=woff2 \
    --no-hinting --desubroutinize --output-file="$out/$1.woff2"
}

text=U+20-7E,U+A0,U+A1,U+A9,U+AB,U+B1,U+B2,U+B7,U+BB,U+BD,U+BF,U+C1,U+C9,U+CD,U+D1,U+D3,U+D7,U+DA,U+DC,U+E1,U+E9,U+ED,U+F1,U+F3,U+F7,U+FA,U+FC,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2026,U+2022,U+2032,U+2190-2193,U+2212
greek=U+394,U+3A0,U+3A3,U+3B1-3B8,U+3BB,U+3BC,U+3C0,U+3C1,U+3C3,U+3C4

subset inter "$inter/inter-latin-wght-normal.woff2" "$text" kern,tnum,ccmp,locl,mark,calt
subset inter-greek "$inter/inter-greek-wght-normal.woff2" "$greek" kern
# Italics name variables: letters, not sentences.
subset inter-italic "$inter/inter-latin-wght-italic.woff2" U+20,U+28,U+29,U+2C,U+30-39,U+5B,U+5D,U+41-5A,U+61-7A,U+B7,U+2212 kern,tnum
subset mono "$mono/jetbrains-mono-latin-wght-normal.woff2" U+20-7E,U+A0,U+B7,U+D7,U+2212 kern
rm -r "$work"
