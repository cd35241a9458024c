-- What a course came to, as the pure rules of the follow-up say it, kept so that the results count rows and fold nothing.
create table course_outcome (
  clinic_id uuid not null,
  plan_id uuid not null,
  patient_id uuid not null,
  indication text not null,
  -- Null as long as nothing was given.
  first_session date,
  first_started_at timestamptz,
  day_zero date,
  responder jsonb not null,
  due integer not null,
  answered integer not null,
  made_at timestamptz not null,
  primary key (clinic_id, plan_id),
  foreign key (clinic_id, plan_id) references plan,
  foreign key (clinic_id, patient_id) references person
);
select clinic_owned('course_outcome');
create index course_outcome_patient on course_outcome (clinic_id, patient_id);

-- How often a fact of somebody's courses has come in or changed, and up to which of these their rows are made. A counter and no flag: who
-- makes rows anew reads it first, so that a fact which is committed meanwhile leaves them marked.
create table course_mark (
  clinic_id uuid not null,
  patient_id uuid not null,
  marks bigint not null,
  made bigint not null default 0,
  -- The rules' own version the rows were made by.
  rules text not null default '',
  marked_at timestamptz not null,
  -- When time alone changes what the rows say: a window ends, a question falls due. Null when nothing more will.
  holds_until timestamptz,
  primary key (clinic_id, patient_id),
  foreign key (clinic_id, patient_id) references person
);
select clinic_owned('course_mark');
create index course_mark_behind on course_mark (clinic_id, marked_at) where made <> marks;
create index course_mark_until on course_mark (clinic_id, holds_until);

create function mark_courses(clinic uuid, patients uuid[]) returns void language sql set search_path = pg_catalog, public, pg_temp as $$
  insert into course_mark as m (clinic_id, patient_id, marks, marked_at)
  select clinic, each, 1, clock_timestamp() from (select distinct unnest(patients) as each) asked where each is not null order by each
  on conflict (clinic_id, patient_id) do update
    set marks = m.marks + 1, marked_at = case when m.made = m.marks then excluded.marked_at else m.marked_at end
$$;

-- Whoever a row belonged to and belongs to now: a merge files rows under another record, and its undoing files them back.
create function marks_by_person() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform mark_courses(new.clinic_id, array[new.person_id, case when tg_op = 'UPDATE' then old.person_id end]);
  return null;
end $$;

create function marks_by_plan() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform mark_courses(new.clinic_id, array(select p.person_id from plan p where p.clinic_id = new.clinic_id and p.id = new.plan_id));
  return null;
end $$;

create function marks_by_visit() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform mark_courses(new.clinic_id, array(
    select s.person_id from session s where s.clinic_id = new.clinic_id and s.id = new.session_id));
  return null;
end $$;

create function marks_by_answer() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform mark_courses(new.clinic_id, array(
    select a.person_id from answer a where a.clinic_id = new.clinic_id and a.id = new.answer_id));
  return null;
end $$;

create function marks_of_person() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform mark_courses(new.clinic_id, array[new.id, new.merged_into, old.merged_into]);
  return null;
end $$;

-- A value of a policy bears on whoever signed under it.
create function marks_everybody() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform mark_courses(new.clinic_id, array(select p.person_id from plan p where p.clinic_id = new.clinic_id));
  return null;
end $$;

create trigger marks_courses after insert or update on plan for each row execute function marks_by_person();
create trigger marks_courses after insert or update on session for each row execute function marks_by_person();
create trigger marks_courses after insert or update on assessment for each row execute function marks_by_person();
create trigger marks_courses after insert or update on assessment_answer for each row execute function marks_by_person();
create trigger marks_courses after insert or update on answer for each row
  when (new.key in ('phq9Total', 'painAverage')) execute function marks_by_person();
create trigger marks_courses after insert on answer_taken_back for each row execute function marks_by_answer();
create trigger marks_courses after insert or update on asking for each row execute function marks_by_person();
create trigger marks_courses after insert or update on plan_closure for each row execute function marks_by_plan();
create trigger marks_courses after insert or update on day_zero for each row execute function marks_by_plan();
-- What is only seen at the chair moves neither a start nor a stop.
create trigger marks_courses after insert on session_event for each row
  when (new.amends_id is not null or new.kind not in ('vitals', 'scores', 'note')) execute function marks_by_visit();
create trigger marks_courses after update on person for each row
  when (new.merged_into is distinct from old.merged_into or new.zone is distinct from old.zone) execute function marks_of_person();
create trigger marks_courses after insert or update on clinic_policy_value for each row
  when (new.policy = 'responder') execute function marks_everybody();
create trigger marks_courses after insert or update on default_approval for each row
  when (new.definition_kind = 'policy' and new.definition_id = 'responder') execute function marks_everybody();

-- Yesterday's courses are made in the background.
insert into course_mark (clinic_id, patient_id, marks, marked_at) select distinct clinic_id, person_id, 1, now() from plan;
