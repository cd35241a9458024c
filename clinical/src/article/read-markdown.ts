import { Marked, type Token, type Tokens } from 'marked'
import { type Block, type Inline, type Sentence, type SettingName, settingNames } from './article.ts'
import { inSentences } from './in-sentences.ts'

/** What an article may not hold, or what it names and is not there: what it is, and the article’s own words. */
export type PartFault = { why: 'part' | 'address' | 'braces' | 'entity'; quote: string }

const markdown = new Marked({ gfm: false })
const ALONE = /^\{(claim|scene): ([a-z0-9-]+)\}$/
const BRACES = /\{([^{}]*)\}/g
const FIGURE = /^([a-z0-9-]+)\.([A-Za-z][A-Za-z0-9]*)$/
const ENTITY = /&(#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i
// Ours, or one that says where it leads; nothing that runs.
const ADDRESS = /^(\/(?!\/)|#|https:\/\/|tel:|mailto:)/

const isSetting = (name: string): name is SettingName => settingNames.some((each) => each === name)

/** An article’s text as parts that can be drawn: no script, no markup, no picture from anywhere can be among them; and what it may not hold. */
export function readMarkdown(source: string): { blocks: Block[]; faults: PartFault[] } {
  const faults: PartFault[] = []
  const refuse = (why: PartFault['why'], words: string): [] => {
    faults.push({ why, quote: words.trim().slice(0, 120) })
    return []
  }
  const blocks = markdown.lexer(source).flatMap((token) => blockOf(token as Tokens.Generic & Token, refuse))
  return { blocks, faults }
}

type Refuse = (why: PartFault['why'], words: string) => []

function blockOf(token: Token, refuse: Refuse): Block[] {
  if (token.type === 'space' || token.type === 'def') return []
  if (token.type === 'heading') {
    const { depth, tokens = [], raw } = token as Tokens.Heading
    if (depth !== 2 && depth !== 3) return refuse('part', raw)
    return [{ kind: 'heading', level: depth, sentences: [inlinesOf(tokens, refuse)] }]
  }
  if (token.type === 'paragraph') return paragraphOf(token as Tokens.Paragraph, refuse)
  if (token.type === 'blockquote') {
    const inside = ((token as Tokens.Blockquote).tokens ?? []).flatMap((each) => blockOf(each, refuse))
    const isPlain = inside.every(({ kind }) => kind === 'paragraph')
    return isPlain
      ? [{ kind: 'quote', sentences: inside.flatMap((each) => ('sentences' in each ? each.sentences : [])) }]
      : refuse('part', token.raw)
  }
  if (token.type === 'list') {
    const { ordered, items } = token as Tokens.List
    return [{ kind: 'list', isOrdered: ordered, items: items.map((item) => itemOf(item, refuse)) }]
  }
  return refuse('part', token.raw)
}

function paragraphOf({ text, tokens = [] }: Tokens.Paragraph, refuse: Refuse): Block[] {
  const [, kind, name = ''] = ALONE.exec(text.trim()) ?? []
  if (kind === 'claim') return [{ kind, claim: name }]
  if (kind === 'scene') return [{ kind, scene: name }]
  return [{ kind: 'paragraph', sentences: inSentences(inlinesOf(tokens, refuse)) }]
}

const itemOf = ({ tokens = [] }: Tokens.ListItem, refuse: Refuse): Sentence[] =>
  tokens.flatMap((token) => {
    if (token.type === 'text' || token.type === 'paragraph') {
      const { tokens: inside = [] } = token as Tokens.Text
      return inSentences(inlinesOf(inside, refuse))
    }
    return token.type === 'space' ? [] : refuse('part', token.raw)
  })

const inlinesOf = (tokens: readonly Token[], refuse: Refuse): Inline[] => {
  // What stands together is read together, however the parser cut it.
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (token.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { ...token, text: last.text + token.text } as Token
    else joined.push(token)
  }
  return joined.flatMap((token) => inlineOf(token, refuse))
}

function inlineOf(token: Token, refuse: Refuse): Inline[] {
  if (token.type === 'text') return textOf((token as Tokens.Text).text, refuse)
  if (token.type === 'escape') return [{ kind: 'text', text: (token as Tokens.Escape).text }]
  if (token.type === 'br') return [{ kind: 'text', text: ' ' }]
  if (token.type === 'strong' || token.type === 'em') {
    const inside = inlinesOf((token as Tokens.Strong).tokens ?? [], refuse)
    return [{ kind: token.type === 'em' ? 'emphasis' : 'strong', inside }]
  }
  if (token.type === 'link') {
    const { href, title, tokens: within = [], raw } = token as Tokens.Link
    const inside = inlinesOf(within, refuse)
    if (href === 'plain' && !title) return [{ kind: 'plain', inside }]
    return ADDRESS.test(href) && !title ? [{ kind: 'link', href, inside }] : refuse('address', raw)
  }
  return refuse('part', token.raw)
}

/** Text, with the figures and settings that it names in braces. */
function textOf(source: string, refuse: Refuse): Inline[] {
  const [entity] = ENTITY.exec(source) ?? []
  if (entity) return refuse('entity', entity)
  const text = source.replace(/\s+/g, ' ')
  const pieces: Inline[] = []
  let from = 0
  for (const { 0: whole, 1: name = '', index } of text.matchAll(BRACES)) {
    if (index > from) pieces.push({ kind: 'text', text: text.slice(from, index) })
    from = index + whole.length
    const [, claim, figure] = FIGURE.exec(name) ?? []
    if (isSetting(name)) pieces.push({ kind: 'setting', name })
    else if (claim && figure) pieces.push({ kind: 'figure', claim, figure })
    else refuse('braces', whole)
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}
