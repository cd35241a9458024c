import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'
import beforePaint from './before-paint.js?url'
import type { PageData } from './data/page-data.ts'
import type { Numbers } from './explore/turn.ts'
import framedScript from './framed.js?url'
import icon from './icon.svg?url'
import share from './share.png?url'

type Chunk = { file: string; css?: string[]; imports?: string[] }
type Manifest = Record<string, Chunk>

const built = (file: string) => readFileSync(join(import.meta.dirname, '../client', file), 'utf8')
const manifest = JSON.parse(built('.vite/manifest.json')) as Manifest

/** The numbers that the build has worked out for the turns of an article; none while it is still at it. */
export const builtNumbers = (): Readonly<Record<string, Numbers>> => {
  const file = join(import.meta.dirname, 'turns.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

const sheets = new Map<string, string>()
/** A stylesheet of this build as a page carries it. */
const sheetOf = (file: string): string => {
  const known = sheets.get(file) ?? built(file).trim()
  sheets.set(file, known)
  return known
}

/** A page that anybody may open brings its styles with it, and is drawn from its first answer; the others find them kept. */
const stylesOf = (isOpen: boolean, files: readonly string[], hasScript: boolean): string => {
  const links = (how: string) => files.map((href) => `<link rel="stylesheet" href="/${href}"${how}>`).join('\n')
  if (!isOpen) return links('')
  // The page's script looks for its styles by their address: they are named, and not fetched again.
  return `<style>${files.map(sheetOf).join('\n')}</style>${hasScript ? links(' disabled') : ''}`
}

/** The script of a page of paper, which is whole without it, comes once the page is seen; the workspace waits for its own. */
const scriptLines = (mood: DocumentParts['mood'], [main, ...rest]: readonly string[]): string => {
  const later = mood === 'paper' && main ? ` data-later="${[main, ...rest].map((file) => `/${file}`).join(' ')}"` : ''
  const first = `<script src="${beforePaint}"${later}></script>`
  if (mood === 'paper' || !main) return first
  const ahead = rest.map((href) => `<link rel="modulepreload" href="/${href}">`)
  return [first, ...ahead, `<script type="module" src="/${main}"></script>`].join('\n')
}

/** Within a frame of another site: what tells that site how high the page is. */
const framedLines = (named: readonly string[] | undefined): string[] =>
  named ? [`<script src="${framedScript}" data-named="${escapeHtml(named.join(' '))}" defer></script>`] : []

/** A chunk of the browser's build with everything it imports, each once. */
function chunksOf(name: string, seen = new Set<string>()): Chunk[] {
  const chunk = manifest[name]
  if (!chunk || seen.has(name)) return []
  seen.add(name)
  return [chunk, ...(chunk.imports ?? []).flatMap((each) => chunksOf(each, seen))]
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const inScript = (value: unknown) =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')

const meta = (name: string, content: string) => `<meta ${name} content="${escapeHtml(content)}">`

/** What a search engine and a shared link are told of a page; the data is inert. */
function aboutLines({ about, frame }: PageData, title: string, summary: string | undefined): string[] {
  if (!about) return summary ? [meta('name="description"', summary)] : []
  const { description, structured } = about
  return [
    meta('name="description"', description),
    meta('property="og:type"', 'article'),
    meta('property="og:title"', title),
    meta('property="og:description"', description),
    meta('property="og:image"', `${frame.address?.origin ?? ''}${share}`),
    `<link rel="alternate" type="application/atom+xml" href="${escapeHtml(frame.address?.base ?? '')}/articles/feed.xml">`,
    `<script type="application/ld+json">${inScript(structured)}</script>`,
  ]
}

export type DocumentParts = {
  body: string
  data: PageData
  scheme: 'light' | 'dark' | undefined
  mood: 'paper' | 'work'
  /** Anybody may open it: its answer is made smaller on the wire. */
  isOpen: boolean
  title: string
  /** What a search engine is told of a page that has no data of its own for it. */
  summary: string | undefined
  /** Lines of the head that say where this page stands in each language, or that nobody should list it. */
  addresses: readonly string[]
  offersDim: boolean
  /** What the page's script begins with; null where it has none. */
  script: 'src/main.tsx' | 'src/paper.tsx' | 'src/explore.ts' | null
  /** Parts of the browser's build that this page will need at once. */
  files: readonly string[]
  /** Parts that the server alone draws: this page needs their styles, and never their script. */
  drawn: readonly string[]
}

/** The text of a whole document. No inline script: the data is inert, the rest is of this build. */
export function documentOf({
  body,
  data,
  scheme: colours,
  mood,
  isOpen,
  title,
  summary,
  addresses,
  offersDim,
  script,
  files,
  drawn,
}: DocumentParts): string {
  const chunks = [...(script ? [script] : []), ...files].flatMap((file) => chunksOf(file))
  const ground = manifest['src/base.css']?.file ?? []
  const looks = [...drawn.flatMap((file) => chunksOf(file)), ...chunks].flatMap(({ css }) => css ?? [])
  const styles = [...new Set([ground, looks].flat())]
  const scripts = script ? [...new Set(chunks.map((chunk) => chunk.file))] : []
  const accent = mood === 'paper' ? (data.frame.clinic.accent ?? null) : null
  const fonts = mood === 'paper' ? [sans, serif] : [sans]
  return `<!doctype html>
<html lang="${data.frame.tongue ?? 'en'}" data-mood="${mood}"${colours ? ` data-scheme="${colours}"` : ''}${offersDim ? ' data-dim' : ''}${data.frame.framedOn ? ' data-framed' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
${addresses.join('\n')}
${aboutLines(data, title, summary).join('\n')}
${[scriptLines(mood, scripts), ...framedLines(data.frame.framedOn)].join('\n')}
${fonts.map((href) => `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>`).join('\n')}
${stylesOf(isOpen, styles, script !== null)}${accent === null ? '' : `\n<link rel="stylesheet" href="${escapeHtml(accent)}">`}
<link rel="icon" href="${icon}" type="image/svg+xml">
</head>
<body>
<div id="root">${body}</div>
${script && script !== 'src/explore.ts' ? `<script type="application/json" id="page-data">${inScript(data)}</script>\n` : ''}</body>
</html>
`
}
