import Article, { name as articles } from './article.tsx'

export const page = { path: '/articles/how-ketamine-works-on-pain', for: 'anyone', mood: 'paper', place: 'How it works' } as const
export const name = articles

/** An article that has a place of its own in the menu. */
export default Article
