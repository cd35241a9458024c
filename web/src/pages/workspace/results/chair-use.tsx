import { administrationOf } from '@dripline/clinical'
import type { Counting } from '../../../data/outcomes.ts'
import { Card, quantity, Table } from '../../../ui/index.tsx'

const MINUTES = 60

/** What the chairs were kept for in the last four weeks, by what was given; calls and evaluations keep no chair. */
export const ChairUse = ({ use }: { use: Counting['chairUse'] }) => (
  <Card title="Chair use, last 4 weeks" note="visits that took place, and how long each kept its chair">
    <Table
      caption="Chair use by what was given"
      head={['Given', { label: 'Visits', kind: 'number' }, { label: 'Chair time', kind: 'number' }]}
    >
      {use.map(({ by, visits, minutes }) => (
        <tr key={by}>
          <th scope="row">{administrationOf(by)?.title ?? by}</th>
          <td className="num">{visits}</td>
          <td className="num">{quantity(Math.round((minutes / MINUTES) * 10) / 10, 'h')}</td>
        </tr>
      ))}
    </Table>
  </Card>
)
