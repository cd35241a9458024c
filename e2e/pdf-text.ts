import { inflateSync } from 'node:zlib'

/** What each glyph stands for, by its hex digits: two of them in fonts of one byte a glyph, four in the others. */
type Glyphs = ReadonlyMap<string, string>

/** The text of each page of a PDF as Chromium prints it, line ends left out: what is read on paper, page by page. */
export function pagesIn(pdf: Buffer): string[] {
  const objects = objectsIn(pdf)
  const fonts = new Map<string, Glyphs>()
  const fontOf = (id: string): Glyphs => {
    const known = fonts.get(id)
    if (known) return known
    const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1]
    const made = glyphsIn(objects.get(map ?? '')?.text() ?? '')
    fonts.set(id, made)
    return made
  }
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b/.test(head))
    .map(({ head }) => {
      const named = new Map(
        [...partOf(head, objects).matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id]),
      )
      const content = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? ''
      return textOf(objects.get(content)?.text() ?? '', (name) => fontOf(named.get(name) ?? ''))
    })
}

type PdfObject = { head: string; text: () => string }

// Resources stand in the page itself, or in an object of their own.
const partOf = (head: string, objects: ReadonlyMap<string, PdfObject>): string => {
  const own = /\/Resources (\d+) 0 R/.exec(head)?.[1]
  const resources = own === undefined ? head : (objects.get(own)?.head ?? '')
  const list = /\/Font (\d+) 0 R/.exec(resources)?.[1]
  return list === undefined ? resources : (objects.get(list)?.head ?? '')
}

function objectsIn(pdf: Buffer): Map<string, PdfObject> {
  const raw = pdf.toString('latin1')
  const found = new Map<string, PdfObject>()
  for (const match of raw.matchAll(/(\d+) 0 obj\b/g)) {
    const from = match.index + match[0].length
    const end = raw.indexOf('endobj', from)
    const stream = raw.indexOf('stream', from)
    const hasStream = stream > 0 && stream < end
    const head = raw.slice(from, hasStream ? stream : end)
    const begin = raw[stream + 6] === '\r' ? stream + 8 : stream + 7
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const text = () => {
      if (!hasStream) return ''
      const bytes = pdf.subarray(begin, begin + length)
      return (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
    }
    found.set(match[1] ?? '', { head, text })
  }
  return found
}

const letters = (codes: string) => Buffer.from(codes, 'hex').swap16().toString('utf16le')
const code = (digits: string) => Number.parseInt(digits, 16)
const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').toUpperCase()

function glyphsIn(map: string): Glyphs {
  const found = new Map<string, string>()
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', text = ''] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/gi))
      found.set(glyph.toUpperCase(), letters(text))
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', text = ''] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/gi))
      for (let glyph = code(from); glyph <= code(to); glyph += 1)
        found.set(hex(glyph, from.length), letters(hex(code(text) + glyph - code(from), 4)))
  return found
}

function textOf(content: string, fontNamed: (name: string) => Glyphs): string {
  let font: Glyphs = new Map()
  let text = ''
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)>/gi)) {
    const digits = [...font.keys()][0]?.length === 2 ? /../g : /.{4}/g
    if (name !== undefined) font = fontNamed(name)
    else text += (shown?.match(digits) ?? []).map((glyph) => font.get(glyph.toUpperCase()) ?? '').join('')
  }
  return text
}
