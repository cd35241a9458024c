import Article, { name as articles } from './article.tsx'

export const page = { path: '/articles/what-a-visit-is-like', for: 'anyone', mood: 'paper', place: 'What to expect' } as const
export const name = articles

/** An article that has a place of its own in the menu. */
export default Article
