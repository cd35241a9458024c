-- The words people are found by, made in one walk: they were two thirds of what a person costs. The same words as before.

drop function words_of_person(text, text, text, date);

-- A name of plain letters folds to itself in small ones, and falls apart at its spaces alone.
create or replace function fold_words(said text) returns text[] language plpgsql immutable strict as $$
declare
  folded text := case when octet_length(said) = length(said) then lower(said collate "C") else fold(said) end;
begin
  if folded ~ '^[a-z0-9 ]*$' then
    return array(select distinct word from unnest(string_to_array(folded, ' ')) as word where word <> '');
  end if;
  return array(select distinct word from unnest(
    regexp_split_to_array(translate(folded, '''’‘ʼ`´', ''), '[\s!-/:-@\[-`{-~\u00a0\u2010-\u2015]+')
    || regexp_split_to_array(folded, '[\s!-/:-@\[-`{-~\u00a0\u2010-\u2015’‘ʼ´]+')
    || regexp_split_to_array(translate(folded, '''’‘ʼ`´-', ''), '[\s!-/:-@\[-`{-~\u00a0\u2010-\u2015]+')
  ) as word where word <> '');
end $$;

create or replace function words_of_person(name text, email text, phone text, born date) returns text[] language plpgsql immutable as $$
declare
  words text[] := '{}';
  name_word text;
  figures text := fold_phone(phone);
  slip text;
begin
  foreach name_word in array fold_words(name) loop
    words := words || ('n ' || name_word);
    continue when length(name_word) < 3;
    for i in 0 .. length(name_word) loop
      slip := 's ' || case i when 0 then name_word else overlay(name_word placing '' from i for 1) end;
      -- A letter that stands twice gives one word, and two words of a name may be a slip apart from one another.
      if not slip = any (words) then words := words || slip; end if;
    end loop;
  end loop;
  words := words || ('e ' || lower(email collate "pg_c_utf8"));
  for i in 1 .. length(figures) - 3 loop
    words := words || ('p ' || substr(figures, i));
  end loop;
  return words || case when born is null then '{}' else array['b ' || to_char(born, 'YYYY-MM-DD')] end;
end $$;

-- What is written and what is taken away is known word for word, so nobody looks here by person.
create or replace function keep_person_words() returns trigger language plpgsql as $$
declare
  words text[];
begin
  if tg_op = 'UPDATE' then
    if (new.name, new.email, new.phone, new.date_of_birth) is not distinct from (old.name, old.email, old.phone, old.date_of_birth)
    then return new; end if;
    words := words_of_person(old.name, old.email, old.phone, old.date_of_birth);
    delete from person_word where clinic_id = new.clinic_id and word = any (words) and person_id = new.id;
  end if;
  words := words_of_person(new.name, new.email, new.phone, new.date_of_birth);
  insert into person_word (clinic_id, person_id, word) select new.clinic_id, new.id, each from unnest(words) as each;
  return new;
end $$;
drop index person_word_of;

-- Only this trigger writes here, beside the very person; a key would be asked for once a word, at every person.
alter table person_word drop constraint person_word_clinic_id_person_id_fkey;

-- As before; the sign-in is asked in one statement, and why it does not stand only where it does not.
create or replace function begin_deed(c uuid, deed jsonb, out outcome text, out answer text) language plpgsql as $$
declare
  author text := split_part(deed ->> 'scope', ' ', 1);
  mine text := deed ->> 'key';
  stands boolean := true;
begin
  -- The embedded database's one user is a superuser, whom row level security does not bind.
  outcome := set_config('role', 'app_user', true);
  outcome := set_config('app.clinic_id', c::text, true);
  if deed ->> 'signInId' is not null then
    select s.revoked_at is null and (s.locked_at is null or (deed ->> 'opensLocked')::boolean) and (
        select a.closed_at is null and to_jsonb(a.roles) @> (deed -> 'roles') from account a
        where a.clinic_id = c and a.id = s.account_id)
      into stands from sign_in s where s.clinic_id = c and s.id = (deed ->> 'signInId')::uuid;
    if not stands then
      outcome := why_not_standing(
        c, (deed ->> 'signInId')::uuid, array(select jsonb_array_elements_text(deed -> 'roles')), (deed ->> 'opensLocked')::boolean);
      return;
    end if;
  end if;
  outcome := 'mine';
  if mine is null then return; end if;
  insert into idempotency_key (clinic_id, scope, key, request_hash, created_at, answer)
    select c, deed ->> 'scope', mine, deed ->> 'hash', (deed ->> 'at')::timestamptz, deed ->> 'answer'
    where not exists (
      select from idempotency_key k where k.clinic_id = c and k.key = mine
        and (k.request_hash <> deed ->> 'hash' or split_part(k.scope, ' ', 1) <> author))
    on conflict do nothing;
  if found then return; end if;
  select 'again', k.answer into outcome, answer from idempotency_key k
    where k.clinic_id = c and k.key = mine and k.scope = deed ->> 'scope' and k.request_hash = deed ->> 'hash'
      and not exists (
        select from idempotency_key o where o.clinic_id = c and o.key = mine
          and (o.request_hash <> deed ->> 'hash' or split_part(o.scope, ' ', 1) <> author));
  if not found then outcome := 'key-reused'; end if;
end $$;
