import { useState } from 'react'
import { holds, usePageData } from '../../../data/page-data.ts'
import { useApproveDefaults } from '../../../data/people.ts'
import {
  Button,
  Card,
  ConfirmDialog,
  FormProblems,
  Line,
  Lines,
  Stack,
  StatusShape,
  TextField,
  Time,
} from '../../../ui/index.tsx'
import { counted, type Group, isChanged, restsOnNoStudy } from './groups.ts'

/** A prescriber's word on one group: how many values it signs, and how many of them rest on no study. */
export function Approval({ group }: { group: Group }) {
  const isPrescriber = holds(usePageData().frame.user, 'prescriber')
  const approve = useApproveDefaults()
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const { waiting } = group
  const rows = group.rows.filter(({ definition, value }) => waiting.includes(definition) && value !== '')
  if (waiting.length === 0) return <InForce group={group} />
  const changed = rows.filter(isChanged).length
  const bare = rows.filter(restsOnNoStudy).length
  const close = () => setAsking(false)
  const sign = () => {
    const listed = waiting.map(({ kind, id, version }) => ({ kind, id, version }))
    approve.sendAndWait(reason.trim() === '' ? { listed } : { listed, reason }).then(close, close)
  }
  return (
    <Card title="Approve this group" edge="accent">
      <Stack>
        <p>
          {counted(changed, 'value is', 'values are')} new or changed,{' '}
          {counted(rows.length - changed, 'value stays', 'values stay')}. {bare} of {rows.length} rest on no study; approving says
          that you know it.
        </p>
        <TextField
          name="reason"
          label="Why, for those who read it later"
          hint="Optional"
          lines={3}
          value={reason}
          onChange={setReason}
        />
        <FormProblems problem={approve.problem} advice="Nothing was approved. Load the page again and read what has changed." />
        <Button
          size="wide"
          isPending={approve.isSending}
          disabledReason={isPrescriber ? undefined : 'A prescriber does this.'}
          onClick={() => setAsking(true)}
        >
          Approve {counted(rows.length, 'value')}
        </Button>
        <ConfirmDialog
          isOpen={isAsking}
          onClose={close}
          status="inform"
          title={`Approve ${counted(rows.length, 'value')} of “${group.name}”?`}
          confirm="I have read them, approve"
          cancel="Not yet"
          isPending={approve.isSending}
          onConfirm={sign}
        >
          <p>
            {bare} of them are proposed by this software and have no study behind them. Your name and the values stay on record.
          </p>
        </ConfirmDialog>
        <Touches />
      </Stack>
    </Card>
  )
}

const Touches = () => (
  <>
    <h3>What it touches</h3>
    <Lines>
      <Line mark={<StatusShape status="clear" size={18} />}>
        Visits under way finish on the values they started with. Old records keep theirs.
      </Line>
      <Line mark={<StatusShape status="inform" size={18} />}>Until every group is approved, no plan can be signed.</Line>
    </Lines>
  </>
)

const InForce = ({ group }: { group: Group }) => (
  <Card title="In force">
    <Stack>
      <p>All {counted(group.rows.length, 'value')} of this group are approved.</p>
      <Lines>
        {group.definitions.map(
          ({ id, kind, title, approved }) =>
            approved && (
              <Line
                key={`${kind} ${id}`}
                mark={<StatusShape status="clear" size={18} />}
                note={
                  <>
                    {approved.by}, <Time at={approved.at} form="full day and time" />
                    {approved.reason && `: “${approved.reason}”`}
                  </>
                }
              >
                {title}
              </Line>
            ),
        )}
      </Lines>
    </Stack>
  </Card>
)
