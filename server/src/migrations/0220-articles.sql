-- A clinic's own articles. What was written stays: every save is a version, and what became of one is a line of its own.
create table article (
  clinic_id uuid not null references clinic,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  language text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, created_by) references staff
);
select clinic_owned('article');
create unique index article_address on article (clinic_id, slug, language);

create table article_version (
  clinic_id uuid not null,
  article_id uuid not null,
  version integer not null check (version > 0),
  title text not null,
  summary text not null,
  body text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (clinic_id, article_id, version),
  foreign key (clinic_id, article_id) references article,
  foreign key (clinic_id, written_by) references staff
);
select clinic_owned('article_version');
select append_only('article_version');

create table article_event (
  clinic_id uuid not null,
  article_id uuid not null,
  place integer not null check (place > 0),
  kind text not null check (kind in ('review asked', 'sent back', 'published', 'withdrawn')),
  version integer not null,
  -- Why it was sent back or withdrawn; what was marked plain when it was published, as the reviewer saw it.
  reason text,
  marks jsonb,
  review_again_by date,
  done_by uuid not null,
  done_at timestamptz not null,
  primary key (clinic_id, article_id, place),
  foreign key (clinic_id, article_id, version) references article_version,
  foreign key (clinic_id, done_by) references staff,
  check ((kind in ('sent back', 'withdrawn')) = (reason is not null)),
  check ((kind = 'published') = (review_again_by is not null and marks is not null))
);
select clinic_owned('article_event');
select append_only('article_event');
