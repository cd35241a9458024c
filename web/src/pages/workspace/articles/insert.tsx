import { claims, dateOf, isInDate } from '@dripline/clinical'
import { Card, useNow } from '../../../ui/index.tsx'

/** The claims library as an author takes from it: what to write for each figure, and what it will say. */
export function Insert() {
  const today = dateOf(useNow(60_000).toISOString(), 'UTC')
  return (
    <Card title="Figures to write" note="copy what stands in braces">
      {claims
        .filter((claim) => isInDate(claim, today))
        .map(({ id, title, figures, besides }) => (
          <details key={id}>
            <summary>{title}</summary>
            <ul>
              <li>
                <code>{`{claim: ${id}}`}</code> all of it, in a box
              </li>
              {Object.entries(figures).map(([name, words]) => (
                <li key={name}>
                  <code>{`{${id}.${name}}`}</code> {words}
                </li>
              ))}
              {besides.length > 0 && <li>Only with {besides.map((each) => `{claim: ${each}}`).join(' and ')}</li>}
            </ul>
          </details>
        ))}
    </Card>
  )
}
