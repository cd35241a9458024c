export type { ArticleHead, Block } from './article.ts'
export { settingNames } from './article.ts'
export {
  claimOn,
  type DrawnBlock,
  type DrawnInline,
  drawArticle,
  minutesToRead,
  type Settings,
  textIn,
  wordsOf,
} from './draw-article.ts'
export { type ArticleFault, type Judged, judgeArticle, type Written } from './judge-article.ts'
export { type Article, readArticle } from './read-article.ts'
export { readMarkdown } from './read-markdown.ts'
export { type Reading, readingOf } from './readability.ts'
export { type AskedStatement, statementsOn } from './statements-on.ts'
