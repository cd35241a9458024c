-- The page of a link names a style of its own that nobody may cache; who has fetched it has looked at the page in a browser.
create table link_mark (
  clinic_id uuid not null,
  link_id uuid not null,
  mark text not null,
  fetched_at timestamptz not null,
  primary key (clinic_id, link_id, mark),
  foreign key (clinic_id, link_id) references link
);
select clinic_owned('link_mark');

-- What came by a link from a client that never looked at its page: kept, not charted, and asked again.
create table held_answer (
  clinic_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  person_id uuid not null,
  body jsonb not null,
  why text not null check (why in ('page not seen', 'too quick')),
  sent_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, assessment_id) references assessment,
  foreign key (clinic_id, person_id) references person
);
select clinic_owned('held_answer');
select append_only('held_answer');
create index held_answer_of on held_answer (clinic_id, assessment_id, sent_at);
