-- What readers of an article called true or false, before it and after it: counts for each week, and of nobody. Which counts one reader moved
-- together is written nowhere, in the trail neither: so this is the machine's own and not held against it.
create table statement_count (
  clinic_id uuid not null references clinic,
  slug text not null,
  language text not null,
  article_version text not null,
  statement text not null,
  statement_version text not null,
  phase text not null check (phase in ('before', 'after')),
  answer text not null check (answer in ('true', 'false', 'not sure')),
  -- The Monday of the week, in the clinic's zone.
  week date not null check (extract(isodow from week) = 1),
  answered integer not null check (answered > 0),
  primary key (clinic_id, slug, language, article_version, statement, statement_version, phase, answer, week)
);
select clinic_owned('statement_count');
