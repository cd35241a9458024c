-- What people are found by, as folded words of a table of their own: below row level security an index serves only leakproof operators,
-- and comparing text is one. Kept by a trigger, so that no door that writes a name can leave it behind; read by the same folding.
create function fold(said text) returns text language sql immutable strict return
  translate(
    replace(replace(replace(replace(
      lower(regexp_replace(normalize(said, NFKD), '[\u0300-\u036f]', '', 'g') collate "pg_c_utf8"),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    'øłđðı', 'olddi');

-- O’Brien is found as obrien and as brien, Anna-Maria as anna, maria and annamaria.
create function fold_words(said text) returns text[] language sql immutable strict return
  array(select distinct word from unnest(
    regexp_split_to_array(translate(fold(said), '''’‘ʼ`´', ''), '[\s!-/:-@\[-`{-~\u00a0\u2010-\u2015]+')
    || regexp_split_to_array(fold(said), '[\s!-/:-@\[-`{-~\u00a0\u2010-\u2015’‘ʼ´]+')
    || regexp_split_to_array(translate(fold(said), '''’‘ʼ`´-', ''), '[\s!-/:-@\[-`{-~\u00a0\u2010-\u2015]+')
  ) as word where word <> '');

-- The figures of a phone number as they are dialed within the United States.
create function fold_phone(said text) returns text language sql immutable strict return
  regexp_replace(regexp_replace(said, '\D', '', 'g'), '^1(\d{10})$', '\1');

-- A word and every word that is one letter shorter: two words that share one of these are a slip apart, or nearly so.
create function slips(word text) returns setof text language sql immutable strict
  begin atomic
    select word union select overlay(word placing '' from i for 1) from generate_series(1, length(word)) as i;
  end;

create table person_word (
  clinic_id uuid not null,
  -- n name, s name with a slip, e e-mail, p figures of the phone from any figure on, b birth date.
  word text collate "C" not null,
  person_id uuid not null,
  primary key (clinic_id, word, person_id),
  foreign key (clinic_id, person_id) references person
);
select clinic_owned('person_word');
grant delete on person_word to app_user;
create index person_word_of on person_word (clinic_id, person_id);

create function words_of_person(name text, email text, phone text, born date) returns setof text language sql immutable
  begin atomic
    select 'n ' || word from unnest(fold_words(name)) as word
    union select 's ' || slip from unnest(fold_words(name)) as word, slips(word) as slip where length(word) >= 3
    union select 'e ' || lower(email collate "pg_c_utf8")
    union select 'p ' || substr(fold_phone(phone), i) from generate_series(1, length(fold_phone(phone)) - 3) as i
    union select 'b ' || to_char(born, 'YYYY-MM-DD') where born is not null;
  end;

create function keep_person_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.name, new.email, new.phone, new.date_of_birth) is not distinct from (old.name, old.email, old.phone, old.date_of_birth)
    then return new; end if;
    delete from person_word where clinic_id = new.clinic_id and person_id = new.id;
  end if;
  insert into person_word (clinic_id, person_id, word)
  select new.clinic_id, new.id, word from words_of_person(new.name, new.email, new.phone, new.date_of_birth) as word;
  return new;
end $$;
create trigger words_kept after insert or update on person for each row execute function keep_person_words();

insert into person_word (clinic_id, person_id, word)
select person.clinic_id, person.id, word from person, words_of_person(name, email, phone, date_of_birth) as word;

-- Lists of people are sorted and paged by these.
create index person_name on person (clinic_id, name, id);
create index person_since on person (clinic_id, created_at, id);
create index alert_open on alert (clinic_id, person_id) where closed_at is null;
create index alert_raised on alert (clinic_id, raised_at);
