import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'
import type { PageData } from './data/page-data.ts'
import icon from './icon.svg?url'
import scheme from './scheme.js?url'
import share from './share.png?url'

type Chunk = { file: string; css?: string[]; imports?: string[] }
type Manifest = Record<string, Chunk>

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../client/.vite/manifest.json'), 'utf8')) as Manifest

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

/** What a search engine and a shared link are told of a page; the data is inert. */
function aboutLines({ about, frame }: PageData, title: string): string[] {
  if (!about) return []
  const { description, structured } = about
  const meta = (name: string, content: string) => `<meta ${name} content="${escapeHtml(content)}">`
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
  title: string
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

/** The text of a whole document. No inline script: the data is inert, the rest are files of this build. */
export function documentOf({
  body,
  data,
  scheme: colours,
  mood,
  title,
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
  const [main, ...rest] = script ? [...new Set(chunks.map((chunk) => chunk.file))] : []
  const fonts = mood === 'paper' ? [sans, serif] : [sans]
  return `<!doctype html>
<html lang="${data.frame.tongue ?? 'en'}" data-mood="${mood}"${colours ? ` data-scheme="${colours}"` : ''}${offersDim ? ' data-dim' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
${addresses.join('\n')}
${aboutLines(data, title).join('\n')}
<script src="${scheme}"></script>
${fonts.map((href) => `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>`).join('\n')}
${styles.map((href) => `<link rel="stylesheet" href="/${href}">`).join('\n')}
${rest.map((href) => `<link rel="modulepreload" href="/${href}">`).join('\n')}
<link rel="icon" href="${icon}" type="image/svg+xml">
${main ? `<script type="module" src="/${main}"></script>\n` : ''}</head>
<body>
<div id="root">${body}</div>
${main && script !== 'src/explore.ts' ? `<script type="application/json" id="page-data">${inScript(data)}</script>\n` : ''}</body>
</html>
`
}
