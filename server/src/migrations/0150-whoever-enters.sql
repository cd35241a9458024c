-- Whoever enters something says from which device, as which of its entries and by which form; who entered it its author says already.
alter table idempotency_key
  add column device_id text,
  add column device_seq bigint,
  add column form text,
  add column source text not null generated always as (
    case split_part(scope, ':', 1)
      when 'staff' then 'staff'
      when 'device' then 'device'
      when 'client' then 'import'
      when 'system' then 'system'
      else 'patient'
    end) stored,
  add check ((device_id is null) = (device_seq is null));

-- The entries of a device, each place of it one, whatever is entered: what is missing between them has not arrived.
create table device_entry (
  clinic_id uuid not null references clinic (id),
  device_id text not null,
  device_seq bigint not null check (device_seq > 0),
  entry text not null,
  primary key (clinic_id, device_id, device_seq)
);
select clinic_owned('device_entry');
select append_only('device_entry');

insert into device_entry (clinic_id, device_id, device_seq, entry)
  select clinic_id, device_id, device_seq, id::text from session_event where device_id is not null;

-- One request may be several deeds under one key; two keys in one place are two entries.
create function take_place_of_device() returns trigger language plpgsql as $$
declare
  own text := case tg_table_name when 'session_event' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'key' end;
begin
  insert into device_entry (clinic_id, device_id, device_seq, entry) values (new.clinic_id, new.device_id, new.device_seq, own)
    on conflict do nothing;
  if not found and not exists (
    select from device_entry d
      where d.clinic_id = new.clinic_id and d.device_id = new.device_id and d.device_seq = new.device_seq and d.entry = own)
  then
    raise exception 'this place of the device is another entry' using errcode = '23505', constraint = 'one_entry_a_place';
  end if;
  return null;
end $$;
create trigger takes_place after insert on session_event for each row when (new.device_id is not null) execute function take_place_of_device();
create trigger takes_place after insert on idempotency_key for each row when (new.device_id is not null) execute function take_place_of_device();

-- As before, and the key keeps where the deed comes from.
create or replace function begin_deed(c uuid, deed jsonb, out outcome text, out answer text) language plpgsql as $$
declare
  author text := split_part(deed ->> 'scope', ' ', 1);
begin
  -- The embedded database's one user is a superuser, whom row level security does not bind.
  perform set_config('role', 'app_user', true), set_config('app.clinic_id', c::text, true);
  if deed ->> 'signInId' is not null then
    outcome := why_not_standing(
      c, (deed ->> 'signInId')::uuid, array(select jsonb_array_elements_text(deed -> 'roles')), (deed ->> 'opensLocked')::boolean);
    if outcome is not null then return; end if;
  end if;
  outcome := 'mine';
  if deed ->> 'key' is null then return; end if;
  insert into idempotency_key (clinic_id, scope, key, request_hash, created_at, answer, device_id, device_seq, form)
    select c, deed ->> 'scope', deed ->> 'key', deed ->> 'hash', (deed ->> 'at')::timestamptz, deed ->> 'answer',
      deed ->> 'deviceId', (deed ->> 'deviceSeq')::bigint, deed ->> 'form'
    where not exists (
      select from idempotency_key k where k.clinic_id = c and k.key = deed ->> 'key'
        and (k.request_hash <> deed ->> 'hash' or split_part(k.scope, ' ', 1) <> author))
    on conflict do nothing;
  if found then return; end if;
  select 'again', k.answer into outcome, answer from idempotency_key k
    where k.clinic_id = c and k.key = deed ->> 'key' and k.scope = deed ->> 'scope' and k.request_hash = deed ->> 'hash'
      and not exists (
        select from idempotency_key o where o.clinic_id = c and o.key = deed ->> 'key'
          and (o.request_hash <> deed ->> 'hash' or split_part(o.scope, ' ', 1) <> author));
  if not found then outcome := 'key-reused'; end if;
end $$;
