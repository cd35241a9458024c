-- A visit's entries have an order of their own, counted by the visit's head and never by a clock. What stands already is counted in the
-- order in which it is read: by time, by the step of the visit, by id.
create table visit_head (
  clinic_id uuid not null,
  session_id uuid not null,
  seq bigint not null default 0,
  primary key (clinic_id, session_id),
  foreign key (clinic_id, session_id) references session
);

alter table session_event add column seq bigint;
-- What the clocks said when it was written: reading and start of the machine, wall clock, database; null where a clock was held.
alter table session_event add column clock jsonb;

alter table session_event disable trigger rows_stay;
update session_event e set seq = counted.seq from (
  select clinic_id, id, row_number() over (
    partition by clinic_id, session_id
    order by at, array_position(array[
      'booked', 'arrived', 'taken-over', 'handed-over', 'sent-back', 'order-stands', 'checked-in', 'check-reading', 'check-taken-back',
      'check-opened', 'drawn-up', 'second-check', 'started', 'pump-found', 'rate-changed', 'paused', 'resumed', 'vitals', 'scores',
      'prescriber-asked', 'line-signed', 'dose-reading', 'drug-given', 'drug-settled', 'adverse-effect', 'no-adverse-effects', 'note',
      'stopped', 'pump-read', 'waste-reading', 'wasted', 'recovering', 'recovery-score', 'home-check', 'discharge-override',
      'discharged', 'left', 'cancelled', 'amended'], kind), id) as seq
  from session_event) as counted
  where counted.clinic_id = e.clinic_id and counted.id = e.id;
alter table session_event enable trigger rows_stay;
alter table session_event alter column seq set not null;
alter table session_event add unique (clinic_id, session_id, seq);

insert into visit_head (clinic_id, session_id, seq)
  select s.clinic_id, s.id, coalesce(max(e.seq), 0)
  from session s left join session_event e on e.clinic_id = s.clinic_id and e.session_id = s.id
  group by s.clinic_id, s.id;
select clinic_owned('visit_head');

-- How far the database's own clock was seen to have stepped, ms: taken back by every server that reads it.
create table clock_correction (
  is_one boolean primary key default true check (is_one),
  ms bigint not null,
  noticed_at timestamptz
);
insert into clock_correction (ms) values (0);
grant select, update on clock_correction to app_user;
