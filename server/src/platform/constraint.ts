import { Problem, type ProblemCode } from '@dripline/clinical'

/** The promises the database keeps by itself, and what we say when one of them refuses. */
const refusals: Readonly<Record<string, ProblemCode>> = {
  one_call_at_a_time: 'slot-taken',
  one_patient_a_chair: 'slot-taken',
  one_place_at_a_time: 'person-elsewhere',
  happens_once: 'wrong-state',
  session_event_pkey: 'key-reused',
  person_pkey: 'key-reused',
  session_event_clinic_id_device_id_device_seq_key: 'key-reused',
  one_entry_a_place: 'key-reused',
  assessment_answer_pkey: 'key-reused',
  appointment_pkey: 'key-reused',
  one_open_visit: 'already-here',
  session_clinic_id_order_id_key: 'wrong-state',
  session_clinic_id_appointment_id_key: 'wrong-state',
  one_open_count: 'count-open',
  stock_count_entry_clinic_id_count_id_counted_by_key: 'count-open',
  call_outcome_clinic_id_call_id_key: 'call-over',
  call_clinic_id_appointment_id_key: 'call-over',
  decision_clinic_id_screening_id_key: 'already-decided',
  plan_closure_clinic_id_plan_id_key: 'wrong-state',
  one_first_order_a_number: 'plan-signed',
  infusion_order_clinic_id_replaces_id_key: 'order-sent-back',
  account_clinic_id_email_key: 'not-valid',
  merged_once: 'merged-already',
  merged_stays_closed: 'merged-already',
}

/** The problem a database error stands for, or the error itself when it stands for none: then it is a bug. */
export const problemFrom = (error: unknown): unknown => {
  if (!(error instanceof Error) || !('constraint' in error) || typeof error.constraint !== 'string') return error
  const code = refusals[error.constraint]
  return code ? new Problem(code) : error
}
