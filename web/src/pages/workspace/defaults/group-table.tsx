import { keysOf } from '@dripline/clinical'
import { useState } from 'react'
import { Card, PressKeys, Table, Time } from '../../../ui/index.tsx'
import styles from './defaults.module.css'
import { type Group, isChanged, type Row, restsOnNoStudy } from './groups.ts'
import { OwnValue } from './own-value.tsx'

const filters = { all: 'All', changed: 'Changed', 'no study': 'No study' } as const
type Filter = keyof typeof filters

const shows: Record<Filter, (row: Row) => boolean> = { all: () => true, changed: isChanged, 'no study': restsOnNoStudy }

/** Every value of a group: what was approved before it, what it is now, who says so and on what ground. */
export function GroupTable({ group }: { group: Group }) {
  const [filter, setFilter] = useState<Filter>('all')
  const shown = group.definitions
    .map((definition) => ({ definition, rows: group.rows.filter((row) => row.definition === definition && shows[filter](row)) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <Card
      title={group.name}
      flush
      aside={
        <PressKeys
          label="Which values"
          isLabelHeard
          keys={keysOf(filters).map((value) => ({
            value,
            label: `${filters[value]} ${group.rows.filter(shows[value]).length}`,
          }))}
          value={filter}
          onPick={setFilter}
        />
      }
    >
      <Table caption={group.name} head={['Value', 'Approved → now', 'Source', 'Basis']}>
        {shown.flatMap(({ definition, rows }) => [
          <tr key={`${definition.kind} ${definition.id}`} className={styles.definition}>
            <th scope="rowgroup" colSpan={4}>
              {definition.title}
              <small>
                {definition.kind} {definition.id}, version {definition.version.slice(0, 7)}
                {definition.approved && (
                  <>
                    , approved by {definition.approved.by}, <Time at={definition.approved.at} form="full day" />
                  </>
                )}
                {definition.before && (
                  <>
                    , version {definition.before.version.slice(0, 7)} was approved by {definition.before.by},{' '}
                    <Time at={definition.before.at} form="full day" />
                    {definition.before.values === null && '; its values were not saved then'}
                  </>
                )}
              </small>
            </th>
          </tr>,
          ...rows.map((row) => <ValueRow key={row.key} row={row} />),
        ])}
      </Table>
      {shown.length === 0 && <p className={styles.none}>No value in this group matches.</p>}
    </Card>
  )
}

const ValueRow = ({ row }: { row: Row }) => (
  <tr data-changed={isChanged(row) || undefined} className={styles.row}>
    <th scope="row">{row.says}</th>
    <td>
      {row.before === null && <span className={styles.new}>new</span>}
      {typeof row.before === 'string' && (
        <>
          <del>{row.before}</del> <span aria-hidden="true">→</span>{' '}
        </>
      )}
      <b>{row.value === '' ? 'not asked any more' : row.value}</b>
      <OwnValue row={row} />
    </td>
    <td>{row.source}</td>
    <td>
      <span className={styles.basis} data-basis={row.basis}>
        {row.basis === 'proposed' ? 'proposal, no study' : 'source'}
      </span>
    </td>
  </tr>
)
