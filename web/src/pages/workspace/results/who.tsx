import { useRouterState } from '@tanstack/react-router'
import type { Counted, Period } from '../../../data/outcomes.ts'
import { holds, usePageData } from '../../../data/page-data.ts'
import { Card, Link, Table } from '../../../ui/index.tsx'
import { dayWords, doubtWords, sayChange, sayOutcome } from '../relief/outcome-words.ts'
import { groupName } from './groups.ts'
import styles from './results.module.css'

type Shown = 'responded' | 'no response' | 'missing' | 'not yet' | 'not judged'

const kinds: readonly Shown[] = ['responded', 'no response', 'missing', 'not yet', 'not judged']

const kindOf = ({ responder }: Counted): Shown => {
  if (responder.kind === 'responder') return 'responded'
  if (responder.kind === 'not yet') return 'not yet'
  if (responder.kind === 'not eligible') return 'not judged'
  return responder.reason === 'missing' || responder.reason === 'no baseline' ? 'missing' : 'no response'
}

/** Who stands behind each figure. */
export function Who({ people, period }: { people: readonly Counted[]; period: Period }) {
  const asked = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr })).get('who')
  const shown = kinds.find((kind) => kind === asked) ?? 'missing'
  const listed = people.filter((person) => kindOf(person) === shown)
  return (
    <Card title="Who" note="everyone in the groups shown">
      <nav aria-label="Who is listed">
        <ul className={styles.choices}>
          {kinds.map((kind) => (
            <li key={kind}>
              <Link
                href={`/results?who=${encodeURIComponent(kind)}${period === 'all' ? '' : `&period=${period}`}`}
                {...(kind === shown ? { 'aria-current': 'true' } : {})}
              >
                {kind} <b className="num">{people.filter((person) => kindOf(person) === kind).length}</b>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {listed.length === 0 ? (
        <p>No one: {shown}.</p>
      ) : (
        <Table stacks caption={`People: ${shown}`} head={['Person', 'Day 0', 'Before and at day 28']}>
          {listed.map((person) => (
            <Person key={`${person.planId} ${person.group}`} {...person} />
          ))}
        </Table>
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
