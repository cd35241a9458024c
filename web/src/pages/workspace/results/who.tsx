import { useNavigate } from '@tanstack/react-router'
import type { Counted, Counting, Period, Standing } from '../../../data/outcomes.ts'
import { holds, usePageData } from '../../../data/page-data.ts'
import { Card, Link, Table } from '../../../ui/index.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { dayWords, doubtWords, sayChange, sayOutcome } from '../relief/outcome-words.ts'
import { groupName } from './groups.ts'
import styles from './results.module.css'

const standings: readonly Standing[] = ['responded', 'no response', 'missing', 'not yet', 'not judged']

/** Who is listed by what stands in the address; without a word the missing are. */
export const standingIn = (asked: string | null): Standing => standings.find((standing) => standing === asked) ?? 'missing'

type ListedWho = Counting['who']
const hrefOf = (who: Standing, period: Period, page = 1) =>
  `/results?who=${encodeURIComponent(who)}${period === 'all' ? '' : `&period=${period}`}${page === 1 ? '' : `&page=${page}`}`

/** Who stands behind each figure, by pages. */
export function Who({ who, period }: { who: ListedWho; period: Period }) {
  const { shown, page, size, counts, people } = who
  const navigate = useNavigate()
  return (
    <Card title="Who" note="everyone in the groups shown, latest first infusion first">
      <nav aria-label="Who is listed">
        <ul className={styles.choices}>
          {standings.map((standing) => (
            <li key={standing}>
              <Link href={hrefOf(standing, period)} {...(standing === shown ? { 'aria-current': 'true' } : {})}>
                {standing} <b className="num">{counts[standing]}</b>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {people.length === 0 ? (
        <p>{counts[shown] === 0 ? `No one: ${shown}.` : 'No one on this page.'}</p>
      ) : (
        <Table stacks caption={`People: ${shown}`} head={['Person', 'Day 0', 'Before and at day 28']}>
          {people.map((person) => (
            <Person key={`${person.planId} ${person.group}`} {...person} />
          ))}
        </Table>
      )}
      {counts[shown] > 0 && (
        <Pager page={page} size={size} total={counts[shown]} onPage={(next) => navigate({ href: hrefOf(shown, period, next) })} />
      )}
    </Card>
  )
}

function Person({ personId, name, group, dayZero, responder }: Counted) {
  const { user } = usePageData().frame
  const { baseline, after, fallPercent, doubts } = responder.read
  return (
    <tr>
      <td>
        {holds(user, 'prescriber') ? <Link href={`/patients/${personId}/relief`}>{name}</Link> : name}
        <small>{groupName(group)}</small>
      </td>
      <td>{dayZero ? dayWords(dayZero) : 'not yet'}</td>
      <td>
        {baseline ?? 'not known'} → {after ?? 'not answered'}
        {fallPercent !== null && `, ${sayChange(fallPercent)}`}
        <small>{[sayOutcome(responder), ...doubts.map((doubt) => doubtWords[doubt])].join('. ')}</small>
      </td>
    </tr>
  )
}
