import type { OutcomeRow } from '@dripline/clinical'
import type { OutcomeGroup } from '../../../charts/outcome-interval.tsx'

const names: Readonly<Record<string, string>> = { pain: 'Chronic pain', depression: 'Depression, PHQ-9' }

export const groupName = (group: string) => names[group] ?? group

/** The rows of the table as the picture needs them; a small group has its name and nothing else. */
export const groupsOf = (rows: readonly OutcomeRow[]): OutcomeGroup[] =>
  rows
    .toSorted((a, b) => (a.group > b.group ? -1 : 1))
    .map((row, i) => {
      const isApart = i > 0 && { isApart: true }
      const label = groupName(row.group)
      if (row.kind === 'too few' || !row.counts.ofCounted)
        return { label, note: 'fewer than 11 people', hidden: 'not shown, and in no total on this page', ...isApart }
      const { responders, counted, missing, notYet, ofCounted, ofAnswered } = row.counts
      return {
        label,
        note: `${missing} missing, ${notYet} not yet`,
        responders,
        treated: counted,
        low: ofCounted.low,
        high: ofCounted.high,
        answered: ofAnswered?.share ?? null,
        ...isApart,
      }
    })
