import { type KnownTotals, useKnown } from '../../../data/articles.ts'
import { Card, Empty, Table } from '../../../ui/index.tsx'

type Article = KnownTotals['articles'][number]
type Total = Article['statements'][number]['before']

/** What readers of each article knew before it and after it: totals, from enough answers on. */
export function ReadersKnew() {
  const { least, articles } = useKnown()
  return (
    <Card title="What readers knew" note={`totals from ${least} answers on; nobody is known by them`}>
      {articles.length === 0 ? (
        <Empty>Nobody has answered the statements in an article yet.</Empty>
      ) : (
        articles.map((article) => <ByStatement key={article.slug} article={article} least={least} />)
      )}
    </Card>
  )
}

const ByStatement = ({ article: { slug, statements }, least }: { article: Article; least: number }) => (
  <Table caption={`/articles/${slug}`} isCaptionShown stacks head={['Statement', 'It is', 'Before', 'After']}>
    {statements.map(({ id, text, isTrue, before, after }) => (
      <tr key={id}>
        <td>{text}</td>
        <td>{isTrue ? 'true' : 'false'}</td>
        <td>{totalWords(before, least)}</td>
        <td>{totalWords(after, least)}</td>
      </tr>
    ))}
  </Table>
)

const totalWords = (total: Total, least: number) =>
  total === null
    ? `fewer than ${least} answers`
    : `${total.right} of ${total.answered} right, ${total.wrong} wrong, ${total.notSure} not sure`
