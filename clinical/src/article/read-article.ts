import { parse } from 'yaml'
import { z } from 'zod'
import { type ArticleHead, type Block, headShape } from './article.ts'
import { type PartFault, readMarkdown } from './read-markdown.ts'

export type Article = { head: ArticleHead; blocks: Block[]; faults: PartFault[] }

const FILE = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/

/** One file of the shelf: its head in YAML, its text in Markdown. Throws where the head is not whole: a file of ours is mended, not shown. */
export function readArticle(file: string): Article {
  const [, head = '', text = ''] = FILE.exec(file) ?? []
  const read = headShape.safeParse(parse(head))
  if (!read.success) throw new Error(`The head of an article is not whole: ${z.prettifyError(read.error)}`)
  return { head: read.data, ...readMarkdown(text) }
}
