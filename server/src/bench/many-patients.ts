import pg from 'pg'

/** How many patients the clinic of many years has, beside those whose records were merged into theirs; and copies a statement. */
const [PATIENTS, JOINED_SHARE, BATCH] = [10_000, 1.03, 1000]
/** Over how many days their first infusions are spread. */
const YEARS_DAYS = 1500

// What belongs to one person, in the order in which it refers; what stands in the safe, the book and the letters stays one.
const OWN = [
  'person',
  'person_word',
  'screening',
  'plan',
  'appointment',
  'infusion_order',
  'session',
  'visit_head',
  'session_event',
  'day_zero',
]

type Shape = { name: string; columns: { name: string; type: string }[] }

const shapesOf = async (client: pg.Client): Promise<Shape[]> => {
  const { rows } = await client.query<Shape>(
    `select table_name as name, json_agg(json_build_object('name', column_name, 'type', udt_name) order by ordinal_position) as columns
     from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER' and table_name = any($1) group by 1
     order by array_position($1, table_name::text)`,
    [OWN],
  )
  return rows
}

// Ids are those of the one they are copied from with the copy's number; times lie as many days back as the copy's first infusion does.
const copied = (column: { name: string; type: string }, table: string): string => {
  const own = `one."${column.name}"`
  if (column.name === 'clinic_id') return own
  if (column.type === 'uuid') return `case when ${own} = any($1) then md5(${own}::text || n)::uuid else ${own} end`
  if (column.type === 'timestamptz') return `${own} - back`
  if (column.type === 'date' && table !== 'person') return `(${own} - back)::date`
  if (column.type === 'tstzrange') return `tstzrange(lower(${own}) - back, upper(${own}) - back)`
  return own
}

const copyPeople = async (client: pg.Client, clinicId: string, people: number) => {
  const shapes = await shapesOf(client)
  const ids: string[] = []
  for (const { name, columns } of shapes) {
    const kept = columns.some(({ name: column }) => column === 'id')
    await client.query(`create temp table one_${name} as select * from ${name} where clinic_id = $1`, [clinicId])
    // Two who were booked for one chair at one time would be refused; these visits are over.
    if (name === 'appointment') await client.query(`update one_appointment set state = 'done' where state = 'booked'`)
    if (kept) ids.push(...(await client.query<{ id: string }>(`select id from one_${name}`)).rows.map(({ id }) => id))
  }
  const times = Math.ceil((PATIENTS * JOINED_SHARE) / people) - 1
  for (let from = 1; from <= times; from += BATCH)
    for (const { name, columns } of shapes)
      await client.query(
        `insert into ${name} (${columns.map((each) => `"${each.name}"`).join(', ')})
         select ${columns.map((each) => copied(each, name)).join(', ')}
         from one_${name} as one, generate_series($2::int, $3::int) as n, lateral (select make_interval(days => n * 7 % ${YEARS_DAYS}) as back) as past`,
        [ids, from, Math.min(times, from + BATCH - 1)],
      )
}

// Chance that is the same in every run: the same rows are asked the same share of the time.
const chance = (of: string, among: number) => `(abs(hashtext(${of})::bigint) % ${among})`

/** Of those of forty people one is a record that was merged into another, as a merge leaves it: what hung on it is filed there. */
const MERGED = `
  create temp table joined as select p.clinic_id, p.id as merged, (select q.id from person q
      where q.clinic_id = p.clinic_id and q.id > p.id and ${chance('q.id::text', 40)} <> 0 order by q.id limit 1) as kept
    from person p where p.clinic_id = $1 and ${chance('p.id::text', 40)} = 0`

const FILED = ['screening', 'plan', 'appointment', 'infusion_order', 'session']

// Asked every day before the first session, then on every day that any follow-up asks, and on days between as visits go on.
const ASKED = `
  insert into assessment (clinic_id, id, plan_id, person_id, kind, day, due_at, closes_at, cancelled_at, created_at)
  select p.clinic_id, md5(p.id::text || 'asked' || day)::uuid, p.id, p.person_id,
    case when day < 0 then 'daily pain' when p.indication = 'depression' and day % 7 = 0 then 'phq-9' else 'follow-up' end, day,
    z.on_date + day + time '14:00', z.on_date + day + 1 + time '04:00',
    case when ${chance(`p.id::text || day`, 97)} = 0 then z.on_date + day + time '12:00' end, z.on_date - 10 + time '14:00'
  from plan p join day_zero z on z.clinic_id = p.clinic_id and z.plan_id = p.id,
    generate_series(-9, 90) as day
  where p.clinic_id = $1 and day <> 0 and (day < 0 or day % 3 <> 0 or day % 7 = 0)
  on conflict do nothing`

// One in twelve never answers; the others nine times in ten, some hours later; the scores fall in some and in some they do not.
const ANSWERED = `
  insert into assessment_answer (clinic_id, id, assessment_id, person_id, body, answered_at, place)
  select a.clinic_id, md5(a.id::text || 'answer')::uuid, a.id, a.person_id,
    case when a.kind = 'phq-9' then jsonb_build_object('total', case when a.day > 0 and ${chance('a.plan_id::text', 2)} = 0 then 6 else 15 end, 'item9', 0)
      when p.indication = 'depression' then jsonb_build_object('mood', 4 + ${chance('a.id::text', 4)}, 'safetyQuestion', 'no')
      else jsonb_build_object('pain', case when a.day > 0 and ${chance('a.plan_id::text', 2)} = 0 then 3 else 6 end + ${chance('a.id::text', 3)})
        || case when a.day = 28 then '{"newProcedure":"no","rescueInfusion":"no","opioidsUp":"no"}'::jsonb else '{}' end end,
    a.due_at + make_interval(mins => ${chance(`a.id::text || 'when'`, 700)}::int), 1
  from assessment a join plan p on p.clinic_id = a.clinic_id and p.id = a.plan_id
  where a.clinic_id = $1 and a.due_at < $2 and ${chance('a.plan_id::text', 12)} <> 0 and ${chance(`a.id::text || 'said'`, 10)} <> 0
  on conflict do nothing`

const ON_FORMS = [
  `insert into answer (clinic_id, id, person_id, key, value, measured_at, source, entered_by, entered_at)
   select p.clinic_id, md5(p.id::text || 'form')::uuid, p.person_id, case p.indication when 'pain' then 'painAverage' else 'phq9Total' end,
     to_jsonb(case p.indication when 'pain' then 7 else 16 end), p.signed_at, 'form', p.signed_by, p.signed_at from plan p where p.clinic_id = $1`,
  `insert into answer_taken_back (clinic_id, answer_id, reason, taken_back_by, taken_back_at)
   select a.clinic_id, a.id, 'entered for someone else', a.entered_by, a.entered_at from answer a
   where a.clinic_id = $1 and a.key in ('painAverage', 'phq9Total') and ${chance('a.id::text', 30)} = 0`,
  `insert into plan_closure (clinic_id, id, plan_id, reason, closed_by, closed_at)
   select p.clinic_id, md5(p.id::text || 'closed')::uuid, p.id, 'moved away', p.signed_by, p.signed_at + interval '20 days'
   from plan p where p.clinic_id = $1 and ${chance('p.id::text', 5)} = 0 on conflict do nothing`,
]

/** Copies these people of a clinic under new ids until there are ten thousand, with scores, merged records, closures and what was taken back. */
export const layDown = async (
  url: string,
  { clinicId, people, now }: { clinicId: string; people: readonly string[]; now: Date },
) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // As no product writes: no trigger has seen the copies, and everybody's rows are still to be made.
    await client.query("set session_replication_role = 'replica'")
    await copyPeople(client, clinicId, people.length)
    await client.query(MERGED, [clinicId])
    await client.query('delete from joined where kept is null')
    await client.query('update person p set merged_into = kept from joined j where p.clinic_id = j.clinic_id and p.id = j.merged')
    for (const table of FILED)
      await client.query(
        `update ${table} t set person_id = kept from joined j where t.clinic_id = j.clinic_id and t.person_id = j.merged`,
      )
    await client.query('analyze')
    await client.query(ASKED, [clinicId])
    await client.query('analyze assessment')
    await client.query(ANSWERED, [clinicId, now])
    for (const rows of ON_FORMS) await client.query(rows, [clinicId])
    await client.query(
      `insert into course_mark (clinic_id, patient_id, marks, marked_at) select clinic_id, id, 1, now() from person where clinic_id = $1
       on conflict (clinic_id, patient_id) do update set marks = course_mark.marks + 1`,
      [clinicId],
    )
    await client.query('vacuum (analyze)')
    const { rows } = await client.query<Record<'people' | 'merged' | 'entries' | 'scores' | 'takenBack' | 'closures', number>>(
      `select (select count(*)::int from person where clinic_id = $1 and merged_into is null) as people,
        (select count(*)::int from person where clinic_id = $1 and merged_into is not null) as merged,
        (select count(*)::int from session_event where clinic_id = $1) as entries,
        (select count(*)::int from assessment_answer where clinic_id = $1) as scores,
        (select count(*)::int from answer_taken_back where clinic_id = $1) as "takenBack",
        (select count(*)::int from plan_closure where clinic_id = $1) as closures`,
      [clinicId],
    )
    return rows[0]
  } finally {
    await client.end()
  }
}
