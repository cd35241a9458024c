-- What the results count stands in columns of its own, in an order in which a person's first course of each kind comes first: they are
-- counted from one index. Days between the first call that was held and the first infusion are kept like the rest.
alter table course_outcome add column waited_days integer;
alter table course_outcome add column kind text not null generated always as (responder->>'kind') stored;
alter table course_outcome add column reason text generated always as (responder->>'reason') stored;
create index course_outcome_firsts on course_outcome (clinic_id, patient_id, indication, first_started_at, plan_id)
  include (first_session, kind, reason, due, answered, waited_days) where first_session is not null;

-- Whoever's rows are behind, in a column of its own: how rare that is the database can count only so.
alter table course_mark add column is_behind boolean not null generated always as (made <> marks) stored;
drop index course_mark_behind;
create index course_mark_waiting on course_mark (clinic_id, marked_at) where is_behind;
-- Whoever's rows other rules made are found by them.
create index course_mark_rules on course_mark (clinic_id, rules);

-- A call that was held, or was not after all, moves how long somebody waited, once they have a plan.
create function marks_by_call() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform mark_courses(new.clinic_id, array(select distinct p.person_id from plan p
    where p.clinic_id = new.clinic_id and p.person_id in (new.person_id, case when tg_op = 'UPDATE' then old.person_id end)));
  return null;
end $$;
create trigger marks_courses_later after update on appointment for each row
  when (new.kind = 'call' and (new.state = 'done' or old.state = 'done')) execute function marks_by_call();
create trigger marks_courses after insert on appointment for each row
  when (new.kind = 'call' and new.state = 'done') execute function marks_by_call();

-- Who has not answered: asked of staff's concern, and still standing.
create index assessment_asked on assessment (clinic_id, due_at) where cancelled_at is null and kind <> 'daily pain';

-- When staff begin to call: an hour of the patient's day, so many days after they were asked. A zone that this database does not know,
-- though the server did, moves one person's hour and breaks nobody's list.
create function staff_calls_at(due timestamptz, zone text, days integer, hour integer) returns timestamptz
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return ((due at time zone zone)::date + days + make_time(hour, 0, 0)) at time zone zone;
exception when invalid_parameter_value then
  return ((due at time zone 'UTC')::date + days + make_time(hour, 0, 0)) at time zone 'UTC';
end $$;

-- Courses whose questions may still change are found from their orders.
create index infusion_order_until on infusion_order (clinic_id, valid_until);

-- Calls that ended without a treatment are counted, and are few among the calls.
create index call_outcome_not_treated on call_outcome (clinic_id, decided_at) where outcome in ('not suitable now', 'urgent referral');

-- What a chart, a list and the daily sweep look for.
create index decision_person on decision (clinic_id, person_id);
create index plan_decision on plan (clinic_id, decision_id);
create index audit_read_minute on audit_read (clinic_id, minute);
