-- Two records of one person become one: what hangs on a person is filed under the record that is kept, and where each row was filed
-- before stays readable here. Undone within its days, every row goes back.
create table person_merge (
  clinic_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  -- What stood in the kept record's fields before, and what stands there since: {"phone": {"before": …, "after": …}}.
  fields jsonb not null,
  -- Records that had been merged into the merged one earlier.
  also_merged jsonb not null default '[]',
  reason text,
  merged_by uuid,
  merged_at timestamptz not null,
  undo_until timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  undo_reason text,
  primary key (clinic_id, id),
  foreign key (clinic_id, kept_id) references person,
  foreign key (clinic_id, merged_id) references person,
  foreign key (clinic_id, merged_by) references staff,
  foreign key (clinic_id, undone_by) references staff
);
select clinic_owned('person_merge');
create unique index merged_once on person_merge (clinic_id, merged_id) where undone_at is null;
create index person_merge_kept on person_merge (clinic_id, kept_id);

create table person_refile (
  clinic_id uuid not null,
  merge_id uuid not null,
  -- merge: it came over. kept: it was here already. late: it was on its way to the merged record. undo: it was put where it is now.
  act text not null check (act in ('merge', 'kept', 'late', 'undo')),
  table_name text not null,
  row_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  at timestamptz not null,
  primary key (clinic_id, merge_id, act, table_name, row_id),
  foreign key (clinic_id, merge_id) references person_merge
);
select clinic_owned('person_refile');
select append_only('person_refile');

-- Somebody looked at two records and said that they are two people.
create table person_pair_apart (
  clinic_id uuid not null,
  id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, first_id, second_id),
  foreign key (clinic_id, first_id) references person,
  foreign key (clinic_id, second_id) references person,
  foreign key (clinic_id, said_by) references staff,
  check (first_id < second_id)
);
select clinic_owned('person_pair_apart');
select append_only('person_pair_apart');

-- What stands there stays, and may be filed under another record by a merge alone: the row itself does not change.
create or replace function refuse_change() returns trigger language plpgsql as $$
declare merge uuid := nullif(current_setting('app.refiling', true), '')::uuid;
begin
  if tg_op = 'UPDATE' and merge is not null and to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id'
    and exists (select from person_refile as r where r.clinic_id = (to_jsonb(old) ->> 'clinic_id')::uuid and r.merge_id = merge
      and r.table_name = tg_table_name and r.row_id = (to_jsonb(old) ->> 'id')::uuid
      and r.from_id = (to_jsonb(old) ->> 'person_id')::uuid and r.to_id = (to_jsonb(new) ->> 'person_id')::uuid)
  then return new; end if;
  raise exception '% only grows: % refused', tg_table_name, lower(tg_op) using errcode = '42501';
end $$;

-- Who writes to a record while it is being merged waits a moment, and what is written goes where the record went.
create function follow_merge() returns trigger language plpgsql as $$
declare kept uuid; merge uuid;
begin
  if new.person_id is null then return new; end if;
  select merged_into into kept from person where clinic_id = new.clinic_id and id = new.person_id for key share;
  if kept is null then return new; end if;
  select id into merge from person_merge
    where clinic_id = new.clinic_id and merged_id = new.person_id and undone_at is null;
  if merge is not null then
    insert into person_refile (clinic_id, merge_id, act, table_name, row_id, from_id, to_id, at)
    values (new.clinic_id, merge, 'late', tg_table_name, new.id, new.person_id, kept, now());
  end if;
  new.person_id := kept;
  return new;
end $$;

-- Rows that belong to a record and not to the person stay where they are: its words for the search, what its own fields said before.
create function hangs_on_person(t regclass) returns boolean language sql stable return
  exists (select from pg_attribute where attrelid = t and attname = 'person_id' and not attisdropped)
  and t::text not in ('person_word', 'person_change');

create function follows_merges(t regclass) returns void language plpgsql as $$
begin
  if not hangs_on_person(t) or exists (select from pg_trigger where tgrelid = t and tgname = 'follows_merge') then return; end if;
  execute format('create trigger follows_merge before insert on %s for each row execute function follow_merge()', t);
  execute format('grant update (person_id) on %s to app_user', t);
end $$;

select follows_merges(oid::regclass) from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' and hangs_on_person(oid::regclass);

-- So that no table that comes later can be forgotten.
create or replace function clinic_owned(t regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  if current_setting('row_security') = 'on' then execute format('alter table %s force row level security', t); end if;
  execute format('create policy own_clinic on %s using (clinic_id = current_clinic()) with check (clinic_id = current_clinic())', t);
  execute format('grant select, insert, update on %s to app_user', t);
  perform follows_merges(t);
end $$;

create or replace function append_only(t regclass) returns void language plpgsql as $$
begin
  execute format('revoke update, delete, truncate on %s from app_user', t);
  execute format('create trigger rows_stay before update or delete on %s for each row execute function refuse_change()', t);
  execute format('create trigger table_stays before truncate on %s for each statement execute function refuse_change()', t);
  if hangs_on_person(t) then execute format('grant update (person_id) on %s to app_user', t); end if;
end $$;

-- Every row that hangs on a person, with what it is and which other rows it names.
create function rows_on_person(clinic uuid, person uuid) returns table (table_name text, row_id uuid, names uuid[], body jsonb)
language plpgsql stable as $$
declare t regclass;
begin
  for t in select oid::regclass from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and hangs_on_person(oid::regclass) order by relname
  loop
    return query execute format(
      'select %L::text, r.id, array(select value::uuid from jsonb_each_text(to_jsonb(r))
         where key not in (''id'', ''clinic_id'', ''person_id'') and value ~ ''^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$''),
         to_jsonb(r) from %s as r where r.clinic_id = $1 and r.person_id = $2', t::text, t) using clinic, person;
  end loop;
end $$;

create function count_on_person(clinic uuid, person uuid) returns table (table_name text, rows integer)
language plpgsql stable as $$
declare t regclass;
begin
  for t in select oid::regclass from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and hangs_on_person(oid::regclass) order by relname
  loop
    return query execute format('select %L::text, count(*)::integer from %s as r where r.clinic_id = $1 and r.person_id = $2',
      t::text, t) using clinic, person;
  end loop;
end $$;

-- Files everything of one record under another and notes each row, of both; gives nothing, the notes say it all.
create function refile_person(clinic uuid, merge uuid, merged uuid, kept uuid, at timestamptz) returns void language plpgsql as $$
declare t regclass;
begin
  perform set_config('app.refiling', merge::text, true);
  for t in select oid::regclass from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and hangs_on_person(oid::regclass) order by relname
  loop
    execute format(
      'insert into person_refile (clinic_id, merge_id, act, table_name, row_id, from_id, to_id, at)
       select $1, $2, case when r.person_id = $3 then ''merge'' else ''kept'' end, %L, r.id, r.person_id, $4, $5
       from %s as r where r.clinic_id = $1 and r.person_id in ($3, $4)', t::text, t) using clinic, merge, merged, kept, at;
    execute format('update %s set person_id = $3 where clinic_id = $1 and person_id = $2', t) using clinic, merged, kept;
  end loop;
  perform set_config('app.refiling', '', true);
end $$;

-- Puts rows under another record again, each noted.
create function refile_rows(clinic uuid, merge uuid, of_table regclass, row_ids uuid[], target uuid, at timestamptz) returns void
language plpgsql as $$
begin
  perform set_config('app.refiling', merge::text, true);
  execute format(
    'insert into person_refile (clinic_id, merge_id, act, table_name, row_id, from_id, to_id, at)
     select $1, $2, ''undo'', %L, r.id, r.person_id, $4, $5 from %s as r
     where r.clinic_id = $1 and r.id = any ($3) and r.person_id <> $4', of_table::text, of_table) using clinic, merge, row_ids, target, at;
  execute format('update %s set person_id = $3 where clinic_id = $1 and id = any ($2) and person_id <> $3', of_table)
    using clinic, row_ids, target;
  perform set_config('app.refiling', '', true);
end $$;

-- A record that was merged away is closed: it shows what it said then.
create function closed_when_merged() returns trigger language plpgsql as $$
begin
  if old.merged_into is not null and new.merged_into is not null
    and to_jsonb(new) - 'merged_into' is distinct from to_jsonb(old) - 'merged_into'
  then raise exception 'a merged record stays as it was' using errcode = '23514', constraint = 'merged_stays_closed'; end if;
  return new;
end $$;
create trigger closed_when_merged before update on person for each row execute function closed_when_merged();

-- Those who were merged before merges could be undone: their rows are filed under the record that lists already show.
do $$
declare old record; merge uuid;
begin
  for old in select clinic_id, id, merged_into from person where merged_into is not null loop
    merge := gen_random_uuid();
    insert into person_merge (clinic_id, id, kept_id, merged_id, fields, reason, merged_at, undo_until)
    values (old.clinic_id, merge, old.merged_into, old.id, '{}', 'merged before 0032; cannot be undone', now(), now());
    perform refile_person(old.clinic_id, merge, old.id, old.merged_into, now());
  end loop;
end $$;
