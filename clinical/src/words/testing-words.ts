import { CLOSE, OPEN } from './pseudo.ts'

/** What any text may hold outside messages: what `Intl` says of a time or a list, and units. */
const everywhere =
  /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|\b[ap]m\b|\b[AP]M\b|\b[ECMP]T\b|\bmg\b|\b(and|or)\b/g

/** Everything of a page that is read or heard: its texts in order, and each text that stands in an attribute. */
export function readIn(html: string): string[] {
  const bare = html.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
  const attributes = bare.matchAll(/\s(?:aria-label|aria-description|title|placeholder|alt|label)="([^"]*)"/g)
  const texts = bare.replaceAll(/<[^>]*>/g, ' ')
  return [texts, ...[...attributes].map(([, text = '']) => text)].map(unescaped)
}

const unescaped = (text: string) =>
  text
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** The words of a text that no message said: all outside the marks, and inside them what came as a value and is nobody’s name. */
export function unsaidIn(text: string, names: readonly string[]): string[] {
  const nameless = [...names].sort((a, b) => b.length - a.length).reduce((rest, name) => rest.replaceAll(name, ' '), text)
  const [outside, inside] = apart(nameless.replaceAll(/https?:\/\/[^\s⟦⟧]+/g, ' ').replaceAll(everywhere, ' '))
  return [...(outside.match(/\p{L}[\p{L}’'-]*/gu) ?? []), ...(inside.match(/\w*[aeiouAEIOU]\w*/g) ?? [])]
}

function apart(text: string): [outside: string, inside: string] {
  let depth = 0
  const found: [string, string] = ['', '']
  for (const letter of text) {
    if (letter === OPEN) depth += 1
    else if (letter === CLOSE) depth -= 1
    found[depth > 0 ? 1 : 0] += letter === OPEN || letter === CLOSE ? ' ' : letter
  }
  return depth === 0 ? found : [`${found[0]} unclosed`, found[1]]
}
