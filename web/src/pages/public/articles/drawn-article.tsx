import type { DrawnBlock, DrawnInline } from '@dripline/clinical/article'
import * as words from '@dripline/clinical/words/article'
import type { ReactNode } from 'react'
import { useReader } from '../../../data/reader.ts'
import { Link } from '../../../ui/index.tsx'
import styles from './article.module.css'
import { Scene } from './scene.tsx'

export type Source = { id: string; title: string; source: string }

/** An article’s text in plain letters. */
export const textIn = (inside: readonly DrawnInline[]): string =>
  inside.map((piece) => ('text' in piece ? piece.text : textIn(piece.inside))).join('')

type DrawnProps = { blocks: readonly DrawnBlock[]; sources: readonly Source[] }

/** An article as its reader sees it; under what gives a figure stands its source. */
export function DrawnArticle({ blocks, sources }: DrawnProps) {
  return (
    <div className={styles.text}>
      {blocks.map((block, i) => {
        const key = `${i}`
        return <Part key={key} block={block} sources={sources.filter(({ id }) => block.sources.includes(id))} />
      })}
    </div>
  )
}

function Part({ block, sources }: { block: DrawnBlock; sources: readonly Source[] }) {
  if (block.kind === 'heading') {
    const Heading = `h${block.level}` as const
    return <Heading id={block.id}>{pieces(block.inside)}</Heading>
  }
  if (block.kind === 'scene')
    return (
      <>
        <Scene scene={block.scene} />
        <Sources sources={sources} />
      </>
    )
  if (block.kind === 'claim')
    return (
      <aside className={styles.claim}>
        <p className={styles.claimTitle}>{block.claim.title}</p>
        <p>{block.claim.text}</p>
        <Sources sources={[{ id: block.claim.id, title: block.claim.title, source: block.claim.source }]} />
      </aside>
    )
  return (
    <>
      <Words block={block} />
      <Sources sources={sources} />
    </>
  )
}

function Words({ block }: { block: Extract<DrawnBlock, { kind: 'list' | 'paragraph' | 'quote' }> }) {
  if (block.kind !== 'list')
    return block.kind === 'quote' ? (
      <blockquote className={styles.quote}>{pieces(block.inside)}</blockquote>
    ) : (
      <p>{pieces(block.inside)}</p>
    )
  const List = block.isOrdered ? 'ol' : 'ul'
  return (
    <List>
      {block.items.map((item) => (
        <li key={textIn(item)}>{pieces(item)}</li>
      ))}
    </List>
  )
}

function Sources({ sources }: { sources: readonly Source[] }) {
  const to = useReader()
  if (sources.length === 0) return null
  return <p className={styles.source}>{words.source(to, { source: sources.map(({ source }) => source).join('; ') })}</p>
}

const pieces = (inside: readonly DrawnInline[]): ReactNode =>
  inside.map((piece, i) => {
    const key = `${i}`
    if ('text' in piece) return piece.kind === 'text' ? piece.text : <b key={key}>{piece.text}</b>
    if (piece.kind === 'strong') return <strong key={key}>{pieces(piece.inside)}</strong>
    if (piece.kind === 'emphasis') return <em key={key}>{pieces(piece.inside)}</em>
    if (piece.kind !== 'link') return null
    return (
      <Link key={key} href={piece.href} {...(piece.href.startsWith('https:') ? { rel: 'noreferrer noopener' } : {})}>
        {pieces(piece.inside)}
      </Link>
    )
  })
