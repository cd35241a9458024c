import * as words from '@dripline/clinical/words/prices'
import { useParams } from '@tanstack/react-router'
import { type Estimate, useEstimate, useHandEstimate } from '../../data/estimates.ts'
import { useReader } from '../../data/reader.ts'
import { Button, FormProblems, Paper, PatientReader } from '../../ui/index.tsx'
import { EstimateSheet } from '../portal/estimate-sheet.tsx'

export const page = {
  path: '/estimates/:estimateId',
  for: ['front desk', 'nurse', 'prescriber'],
  mood: 'work',
  title: 'Estimate on paper',
  skeleton: 'form',
} as const

/** An estimate on paper, in the language of whoever it is for; that it was handed over is said here. */
export default function EstimatePaper() {
  const { estimateId = '' } = useParams({ strict: false })
  const estimate = useEstimate(estimateId)
  const hand = useHandEstimate(estimateId)
  return (
    <>
      <PatientReader of={estimate.reader}>
        <Sheet estimate={estimate} />
      </PatientReader>
      {estimate.sentAt === null && estimate.handedAt === null && (
        <>
          <FormProblems problem={hand.problem} />
          <Button kind="second" isPending={hand.isSending} onClick={() => hand.send({})}>
            It was given on paper
          </Button>
        </>
      )}
    </>
  )
}

function Sheet({ estimate }: { estimate: Estimate }) {
  const to = useReader()
  const { name, dateOfBirth } = estimate
  return (
    <Paper
      person={{ name, dateOfBirth }}
      what={words.estimateName(to)}
      back={{ href: '/estimates', words: 'Back to the estimates' }}
    >
      <EstimateSheet {...estimate} />
      {estimate.claim && (
        <p>
          {estimate.claim.text} {estimate.claim.source}
        </p>
      )}
    </Paper>
  )
}
