import { Says } from '../../../explore/turn-place.tsx'
import Article, { name as articles } from './article.tsx'

export const page = {
  path: '/articles/how-ketamine-works-on-pain',
  for: 'anyone',
  mood: 'paper',
  place: 'How it works',
  script: 'explore',
} as const
export const name = articles

/** The article whose drawings can be played; still, and the same in words, without script. */
export default function HowItWorks() {
  return (
    <>
      <Article />
      <Says />
    </>
  )
}
