import { type Api, api } from './client.ts'
import { type Read, usePost, useRoute } from './route.ts'

const articles: Api['articles'] = api.articles
const known: Api['articles']['known'] = articles.known
const ofArticle: Api['articles'][':articleId'] = articles[':articleId']

export type ArticleLine = Read<typeof articles>[number]
export type ArticleDetail = Read<typeof ofArticle>
export type KnownTotals = Read<typeof known>
type Begun = { articleId: string }

const news = {
  live: ['begin-article', 'save-article', 'ask-article-review', 'publish-article', 'send-article-back', 'withdraw-article'],
}

export const useArticles = (): ArticleLine[] => useRoute(articles, {}, news)
export const useArticle = (articleId: string): ArticleDetail => useRoute(ofArticle, { param: { articleId } }, news)
export const useBeginArticle = (onDone: (begun: Begun) => void) => usePost(articles, {}, { onDone })
export const useSaveArticle = (articleId: string) => usePost(ofArticle, { param: { articleId } })
export const useAskReview = (articleId: string) => usePost(ofArticle['ask-review'], { param: { articleId } })
export const usePublishArticle = (articleId: string) => usePost(ofArticle.publish, { param: { articleId } })
export const useSendBackArticle = (articleId: string) => usePost(ofArticle['send-back'], { param: { articleId } })
export const useWithdrawArticle = (articleId: string) => usePost(ofArticle.withdraw, { param: { articleId } })

/** What readers knew before an article and after it; totals alone. */
export const useKnown = (): KnownTotals => useRoute(known, {}, { live: ['count-answers'] })
