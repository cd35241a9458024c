import { type ChartData, useCheckMedicines } from '../../../../data/chart.ts'
import { holds, usePageData } from '../../../../data/page-data.ts'
import { Button, Card, FormProblems, nextWords, Stack } from '../../../../ui/index.tsx'

/** The one filled button of a chart, made from state. */
export function NextCard({ chart: { next, person, lists, mergedInto } }: { chart: ChartData }) {
  const { clinic, user } = usePageData().frame
  const check = useCheckMedicines(person.id)
  if (!next) return null
  const { says, act, href } = nextWords(next, mergedInto?.personId ?? person.id, clinic.zone)
  const unchecked = lists.medicines.filter(
    ({ struckReason, checkedAt, status }) => struckReason === null && checkedAt === null && status !== 'stopped',
  )
  const mayCheck = holds(user, 'prescriber', 'nurse')
  return (
    <Card title="What next" edge="accent">
      <Stack>
        <p>{says}.</p>
        <FormProblems problem={check.problem} advice="Nothing was changed." />
        {next.code === 'check-medicines' ? (
          <>
            <p>{unchecked.map(({ text }) => text).join(', ')}: review them with the patient first.</p>
            {mayCheck && (
              <Button
                size="wide"
                isPending={check.isSending}
                onClick={() => check.send({ entryIds: unchecked.map(({ entryId }) => entryId) })}
              >
                Reviewed with the patient
              </Button>
            )}
          </>
        ) : (
          act &&
          href && (
            <Button size="wide" href={href}>
              {act}
            </Button>
          )
        )}
      </Stack>
    </Card>
  )
}
