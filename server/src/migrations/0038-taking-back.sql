-- What happens once in a visit may happen again after it was taken back: the round says how often it was. A race still meets the constraint.
alter table session_event add column round smallint not null default 0;
drop index happens_once;
create unique index happens_once on session_event (clinic_id, session_id, kind, round)
  where amends_id is null and kind in ('arrived', 'started', 'stopped', 'recovering', 'left', 'cancelled');

-- An entry taken back from the wrong person's visit, offered where it belongs under its true time.
create table entry_offer (
  clinic_id uuid not null,
  id uuid not null,
  from_session_id uuid not null,
  from_event_id uuid not null,
  chair_id uuid,
  said jsonb not null,
  at timestamptz not null,
  offered_by uuid not null,
  offered_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, from_session_id) references session,
  foreign key (clinic_id, from_event_id) references session_event,
  foreign key (clinic_id, chair_id) references chair,
  foreign key (clinic_id, offered_by) references staff
);
select clinic_owned('entry_offer');
select append_only('entry_offer');
create index entry_offer_at on entry_offer (clinic_id, at);

-- What a visit said to an offer: charted there, or not theirs. Charted once, wherever that is.
create table entry_offer_answer (
  clinic_id uuid not null,
  offer_id uuid not null,
  session_id uuid not null,
  event_id uuid,
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (clinic_id, offer_id, session_id),
  foreign key (clinic_id, offer_id) references entry_offer,
  foreign key (clinic_id, session_id) references session,
  foreign key (clinic_id, event_id) references session_event,
  foreign key (clinic_id, answered_by) references staff
);
select clinic_owned('entry_offer_answer');
select append_only('entry_offer_answer');
create unique index charted_once on entry_offer_answer (clinic_id, offer_id) where event_id is not null;

-- An answer that was given for somebody else: it stays readable and no rule reads it again.
create table answer_taken_back (
  clinic_id uuid not null,
  answer_id uuid not null,
  reason text not null,
  taken_back_by uuid not null,
  taken_back_at timestamptz not null,
  primary key (clinic_id, answer_id),
  foreign key (clinic_id, answer_id) references answer,
  foreign key (clinic_id, taken_back_by) references staff
);
select clinic_owned('answer_taken_back');
select append_only('answer_taken_back');
